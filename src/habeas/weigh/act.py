"""Families of acts: which types of claim may be about one happening in different words.

Read from a lexicon. Says nothing of who suffered or when; `compare` asks that.
"""

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from habeas.errors import InvalidLexicon
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
    worded: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    self: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    repeats: bool = False
    once: bool = False
    lasts: bool = False
    moves: bool = False
    crowd: bool = False
    title: str | None = None


@cache
def _families() -> dict[str, Family]:
    return {name: _family(name, table) for name, table in load("acts").items()}


def _family(name: str, table: dict[str, Any]) -> Family:
    if not set(table) <= {field.name for field in fields(Family)} - {"name"}:
        raise InvalidLexicon("acts", f"in [{name}] only the keys that its head explains")
    given: dict[str, Any] = {
        key: frozenset(one) if isinstance(one, list) else one for key, one in table.items()
    }
    return Family(name=name, **given)


@cache
def _having(part: str, kind: str) -> tuple[Family, ...]:
    """Return the families that have a type in the given list."""
    return tuple(one for one in _families().values() if kind in getattr(one, part))


def families(telling: Telling) -> tuple[Family, ...]:
    """Return the families of a claim, its own first; none where it tells no happening."""
    if telling.modality not in _TOLD:
        return ()
    dated = _having("dated", telling.type)
    if dated and is_dated(telling):
        return dated
    own = _having("types", telling.type)
    worded = tuple(one for one in own if one.worded and _says(telling.words, one.worded))
    return worded or tuple(one for one in own if not one.worded) + _having("near", telling.type)


@lru_cache(maxsize=8192)
def _says(words: str, beginnings: frozenset[str]) -> bool:
    text = f" {words.casefold()}"
    return any(f" {one}" in text for one in beginnings)


def is_dated(telling: Telling) -> bool:
    """Say whether the date is a day or a month, and not just the day of writing (“he is in”)."""
    when = days(telling.date)
    return when is not None and width(when) <= _DAY_OR_MONTH and telling.date != telling.written


def concerned(telling: Telling, family: Family) -> frozenset[int]:
    """Return the entities to whom it happens; the actors of acts such as “he returned”."""
    if telling.actors and telling.type in family.doer:
        return telling.actors
    if not telling.victims and telling.type in family.self:
        return telling.actors
    return telling.victims
