"""Cut a text into the passages that a search finds. Nothing of the text is left out."""

import re
from collections.abc import Iterator

from habeas.model import Span

LONGEST = 1000  # code points
_ENOUGH = 400  # a passage of so many is not joined with the next
_GAP = re.compile(r"\n[^\S\n]*(?:\n\s*)+")
# Where a long paragraph is cut, the best first: after a sentence, a line, a clause, a word.
_CUTS = [
    re.compile(r"[.!?…؟][\"'”’»)\]]*\s+|[。！？][”’」』）]*\s*"),
    re.compile(r"\n"),
    re.compile(r"[,;:—]\s+"),
    re.compile(r"\s+"),
]


def passages(text: str) -> list[Span]:
    """Return the passages of a text in order: each begins where the one before ends."""
    found: list[Span] = []
    for part in _pieces(text):
        last = found[-1] if found else None
        if last and len(last) < _ENOUGH and len(last) + len(part) <= LONGEST:
            found[-1] = last.join(part)
        else:
            found.append(part)
    return found


def _pieces(text: str) -> Iterator[Span]:
    """Yield paragraphs with the gap after each, cut where they are long."""
    start = 0
    for gap in _GAP.finditer(text):
        yield from _cut(text, Span(start, gap.end()))
        start = gap.end()
    if start < len(text):
        yield from _cut(text, Span(start, len(text)))


def _cut(text: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    while whole.end - start > LONGEST:
        end = _end(text, Span(start, start + LONGEST))
        yield Span(start, end)
        start = end
    yield Span(start, whole.end)


def _end(text: str, window: Span) -> int:
    """Return where in the second half of a window it is best cut."""
    half = (window.start + window.end) // 2
    for cut in _CUTS:
        ends = [found.end() for found in cut.finditer(text, half, window.end)]
        if ends:
            return ends[-1]
    return window.end
