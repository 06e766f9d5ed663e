"""Read dates in figures: 2013-05-31, 31.05.2013, 12/06/14.

A full stop means that the day comes first. With a slash or hyphen a field over 12 settles it, then
the other dates of the text; where nothing tells, the day is taken to come first.
"""

import re

from habeas.read.dates.calendar import read_clock
from habeas.read.dates.found import Found, found_point
from habeas.read.dates.point import Point
from habeas.read.dates.story import Phrase, Story

# Two figures for a year mean this century up to this many years after the text was written.
_AHEAD = 10
_TODAY = 2030


def read_iso(phrase: Phrase, story: Story) -> Found | None:
    """Read an ISO 8601 date, with a time of day or without."""
    printed = phrase.word("I") or ""
    year, month, day = (int(part) for part in printed[:10].split("-"))
    clock = printed[11:16] or None
    return _found(year, month, day, clock=clock)


def read_numeric(phrase: Phrase, story: Story) -> Found | None:
    """Read a date of three numbers."""
    printed = phrase.word("Z") or ""
    one, two, three = (int(part) for part in re.split(r"[./-]", printed))
    if one > 31:
        return _found(one, two, three, clock=None)
    day_first = two <= 12 and (one > 12 or "." in printed or story.day_first)
    day, month = (one, two) if day_first else (two, one)
    return _found(_whole(three, story), month, day, clock=read_clock(phrase))


def _whole(year: int, story: Story) -> int:
    if year > 99:
        return year
    now = story.anchor.year if story.anchor and story.anchor.year else _TODAY - _AHEAD
    return max(y for y in (year + century for century in range(0, 2200, 100)) if y <= now + _AHEAD)


def _found(year: int, month: int, day: int, *, clock: str | None) -> Found | None:
    if not 1 <= month <= 12:
        return None
    return found_point(Point(unit="D", year=year, month=month, day=day, clock=clock))
