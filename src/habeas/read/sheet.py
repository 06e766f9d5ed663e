"""A document laid out for reading: blocks, what each is for, passages and their parses.

The modules that read a part take a `Sheet`. Furniture is never parsed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from habeas.model import Document
from habeas.read.furniture import Use, uses
from habeas.read.layout import Block, Shape, lay_out
from habeas.read.passage import Passage, make_passage, named, parsed
from habeas.read.pipeline import can_name, can_parse, language_of, namer, parser
from habeas.read.script import is_cyrillic

_WORDS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document with its blocks in order; `passages[i]` are the plain words of `blocks[i]`.

    A passage has a parse (`doc`) where its block is body text and the language has a model.
    """

    document: Document
    language: str | None
    blocks: tuple[Block, ...]
    uses: tuple[Use, ...]
    passages: tuple[Passage, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The text layer of the document."""
        return self.document.text

    def body(self) -> Iterator[Passage]:
        """Yield the passages that are no furniture, in order."""
        return (p for p, use in zip(self.passages, self.uses, strict=True) if use is Use.BODY)

    def parsed(self) -> Iterator[Passage]:
        """Yield the passages that have a parse, in order."""
        return (passage for passage in self.passages if passage.doc is not None)


def make_sheet(document: Document) -> Sheet:
    """Lay a document out and parse its body."""
    return next(make_sheets([document]))


def make_sheets(documents: Iterable[Document]) -> Iterator[Sheet]:
    """Lay out and parse documents one by one, in a stream."""
    for document in documents:
        sheet = _lay(document)
        if can_parse(sheet.language):
            sheet = _enrich(sheet, parser(str(sheet.language)), parsed)
        elif can_name(sheet.language):
            sheet = _enrich(sheet, namer(str(sheet.language)), named)
        yield sheet


def _lay(document: Document) -> Sheet:
    text = document.text
    blocks = lay_out(text)
    found = uses(document, blocks)
    cyrillic = is_cyrillic(text)
    passages = tuple(make_passage(text, block, cyrillic=cyrillic) for block in blocks)
    prose = (p.text for p, use in zip(passages, found, strict=True) if use is Use.BODY)
    return Sheet(
        document=document,
        language=language_of(" ".join(prose)),
        blocks=tuple(blocks),
        uses=tuple(found),
        passages=passages,
    )


def _enrich(sheet: Sheet, model: Language, add: Callable[[Passage, Doc], Passage]) -> Sheet:
    wanted = [i for i, use in enumerate(sheet.uses) if use is Use.BODY and _has_words(sheet, i)]
    passages = list(sheet.passages)
    docs = model.pipe([passages[i].text for i in wanted])
    for i, doc in zip(wanted, docs, strict=True):
        passages[i] = add(passages[i], doc)
    return replace(sheet, passages=tuple(passages))


def _has_words(sheet: Sheet, i: int) -> bool:
    passage = sheet.passages[i]
    return passage.block.shape is not Shape.RULE and bool(_WORDS.search(passage.text))
