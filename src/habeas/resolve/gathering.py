"""Gather the entities of several readings into one list of people and bodies, in memory.

What an archive does on disk, for tests and measurements: one reading after another, never all
pairs, and without a person's judgements.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from habeas.model import Reading, Verdict
from habeas.resolve.blocking import blocking
from habeas.resolve.finding import Finding, choose
from habeas.resolve.judge import judge
from habeas.resolve.portrait import Portrait
from habeas.resolve.sketch import portraits

_CANDIDATES = 50


@dataclass(slots=True)
class Group:
    """The appearances (number of the reading, id) that were found to be one, and their portrait."""

    portrait: Portrait
    members: list[tuple[int, str]]
    unsure: dict[int, Finding] = field(default_factory=dict)


@dataclass(slots=True)
class Gathering:
    """Groups by number, and where each key leads."""

    groups: list[Group] = field(default_factory=list)
    doors: dict[str, set[int]] = field(default_factory=dict)

    def add(self, number: int, reading: Reading) -> None:
        """Add the entities of one reading."""
        for name, portrait in portraits(reading).items():
            self._place((number, name), portrait)

    def _place(self, appearance: tuple[int, str], portrait: Portrait) -> None:
        found = choose({n: self._judge(n, appearance, portrait) for n in self.candidates(portrait)})
        same = [n for n, finding in found.items() if finding.verdict is Verdict.SAME]
        if same:
            group = self.groups[same[0]]
            group.portrait = group.portrait.join(portrait)
            group.members.append(appearance)
        else:
            self.groups.append(Group(portrait, [appearance], found))
        number = same[0] if same else len(self.groups) - 1
        for key in blocking(portrait):
            self.doors.setdefault(key, set()).add(number)

    def _judge(self, number: int, appearance: tuple[int, str], portrait: Portrait) -> Finding:
        group = self.groups[number]
        together = any(document == appearance[0] for document, _ in group.members)
        return judge(portrait, group.portrait, together=together)

    def candidates(self, portrait: Portrait) -> list[int]:
        """Return the groups that share a key with a portrait, by the rarest keys first."""
        rooms = [self.doors.get(key, set()) for key in blocking(portrait)]
        ordered = (number for room in sorted(rooms, key=len) for number in sorted(room))
        return list(dict.fromkeys(_first(ordered, _CANDIDATES * 4)))[:_CANDIDATES]


def _first(numbers: Iterable[int], limit: int) -> Iterator[int]:
    yield from (number for number, _ in zip(numbers, range(limit), strict=False))


def gather(readings: Iterable[Reading]) -> list[Group]:
    """Return the groups of the entities of readings, in the order in which they were met."""
    gathering = Gathering()
    for number, reading in enumerate(readings):
        gathering.add(number, reading)
    return gathering.groups
