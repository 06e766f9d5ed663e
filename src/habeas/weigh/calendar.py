"""Compare the dates of two tellings: one day, days that meet, a disputed day, or two happenings.

Never corrects a date: where one may be a slip, it says so and leaves it to a person.
"""

from datetime import date

from habeas.weigh.act import Family
from habeas.weigh.period import ABOUT, Days, days, gap, is_about, width
from habeas.weigh.telling import Telling

# Days between two dates that may still be one happening with a disputed date …
_DISPUTED = 3
# … and between dates that a person should look at.
_DOUBTFUL = 10
_NIGHT = 3
_MONTH = 31
_YEAR = 366


class Apart(Exception):
    """Two tellings cannot be of one happening; it never leaves this package."""


def compare_dates(one: Telling, other: Telling, family: Family) -> tuple[float, str]:
    """Return what the dates weigh, and why; raise Apart where they are of two happenings."""
    mine, theirs = days(one.date), days(other.date)
    if mine is None or theirs is None:
        return _undated(one, other, family)
    if gap(mine, theirs) == 0:
        return _meeting(mine, theirs, family)
    return _apart(one, other, family)


def _undated(one: Telling, other: Telling, family: Family) -> tuple[float, str]:
    _written_before(one, other)
    _written_before(other, one)
    if family.repeats or _is_near(one, other, family):
        return -0.1, ""
    if family.lasts and not _of_one_year(one, other):
        return 0.1, "one of them gives no date"
    return 0.17, "one of them gives no date"


def _of_one_year(one: Telling, other: Telling) -> bool:
    mine, theirs = days(one.written), days(other.written)
    return mine is not None and theirs is not None and gap(mine, theirs) <= _YEAR


def _written_before(one: Telling, other: Telling) -> None:
    written, when = days(one.written), days(other.date)
    if written and when and written[1] + _DISPUTED < when[0]:
        raise Apart("one was written before the date of the other")


def _is_near(one: Telling, other: Telling, family: Family) -> bool:
    return one.type in family.near or other.type in family.near


def _meeting(mine: Days, theirs: Days, family: Family) -> tuple[float, str]:
    wider = max(width(mine), width(theirs))
    if wider == 1:
        return (0.25 if family.repeats else 0.4), "both give one day"
    if wider <= _MONTH:
        return (0.1 if family.repeats else 0.35), "their dates can be one"
    return (-0.1 if family.repeats else 0.22), "one date lies within the wider one of the other"


def _apart(one: Telling, other: Telling, family: Family) -> tuple[float, str]:
    mine, theirs = days(one.date), days(other.date)
    assert mine is not None
    assert theirs is not None
    between, wider = gap(mine, theirs), max(width(mine), width(theirs))
    if wider <= _NIGHT and between <= _DISPUTED:
        return (0.0 if family.repeats else 0.25), f"their dates are {_days(between)} apart"
    if between <= ABOUT and (is_about(one.date) or is_about(other.date)):
        return (0.0 if family.repeats else 0.2), f"their dates are {_days(between)} apart, or about"
    if not family.repeats and _may_slip(mine, theirs, family):
        return 0.0, f"their dates are {_days(between)} apart: one may be a slip"
    raise Apart(f"their dates are {_days(between)} apart")


def _may_slip(mine: Days, theirs: Days, family: Family) -> bool:
    between = gap(mine, theirs)
    if between <= _DOUBTFUL:
        return True
    if family.once and between <= _YEAR:
        return True
    return width(mine) == width(theirs) == 1 and _anniversary(mine[0]) == _anniversary(theirs[0])


def _anniversary(day: int) -> tuple[int, int]:
    when = date.fromordinal(day)
    return when.month, when.day


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
