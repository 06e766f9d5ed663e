"""Read the headlines in a page's front matter as sentences: they claim too, in the page's voice."""

import re
from collections.abc import Iterator

from habeas.read.claims.vocabulary import fold, vocabulary
from habeas.read.furniture import Use
from habeas.read.passage import Passage, parsed
from habeas.read.pipeline import parser
from habeas.read.sheet import Sheet

LABELS = frozenset({"title", "subtitle", "headline", "description", "summary"})
_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_MARKS = " \t>|\"'"


def headlines(sheet: Sheet) -> Iterator[Passage]:
    """Yield the headlines of the front matter, parsed."""
    found = [
        passage
        for passage, use in zip(sheet.passages, sheet.uses, strict=True)
        if use is Use.FRONT and passage.block.label in LABELS and passage.text.strip(_MARKS)
    ]
    if found and sheet.language:
        docs = parser(sheet.language).pipe([_words(passage) for passage in found])
        yield from (parsed(passage, doc) for passage, doc in zip(found, docs, strict=True))


def _words(passage: Passage) -> str:
    """Return the words of a field, with spaces for the marks around them so that places stay."""
    text = passage.text
    start = len(text) - len(text.lstrip(_MARKS))
    end = len(text.rstrip(_MARKS))
    return " " * start + _WORD.sub(_lowered, text[start:end])


def _lowered(found: re.Match[str]) -> str:
    """Return a word that tells of an act in small letters, which a parser knows better."""
    word = found[0].lower()
    known = len(word) == len(found[0]) and found.start() and fold(word) in vocabulary()
    return word if known else found[0]
