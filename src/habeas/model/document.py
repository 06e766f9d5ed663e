"""A document: bytes with a digest, and the text layer that was taken from them.

The text layer is never altered once taken; every span of a reading is a place in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from habeas.model.span import Span


class Layer(StrEnum):
    """What part of a text layer is, where its format says so."""

    NAVIGATION = "navigation"
    TAGS = "tags"
    FOOTER = "footer"
    HEADING = "heading"
    TABLE = "table"
    HEADER = "header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of the text layer whose nature the format gave away, such as ``<nav>``."""

    layer: Layer
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the format carries but the text layer does not print: its words and target."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document.

    `path` is what the user called it (an archive member is ``bundle.zip!/letter.txt``). `sha256` is
    that of the bytes. `pages` are the spans of printed pages, empty where the format has none.
    `metadata` is what the file itself carries (title, author, date …), as printed and unverified.
    `data` is the bytes themselves where they are at hand.
    """

    path: str
    sha256: str
    media_type: str
    text: str
    pages: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    data: bytes | None = field(default=None, repr=False, compare=False)
