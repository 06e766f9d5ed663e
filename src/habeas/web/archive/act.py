"""One act of correction: what it did to judgements, so that it can be shown first and undone."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from habeas.model import Judgement
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.folder import Archive
from habeas.web.archive.report import Change, Group, snapshot
from habeas.web.archive.room import EVENTS, PEOPLE, ROOMS, Room
from habeas.web.judging import end, keep, made_by, made_in
from habeas.web.ledger.models import Claim
from habeas.web.ledger.regrouping import judge_again
from habeas.web.sources import log
from habeas.web.sources.models import Entry


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that is ready: look at it first, or carry it out."""

    archive: Archive
    _act: Callable[[], tuple[Change, ...]]

    def preview(self) -> tuple[Change, ...]:
        """Return what would change. Nothing does."""
        return self._run(stays=False)

    def carry_out(self) -> tuple[Change, ...]:
        """Do it and return what changed."""
        return self._run(stays=True)

    def _run(self, *, stays: bool) -> tuple[Change, ...]:
        with self.archive.writing(), in_our_words(self.archive), transaction.atomic():
            found = self._act()
            transaction.set_rollback(not stays)
        return found


@dataclass(slots=True)
class Act:
    """One act at work: which judgements it makes, ends and renews, by room."""

    entry: Entry
    made: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    renewed: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def make(self, room: Room, judgement: Judgement) -> None:
        """Make a judgement."""
        rows = keep(room.judgements, [judgement], self.entry)
        self.made[room.name] += [row.number for row in rows]

    def end(self, room: Room, numbers: Collection[int]) -> None:
        """End judgements."""
        end(room.judgements, numbers, self.entry)
        self.ended[room.name] += numbers

    def renew(self, room: Room, numbers: Collection[int]) -> None:
        """Put judgements in force again."""
        end(room.judgements, numbers, None)
        self.renewed[room.name] += numbers

    def judge_claims_of(self, appearances: Collection[int]) -> None:
        """Judge claims anew whose people changed."""
        self.ended[EVENTS.name] += judge_again(claims_of(appearances), self.entry)
        made = made_by(EVENTS.judgements, self.entry)
        self.made[EVENTS.name] = list(made.values_list("number", flat=True))

    def finish(self, subject: str, **more: object) -> None:
        """Write the act into the log with all that undoing it needs."""
        lists = {"made": self.made, "ended": self.ended, "renewed": self.renewed}
        log.finish(self.entry, subject, {**lists, **more, **made_in(self.entry)})


def claims_of(appearances: Collection[int]) -> set[int]:
    """Return the claims in which any of these have a part, or which they signed."""
    part = Q(parts__appearance__in=appearances)
    signed = Q(by_author=True, document__signatures__appearance__in=appearances)
    return set(Claim.objects.filter(part | signed).values_list("number", flat=True))


type Items = Mapping[str, Collection[int]]
type Groups = Mapping[str, tuple[Group, ...]]


def touched(people: Collection[int], claims: Collection[int]) -> Items:
    """Return all items that an act on these may move, by room."""
    mates = PEOPLE.mates(people)
    return {PEOPLE.name: mates, EVENTS.name: EVENTS.mates({*claims, *claims_of(mates)})}


def groups_now(items: Items) -> Groups:
    """Return the groups that items are in."""
    return {room.name: snapshot(room, items[room.name]) for room in ROOMS}
