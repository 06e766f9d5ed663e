"""A passage: the words of one block made plain for a parser, and the way back to the document.

Marks of emphasis and links are taken away, odd apostrophes and homoglyphs folded, line breaks and
missing spaces mended. The document's text is never altered: every place in a passage maps to one.
"""

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from habeas.model import Span
from habeas.read.layout import Block
from habeas.read.script import fold_word, is_mixed

# What disturbs a parser, and what stands in its place ("" takes it away).
_NOISE = re.compile(
    r"!?\[(?P<label>(?:[^\[\]\n]|\[[^\]\n]*\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|(?P<mark>\*{1,3}|(?<![\w])_{1,3}|_{1,3}(?![\w])|[\u200b-\u200f\u202a-\u202e\ufeff])"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!>~|-])"
    r"|(?P<space>[\s\xa0]{2,}|[\n\r\t\xa0\u2000-\u200a\u202f])"
    r"|(?<=[^\W\d_])(?P<quote>[´`ʼ′])(?=[^\W\d_])"
    r"|(?P<tight>(?<=[^\W\d_])[,;](?=[^\W\d_]{2})|(?<=[^\W\d_]\))(?=[^\W\d_])|(?<=\b[^\W\d_]\.)(?=[^\W\d_]{3})(?!\S*@))"
    r"|(?P<foreign>[^\W\d_]*[\u0370-\u052f][^\W_]*)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain words of a block.

    `places[i]` is the position in the document of the character `text[i]`; None where the passage
    is the document's own words from `block.span.start` on. `doc` is the parse, where there is one;
    `named` has the names (`ents`) where the language has a model for them, be it parsed or not.
    """

    block: Block
    text: str
    places: tuple[int, ...] | None = None
    links: tuple[tuple[Span, str], ...] = ()
    doc: Doc | None = field(default=None, compare=False)
    named: Doc | None = field(default=None, compare=False)

    def place(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the document."""
        if self.places is None:
            return Span(self.block.span.start + start, self.block.span.start + end)
        return Span(self.places[start], self.places[end - 1] + 1)

    def span(self, words: "Words | Token") -> Span:
        """Return where some words of the parse stand in the document."""
        if isinstance(words, Token):
            return self.place(words.idx, words.idx + len(words))
        return self.place(words.start_char, words.end_char)


def make_passage(text: str, block: Block, *, cyrillic: bool) -> Passage:
    """Return the passage of a block; `cyrillic` says which script the document is in."""
    words = block.span.of(text)
    writer = _Writer(block.span.start, cyrillic=cyrillic)
    for found in _NOISE.finditer(words):
        writer.write(words, found)
    return writer.passage(words, block)


class _Writer:
    """Copies words, mending noise, and remembers where each character came from."""

    def __init__(self, base: int, *, cyrillic: bool) -> None:
        self.base, self.cyrillic, self.at = base, cyrillic, 0
        self.pieces: list[str] = []
        self.places: list[int] = []
        self.links: list[tuple[Span, str]] = []

    def keep(self, words: str, end: int) -> None:
        """Copy the words up to `end` as they are."""
        self.put(words[self.at : end], self.at)
        self.at = end

    def put(self, piece: str, start: int) -> None:
        self.pieces.append(piece)
        self.places.extend(range(self.base + start, self.base + start + len(piece)))

    def write(self, words: str, found: re.Match[str]) -> None:
        """Copy what stands before a piece of noise, and the piece mended."""
        kind, start, end = found.lastgroup, *found.span()
        if kind == "foreign" and not is_mixed(found[0], cyrillic=self.cyrillic):
            return
        if start < self.at:
            return
        self.keep(words, start)
        if found["target"] is not None:
            self.write_link(words, found)
        elif kind == "tight":
            self.put(found[0], start)
            self.put(" ", max(start, end - 1))
        elif kind != "mark":
            self.put(self.mended(found), found.start("escaped") if kind == "escaped" else start)
        self.at = end

    def mended(self, found: re.Match[str]) -> str:
        match found.lastgroup:
            case "escaped":
                return found["escaped"]
            case "quote":
                return "’"
            case "foreign":
                return fold_word(found[0], cyrillic=self.cyrillic)
        return " "

    def write_link(self, words: str, found: re.Match[str]) -> None:
        start, end = found.span("label")
        if words[found.start()] == "!":
            return
        label = Span(self.base + start, self.base + end)
        self.links.append((label, found["target"]))
        self.at = start
        for inner in _NOISE.finditer(words, start, end):
            self.write(words, inner)
        self.keep(words, end)

    def passage(self, words: str, block: Block) -> Passage:
        if not self.pieces:
            return Passage(block, words)
        self.keep(words, len(words))
        return Passage(block, "".join(self.pieces), tuple(self.places), tuple(self.links))


def parsed(passage: Passage, doc: Doc) -> Passage:
    """Return the passage with its parse."""
    return replace(passage, doc=doc, named=doc)


def named(passage: Passage, doc: Doc) -> Passage:
    """Return the passage with its names."""
    return replace(passage, named=doc)
