"""A line of a letter: the plain words of a block, with the breaks inside it kept.

A signature is told from prose by where its lines and cells end, so here a tab or a new line stays
what it is. Says nothing of what a line is for.
"""

import re
from dataclasses import dataclass, field, replace

from habeas.model import Span
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_GAP = re.compile(r"[ \xa0]{3}")
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
        count = self.text.count(" ") + 1
        return count > 25 or (count > 12 and bool(_END.search(self.text)))


def lines_of(sheet: Sheet) -> list[Line]:
    """Return the lines of a sheet in order, front matter left out."""
    lines = _lines(sheet)
    menu = words("furniture", "navigation")
    for run in (lines, lines[::-1]):
        after: Use | None = Use.BODY
        for line in run:
            # A name or a title beside a menu is none of its entries.
            edge = after is Use.BODY and line.use is Use.NAVIGATION
            if edge and line.text.strip(" :*|>»•").lower() not in menu and len(line.text) > 4:
                lines[lines.index(line)] = line = replace(line, use=Use.BODY)
            after = line.use
    return lines


def _lines(sheet: Sheet) -> list[Line]:
    rows = enumerate(zip(sheet.blocks, sheet.uses, sheet.passages, strict=True))
    return [
        Line(i, _text(sheet.text, passage), use, block.group, block.shape, passage)
        for i, (block, use, passage) in rows
        if use is not Use.FRONT and passage.text.strip()
    ]


def _text(text: str, passage: Passage) -> str:
    """Return the words of a passage with tabs, wide gaps and line ends as printed."""
    raw = passage.block.span.of(text)
    if passage.places is None or not ("\n" in raw or "\t" in raw or "   " in raw):
        return passage.text
    chars = list(passage.text)
    for i, char in enumerate(chars):
        at = passage.places[i]
        if char == " " and (text[at] in "\t\n" or _GAP.match(text, at)):
            chars[i] = "\n" if "\n" in text[at : at + 3] else "\t"
    return "".join(chars)
