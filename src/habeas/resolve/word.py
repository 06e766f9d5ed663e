"""One word of a name, analysed once; and how two words agree.

A word knows no language and no person: only its letters, its sounds and what kind of word it is.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from habeas.resolve.comparison import How
from habeas.resolve.lexicon import load
from habeas.resolve.nearness import costs_between, nearness
from habeas.resolve.script import Script
from habeas.resolve.sound import sounds


class Sort(IntEnum):
    """The sorts of words in a name."""

    NAME = 0
    INITIAL = 1
    HONORIFIC = 2
    PARTICLE = 3
    GENERIC = 4
    LEGAL = 5
    NUMBER = 6


WEIGHT = {
    Sort.NAME: 1.0,
    Sort.INITIAL: 0.5,
    Sort.HONORIFIC: 0.3,
    Sort.PARTICLE: 0.15,
    Sort.GENERIC: 0.5,
    Sort.LEGAL: 0.1,
    Sort.NUMBER: 0.8,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, folded (no case, no marks), by its sounds, with its script and sort."""

    printed: str
    plain: str
    sounds: str
    script: Script
    sort: Sort = Sort.NAME
    forms: frozenset[int] = frozenset()
    stem: tuple[str, str] | None = field(default=None)

    @property
    def weight(self) -> float:
        """Return how much the word counts."""
        return WEIGHT[self.sort]


type Agreement = tuple[float, How]
_DIFFERENT: Agreement = (0.0, How.DIFFERENT)


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Return, for each form of a given name, the numbers of the lines that it is on."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(load("people")["forms"].strip().splitlines()):
        for word in line.split():
            lines.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@cache
def _endings() -> list[tuple[str, str]]:
    """Return the endings of surnames with the gender they show, the longest first."""
    table = load("people")["endings"]
    found = [(ending, gender) for gender, endings in table.items() for ending in endings]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _stem(plain: str) -> tuple[str, str] | None:
    """Return a surname without its ending, and the gender that shows; None for other words."""
    for ending, gender in _endings():
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain[: -len(ending)], gender
    return None


def make_word(printed: str, plain: str, spelt: str, script: Script, sort: Sort) -> Word:
    """Return the analysed word; `spelt` is in small letters with its marks."""
    if sort in (Sort.NAME, Sort.GENERIC):
        forms = _forms().get(plain, frozenset())
        return Word(printed, plain, sounds(spelt), script, sort, forms, _stem(plain))
    return Word(printed, plain, sounds(spelt), script, sort)


@lru_cache(maxsize=1 << 16)
def agree(one: Word, other: Word) -> Agreement:
    """Return how near two words are, 0 to 1, and how."""
    if one.plain == other.plain:
        return 1.0, How.EQUAL
    if Sort.INITIAL in (one.sort, other.sort):
        return _initials(one, other)
    if one.forms & other.forms:
        return 0.9, How.FORM
    if one.script is other.script:
        return _one_script(one, other)
    near = nearness(one.sounds, other.sounds, costs_between(one.script, other.script))
    return near, How.SCRIPT if near > 0.9 else How.NEAR if near > 0.6 else How.DIFFERENT


def _one_script(one: Word, other: Word) -> Agreement:
    spelling = OSA.normalized_similarity(one.plain, other.plain)
    if spelling < 0.3:
        return spelling, How.DIFFERENT
    near = nearness(one.sounds, other.sounds, costs_between(one.script, other.script))
    if one.stem and other.stem and one.stem[1] != other.stem[1] and one.stem[0] == other.stem[0]:
        return 0.9, How.GENDER
    score = (spelling + near) / 2
    if score < spelling and not _slip(one.plain, other.plain):
        score = (spelling + score) / 2
    else:
        score = max(spelling, score)
    if near > 0.97:
        return max(score, 0.9), How.SOUNDS
    return score, How.NEAR if score > 0.65 else How.DIFFERENT


def _slip(one: str, other: str) -> bool:
    """Say whether two words differ by letters doubled, dropped or turned round, not by others."""
    return len(one) != len(other) or sorted(one) == sorted(other)


def _initials(one: Word, other: Word) -> Agreement:
    """Compare where at least one word is an initial."""
    if one.plain[0] == other.plain[0]:
        return 0.9, How.INITIAL
    if one.script is other.script:
        return 0.0, How.NO_INITIAL
    costs = costs_between(one.script, other.script)
    near = (
        min(costs[a][b] for a in one.sounds[:2] for b in other.sounds[:2])
        if one.sounds and other.sounds
        else 1.0
    )
    return (0.85, How.INITIAL) if near <= 0.1 else (0.0, How.NO_INITIAL)
