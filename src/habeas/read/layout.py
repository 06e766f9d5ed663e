"""Lay a text out as blocks: paragraphs, headings, items, quotations, fields, rules.

Looks at line breaks and marks only. What a block is for (a title, a signature, a menu) is a
question for ``furniture`` and ``anatomy``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from habeas.model import Span


class Shape(StrEnum):
    """The form of a block on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    FIELD = "field"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its shape, where its words stand (marks outside), and its place in order.

    `group` counts runs of blocks without a blank line between them. `label` is the key of a field
    of front matter.
    """

    shape: Shape
    span: Span
    group: int
    label: str | None = None


_GAP = re.compile(r"\n[ \t\xa0\r]*\n|\r\r|\f")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.S)
_FIELD = re.compile(r"^([A-Za-z_][\w-]*):(.*(?:\n(?:[ \t]+|- ).*|\n(?=[ \t]*\n))*)", re.M)
_MARKS = (
    (
        Shape.RULE,
        re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|•\s*)\s*$"),
    ),
    (Shape.HEADING, re.compile(r"\s{0,3}#{1,6}\s+(.*\S)")),
    (Shape.QUOTE, re.compile(r"\s{0,3}>\s?(.*\S)")),
    (Shape.ITEM, re.compile(r"\s*(?:[-*+•▪●◦·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(.*\S)")),
)
_END = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")
_LETTER = re.compile(r"[\"'“‘«„(\[]*([^\W\d_])")
LONGEST = 20_000  # characters: a parser's memory grows with what it is given at once
WRAPPED = range(40, 121)  # columns at which mail programs and typists break lines


def lay_out(text: str) -> list[Block]:
    """Return the blocks of `text` in order; every word of it stands in exactly one."""
    front = _FRONT.match(text)
    body = front.end() if front else 0
    fields = list(_fields(text, front)) if front else []
    blocks = _join(text, list(_lines(text, body, group=1)))
    return fields + [piece for block in blocks for piece in _cut(text, block)]


def _cut(text: str, block: Block) -> Iterator[Block]:
    """Cut a block that is too long to be parsed, after a sentence or at least between words."""
    start, end = block.span.start, block.span.end
    while end - start > LONGEST:
        stop = start + LONGEST
        at = max(text.rfind(mark, start, stop) for mark in (". ", "! ", "? "))
        at = at + 1 if at > start else text.rfind(" ", start, stop)
        at = at if at > start else stop
        yield Block(block.shape, trim(text, Span(start, at)), block.group, block.label)
        start = trim(text, Span(at, end)).start
    yield Block(block.shape, Span(start, end), block.group, block.label)


def _fields(text: str, front: re.Match[str]) -> Iterator[Block]:
    for found in _FIELD.finditer(text, front.start(1), front.end(1)):
        span = trim(text, Span(*found.span(2)))
        if span:
            yield Block(Shape.FIELD, span, 0, found[1].lower())


def _lines(text: str, start: int, group: int) -> Iterator[Block]:
    end = start
    for line in _LINE.finditer(text, start):
        if not line[0].strip():
            continue
        group += bool(_GAP.search(text, end, line.start()))
        end = line.end()
        yield _line(text, line, group)


def _line(text: str, line: re.Match[str], group: int) -> Block:
    for shape, mark in _MARKS:
        found = mark.fullmatch(line[0].rstrip())
        if found and shape is Shape.RULE:
            return Block(shape, Span(*line.span()), group)
        if found:
            return Block(
                shape, trim(text, Span(*(line.start() + at for at in found.span(1)))), group
            )
    return Block(Shape.PARAGRAPH, trim(text, Span(*line.span())), group)


def _join(text: str, lines: list[Block]) -> Iterator[Block]:
    """Join the lines of one paragraph that were broken to fit a width."""
    widths = {group: _width(text, list(run)) for group, run in groupby(lines, lambda b: b.group)}
    held: Block | None = None
    for line in lines:
        if held and _continues(text, held, line, widths[line.group]):
            held = Block(held.shape, held.span.join(line.span), held.group)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _width(text: str, run: list[Block]) -> int:
    """Return the width at which the lines of a run were broken, 0 if each is a line of its own."""
    width = max(len(line.span) for line in run)
    full = all(len(line.span) > 0.6 * width for line in run[:-1])
    broken = any(_starts_lower(text, line) for line in run[1:])
    return width if width in WRAPPED and full and broken else 0


def _starts_lower(text: str, line: Block) -> bool:
    begins = _LETTER.match(text, line.span.start)
    return begins is not None and begins[1].islower()


def _continues(text: str, held: Block, line: Block, width: int) -> bool:
    """Say whether `line` goes on with the paragraph that `held` began."""
    if line.group != held.group or line.shape not in (Shape.PARAGRAPH, held.shape):
        return False
    if held.shape in (Shape.RULE, Shape.HEADING) or line.shape is Shape.ITEM:
        return False
    if line.shape is Shape.QUOTE:
        return True
    last = text.rfind("\n", held.span.start, held.span.end) + 1 or held.span.start
    if held.span.end - last > 0.7 * width > 0:
        return True
    return _starts_lower(text, line) and not _END.search(text, last, held.span.end)


def trim(text: str, span: Span) -> Span:
    """Return the span without white space or emphasis marks at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "*_\ufeff"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Span(start, end)
