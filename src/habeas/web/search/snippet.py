"""Show the words of a passage that match, among the words around them.

Made from the text itself, so that it is the same whichever database keeps the index.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.model import Span
from habeas.web.search.lemma import known, lemma
from habeas.web.search.query import Asked, Why
from habeas.web.search.word import fold, placed_words

LONGEST = 240  # code points
_BEFORE = 60  # of which before the first word that matches
_SPACE = re.compile(r"\s+")
type _Printed = tuple[int, str]
type Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """A printed word that matches a typed one."""

    typed: str
    printed: str
    why: Why


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a passage something matches, and how."""

    span: Span
    matched: Matched


def matches(asked: Asked, text: str, language: str | None) -> list[_Place]:
    """Return the places in a passage that match, in order."""
    found = placed_words(text)
    places = [*_words(asked, found, known(language)), *_phrases(asked, found)]
    return sorted(places, key=lambda place: place.span)


def _words(asked: Asked, found: Iterable[_Printed], language: str) -> Iterator[_Place]:
    for start, printed in found:
        form = asked_for = fold(printed)
        if asked_for not in asked.why:
            asked_for = lemma(printed, language) or form
        if asked_for in asked.why:
            typed, why = asked.why[asked_for]
            why = Why.FORM if why is Why.WORD and asked_for != form else why
            yield _place(start, Matched(typed, printed, why))


def _phrases(asked: Asked, found: Sequence[_Printed]) -> Iterator[_Place]:
    forms = [fold(printed) for _, printed in found] if asked.phrases else []
    for size in {len(phrase) for phrase in asked.phrases}:
        for i in range(len(forms) - size + 1):
            if tuple(forms[i : i + size]) in asked.phrases:
                yield from _phrase(asked, found[i : i + size])


def _phrase(asked: Asked, found: Sequence[_Printed]) -> Iterator[_Place]:
    for start, printed in found:
        typed, why = asked.spelt.get(fold(printed), (printed, Why.WORD))
        yield _place(start, Matched(typed, printed, why))


def _place(start: int, matched: Matched) -> _Place:
    return _Place(Span(start, start + len(matched.printed)), matched)


def snippet(text: str, places: Sequence[Span]) -> Pieces:
    """Return the stretch of a passage with most of the places in it, its pieces marked or not."""
    window = _window(text, places)
    pieces, end = list[tuple[str, bool]](), window.start
    for place in sorted(set(places)):
        if window.holds(place) and place.start >= end:
            pieces += [(text[end : place.start], False), (place.of(text), True)]
            end = place.end
    pieces.append((text[end : window.end], False))
    return _tidy(pieces, before=window.start > 0, after=window.end < len(text.rstrip()))


def _window(text: str, places: Sequence[Span]) -> Span:
    """Return where to look: from a little before the place that has most others after it."""
    if len(text) <= LONGEST:
        return Span(0, len(text))
    room = LONGEST - _BEFORE
    starts = [place.start for place in places] or [0]
    best = max(starts, key=lambda start: (sum(start <= s < start + room for s in starts), -start))
    start = min(max(0, best - _BEFORE), len(text) - LONGEST)
    return Span(_at_word(text, start, best), _at_word(text, start + LONGEST, len(text)))


def _at_word(text: str, start: int, latest: int) -> int:
    """Return where the first word from a place begins, or else the place itself."""
    if start == 0 or start >= len(text):
        return min(start, len(text))
    gap = _SPACE.search(text, start - 1, min(latest, start + _BEFORE // 2))
    return gap.end() if gap else start


def _tidy(pieces: Iterable[tuple[str, bool]], *, before: bool, after: bool) -> Pieces:
    """Return pieces in one line, with a sign where the passage goes on."""
    found = [(_SPACE.sub(" ", text), marked) for text, marked in pieces]
    found = [("…", False), *found] if before else found
    found = [*found, ("…", False)] if after else found
    joined = list[tuple[str, bool]]()
    for text, marked in found:
        if joined and joined[-1][1] == marked and not marked:
            joined[-1] = (joined[-1][0] + text, False)
        elif text:
            joined.append((text, marked))
    return tuple(joined)
