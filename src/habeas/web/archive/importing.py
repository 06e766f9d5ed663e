"""Make of a bag the archive that it was: the same numbers, judgements and log.

All or nothing: nothing is believed until all of it is checked, and what is derived is derived
again. Judges nobody, and never adds to an archive that has anything in it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError, connection, transaction

from habeas.errors import ArchiveExists, DanglingId, SpanNotInText
from habeas.model import Reading, Verdict, partition
from habeas.model.contract import from_json
from habeas.read.door import check
from habeas.web.archive.carrying import LAYER, NUMBERED
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.folder import Archive
from habeas.web.archive.parcel import Parcel, opened
from habeas.web.archive.room import EVENTS, PEOPLE, ROOMS, Room
from habeas.web.archive.verifying import verify
from habeas.web.ledger import recording, telling
from habeas.web.ledger import restoring as ledger
from habeas.web.ledger.models import Judgement
from habeas.web.ledger.weighing import weigh_stale
from habeas.web.packing import pack
from habeas.web.people import restoring as people
from habeas.web.search import actions as search
from habeas.web.sources import access as sources
from habeas.web.sources import log, restoring
from habeas.web.sources.layer import document_of
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Tombstone

_BATCH = 500
type Tell = Callable[[int, str], None]
type Line = Mapping[str, Any]


def size(folder: Path) -> int:
    """Return about how many things importing the bag in a folder tells that it has done."""
    return sum(1 for _ in folder.glob("data/originals/*/*"))


def import_bag(
    archive: Archive, folder: Path, hand: Hand, *, tell: Tell = lambda done, at: None
) -> int:
    """Fill an empty archive from a bag and return how many documents it has.

    `tell` hears how many documents are in. Raise BagRefused, ArchiveExists where the archive is
    not empty, ArchiveBusy. Nothing is left of an import that fails.
    """
    with archive.writing(wait=0), in_our_words(archive):
        _refuse_filled(archive)
        _clear(archive)
        parcel = opened(folder)
        try:
            with _refusing(parcel), transaction.atomic():
                return _Import(archive, parcel, tell).run(hand)
        except BaseException:
            _clear(archive)
            raise


def _refuse_filled(archive: Archive) -> None:
    if sources.entries().exists() or sources.documents().exists() or Tombstone.objects.exists():
        what = "there is something in this archive"
        remedy = "make a new one with: habeas init FOLDER, and import into that"
        raise ArchiveExists(archive.where, what=what, remedy=remedy)


def _clear(archive: Archive) -> None:
    """Take away the originals that a failed or killed import left, and what it left at hand."""
    sources.forget()
    telling.forget()
    archive.originals.sweep()
    for digest in archive.originals.all():
        archive.originals.discard(digest)


@contextmanager
def _refusing(parcel: Parcel) -> Iterator[None]:
    """Turn what the database says of rows that do not fit together into BagRefused."""
    try:
        with parcel.reading():
            yield
    except (IntegrityError, DataError) as error:
        raise parcel.refused("its parts do not fit together") from error


@dataclass(frozen=True, slots=True)
class _Import:
    """One import at work."""

    archive: Archive
    parcel: Parcel
    tell: Tell

    def run(self, hand: Hand) -> int:
        """Restore everything, derive the rest, and check it all."""
        restoring.restore_log(self.parcel.lines("log"))
        for room in ROOMS:
            self.judgements(room)
        claims = self.groups(EVENTS)
        count = self.documents(people.People(self.groups(PEOPLE)))
        restoring.restore_tombstones(self.parcel.lines("tombstones"))
        self.counters()
        connection.check_constraints()
        people.count_documents()
        list(ledger.restore(claims, _joined()))
        list(weigh_stale())
        self.finish(hand, count)
        return count

    def judgements(self, room: Room) -> None:
        """Write the judgements of a room, also those that ended."""
        model = room.judgements
        for batch in batched(self.parcel.lines(f"judgements-{room.name}"), _BATCH):
            model._default_manager.bulk_create(model(**_columns(line)) for line in batch)

    def groups(self, room: Room) -> dict[int, int]:
        """Return the group of every item of a room, as the judgements in force part them."""
        name = "appearances" if room is PEOPLE else "claims"
        lines = self.parcel.lines("documents")
        items = [number for line in lines for number in line[name].values()]
        found = room.judgements._default_manager.filter(ended=None).order_by("number")
        return partition(items, (row.as_judgement() for row in found.iterator(_BATCH)))

    def documents(self, named: people.People) -> int:
        """Write the documents with all that is read in them; return how many there are."""
        done = 0
        for done, (line, whole, layer) in enumerate(self._triples(), 1):
            try:
                self.document(line, _reading({**whole, LAYER: layer}), named)
            except (KeyError, TypeError, ValueError, SpanNotInText, DanglingId) as error:
                what = f"document {done} is not as Habeas reads it"
                raise self.parcel.refused(what) from error
            self.tell(done, f"D{line['number']}")
        return done

    def _triples(self) -> Iterator[tuple[Line, Line, Line]]:
        """Yield of each document its custody, its reading and its layout."""
        names = ("documents", "readings", "layers")
        try:
            yield from zip(*map(self.parcel.lines, names), strict=True)
        except ValueError as error:
            raise self.parcel.refused("does not have the same documents everywhere") from error

    def document(self, line: Line, reading: Reading, named: people.People) -> None:
        """Write one document with its original."""
        data = self.parcel.original(line["sha256"])
        digests = {line["sha256"], reading.document.sha256, self.archive.originals.keep(data)}
        if len(digests) > 1 or len(data) != line["size"]:
            raise ValueError("an original is not that of its document")
        if line["claims"].keys() != {claim.id for claim in reading.claims}:
            raise ValueError("other claims have numbers than were read")
        row = restoring.restore_document(line, reading)
        theirs = named.restore(row, reading, line["appearances"])
        numbers = [line["claims"][claim.id] for claim in reading.claims]
        recording.write(row, reading, theirs, numbers=numbers)
        search.index(row, reading)

    def counters(self) -> None:
        """Go on counting where the archive stopped."""
        last = next(self.parcel.lines("counters"), {})
        if not restoring.restore_counters(last, NUMBERED):
            raise self.parcel.refused("gives numbers that it says were not given")

    def finish(self, hand: Hand, count: int) -> None:
        """Log the import, and refuse the bag where anything is not as it was logged."""
        detail = {"bag": self.parcel.digest(), "documents": count}
        log.write(hand, "import", "bag", detail)
        fault = next((one for one in verify(self.archive) if one), None)
        if fault is not None:
            raise self.parcel.refused(f"{fault.where}: {fault.what}")


def _columns(line: Line) -> dict[str, Any]:
    """Return the columns of a judgement."""
    same = {name: line[name] for name in ("number", "verdict", "score", "by")}
    keys = {f"{name}_id": line[name] for name in ("left", "right", "made", "ended")}
    return {**same, **keys, "reasons": pack(line["reasons"])}


def _joined() -> set[int]:
    """Return the claims that are judged to tell of what another tells of."""
    rows = Judgement.objects.filter(ended=None, verdict=Verdict.SAME)
    return {item for pair in rows.values_list("left_id", "right_id") for item in pair}


def _reading(whole: dict[str, Any]) -> Reading:
    """Return a reading that has passed the door; raise where it does not."""
    document = document_of(whole, whole["text"])
    spans = [one.span for one in document.regions] + [one.span for one in document.links]
    spans += document.pages
    if any(not 0 <= one.start <= one.end <= len(document.text) for one in spans):
        raise ValueError("the layout points outside the text")
    return check(from_json(whole, document))
