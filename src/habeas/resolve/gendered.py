"""Tell from the words with which a document names somebody whether they are a woman or a man.

Counts titles and nouns of kin and calling. It guesses nothing from a given name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from habeas.model import Entity, Reading, Role, Span
from habeas.resolve.country import plain_words
from habeas.resolve.lexicon import load

_BEFORE = 24  # characters before a name in which its title stands
_STOPS, _ABBREVIATION = frozenset(',;:!?…)"”»'), 5
_CLEAR = 3  # times as many words must tell the one as the other


def gender(counts: Mapping[str, int]) -> str | None:
    """Return "f" or "m" where nearly all words agree; None where they do not tell."""
    female, male = counts.get("f", 0), counts.get("m", 0)
    if female > _CLEAR * male:
        return "f"
    return "m" if male > _CLEAR * female else None


def genders_of(entity: Entity, reading: Reading) -> dict[str, int]:
    """Count the words about a person that tell, as "f" and "m"."""
    text = reading.document.text
    found = Counter[str]()
    for span in entity.mentions:
        before = word_before(span, text)
        found.update(_gender(before) or _french_gender(before, reading))
        first = span.of(text).split()[:1]
        found.update(_gender(first) or _french_gender(first, reading))
    for phrase in _phrases(entity.references, entity.roles, text):
        head = _head(phrase)
        found.update([] if _is_of_both(head) else _gender(head))
    return dict(found)


def word_before(span: Span, text: str) -> list[str]:
    """Return the word right before a name, in its line and its sentence."""
    line = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    words = line.rstrip(" \t\xa0").split()
    if not words or words[-1][-1] in _STOPS:
        return []
    ended = words[-1].endswith(".") and len(words[-1]) > _ABBREVIATION
    return [] if ended else words[-1:]


def _phrases(references: Iterable[Span], roles: Iterable[Role], text: str) -> list[str]:
    return [*(span.of(text) for span in references), *(role.role for role in roles)]


def _head(phrase: str) -> list[str]:
    """Return the words of a description up to those that say of whom or what."""
    return re.split(r"\b(?:of|in|de|du|des|d’|d')\b", phrase)[0].split()[-3:]


def _is_of_both(words: list[str]) -> bool:
    """Say whether a phrase is of a woman and a man, as “the daughter and son” is."""
    told = {gender for word in words for gender in _gender([word])}
    return len(told) > 1 and not _table("and", load("portrait")["and"]).isdisjoint(words)


def _gender(words: list[str]) -> list[str]:
    """Return the gender that the last telling word has."""
    tables = load("portrait")["genders"]
    for word in reversed(words):
        for plain in plain_words(word)[-1:]:
            for gender in ("f", "m"):
                if plain in _table(gender, tables[gender]):
                    return [gender]
    return []


def _french_gender(words: list[str], reading: Reading) -> list[str]:
    """Return the gender of “M.”, which in French is no initial."""
    return ["m"] if words == ["M."] and reading.anatomy.language == "fr" else []


@cache
def _table(gender: str, words: str) -> frozenset[str]:
    return frozenset(words.split())
