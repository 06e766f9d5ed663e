"""What the reader saw and could not read: named with the reason, never dropped in silence."""

from collections.abc import Iterable, Iterator

from habeas.model import Span, Unread
from habeas.read.anatomy import Frame
from habeas.read.dates import DateExpression, DateKind
from habeas.read.pipeline import NAMERS, can_name, can_parse, missing
from habeas.read.sheet import Sheet

TIME = "a time that neither the text nor its date settles"
SIGNATURE = "a line among the signatures in which nobody is named"


def read_unread(sheet: Sheet, frame: Frame, dates: Iterable[DateExpression]) -> tuple[Unread, ...]:
    """Return what was not read of a document, in order."""
    found = [*_language(sheet), *_signatures(sheet, frame), *_times(sheet, dates)]
    return tuple(sorted(found, key=lambda one: (one.span, one.reason)))


def _language(sheet: Sheet) -> Iterator[Unread]:
    """Yield the body of a text in a language that is not parsed."""
    body = [passage.block.span for passage in sheet.body()]
    if body and not can_parse(sheet.language):
        names = "names" if can_name(sheet.language) else "names given in its frame"
        reason = f"claims: this language ({sheet.language or 'unknown'}) is not parsed; "
        reason += f"only anatomy, dates, demands, quotations in marks and {names} are read"
        if sheet.language in NAMERS and not can_name(sheet.language):
            reason += f"; {missing(sheet.language)}"
        yield Unread(body[0].join(body[-1]), reason)


def _signatures(sheet: Sheet, frame: Frame) -> Iterator[Unread]:
    known = [one.span for one in frame.anatomy.signatories]
    known += [frame.coordinator] if frame.coordinator else []
    for line in frame.signatures:
        header = line.of(sheet.text).rstrip().endswith(":")
        if not header and not _meets(line, known):
            yield Unread(line, SIGNATURE)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.meets(other) for other in others)


def _times(sheet: Sheet, dates: Iterable[DateExpression]) -> Iterator[Unread]:
    """Yield words for one time, not a length or a habit, that stayed without a date."""
    body = [passage.block.span for passage in sheet.body()]
    for one in dates:
        open_ = one.edtf is None and one.kind is DateKind.DATE
        if open_ and one.timex in (None, "PRESENT_REF") and _meets(one.span, body):
            yield Unread(one.span, TIME)
