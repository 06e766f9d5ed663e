"""Take a correction back: what it made ends, what it ended is in force again.

The act stays in the log, and taking it back is an act too, which can be taken back.
"""

import json
from collections.abc import Collection

from django.db.models import QuerySet

from habeas.errors import NotInArchive, NotPossible
from habeas.model import Verdict
from habeas.web.archive.act import Act, Correction, Items, groups_now, touched
from habeas.web.archive.folder import Archive
from habeas.web.archive.report import Change, changes
from habeas.web.archive.room import EVENTS, PEOPLE, ROOMS, Room
from habeas.web.judging import JudgementRow
from habeas.web.ledger.regrouping import regroup as regroup_events
from habeas.web.ledger.weighing import weigh_stale
from habeas.web.people.regrouping import regroup as regroup_people
from habeas.web.sources import log
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Entry

UNDOABLE = (*Verdict, "undo")


def undo(archive: Archive, number: int | None = None, *, hand: Hand) -> Correction:
    """Return the correction that takes back an act of the log, or the last that may be.

    Carrying it out raises NotInArchive where there is none, NotPossible where a later act stands
    on it.
    """
    return Correction(archive, lambda: _undo(_undoable(archive, number), hand))


def _undoable(archive: Archive, number: int | None) -> Entry:
    """Return the act to take back; without a number the last that is in force."""
    acts = Entry.objects.filter(act__in=UNDOABLE).order_by("-number")
    if number is None:
        found = next((e for e in acts.exclude(act="undo") if _stands(e)), None)
    else:
        found = acts.filter(number=number).first()
    if found is None:
        where = archive.where if number is None else f"L{number}"
        raise NotInArchive(where, what="there is nothing to take back")
    if not _stands(found):
        raise NotPossible(
            f"L{found.number}",
            what="was taken back already, or a later act stands on it",
            remedy="take the later act back first; see: habeas log",
        )
    return found


def _lists(entry: Entry, name: str) -> list[tuple[Room, list[int]]]:
    """Return the judgements that an act made, ended or renewed, by room."""
    found = json.loads(entry.detail)[name]
    return [(room, found.get(room.name, [])) for room in ROOMS]


def _stands(entry: Entry) -> bool:
    """Say whether all that an act did is still as it left it."""

    def count(name: str, **state: object) -> bool:
        return all(
            _rows(room, numbers).filter(**state).count() == len(numbers)
            for room, numbers in _lists(entry, name)
        )

    in_force_still = count("made", ended=None) and count("renewed", ended=None)
    return in_force_still and count("ended", ended=entry)


def _rows(room: Room, numbers: Collection[int]) -> QuerySet[JudgementRow]:
    return room.judgements._default_manager.filter(number__in=numbers)


def _undo(undone: Entry, hand: Hand) -> tuple[Change, ...]:
    act = Act(log.begin(hand, "undo"))
    items: dict[str, set[int]] = {room.name: set() for room in ROOMS}
    for name, do in (("ended", act.renew), ("made", act.end), ("renewed", act.end)):
        for room, numbers in _lists(undone, name):
            do(room, numbers)
            items[room.name] |= _items(room, numbers)
    return _derive(act, undone, touched(items[PEOPLE.name], items[EVENTS.name]))


def _derive(act: Act, undone: Entry, items: Items) -> tuple[Change, ...]:
    before = groups_now(items)
    regroup_people(PEOPLE.groups_of(items[PEOPLE.name]))
    regroup_events(items[EVENTS.name])
    act.finish(f"L{undone.number}", undoes=undone.number)
    list(weigh_stale())
    return changes(before, items)


def _items(room: Room, numbers: Collection[int]) -> set[int]:
    """Return the items that judgements are on."""
    return {item for row in _rows(room, numbers) for item in (row.left_id, row.right_id)}
