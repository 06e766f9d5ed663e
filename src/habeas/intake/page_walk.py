"""Walk over an HTML page and print it into a text layer.

Decides how the page reads as text: where paragraphs, lines and cells part. Iterative, since a
page may be nested deeper than Python's stack.
"""

import re
from collections import Counter
from contextlib import ExitStack

from lxml import etree

from habeas.intake.layer import Writer
from habeas.intake.page_frame import Frame
from habeas.intake.page_table import is_data
from habeas.model import Layer

# Not shown by a browser that runs scripts, or no text.
_UNSEEN = frozenset(
    str.split("""
    audio canvas datalist embed head iframe math noframes noscript object script style svg
    template textarea video
    """)
)
_BLOCKS = frozenset(
    str.split("""
    address article aside blockquote body center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol
    p pre search section summary table ul
    """)
)
_LINES = frozenset({"br", "button", "caption", "label", "li", "optgroup", "option", "select", "tr"})
_CELLS = frozenset({"td", "th"})
# Within a list these would otherwise part its items by blank lines.
_TIGHT = frozenset({"dd", "dir", "div", "dl", "dt", "menu", "ol", "p", "ul"})
_LISTS = ("li", "dl")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NO_TARGET = re.compile(r"\s*(?:#|javascript:|data:|about:|$)", re.I)
_FRAMES = frozenset({Layer.TAGS, Layer.NAVIGATION, Layer.FOOTER})


class Walk:
    """One walk over one page."""

    def __init__(self, writer: Writer, frame: Frame) -> None:
        self._writer = writer
        self._frame = frame
        self._tables: list[bool] = []
        self._numbers: Counter[etree._Element] = Counter()
        self._framed: list[Layer] = []
        self._exact = 0
        self._label_end = -1

    def run(self, root: etree._Element) -> None:
        """Print the whole page."""
        opened: list[ExitStack] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                opened.pop().close()
                self._text(element.tail)
                continue
            opened.append(ExitStack())
            if is_unseen(element):
                walker.skip_subtree()
            else:
                self._open(element, opened[-1])

    def _open(self, element: etree._Element, stack: ExitStack) -> None:
        """Print the beginning of `element`; put what its end asks for on `stack`."""
        self._part(element)
        if element.tag not in _CELLS:
            stack.callback(self._part, element)
        self._open_region(element, stack)
        self._open_kind(element, stack)
        self._text(element.text)

    def _open_region(self, element: etree._Element, stack: ExitStack) -> None:
        layer = self._frame.layer(element)
        if layer is Layer.TAGS or (element.tag == "a" and self._framed):
            self._part_label()
            stack.callback(self._end_label)
        if layer is None or layer in self._framed:
            return
        stack.enter_context(self._writer.region(layer))
        if layer in _FRAMES:
            self._framed.append(layer)
            stack.callback(self._framed.pop)

    def _open_kind(self, element: etree._Element, stack: ExitStack) -> None:
        """Open what only one kind of element needs."""
        match element.tag:
            case "a":
                target = element.get("href") or ""
                if not _NO_TARGET.match(target):
                    stack.enter_context(self._writer.link(target))
            case "li":
                number = self._number(element)
                if number:
                    stack.enter_context(self._writer.label(number))
            case "pre":
                self._exact += 1
                stack.callback(self._unpre)
            case "q":
                self._writer.flow("“")
                stack.callback(self._writer.flow, "”")
            case "table":
                self._open_table(element, stack)

    def _open_table(self, table: etree._Element, stack: ExitStack) -> None:
        data = is_data(table)
        self._tables.append(data)
        stack.callback(self._tables.pop)
        if data:
            stack.enter_context(self._writer.region(Layer.TABLE))

    def _number(self, item: etree._Element) -> str | None:
        """Return the number that a browser shows before an item of a numbered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or self._framed:
            return None
        self._numbers[parent] += 1
        start = parent.get("start") or "1"
        first = int(start) if start.isdecimal() and len(start) < 7 else 1
        return f"{first + self._numbers[parent] - 1}."

    def _part(self, element: etree._Element) -> None:
        """Part what comes before or after an edge of `element`."""
        tag = element.tag
        if self._tables and self._tables[-1]:
            self._part_in_table(element)
        elif tag in _LINES:
            self._writer.line()
        elif tag in _BLOCKS and not (tag in _TIGHT and _is_listed(element)):
            self._writer.block()
        elif tag in _BLOCKS:
            self._writer.line()
        elif tag in _CELLS:
            self._writer.block()

    def _part_in_table(self, element: etree._Element) -> None:
        """Part cells by a tab and rows by a line; the blocks of a cell only by a space."""
        tag = element.tag
        if tag in _CELLS:
            if element.getprevious() is not None:
                self._writer.tab()
        elif tag in ("tr", "caption"):
            self._writer.line()
        elif tag in _BLOCKS or tag in _LINES:
            self._writer.flow(" ")

    def _part_label(self) -> None:
        """Part two labels of a list that only a style sheet parts."""
        if self._writer.length == self._label_end:
            self._writer.line()

    def _end_label(self) -> None:
        self._label_end = self._writer.length

    def _unpre(self) -> None:
        self._exact -= 1

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._exact:
            self._writer.exact(text)
        else:
            self._writer.flow(text)


def is_unseen(element: etree._Element) -> bool:
    """Say whether a browser would show nothing of `element`."""
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style) is not None


def _is_listed(element: etree._Element) -> bool:
    return next(element.iterancestors(*_LISTS), None) is not None
