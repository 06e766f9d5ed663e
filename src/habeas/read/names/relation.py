"""Relations that roles state: "Director of X", "A, B’s lawyer", a signatory's affiliation.

Takes a role with the body, land or person named in it. What is only entailed is not stated here.
"""

import re
from bisect import bisect_left
from functools import cache

from habeas.model import Anatomy, EntityType, Signatory, Span
from habeas.read.lexicon import load
from habeas.read.names.actor import Actor, Cast

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PERSONAL = ("lawyer_of", "opponent_of", "friend_of", "employed_by")
_OFFICE = "holds_office"


@cache
def _types() -> dict[str, str]:
    table = load("names_words")["relation"]
    return {noun: type_ for type_, nouns in table.items() for noun in nouns}


def read_relations(cast: Cast, anatomy: Anatomy) -> None:
    """Note on the cast what the roles and the anatomy state."""
    places = Places(cast)
    for actor in [one for one in cast.actors.values() if one.is_person]:
        for span, role in list(actor.roles.items()):
            _of_role(cast, actor, role, (span, places))
    for one in anatomy.signatories:
        _of_signatory(cast, one)
    for party in anatomy.addressees:
        holder = cast.find(party.name)
        if holder and party.office:
            _of_role(cast, holder, party.office, (party.span, places))


class Places:
    """Where each actor is named, in order, so that the names within a span are found."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        found = [(s.start, s.end, one.id) for one in cast.actors.values() for s in one.mentions]
        found += [(s.start, s.end, one.id) for one in cast.actors.values() for s in one.references]
        self.found = sorted(found)

    def within(self, span: Span) -> list[Actor]:
        """Return the actors named in a span, in order."""
        at = bisect_left(self.found, (span.start,))
        ids: dict[str, None] = {}
        while at < len(self.found) and self.found[at][0] < span.end:
            if self.found[at][1] <= span.end:
                ids[self.cast.now(self.found[at][2])] = None
            at += 1
        return [self.cast.actors[id_] for id_ in ids]


def _of_role(cast: Cast, actor: Actor, role: str, where: tuple[Span, Places]) -> None:
    span, places = where
    types = [_types()[word] for word in _WORD.findall(role.lower()) if word in _types()]
    others = [one for one in places.within(span) if one.id != cast.now(actor.id)]
    for type_ in dict.fromkeys(types[:2]):
        for other in [one for one in others if _fits(type_, one)][-1:]:
            cast.note(type_, (actor.id, other.id), span)


def _fits(type_: str, other: Actor) -> bool:
    if other.is_person:
        return type_ in _PERSONAL
    if other.kind is EntityType.PLACE:
        return type_ == _OFFICE
    return other.kind in (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)


def _of_signatory(cast: Cast, one: Signatory) -> None:
    """Note the affiliation of a signatory, or the role that names it."""
    actor = cast.find(one.name)
    body = cast.find(one.affiliation) if one.affiliation else None
    if actor is None or body is None or actor.id == body.id:
        return
    role = (one.role or "").lower()
    known = body.name.lower() in role
    words = _WORD.findall(role) if known else []
    type_ = next((_types()[word] for word in words if word in _types()), "affiliated_with")
    cast.note(type_, (actor.id, body.id), one.span)
