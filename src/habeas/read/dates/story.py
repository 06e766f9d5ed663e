"""Where the text stands in time: its own date, the date last told, and which of them to trust.

In a letter or in news a month without a year is near the document's date. In a history, told long
after, it belongs to the year last named. Which of the two a text is, is read off the years that it
prints; a letter that tells a story in one paragraph is a history there.
"""

import re
from bisect import bisect
from dataclasses import dataclass, field

from habeas.read.dates.grammar import FULL
from habeas.read.dates.point import Point, cut, parse_point
from habeas.read.dates.tokens import Tokens
from habeas.read.dates.words import Value, Words

# A text that mostly names years further than this from its own date is a history.
_NEAR_YEARS = 2
_FEW_YEARS = 6
_MANY_YEARS = 12
# A text that prints so many years tells a story, whenever it was written.
_STORY = 30
# Years for each word such as "Monday", below which a text is news.
_PER_DAY = 8
# A story goes on by less than this many years at a step; characters that open a line.
_STRIDE = 10
_FRONT = 12
# A day this close ahead of the document is rather meant than the one a year ago.
_SOON = 14
_SENTENCE = re.compile(r"[.!?\n]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[start, end)` that a rule matched."""

    tokens: Tokens
    start: int
    end: int

    @property
    def symbols(self) -> str:
        """Return the characters of the tokens."""
        return self.tokens.symbols[self.start : self.end]

    def values(self, symbols: str) -> list[Value]:
        """Return the values of the tokens of these kinds, in order."""
        return [self.tokens.values[i] for i in self.places(symbols)]

    def places(self, symbols: str) -> list[int]:
        """Return the token indexes of these kinds, in order."""
        return [self.start + i for i, s in enumerate(self.symbols) if s in symbols]

    def number(self, symbols: str) -> int | None:
        """Return the first whole number among the tokens of these kinds."""
        return next((v for v in self.values(symbols) if isinstance(v, int)), None)

    def word(self, symbols: str) -> str | None:
        """Return the first value that is a word among the tokens of these kinds."""
        return next((v for v in self.values(symbols) if isinstance(v, str)), None)


@dataclass(slots=True, kw_only=True)
class Story:
    """The dates against which the others are read; `focus` moves on as the text is read.

    `printed` has the years that a day and month are printed with somewhere in the text.
    """

    text: str
    tokens: Tokens
    words: Words
    anchor: Point | None
    focus: Point | None = None
    focus_token: int = 0
    fine: Point | None = None
    fine_token: int = 0
    aside: Point | None = None
    history: bool = False
    told: bool = False
    day_first: bool = True
    printed: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)

    def near(self) -> Point | None:
        """Return the date that "this", "last" and "now" are said from."""
        return self.focus if self.history else self.anchor

    def looks_ahead(self, token: int) -> bool:
        """Say whether the sentence around a token speaks of what is to come."""
        at = self.tokens.starts[token]
        before = [found.end() for found in _SENTENCE.finditer(self.text, max(0, at - 300), at)]
        after = _SENTENCE.search(self.text, self.tokens.ends[token])
        start = before[-1] if before else max(0, at - 300)
        return (
            self.words.ahead.search(self.text, start, after.start() if after else at + 300)
            is not None
        )

    def same_paragraph(self, token: int) -> bool:
        """Say whether no blank line lies between the last date and this token."""
        return self._between(self.focus_token, token) == 0

    def tell(self, point: Point, token: int, *, printed: bool) -> None:
        """Move the story on to a date, unless it is printed in full and an aside."""
        if printed and point.year and point.month and point.day:
            self.printed.setdefault((point.month, point.day), set()).add(point.year)
        if printed and self._is_aside(point, token):
            self.aside = point
            return
        if not printed and self.focus and cut(self.focus, point.unit) == point != self.focus:
            return
        self.focus, self.focus_token, self.aside = point, token, None
        if point.month is not None:
            self.fine, self.fine_token = point, token

    def _is_aside(self, point: Point, token: int) -> bool:
        """Say whether a year is a look back or far ahead: "as in 1614", "found in 2005"."""
        if self.focus is None or not self.focus.year or not point.year or point.month:
            return False
        if self.aside and self.aside.year and 0 < abs(self.aside.year - point.year) < _STRIDE:
            return False
        return abs(point.year - self.focus.year) >= _STRIDE and not self._opens(token)

    def _opens(self, token: int) -> bool:
        """Say whether a token stands at the beginning of a line."""
        line = self.text.rfind("\n", 0, self.tokens.starts[token]) + 1
        return self.tokens.starts[token] - line < _FRONT

    def year_for(self, month: int, day: int | None, token: int) -> int | None:
        """Return the year that a month or day printed without one belongs to."""
        if self.anchor is None or (self.told and self.focus is not None):
            return self._told_year(month, token)
        if day is not None and len(years := self.printed.get((month, day), set())) == 1:
            return next(iter(years))
        told = self.focus is not None and self.focus.year != self.anchor.year
        if told and self.focus is self.fine and self.same_paragraph(token):
            return self._told_year(month, token)
        return _nearest(self.anchor, month, day, ahead=self.looks_ahead(token))

    def _told_year(self, month: int, token: int) -> int | None:
        told = self.focus
        if self.fine is not None and self._between(self.fine_token, token) == 0:
            told = self.fine
        if told is None or told.year is None:
            return None
        return told.year + _turn(told.month, month)

    def _between(self, first: int, last: int) -> int:
        """Return how many blank lines lie between two tokens."""
        return bisect(self.breaks, last) - bisect(self.breaks, first)


