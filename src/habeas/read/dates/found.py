"""What a rule works out of a phrase, before it is given a place in the text."""

from dataclasses import dataclass

from habeas.read.dates.expression import DateKind
from habeas.read.dates.point import YEARS, Point, edtf, exists, timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value; `focus` is the date it leaves in the reader's mind.

    `parts` are the ends of a range as `(first token, last token + 1, value)`. Parts without an
    `edtf` of the whole are a list of dates that stand each for itself.
    """

    edtf: str | None = None
    timex: str | None = None
    kind: DateKind = DateKind.DATE
    relative: bool = False
    focus: Point | None = None
    parts: tuple[tuple[int, int, "Found"], ...] = ()


def found_point(
    point: Point | None, *, relative: bool = False, about: bool = False
) -> Found | None:
    """Return the value of a point, None where the calendar has no such day."""
    if point is None or not exists(point):
        return None
    value = edtf(point)
    if value and about:
        value = "/".join(f"{side}~" for side in value.split("/"))
    return Found(
        edtf=value,
        timex=timex(point),
        kind=DateKind.TIME if point.part or point.clock else DateKind.DATE,
        relative=relative,
        focus=point if point.year is not None else None,
    )


def found_range(first: Point | None, last: Point | None) -> str | None:
    """Return the interval from the start of `first` to the end of `last` in EDTF."""
    # An interval of ISO 8601-2 has no seasons at its ends.
    start = edtf(first) if first and first.unit != "S" else None
    end = edtf(last) if last and last.unit != "S" else None
    if first is None or last is None or start is None or end is None or _is_before(last, first):
        return None
    return f"{start.split('/')[0]}/{end.split('/')[-1]}"


def _is_before(one: Point, other: Point) -> bool:
    """Say whether `one` is over before `other` begins."""
    if one.year is None or other.year is None:
        return False
    last = (one.year + YEARS.get(one.unit, 1) - 1, one.month or 12, one.day or 31)
    return last < (other.year, other.month or 1, other.day or 1)
