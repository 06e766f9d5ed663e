"""Measure how near two words sound: the cheapest way to turn one run of sounds into the other.

Costs are those of ``lexicon/nearness.toml``. A script that leaves vowels out makes them cheap.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import accumulate
from math import inf

from habeas.resolve.lexicon import load
from habeas.resolve.script import Script

type Costs = Mapping[str, Mapping[str, float]]
NOTHING = ""
_VOWEL_FOR_VOWEL = 0.4
_ANY_FOR_ANY = 1.0
_SURELY = 0.25  # of the sounds; parts that cost less than this need no other way to pair signs
_FARTHEST = 0.5  # of the sounds; beyond it nobody asks how far


@dataclass(frozen=True, slots=True)
class Measure:
    """What tells how near the sounds of words in two scripts are.

    `change` gives for two parts of words what it costs to turn one into the other, and as the
    imaginary part what both weigh, so that one sum over the parts adds up both.
    """

    costs: Costs
    change: Callable[[str, str], complex]


def near(one: str, other: str, measure: Measure) -> float:
    """Return what ``nearness`` does for runs whose consonants are made in the same places.

    These pair off, and what stands between them is compared. Where that does not bring the words
    together, every way to pair signs is tried.
    """
    if one == other:
        return 1.0
    found = sum(map(measure.change, _parts(one), _parts(other)))
    if found.real < _SURELY * found.imag:
        return 1.0 - found.real / found.imag
    return nearness(one, other, measure.costs)


@lru_cache(maxsize=1 << 16)
def _parts(signs: str) -> list[str]:
    """Return a run of sounds parted by its consonants, with those."""
    return _consonant()(signs)


@cache
def _consonant() -> Callable[[str], list[str]]:
    return re.compile(f"([{re.escape(''.join(load('nearness')['places']))}])").split


def _change(costs: Costs, one: str, other: str) -> complex:
    """Return what it costs to turn one part of a word into another, and what both weigh."""
    omitted = costs[NOTHING]
    weight = sum([omitted[sign] for sign in one + other])
    distance = 0.0 if one == other else weight
    if one and other and distance:
        distance = _distance(one, other, costs, most=inf)
    return complex(distance, weight / 2)


@cache
def measure_between(one: Script, other: Script) -> Measure:
    """Return what tells how near words of two scripts are."""
    costs = costs_between(one, other)
    return Measure(costs, lru_cache(maxsize=1 << 14)(partial(_change, costs)))


def nearness(one: str, other: str, costs: Costs) -> float:
    """Return 1 for the same sounds down to 0 for sounds with little in common."""
    if one == other:
        return 1.0
    left = costs[NOTHING]
    whole = sum([left[sign] for sign in one + other]) / 2
    if not whole:
        return 0.0
    most = _FARTHEST * whole
    distance = _distance(*_parted(one, other), costs, most=most)
    return 1.0 - distance / whole if distance <= most else 0.0


def _parted(one: str, other: str) -> tuple[str, str]:
    """Return two runs of sounds without what they begin and end with alike."""
    start, end, short = 0, 0, min(len(one), len(other))
    while start < short and one[start] == other[start]:
        start += 1
    while end < short - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _distance(one: str, other: str, costs: Costs, *, most: float) -> float:
    """Return the cost of the cheapest change; infinite as soon as it is more than `most`."""
    left_out = costs[NOTHING]
    omitted = [left_out[sign] for sign in other]
    row = [0.0, *accumulate(omitted)]
    cells = list(zip(range(1, len(row)), other, omitted, strict=True))
    for sign in one:
        near, without = costs[sign], left_out[sign]
        before = row[0]
        best = least = row[0] = before + without
        for place, letter, add in cells:
            above = row[place]
            best += add
            changed = before + near[letter]
            if changed < best:
                best = changed
            if above + without < best:
                best = above + without
            row[place] = best
            if best < least:
                least = best
            before = above
        if least > most:
            return inf
    return row[-1]


@cache
def costs_between(one: Script, other: Script) -> Costs:
    """Return what a change costs between two scripts; under NOTHING, what an omission does.

    What either script leaves out is cheap; what both do costs what it does in the freer of them.
    """
    table = load("nearness")
    omitted = {sign: table["omitted"].get(sign, 1.0) for sign in _signs()}
    mine, theirs = (table.get(script.value, {}).get("omitted", {}) for script in (one, other))
    omitted |= (
        mine | theirs | {sign: min(mine[sign], theirs[sign]) for sign in mine if sign in theirs}
    )
    return {NOTHING: omitted} | _rows()


@cache
def _rows() -> dict[str, dict[str, float]]:
    """Return what it costs to take each sign for each other."""
    signs = sorted(_signs())
    return {sign: _row(sign, signs) for sign in signs}


def places(signs: str) -> str:
    """Return the consonants of a run of sounds, each as the first of those made in its place."""
    return signs.translate(_places())


@cache
def _places() -> dict[int, str]:
    rows = load("nearness")["places"]
    return {ord(sign): "" for sign in _signs()} | {ord(c): row[0] for row in rows for c in row}


@cache
def _signs() -> set[str]:
    """Return every sign that a table of sounds can write."""
    tables = load("sounds").values()
    return {sign for table in tables for spelt in table.values() for sign in spelt}


def _row(sign: str, signs: list[str]) -> dict[str, float]:
    vowels = load("nearness")["vowels"]
    near = _near()
    row = {}
    for other in signs:
        both = sign in vowels and other in vowels
        rest = _VOWEL_FOR_VOWEL if both else _ANY_FOR_ANY
        row[other] = 0.0 if sign == other else near.get(frozenset((sign, other)), rest)
    return row


@cache
def _near() -> dict[frozenset[str], float]:
    """Return the cost of each pair that the table names; the cheapest where it does so twice."""
    costs: dict[frozenset[str], float] = {}
    for group in reversed(load("nearness")["near"]):
        costs |= {frozenset(pair): group["cost"] for pair in group["pairs"].split()}
    return costs
