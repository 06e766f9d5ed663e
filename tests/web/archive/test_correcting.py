"""A person corrects who is who: it is shown first, it stands, and it can be taken back."""

from dataclasses import replace
from hashlib import sha256

import pytest
from tests.web.conftest import NOW

from habeas.errors import NotInArchive, NotPossible
from habeas.model import Verdict
from habeas.web.archive.adding import add_reading
from habeas.web.archive.correcting import Word, different, same
from habeas.web.archive.room import EVENTS, PEOPLE, ROOMS
from habeas.web.archive.undoing import undo
from habeas.web.archive.verifying import verify
from habeas.web.ledger.models import Event, EventKey
from habeas.web.people.models import Appearance, Entity, EntityKey, Judgement
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Entry

HAND = Hand("ana", NOW)
WORD = Word(HAND, "I know them both")


def state():
    """Return all that is derived, as it is now."""
    return {
        "people": list(Entity.objects.order_by("number").values_list()),
        "events": list(Event.objects.order_by("number").values_list()),
        "people keys": sorted(EntityKey.objects.values_list("key", "entity")),
        "event keys": sorted(EventKey.objects.values_list("key", "event")),
        **{room.name: dict(room.items.objects.values_list("number", room.field)) for room in ROOMS},
    }


def sound(archive):
    return [fault for fault in verify(archive) if fault] == []


def person(name):
    return Entity.objects.get(name=name).number


def copied(reading):
    """Return the same letter in other bytes."""
    data = reading.document.data + b" "
    digest = sha256(data).hexdigest()
    return replace(reading, document=replace(reading.document, data=data, sha256=digest))


def ref(number, letter="P"):
    return f"{letter}{number}"


@pytest.fixture
def two(filled):
    """Return two people whom the machine keeps apart, the one named first by the first letter."""
    return sorted((person("Anton Velkarov"), person("Rustem Bagashvin")))


def test_shows_what_would_change_and_changes_nothing(filled, two):
    before, entries = state(), Entry.objects.count()
    (people, *_) = same(filled, [ref(n) for n in two], WORD).preview()
    assert [group.ref for group in people.before] == sorted(map(ref, two))
    assert [group.ref for group in people.after] == [ref(two[0])]
    assert state() == before
    assert Entry.objects.count() == entries


def test_two_are_one_and_undo_parts_them_again(filled, two):
    before = state()
    same(filled, [ref(n) for n in two], WORD).carry_out()
    assert not Entity.objects.filter(number=two[1]).exists()
    joined = Entity.objects.get(number=two[0])
    documents = Appearance.objects.filter(entity=two[0]).values("document").distinct()
    assert joined.documents == documents.count() >= 12
    assert sound(filled)
    undo(filled, hand=HAND).carry_out()
    assert state() == before
    assert sound(filled)


def test_undo_can_be_undone(filled, two):
    same(filled, [ref(n) for n in two], WORD).carry_out()
    after = state()
    undo(filled, hand=HAND).carry_out()
    last = Entry.objects.order_by("-number").first()
    undo(filled, last.number, hand=HAND).carry_out()
    assert state() == after
    assert sound(filled)


def test_whoever_is_taken_out_leaves_the_others_together(filled):
    number = person("Anton Velkarov")
    members = sorted(PEOPLE.members(number))
    root = members[0]
    before = state()
    different(filled, [ref(number), ref(root, "A")], WORD).carry_out()
    assert PEOPLE.members(root) == {root}
    assert PEOPLE.members(members[1]) == set(members[1:])
    assert sound(filled)
    undo(filled, hand=HAND).carry_out()
    assert state() == before


def test_several_are_taken_out_together(filled):
    number = person("Anton Velkarov")
    members = sorted(PEOPLE.members(number))
    out = ",".join(ref(n, "A") for n in members[-2:])
    different(filled, [ref(number), out], WORD).carry_out()
    assert PEOPLE.members(members[-1]) == set(members[-2:])
    assert PEOPLE.members(number) == set(members[:-2])


def test_different_is_remembered_when_letters_come(filled, readings):
    number = person("Anton Velkarov")
    taken = sorted(PEOPLE.members(number))[-1]
    different(filled, [ref(number), ref(taken, "A")], WORD).carry_out()
    for reading in readings:
        add_reading(filled, copied(reading), HAND)
    assert taken not in PEOPLE.members(number)
    assert sound(filled)


def test_a_later_word_takes_an_earlier_one_back(filled, two):
    refs = [ref(n) for n in two]
    different(filled, refs, WORD).carry_out()
    same(filled, refs, WORD).carry_out()
    assert PEOPLE.groups_of(two) == {two[0]}
    ended = Judgement.objects.get(verdict=Verdict.DIFFERENT, by="ana")
    assert ended.ended.act == "same"
    with pytest.raises(NotPossible, match="a later act stands on it"):
        undo(filled, ended.made_id, hand=HAND).preview()


def test_events_are_corrected_too(filled):
    one, other = Event.objects.order_by("number").values_list("number", flat=True)[:2]
    before = state()
    changed = same(filled, [ref(one, "E"), ref(other, "E")], WORD).carry_out()
    assert [change.room for change in changed] == ["ledger"]
    assert EVENTS.groups_of([one, other]) == {one}
    assert sound(filled)
    undo(filled, hand=HAND).carry_out()
    assert state() == before


WRONG = {
    "not there": (["P1", "P999999"], NotInArchive, "P999999: is not in the archive"),
    "one already": (["P1", "P1"], NotPossible, "are one already"),
    "of two kinds": (["P1", "E1"], NotPossible, "is not what can be compared"),
    "no reference": (["Anton", "P1"], NotPossible, "is not what can be compared"),
    "too large a number": (["P1", "P99999999999999999999"], NotPossible, "compared"),
}


@pytest.mark.parametrize(("refs", "error", "words"), WRONG.values(), ids=WRONG)
def test_refuses_what_makes_no_sense(filled, refs, error, words):
    entries = Entry.objects.count()
    with pytest.raises(error, match=words):
        same(filled, refs, WORD).carry_out()
    assert Entry.objects.count() == entries


def test_nothing_to_undo(filled):
    with pytest.raises(NotInArchive, match="nothing to take back"):
        undo(filled, hand=HAND).preview()


def test_says_who_and_why(filled, two):
    same(filled, [ref(n) for n in two], WORD).carry_out()
    row = Judgement.objects.get(by="ana")
    assert row.as_judgement().reasons == ("I know them both",)
    assert (row.made.by, row.made.act, row.made.at) == ("ana", "same", HAND.stamp)
    assert {row.left_id, row.right_id} == set(two)
