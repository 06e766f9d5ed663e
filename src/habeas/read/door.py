"""The door: a reading leaves only if every span of it is words of its document.

Stands apart from the rules that read, so that another reader (one day a language model) has to
pass it too. `check` refuses a reading that is unsound; `admit` takes the unsound items out and
says so in `unread`, so that one mistake never costs a document.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from habeas.errors import DanglingId, SpanNotInText
from habeas.model import AUTHOR, PAGE, Anatomy, Document, Entity, Reading, Span, Unread

UNSOUND = "the reader pointed outside the text here: {part} left out"
_PARTS = ("relations", "claims", "demands", "quotations")


def check(reading: Reading) -> Reading:
    """Return the reading unchanged; raise SpanNotInText or DanglingId for what does not hold."""
    text = reading.document.text
    for part, span in spans(reading):
        if not is_words(text, span):
            raise SpanNotInText(span.start, span.end, part=part, length=len(text))
    known = {AUTHOR, PAGE, *(entity.id for entity in reading.entities)}
    if len(known) != len(reading.entities) + 2:
        raise DanglingId("entities", expected="ids that are used once and not reserved")
    for part, name in ids(reading):
        if name not in known:
            raise DanglingId(part, expected="the id of an entity of the same reading")
    return reading


def admit(reading: Reading) -> Reading:
    """Return the reading without the items that point outside its text, each noted in `unread`."""
    text = reading.document.text
    if all(is_words(text, span) for _, span in spans(reading)):
        return check(reading)
    lost: list[Unread] = []
    kept: dict[str, Any] = {
        part: tuple(one for one in getattr(reading, part) if _is_sound(text, one, part, lost))
        for part in _PARTS
    }
    kept["anatomy"] = _sound_anatomy(text, reading.anatomy, lost)
    kept["entities"] = tuple(_sound_entity(text, one) for one in reading.entities)
    noted = (*reading.unread, *lost)
    kept["unread"] = tuple(one for one in noted if is_words(text, one.span))
    return check(replace(reading, **kept))


def is_words(text: str, span: Span) -> bool:
    """Say whether a span is words of a text: inside it, not empty, no space at its ends."""
    if not 0 <= span.start < span.end <= len(text):
        return False
    return not (text[span.start].isspace() or text[span.end - 1].isspace())


def _is_sound(text: str, item: object, part: str, lost: list[Unread]) -> bool:
    found = [span for _, span in spans(item)]
    good = [span for span in found if is_words(text, span)]
    if len(good) < len(found):
        where = good[0] if good else whole(text)
        lost += [Unread(where, UNSOUND.format(part=part))] if where else []
    return len(good) == len(found)


def _sound_anatomy(text: str, anatomy: Anatomy, lost: list[Unread]) -> Anatomy:
    changes: dict[str, Any] = {}
    for one in fields(anatomy):
        value = getattr(anatomy, one.name)
        if isinstance(value, tuple):
            kept = (item for item in value if _is_sound(text, item, one.name, lost))
            changes[one.name] = tuple(kept)
        elif not _is_sound(text, value, one.name, lost):
            changes[one.name] = None
    return replace(anatomy, **changes)


def _sound_entity(text: str, entity: Entity) -> Entity:
    return replace(
        entity,
        mentions=tuple(span for span in entity.mentions if is_words(text, span)),
        references=tuple(span for span in entity.references if is_words(text, span)),
        roles=tuple(role for role in entity.roles if is_words(text, role.span)),
    )


def whole(text: str) -> Span | None:
    """Return the span of all the words of a text, None where there are none."""
    start = len(text) - len(text.lstrip())
    return Span(start, len(text.rstrip())) if text.strip() else None


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
    anatomy = reading.anatomy
    people = [one.entity for one in anatomy.signatories]
    people += [one.entity for one in anatomy.addressees]
    people += [anatomy.petition.starter] if anatomy.petition else []
    yield from (("people", one) for one in people if one)
    for relation in reading.relations:
        yield from (("relations", one) for one in (relation.source, relation.target))
    for claim in reading.claims:
        source = claim.source.asserter + claim.source.relayed_by
        yield from (("claims", one) for one in claim.actors + claim.victims + claim.place + source)
    for demand in reading.demands:
        yield from (("demands", one) for one in demand.by + demand.addressees)
    for quotation in reading.quotations:
        yield from (("quotations", one) for one in quotation.source)
