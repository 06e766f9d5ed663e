"""Portraits of invented people and bodies, in one line each."""

from collections.abc import Iterable
from typing import Any

from habeas.model import EntityType
from habeas.resolve.office import Office
from habeas.resolve.portrait import Kin, Portrait

CASE = ("Pavel Orlin", "Aigul Lomadze", "Hana Sorok", "Ines Dorand")


def person(*names: str, around: Iterable[str] = (), **rest: Any) -> Portrait:
    """Return the portrait of a person; without names, of one who is only described."""
    return Portrait(
        type=EntityType.PERSON,
        names=dict.fromkeys(names, 1),
        around=dict.fromkeys(around, 1),
        **rest,
    )


def body(*names: str, around: Iterable[str] = (), places: Iterable[str] = ()) -> Portrait:
    """Return the portrait of a public body."""
    return Portrait(
        type=EntityType.PUBLIC_BODY,
        names=dict.fromkeys(names, 1),
        around=dict.fromkeys(around, 1),
        places=dict.fromkeys(places, 1),
    )


def named(kind: EntityType, name: str, **rest: Any) -> Portrait:
    """Return the portrait of a place, a law or an event."""
    return Portrait(type=kind, names={name: 1}, **rest)


def office(head: str, place: str | None = "Tavland", year: int | None = 2020) -> Office:
    """Return an office that one person holds at a time."""
    return Office(head=head, place=place, year=year, sole=True)


def kin(relation: str, other: str) -> tuple[Kin, ...]:
    """Return one tie."""
    return (Kin(relation, other),)
