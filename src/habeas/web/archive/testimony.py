"""A claim as FollowTheMoney entities: who says so stands in its words, its document is its proof.

Only what somebody asserts is an event. What is feared, denied or demanded is a note.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model import EntityType
from habeas.render import ftm
from habeas.render.ftm import Thing
from habeas.web.archive.tabling import spoken
from habeas.web.ledger.access import Account
from habeas.web.people.access import Named

_ONE = "judged to tell of one happening"


@dataclass(frozen=True, slots=True)
class Testimony:
    """The claims of one document; `document` is its id, `types` those of the entities in it."""

    space: str
    document: str
    types: Mapping[int, EntityType]

    def things(self, one: Account) -> Iterator[Thing]:
        """Yield the entities of a claim: itself, and that it tells of what another tells of."""
        yield self.claim(one)
        first = f"C{one.event[1:]}" if one.event else one.claim
        if first != one.claim:
            ends = {"candidate": self._id(one.claim), "match": self._id(first)}
            name = f"{self._id(one.claim)}-{one.event}"
            yield ftm.thing(name, "Similar", **ends, criteria=f"{_ONE} ({one.event})")

    def claim(self, one: Account) -> Thing:
        """Return a claim as an event or a note."""
        schema = ftm.claim_schema(one.modality)
        common = {
            "name": _title(one),
            "description": _said(one),
            "keywords": [one.kind, one.type, one.modality, one.basis],
            "proof": self.document,
            "addressEntity": self._ids(one.places, {EntityType.PLACE}),
        }
        who = self._ids([*one.victims, *one.actors], ftm.ACTORS)
        if schema == "Note":
            return ftm.thing(self._id(one.claim), schema, **common, entity=who)
        return ftm.thing(
            self._id(one.claim),
            schema,
            **common,
            involved=who,
            location=[place.name for place in one.places],
            recordId=one.claim,
            **ftm.dates(one.date),
        )

    def facts(self, one: Account) -> dict[str, Any]:
        """Return what the model has no place for, for the companion."""
        said = one.said_by
        return {
            "claim": one.claim,
            "event": one.event,
            "said_by": [self._id(who.ref) for who in said.who],
            "author": said.author,
            "page": said.page,
            "relayed_by": [self._id(who.ref) for who in said.relayed_by],
            "modality": one.modality,
            "basis": one.basis,
            "class": one.kind,
            "type": one.type,
            "victims": [self._id(who.ref) for who in one.victims],
            "actors": [self._id(who.ref) for who in one.actors],
            "places": [self._id(who.ref) for who in one.places],
            "date": one.date,
            "printed_date": one.printed_date,
            "details": dict(one.details),
        }

    def _id(self, ref: str) -> str:
        return f"{self.space}-{ref}"

    def _ids(self, who: Iterable[Named], types: Collection[EntityType]) -> list[str]:
        return [self._id(one.ref) for one in who if self.types[int(one.ref[1:])] in types]


def _title(one: Account) -> str:
    act = one.type.replace("_", " ")
    whom = f" of {_listed(one.victims)}" if one.victims else ""
    return f"{one.modality.capitalize()}: {act}{whom}"


def _said(one: Account) -> str:
    _, names = spoken(one.said_by, one.document)
    relayed = one.said_by.relayed_by
    details = [f"{key}: {value}" for key, value in one.details.items()]
    return ftm.joined(
        [
            f"{one.modality.capitalize()} in {one.document} by {', '.join(names)} ({one.basis})",
            f"Relayed by {_listed(relayed)}" if relayed else None,
            f"“{one.words}”",
            f"Victims: {_listed(one.victims)}" if one.victims else None,
            f"Actors: {_listed(one.actors)}" if one.actors else None,
            f"Dated {one.date or 'unresolved'} (“{one.printed_date}”)"
            if one.printed_date
            else None,
            "; ".join(details) or None,
        ]
    )


def _listed(who: Sequence[Named]) -> str:
    return ", ".join(one.name for one in who)
