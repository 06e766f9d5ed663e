"""Check an archive: every digest, the chain of the log, and that all that is derived follows.

Reports what is wrong and where; repairs nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Max

from habeas.model import partition
from habeas.web.archive.database import flaws, snapshot
from habeas.web.archive.folder import Archive
from habeas.web.archive.room import ROOMS, Room
from habeas.web.judging import fingerprint
from habeas.web.sources import access as sources
from habeas.web.sources import actions, log
from habeas.web.sources.models import Document, Entry, Tombstone
from habeas.web.sources.number import last as last_number

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written: where, and what is wrong."""

    where: str
    what: str


def verify(archive: Archive) -> Iterator[Fault | None]:
    """Yield every fault, in the order of the log; None for each thing that was found sound.

    What others add meanwhile is neither checked nor taken for a fault.
    """
    with snapshot():
        yield from _verify(archive)


def _verify(archive: Archive) -> Iterator[Fault | None]:
    yield from (Fault(archive.where, f"the database says: {flaw}") for flaw in flaws())
    yield from _chain()
    yield from _documents(archive)
    yield from _strays(archive)
    for room in ROOMS:
        yield from _judgements(room)
        yield from _groups(room)


def size(archive: Archive) -> int:
    """Return about how many things there are to check."""
    return Entry.objects.count() + Document.objects.count()


def _chain() -> Iterator[Fault | None]:
    last = last_number("entry")
    held = Entry.objects.aggregate(last=Max("number"))["last"] or 0
    for number, what in log.broken(sources.entries().iterator(_BATCH)):
        yield Fault(f"L{number}", what)
    if held < last:
        yield Fault(f"L{held + 1}", f"is missing: the log should go on to L{last}")
    yield from [None] * held


def _documents(archive: Archive) -> Iterator[Fault | None]:
    logged = _logged()
    for row in Document.objects.order_by("number").iterator(_BATCH):
        where = f"D{row.number}"
        faults = [*_faults(archive, row, logged.pop(where, {}))]
        yield from (Fault(where, what) for what in faults)
        if not faults:
            yield None
    gone = {f"D{number}" for number in Tombstone.objects.values_list("number", flat=True)}
    yield from (Fault(where, "is missing without a tombstone") for where in logged.keys() - gone)


def _logged() -> dict[str, dict[str, str]]:
    """Return what the log says of each document that was added."""
    rows = Entry.objects.filter(act="add").values_list("subject", "detail")
    return {subject: json.loads(detail) for subject, detail in rows.iterator(_BATCH)}


def _faults(archive: Archive, row: Document, said: Mapping[str, str]) -> Iterator[str]:
    if not said:
        yield "is not in the log"
    for name, digest in actions.digests(row).items():
        if said and said.get(name) != digest:
            yield _CHANGED[name]
    intact = archive.originals.intact(row.sha256)
    if not intact:
        yield "its original is missing" if intact is None else "its original was changed"


_CHANGED = {
    "sha256": "its digest was changed",
    "text": "its text was changed",
    "reading": "its reading was changed",
}


def _strays(archive: Archive) -> Iterator[Fault | None]:
    known = set(Document.objects.values_list("sha256", flat=True))
    for digest in archive.originals.all():
        if digest not in known and sources.tombstone(digest):
            yield Fault(digest[:12], "the original of a removed document is still here")


def _judgements(room: Room) -> Iterator[Fault | None]:
    """Check that judgements are what they were when their acts were logged."""
    name = room.judgements.counter()
    excused = _excused()
    rows = room.judgements._default_manager.order_by("made_id", "number").iterator(_BATCH)
    made = {number: fingerprint(found) for number, found in groupby(rows, lambda r: r.made_id)}
    for number, detail in Entry.objects.values_list("number", "detail").iterator(_BATCH):
        said = json.loads(detail).get(name) if name in detail else None
        if said != made.get(number) and number not in excused:
            yield Fault(f"L{number}", f"{name}s of this act were changed or are missing")


def _excused() -> set[int]:
    """Return the acts some of whose judgements went with a document that was taken out."""
    rows = Entry.objects.filter(act="remove").values_list("detail", flat=True)
    return {number for detail in rows for number in json.loads(detail)["judgements of"]}


def _groups(room: Room) -> Iterator[Fault | None]:
    """Check that people and events are what the judgements make of them."""
    rows = room.items._default_manager.exclude(**{room.field: None})
    stored = dict(rows.values_list("number", f"{room.field}_id"))
    found = room.judgements._default_manager.filter(ended=None).order_by("number")
    derived = partition(stored, (row.as_judgement() for row in found.iterator(_BATCH)))
    for item in stored:
        if stored[item] != derived[item]:
            yield Fault(f"{room.item}{item}", f"is not in {room.group}{derived[item]}, as judged")
