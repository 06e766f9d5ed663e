"""Tell which country a word or a phrase means, in several languages and as an adjective.

It knows the countries of ``lexicon/countries.toml`` and no other place; it places nobody anywhere.
"""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from habeas.resolve.body import compare_bodies, parse_body
from habeas.resolve.lexicon import load

# Endings of cases and of adjectives; what is left of two forms of one word is the same.
_ENDING = re.compile(
    r"(?:ск)?(?:ий|ая|ое|ие|ого|ому|ими|их|им|ом|ой|ую|ею|ей|ем|ии|ию|ия|[аеиоуыьюя])$"
)
_LEAST = 4  # letters of a stem; shorter words are compared whole
_SAME_PLACE = 0.8
_MARKS = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 15)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a phrase in small letters, without marks and possessive endings."""
    bare = re.sub(r"[’'`ʼ]s\b", "", text)
    marked = normalize("NFKD", bare.lower().replace("й", "\0")).replace("\0", "й")
    return tuple(_WORD.findall(_MARKS.sub("", marked)))


def _stem(word: str) -> str:
    if word.isascii():
        return word
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _LEAST else word


@cache
def _countries() -> dict[tuple[str, ...], str]:
    """Return, for the stems of each name of a country, its first name."""
    found = dict[tuple[str, ...], str]()
    for line in load("countries")["countries"].strip().splitlines():
        names = [name.strip() for name in line.split("|")]
        for name in names:
            found.setdefault(tuple(_stem(word) for word in plain_words(name)), names[0])
    return found


@cache
def _longest() -> int:
    return max(map(len, _countries()))


@lru_cache(maxsize=1 << 15)
def countries_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the countries in a phrase: name, first word and the word after the last."""
    stems, known = [_stem(word) for word in plain_words(text)], _countries()
    found, place = list[tuple[str, int, int]](), 0
    while place < len(stems):
        for size in range(min(_longest(), len(stems) - place), 0, -1):
            if name := known.get(tuple(stems[place : place + size])):
                found.append((name, place, place + size))
                place += size - 1
                break
        place += 1
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def country_of(text: str) -> str | None:
    """Return the country that a whole phrase names; None where it names none or more."""
    found = countries_in(text)
    return found[0][0] if len(found) == 1 and found[0][1:] == (0, len(plain_words(text))) else None


@lru_cache(maxsize=1 << 15)
def same_place(one: str, other: str) -> bool:
    """Say whether two names of places are spellings of one; two known countries never are."""
    left, right = country_of(one), country_of(other)
    if left and right:
        return left == right
    if left or right:
        return False
    return compare_bodies(parse_body(one), parse_body(other)).score >= _SAME_PLACE
