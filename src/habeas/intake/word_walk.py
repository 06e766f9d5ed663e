"""Walk over the XML of a Word document and print it into a text layer.

Knows WordprocessingML (ECMA-376 part 1, section 17); opens no package.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

from lxml import etree

from habeas.intake.layer import Writer
from habeas.intake.word_numbers import Numbers
from habeas.model import Layer

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DROPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "Fallback", "delText", "instrText"})
_NOTES = ("footnoteReference", "endnoteReference")
# A note's separator line is stored as a note of this type.
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_LONG = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What the walk must know of the package: styles of headings, targets of links, lists."""

    headings: frozenset[str]
    links: Mapping[str, str]
    numbers: Numbers


class Walk:
    """One walk over the parts of one document."""

    def __init__(self, writer: Writer, known: Known) -> None:
        self._writer = writer
        self._known = known
        self._in_cell = False
        self._boxes: list[etree._Element] = []

    def region(self, layer: Layer) -> AbstractContextManager[None]:
        """Mark what is printed meanwhile."""
        return self._writer.region(layer)

    def blocks(self, parent: etree._Element) -> None:
        """Print the paragraphs and tables in `parent`."""
        for child in parent:
            match _name(child):
                case "p":
                    self._paragraph(child)
                case "tbl":
                    self._table(child)
                case name if name not in _DROPPED:
                    self.blocks(child)

    def notes(self, root: etree._Element) -> None:
        """Print the notes, each after its number in brackets."""
        for note in root:
            if _attribute(note, "type") not in _RULES:
                self._writer.block()
                self._writer.flow(f"[{_attribute(note, 'id')}] ")
                for paragraph in _children(note, "p"):
                    self._inline(paragraph)
                    self._writer.line()

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._gap()
        style = _style(paragraph)
        number = self._known.numbers.next(paragraph, style)
        with ExitStack() as stack:
            if style in self._known.headings:
                stack.enter_context(self._writer.region(Layer.HEADING))
            if number:
                stack.enter_context(self._writer.label(number))
            self._inline(paragraph)
        self._gap()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _gap(self) -> None:
        if self._in_cell:
            self._writer.flow(" ")
        else:
            self._writer.block()

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            name = _name(child)
            if name == "t":
                self._writer.flow(child.text or "")
            elif name == "hyperlink":
                with self._writer.link(self._known.links.get(child.get(_R) or "", "")):
                    self._inline(child)
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name in _NOTES:
                self._writer.flow(f"[{_attribute(child, 'id')}]")
            elif name not in _DROPPED and not self._sign(name):
                self._inline(child)

    def _sign(self, name: str) -> bool:
        """Print an element that stands for one character; say whether it was one."""
        match name:
            case "tab" | "ptab":
                self._writer.flow(" ") if self._in_cell else self._writer.tab()
            case "br" | "cr":
                self._writer.flow(" ") if self._in_cell else self._writer.line()
            case "noBreakHyphen":
                self._writer.flow("\u2011")
            case "sym":
                # A character of a symbol font has no code point of its own.
                self._writer.flow("\ufffd")
            case _:
                return False
        return True

    def _table(self, table: etree._Element) -> None:
        if self._in_cell or not _is_data(table):
            self._cells_as_blocks(table)
            return
        self._writer.block()
        with self._writer.region(Layer.TABLE):
            for row in _children(table, "tr"):
                self._row(row)
        self._writer.block()

    def _row(self, row: etree._Element) -> None:
        self._writer.line()
        self._in_cell = True
        for number, cell in enumerate(_children(row, "tc")):
            if number:
                self._writer.tab()
            self.blocks(cell)
        self._in_cell = False

    def _cells_as_blocks(self, table: etree._Element) -> None:
        for row in _children(table, "tr"):
            for cell in _children(row, "tc"):
                self.blocks(cell)


def text_of(root: etree._Element) -> str:
    """Return the words under `root`, only to compare them."""
    return "".join(text.text or "" for text in root.iter("{*}t"))


def _is_data(table: etree._Element) -> bool:
    """Say whether a table holds data rather than laying a letterhead out."""
    if next(table.iterdescendants("{*}tbl"), None) is not None:
        return False
    rows = list(_children(table, "tr"))
    wide = any(sum(1 for _ in _children(row, "tc")) > 1 for row in rows)
    return wide and not any(_is_long(cell) for row in rows for cell in _children(row, "tc"))


def _is_long(cell: etree._Element) -> bool:
    return sum(len(text_of(paragraph)) > _LONG for paragraph in _children(cell, "p")) > 1


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children called `name`, through the wrappers that controls and changes add."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(child, name)


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return None if style is None else _attribute(style, "val")


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute in the element's own namespace."""
    return element.get(element.tag.rpartition("}")[0] + "}" + name)
