"""Tell well-formed EDTF (ISO 8601-2:2019, levels 0 and 1, with unspecified digits anywhere).

Checks the form and that the day exists; it does not ask whether an interval runs forwards.
"""

import re

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DATE = re.compile(
    r"(?P<year>-?[\dX]{4})"
    r"(?:-(?P<month>0[1-9]|1[0-2]|XX|2[1-4])(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?)?"
    r"[~?%]?",
    re.ASCII,
)
_TIME = re.compile(r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_OPEN = ("", "..")


def is_edtf(text: str) -> bool:
    """Say whether `text` is a date, a date with time, or an interval of dates."""
    start, slash, end = text.partition("/")
    if not slash:
        return _is_moment(text)
    closed = [side for side in (start, end) if side not in _OPEN]
    return bool(closed) and all(map(_is_date, closed))


def _is_moment(text: str) -> bool:
    date, mark, _ = text.partition("T")
    return _is_date(date) and (not mark or _TIME.fullmatch(text, len(date)) is not None)


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and text[:5] != "-0000" and _day_exists(**found.groupdict())


def _day_exists(year: str, month: str | None, day: str | None) -> bool:
    if month is None or day is None or day == "XX":
        return True
    if month == "XX":
        return int(day) <= 31
    return int(month) <= 12 and int(day) <= days_in(int(month), _whole(year))


def _whole(year: str) -> int | None:
    return None if "X" in year else int(year)


def days_in(month: int, year: int | None) -> int:
    """Return the days of a month; of February 29 where the year is not known."""
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _DAYS[month - 1]
