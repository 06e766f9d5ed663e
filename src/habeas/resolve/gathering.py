"""Gather the entities of several readings into one list of people and bodies, in memory.

What an archive does on disk, for tests and measurements: one reading after another, never all
pairs, and without a person's judgements.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.model import EntityType, Reading, Verdict
from habeas.resolve.blocking import blocking
from habeas.resolve.finding import Finding, choose
from habeas.resolve.judge import judge
from habeas.resolve.portrait import Portrait
from habeas.resolve.sketch import portraits

_CANDIDATES = 20  # the one that is meant is nearly always among the first few


@dataclass(slots=True)
class Group:
    """The appearances (number of the reading, id) that were found to be one, and their portrait.

    `named` are the readings that name it, `doubts` the numbers of groups that may be the same.
    """

    portrait: Portrait
    members: list[tuple[int, str]]
    named: set[int] = field(default_factory=set)
    doubts: set[int] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Gathering:
    """Groups by number, and where each key leads."""

    groups: dict[int, Group] = field(default_factory=dict)
    doors: dict[str, set[int]] = field(default_factory=dict)
    _met: int = 0

    def add(self, number: int, reading: Reading) -> None:
        """Add the entities of one reading."""
        for name, portrait in portraits(reading).items():
            named = {number} if portrait.names else set[int]()
            self._place(Group(portrait, [(number, name)], named))

    def _place(self, new: Group) -> None:
        found = self._chosen(new, self.candidates(new.portrait))
        number = self._met = self._met + 1
        self.groups[number] = new
        new.keys = set(blocking(new.portrait))
        for key in new.keys:
            self.doors.setdefault(key, set()).add(number)
        self._record(number, found)
        self._look_again(number if number in self.groups else _same(found)[0])

    def _chosen(self, one: Group, numbers: Iterable[int]) -> dict[int, Finding]:
        found = {number: _judge(one, self.groups[number]) for number in numbers}
        return choose(found, alike=one.portrait.type is not EntityType.PERSON)

    def _record(self, number: int, found: dict[int, Finding]) -> None:
        """Note doubts, and put a group together with the one that is the same."""
        for other in found:
            self.groups[number].doubts.add(other)
            self.groups[other].doubts.add(number)
        for other in _same(found):
            self._merge(number, into=other)

    def _look_again(self, number: int) -> None:
        """Judge anew those that may be the same as a group: it has grown, more is known now."""
        for doubt in sorted(self.groups[number].doubts):
            if doubt not in self.groups or number not in self.groups:
                continue
            for other in self._settled(doubt):
                # Of two who may be one third, each by itself has no rival: the third is asked too.
                if doubt in self._settled(other):
                    self._merge(doubt, into=other)

    def _settled(self, number: int) -> list[int]:
        """Return whom of its doubts a group turns out to be the same as."""
        return _same(self._chosen(self.groups[number], self.groups[number].doubts))

    def _merge(self, number: int, *, into: int) -> None:
        gone, kept = self.groups.pop(number), self.groups[into]
        kept.portrait = kept.portrait.join(gone.portrait)
        kept.members += gone.members
        kept.named |= gone.named
        for key in gone.keys:
            self.doors[key] = self.doors[key] - {number} | {into}
        kept.keys |= gone.keys
        for doubt in gone.doubts - {into}:
            self.groups[doubt].doubts -= {number}
            self.groups[doubt].doubts.add(into)
        kept.doubts = (kept.doubts | gone.doubts) - {number, into}

    def candidates(self, portrait: Portrait) -> list[int]:
        """Return the groups that share a key with a portrait, by the rarest keys first."""
        weights = Counter[int]()
        for key in blocking(portrait):
            room = self.doors.get(key, set())
            weights.update(dict.fromkeys(room, 1 / len(room)) if room else {})
        return sorted(weights, key=lambda number: (-weights[number], number))[:_CANDIDATES]


def _judge(one: Group, other: Group) -> Finding:
    # Whom a document names in one place and describes in another its reader may have failed to tie.
    together = not one.named.isdisjoint(other.named)
    return judge(one.portrait, other.portrait, together=together)


def _same(found: dict[int, Finding]) -> list[int]:
    return [number for number, one in found.items() if one.verdict is Verdict.SAME]


def gather(readings: Iterable[Reading]) -> list[Group]:
    """Return the groups of the entities of readings, in the order in which they were met."""
    gathering = Gathering()
    for number, reading in enumerate(readings):
        gathering.add(number, reading)
    return list(gathering.groups.values())
