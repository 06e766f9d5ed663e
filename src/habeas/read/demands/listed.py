"""Demands in a list: items under a line such as "The government must:"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read.demands.request import Request, has_to, split
from habeas.read.grammar import child, prepositions
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"(?:\s*[;,.]\s*(?:and|et|и|y|und)?\s*)$")


def read_listed(sheet: Sheet) -> Iterator[Request]:
    """Yield each item of a list whose header asks for it."""
    header: Passage | None = None
    for passage in sheet.body():
        if passage.block.shape is Shape.ITEM and header is not None:
            yield from _item(passage, header)
        elif passage.block.shape is not Shape.ITEM:
            header = passage if _asks(passage.text) else None


def _asks(line: str) -> bool:
    """Say whether a line ends in a colon and has a word of asking near it."""
    line = line.rstrip("*_ ")
    if not line.endswith(":"):
        return False
    last = {word.lower() for word in _WORD.findall(line)[-12:]}
    return bool(last & words("demands", "en", "header"))


def _item(passage: Passage, header: Passage) -> Iterator[Request]:
    acts = _infinitives(passage)
    if acts:
        start = acts[0].left_edge.i
        yield from split(passage, (start, acts[0]), by=None, asked=tuple(_named(acts[0])))
        return
    text = passage.text
    end = len(_LAST.sub("", text))
    start = len(text) - len(text.lstrip("-–—• "))
    if end > start and len(_WORD.findall(text)) > 1:
        asked = tuple(_asked(header))
        span = passage.place(start, end)
        yield Request(passage=passage, span=span, action=text[start:end], asked=asked)


def _infinitives(passage: Passage) -> list[Token]:
    """Return the act of an item such as "the Ministry to open the prisons", if it is one."""
    found = [token for token in passage.doc or () if token.dep_ == "ROOT" and token.pos_ != "VERB"]
    return [one for root in found for one in root.children if one.tag_ == "VB" and has_to(one)][:1]


def _named(act: Token) -> Iterator[Token]:
    """Yield whom an item names before its act."""
    if act.head.pos_ in ("NOUN", "PROPN"):
        yield act.head


def _asked(header: Passage) -> Iterator[Token]:
    """Yield of whom the header asks: its subject, or the noun after "on" or "to"."""
    for token in header.doc or ():
        if token.dep_ == "ROOT":
            found = [noun for word, noun in prepositions(token) if word in ("on", "upon", "to")]
            own = child(token, "nsubj", "dobj")
            yield from found or ([own] if own is not None else [])
            return
