"""Claims as they are shown: who says so, in which words, of whom, and where it stands.

Each claim keeps its speaker. Nothing here says that what is claimed is so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched

from django.db.models import QuerySet

from habeas.model import PAGE, Reading, Span
from habeas.model import Claim as ReadClaim
from habeas.web.ledger.models import Claim, Part
from habeas.web.people.access import Named, named, titled
from habeas.web.people.models import Signature
from habeas.web.sources import access as sources

_BATCH = 200
_ROLE = Part.Role
type Parts = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says so. `author` and `page` say that it is the document itself, whoever signed it."""

    who: tuple[Named, ...]
    author: bool
    page: bool
    relayed_by: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One claim with its words. `start` and `end` are code points in the text of `document`."""

    claim: str
    event: str | None
    document: str
    title: str
    said_by: Speaker
    kind: str
    type: str
    modality: str
    basis: str
    date: str | None
    printed_date: str | None
    victims: tuple[Named, ...]
    actors: tuple[Named, ...]
    places: tuple[Named, ...]
    details: Mapping[str, str]
    words: str
    start: int
    end: int


def accounts(found: QuerySet[Claim] | Iterable[Claim]) -> Iterator[Account]:
    """Yield claims as they are shown, in the order given."""
    rows = found.iterator(_BATCH) if isinstance(found, QuerySet) else found
    for batch in batched(rows, _BATCH):
        yield from _batch(batch)


def _batch(rows: Sequence[Claim]) -> Iterator[Account]:
    parts = _parts([row.number for row in rows])
    documents = {row.document_id for row in rows}
    signed = signatories(documents)
    involved = {one for roles in parts.values() for who in roles.values() for one in who}
    names = named({*involved, *(one for who in signed.values() for one in who)})
    titles = titled(documents)
    leaves = {one: _Leaf(sources.reading(one), titles[one]) for one in documents}
    for row in rows:
        theirs = parts[row.number]
        if row.by_author:
            everybody = dict.fromkeys([*signed[row.document_id], *theirs[_ROLE.ASSERTER]])
            theirs = {**theirs, _ROLE.ASSERTER: list(everybody)}
        yield _account(row, theirs, names, leaves[row.document_id])


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A document in which claims stand."""

    reading: Reading
    title: str


def _account(row: Claim, parts: Parts, names: Mapping[int, Named], leaf: _Leaf) -> Account:
    read = read_claim(leaf.reading, row.local)
    text = leaf.reading.document.text

    def who(role: str) -> tuple[Named, ...]:
        return tuple(names[one] for one in parts.get(role, ()))

    return Account(
        claim=f"C{row.number}",
        event=f"E{row.event_id}" if row.event_id else None,
        document=f"D{row.document_id}",
        title=leaf.title,
        said_by=Speaker(
            who=who(_ROLE.ASSERTER),
            author=row.by_author,
            page=PAGE in read.source.asserter,
            relayed_by=who(_ROLE.RELAY),
        ),
        kind=row.kind,
        type=row.type,
        modality=row.modality,
        basis=row.basis,
        date=row.date,
        printed_date=read.date.span.of(text) if read.date else None,
        victims=who(_ROLE.VICTIM),
        actors=who(_ROLE.ACTOR),
        places=who(_ROLE.PLACE),
        details=dict(read.details),
        words=Span(row.start, row.end).of(text),
        start=row.start,
        end=row.end,
    )


def read_claim(reading: Reading, local: str) -> ReadClaim:
    """Return the claim with this id in a reading."""
    return next(claim for claim in reading.claims if claim.id == local)


def _parts(numbers: Iterable[int]) -> dict[int, dict[str, list[int]]]:
    """Return which entities have which part in each claim, by their appearances."""
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = Part.objects.filter(claim__in=numbers).order_by("claim", "role", "appearance")
    for claim, role, entity in rows.values_list("claim_id", "role", "appearance__entity_id"):
        if entity not in found[claim][role]:
            found[claim][role].append(entity)
    return found


def signatories(documents: Iterable[int]) -> dict[int, list[int]]:
    """Return the entities that signed each document, in the order of the signatures."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = Signature.objects.filter(document__in=documents).order_by("id")
    for document, entity in rows.values_list("document_id", "appearance__entity_id"):
        if entity not in found[document]:
            found[document].append(entity)
    return found
