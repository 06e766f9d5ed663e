"""Read who is addressed: an office, a name or both, such as ``Prime Minister of X, Ms A B``.

Reads the words of one phrase; where the phrase begins and ends is for ``addressee`` to say.
"""

import re
from dataclasses import dataclass

from habeas.read.anatomy.name import (
    Word,
    extent,
    holds_office,
    is_given,
    is_person,
    person_words,
    words_of,
)
from habeas.read.anatomy.wording import is_country, is_listed

_PIECE = re.compile(r"[^,;\n\t()–—]+")
_TRAIL = re.compile(r"[\s,.:;!?–—-]+$")
# " and " before a further office or title parts two who are addressed.
_AND = re.compile(r"(?:,?\s+(?:and|et|и|und|y|та|і|e|i|as\s+well\s+as|ainsi\s+qu['’]|&)\s+|;\s*)")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|овн|евн|івн)[а-яі]{0,2}$|^\w\.", re.I)
_DATIVE = re.compile(r"(?:[уюе]|ой|ей|\.)$", re.I)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """Who is addressed; places are offsets in the line. One of name and office is there."""

    whole: Place
    name: Place | None = None
    office: Place | None = None
    collective: bool = False


def read_parties(text: str, start: int = 0, end: int | None = None) -> list[Party]:
    """Return those whom a phrase names, in order."""
    end = len(text) if end is None else end
    cuts = [start]
    for found in _AND.finditer(text, start, end):
        if _begins_party(words_of(text, found.end(), end)):
            cuts += [found.start(), found.end()]
    cuts.append(end)
    parties = (read_party(text, *pair) for pair in zip(cuts[::2], cuts[1::2], strict=True))
    return [party for party in parties if party]


def _begins_party(words: list[Word]) -> bool:
    while words and is_listed(words[0].text, "article"):
        words = words[1:]
    return bool(words) and (
        words[0].is_honorific or (words[0].is_office and words[0].text[0].isupper())
    )


def read_party(text: str, start: int = 0, end: int | None = None) -> Party | None:
    """Return whom one phrase names, None where it names nobody."""
    end = len(text) if end is None else end
    pieces = [found for found in _PIECE.finditer(text, start, end) if words_of(text, *found.span())]
    name = office = None
    for found in pieces:
        one, other = _split(bare(words_of(text, *found.span())))
        name = name or (extent(one) if one else None)
        if other and not (office and _is_apart(text, other)):
            office = _joined(office, extent(other), text)
    if not name and not office:
        return None
    places = [place for place in (name, office) if place]
    whole = min(place[0] for place in places), max(place[1] for place in places)
    return Party(whole, name, office)


def _is_apart(text: str, words: list[Word]) -> bool:
    return not holds_office(words) or text[words[0].start].islower()


def _joined(held: Place | None, place: Place, text: str) -> Place:
    """Join a further part of an office to it where only a comma is between."""
    if held and re.fullmatch(r"[,\s]*", text[held[1] : place[0]]):
        return held[0], place[1]
    return held or place


def bare(words: list[Word]) -> list[Word]:
    """Return the words without articles and prepositions before them."""
    while words and is_listed(words[0].text, "article"):
        words = words[1:]
    return words


def _split(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Part the words of a piece into a person's name and an office or a body."""
    words = bare(person_words(words))
    if not words:
        return [], []
    if not holds_office(words):
        named = all(_in_name(word) for word in words) and len(words) <= 5
        country = is_country(" ".join(word.text for word in words))
        return (words, []) if named and not country else ([], words)
    for i in range(1, len(words)):
        if words[i].is_honorific and words[i].text[0].isupper() and words[i + 1 :]:
            rest = person_words(words[i:])
            if all(_in_name(word) for word in rest):
                return rest, words[:i]
    return _after_office(words) or _before_office(words) or ([], words)


def _in_name(word: Word) -> bool:
    if word.is_office or word.is_body:
        return is_listed(word.text, "surname") and word.text[0].isupper()
    return word.looks_named or is_listed(word.text, "particle")


def _after_office(words: list[Word]) -> tuple[list[Word], list[Word]] | None:
    """Find a name that ends the phrase: ``Prime Minister Roe``, ``Mayor of X Ann Roe``."""
    last = max(i for i, word in enumerate(words) if word.is_office)
    last += _genitives(words[last], words[last + 1 :])
    rest = _run(words[last + 1 :])
    if rest and len(rest) <= 4 and all(_in_name(w) for w in rest) and rest[0].looks_named:
        country = is_country(" ".join(word.text for word in rest))
        return None if country else (rest, words[: last + 1])
    for i in range(len(words) - 2, last, -1):
        left, right = words[:i], words[i:]
        if _ends_office(left) and is_person(right) and not _runs_on(words, i):
            return right, left
    return None


def _run(words: list[Word]) -> list[Word]:
    """Return the words up to the verb of a sentence that goes on after a name."""
    lower = (i for i, w in enumerate(words) if w.text[0].islower() and not _in_name(w))
    end = next(lower, len(words))
    return words[:end] if 2 <= end <= 4 and all(_in_name(w) for w in words[:end]) else words


def _genitives(office: Word, words: list[Word]) -> int:
    """Return how many words after an office say of what, as Russian prints it, without "of"."""
    if not words or not _CYRILLIC.match(words[0].text):
        return 0
    count = 0
    if office.text[-1].lower() in "ую":
        dative = (i for i, word in enumerate(words) if _DATIVE.search(word.text))
        return next(dative, len(words))
    if words[0].text.lower().endswith("ии"):
        count = 1
    while count + 1 < len(words) and is_country(words[count].text, inflected=True):
        count += 1
    left = [word for word in _run(words[count:]) if _CYRILLIC.match(word.text)]
    patronymic = any(_PATRONYMIC.search(word.text) for word in left)
    return count + max(0, len(left) - 2) if left and not patronymic else count


def _ends_office(words: list[Word]) -> bool:
    """Say whether an office may end here: not in a preposition or an article."""
    return words[-1].text[0].isupper() and not is_listed(words[-1].text, "particle")


def _runs_on(words: list[Word], i: int) -> bool:
    """Say whether the name begins a word earlier: a given name or an initial stands before."""
    return is_given(words[i - 1]) or words[i - 1].text.endswith(".")


def _before_office(words: list[Word]) -> tuple[list[Word], list[Word]] | None:
    first = next(i for i, word in enumerate(words) if word.is_office)
    if first and all(_in_name(word) for word in words[:first]) and is_person(words[:first]):
        return words[:first], words[first:]
    return None
