"""Read lengths of time, habits, and words that only say now, before or to come."""

from habeas.read.dates.expression import DateKind
from habeas.read.dates.found import Found, found_range
from habeas.read.dates.point import ORDER, cut, edtf, move
from habeas.read.dates.story import Phrase, Story

_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_OFTEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}


def count_of(phrase: Phrase) -> float | str:
    """Return how many units a phrase says, of "two or three" the last, "X" where it does not."""
    total, before = 0.0, ""
    values = phrase.tokens.values[phrase.start : phrase.end]
    for symbol, value in zip(phrase.symbols, values, strict=True):
        if symbol in "cdnNYiq":
            if isinstance(value, str):
                return value
            anew = symbol in "dnNY" or before == "t" or (before == "&" and value != 0.5)
            total = _add(0.0 if anew else total, value or 1)
        before = symbol
    return total or 1


def _add(total: float, value: float) -> float:
    """Add a word to a number: "two" "hundred", "twenty" "five"; a new number replaces it."""
    if total and value == 100:
        return total * value
    return total + value if value < total else value


def length(count: float | str, unit: str) -> str:
    """Write a length as TIMEX3 (ISO 8601 with DE and CE): P3D, PT7H, P.5CE."""
    digits = f"{count:g}".removeprefix("0") if isinstance(count, int | float) else count
    return f"PT{digits}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{digits}{unit}"


def read_duration(phrase: Phrase, story: Story) -> Found | None:
    """Read a length of time: "23 years", "for over a month", "seven-year", "weeks"."""
    unit = phrase.word("UugG")
    if unit is None:
        return None
    counted = phrase.places("cdnNYiq%LXr")
    count: float | str = count_of(phrase) if counted else "X"
    return Found(timex=length(count, unit), kind=DateKind.DURATION)


def read_count(phrase: Phrase, story: Story) -> Found | None:
    """Read a length up to now or from now: "the past decade", "the next six months"."""
    unit = phrase.word("UugG") or "D"
    count: float | str = count_of(phrase)
    if phrase.places("uG") and not phrase.places("cdnNYiq"):
        count = "X"
    value = None
    if phrase.places("L") and "near" in phrase.values("L") and isinstance(count, float | int):
        value = _since(story, int(count), unit)
    return Found(edtf=value, timex=length(count, unit), kind=DateKind.DURATION, relative=True)


def _since(story: Story, count: int, unit: str) -> str | None:
    """Return the interval of the last `count` units up to the document's date."""
    if story.anchor is None or story.history or unit not in ORDER:
        return None
    if unit in ("DE", "CE"):
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    start = move(story.anchor, -count, "D" if unit == "W" else unit)
    if unit == "W":
        start, unit = move(story.anchor, -7 * count, "D"), "D"
    return found_range(start, cut(story.anchor, unit))


def read_set(phrase: Phrase, story: Story) -> Found | None:
    """Read a habit: "every day", "annual"."""
    unit, often = phrase.word("UugG"), phrase.word("O")
    if often is None and unit is not None:
        count = count_of(phrase)
        often = _OFTEN.get(unit) if count == 1 else None
        often = often or length(count, unit)
    if often is None:
        often = f"XXXX-WXX-{phrase.number('W')}" if phrase.places("W") else "XXXX-XX-XX"
    return Found(timex=often, kind=DateKind.SET)


def read_now(phrase: Phrase, story: Story) -> Found | None:
    """Read "now", "currently": the document's date, if it has one and is no history."""
    anchor = None if story.history else story.anchor
    return Found(edtf=edtf(anchor) if anchor else None, timex="PRESENT_REF", relative=True)


def read_past(phrase: Phrase, story: Story) -> Found | None:
    """Read "recently", "former": before, and no more."""
    return Found(timex="PAST_REF", relative=True)


def read_future(phrase: Phrase, story: Story) -> Found | None:
    """Read "in the future": to come, and no more."""
    return Found(timex="FUTURE_REF", relative=True)


def read_vague(phrase: Phrase, story: Story) -> Found | None:
    """Read "at the same time", "so far": words of time without a value."""
    return Found(relative=True)
