"""Correct who is who and what is one happening.

Every correction is a person's judgement. It says first what it would change, it stands above the
machine's judgements, and nothing that it ends is deleted: `undo` puts it in force again.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from habeas.errors import NotPossible
from habeas.model import Judgement, Verdict
from habeas.web.archive.act import Act, Correction, groups_now, touched
from habeas.web.archive.folder import Archive
from habeas.web.archive.report import Change, changes
from habeas.web.archive.room import PEOPLE, Room, parse
from habeas.web.judging import in_force
from habeas.web.ledger.regrouping import regroup as regroup_events
from habeas.web.ledger.weighing import weigh_stale
from habeas.web.people.regrouping import regroup as regroup_people
from habeas.web.sources import log
from habeas.web.sources.log import Hand

_TOGETHER = "kept together when others were taken out"
type Items = frozenset[int]


@dataclass(frozen=True, slots=True)
class Word:
    """Who judges, and the reason that was given."""

    hand: Hand
    note: str = ""

    def judgement(
        self, one: Collection[int], other: Collection[int], verdict: Verdict
    ) -> Judgement:
        """Return this person's judgement on two groups of items."""
        left, right = sorted((min(one), min(other)), reverse=True)
        reasons = (self.note,) if self.note else ()
        return Judgement(
            left=left, right=right, verdict=verdict, reasons=reasons, by=self.hand.name
        )


def same(archive: Archive, refs: Sequence[str], word: Word) -> Correction:
    """Return the correction by which people (P1 P2) or events (E1 E2) are one.

    It raises NotInArchive or NotPossible when it is looked at or carried out.
    """
    return Correction(archive, lambda: _same(refs, word))


def different(
    archive: Archive, refs: Sequence[str], word: Word, *, verdict: Verdict = Verdict.DIFFERENT
) -> Correction:
    """Return the correction by which two are not one: P1 and P2, or A17 and the P1 that it is in.

    Several items are written A17,A20. With UNSURE they are parted until somebody knows more.
    It raises NotInArchive or NotPossible when it is looked at or carried out.
    """
    return Correction(archive, lambda: _different(refs, word, verdict))


def _same(refs: Sequence[str], word: Word) -> tuple[Change, ...]:
    room, found = parse(refs)
    sides = list(dict.fromkeys(room.mates(side) for side in found))
    if len(sides) < 2:
        raise NotPossible(" ".join(refs), what="are one already")
    act = Act(log.begin(word.hand, Verdict.SAME))
    act.end(room, _between(room, sides))
    for side in sides[1:]:
        act.make(room, word.judgement(sides[0], side, Verdict.SAME))
    return _derive(act, room, sides, word)


def _different(refs: Sequence[str], word: Word, verdict: Verdict) -> tuple[Change, ...]:
    room, found = parse(refs)
    ours, theirs = _parted(refs, found)
    # Whoever is in a group with them and is not named stays with the larger part.
    rest = room.mates(theirs) - theirs
    sides = [theirs, rest | ours if rest & ours else rest, ours]
    act = Act(log.begin(word.hand, verdict))
    act.end(room, _between(room, sides))
    for side in sides[: 2 if rest & ours else 3]:
        _hold(act, room, side, word)
    act.make(room, word.judgement(ours, theirs, verdict))
    return _derive(act, room, sides, word)


def _parted(refs: Sequence[str], found: Sequence[Items]) -> tuple[Items, Items]:
    """Return the two sides; the smaller is taken out of the larger where it is in it."""
    if len(found) != 2:
        raise NotPossible(" ".join(refs), what="are not two", remedy="name two")
    small, large = sorted(found, key=len)
    if small == large:
        raise NotPossible(" ".join(refs), what="are the same words for one")
    return large - small, small


def _between(room: Room, sides: Iterable[Items]) -> list[int]:
    """Return the judgements in force on items of two different sides."""
    side = {item: place for place, items in enumerate(sides) for item in items}
    return [
        row.number
        for row in in_force(room.judgements, side)
        if side.get(row.left_id, -1) != side.get(row.right_id, -1)
        and row.left_id in side
        and row.right_id in side
    ]


def _hold(act: Act, room: Room, side: Items, word: Word) -> None:
    """Keep together those who were joined only through others."""
    first, *others = room.loose(side) or [0]
    for other in others:
        act.make(room, Word(word.hand, _TOGETHER).judgement({first}, {other}, Verdict.SAME))


def _derive(act: Act, room: Room, sides: Collection[Items], word: Word) -> tuple[Change, ...]:
    """Derive people and events anew and return what changed."""
    items = frozenset().union(*sides)
    all_items = touched(items, ()) if room is PEOPLE else touched((), items)
    before = groups_now(all_items)
    if room is PEOPLE:
        act.judge_claims_of(regroup_people(PEOPLE.groups_of(items)))
    else:
        regroup_events(items)
    act.finish(" ".join(f"{room.item}{min(side)}" for side in sides if side), note=word.note)
    list(weigh_stale())
    return changes(before, all_items)
