"""Say when and where a claim is set, and what else its words give: length of a sentence, charge.

Takes the dates that ``dates`` found and the places that ``names`` knows; resolves nothing itself.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from habeas.model import Entity, EntityType, PrintedDate, Span
from habeas.read.dates import DateExpression

_WHERE = re.compile(
    r"\b(?:in|at|from|to|into|near|outside|inside|within|across|of)\s+(?:the\s+)?$", re.I
)
_WHEN = re.compile(r"when\b|(?:in|on|at|during) which\b")
_TERM = re.compile(
    r"(?P<n>\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
    r"(?:\s+and\s+a\s+half)?[\s-]+(?P<unit>year|month|week|day)s?",
    re.I,
)
_NUMBERS = {
    word: i + 1
    for i, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
} | {"fifteen": 15, "twenty": 20}
_TERMED = frozenset({"conviction_sentence", "detention", "sentence_requested", "death_in_custody"})


class Circumstances:
    """The dates and places of a document, to be asked what stands within a clause."""

    def __init__(
        self, text: str, entities: Sequence[Entity], dates: Sequence[DateExpression]
    ) -> None:
        self._text = text
        self._dates = sorted(dates, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._dates]
        self._places = sorted(
            (span, entity.id)
            for entity in entities
            if entity.type is EntityType.PLACE
            for span in entity.mentions
        )
        self._place_starts = [span.start for span, _ in self._places]

    def date(self, clause: Span, trigger: Span) -> PrintedDate | None:
        """Return the date in a clause that stands nearest to the word that tells the event."""
        first = bisect_left(self._starts, clause.start)
        last = bisect_left(self._starts, clause.end)
        within = [one for one in self._dates[first:last] if one.edtf and one.span.end <= clause.end]
        if not within:
            return self._date_before(clause)
        found = min(within, key=lambda one: _distance(one.span, trigger))
        return PrintedDate(found.edtf, found.span)

    def _date_before(self, clause: Span) -> PrintedDate | None:
        """Return the date that a clause with "when" hangs on: "in May 2011, when X was shot"."""
        if not _WHEN.match(self._text, clause.start):
            return None
        i = bisect_left(self._starts, clause.start) - 1
        if i < 0 or not 0 <= clause.start - self._dates[i].span.end <= 2:
            return None
        return PrintedDate(self._dates[i].edtf, self._dates[i].span)

    def places(self, clause: Span) -> tuple[str, ...]:
        """Return the places that a clause names after "in", "at", "from", "to" …."""
        first = bisect_left(self._place_starts, clause.start)
        last = bisect_left(self._place_starts, clause.end)
        found = [name for span, name in self._places[first:last] if self._is_where(span)]
        return tuple(dict.fromkeys(found))

    def _is_where(self, span: Span) -> bool:
        return bool(_WHERE.search(self._text, max(0, span.start - 24), span.start))


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def details(kind: str, words: str) -> dict[str, str]:
    """Return the particulars that a clause prints: `term` as an ISO 8601 duration."""
    found = _TERM.search(words) if kind in _TERMED else None
    return {"term": _duration(found["n"], found["unit"])} if found else {}


def _duration(number: str, unit: str) -> str:
    count = str(_NUMBERS.get(number.lower(), number)).replace(",", ".")
    return f"P{count}{unit[0].upper()}"
