"""Guess what a Cyrillic name may be in the nominative, as a man's and as a woman's.

By endings alone, so that what comes out may be no name at all: it is for comparison, never shown.
"""

import re
from functools import lru_cache

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_SHORTEST = 4  # letters; shorter words keep their ending
# What follows the stem in other cases than the nominative.
_MAN = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ым|им|ом|ем|[уюаяе])$")
_MAN_SOFT = re.compile(r"(?<=[аеиоуэ])(?:[яюе]|ем)$")
_WOMAN = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ой|ей|ою|[уыие])$")
_WOMAN_SOFT = re.compile(r"(?<=и)(?:ей|[июе])$")


@lru_cache(maxsize=1 << 14)
def nominatives(name: str) -> tuple[str, ...]:
    """Return a name as a man's and as a woman's in the nominative, where that differs."""
    if not _CYRILLIC.search(name):
        return ()
    words = name.lower().split()
    man = " ".join(_ended(word, (_MAN, ""), (_MAN_SOFT, "й")) for word in words)
    woman = " ".join(_ended(word, (_WOMAN, "а"), (_WOMAN_SOFT, "я")) for word in words)
    found = dict.fromkeys((man, woman))
    return tuple(one.title() for one in found if one != " ".join(words))


def _ended(word: str, *endings: tuple[re.Pattern[str], str]) -> str:
    """Return a word with the first ending that fits put in the place of its own."""
    if len(word) < _SHORTEST or "." in word:
        return word
    for pattern, ending in endings:
        if pattern.search(word):
            return pattern.sub(ending, word)
    return word
