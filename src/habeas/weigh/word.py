"""The word that a telling uses for the act: "kidnapped", "deported", "handed over".

Found in the words themselves, by a lexicon of their beginnings. Where none of it is there, no word
is given.
"""

import re
from functools import cache, lru_cache

from habeas.weigh.act import families
from habeas.weigh.lexicon import load
from habeas.weigh.telling import Telling

# The sense that judges nothing, and is at odds with none.
_PLAIN = "plain"


@cache
def _patterns(family: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    senses = load("senses").get(family, {}).values()
    return tuple((word, _pattern(forms)) for sense in senses for word, forms in sense.items())


def _pattern(forms: list[str]) -> re.Pattern[str]:
    between = r"[\w'’]*(?:\s+[\w'’]+){0,2}?\s+"
    found = "|".join(between.join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{found})")


@lru_cache(maxsize=8192)
def _used(words: str, family: str) -> str | None:
    text = words.casefold()
    return next((word for word, pattern in _patterns(family) if pattern.search(text)), None)


def word_used(telling: Telling) -> str | None:
    """Return the word for the act, in the form that a page shows."""
    found = (_used(telling.words, family.name) for family in families(telling))
    return next((word for word in found if word), None)


@cache
def senses(word: str) -> frozenset[str]:
    """Return how a word judges the act, in any family, where words are at odds over it."""
    return frozenset(
        sense
        for family in load("senses").values()
        for sense, words in family.items()
        if sense != _PLAIN and word in words
    )
