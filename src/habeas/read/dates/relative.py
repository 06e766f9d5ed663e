"""Read dates that are told from another date: "last year", "two days later", "on Monday"."""

from dataclasses import replace

from habeas.read.dates.calendar import make_point, read_clock, read_fields
from habeas.read.dates.expression import DateKind
from habeas.read.dates.found import Found, found_point
from habeas.read.dates.measure import count_of, read_count, read_duration
from habeas.read.dates.period import last_season
from habeas.read.dates.point import (
    ORDER,
    YEARS,
    Point,
    as_date,
    cut,
    edtf,
    exists,
    move,
    timex,
)
from habeas.read.dates.story import Phrase, Story

_STEP = {"L": -1, "T": 0, "H": 0, "X": 1}


def _direction(phrase: Phrase, story: Story) -> tuple[int, Point | None]:
    """Return how many steps from which date the pointing words say."""
    place = phrase.places("THLX")[-1]
    kind = phrase.tokens.symbols[place]
    far = kind == "H" or phrase.tokens.values[place] == "far"
    # "the next day", "this day" are told from the story, "next week" from the day of writing.
    told = phrase.word("Uup") in ("D", "MO", "AF", "EV", "NI")
    told = told or ("D" in phrase.symbols and not story.words.adjective_after)
    far = far or (kind == "X" and told) or (kind == "T" and phrase.word("U") == "D")
    base = story.focus or (None if story.history else story.anchor) if far else story.near()
    return _STEP[kind], base


def read_deictic(phrase: Phrase, story: Story) -> Found | None:
    """Read a pointing word with a unit, month, weekday, season or part of a day."""
    step, base = _direction(phrase, story)
    unit = phrase.word("UugG")
    if unit is not None:
        return _read_unit(phrase, story, step=step, base=base)
    if phrase.places("Ma"):
        return _read_month(phrase, story)
    if phrase.places("W"):
        week = cut(base, "W") if base and "T" in phrase.symbols else None
        eve = move(replace(week, unit="D"), -1, "D") if week else None
        return _weekday(phrase, eve or base, 1 if eve else step)
    if phrase.places("Ss="):
        return last_season(phrase, base, step)
    return _part(phrase, move(base, step, "D") if base else None)


def _read_unit(phrase: Phrase, story: Story, *, step: int, base: Point | None) -> Found | None:
    unit = phrase.word("UugG") or "D"
    plural = bool(phrase.places("uG"))
    if unit not in ORDER or plural or _is_past_span(phrase):
        return _span(phrase, story, unit=unit, step=step)
    point = _moved(base, step, unit)
    if point is None:
        return Found(timex=_some_day(base, unit), relative=True)
    return found_point(replace(point, part=phrase.word("p")), relative=True)


def _moved(base: Point | None, step: int, unit: str) -> Point | None:
    """Return the whole unit that lies `step` units from the one that holds the base."""
    whole = cut(base, unit) if base else None
    return move(whole, step, unit) if whole else None


def _some_day(base: Point | None, unit: str) -> str | None:
    """Return TIMEX3 for a day of a month or year that is all that is known."""
    if base is None or unit != "D" or base.unit not in ("M", "Y"):
        return None
    return timex(base) + ("-XX" if base.unit == "M" else "-XX-XX")


def _is_past_span(phrase: Phrase) -> bool:
    """Say whether it is "the past year", which is a length, and not "last year"."""
    return phrase.symbols[:2] == "DL" and phrase.values("L") == ["near"]


def _span(phrase: Phrase, story: Story, *, unit: str, step: int) -> Found | None:
    """Return "the past year", "these days": a length, or now."""
    if step == 0:
        return Found(timex="PRESENT_REF" if unit == "D" else None, relative=True)
    return read_count(phrase, story)


def _read_month(phrase: Phrase, story: Story) -> Found | None:
    fields = read_fields(phrase, story)
    step, base = _direction(phrase, story)
    if fields.year is None and base is not None and base.year is not None and fields.month:
        fields = replace(fields, year=base.year + _turns(base.month, fields.month, step))
    return found_point(make_point(fields, story, phrase.start), relative=True)


def _turns(now: int | None, month: int, step: int) -> int:
    """Return the years between now and the last (-1) or next (1) such month."""
    if step == 0 or now is None:
        return 0
    if step < 0:
        return -int(month >= now)
    return int(month <= now)


def read_adjective(phrase: Phrase, story: Story) -> Found | None:
    """Read a date before its pointing word: "le 3 mai dernier", "l'année suivante"."""
    return read_deictic(phrase, story)


def read_weekday(phrase: Phrase, story: Story) -> Found | None:
    """Read a bare weekday: the last one, or the next one where the sentence looks ahead."""
    step = 1 if not story.history and story.looks_ahead(phrase.start) else 0
    return _weekday(phrase, story.near(), step)


