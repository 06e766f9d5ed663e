"""Say what an act changes: the groups before, and the groups after."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from habeas.web.archive.room import EVENTS, PEOPLE, Room
from habeas.web.ledger.models import Event
from habeas.web.people.models import Entity


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """A person, body or event with the items in it."""

    ref: str
    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of the groups of one room; `number` is the act's place in the log."""

    room: str
    before: tuple[Group, ...]
    after: tuple[Group, ...]


def snapshot(room: Room, items: Collection[int]) -> tuple[Group, ...]:
    """Return the groups of items as they are now."""
    groups = room.groups_of(items)
    rows = room.items._default_manager.filter(**{f"{room.field}__in": groups})
    members: dict[int, list[str]] = {group: [] for group in sorted(groups)}
    for number, group in rows.order_by("number").values_list("number", f"{room.field}_id"):
        members[group].append(f"{room.item}{number}")
    names = _names(room, groups)
    return tuple(
        Group(f"{room.group}{n}", names[n], tuple(theirs)) for n, theirs in members.items()
    )


def changes(
    before: Mapping[str, tuple[Group, ...]], items: Mapping[str, Collection[int]]
) -> tuple[Change, ...]:
    """Return what changed in each room since `before`, leaving out what stayed."""
    found = []
    for room in (PEOPLE, EVENTS):
        old, new = set(before[room.name]), set(snapshot(room, items[room.name]))
        if old != new:
            gone, come = tuple(sorted(old - new)), tuple(sorted(new - old))
            found.append(Change(room=room.name, before=gone, after=come))
    return tuple(found)


def _names(room: Room, groups: Collection[int]) -> dict[int, str]:
    if room is PEOPLE:
        return dict(Entity.objects.filter(number__in=groups).values_list("number", "name"))
    return dict(Event.objects.filter(number__in=groups).values_list("number", "title"))
