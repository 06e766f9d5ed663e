"""Find what frames the pages of a PDF: running heads, running feet and page numbers.

A first or last line is one if most pages have it, numbers apart. Marks; removes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from habeas.model import Layer, Region, Span

_NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
# Two pages may well begin alike by chance with a short word; a number on each never does.
_LONGEST = 120


def running_lines(text: str, pages: Sequence[Span]) -> Iterator[Region]:
    """Yield the running heads and feet of `pages` of `text`, in order."""
    if len(pages) < 2:
        return
    heads = [_first(text, page) for page in pages]
    feet = [_last(text, page) for page in pages]
    repeated_heads, repeated_feet = _repeated(text, heads), _repeated(text, feet)
    for head, foot in zip(heads, feet, strict=True):
        if head and _shape(text, head) in repeated_heads:
            yield Region(layer=Layer.HEADER, span=head)
        if foot and foot != head and _shape(text, foot) in repeated_feet:
            yield Region(layer=Layer.FOOTER, span=foot)


def _repeated(text: str, lines: list[Span | None]) -> set[str]:
    """Return the shapes that at least two pages and half of all pages have."""
    shapes = Counter(_shape(text, line) for line in lines if line and len(line) <= _LONGEST)
    return {shape for shape, count in shapes.items() if count >= max(2, len(lines) / 2)}


def _shape(text: str, line: Span) -> str:
    return _NUMBER.sub("#", " ".join(line.of(text).split()))


def _first(text: str, page: Span) -> Span | None:
    return next(_lines(text, page), None)


def _last(text: str, page: Span) -> Span | None:
    return max(_lines(text, page), default=None)


def _lines(text: str, page: Span) -> Iterator[Span]:
    """Yield the lines of a page that hold words."""
    for line in re.finditer(r"\S(?:[^\n]*\S)?", page.of(text)):
        yield Span(page.start + line.start(), page.start + line.end())
