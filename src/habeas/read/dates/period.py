"""Read stretches longer than a month: seasons, years and months under way, decades, centuries."""

from habeas.read.dates.found import Found, found_point
from habeas.read.dates.point import ORDER, YEARS, Point, cut
from habeas.read.dates.story import Phrase, Story

# The months that a season begins in and is over by, in the north.
_BEGUN = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}
_OVER = {"WI": 3, "SP": 6, "SU": 9, "FA": 12}


def read_season(phrase: Phrase, story: Story) -> Found | None:
    """Read a bare season; of the year last told, or the last one before a letter."""
    told = story.focus is not None and story.same_paragraph(phrase.start)
    led = "D" in phrase.symbols or "=" in phrase.symbols
    if story.history or (led and told):
        return _season(phrase, story.focus if led or _is_one(phrase, story) else None, 0)
    begun = _BEGUN[phrase.word("Ss=") or "WI"]
    here = story.anchor if led else None
    return _season(phrase, here, -int(here is not None and (here.month or 12) < begun))


def _is_one(phrase: Phrase, story: Story) -> bool:
    """Say whether one season is meant: "winter quarters" are those of any winter."""
    named = story.text[phrase.tokens.starts[phrase.end - 1]].isupper()
    return named or phrase.tokens.symbols[phrase.end : phrase.end + 1] != "x"


def last_season(phrase: Phrase, base: Point | None, step: int) -> Found | None:
    """Read "last summer", which in autumn is that of the same year."""
    over = base is not None and (base.month or 0) > _OVER[phrase.word("Ss=") or "WI"]
    return _season(phrase, base, 0 if step < 0 and over else step)


def _season(phrase: Phrase, base: Point | None, step: int) -> Found | None:
    season = phrase.word("Ss=") or "SU"
    if base is None or base.year is None:
        return Found(timex=f"XXXX-{season}", relative=True)
    year = base.year + step
    return found_point(Point(unit="S", year=year, season=season), relative=True)


def read_decade(phrase: Phrase, story: Story) -> Found | None:
    """Read a decade: "the 1980s", "les années 1990", "90-х годах", "the sixties"."""
    number = phrase.number("YNnd9")
    if number is None or number % 10:
        return None
    year = number if number > 99 else _decade_century(number, story) + number
    if "BC" in phrase.values("C"):
        year = -8 - year
    relative = number < 100
    point = Point(unit="DE", year=year)
    return found_point(point, relative=relative, about="A" in phrase.symbols)


def _decade_century(decade: int, story: Story) -> int:
    """Return the century of "the 90s": the last one that had them when the text was written."""
    base = story.near() or story.focus
    if base is None or not base.year or base.year < 1:
        return 1900 if decade > 20 else 2000
    century = base.year - base.year % 100
    return century if century + decade <= base.year else century - YEARS["CE"]


def read_century(phrase: Phrase, story: Story) -> Found | None:
    """Read a century: "the late 19th century", "XIXe siècle"; its years run from 00 to 99."""
    number = phrase.number("rvd")
    if phrase.word("U") != "CE" or not number or number > 30:
        return None
    year = (number - 1) * 100
    if "BC" in phrase.values("C"):
        year = 1 - number * 100
    return found_point(Point(unit="CE", year=year), about="A" in phrase.symbols)


def read_period(phrase: Phrase, story: Story) -> Found | None:
    """Read a stretch of the current month or year: "the end of the year", "later that month"."""
    base = story.focus or story.near() if story.history else story.near() or story.focus
    unit = phrase.word("UugG") or "D"
    if base is None or unit not in ORDER:
        return Found(timex=None, relative=True)
    return found_point(cut(base, unit), relative=True) or Found(timex=None, relative=True)
