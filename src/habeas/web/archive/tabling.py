"""The archive as rows of tables: claims, people and bodies, values of events, documents.

Every row that says something says who says so, or in how many voices it is said.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

from django.db.models import Count, Model

from habeas.web.ledger import access as ledger
from habeas.web.ledger.access import Account, Speaker
from habeas.web.ledger.models import Claim, Event
from habeas.web.ledger.summing import summaries
from habeas.web.people import access as people
from habeas.web.people.access import Named
from habeas.web.people.models import Appearance
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document, Origin

_BATCH = 200
type Row = Mapping[str, Any]


def claims() -> Iterator[Row]:
    """Yield one row a claim, with its speaker, its words and its document."""
    found = _documents()
    for one in ledger.accounts(ledger.claims()):
        date, digest = found[one.document]
        yield _claim(one) | {"document_date": date, "sha256": digest}


def _documents() -> dict[str, tuple[str | None, str]]:
    """Return of each document its date, of writing or else of publication, and its digest."""
    rows = Document.objects.values_list("number", "written", "published", "sha256")
    return {f"D{n}": (written or published, sha) for n, written, published, sha in rows.iterator()}


def _claim(one: Account) -> dict[str, Any]:
    refs, names = spoken(one.said_by, one.document)
    return {
        "claim": one.claim,
        "event": one.event,
        "class": one.kind,
        "type": one.type,
        "modality": one.modality,
        "basis": one.basis,
        "said_by": refs,
        "said_by_names": names,
        **_named("relayed_by", one.said_by.relayed_by),
        **_named("victims", one.victims),
        **_named("actors", one.actors),
        **_named("places", one.places),
        "date": one.date,
        "printed_date": one.printed_date,
        "details": [f"{key}: {value}" for key, value in one.details.items()],
        "words": one.words,
        "start": one.start,
        "end": one.end,
        "document": one.document,
        "document_title": one.title,
    }


def _named(column: str, who: Sequence[Named]) -> dict[str, list[str]]:
    return {column: [one.ref for one in who], f"{column}_names": [one.name for one in who]}


def spoken(said: Speaker, document: str) -> tuple[list[str], list[str]]:
    """Return who says so: their numbers, and their names or words for whoever has none."""
    if said.who:
        return [one.ref for one in said.who], [one.name for one in said.who]
    if said.author:
        return [], [f"the unnamed author of {document}"]
    return [], [f"the page {document}" if said.page else f"somebody not named, in {document}"]


def entities() -> Iterator[Row]:
    """Yield one row a person, body, place or treaty."""
    rows = people.entities().order_by("number").iterator(_BATCH)
    for batch in batched(rows, _BATCH):
        for one in people.profiles(batch):
            yield {
                "entity": one.ref,
                "type": one.type,
                "name": one.name,
                "spellings": [f"{each.name} ({each.count})" for each in one.spellings],
                "descriptions": one.descriptions,
                "documents": one.documents,
            }


def events() -> Iterator[Row]:
    """Yield one row for each value that is said of an event, with its voices and conflicts."""
    rows = ledger.events().order_by("number").iterator(_BATCH)
    for batch in batched(rows, _BATCH):
        said = summaries(batch)
        claims = [claim for one in said.values() for v in one["values"] for claim in v["tellings"]]
        documents = dict(
            Claim.objects.filter(number__in=claims).values_list("number", "document_id")
        )
        for row in batch:
            yield from _event(row, said[row.number], documents)


def _event(row: Event, said: Row, documents: Mapping[int, int]) -> Iterator[Row]:
    told = ledger.told(row)
    head = {
        "event": told.event,
        "title": told.title,
        "class": told.kind,
        "date": said["date"],
        "claims": told.claims,
        "documents": told.documents,
        "voices": told.voices,
    }
    for one in said["values"]:
        yield head | {
            "matter": one["matter"],
            "value": one["value"],
            "entity": None if one["entity"] is None else f"P{one['entity']}",
            "value_voices": one["voices"],
            "value_claims": [f"C{claim}" for claim in one["tellings"]],
            "value_documents": dict.fromkeys(f"D{documents[c]}" for c in one["tellings"]),
            "conflict": [
                conflict["reason"]
                for conflict in said["conflicts"]
                if conflict["matter"] == one["matter"] and one["value"] in conflict["values"]
            ],
        }


def documents() -> Iterator[Row]:
    """Yield one row a document, with where it came from and who added it when."""
    rows = sources.documents().select_related("added").order_by("number").iterator(_BATCH)
    for batch in batched(rows, _BATCH):
        numbers = [row.number for row in batch]
        paths, claims = _paths(numbers), _counted(Claim, numbers)
        named = _counted(Appearance, numbers)
        for row in batch:
            yield {
                **{name: getattr(row, name) for name in _SAME},
                "document": f"D{row.number}",
                "paths": paths[row.number],
                "added": row.added.at,
                "added_by": row.added.by,
                "read_with": row.reader,
                "claims": claims.get(row.number, 0),
                "people": named.get(row.number, 0),
            }


_SAME = ("kind", "language", "title", "written", "published", "media_type", "size", "sha256")


def _paths(documents: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Origin.objects.filter(document__in=documents).order_by("id")
    for document, path in rows.values_list("document_id", "path"):
        found[document].append(path)
    return found


def _counted(model: type[Model], documents: Iterable[int]) -> dict[int, int]:
    rows = model._default_manager.filter(document__in=documents).values_list("document_id")
    return dict(rows.annotate(n=Count("pk")))


TABLES: Mapping[str, Callable[[], Iterator[Row]]] = {
    "claims": claims,
    "people": entities,
    "events": events,
    "documents": documents,
}
