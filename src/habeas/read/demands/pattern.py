"""Demands in languages without a parse: sentences that begin to ask as their language does.

The whole sentence from the words of asking on is taken; of whom it is asked is left open.
"""

import re
from collections.abc import Iterator
from functools import cache

from habeas.read.demands.request import Request
from habeas.read.lexicon import load, words
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_SENTENCE = re.compile(r"[^.!?…]+(?:\.(?=[^\s])[^.!?…]+)*")
_SPLIT = re.compile(
    r",?\s+(?:et|и|y|und|та|і)\s+(?=(?:à|au|aux|de|que|d['’]|[^\W\d_]+(?:ть|ти))(?!\w))", re.I
)
LONGEST = 400  # characters: a longer stretch is no single request


@cache
def _asking(language: str) -> re.Pattern[str] | None:
    patterns = load("demands")["patterns"].get(language)
    return re.compile("|".join(rf"(?<!\w){one}" for one in patterns), re.I) if patterns else None


@cache
def _reason() -> re.Pattern[str]:
    either = "|".join(map(re.escape, words("demands", "reasons")))
    return re.compile(rf"[,;]\s+(?:{either})\b", re.I)


def read_patterns(sheet: Sheet) -> Iterator[Request]:
    """Yield the requests of the unparsed body of a document."""
    asking = _asking(sheet.language or "")
    if asking is None:
        return
    for passage in sheet.body():
        if passage.doc is None and not passage.text.rstrip().endswith(":"):
            yield from _passage(passage, asking)


def _passage(passage: Passage, asking: re.Pattern[str]) -> Iterator[Request]:
    for sentence in _SENTENCE.finditer(passage.text):
        found = asking.search(passage.text, *sentence.span())
        if found is None:
            continue
        start = found.start()
        reason = _reason().search(passage.text, start, sentence.end())
        end = reason.start() if reason else sentence.end()
        for piece in _pieces(passage.text, start, end):
            if piece[1] - piece[0] <= LONGEST:
                yield Request(passage=passage, span=passage.place(*piece))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [found.span() for found in _SPLIT.finditer(text, start, end)]
    begins = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    for one, other in zip(begins, ends, strict=True):
        piece = text[one:other]
        lead = len(piece) - len(piece.lstrip(' «“"(,'))
        yield one + lead, one + lead + len(piece[lead:].rstrip(' »”"),;:'))
