"""Record the claims of a new document, each with who has which part in it."""

from collections.abc import Iterator, Mapping, Sequence

from habeas.model import AUTHOR, Claim, Reading
from habeas.web.ledger import models
from habeas.web.ledger.models import Part
from habeas.web.people.models import Appearance
from habeas.web.sources.clean import clean
from habeas.web.sources.models import Document
from habeas.web.sources.number import take
from habeas.weigh import bounds

_FEW = 3  # of more signatories "we" does not say who had a part


def record(
    document: Document, reading: Reading, people: Mapping[str, Appearance]
) -> list[models.Claim]:
    """Write the claims of a reading; `people` are its entities' appearances by their ids."""
    return write(document, reading, people, numbers=take("claim", len(reading.claims)))


def write(
    document: Document,
    reading: Reading,
    people: Mapping[str, Appearance],
    *,
    numbers: Sequence[int],
) -> list[models.Claim]:
    """Write the claims of a reading under numbers that they were given."""
    rows = [
        _row(number, document, claim) for number, claim in zip(numbers, reading.claims, strict=True)
    ]
    models.Claim.objects.bulk_create(rows)
    signed = [one.entity for one in reading.anatomy.signatories if one.entity]
    authors = signed if len(signed) <= _FEW else []
    Part.objects.bulk_create(
        Part(claim=row, appearance=people[one], role=role)
        for row, claim in zip(rows, reading.claims, strict=True)
        for one, role in dict.fromkeys(_parts(claim, authors))
        if one in people
    )
    return rows


def _row(number: int, document: Document, claim: Claim) -> models.Claim:
    since, until = bounds(claim.date.edtf if claim.date else None)
    return models.Claim(
        number=number,
        document=document,
        local=claim.id,
        kind=claim.kind,
        type=clean(claim.type),
        basis=claim.basis,
        modality=claim.modality,
        start=claim.span.start,
        end=claim.span.end,
        date=claim.date.edtf if claim.date else None,
        since=since,
        until=until,
        by_author=AUTHOR in claim.source.asserter,
    )


def _parts(claim: Claim, authors: Sequence[str]) -> Iterator[tuple[str, Part.Role]]:
    """Yield whoever has a part in a claim; `authors` have that of "me" and "us"."""
    source = claim.source
    for role, who in (
        (Part.Role.ACTOR, claim.actors),
        (Part.Role.VICTIM, claim.victims),
        (Part.Role.PLACE, claim.place),
        (Part.Role.ASSERTER, source.asserter),
        (Part.Role.RELAY, source.relayed_by),
    ):
        # Who of the signatories says so is kept by `by_author`: there may be a thousand.
        own = authors if AUTHOR in who and role in (Part.Role.ACTOR, Part.Role.VICTIM) else ()
        yield from ((one, role) for one in (*who, *own))
