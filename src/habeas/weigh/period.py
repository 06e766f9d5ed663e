"""The days that an EDTF date may mean: their first and last, as ordinals.

Dates whose year is not said, and strings that are no EDTF, mean no days at all. A tilde or a
question mark widens nothing here but in `meant`.
"""

import re
import warnings
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from time import struct_time
from typing import Any

type Days = tuple[int, int]

# How many days "about" a day may reach to either side.
ABOUT = 31
FIRST, LAST = date.min.toordinal(), date.max.toordinal()
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?(?:T[^/]*)?[~?%]?", re.ASCII)
_OPEN = ("", "..")


@lru_cache(maxsize=65536)
def days(edtf: str | None) -> Days | None:
    """Return the first and last day of a date, as proleptic ordinals; None where it says none."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _moment(edtf)
    return _interval(start, end)


def _interval(start: str, end: str) -> Days | None:
    low = (FIRST, FIRST) if start in _OPEN else _moment(start)
    high = (LAST, LAST) if end in _OPEN else _moment(end)
    if low is None or high is None or low[0] > high[1] or (start in _OPEN and end in _OPEN):
        return None
    return low[0], high[1]


def _moment(edtf: str) -> Days | None:
    plain = _PLAIN.fullmatch(edtf)
    return _plain(*plain.groups()) if plain else _by_library(edtf)


def _plain(year: str, month: str | None, day: str | None) -> Days | None:
    """Return the days of a date in digits, without the library: it needs milliseconds."""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = first if day else date(int(year), last_month, monthrange(int(year), last_month)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


@lru_cache(maxsize=1)
def _library() -> Callable[[str], Any]:
    with warnings.catch_warnings():
        # Its grammar is written for an older pyparsing, which says so at import.
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    found: Callable[[str], Any] = parse_edtf
    return found


def _by_library(edtf: str) -> Days | None:
    """Return the days as the `edtf` package bounds them: seasons, sets, digits left open."""
    if edtf.startswith(("X", "-", "Y")):
        return None
    try:
        found = _library()(edtf)
        return _ordinal(found.lower_strict()), _ordinal(found.upper_strict())
    # It raises ValueError, TypeError and its own, by the form that it cannot read.
    except Exception:
        return None


def _ordinal(moment: struct_time) -> int:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday).toordinal()


def is_about(edtf: str | None) -> bool:
    """Say whether the date is marked as approximate or uncertain."""
    return edtf is not None and edtf[-1:] in ("~", "?", "%")


def meant(edtf: str) -> Days | None:
    """Return the days of a date, a month wider on both sides where it is only "about" a day."""
    found = days(edtf)
    if found is None or not is_about(edtf):
        return found
    return max(FIRST, found[0] - ABOUT), min(LAST, found[1] + ABOUT)


def gap(one: Days, other: Days) -> int:
    """Return the days between two periods; 0 where they meet."""
    return max(0, other[0] - one[1], one[0] - other[1])


def width(period: Days) -> int:
    """Return the number of days in a period."""
    return period[1] - period[0] + 1


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day as YYYY-MM-DD, for sorting; None where the date says none."""
    found = days(edtf)
    if found is None:
        return None, None
    first, last = (date.fromordinal(day).isoformat() for day in found)
    return None if found[0] == FIRST else first, None if found[1] == LAST else last
