"""What people and events have in common: items that judgements gather into groups."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from habeas.errors import NotInArchive, NotPossible
from habeas.model import partition
from habeas.web.judging import JudgementRow, in_force
from habeas.web.ledger import models as ledger
from habeas.web.people import models as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One kind of items and the groups that they make. `item` and `group` are their letters."""

    name: str
    item: str
    group: str
    items: type[Model]
    judgements: type[JudgementRow]
    field: str

    def members(self, group: int) -> frozenset[int]:
        """Return the items of a group, named by any of its items; raise NotInArchive."""
        if not self.items._default_manager.filter(number=group).exists():
            raise NotInArchive(f"{self.group}{group}")
        return self.mates([group])

    def groups_of(self, items: Collection[int]) -> set[int]:
        """Return the groups of items."""
        rows = self.items._default_manager.filter(number__in=items)
        return set(rows.values_list(f"{self.field}_id", flat=True)) - {None}

    def mates(self, items: Collection[int]) -> frozenset[int]:
        """Return all items that are in one group with any of these, and these."""
        return frozenset({*items, *self._of(self.groups_of(items))})

    def _of(self, groups: Iterable[int]) -> Iterable[int]:
        rows = self.items._default_manager.filter(**{f"{self.field}__in": groups})
        return rows.values_list("number", flat=True)

    def of_group(self, group: int) -> frozenset[int]:
        """Return the items of a group, which may have lost the item it is named by."""
        return frozenset(self._of([group]))

    def loose(self, items: Collection[int]) -> list[int]:
        """Return the smallest item of each part into which items fall, by what is in force."""
        found = [row.as_judgement() for row in in_force(self.judgements, items)]
        return sorted(set(partition(items, found).values()))


PEOPLE = Room(
    name="people",
    item="A",
    group="P",
    items=people.Appearance,
    judgements=people.Judgement,
    field="entity",
)
EVENTS = Room(
    name="ledger",
    item="C",
    group="E",
    items=ledger.Claim,
    judgements=ledger.Judgement,
    field="event",
)
ROOMS = (PEOPLE, EVENTS)


def parse(words: Iterable[str]) -> tuple[Room, list[frozenset[int]]]:
    """Return the room of references such as ``P12 A17`` and the items of each.

    Raise NotPossible where they are of two rooms or of none, NotInArchive where one is not there.
    """
    found = [_parse(word) for word in words]
    rooms = {room.name for room, _ in found}
    if len(rooms) != 1:
        raise _mixed(" ".join(words))
    return found[0][0], [items for _, items in found]


def _parse(words: str) -> tuple[Room, frozenset[int]]:
    """Return the items that are meant; several are parted by commas."""
    found = [_parse_one(word) for word in words.split(",")]
    if len({room.name for room, _ in found}) != 1:
        raise _mixed(words)
    return found[0][0], frozenset().union(*(items for _, items in found))


def _parse_one(word: str) -> tuple[Room, frozenset[int]]:
    letter, number = word[:1].upper(), word[1:]
    for room in ROOMS:
        if letter in (room.item, room.group) and number.isdecimal() and len(number) < 19:
            members = room.members(int(number))
            return room, members if letter == room.group else frozenset({int(number)})
    raise _mixed(word)


def _mixed(words: Any) -> NotPossible:
    return NotPossible(
        str(words),
        what="is not what can be compared",
        remedy="name people (P12, or A17 in one document), or events (E3) or claims (C4)",
    )
