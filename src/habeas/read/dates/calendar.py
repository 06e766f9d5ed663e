"""Read dates that print a year, month, day or season: single ones, ranges and decades."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.read.dates.found import Found, found_point, found_range
from habeas.read.dates.point import Point, exists
from habeas.read.dates.story import Phrase, Story

_STEP = {"L": -1, "T": 0, "H": 0, "X": 1}
_RANGE_SIGN = re.compile(r"[-t&]")
_COUNTED = re.compile(r"[a-zа-яё]{3,}s")
_LEADS = tuple("P@jfbt<>&")
_LIKELY_YEARS = range(1700, 2036)
# A year of two figures may lie this far ahead of the story; without one, of this year.
_AHEAD = 10
_TODAY = 2020


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a phrase prints of a date; `year_relative` is a year such as "that year"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    part: str | None = None
    clock: str | None = None
    year_relative: bool = False


def read_fields(phrase: Phrase, story: Story) -> Fields:
    """Return the fields that a phrase of a single date prints."""
    symbols = phrase.symbols
    month = phrase.number("Ma")
    year = _year(phrase, story)
    relative = year is None and any(s in symbols for s in "gG")
    return Fields(
        year=_year_meant(phrase, story) if relative else year,
        month=month,
        day=_day(phrase) if month else None,
        season=phrase.word("Ss="),
        part=phrase.word("p"),
        clock=read_clock(phrase),
        year_relative=relative,
    )


def _year(phrase: Phrase, story: Story) -> int | None:
    symbols = phrase.symbols
    printed = re.search(r"Y|[dnN](?=C)|(?<=C)[dnN]|(?<=')[dn]", symbols)
    if printed is None:
        return None
    year = phrase.tokens.values[phrase.start + printed.start()]
    if not isinstance(year, int):
        return None
    if printed.group() in "dn" and "C" not in symbols:
        return _whole_year(year, story)
    return 1 - year if "BC" in phrase.values("C") else year


def _whole_year(two: int, story: Story) -> int:
    """Return the year nearest before the story's that ends in these two figures."""
    point = story.focus or story.anchor
    now = point.year if point is not None and point.year else _TODAY
    year = now - now % 100 + two
    return year if year <= now + _AHEAD else year - 100


def _year_meant(phrase: Phrase, story: Story) -> int | None:
    """Return the year that "that year", "last year" and the like mean."""
    place = phrase.places("THLX")[-1:]
    if not place:
        return None
    kind, distance = phrase.tokens.symbols[place[0]], phrase.tokens.values[place[0]]
    base = story.near() if distance == "near" and kind != "H" else story.focus
    return None if base is None or base.year is None else base.year + _STEP[kind]


def _day(phrase: Phrase) -> int | None:
    for place in phrase.places("drv"):
        if phrase.tokens.symbols[place + 1 : place + 2] not in ("C", "h"):
            value = phrase.tokens.values[place]
            return value if isinstance(value, int) else None
    return None


def read_clock(phrase: Phrase) -> str | None:
    """Return the time of day as HH:MM."""
    printed = phrase.word("k")
    half = phrase.number("h")
    if printed is None and half is None:
        return None
    hour, _, minute = (printed or "").partition(":")
    if printed is None:
        hours = phrase.tokens.values[phrase.places("h")[0] - 1]
        hour = str(hours)
    whole = int(hour) % 12 + half if half is not None and hour.isdecimal() else int(hour)
    return f"{whole:02d}:{minute[:2] or '00'}" if whole < 25 else None


def make_point(fields: Fields, story: Story, token: int) -> Point | None:
    """Return the point of the fields; a year not printed is taken from the story."""
    year, month, season = fields.year, fields.month, fields.season
    if year is None and month is not None and not fields.year_relative:
        year = story.year_for(month, fields.day, token)
    if year is None and season and story.focus and not fields.year_relative:
        year = story.focus.year
    unit = "S" if season else "D" if fields.day else "M" if month else "Y"
    point = Point(
        unit=unit,
        year=year,
        month=month,
        day=fields.day,
        season=season,
        part=fields.part,
        clock=fields.clock,
    )
    return point if exists(point) else None


def read_calendar(phrase: Phrase, story: Story) -> Found | None:
    """Read one date such as "early October", "31 May 2013" or "the night of 3 July"."""
    if "Y" in phrase.symbols and not _is_year(phrase, story):
        return None
    fields = read_fields(phrase, story)
    point = make_point(fields, story, phrase.start)
    if point is None:
        return Found()
    relative = fields.year is None or fields.year_relative
    return found_point(point, relative=relative, about="A" in phrase.symbols)


def _is_year(phrase: Phrase, story: Story) -> bool:
    """Say whether a number that stands alone may be a year: not "1200 villages"."""
    if re.search(r"[MaSs=WgGCp]", phrase.symbols):
        return True
    year, tokens = phrase.number("Y") or 0, phrase.tokens
    before = tokens.symbols[phrase.start - 1 : phrase.start]
    after = tokens.symbols[phrase.end : phrase.end + 1]
    if before in ("+", "/") or (after == "#" and before != "@"):
        return False
    led = before in _LEADS or "D" in phrase.symbols
    if year not in _LIKELY_YEARS:
        return led and after != "x"
    if after != "x" or led or year % 10:
        return True
    word = story.text[tokens.starts[phrase.end] : tokens.ends[phrase.end]]
    return _COUNTED.fullmatch(word) is None


