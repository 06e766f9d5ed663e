"""Claims as the whole archive knows them: with entities across documents in place of ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from habeas.model import Basis, ClaimClass, Modality, Reading, Span
from habeas.model import Claim as ReadClaim
from habeas.web.ledger.models import Claim, Part
from habeas.web.people.models import Signature
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document
from habeas.weigh import Telling

_AROUND = 400  # code points: how far a passage reaches to either side of a claim
_ENDS = "\n.!?…"
_ROLE = Part.Role


def tellings(numbers: Collection[int]) -> list[Telling]:
    """Return claims as tellings, in the order of their numbers."""
    rows = list(Claim.objects.filter(number__in=numbers).order_by("number"))
    parts = _parts(numbers)
    documents = {row.document_id for row in rows}
    signed, sketches = _signed(documents), _sketches(documents)
    return [
        _telling(row, parts[row.number], signed[row.document_id], sketches[row.document_id])
        for row in rows
    ]


def _telling(row: Claim, parts: dict[str, set[int]], signed: set[int], sketch: bytes) -> Telling:
    reading = sources.reading(row.document_id)
    span = Span(row.start, row.end)
    return Telling(
        claim=row.number,
        document=row.document_id,
        kind=ClaimClass(row.kind),
        type=row.type,
        victims=frozenset(parts[_ROLE.VICTIM]),
        actors=frozenset(parts[_ROLE.ACTOR]),
        places=frozenset(parts[_ROLE.PLACE]),
        asserters=frozenset(parts[_ROLE.ASSERTER] | (signed if row.by_author else set())),
        relayed_by=frozenset(parts[_ROLE.RELAY]),
        basis=Basis(row.basis),
        modality=Modality(row.modality),
        date=row.date,
        written=_written(reading),
        details=_read_claim(reading, row.local).details,
        words=span.of(reading.document.text),
        passage=passage(reading.document.text, span),
        sketch=sketch,
    )


def passage(text: str, span: Span) -> str:
    """Return the sentence around a span, as far as signs of punctuation tell."""
    start = max(text.rfind(sign, max(0, span.start - _AROUND), span.start) for sign in _ENDS) + 1
    ends = [text.find(sign, span.end, span.end + _AROUND) for sign in _ENDS]
    return text[start : min((end for end in ends if end >= 0), default=span.end)].strip()


def _written(reading: Reading) -> str | None:
    date = reading.anatomy.date_written or reading.anatomy.date_published
    return date.edtf if date else None


def _read_claim(reading: Reading, local: str) -> ReadClaim:
    return next(claim for claim in reading.claims if claim.id == local)


def _parts(numbers: Collection[int]) -> dict[int, dict[str, set[int]]]:
    """Return which entities have which part in each claim."""
    found: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = Part.objects.filter(claim__in=numbers)
    for claim, role, entity in rows.values_list("claim_id", "role", "appearance__entity_id"):
        found[claim][role].add(entity)
    return found


def _signed(documents: Iterable[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Signature.objects.filter(document__in=documents)
    for document, entity in rows.values_list("document_id", "appearance__entity_id"):
        found[document].add(entity)
    return found


def _sketches(documents: Iterable[int]) -> dict[int, bytes]:
    rows = Document.objects.filter(number__in=documents).values_list("number", "sketch")
    return {number: bytes(sketch) for number, sketch in rows}
