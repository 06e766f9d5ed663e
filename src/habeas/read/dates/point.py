"""A stretch of the calendar as far as the words give it, and its forms in EDTF and TIMEX3.

Years are astronomical (1 BC is 0), as in ISO 8601. A point knows nothing of the text.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.read.dates.edtf import days_in

# Units of time, by the letters that TIMEX3 uses; the coarsest first.
ORDER = ("CE", "DE", "Y", "S", "Q", "M", "W", "D")
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
YEARS = {"CE": 100, "DE": 10, "Y": 1}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A century, decade, year, season, month, week (its Monday) or day; None is not said."""

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    part: str | None = None
    clock: str | None = None


def parse_point(edtf: str | None) -> Point | None:
    """Return the first date of an EDTF string, None where it names no year."""
    found = _ISO.search(edtf or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is not None and not 1 <= month <= 12:
        month = day = None
    point = Point(unit="D" if day else "M" if month else "Y", year=year, month=month, day=day)
    return point if exists(point) else None


def exists(point: Point) -> bool:
    """Say whether the calendar has such a day and ISO 8601 can write the year."""
    if point.year is not None and not -9999 < point.year <= 9999:
        return False
    if point.day is None or point.month is None:
        return True
    return 1 <= point.day <= days_in(point.month, point.year)


def as_date(point: Point) -> date | None:
    """Return the day of a point, None where it is not a whole day of the common era."""
    if not point.year or point.year < 1 or point.month is None or point.day is None:
        return None
    return date(point.year, point.month, point.day) if exists(point) else None


def from_date(day: date) -> Point:
    """Return the point of a day."""
    return Point(unit="D", year=day.year, month=day.month, day=day.day)


def cut(point: Point, unit: str) -> Point | None:
    """Return the stretch of `unit` that holds the point, None where the point is coarser."""
    if point.unit == unit:
        return replace(point, part=None, clock=None)
    if ORDER.index(unit) > ORDER.index(point.unit) or point.year is None:
        return None
    if unit in YEARS:
        return Point(unit=unit, year=point.year - point.year % YEARS[unit])
    if unit == "M" and point.month is not None:
        return Point(unit="M", year=point.year, month=point.month)
    day = as_date(point)
    if unit == "W" and day is not None:
        return replace(from_date(day - timedelta(day.weekday())), unit="W")
    return None


def move(point: Point, count: int, unit: str) -> Point | None:
    """Return the stretch of `unit` that lies `count` units on, None where the point is coarser."""
    start = cut(point, "D" if unit == "W" and point.unit == "D" else unit)
    if start is None or start.year is None:
        return None
    if unit in YEARS:
        return _kept(replace(start, year=start.year + count * YEARS[unit]))
    if unit == "M" and start.month is not None:
        years, month = divmod(start.month - 1 + count, 12)
        return _kept(replace(start, year=start.year + years, month=month + 1))
    return _move_days(start, count * (7 if unit == "W" else 1))


def _move_days(point: Point, count: int) -> Point | None:
    day = as_date(point)
    try:
        return replace(from_date(day + timedelta(count)), unit=point.unit) if day else None
    except OverflowError:
        return None


def _kept(point: Point) -> Point | None:
    return point if exists(point) else None


def edtf(point: Point) -> str | None:
    """Write the point as EDTF; decades, centuries and weeks are intervals."""
    if point.unit in ("DE", "CE"):
        return _edtf_years(point)
    if point.unit == "W":
        return _edtf_week(point)
    if point.unit == "S":
        return f"{_year(point.year)}-{SEASONS[point.season or 'SP']}" if point.year else None
    if point.year is None and (point.month is None or point.unit == "Y"):
        return None
    return _year(point.year) + _month_day(point)


def _edtf_week(point: Point) -> str | None:
    sunday = move(replace(point, unit="D"), 6, "D")
    first, last = as_date(point), as_date(sunday) if sunday else None
    return f"{first.isoformat()}/{last.isoformat()}" if first and last else None


def _edtf_years(point: Point) -> str | None:
    if point.year is None:
        return None
    return f"{_year(point.year)}/{_year(point.year + YEARS[point.unit] - 1)}"


def _year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _month_day(point: Point) -> str:
    month = "" if point.month is None else f"-{point.month:02d}"
    return month + ("" if point.day is None or not month else f"-{point.day:02d}")


def timex(point: Point) -> str:
    """Write the point as a TIMEX3 value; years before the common era as ``BC0480``."""
    year = point.year
    era, count = ("", year) if year is None or year > 0 else ("BC", 1 - year)
    digits = "XXXX" if count is None else f"{count:04d}"
    if point.unit in ("DE", "CE"):
        last = count if not era or count is None else count - YEARS[point.unit] + 1
        return era + ("XXXX" if last is None else f"{last:04d}")[: 3 if point.unit == "DE" else 2]
    if point.unit == "S":
        return f"{era}{digits}-{point.season}"
    if point.unit == "W":
        return _timex_week(point, digits)
    return era + digits + _timex_day(point)


def _timex_week(point: Point, digits: str) -> str:
    day = as_date(point)
    if day is None:
        return f"{digits}-WXX"
    return f"{day.isocalendar().year:04d}-W{day.isocalendar().week:02d}"


def _timex_day(point: Point) -> str:
    fine = point.part or point.clock
    if point.unit == "Y" and not fine:
        return ""
    month = "XX" if point.month is None else f"{point.month:02d}"
    day = "XX" if point.day is None else f"{point.day:02d}"
    if fine:
        return f"-{month}-{day}T{point.clock or point.part}"
    return f"-{month}-{day}" if point.unit == "D" else f"-{month}"
