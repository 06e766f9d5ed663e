"""Families of acts: which types of claim may be about one happening in different words.

Read from a lexicon. Says nothing of who suffered or when; `compare` asks that.
"""

from dataclasses import dataclass, fields
from functools import cache

from habeas.model import Modality
from habeas.weigh.lexicon import load
from habeas.weigh.period import days, width
from habeas.weigh.telling import Telling

# Said to have happened, or said not to have: both are about a happening.
_TOLD = frozenset({Modality.ASSERTED, Modality.DENIED})
# A period longer than this (days) is one in which somebody was held, not the day of the arrest.
_DAY_OR_MONTH = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Types of claim that one happening may have; the fields are those of the lexicon."""

    name: str
    types: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    self: frozenset[str] = frozenset()
    repeats: bool = False
    once: bool = False
    crowd: bool = False


@cache
def _families() -> dict[str, Family]:
    return {name: _family(name, table) for name, table in load("acts").items()}


def _family(name: str, table: dict[str, list[str] | bool]) -> Family:
    known = {field.name for field in fields(Family)} - {"name"}
    assert set(table) <= known, name
    given = {key: one if isinstance(one, bool) else frozenset(one) for key, one in table.items()}
    return Family(name=name, **given)  # type: ignore[arg-type]


@cache
def _of_type(kind: str) -> tuple[tuple[Family, ...], tuple[Family, ...]]:
    """Return the families of a type as they stand, and those where it has to bear a day."""
    every = _families().values()
    plain = [one for one in every if kind in one.types]
    near = [one for one in every if kind in one.near]
    return tuple(plain + near), tuple(one for one in every if kind in one.dated)


def families(telling: Telling) -> tuple[Family, ...]:
    """Return the families of a claim, its own first; none where it tells no happening."""
    if telling.modality not in _TOLD:
        return ()
    plain, dated = _of_type(telling.type)
    return dated if dated and is_dated(telling) else plain


def is_dated(telling: Telling) -> bool:
    """Say whether the date is a day or a month, and not just the day of writing (“he is in”)."""
    when = days(telling.date)
    return when is not None and width(when) <= _DAY_OR_MONTH and telling.date != telling.written


def concerned(telling: Telling, family: Family) -> frozenset[int]:
    """Return the entities to whom it happens; the actors of acts such as “he returned”."""
    if not telling.victims and telling.type in family.self:
        return telling.actors
    return telling.victims
