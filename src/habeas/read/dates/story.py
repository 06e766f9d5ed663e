"""Where the text stands in time: its own date, the date last told, and which of them to trust.

In a letter or in news a month without a year is near the document's date. In a history, told long
after, it belongs to the year last named. Which of the two a text is, is read off the years that it
prints; a letter that tells a story in one paragraph is a history there.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from habeas.read.dates.grammar import FULL
from habeas.read.dates.point import Point, exists, parse_point
from habeas.read.dates.tokens import Tokens
from habeas.read.dates.words import Value, Words

# A text that mostly names years further than this from its own date is a history.
_NEAR_YEARS = 2
_FEW_YEARS = 5
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
    history: bool = False
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
        return bisect(self.breaks, self.focus_token) == bisect(self.breaks, token)

    def year_for(self, month: int, day: int | None, token: int) -> int | None:
        """Return the year that a month or day printed without one belongs to."""
        if self.history or self.anchor is None:
            return self._told_year(month)
        if day is not None and len(years := self.printed.get((month, day), set())) == 1:
            return next(iter(years))
        if self.same_paragraph(token) and self.focus and self.focus.year != self.anchor.year:
            return self._told_year(month)
        return _nearest(self.anchor, month, day, ahead=self.looks_ahead(token))

    def _told_year(self, month: int) -> int | None:
        if self.focus is None or self.focus.year is None:
            return None
        return self.focus.year + _turn(self.focus.month, month)


def _turn(told: int | None, month: int) -> int:
    """Return 1 if a story that was in month `told` passed the new year to reach `month`."""
    return int(told is not None and told - month > 6)


def _nearest(anchor: Point, month: int, day: int | None, *, ahead: bool) -> int | None:
    """Return the year nearest before the anchor; after it if `ahead` or within a month."""
    if anchor.year is None or anchor.month is None:
        return anchor.year
    gap = (month - anchor.month) * 31 + ((day or 0) - (anchor.day or 0) if day else 0)
    if gap <= 0:
        return anchor.year + int(ahead and gap < -31)
    soon = gap <= 31
    wrapped = gap - 12 * 31
    if ahead or soon:
        return anchor.year
    return anchor.year - int(wrapped < 0)


def tell(text: str, tokens: Tokens, words: Words, *, anchor: str | None) -> Story:
    """Return the story at the beginning of a text."""
    story = Story(text=text, tokens=tokens, words=words, anchor=parse_point(anchor))
    story.breaks = [i for i, symbol in enumerate(tokens.symbols) if symbol == "|"]
    years = [v for s, v in zip(tokens.symbols, tokens.values, strict=True) if s == "Y"]
    story.history = _is_history(story.anchor, [year for year in years if isinstance(year, int)])
    _print_days(story)
    return story


def _is_history(anchor: Point | None, years: list[int]) -> bool:
    if anchor is None or anchor.year is None or len(years) < _FEW_YEARS:
        return False
    near = sum(year >= anchor.year - _NEAR_YEARS for year in years)
    return near * 4 < len(years)


def _print_days(story: Story) -> None:
    """Note the full dates in words, and which order of day and month the text prefers."""
    orders = {"day_first": 0, "month_first": 0}
    for found in FULL.finditer(story.tokens.symbols):
        phrase = Phrase(story.tokens, found.start(), found.end())
        day, month, year = (phrase.number(kinds) for kinds in ("drv", "Ma", "Y"))
        if day and month and year:
            story.printed.setdefault((month, day), set()).add(year)
        orders[found.lastgroup or "day_first"] += 1
    story.day_first = _is_day_first(_numeric(story.tokens), orders)


def _numeric(tokens: Tokens) -> list[tuple[int, int]]:
    pairs = [
        re.split(r"[./-]", str(v))
        for s, v in zip(tokens.symbols, tokens.values, strict=True)
        if s == "Z"
    ]
    return [(int(first), int(second)) for first, second, _ in pairs if len(first) < 3]


def _is_day_first(pairs: Iterable[tuple[int, int]], orders: dict[str, int]) -> bool:
    """Decide by a field over 12, then by the dates in words; day first where nothing tells."""
    first = sum(one > 12 >= two for one, two in pairs)
    second = sum(two > 12 >= one for one, two in pairs)
    if first != second:
        return first > second
    return not orders["month_first"] > 0 == orders["day_first"]


def shift_year(point: Point | None, count: int) -> Point | None:
    """Return the year of a point, `count` years on."""
    if point is None or point.year is None:
        return None
    moved = replace(point, unit="Y", year=point.year + count, month=None, day=None, season=None)
    return moved if exists(moved) else None
