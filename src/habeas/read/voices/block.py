"""Read unmarked long quotations: a quoted block of markdown.

Reports and documents that a letter copies without any mark are not looked for yet.
"""

from collections.abc import Iterator

from habeas.model import QuotationKind, Span
from habeas.read.layout import Shape
from habeas.read.sheet import Sheet
from habeas.read.voices.voice import Stance, Voice

SHORTEST = 3  # words of a quoted block


def read_blocks(sheet: Sheet) -> Iterator[Voice]:
    """Yield a voice without a source for each block that is set off as a quotation."""
    for passage in sheet.body():
        if passage.block.shape is Shape.QUOTE and len(passage.text.split()) >= SHORTEST:
            span = _inner(sheet.text, passage.block.span)
            yield Voice(
                passage=passage,
                content=span,
                core=span,
                parts=(span,),
                kind=QuotationKind.BLOCK,
                stance=Stance.SAID,
                frame="block",
            )


def _inner(text: str, span: Span) -> Span:
    """Return a span without quotation marks and a full stop at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in '"“«„‘':
        start += 1
    while start < end and text[end - 1] in '"”».’':
        end -= 1
    return Span(start, end)
