"""The door: a reading leaves only if every span of it is words of its document.

Stands apart from the rules that read, so that another reader (one day a language model) has to
pass it too.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from habeas.errors import DanglingId, SpanNotInText
from habeas.model import AUTHOR, PAGE, Document, Reading, Span


def check(reading: Reading) -> Reading:
    """Return the reading unchanged; raise SpanNotInText or DanglingId for what does not hold."""
    text = reading.document.text
    for part, span in spans(reading):
        words = text[max(span.start, 0) : span.end]
        if not 0 <= span.start < span.end <= len(text) or words != words.strip():
            raise SpanNotInText(span.start, span.end, part=part, length=len(text))
    known = {AUTHOR, PAGE, *(entity.id for entity in reading.entities)}
    if len(known) != len(reading.entities) + 2:
        raise DanglingId("entities", expected="ids that are used once and not reserved")
    for part, name in ids(reading):
        if name not in known:
            raise DanglingId(part, expected="the id of an entity of the same reading")
    return reading


def spans(value: Any, part: str = "reading") -> Iterator[tuple[str, Span]]:
    """Yield every span in a reading with the name of the part that holds it."""
    if isinstance(value, Span):
        yield part, value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one, part)
    elif is_dataclass(value) and not isinstance(value, Document):
        for one in fields(value):
            yield from spans(getattr(value, one.name), f"{part}.{one.name}")


def ids(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield every id that a reading refers to with the name of the part that does."""
    for person in (*reading.anatomy.signatories, *reading.anatomy.addressees):
        yield from [("people", person.entity)] if person.entity else []
    petition = reading.anatomy.petition
    yield from [("petition", petition.starter)] if petition and petition.starter else []
    for relation in reading.relations:
        yield from (("relations", one) for one in (relation.source, relation.target))
    for claim in reading.claims:
        source = claim.source.asserter + claim.source.relayed_by
        yield from (("claims", one) for one in claim.actors + claim.victims + claim.place + source)
    for demand in reading.demands:
        yield from (("demands", one) for one in demand.by + demand.addressees)
    for quotation in reading.quotations:
        yield from (("quotations", one) for one in quotation.source)
