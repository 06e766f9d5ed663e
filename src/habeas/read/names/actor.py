"""The cast of a document: who takes part, named or not, while the text is being told.

An unnamed person enters with the phrase that denotes her; when a name turns up for the same part,
the two become one.
"""

import re
from dataclasses import dataclass, field

from habeas.model import AUTHOR, Anatomy, Entity, EntityType, Relation, Role, Span
from habeas.read.names.same import Group
from habeas.read.names.spelling import agree, parts
from habeas.read.names.vocabulary import COUNTRIES, gender_of


@dataclass(slots=True)
class Actor:
    """One person, body or place with what the text has said of it so far.

    `latent`: it has no name and nobody has asked for it yet.
    """

    id: str
    kind: EntityType
    name: str
    gender: str | None = None
    many: bool = False
    latent: bool = False
    count: int = 0
    mentions: list[Span] = field(default_factory=list)
    references: set[Span] = field(default_factory=set)
    roles: dict[Span, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)

    @property
    def is_person(self) -> bool:
        """Whether it is one human being."""
        return self.kind is EntityType.PERSON and not self.many


def office_of(printed: str) -> tuple[str, str | None]:
    """Return an office as printed, its country apart: ("prime minister", "France")."""
    lands = [name for name in COUNTRIES if re.search(rf"\b{re.escape(name)}\b", printed)]
    land = max(lands, key=len, default=None)
    title = re.sub(rf"\s+of\s+(?:the\s+)?{re.escape(land)}.*", "", printed) if land else printed
    return title.lower().strip(), COUNTRIES.get(land or "")


class Cast:
    """The actors by id, the relations said of them, and which of them write and are written to."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy
        self.actors: dict[str, Actor] = {}
        self.merged: dict[str, str] = {}
        self.parts: dict[tuple[tuple[str, ...], str], str] = {}
        self.relations: dict[tuple[str, str, str], Span] = {}
        self.authors: frozenset[str] = frozenset()
        self.addressees: tuple[str, ...] = ()

    def enter(self, kind: EntityType, name: str) -> Actor:
        """Add an actor."""
        one = Actor(f"e{len(self.actors) + 1}", kind, name)
        self.actors[one.id] = one
        return one

    def enter_group(self, group: Group) -> Actor:
        """Add the actor of a group of mentions."""
        one = self.enter(group.kind, group.name)
        one.count = len(group.mentions)
        if group.kind is EntityType.PERSON:
            one.gender = gender_of(group.name)
        return one

    def get(self, id_: str) -> Actor:
        """Return the actor of an id, also after it became one with another."""
        return self.actors[self.now(id_)]

    def now(self, id_: str) -> str:
        """Return the id under which an actor goes now."""
        while id_ in self.merged:
            id_ = self.merged[id_]
        return id_

    def merge(self, id_: str, into: str) -> None:
        """Make one actor part of another."""
        id_, into = self.now(id_), self.now(into)
        if id_ == into:
            return
        one, other = self.actors[id_], self.actors[into]
        other.references |= one.references
        other.roles |= one.roles
        other.nouns |= one.nouns
        other.offices |= one.offices
        other.gender = other.gender or one.gender
        self.merged[id_] = into

    def owner(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return ids with the authors, singly or together, as `AUTHOR`."""
        own = {
            AUTHOR if id_ == AUTHOR or self.now(id_) in self.authors else self.now(id_)
            for id_ in ids
        }
        return tuple(sorted(own))

    def note(self, type_: str, ends: tuple[str, str], span: Span) -> None:
        """Keep a relation, the authors' singly; the first place counts."""
        for source in self.singly(ends[0]):
            for target in self.singly(ends[1]):
                if source != target:
                    self.relations.setdefault((type_, source, target), span)

    def singly(self, id_: str) -> list[str]:
        """Return the ids that an id stands for: each author for `AUTHOR`."""
        return sorted(self.authors) if id_ == AUTHOR else [self.now(id_)]

    def related(self, type_: str, target: str) -> list[str]:
        """Return who stands in a relation to somebody."""
        return [self.now(s) for t, s, g in self.relations if t == type_ and self.now(g) == target]

    def settle_parties(self) -> None:
        """Find the signatories and addressees among the actors."""
        signed = [self.find(one.name) for one in self.anatomy.signatories]
        self.authors = frozenset(one.id for one in signed if one)
        to: list[str] = []
        for party in self.anatomy.addressees:
            actor = self.find(party.name)
            if actor and party.office:
                actor.offices.add(office_of(party.office))
            if actor:
                to.append(actor.id)
        self.addressees = tuple(dict.fromkeys(to))

    def find(self, name: str) -> Actor | None:
        """Return the actor that bears a name."""
        wanted = parts(name)
        same = [one for one in self.actors.values() if parts(one.name) == wanted]
        near = [
            one
            for one in self.actors.values()
            if one.is_person and agree(wanted, parts(one.name)) > 1
        ]
        return next(iter(same + near), None)

    def entities(self) -> tuple[Entity, ...]:
        """Return the actors as entities, those that became one with another left out."""
        return tuple(
            Entity(
                id=one.id,
                type=one.kind,
                name=one.name,
                mentions=tuple(sorted(set(one.mentions))),
                references=tuple(sorted(one.references - set(one.mentions))),
                roles=tuple(Role(role, span) for span, role in sorted(one.roles.items())),
            )
            for one in self.actors.values()
            if one.id not in self.merged
        )

    def stated(self) -> tuple[Relation, ...]:
        """Return the relations, between those who are left."""
        found = {
            (type_, self.now(source), self.now(target)): span
            for (type_, source, target), span in self.relations.items()
        }
        return tuple(
            Relation(type=type_, source=source, target=target, span=span)
            for (type_, source, target), span in found.items()
            if not (self.is_latent(source) or self.is_latent(target))
        )

    def is_latent(self, id_: str) -> bool:
        """Say whether an id is of somebody unnamed for whom nobody has asked."""
        return id_ in self.actors and self.get(id_).latent
