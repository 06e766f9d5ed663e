"""Keys by which tellings of one happening find one another, so that not all need be compared.

Two tellings of one happening nearly always share a key; that they share one says nothing.
"""

from collections.abc import Iterator
from datetime import date

from habeas.weigh.act import Family, concerned, families
from habeas.weigh.crowd import is_crowd, names
from habeas.weigh.period import days, width
from habeas.weigh.telling import Telling
from habeas.weigh.wording import stems

# A joint letter's signatories are not all victims of what it does not say who suffered.
_FEW = 3
_MARKS = 8
_QUARTER = 92
# Dates some days apart may be one disputed date, and the end of a month is no wall.
_SLACK = 3


def keys(telling: Telling) -> frozenset[str]:
    """Return the keys of a claim; none where it tells no happening."""
    return frozenset(key for family in families(telling) for key in _keys(telling, family))


def _keys(telling: Telling, family: Family) -> Iterator[str]:
    for entity in _around(telling, family):
        if not family.repeats:
            yield f"{family.name}:{entity}"
        else:
            yield from (f"{family.name}:{entity}:{one}" for one in _finer(telling))
    if is_crowd(telling, family):
        yield from (f"{family.name}@{place}" for place in telling.places)
        yield from (f"{family.name}~{name}" for name in sorted(names(telling))[:_MARKS])


def _around(telling: Telling, family: Family) -> frozenset[int]:
    found = concerned(telling, family)
    if found or len(telling.asserters) > _FEW:
        return found
    return telling.asserters


def _finer(telling: Telling) -> Iterator[str]:
    """Yield the months, and the words, that tell one of many such happenings from another."""
    when = days(telling.date)
    if when and width(when) <= _QUARTER:
        yield from sorted({_month(day) for day in range(when[0] - _SLACK, when[1] + _SLACK + 1)})
    yield from stems(telling.words)


def _month(day: int) -> str:
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()[:7]
