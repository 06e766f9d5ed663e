"""Claims as the whole archive knows them: with entities across documents in place of ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.model import Span
from habeas.web.ledger.models import Claim, Part
from habeas.web.packing import unpack
from habeas.web.people.models import Signature
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document
from habeas.weigh import Telling, sketch

_AROUND = 400  # code points: how far a passage reaches to either side of a claim
_ENDS = "\n.!?…"
_ROLE = Part.Role


def tellings(numbers: Collection[int], *, sketched: bool = False) -> list[Telling]:
    """Return claims as tellings, in the order of their numbers.

    Copies among documents are found only where their texts are `sketched`.
    """
    rows = list(Claim.objects.filter(number__in=numbers).order_by("number"))
    parts = _parts(numbers)
    digests = sources.digests({row.document_id for row in rows})
    sheets = {number: _sheet(number, digest) for number, digest in digests.items()}
    signed = _signed(sheets)
    found = [
        _telling(row, parts[row.number], signed[row.document_id], sheets[row.document_id])
        for row in rows
    ]
    if not sketched:
        return found
    return [replace(one, sketch=_sketch(one.document, digests[one.document])) for one in found]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What tellings need of a document: of each claim its words, passage and details."""

    written: str | None
    claims: Mapping[str, tuple[str, str, Mapping[str, str]]]


@lru_cache(maxsize=1024)
def _sheet(number: int, _digest: str) -> Sheet:
    row = Document.objects.only("text", "reading", "written", "published").get(number=number)
    text, found = unpack(bytes(row.text)), unpack(bytes(row.reading))["claims"]
    claims = {
        claim["id"]: (
            text[slice(*claim["span"])],
            passage(text, Span(*claim["span"])),
            claim["details"],
        )
        for claim in found
    }
    return Sheet(row.written or row.published, claims)


@lru_cache(maxsize=4096)
def _sketch(number: int, _digest: str) -> bytes:
    return sketch(unpack(bytes(Document.objects.values_list("text", flat=True).get(number=number))))


def forget() -> None:
    """Forget what is at hand of documents: another archive may have read them otherwise."""
    _sheet.cache_clear()
    _sketch.cache_clear()


def _telling(row: Claim, parts: dict[str, set[int]], signed: set[int], sheet: Sheet) -> Telling:
    words, around, details = sheet.claims[row.local]
    return Telling(
        claim=row.number,
        document=row.document_id,
        kind=row.kind,
        type=row.type,
        victims=frozenset(parts[_ROLE.VICTIM]),
        actors=frozenset(parts[_ROLE.ACTOR]),
        places=frozenset(parts[_ROLE.PLACE]),
        asserters=frozenset(parts[_ROLE.ASSERTER] | (signed if row.by_author else set())),
        relayed_by=frozenset(parts[_ROLE.RELAY]),
        basis=row.basis,
        modality=row.modality,
        date=row.date,
        written=sheet.written,
        details=details,
        words=words,
        passage=around,
    )


def passage(text: str, span: Span) -> str:
    """Return the sentence around a span, as far as signs of punctuation tell."""
    start = max(text.rfind(sign, max(0, span.start - _AROUND), span.start) for sign in _ENDS) + 1
    ends = [text.find(sign, span.end, span.end + _AROUND) for sign in _ENDS]
    return text[start : min((end for end in ends if end >= 0), default=span.end)].strip()


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
