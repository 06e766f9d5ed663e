"""Find where tellings of one happening cannot all hold.

A finer value is no conflict with a wider one, and an unsaid value with none. Where it is not known
whether two values are at odds, the reason says so. Nobody is said to be right.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from habeas.weigh.lexicon import load
from habeas.weigh.number import parse_count
from habeas.weigh.period import meant
from habeas.weigh.term import length
from habeas.weigh.value import ASSERTED, DENIED, Matter, Value
from habeas.weigh.word import senses

_STEM = 5
# Of the values of one matter, how many are set against one another: those of most voices.
_COMPARED = 60

type VoiceOf = Mapping[int, int]
type Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one matter that cannot all hold, and why."""

    matter: Matter
    values: tuple[str, ...]
    reason: str


def conflicts(
    values: Sequence[Value], voice_of: VoiceOf, *, moving: bool = False
) -> tuple[Conflict, ...]:
    """Return the conflicts among the values of a happening, by matter.

    `moving` says that it goes from place to place, so that two places are no conflict.
    """
    found = []
    for matter, (finder, reason) in _FINDERS.items():
        if moving and matter is Matter.PLACE:
            continue
        at_odds = finder([one for one in values if one.matter is matter], voice_of)
        if at_odds:
            said = tuple(dict.fromkeys(one.value for one in at_odds))
            found.append(Conflict(matter, said, reason + _within(at_odds, voice_of)))
    return tuple(found)


def _within(at_odds: Sequence[Value], voice_of: VoiceOf) -> str:
    """Say so where one and the same voice is at odds with itself."""
    heard = {voice_of[claim] for one in at_odds for claim in one.tellings}
    return ", within one voice" if len(heard) == 1 else ""


def _bounded(values: Sequence[Value], bounds: Callable[[str], Bounds | None]) -> list[Value]:
    """Return the values whose bounds do not meet those of every other."""
    known = [(one, found) for one in values if (found := bounds(one.value))]
    if not known:
        return []
    latest = max(low for _, (low, _) in known)
    earliest = min(high for _, (_, high) in known)
    return [one for one, (low, high) in known if high < latest or low > earliest]


def _dates(values: Sequence[Value], _: VoiceOf) -> list[Value]:
    return _bounded(values, meant)


def _numbers(values: Sequence[Value], _: VoiceOf) -> list[Value]:
    return _bounded(values, parse_count)


def _terms(values: Sequence[Value], _: VoiceOf) -> list[Value]:
    return _bounded(values, lambda term: _exact(length(term)))


def _exact(value: int | None) -> Bounds | None:
    return None if value is None else (value, value)


def _words(values: Sequence[Value], _: VoiceOf) -> list[Value]:
    judged = [one for one in values if senses(one.value)]
    shared = [senses(one.value) for one in judged]
    return judged if judged and not frozenset.intersection(*shared) else []


def _stances(values: Sequence[Value], _: VoiceOf) -> list[Value]:
    sides: dict[str, set[str]] = {}
    for one in values:
        act, stance = one.value.rsplit(": ", 1)
        sides.setdefault(act, set()).add(stance)
    both = {act for act, said in sides.items() if said >= {ASSERTED, DENIED}}
    return [one for one in values if one.value.rpartition(": ")[0] in both]


def _actors(values: Sequence[Value], voice_of: VoiceOf) -> list[Value]:
    return _differing([one for one in values if _is_named(one.value)], voice_of, _may_be_one_actor)


def _places(values: Sequence[Value], voice_of: VoiceOf) -> list[Value]:
    countries = frozenset(load("places")["country"])
    named = Counter(claim for one in values for claim in one.tellings)
    # Who names two places says where one lies, or where from and where to.
    single = [one for one in values if all(named[claim] == 1 for claim in one.tellings)]
    narrow = [one for one in single if one.value.casefold() not in countries]
    return _differing(narrow, voice_of, _may_be_one_place)


def _differing(
    values: Sequence[Value], voice_of: VoiceOf, may_agree: Callable[[str, str], bool]
) -> list[Value]:
    """Return the values that different voices give, and that nobody gives together."""
    compared = values[:_COMPARED]
    heard = {id(one): {voice_of[claim] for claim in one.tellings} for one in compared}
    return [
        one
        for one in compared
        if any(
            heard[id(one)].isdisjoint(heard[id(other)]) and not may_agree(one.value, other.value)
            for other in compared
            if other is not one
        )
    ]


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", name.casefold()))


def _shares_word(one: str, other: str) -> bool:
    return bool(_stems(one) & _stems(other))


def _may_be_one_place(one: str, other: str) -> bool:
    return _is_part(one) != _is_part(other) or _shares_word(one, other)


@cache
def _is_part(name: str) -> bool:
    """Say whether it is a building or a district, which lies in some town."""
    parts = tuple(load("places")["part"])
    return any(word.startswith(parts) for word in re.findall(r"[^\W\d_]+", name.casefold()))


def _is_named(name: str) -> bool:
    """Say whether it is a name of several words; "two men", or a state, may act through others."""
    words = name.split()
    return len(words) > 1 and not name.startswith("[") and words[-1][0].isupper()


def _may_be_one_actor(one: str, other: str) -> bool:
    return _is_body(one) != _is_body(other) or _shares_word(one, other)


@cache
def _is_body(name: str) -> bool:
    bodies = tuple(load("words")["body"])
    return any(word.startswith(bodies) for word in re.findall(r"[^\W\d_]+", name.casefold()))


_FINDERS: Mapping[Matter, tuple[Callable[[Sequence[Value], VoiceOf], list[Value]], str]] = {
    Matter.STANCE: (_stances, "asserted and denied"),
    Matter.WORD: (_words, "the words judge the act differently"),
    Matter.DATE: (_dates, "the dates cannot all hold"),
    Matter.PLACE: (
        _places,
        "different places are named, and whether one holds the other is not known",
    ),
    Matter.ACTOR: (
        _actors,
        "different actors are named, and whether they acted together is not known",
    ),
    Matter.NUMBER: (_numbers, "the numbers cannot all hold"),
    Matter.TERM: (_terms, "the terms are not equal"),
}