def _turn(told: int | None, month: int) -> int:
    """Return 1 if a story that was in month `told` passed the new year to reach `month`."""
    return int(told is not None and told - month > 6)


def _nearest(anchor: Point, month: int, day: int | None, *, ahead: bool) -> int | None:
    """Return the year nearest before the anchor; after it if `ahead` or within days."""
    if anchor.year is None or anchor.month is None:
        return anchor.year
    gap = (month - anchor.month) * 31 + ((day or 0) - (anchor.day or 0) if day else 0)
    if gap <= 0:
        return anchor.year + int(ahead and gap < -31)
    soon = day is not None and gap <= _SOON
    return anchor.year - int(not (ahead or soon))


def begin(text: str, tokens: Tokens, words: Words, *, anchor: str | None) -> Story:
    """Return the story at the beginning of a text."""
    story = Story(text=text, tokens=tokens, words=words, anchor=parse_point(anchor))
    story.breaks = [i for i, symbol in enumerate(tokens.symbols) if symbol == "|"]
    years = [v for s, v in zip(tokens.symbols, tokens.values, strict=True) if s == "Y"]
    days = sum(tokens.symbols.count(symbol) for symbol in "Wy")
    story.history = tokens.values.count("BC") >= _FEW_YEARS or _is_history(
        story.anchor, [int(year or 0) for year in years], days=days
    )
    story.told = story.history or (len(years) >= _STORY and len(set(years)) >= _FEW_YEARS)
    story.day_first = _is_day_first(tokens)
    return story


def _is_history(anchor: Point | None, years: list[int], *, days: int) -> bool:
    """Say whether hardly a year that the text prints is near its own date.

    `days` counts the words such as "Monday" and "yesterday", which news has and a history not.
    """
    if anchor is None or anchor.year is None or len(years) < max(_FEW_YEARS, days * _PER_DAY):
        return False
    near = sum(year >= anchor.year - _NEAR_YEARS for year in years)
    return near == 0 or (len(years) >= _MANY_YEARS and near * 4 < len(years))


def _is_day_first(tokens: Tokens) -> bool:
    """Decide by a field over 12, then by the dates in words; day first where nothing tells."""
    pairs = _numeric(tokens)
    first = sum(one > 12 >= two for one, two in pairs)
    second = sum(two > 12 >= one for one, two in pairs)
    if first != second:
        return first > second
    orders = [found.lastgroup for found in FULL.finditer(tokens.symbols)]
    return "day_first" in orders or "month_first" not in orders


def _numeric(tokens: Tokens) -> list[tuple[int, int]]:
    pairs = [
        re.split(r"[./-]", str(v))
        for s, v in zip(tokens.symbols, tokens.values, strict=True)
        if s == "Z"
    ]
    return [(int(first), int(second)) for first, second, _ in pairs if len(first) < 3]
