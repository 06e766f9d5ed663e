"""Read how many people a wording counts: "eleven people", "at least twenty-six journalists".

Counts only people, and only where the number stands before the word for them. Ages, terms and
years are no such numbers.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf

from habeas.weigh.lexicon import load

_FAR = 2
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d.,  ]*\d|\d")
_THOUSANDS = re.compile(r"[.,  ](?=\d{3}\b)")
_HUNDRED = 100
_CLAUSE = re.compile(r"[,.;:()\n\d]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, or the least or most that is said of it."""

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high == self.low:
            return str(self.low)
        return f"at least {self.low}" if self.high is None else f"at most {self.high}"


def parse_count(text: str) -> tuple[float, float] | None:
    """Return the least and most that a count as printed by `Count` says."""
    value = int(text.rpartition(" ")[2])
    if text.startswith("at least"):
        return value, inf
    return (0, value) if text.startswith("at most") else (value, value)


@cache
def _people() -> tuple[str, ...]:
    return tuple(load("words")["people"])


@cache
def _bound(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load("words")[name])
    return re.compile(rf"\b(?:{words})\s+$")


@lru_cache(maxsize=8192)
def counts(words: str) -> frozenset[Count]:
    """Return the numbers of people that the words say."""
    text = words.casefold()
    found = list(_TOKEN.finditer(text))
    return frozenset(
        _bounded(value, text[: found[start].start()])
        for start, end, value in _numbers(found)
        if _are_people(text[found[end - 1].end() :])
    )


def has_people(words: str) -> bool:
    """Say whether the words speak of people in the plural, counted or not."""
    return not _many().isdisjoint(_TOKEN.findall(words.casefold()))


@cache
def _many() -> frozenset[str]:
    return frozenset(load("words")["many"])


def _numbers(found: list[re.Match[str]]) -> list[tuple[int, int, int]]:
    """Return the numbers as (first token, token after, value): "twenty", "six" are one."""
    numbers: list[tuple[int, int, int]] = []
    for place, token in enumerate(found):
        value = _value(token.group())
        if value is None:
            continue
        if numbers and numbers[-1][1] == place and value < numbers[-1][2] < _HUNDRED:
            start, _, before = numbers.pop()
            numbers.append((start, place + 1, before + value))
        else:
            numbers.append((place, place + 1, value))
    return numbers


def _value(token: str) -> int | None:
    if token[0].isdigit():
        if _YEAR.fullmatch(token):
            return None
        digits = _THOUSANDS.sub("", token)
        return int(digits) if digits.isdecimal() else None
    known: int | None = load("words")["number"].get(token)
    return known


def _are_people(following: str) -> bool:
    near = _CLAUSE.split(following, maxsplit=1)[0]
    return any(word.startswith(_people()) for word in _TOKEN.findall(near)[: _FAR + 1])


def _bounded(value: int, before: str) -> Count:
    if _bound("at_least").search(before):
        return Count(value, None)
    return Count(0, value) if _bound("at_most").search(before) else Count(value, value)
