"""Tell a page's furniture (menus, forms, tag lists, footers) from the text it surrounds.

Furniture is kept and marked, so that it is read as labels and never as sentences.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from habeas.model import Document, Layer, Span
from habeas.read.layout import Block, Shape
from habeas.read.lexicon import words


class Use(StrEnum):
    """What a block is for, as far as its form tells."""

    BODY = "body"
    FRONT = "front"
    NAVIGATION = "navigation"
    TAGS = "tags"
    FOOTER = "footer"


_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[;:]\s*$")
_FROM_LAYER = {
    Layer.NAVIGATION: Use.NAVIGATION,
    Layer.TAGS: Use.TAGS,
    Layer.FOOTER: Use.FOOTER,
}
SHORT = 60  # characters: a longer line is no entry of a menu
RUN = 3  # a menu has at least so many entries
MANY = 25  # words: a list of labels on one line has at least so many


def uses(document: Document, blocks: list[Block]) -> list[Use]:
    """Return what each block is for, in the order of `blocks`."""
    found = [_use(document, block) for block in blocks]
    for run in _runs(document.text, blocks, found):
        for i in _menu(document.text, blocks, run):
            found[i] = Use.NAVIGATION
    return _repeated(document.text, blocks, found)


def _use(document: Document, block: Block) -> Use:
    for region in document.regions:
        if region.layer in _FROM_LAYER and region.span.holds(block.span):
            return _FROM_LAYER[region.layer]
    if block.shape is Shape.FIELD:
        return Use.FRONT
    line = block.span.of(document.text)
    if line.lower().startswith(tuple(words("furniture", "footer"))) and len(line) < 200:
        return Use.FOOTER
    return Use.TAGS if is_tag_line(line) else Use.BODY


def is_tag_line(line: str) -> bool:
    """Say whether a line is a list of labels: a printed header, or many names and no sentence."""
    header, colon, rest = line.partition(":")
    if colon and header.strip().lower() in words("furniture", "tags", "headers"):
        return len(rest) > 2 and not _SENTENCE.search(rest)
    printed = _WORD.findall(line)
    if len(_SENTENCE.findall(line)) * MANY * 2 > len(printed):
        return False
    common = words("furniture", "function_words")
    verbal = sum(word.lower() in common for word in printed)
    capital = sum(word[0].isupper() for word in printed)
    return len(printed) >= MANY and verbal * 50 < len(printed) and capital * 2 > len(printed)


def _is_short(text: str, block: Block) -> bool:
    line = block.span.of(text)
    return len(line) <= SHORT and not _SENTENCE.search(line) and block.shape is not Shape.FIELD


def _runs(text: str, blocks: list[Block], found: list[Use]) -> Iterator[list[int]]:
    run: list[int] = []
    for i, block in enumerate(blocks):
        if found[i] is Use.BODY and _is_short(text, block):
            run.append(i)
            continue
        yield from [run] if len(run) >= RUN else []
        run = []
    yield from [run] if len(run) >= RUN else []


def _menu(text: str, blocks: list[Block], run: list[int]) -> list[int]:
    """Return those of some short lines in a row that are a menu or a form.

    Enough known labels make one. At the edge of a run, a line that is no known label may be a title
    or a signature beside the menu, so it is taken along only where no blank line parts them.
    """
    known = words("furniture", "navigation")
    hits = [i for i in run if _label(text, blocks[i].span) in known]
    if len(hits) < 2 or len(hits) * 4 < len(run):
        return []
    return [i for i in run if hits[0] <= i <= hits[-1] or _is_beside(blocks, i, hits)]


def _repeated(text: str, blocks: list[Block], found: list[Use]) -> list[Use]:
    """Mark the lines that a menu elsewhere on the page has too: sites print their menus twice."""
    pairs = list(zip(blocks, found, strict=True))
    menu = {_label(text, block.span) for block, use in pairs if use is Use.NAVIGATION}
    return [
        Use.NAVIGATION if use is Use.BODY and _label(text, block.span) in menu else use
        for block, use in pairs
    ]


def _is_beside(blocks: list[Block], i: int, hits: list[int]) -> bool:
    """Say whether a line stands in one block of lines with the menu's first or last label."""
    return any(blocks[i].group == blocks[hit].group for hit in (hits[0], hits[-1]))


def _label(text: str, span: Span) -> str:
    return span.of(text).strip(" :*|>»•").lower()
