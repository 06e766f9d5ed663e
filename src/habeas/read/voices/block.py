"""Read long quotations without quotation marks: quoted blocks, and sections of a copied report.

A report is held to be copied from a line such as "Section: …" after words that name a report, up to
the first paragraph in which the author says "I" or "we" again.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from habeas.model import QuotationKind, Span
from habeas.read import grammar
from habeas.read.layout import Shape
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet
from habeas.read.voices.cues import Cues
from habeas.read.voices.voice import Stance, Voice

SHORTEST = 3  # words of a quoted block
NEAR = 3  # paragraphs between the words that name a report and its first section
_SECTION = re.compile(
    r"(?:section|chapter|part|extract|excerpt)\b(?:\s+(?:\d+|[IVXLC]+)\.)?[^.]{0,80}", re.I
)
_TITLE = re.compile(r"[^.]{1,80}:\s*|[^.,;:!?]{1,60}")
_FIRST = re.compile(r"\b(?:I|we|my|our|us|me|mine|ours)\b(?!\.)", re.I)


def read_blocks(sheet: Sheet, known: Cues) -> Iterator[Voice]:
    """Yield a voice for each block set off as a quotation and each section of a copied report."""
    for passage in sheet.body():
        if passage.block.shape is Shape.QUOTE and len(passage.text.split()) >= SHORTEST:
            yield _voice(passage, _inner(sheet.text, passage.block.span), None)
    yield from _sections(list(sheet.body()), known)


def _sections(passages: list[Passage], known: Cues) -> Iterator[Voice]:
    named: tuple[int, Passage, Token] | None = None
    read = 0
    for i, passage in enumerate(passages):
        if i < read:
            continue
        if _SECTION.fullmatch(passage.text) and named is not None and i - named[0] <= NEAR:
            copied = list(_copied(passages, i + 1))
            if copied:
                read = passages.index(copied[-1]) + 1
                named = (read, *named[1:])
                span = copied[0].block.span.join(copied[-1].block.span)
                yield _voice(copied[0], span, named[1:])
        elif (report := _report(passage, known)) is not None:
            named = (i, passage, report)


def _copied(passages: list[Passage], start: int) -> Iterator[Passage]:
    """Yield the paragraphs of a section, from the first that is no title."""
    fresh = True
    for passage in passages[start:]:
        if _SECTION.fullmatch(passage.text) or _FIRST.search(passage.text):
            return
        if not (fresh and _TITLE.fullmatch(passage.text)):
            fresh = False
            yield passage


def _report(passage: Passage, known: Cues) -> Token | None:
    """Return the word "report" that a passage speaks of, None if there is none."""
    if passage.doc is None:
        return None
    return next((t for t in passage.doc if t.pos_ == "NOUN" and t.lemma_ in known.documents), None)


def _voice(passage: Passage, span: Span, report: tuple[Passage, Token] | None) -> Voice:
    source = _publisher(report[1]) if report is not None else None
    cue = report[0].span(grammar.phrase(report[1])) if report is not None else None
    return Voice(
        passage=report[0] if report is not None else passage,
        content=span,
        core=span,
        parts=(span,),
        kind=QuotationKind.BLOCK,
        stance=Stance.SAID,
        frame="block",
        source=source,
        source_span=cue,
        cue=cue,
    )


def _publisher(report: Token) -> Token:
    """Return the name before or after a report: "the Watch report", "the report by the Watch"."""
    for one in report.lefts:
        if one.dep_ in ("compound", "poss", "nmod") and one.pos_ == "PROPN":
            return one
    makers = (noun for word, noun in grammar.prepositions(report) if word in ("by", "of"))
    return next((noun for noun in makers if noun.pos_ == "PROPN"), report)


def _inner(text: str, span: Span) -> Span:
    """Return a span without quotation marks and a full stop at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in '"“«„‘':
        start += 1
    while start < end and text[end - 1] in '"”».’':
        end -= 1
    return Span(start, end)