def read_days(phrase: Phrase, story: Story) -> Found | None:
    """Read days of one month: "5-6 December", "du 3 au 5 mai", "May 6 and 7"."""
    places = _day_places(phrase)
    values = [phrase.tokens.values[place] for place in places]
    fields = read_fields(phrase, story)
    if len(places) != 2 or fields.month is None:
        return None
    points = [
        make_point(replace(fields, day=value), story, phrase.start)
        if isinstance(value, int)
        else None
        for value in values
    ]
    first_month = min(phrase.places("Ma")) < places[0]
    cuts = [_first(phrase, places[0], first_month), _last(phrase, places[1])]
    joined = "&" not in phrase.symbols or "b" in phrase.symbols or _follow(values)
    return _both(points, cuts, joined=joined, relative=fields.year is None)


def _day_places(phrase: Phrase) -> list[int]:
    return [
        p
        for p in phrase.places("drv")
        if phrase.tokens.symbols[p - 1 : p] != "'" or p == phrase.start
    ]


def _first(phrase: Phrase, place: int, month_first: bool) -> tuple[int, int]:
    return (min(phrase.places("Ma")), place + 1) if month_first else (place, place + 1)


def _last(phrase: Phrase, place: int) -> tuple[int, int]:
    return place, phrase.end


def _follow(values: Sequence[object]) -> bool:
    first, second = values
    return isinstance(first, int) and isinstance(second, int) and second == first + 1


def _both(
    points: list[Point | None], cuts: list[tuple[int, int]], *, joined: bool, relative: bool
) -> Found | None:
    ends = [found_point(point, relative=relative) for point in points]
    parts = tuple((*cut, end) for cut, end in zip(cuts, ends, strict=True) if end is not None)
    if len(parts) < 2:
        return None
    return Found(
        edtf=found_range(points[0], points[1]) if joined else None,
        relative=relative,
        focus=parts[1][2].focus,
        parts=parts,
    )


def read_range(phrase: Phrase, story: Story) -> Found | None:
    """Read two dates as a range: "from July 2002 to January 2003", "October–November 2011"."""
    sign = next((p for p in phrase.places("-t&") if _splits(phrase, p)), None)
    if sign is None:
        return None
    left, right = (
        Phrase(phrase.tokens, phrase.start, sign),
        Phrase(phrase.tokens, sign + 1, phrase.end),
    )
    first, last = read_fields(left, story), read_fields(right, story)
    if (first.year, first.month, first.season) == (None, None, None):
        return None
    if last.month is None and (first.day or (first.month and first.year is None)):
        return None
    if first.year is None and last.year is not None:
        year = last.year - int((first.month or 0) > (last.month or 12))
        first = replace(first, year=year, year_relative=last.year_relative)
    start = make_point(first, story, left.start)
    if start is not None and last.year is None and start.year is not None:
        last = replace(last, year=start.year + int((last.month or 12) < (start.month or 0)))
    end = make_point(last, story, right.start)
    begin = phrase.start + int(phrase.symbols[0] in "jbP")
    cuts = [(begin, sign), (sign + 1, phrase.end)]
    joined = "&" not in phrase.symbols or "b" in phrase.symbols or _months_follow(start, end)
    return _both([start, end], cuts, joined=joined, relative=first.year is None)


def _splits(phrase: Phrase, place: int) -> bool:
    """Say whether a sign is between two dates and not within one ("24-го", "mid-May")."""
    symbols = phrase.symbols
    at = place - phrase.start
    return 0 < at < len(symbols) - 1 and symbols[at - 1] not in "eE" and symbols[at + 1] != "o"


def _months_follow(first: Point | None, last: Point | None) -> bool:
    if first is None or last is None or first.month is None or last.month is None:
        return False
    return first.day is None and last.month - first.month == 1


def read_years(phrase: Phrase, story: Story) -> Found | None:
    """Read a range of years: "1955-1963", "1915-17", "499 to 493 BC"."""
    places = phrase.places("YdnN")
    first, last = (phrase.tokens.values[place] for place in places[:2])
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    if "BC" in phrase.values("C"):
        first, last = 1 - first, 1 - last
    elif last < 100 <= first:
        if last <= first % 100:
            return _read_month(first, last, phrase)
        last += first - first % 100
    points: list[Point | None] = [Point(unit="Y", year=year) for year in (first, last)]
    return _both(
        points,
        [(places[0], places[0] + 1), (places[1], phrase.end)],
        joined=first < last,
        relative=False,
    )


def _read_month(year: int, month: int, phrase: Phrase) -> Found | None:
    """Read "2013-05", which cannot be a range of years, as ISO 8601 does."""
    if month > 12 or len(phrase.symbols) != 3:
        return None
    return found_point(Point(unit="M", year=year, month=month))


def read_open(phrase: Phrase, story: Story) -> Found | None:
    """Read a range that lasts until now: "from 2016 to the present day"."""
    present = phrase.places("R")[0]
    ends = [p for p in phrase.places("-t&") if p < present]
    first = Phrase(phrase.tokens, phrase.start, min(ends, default=present))
    start = make_point(read_fields(first, story), story, phrase.start)
    begin = found_point(start)
    if begin is None:
        return None
    now = Found(edtf=None, timex="PRESENT_REF", relative=True)
    parts = ((phrase.start + 1, first.end, begin), (present, phrase.end, now))
    value = found_range(start, None if story.history else story.anchor)
    value = value or (f"{begin.edtf}/.." if begin.edtf and "/" not in begin.edtf else begin.edtf)
    return Found(edtf=value, relative=True, focus=start, parts=parts)
