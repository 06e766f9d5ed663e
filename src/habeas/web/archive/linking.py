"""The archive as FollowTheMoney entities, with a companion that says which words each rests on.

Streams: those who are named first, then one document after another with what it says.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from habeas.model import EntityType, Reading, Span
from habeas.render import ftm
from habeas.render.ftm import Thing
from habeas.web.archive.testimony import Testimony
from habeas.web.ledger import access as ledger
from habeas.web.ledger.access import Account
from habeas.web.ledger.models import Claim
from habeas.web.people import access as people
from habeas.web.people.access import Profile
from habeas.web.people.models import Appearance
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document, Origin

_BATCH = 50
_SPACE = 12  # hexadecimal digits: enough to tell any two archives apart
type Line = tuple[bool, str]  # whether it is an entity; else it is of the companion


def lines(tell: Callable[[int, str], None]) -> Iterator[Line]:
    """Yield the lines of both files, each with its break, and whether it is of the first."""
    space = _space()
    for one in _entities(space):
        yield True, _line(one)
    rows = sources.documents().order_by("number").iterator(_BATCH)
    done = 0
    for batch in batched(rows, _BATCH):
        for sheet in _sheets(space, batch):
            yield from sheet.lines()
            done += 1
            tell(done, sheet.ref)


def _space() -> str:
    """Return what begins every id: it differs from archive to archive, and never changes."""
    first = sources.entries().first()
    return f"habeas-{first.digest[:_SPACE] if first else '0' * _SPACE}"


def _entities(space: str) -> Iterator[Thing]:
    rows = people.entities().order_by("number").iterator(_BATCH)
    for batch in batched(rows, _BATCH):
        for one in people.profiles(batch):
            kind = EntityType(one.type)
            yield ftm.somebody(f"{space}-{one.ref}", kind, _spellings(one))


def _spellings(one: Profile) -> list[str]:
    first = one.name or next(iter(one.descriptions), f"not named ({one.ref})")
    return [first, *(each.name for each in one.spellings if each.name != first)]


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody of a document as the archive knows them."""

    appearance: int
    entity: int
    type: EntityType


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """One document with what it says: its entities and their spans, in the making."""

    space: str
    row: Document
    path: str
    reading: Reading
    known: Mapping[str, _Known]
    accounts: Sequence[Account]
    made: list[Line] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """Return what the document is called in the archive."""
        return f"D{self.row.number}"

    @property
    def id(self) -> str:
        """Return the id of the document's entity."""
        return f"{self.space}-{self.ref}"

    def lines(self) -> list[Line]:
        """Return the lines of all that the document says."""
        self.document()
        for local, who in self.known.items():
            self.named(local, who)
        self.signatories()
        self.relations()
        types = {who.entity: who.type for who in self.known.values()}
        testimony = Testimony(self.space, self.id, types)
        for one in self.accounts:
            for thing in testimony.things(one):
                self.thing(thing)
            claim = testimony.claim(one)
            self.span(claim, "description", Span(one.start, one.end), testimony.facts(one))
        return self.made

    def thing(self, one: Thing) -> Thing:
        """Add an entity."""
        self.made.append((True, _line(one)))
        return one

    def span(self, one: Thing, key: str, span: Span, more: Mapping[str, Any] | None = None) -> None:
        """Add to the companion which words a property rests on."""
        document = self.reading.document
        place = ftm.Place(document=self.ref, sha256=document.sha256, start=span.start, end=span.end)
        self.made.append(
            (False, _line({**ftm.span(one, key, place, document.text), **(more or {})}))
        )

    def document(self) -> None:
        """Add the document itself."""
        anatomy = self.reading.anatomy
        made = ftm.thing(
            self.id,
            "Document",
            fileName=self.path.rpartition("/")[2] or self.ref,
            title=self.row.title,
            author=[one.name for one in anatomy.signatories],
            publisher=anatomy.publisher,
            language=ftm.language(self.row.language),
            authoredAt=ftm.dates(self.row.written).get("date"),
            publishedAt=ftm.dates(self.row.published).get("date"),
            notes=f"{self.ref}. SHA-256 {self.row.sha256}",
        )
        self.thing(made)
        for key, found in (
            ("title", anatomy.title),
            ("authoredAt", anatomy.date_written and anatomy.date_written.span),
            ("publishedAt", anatomy.date_published and anatomy.date_published.span),
        ):
            if found:
                self.span(made, key, found)

    def named(self, local: str, who: _Known) -> None:
        """Add that the document names somebody."""
        read = next(one for one in self.reading.entities if one.id == local)
        name, entity = f"{self.space}-A{who.appearance}", f"{self.space}-P{who.entity}"
        if who.type in ftm.ACTORS:
            schema = ftm.SCHEMATA[who.type]
            ends = {"document": self.id, "resolved": entity}
            made = ftm.thing(name, "Mention", **ends, name=read.name, detectedSchema=schema)
            key = "name"
        else:
            ends = {"document": self.id, "entity": entity}
            made = ftm.thing(name, "Documentation", **ends, role="named")
            key = "role"
        self.thing(made)
        for span in read.mentions or read.references:
            self.span(made, key, span)

    def signatories(self) -> None:
        """Add who signed the document, and to whom it is addressed."""
        anatomy = self.reading.anatomy
        roles = [("signatory", one.entity, one.span) for one in anatomy.signatories]
        roles += [("addressee", one.entity, one.span) for one in anatomy.addressees]
        for place, (role, local, span) in enumerate(roles, 1):
            if who := self.known.get(local or ""):
                ends = {"document": self.id, "entity": f"{self.space}-P{who.entity}"}
                name = f"{self.id}-{role}-{place}"
                made = self.thing(ftm.thing(name, "Documentation", **ends, role=role))
                self.span(made, "role", span)

    def relations(self) -> None:
        """Add the relations that the text states."""
        text = self.reading.document.text
        for place, one in enumerate(self.reading.relations, 1):
            if one.source in self.known and one.target in self.known:
                source, target = self.known[one.source], self.known[one.target]
                found = ftm.Tie(
                    type=one.type,
                    source=f"{self.space}-P{source.entity}",
                    target=f"{self.space}-P{target.entity}",
                    source_type=source.type,
                    target_type=target.type,
                )
                said = ftm.joined([f"Stated in {self.ref}: “{one.span.of(text)}”"])
                name = f"{self.id}-relation-{place}"
                made = ftm.tie(name, found, description=said, proof=self.id)
                self.span(self.thing(made), "description", one.span)


def _sheets(space: str, rows: Sequence[Document]) -> Iterator[_Sheet]:
    numbers = [row.number for row in rows]
    known: dict[int, dict[str, _Known]] = defaultdict(dict)
    found = Appearance.objects.filter(document__in=numbers).order_by("number")
    for document, local, number, entity, kind in found.values_list(
        "document_id", "local", "number", "entity_id", "entity__type"
    ):
        known[document][local] = _Known(number, entity, EntityType(kind))
    said: dict[str, list[Account]] = defaultdict(list)
    for one in ledger.accounts(Claim.objects.filter(document__in=numbers).order_by("number")):
        said[one.document].append(one)
    paths = _paths(numbers)
    for row in rows:
        yield _Sheet(
            space=space,
            row=row,
            path=paths[row.number],
            reading=sources.reading(row.number),
            known=known[row.number],
            accounts=said[f"D{row.number}"],
        )


def _paths(documents: Sequence[int]) -> dict[int, str]:
    rows = Origin.objects.filter(document__in=documents).order_by("-id")
    return dict(rows.values_list("document_id", "path"))


def _line(whole: Mapping[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
