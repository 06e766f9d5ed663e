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
        if _is_menu(document.text, [blocks[i] for i in run]):
            for i in run:
                found[i] = Use.NAVIGATION
    return found


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


def _is_menu(text: str, run: list[Block]) -> bool:
    """Say whether short lines in a row are a menu or a form: enough of its words are there."""
    known = words("furniture", "navigation")
    hits = sum(_label(text, block.span) in known for block in run)
    return hits >= 2 and hits * 4 >= len(run)


def _label(text: str, span: Span) -> str:
    return span.of(text).strip(" :*|>»•").lower()
