"""What documents say of one person, body or place, in few words: its portrait.

A portrait holds what was printed; what is only likely by it, as some ties of kin, is marked so. It
is bounded: of somebody whom ten thousand documents name, it keeps what is said most.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from habeas.model import EntityType
from habeas.resolve.gendered import gender
from habeas.resolve.office import Office
from habeas.resolve.printed import best_name

# How much of each kind a portrait keeps.
_NAMES, _DESCRIPTIONS, _AROUND, _PLACES, _OFFICES, _KIN = 40, 8, 48, 8, 16, 16
type Counted = Mapping[str, int]


class Way(StrEnum):
    """How a tie of kin is known: stated, stated of one of several, or composed of others."""

    STATED = "stated"
    SEVERAL = "several"  # a former or second wife: there is or was another
    CHILDREN = "children"  # by a child of both
    SIBLING = "sibling"  # by a sibling's parent
    MARRIAGE = "marriage"  # by a parent's spouse

    @property
    def derived(self) -> bool:
        """Say whether no document states the tie."""
        return self not in (Way.STATED, Way.SEVERAL)


@dataclass(frozen=True, slots=True, order=True)
class Kin:
    """A tie to somebody: this one is `relation` (as ``spouse_of``) the one named `other`."""

    relation: str
    other: str
    way: Way = Way.STATED

    @property
    def derived(self) -> bool:
        """Say whether no document states the tie."""
        return self.way.derived

    def as_json(self) -> list[str]:
        """Return the tie as a JSON array; that it is stated is left out."""
        return [self.relation, self.other, *([self.way] if self.way is not Way.STATED else [])]

    @classmethod
    def from_json(cls, row: list[str]) -> "Kin":
        """Return the tie of a JSON array."""
        return cls(row[0], row[1], *map(Way, row[2:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What documents say of one entity; every count is of printed words.

    `around` are the names of people in the same documents; `places` those that a name, a role or
    a line of signature ties to it. `genders` counts words that tell ("f", "m").
    """

    type: EntityType
    names: Counted = field(default_factory=dict)
    descriptions: Counted = field(default_factory=dict)
    offices: tuple[Office, ...] = ()
    kin: tuple[Kin, ...] = ()
    genders: Counted = field(default_factory=dict)
    around: Counted = field(default_factory=dict)
    places: Counted = field(default_factory=dict)

    def join(self, other: "Portrait") -> "Portrait":
        """Return the portrait of both together; raise nothing, whatever their types."""
        first, second = sorted((self, other), key=_weight, reverse=True)
        return Portrait(
            type=first.type,
            names=most(_NAMES, first.names, second.names),
            descriptions=most(_DESCRIPTIONS, first.descriptions, second.descriptions),
            offices=_latest(first.offices + second.offices),
            kin=bounded_kin([*first.kin, *second.kin]),
            genders=most(2, first.genders, second.genders),
            around=most(_AROUND, first.around, second.around),
            places=most(_PLACES, first.places, second.places),
        )

    @property
    def title(self) -> str:
        """Return the best name to show, or a description where there is none."""
        if self.names:
            return best_name(self.names, person=self.type is EntityType.PERSON)
        return next(iter(most(1, self.descriptions)), "")

    @property
    def gender(self) -> str | None:
        """Return "f" or "m" where nearly all words agree; None where they do not tell."""
        return gender(self.genders)

    def as_json(self) -> dict[str, Any]:
        """Return the portrait as a JSON object; what is empty is left out."""
        whole: dict[str, Any] = {
            "type": str(self.type),
            "names": dict(self.names),
            "descriptions": dict(self.descriptions),
            "offices": [office.as_json() for office in self.offices],
            "kin": [kin.as_json() for kin in self.kin],
            "genders": dict(self.genders),
            "around": dict(self.around),
            "places": dict(self.places),
        }
        return {key: value for key, value in whole.items() if value}

    @classmethod
    def from_json(cls, whole: Mapping[str, Any]) -> "Portrait":
        """Return the portrait of a JSON object."""
        counted = ("names", "descriptions", "genders", "around", "places")
        return cls(
            type=EntityType(whole["type"]),
            offices=tuple(Office.from_json(row) for row in whole.get("offices", ())),
            kin=tuple(Kin.from_json(row) for row in whole.get("kin", ())),
            **{name: dict(whole.get(name, {})) for name in counted},
        )


def most(limit: int, *counts: Counted) -> dict[str, int]:
    """Return the sums of counts, those that are greatest, in an order that is always the same."""
    whole = Counter[str]()
    for one in counts:
        whole.update(one)
    return dict(sorted(whole.items(), key=lambda item: (-item[1], item[0]))[:limit])


def bounded_kin(kin: Iterable[Kin]) -> tuple[Kin, ...]:
    """Return ties without repetition, the stated ones first where there are many."""
    return tuple(sorted(set(kin), key=lambda one: (one.derived, one))[:_KIN])


def _weight(portrait: Portrait) -> tuple[int, str]:
    """Return the order in which two portraits are joined: whose type is the joint one's."""
    return sum(portrait.names.values()), str(portrait.type)


def _latest(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Return offices without repetition, those of the latest years where there are many."""
    known = sorted(set(offices), key=lambda one: (-(one.year or 0), one.head, one.field, one.text))
    return tuple(known[:_OFFICES])
