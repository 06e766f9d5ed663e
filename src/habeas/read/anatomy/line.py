"""A line of a letter: the plain words of a block, with the breaks inside it kept.

A signature is told from prose by where its lines and cells end, so here a tab or a new line stays
what it is. Says nothing of what a line is for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from habeas.model import Document, Layer, Span
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_GAP = re.compile(r"[ \xa0]{3}")
# What mail programs print above the mail that is answered: a time or an address, and a verb.
_WROTE = re.compile(
    r"(?=.*(?:@|\d))(?:on|le|am|el|il|в|\w+,?\s+\d|\d).{4,200}"
    r"(?:wrote|writes|a écrit|schrieb|escribió|ha scritto|пишет|писал\(?а?\)?|написал\(?а?\)?)\s*:",
    re.I | re.S,
)
_POSTSCRIPT = re.compile(r"(?:P\.?\s?(?:P\.?\s?)?S(?:\.|:|\s)|П\.\s?С\.|З\.\s?І\.)(?=\W)", re.I)
_END = re.compile(r"[.!?…][\"'”’»)\]*]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One block: its place in order, its words, what furniture says it is for."""

    index: int
    text: str
    use: Use
    group: int
    shape: Shape
    passage: Passage = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the document."""
        return self.passage.place(start, end)

    @property
    def whole(self) -> Span:
        """Where the line stands in the document."""
        return self.span(0, len(self.text)) if self.text else self.passage.block.span

    @property
    def is_prose(self) -> bool:
        """Say whether the line is a sentence or more, too long for a label."""
        ends = bool(_END.search(self.text))
        # Without a stop at its end, lines put together are a head such as "To X, from Y".
        parts = [self.text] if ends else self.text.split("\n")
        count = max(part.count(" ") for part in parts) + 1
        return count > 25 or (count > 12 and ends)


def lines_of(sheet: Sheet) -> list[Line]:
    """Return the lines of a sheet in order, front matter and quoted older mail left out."""
    lines = _without_older(list(_lines(sheet)))
    marked = _marked(sheet.document)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        after: Use | None = Use.BODY
        for at in order:
            line = lines[at]
            if after is Use.BODY and line.use is Use.NAVIGATION and _is_edge(line, marked):
                lines[at] = line = replace(line, use=Use.BODY)
            after = line.use
    return lines


def _is_edge(line: Line, marked: list[Span]) -> bool:
    """Say whether a line beside a menu is none of its entries: a name or a title."""
    if any(span.holds(line.passage.block.span) for span in marked):
        return False
    label = line.text.strip(" :*|>»•").lower()
    return label not in words("furniture", "navigation") and len(label) > 4 and "|" not in label


def _marked(document: Document) -> list[Span]:
    """Return the places that the format itself marks as furniture."""
    return [one.span for one in document.regions if one.layer is not Layer.HEADING]


def _lines(sheet: Sheet) -> Iterator[Line]:
    headings = [one.span for one in sheet.document.regions if one.layer is Layer.HEADING]
    running = _running(sheet.document)
    for i, (block, use, passage) in enumerate(
        zip(sheet.blocks, sheet.uses, sheet.passages, strict=True)
    ):
        if use is Use.FRONT or not passage.text.strip():
            continue
        shape = Shape.HEADING if any(one.holds(block.span) for one in headings) else block.shape
        use = Use.NAVIGATION if any(one.holds(block.span) for one in running) else use
        yield Line(i, _text(sheet.text, passage), use, block.group, shape, passage)


def _running(document: Document) -> list[Span]:
    """Return the headers that a paged format prints on every page; a mail has its own."""
    if not document.media_type.endswith("/pdf"):
        return []
    return [one.span for one in document.regions if one.layer is Layer.HEADER]


def _without_older(lines: list[Line]) -> list[Line]:
    """Return the lines without the older mail that a reply quotes: ``On …, X wrote:`` and on."""
    for line in lines:
        if line.index and _WROTE.fullmatch(line.text):
            end = line.index + 1
            quoted = {one.index for one in lines if one.index >= end and one.shape is Shape.QUOTE}
            if end in quoted:
                return [one for one in lines if one.index < line.index or _is_after(one, quoted)]
    return lines


def _is_after(line: Line, quoted: set[int]) -> bool:
    return line.index > max(quoted)


def postscript(lines: list[Line]) -> int:
    """Return how many lines stand above the postscript; all of them where there is none."""
    found = (i for i, line in enumerate(lines) if i and _POSTSCRIPT.match(line.text))
    return next(found, len(lines))


def _text(text: str, passage: Passage) -> str:
    """Return the words of a passage with tabs, wide gaps and line ends as printed."""
    raw = passage.block.span.of(text)
    if passage.places is None or not ("\n" in raw or "\t" in raw or "   " in raw):
        return passage.text
    chars = list(passage.text)
    for i, char in enumerate(chars):
        at = passage.places[i]
        if char == " " and (text[at] in "\t\n\r" or _GAP.match(text, at)):
            chars[i] = "\n" if "\n" in text[at : at + 3] else "\t"
    return "".join(chars)
