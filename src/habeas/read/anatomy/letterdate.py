"""Tell when a text was written and when it was published, where it prints so.

A date in a post's front matter or after a © is that of publication; one in a dateline or a
sign-off is that of writing. A date told in the text itself is neither.
"""

import re
from dataclasses import dataclass
from functools import cache

from habeas.model import Kind, PrintedDate, Span
from habeas.read.anatomy.front import front_values, is_header, read_header
from habeas.read.anatomy.line import Line, postscript
from habeas.read.anatomy.wording import phrase
from habeas.read.dates import find_dates
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import load
from habeas.read.sheet import Sheet

_FULL = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:T.*)?")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_DATELINE = re.compile(
    r"\s*(?:[^\W\d_][^()–—.]{0,40}\s)?\(?[^()–—]{0,80}\)?\s*(?:[–—]|:(?!\d)|\s-\s|--)"
)
_NAMED_ONLY = re.compile(r"[^\W\d_][^\W\d_-]*")
HEAD = 80  # lines in which a page prints its date
TOP_WORDS, END_WORDS = 6, 14  # words besides the date on its line
PUBLISHED = (
    "date",
    "published",
    "pubdate",
    "publishdate",
    "datepublished",
    "published_at",
    "created",
)


@dataclass(frozen=True, slots=True)
class Dates:
    """When a text was written and published, None where it prints no such date."""

    written: PrintedDate | None = None
    published: PrintedDate | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A date on its line; `others` is the number of words beside it."""

    line: Line
    start: int
    end: int
    edtf: str

    @property
    def printed(self) -> PrintedDate:
        """Return it for the reading."""
        return PrintedDate(edtf=self.edtf, span=self.line.span(self.start, self.end))

    @property
    def others(self) -> int:
        """Return how many words the line has besides the date."""
        rest = self.line.text[: self.start] + " " + self.line.text[self.end :]
        return len(_NAMED_ONLY.findall(rest))


def read_dates(sheet: Sheet, lines: list[Line], kind: Kind) -> Dates:
    """Return the dates of writing and publication of a text of this kind."""
    language = sheet.language or "en"
    top = _top(lines, language)
    posted = [one for one in top if _is_posted(one, lines)]
    plain = [one for one in top if one not in posted]
    published = _front(sheet, language) or _copyright(lines, language) or _one(posted)
    written = _end(lines, language) or _one(plain)
    dateline = _dateline(lines, language)
    if kind is Kind.NEWS_REPORT:
        return Dates(None, published or dateline or written)
    return Dates(written or dateline, published or dateline)


def _one(found: list[Found]) -> PrintedDate | None:
    return found[0].printed if found else None


def dates_on(line: Line, language: str) -> list[Found]:
    """Return the dates on a line that have a year and a month."""
    if not _YEAR.search(line.text):
        return []
    printed = [
        Found(line, one.span.start, one.span.end, one.edtf)
        for one in find_dates(line.text, language=language)
        if one.edtf and _FULL.fullmatch(one.edtf)
    ]
    return printed or _worded(line)


def _worded(line: Line) -> list[Found]:
    """Return the dates with the month in a word of a language without a grammar of dates."""
    return [
        Found(
            line,
            *found.span(),
            f"{found['year']}-{_months()[found['month'].lower()]}-{int(found['day']):02}",
        )
        for found in _month_pattern().finditer(line.text)
    ]


@cache
def _months() -> dict[str, str]:
    lists = load("anatomy_months").values()
    return {
        form: f"{number:02}"
        for months in lists
        for number, forms in enumerate(months, 1)
        for form in forms.split("|")
    }


@cache
def _month_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    of = r"(?:\s+(?:de|del|di|do))?\s+"
    return re.compile(
        rf"\b(?P<day>[0-3]?\d)\.?º?{of}(?P<month>{months}){of}(?P<year>(?:19|20)\d\d)", re.I
    )


def _front(sheet: Sheet, language: str) -> PrintedDate | None:
    for value in front_values(sheet, *PUBLISHED):
        for one in find_dates(value.text, language=language):
            if one.edtf and _FULL.fullmatch(one.edtf):
                return PrintedDate(edtf=one.edtf[:10], span=_within(sheet, value.span, one.span))
    return None


def _within(sheet: Sheet, value: Span, found: Span) -> Span:
    """Return where the day stands in a value; a time stamp in one word is kept whole."""
    start, end = value.start + found.start, value.start + found.end
    stamp = re.match(r"\d{4}-\d\d-\d\d(?= )", sheet.text[start:end])
    return Span(start, start + stamp.end() if stamp else end)


def _copyright(lines: list[Line], language: str) -> PrintedDate | None:
    for line in lines:
        if line.use is Use.FOOTER and phrase("page", "copyright").match(line.text):
            return _one(dates_on(line, language))
    return None


def _top(lines: list[Line], language: str) -> list[Found]:
    """Return the dates that stand on lines of their own before the text begins."""
    found: list[Found] = []
    for line in lines[:HEAD]:
        if line.use is Use.BODY and line.is_prose:
            break
        if line.use is Use.BODY and len(line.text) < 140:
            late = is_header(read_header(line), "addressed", "deadline")
            dated = [] if late else dates_on(line, language)
            found += [one for one in dated if one.others <= TOP_WORDS]
    return found


def _is_posted(found: Found, lines: list[Line]) -> bool:
    """Say whether a date is printed as the date of a post: so worded, or under a by-line."""
    headed = read_header(found.line)
    if phrase("page", "published").match(found.line.text):
        return True
    if is_header(headed, "addressed", "date"):
        return False
    above = [line for line in lines[:HEAD] if line.index < found.line.index][-2:]
    above = [line for line in above if not phrase("page", "delivery").match(line.text)]
    return any(phrase("page", "byline").match(line.text) and len(line.text) < 60 for line in above)


def _dateline(lines: list[Line], language: str) -> PrintedDate | None:
    """Return the date of ``(Place, 3 May 2021) –`` at the head of the text."""
    prose = [line for line in lines if line.use is Use.BODY and line.is_prose]
    for line in prose[:2]:
        head = _DATELINE.match(line.text)
        if head:
            early = [one for one in dates_on(line, language) if one.end <= head.end()]
            if early:
                return early[0].printed
        for one in dates_on(line, language)[:1]:
            if _opens(line.text[: one.start], line.text[one.end :]):
                return one.printed
    return None


def _opens(before: str, after: str) -> bool:
    """Say whether a date stands after a place and before a stop: ``Place – 3 May 2021. We …``."""
    if not re.search(r"[,–—-]\s*(?:le\s+|den\s+)?$", before):
        return False
    found = _NAMED_ONLY.findall(before)
    named = len(found) < 6 and all(word[0].isupper() or len(word) < 3 for word in found)
    return named and bool(re.match(r"\)?\s*(?:[.:–—]|-\s)", after))


def _end(lines: list[Line], language: str) -> PrintedDate | None:
    """Return the date under the text, beside the signatures."""
    body = [line for line in lines if line.use is Use.BODY]
    body = body[: postscript(body)]
    last = max((i for i, line in enumerate(body) if _is_text(line)), default=-1)
    for line in body[last + 1 :] if last >= 0 else []:
        if line.shape is Shape.HEADING or phrase("page", "published").match(line.text):
            continue
        if is_header(read_header(line), "addressed", "deadline"):
            continue
        found = [one for one in dates_on(line, language) if one.others <= END_WORDS]
        if found:
            return found[0].printed
    return None


def _is_text(line: Line) -> bool:
    return line.is_prose and line.shape in (Shape.PARAGRAPH, Shape.QUOTE)
