"""Find the words of time in a text and say what dates they mean.

Reads what is printed and the date the caller gives; it has no clock, and what it cannot resolve
stays unresolved.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from habeas.model import Span
from habeas.read.dates import calendar, measure, numeric, period, relative
from habeas.read.dates.expression import DateExpression
from habeas.read.dates.found import Found
from habeas.read.dates.grammar import Grammar, grammar
from habeas.read.dates.story import Phrase, Story, begin
from habeas.read.dates.tokens import Tokens, tokenize
from habeas.read.dates.words import words_of

_READERS: dict[str, Callable[[Phrase, Story], Found | None]] = {
    "iso": numeric.read_iso,
    "numeric": numeric.read_numeric,
    "often": measure.read_set,
    "shift_before": relative.read_shift,
    "shift": relative.read_shift,
    "event_shift": relative.read_event_shift,
    "since": relative.read_since,
    "adjective": relative.read_adjective,
    "days": calendar.read_days,
    "years": calendar.read_years,
    "open": calendar.read_open,
    "winter": calendar.read_calendar,
    "range": calendar.read_range,
    "century": period.read_century,
    "decade": period.read_decade,
    "count": measure.read_count,
    "duration": measure.read_duration,
    "calendar": calendar.read_calendar,
    "deictic": relative.read_deictic,
    "period": period.read_period,
    "weekday": relative.read_weekday,
    "day": relative.read_day,
    "season": period.read_season,
    "today": relative.read_today,
    "now": measure.read_now,
    "past": measure.read_past,
    "future": measure.read_future,
    "vague": measure.read_vague,
    "clock": relative.read_clock_time,
    "part": relative.read_part,
    "old": relative.read_old,
}


def find_dates(
    text: str, *, language: str | None = "en", anchor: str | None = None
) -> list[DateExpression]:
    """Return the words of time in `text`, in order and apart, offsets in code points.

    `language` is its ISO 639-1 code; of one without words here, only figures are read. `anchor` is
    the EDTF of the document's own date, None where it has none.
    """
    words = words_of(language or "")
    tokens = tokenize(text, words)
    story = begin(text, tokens, words, anchor=anchor)
    rules = grammar(adjective_after=words.adjective_after, shift_before=words.shift_before)
    found: list[DateExpression] = []
    for phrase, value in _values(rules, story):
        found.extend(_place(value, phrase))
    return found


def _values(rules: Grammar, story: Story) -> Iterator[tuple[Phrase, Found]]:
    """Yield the phrases that have a value; where one rule gives none, the next is asked."""
    at, symbols = 0, story.tokens.symbols
    while at < len(symbols):
        start = end = len(symbols)
        for name, start, end in rules.matches(symbols, at):
            phrase = Phrase(story.tokens, start, end)
            if value := _READERS[name](phrase, story):
                yield phrase, value
                _move_on(story, value, phrase)
                break
        else:
            end = start + 1
        at = end


def _move_on(story: Story, value: Found, phrase: Phrase) -> None:
    if value.focus is not None:
        story.tell(value.focus, phrase.start, printed=not value.relative)


def _place(value: Found, phrase: Phrase) -> Iterator[DateExpression]:
    tokens = phrase.tokens
    parts = tuple(_express(part, tokens, slice(first, end)) for first, end, part in value.parts)
    if parts and value.edtf is None:
        yield from parts
        return
    yield replace(_express(value, tokens, slice(phrase.start, phrase.end)), parts=parts)


def _express(value: Found, tokens: Tokens, place: slice) -> DateExpression:
    return DateExpression(
        span=Span(tokens.starts[place][0], tokens.ends[place][-1]),
        edtf=value.edtf,
        kind=value.kind,
        timex=value.timex,
        relative=value.relative,
    )