def _weekday(phrase: Phrase, base: Point | None, step: int) -> Found | None:
    weekday = phrase.number("W") or 1
    today = as_date(base) if base else None
    if base is None or today is None:
        return Found(timex=f"XXXX-WXX-{weekday}", relative=True)
    back = (today.isoweekday() - weekday) % 7
    point = move(base, 7 - back if step > 0 else -(back or 7 * int(step < 0)), "D")
    return found_point(replace(point, part=phrase.word("p")), relative=True) if point else None


def _part(phrase: Phrase, base: Point | None) -> Found | None:
    part = phrase.word("p")
    day = cut(base, "D") if base else None
    if day is None:
        return Found(timex=f"XXXX-XX-XXT{part}", kind=DateKind.TIME, relative=True)
    return found_point(replace(day, part=part), relative=True)


def read_part(phrase: Phrase, story: Story) -> Found | None:
    """Read a bare part of the day, of the day last told where an article leads it."""
    # With a capital it is a name: "Dawn".
    if story.text[phrase.tokens.starts[phrase.end - 1]].isupper():
        return None
    return _part(phrase, story.focus if "D" in phrase.symbols else None)


def read_clock_time(phrase: Phrase, story: Story) -> Found | None:
    """Read a bare time of day, of the day last told."""
    clock = read_clock(phrase)
    day = cut(story.focus, "D") if story.focus else None
    if clock is None:
        return None
    if day is None:
        return Found(timex=f"XXXX-XX-XXT{clock}", kind=DateKind.TIME, relative=True)
    return found_point(replace(day, clock=clock), relative=True)


def read_shift(phrase: Phrase, story: Story) -> Found | None:
    """Read a distance from a date: "11 years ago", "two days later", "il y a un mois"."""
    ago = bool(phrase.places("K"))
    back = ago or bool(phrase.places("B<"))
    unit, count = phrase.word("UugG") or "D", count_of(phrase)
    base = story.near() if ago else story.focus
    if count == 0.5 and unit == "Y":
        unit, count = "M", 6
    if unit in ("DE", "CE") and not isinstance(count, str):
        unit, count = "Y", count * YEARS[unit]
    if (
        phrase.symbols[0] in "uG"
        or isinstance(count, str)
        or unit not in ORDER
        or count != int(count)
    ):
        return Found(timex="PAST_REF" if back else "FUTURE_REF", relative=True)
    point = move(base, int(-count if back else count), unit) if base else None
    if point is None:
        return Found(timex=_some_day(base, unit), relative=True)
    value = found_point(point, relative=True, about="A" in phrase.symbols)
    # "two years ago" looks back; the story goes on where it was.
    return replace(value, focus=None) if value and back else value


def read_event_shift(phrase: Phrase, story: Story) -> Found | None:
    """Read "two days after the arrest": uncertain, as the event may not be the one last told."""
    value = read_shift(phrase, story) if story.same_paragraph(phrase.start) else None
    if value is None or value.focus is None or _is_later(value.focus, story):
        return read_duration(phrase, story)
    return replace(value, edtf=f"{value.edtf}?") if value.edtf and "/" not in value.edtf else value


def _is_later(point: Point, story: Story) -> bool:
    """Say whether a point lies after the document's date."""
    here, there = edtf(point), edtf(story.anchor) if story.anchor else None
    return here is not None and there is not None and here > there


def read_since(phrase: Phrase, story: Story) -> Found | None:
    """Read "since then": from the date last told, with an open end."""
    start = edtf(story.focus) if story.focus else None
    value = f"{start.split('/')[0]}/.." if start else None
    return Found(edtf=value, relative=True)


def read_day(phrase: Phrase, story: Story) -> Found | None:
    """Read a day of the month last told: "on the 20th"."""
    month = cut(story.focus, "M") if story.focus else None
    day = phrase.number("d")
    if month is None:
        return None
    return found_point(replace(month, unit="D", day=day), relative=True)


def read_today(phrase: Phrase, story: Story) -> Found | None:
    """Read "today", "yesterday", "tomorrow" and their parts."""
    step, part = phrase.number("y") or 0, phrase.word("p")
    near = None if story.history else story.anchor
    point = move(near, step, "D") if near else None
    if point is None:
        return Found(timex=None if step else "PRESENT_REF", relative=True)
    value = found_point(replace(point, part=part), relative=True)
    return replace(value, timex="PRESENT_REF") if value and not step and not part else value


def read_old(phrase: Phrase, story: Story) -> Found | None:
    """Read a year of less than four figures near a date before the common era."""
    number, focus = phrase.number("Nn"), story.focus
    if number is None or focus is None or focus.year is None or focus.year > 0:
        return None
    point = Point(unit="Y", year=1 - number)
    return found_point(point) if abs(1 - number - focus.year) <= 100 and exists(point) else None
