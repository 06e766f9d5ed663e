"""A happening as it is told: its title, what is said of it by how many voices, and what disagrees.

It has no truth, no likelihood and no average. The title is the word of most voices, no finding.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from habeas.model import ClaimClass
from habeas.weigh.act import families
from habeas.weigh.conflict import Conflict, conflicts
from habeas.weigh.lexicon import load
from habeas.weigh.period import days, width
from habeas.weigh.telling import Telling
from habeas.weigh.value import Matter, Value, values
from habeas.weigh.voice import Voice, voices

type Name = Callable[[int], str]

_NAMED = 3
# Families that go from one place to another.
_MOVING = frozenset({"removal", "flight", "journey"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What several claims are about. `date` is EDTF: the finest said, or the earliest if disputed.

    `victims` are entities, those of most voices first.
    """

    title: str
    kind: ClaimClass
    types: tuple[str, ...]
    date: str | None
    victims: tuple[int, ...]
    values: tuple[Value, ...]
    voices: tuple[Voice, ...]
    conflicts: tuple[Conflict, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the happening for a JSON file."""
        return asdict(self)


def weigh(tellings: Sequence[Telling], name: Name) -> Happening:
    """Return what the tellings of one happening say; `name` gives the name of an entity.

    There has to be at least one telling.
    """
    told = sorted(tellings, key=lambda one: one.claim)
    heard = voices(told, name)
    voice_of = {claim: place for place, voice in enumerate(heard) for claim in voice.tellings}
    said = values(told, voice_of, name)
    disputed = conflicts(said, voice_of, moving=_is_moving(told))
    kinds = _ranked([(one.type, one.claim) for one in told], voice_of)
    return Happening(
        title=_title(kinds[0], said),
        kind=next(one.kind for one in told if one.type == kinds[0]),
        types=kinds,
        date=_date(said, disputed),
        victims=tuple(one.entity for one in _of(said, Matter.VICTIM) if one.entity is not None),
        values=said,
        voices=heard,
        conflicts=disputed,
    )


def _is_moving(tellings: Sequence[Telling]) -> bool:
    return any(family.name in _MOVING for one in tellings for family in families(one))


def _ranked(said: Sequence[tuple[str, int]], voice_of: Mapping[int, int]) -> tuple[str, ...]:
    """Return what is said, that of most voices first and then what is said first."""
    heard: dict[str, set[int]] = {}
    for one, claim in said:
        heard.setdefault(one, set()).add(voice_of[claim])
    return tuple(sorted(heard, key=lambda one: -len(heard[one])))


def _of(said: Sequence[Value], matter: Matter) -> list[Value]:
    return [one for one in said if one.matter is matter]


def _title(kind: str, said: Sequence[Value]) -> str:
    act = load("titles")["title"].get(kind, kind.replace("_", " "))
    who = [one.value for one in _of(said, Matter.VICTIM)]
    if who:
        return f"{act} of {_listed(who)}"
    where = [one.value for one in _of(said, Matter.PLACE)]
    return f"{act}, {where[0]}" if where else str(act)


def _listed(names: Sequence[str]) -> str:
    shown, rest = list(names[:_NAMED]), len(names) - _NAMED
    if rest > 0:
        shown.append("1 other" if rest == 1 else f"{rest} others")
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _date(said: Sequence[Value], disputed: Sequence[Conflict]) -> str | None:
    dated = [(found, one.value) for one in _of(said, Matter.DATE) if (found := days(one.value))]
    if not dated:
        return None
    if any(one.matter is Matter.DATE for one in disputed):
        return min(dated)[1]
    return min(dated, key=lambda one: (width(one[0]), one))[1]
