"""Find names worth comparing: names that agree nearly always share a key, others seldom do.

A key is the consonants of one word, each by the place in the mouth where it is made. Names that
share none need not be compared; names that share one need not agree.
"""

from functools import cache, lru_cache

from habeas.model import EntityType
from habeas.resolve.body import is_body, parse_body
from habeas.resolve.form import parse
from habeas.resolve.lexicon import load
from habeas.resolve.word import Sort

_LONGEST = 6
_LONG = 4  # words with so many consonants may have one more or one less than they should
_WAYS = 16
_LIGHT = 0.4  # words of less weight, such as particles, are no keys where there are others
_NO_CONSONANT = "_"


def keys(name: str, *, kind: EntityType | None = None) -> frozenset[str]:
    """Return the keys of a name; empty where nothing in it is a letter."""
    body = kind is not EntityType.PERSON if kind else is_body(name)
    words = parse_body(name).words if body else parse(name).words
    weighty = [w for w in words if w.weight > _LIGHT and w.sort is not Sort.INITIAL]
    return frozenset().union(*(_word_keys(word.sounds) for word in weighty or words))


@lru_cache(maxsize=1 << 16)
def _word_keys(signs: str) -> frozenset[str]:
    ways = _alternatives()
    found = [""]
    for sign in signs:
        letters = ways.get(sign)
        if letters is None:
            continue
        if len(found) * len(letters) > _WAYS:
            letters = letters[:1]
        found = [_added(way, letter) for way in found for letter in letters]
    whole = {way[:_LONGEST] for way in found}
    short = {way[:i] + way[i + 1 :] for way in whole if len(way) >= _LONG for i in range(len(way))}
    return frozenset(way or _NO_CONSONANT for way in whole | short)


def _added(way: str, letters: str) -> str:
    """Return a key with letters more; twice the same in a row is once."""
    return way + (letters[1:] if way[-1:] == letters[:1] else letters)


@cache
def _alternatives() -> dict[str, tuple[str, ...]]:
    """Return what each sign may be in a key."""
    table = load("nearness")["keys"].items()
    rows = [(tuple(ways.replace("_", "").split(" ")), signs) for ways, signs in table]
    return {sign: ways for ways, signs in rows for sign in signs}
