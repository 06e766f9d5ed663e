"""A document that is taken out leaves a tombstone and nothing of its words."""

import pytest
from tests.web.conftest import NOW

from habeas.errors import NotInArchive
from habeas.web.archive.removing import discard_removed, remove
from habeas.web.archive.room import ROOMS
from habeas.web.archive.verifying import verify
from habeas.web.people.models import Entity
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Document, Entry, Tombstone

HAND = Hand("ana", NOW)


def faults(archive):
    return [fault for fault in verify(archive) if fault]


@pytest.mark.parametrize("number", [1, 3, 10, 13])
def test_the_rest_is_sound_and_stays_together(filled, number):
    groups = {room.name: [room.members(n) for n in _numbers(room)] for room in ROOMS}
    gone = {
        room.name: set(room.items.objects.filter(document=number).values_list("number", flat=True))
        for room in ROOMS
    }
    remove(filled, number, "the writer asked for it", HAND)
    assert faults(filled) == []
    for room in ROOMS:
        left = {group - gone[room.name] for group in groups[room.name]} - {frozenset()}
        assert {room.members(min(group)) for group in left} == left


def _numbers(room):
    rows = room.items.objects.exclude(**{room.field: None})
    return set(rows.values_list(room.field, flat=True))


def test_leaves_a_tombstone(filled):
    digest = Document.objects.get(number=5).sha256
    remove(filled, 5, "the writer asked for it", HAND)
    stone = Tombstone.objects.get(number=5)
    assert (stone.sha256, stone.reason) == (digest, "the writer asked for it")
    assert (stone.entry.by, stone.entry.act) == ("ana", "remove")
    assert filled.originals.intact(digest) is None


def test_leaves_no_word(filled, readings):
    name = next(e.name for r in readings for e in r.entities if "Grechulin" in e.name)
    numbers = [d.number for d in Document.objects.all() if _prints(d, "Grechulin", readings)]
    assert numbers
    assert _found(filled, name) or Entity.objects.filter(name=name).exists()
    for number in numbers:
        remove(filled, number, "safety", HAND)
    assert not Entity.objects.filter(name__contains="Grechulin").exists()
    if not filled.database:  # a server's files are its own
        assert not _found(filled, name)


def _prints(row, word, readings):
    return any(r.document.sha256 == row.sha256 and word in r.document.text for r in readings)


def _found(archive, name):
    files = [path for path in archive.folder.rglob("*") if path.is_file()]
    return any(name.encode() in path.read_bytes() for path in files)


def test_a_killed_removal_is_finished_by_the_next_command(filled):
    row = Document.objects.get(number=5)
    data = filled.originals.read(row.sha256)
    remove(filled, 5, "safety", HAND)
    filled.originals.keep(data)  # as if it had been killed before the original was discarded
    assert [fault.what for fault in faults(filled)] == [
        "the original of a removed document is still here"
    ]
    discard_removed(filled)
    assert faults(filled) == []


def test_refuses_what_is_not_there(filled):
    entries = Entry.objects.count()
    with pytest.raises(NotInArchive, match="D99: is not in the archive"):
        remove(filled, 99, "why not", HAND)
    assert Entry.objects.count() == entries
