"""Recognise those whom a new document names among those whom the archive knows.

Costs what the document costs: candidates are found by keys, the rarest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, F

from habeas.model import EntityType, Reading, Verdict
from habeas.resolve import Finding, Portrait, blocking, choose, judge, portraits
from habeas.web.judging import drawn, keep
from habeas.web.keying import hashed
from habeas.web.people.models import Appearance, Entity, EntityKey, Judgement, Signature
from habeas.web.people.portrait import load, store
from habeas.web.sources.models import Document, Entry
from habeas.web.sources.number import take

_CANDIDATES = 10  # entities that are looked at for one name
_COMMON = 500  # a key of more entities than this says nothing


@dataclass(frozen=True, slots=True)
class Recognised:
    """The appearances of a document by the reading's ids, and the entities it tells more of."""

    appearances: Mapping[str, Appearance]
    grown: frozenset[int]


def recognise(document: Document, reading: Reading, entry: Entry) -> Recognised:
    """Keep everybody whom a document names, each as whom the archive knows or as somebody new."""
    found = portraits(reading)
    # Numbers follow the order of settling, so that an entity's first appearance is its smallest.
    desk = _Desk.of(found, dict(zip(found, take("appearance", len(found)), strict=True)))
    for local, portrait in found.items():
        desk.settle(local, portrait)
    rows = desk.save(document, found, entry)
    sign(document, reading, rows)
    return Recognised(rows, frozenset(desk.grown))


def sign(document: Document, reading: Reading, rows: Mapping[str, Appearance]) -> None:
    """Note who signed a document."""
    signed = (one.entity or "" for one in reading.anatomy.signatories)
    Signature.objects.bulk_create(
        Signature(document=document, appearance=rows[local])
        for local in dict.fromkeys(signed)
        if local in rows
    )


@dataclass(slots=True)
class _Desk:
    """One document at work: its numbers, whom it may mean, and what was judged."""

    numbers: Mapping[str, int]
    keys: dict[str, set[int]]  # of each of the document's own
    by_key: dict[int, set[int]]  # entities
    known: dict[int, Portrait] = field(default_factory=dict)  # entities, old and new
    joined: dict[str, int] = field(default_factory=dict)  # to which entity each belongs
    named: set[int] = field(default_factory=set)  # entities that the document names
    grown: set[int] = field(default_factory=set)  # entities that it tells something new of
    found: list[tuple[int, int, Finding]] = field(default_factory=list)

    @classmethod
    def of(cls, found: Mapping[str, Portrait], numbers: Mapping[str, int]) -> "_Desk":
        """Return a desk with all that the archive knows of those who may be meant."""
        keys = {local: hashed(blocking(portrait)) for local, portrait in found.items()}
        desk = cls(numbers, keys, _entities(keys.values()))
        meant = (desk.candidates(local) for local in found)
        desk.known = load({entity for theirs in meant for entity in theirs})
        return desk

    def settle(self, local: str, portrait: Portrait) -> None:
        """Judge whom somebody may be, and let them join that entity or be a new one."""
        mine = self.numbers[local]
        found = {
            other: judge(portrait, self.known[other], together=self.is_named(other, portrait))
            for other in self.candidates(local)
            if other in self.known
        }
        # Bodies that bear one name in one case are seldom two; namesakes among people are.
        chosen = choose(found, alike=portrait.type is not EntityType.PERSON)
        self.found += [(mine, other, finding) for other, finding in chosen.items()]
        same = [n for n, finding in chosen.items() if finding.verdict is Verdict.SAME]
        entity = same[0] if same else mine
        if same:
            portrait = self.known[entity].join(portrait)
            if _is_news(self.known[entity], portrait):
                self.grown.add(entity)
        self.known[entity] = portrait
        self.joined[local] = entity
        if portrait.names:
            self.named.add(entity)
        for key in self.keys[local]:
            self.by_key.setdefault(key, set()).add(entity)

    def is_named(self, entity: int, portrait: Portrait) -> bool:
        """Say whether the document names both, and so takes them for two.

        Whom it names in one place and describes in another its reader may have failed to tie.
        """
        return bool(portrait.names) and entity in self.named

    def candidates(self, local: str) -> list[int]:
        """Return the entities that share keys, those that share the rarest first."""
        weights: dict[int, float] = defaultdict(float)
        for key in sorted(self.keys[local]):  # in one order: sums of fractions depend on it
            holders = self.by_key.get(key, ())
            for entity in holders:
                weights[entity] += 1 / len(holders)
        ranked = sorted(weights, key=lambda entity: (-weights[entity], entity))
        return ranked[:_CANDIDATES]

    def save(
        self, document: Document, found: Mapping[str, Portrait], entry: Entry
    ) -> dict[str, Appearance]:
        """Write what was settled."""
        keys: dict[int, set[int]] = defaultdict(set)
        for local, entity in self.joined.items():
            keys[entity] |= self.keys[local]
        store({entity: self.known[entity] for entity in keys}, keys)
        rows = {
            local: Appearance(
                number=self.numbers[local],
                document=document,
                local=local,
                entity_id=entity,
            )
            for local, entity in self.joined.items()
        }
        Appearance.objects.bulk_create(rows.values())
        joined = Entity.objects.filter(number__in=set(self.joined.values()))
        joined.update(documents=F("documents") + 1)
        keep(Judgement, (drawn(mine, other, f) for mine, other, f in self.found), entry)
        return rows


def _is_news(before: Portrait, after: Portrait) -> bool:
    """Say whether more is known of somebody than how often and beside whom they are named."""
    said = ((one.names.keys(), set(one.offices), set(one.kin)) for one in (before, after))
    return next(said) != next(said)


def _entities(keys: Iterable[set[int]]) -> dict[int, set[int]]:
    """Return the entities that have each key, leaving out the keys that everybody has."""
    every = set().union(*keys)
    counts = EntityKey.objects.filter(key__in=every).values_list("key").annotate(n=Count("entity"))
    rare = [key for key, count in counts if count <= _COMMON]
    found: dict[int, set[int]] = defaultdict(set)
    for key, entity in EntityKey.objects.filter(key__in=rare).values_list("key", "entity_id"):
        found[key].add(entity)
    return dict(found)
