"""Take a document out of the archive for good, and leave a tombstone that says who, when and why.

Its words, its names and its original go. Those whom it helped to recognise stay together.
"""

from collections.abc import Iterable

from django.db import connection, transaction

from habeas.model import Judgement, Verdict
from habeas.web.archive.act import claims_of
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.folder import Archive
from habeas.web.archive.room import EVENTS, PEOPLE, ROOMS, Room
from habeas.web.judging import keep, made_in, touching
from habeas.web.ledger.models import Event
from habeas.web.ledger.regrouping import regroup as regroup_events
from habeas.web.ledger.weighing import weigh_stale
from habeas.web.people.regrouping import regroup as regroup_people
from habeas.web.search import actions as search
from habeas.web.sources import access as sources
from habeas.web.sources import actions, log
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Document, Entry

# The tables that hold words of documents or names.
_WORDED = (
    "sources_document",
    "sources_origin",
    "people_entity",
    "people_judgement",
    "ledger_event",
    "ledger_judgement",
    "search_words",
    "search_nameword",
)
_JOINED = "were joined through a document that was taken out"


def remove(archive: Archive, number: int, reason: str, hand: Hand) -> None:
    """Take document `number` out; raise NotInArchive. It cannot be undone."""
    with archive.writing(), in_our_words(archive):
        digest = sources.document(number).sha256
        with transaction.atomic():
            _remove(Document.objects.get(number=number), reason, hand)
        archive.originals.discard(digest)
        _forget()


def discard_removed(archive: Archive) -> None:
    """Take away the originals of documents that were taken out when a command was killed."""
    for digest in archive.originals.all():
        if sources.tombstone(digest) and not sources.by_digest(digest):
            archive.originals.discard(digest)


def _remove(document: Document, reason: str, hand: Hand) -> None:
    entry, number = log.begin(hand, "remove"), document.number
    gone = {room.name: _items(document, room) for room in ROOMS}
    groups = {room.name: room.groups_of(gone[room.name]) for room in ROOMS}
    left = {room.name: room.mates(gone[room.name]) - gone[room.name] for room in ROOMS}
    acts = {row.made_id for room in ROOMS for row in touching(room.judgements, gone[room.name])}
    search.drop(document)
    actions.take_out(document, reason, entry)
    for room in ROOMS:
        _keep_together(room, groups[room.name], entry)
    regroup_people(groups[PEOPLE.name])
    # A person's number may be another now, and events are found by it.
    regroup_events(left[EVENTS.name] | claims_of(left[PEOPLE.name]))
    Event.objects.filter(number__in=groups[EVENTS.name], members=None).delete()
    # The judgements that went with the document can no longer be checked against the log.
    detail = {"sha256": document.sha256, "reason": reason, "judgements of": sorted(acts)}
    log.finish(entry, f"D{number}", {**detail, **made_in(entry)})
    list(weigh_stale())


def _items(document: Document, room: Room) -> frozenset[int]:
    rows = room.items._default_manager.filter(document=document)
    return frozenset(rows.values_list("number", flat=True))


def _keep_together(room: Room, groups: Iterable[int], entry: Entry) -> None:
    """Let those stay together whom only the document joined."""
    for group in groups:
        first, *others = room.loose(room.of_group(group)) or [0]
        keep(room.judgements, (_joined(other, first) for other in others), entry)


def _joined(left: int, right: int) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME, reasons=(_JOINED,))


def _forget() -> None:
    """Let no copy of the words be left in the write-ahead log, or in rows that are dead."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute(f"VACUUM {', '.join(_WORDED)}")
