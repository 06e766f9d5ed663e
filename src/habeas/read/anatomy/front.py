"""Read what stands before or beside a text: front matter, and lines such as ``To: …``.

Gives labels and values with their places. Metadata that the text does not print has no place and
is used only where a place is not needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model import Span
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.wording import WORDS
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.sheet import Sheet

_ITEM = re.compile(r"(?:^|\n)[ \t]*-[ \t]+(.*)")
_LISTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^,\[\]\n]+")
_HEADED = re.compile(r"[\s*]*([^\W\d_][^:：\n]{0,45}?)\s*[*]*[:：][ \t\n]*(?=\S|$)")


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value and its place in the document."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Headed:
    """A line that opens with a header and a colon; `at` is where the rest begins."""

    header: str
    line: Line
    at: int


def front_values(sheet: Sheet, *labels: str) -> list[Value]:
    """Return the values of the fields of front matter with one of the labels."""
    blocks = (block for block in sheet.blocks if block.shape is Shape.FIELD)
    return [
        value
        for block in blocks
        if block.label in labels
        for value in _values(sheet.text, block.span)
    ]


def front_labels(sheet: Sheet) -> list[str]:
    """Return the labels of the front matter in order."""
    return [block.label or "" for block in sheet.blocks if block.shape is Shape.FIELD]


def _values(text: str, span: Span) -> Iterator[Value]:
    """Yield the entries of a field: a scalar, a folded scalar, or a list in either form."""
    printed = span.of(text)
    items = list(_ITEM.finditer(printed))
    if items:
        yield from (_value(text, span.start + i.start(1), span.start + i.end(1)) for i in items)
    elif printed.startswith("["):
        found = _LISTED.finditer(printed)
        values = (_value(text, span.start + i.start(), span.start + i.end()) for i in found)
        yield from (value for value in values if value.text)
    else:
        skip = re.match(r"[>|][+-]?\s*", printed)
        yield _value(text, span.start + (skip.end() if skip else 0), span.end)


def _value(text: str, start: int, end: int) -> Value:
    """Return a value without quote marks and space around it."""
    while start < end and text[start] in " \t\n\"'":
        start += 1
    while end > start and text[end - 1] in " \t\r\n\"'":
        end -= 1
    return Value(" ".join(text[start:end].split()), Span(start, end))


def read_header(line: Line) -> Headed | None:
    """Return the header of a line such as ``To: the Minister``, in lower case."""
    found = _HEADED.match(line.text)
    if not found:
        return None
    return Headed(" ".join(found[1].lower().split()), line, found.end())


def is_header(headed: Headed | None, *path: str) -> bool:
    """Say whether the header of a line is one of the words under `path`."""
    return headed is not None and headed.header in words(WORDS, *path)
