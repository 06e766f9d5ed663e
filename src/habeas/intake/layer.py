"""Build a text layer while keeping the places of its regions, links and pages.

White space is written late: a break asked for is printed only once something follows it, so no
layer begins or ends with white space of our own making.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from habeas.intake.decode import scalar
from habeas.model import Layer, Link, Region, Span

# No-break spaces are kept: they are printed characters, not layout.
_BLANK = re.compile(r"[ \t\r\n\f]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file found packed in another; `error` is (class, what, remedy) where it gave no bytes."""

    name: str
    data: bytes = b""
    error: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What a converter took out of one file."""

    media_type: str
    text: str = ""
    pages: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()


class Writer:
    """A text layer in the making."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._break = ""
        self._regions: list[tuple[Layer, int, int]] = []
        self._links: list[tuple[str, int, int]] = []
        self._pages: list[tuple[int, int]] = []
        self._stuck = False
        self.length = 0

    def flow(self, text: str) -> None:
        """Print running text, every run of white space made one space."""
        text = _BLANK.sub(" ", clean(text))
        if text.startswith(" ") and not self._break:
            self._break = " "
        body = text.strip(" ")
        if body:
            self._print(body)
            self._break = " " if text.endswith(" ") else ""

    def exact(self, text: str) -> None:
        """Print `text` with its white space, line ends made ``\\n``."""
        text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
        body = text.strip("\n")
        self._want("\n" * min(len(text) - len(text.lstrip("\n")), 2))
        if body:
            self._print(body)
            self._want("\n" * min(len(text) - len(text.rstrip("\n")), 2))

    @contextmanager
    def label(self, text: str) -> Iterator[None]:
        """Print the number of an item; its first words stay on that line."""
        self.flow(f"{text} ")
        self._stuck = True
        yield
        self._stuck = False

    def tab(self) -> None:
        """Part two cells of a row."""
        self._break = self._break.strip(" ") + "\t"

    def line(self) -> None:
        """Begin a new line."""
        self._want("\n")

    def block(self) -> None:
        """Begin a new paragraph, after a blank line."""
        self._want("\n\n")

    @contextmanager
    def region(self, layer: Layer) -> Iterator[None]:
        """Mark what is printed meanwhile."""
        start = self.length
        yield
        self._regions.append((layer, start, self.length))

    @contextmanager
    def link(self, target: str) -> Iterator[None]:
        """Tie what is printed meanwhile to `target`."""
        start = self.length
        yield
        self._links.append((clean(target).strip(), start, self.length))

    @contextmanager
    def page(self) -> Iterator[None]:
        """Mark what is printed meanwhile as one printed page, however little it is."""
        if self._pages:
            self._break = ""
            self._print("\n\f")
        start = self.length
        yield
        self._break = ""
        self._pages.append((start, self.length))

    def layer(self, media_type: str, metadata: Mapping[str, str | None]) -> Extract:
        """Return the finished layer, with the metadata that says something."""
        text = "".join(self._parts)
        regions = [(layer, _trim(text, start, end)) for layer, start, end in self._regions]
        links = [(target, _trim(text, start, end)) for target, start, end in self._links]
        return Extract(
            media_type=media_type,
            text=text,
            pages=tuple(Span(start, end) for start, end in self._pages),
            regions=tuple(
                Region(layer=layer, span=span)
                for layer, span in sorted(regions, key=lambda region: (region[1], region[0]))
                if span
            ),
            links=tuple(Link(span, target) for target, span in links if span and target),
            metadata=said(metadata),
        )

    def _want(self, gap: str) -> None:
        """Ask for a line break; the widest one asked for is printed."""
        if gap and not self._stuck and self._break.count("\n") < len(gap):
            self._break = gap

    def _print(self, body: str) -> None:
        gap = self._break if self._parts else ""
        self._parts += [gap, body] if gap else [body]
        self.length += len(gap) + len(body)
        self._stuck = False
        self._break = ""


def clean(text: str) -> str:
    """Return `text` with what no page can show replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", scalar(text))


def said(metadata: Mapping[str, str | None]) -> dict[str, str]:
    """Return the entries that say something, white space made one space."""
    tidy = ((key, " ".join(clean(value or "").split())) for key, value in metadata.items())
    return {key: value for key, value in tidy if value}


def _trim(text: str, start: int, end: int) -> Span:
    """Return the place of the words of a stretch, without white space at its ends."""
    words = text[start:end]
    if not words.strip():
        return Span(start, start)
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
