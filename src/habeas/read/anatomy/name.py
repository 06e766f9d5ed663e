"""Tell a person's name from an office and a body by the look of its words.

Works on capital letters and lists of words, in any language with or without a parse. Knows no
person: a name of two capital words that no list holds is taken for a person's.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from habeas.read.anatomy.wording import MANY, is_country, is_listed

_WORD = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_EDGE = ',;:!?…"“”„«»()[]<>|'
_NAME = re.compile(r"(?:[^\W\d_]{1,2}['’ʼ]|[^\W\d_]{2}-)?[^\W\d_][\w’'´`ʼ-]*\.?")
LONGEST = 6  # words of a person's name


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its line; punctuation at its ends is left out."""

    text: str
    start: int
    end: int

    @property
    def is_office(self) -> bool:
        """Say whether it heads an office, a profession or a description."""
        return is_listed(self.text, "office")

    @property
    def is_body(self) -> bool:
        """Say whether it belongs to the name of a body."""
        return is_listed(self.text, "body")

    @property
    def is_post(self) -> bool:
        """Say whether it heads an office and no body: ``chair``, but not ``Lawyers for X``."""
        return self.is_office and not self.is_body

    @property
    def is_honorific(self) -> bool:
        """Say whether it is a title such as ``Mr``."""
        return is_listed(self.text, "honorific")

    @property
    def looks_named(self) -> bool:
        """Say whether it may be part of a person's name by its look alone."""
        return _looks_named(self.text)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of a line."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    trimmed = (_trim(one) for one in found)
    return [word for word in trimmed if word.text]


def _trim(found: re.Match[str]) -> Word:
    left = found[0].lstrip(_EDGE + "‘'’")
    start = found.end() - len(left)
    right = left.rstrip(_EDGE + "‘'’")
    if right.endswith(".") and len(right) > 4 and not _INITIALS.fullmatch(right):
        right = right.rstrip(".")
    return Word(right, start, start + len(right))


@lru_cache(maxsize=MANY)
def _looks_named(word: str) -> bool:
    if _INITIALS.fullmatch(word):
        return True
    if not _NAME.fullmatch(word) or word.endswith((".", "’s", "'s")):
        return False
    bare = re.sub(r"^(?:[a-z]['’]|(?:al|el|ul|as|es|ar)-)", "", word)
    return bool(bare) and bare[0].isalpha() and not bare[0].islower()


def person_words(words: list[Word]) -> list[Word]:
    """Return the words without honorifics before them and letters of honour after them."""
    words = list(words)
    while len(words) > 1 and words[0].is_honorific and not _is_initial(words):
        words.pop(0)
    while len(words) > 2 and is_listed(words[-1].text, "suffix"):
        words.pop()
    return words


def _is_initial(words: list[Word]) -> bool:
    """Say whether "M." or "г." is an initial, as it is unless two full names follow it."""
    if len(words[0].text) != 2 or words[0].text[1] != ".":
        return False
    return sum(not _INITIALS.fullmatch(word.text) for word in words[1:]) < 2


def is_person(words: list[Word]) -> bool:
    """Say whether words are a person's full name: two or more, none of them of a body."""
    words = person_words(words)
    if not 2 <= len(words) <= LONGEST or not words[-1].looks_named:
        return False
    named = [word for word in words if word.looks_named]
    full = [word for word in named if not _INITIALS.fullmatch(word.text)]
    rest = [word for word in words if not word.looks_named]
    if not full or len(named) < 2 or not all(is_listed(word.text, "particle") for word in rest):
        return False
    return not any(_is_common(words, i) for i in range(len(words))) and not is_country(
        " ".join(word.text for word in words)
    )


def is_given(word: Word) -> bool:
    """Say whether a word is a common given name."""
    return is_listed(word.text, "given")


def _is_common(words: list[Word], i: int) -> bool:
    word = words[i]
    if _INITIALS.fullmatch(word.text):
        return False
    if not (word.is_office or word.is_body or word.is_honorific):
        return False
    if is_listed(word.text, "particle") and not word.text[0].isupper():
        return False
    return not (i and is_listed(word.text, "surname") and words[i - 1].looks_named)


def extent(words: list[Word]) -> tuple[int, int]:
    """Return where the first word begins and the last one ends."""
    return words[0].start, words[-1].end


def holds_office(words: list[Word]) -> bool:
    """Say whether any of the words heads an office."""
    return any(word.is_office for word in words)


def holds_post(words: list[Word]) -> bool:
    """Say whether any of the words heads an office and no body."""
    return any(word.is_post for word in words)


def holds_institution(words: list[Word]) -> bool:
    """Say whether any of the words heads a body, and is not just as well a cause."""
    return any(word.is_body and not is_listed(word.text, "cause", "words") for word in words)


def holds_body(words: list[Word]) -> bool:
    """Say whether any of the words belongs to the name of a body."""
    return any(word.is_body for word in words)
