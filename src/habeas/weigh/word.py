"""The word that a telling uses for the act: "kidnapped", "deported", "handed over".

Found in the words themselves, by a lexicon of their beginnings; else it is the type of the claim.
"""

import re
from functools import cache, lru_cache

from habeas.weigh.lexicon import load
from habeas.weigh.telling import Telling

# Senses that cannot all be meant of one act.
_AT_ODDS = ("willing", "unlawful", "lawful")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load("senses")
    return tuple(
        (word, _pattern(forms)) for sense in table.values() for word, forms in sense.items()
    )


def _pattern(forms: list[str]) -> re.Pattern[str]:
    between = r"[\w'’]*(?:\s+[\w'’]+){0,2}?\s+"
    found = "|".join(between.join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{found})")


@lru_cache(maxsize=8192)
def _used(words: str) -> str | None:
    text = words.casefold()
    return next((word for word, pattern in _patterns() if pattern.search(text)), None)


def word_used(telling: Telling) -> str:
    """Return the word for the act, in its dictionary form."""
    return _used(telling.words) or telling.type.replace("_", " ")


@cache
def sense(word: str) -> str | None:
    """Return how a word judges the act, where it is at odds with other words for it."""
    return next((one for one in _AT_ODDS if word in load("senses")[one]), None)
