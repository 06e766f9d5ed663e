"""Restore whom documents name, from their readings, the numbers they had, and the judgements.

Judges nobody: who is one with whom was judged before. What is derived is derived again.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Subquery

from habeas.model import Reading
from habeas.resolve import Portrait, blocking, portraits
from habeas.web.keying import hashed
from habeas.web.people.models import Appearance, Entity
from habeas.web.people.portrait import store
from habeas.web.people.recognising import sign
from habeas.web.sources.models import Document


@dataclass(slots=True)
class People:
    """Those whom a whole archive names; `groups` has the entity of every appearance.

    A portrait is kept in memory only until the last appearance of its entity is in.
    """

    groups: Mapping[int, int]
    _waiting: Counter[int] = field(default_factory=Counter)
    _portraits: dict[int, Portrait] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._waiting = Counter(self.groups.values())

    def restore(
        self, document: Document, reading: Reading, numbers: Mapping[str, int]
    ) -> dict[str, Appearance]:
        """Write whom the next document names; `numbers` are their appearances' by their ids.

        Documents come in the order of their appearances. Raise ValueError where others have
        numbers than are named.
        """
        found = portraits(reading)
        if found.keys() != numbers.keys():
            raise ValueError("others have numbers than were read")
        keys: dict[int, set[int]] = defaultdict(set)
        for local in sorted(found, key=numbers.__getitem__):
            entity = self.groups[numbers[local]]
            self._join(entity, found[local])
            keys[entity] |= hashed(blocking(found[local]))
        store(self._whole(keys), keys)
        rows = {local: self._row(document, local, numbers[local]) for local in found}
        Appearance.objects.bulk_create(rows.values())
        sign(document, reading, rows)
        return rows

    def _row(self, document: Document, local: str, number: int) -> Appearance:
        entity = self.groups[number]
        return Appearance(number=number, document=document, local=local, entity_id=entity)

    def _join(self, entity: int, portrait: Portrait) -> None:
        known = self._portraits.get(entity)
        self._portraits[entity] = known.join(portrait) if known else portrait
        self._waiting[entity] -= 1

    def _whole(self, entities: Collection[int]) -> dict[int, Portrait]:
        """Return the portraits of those who do not appear again, and forget them."""
        last = [entity for entity in sorted(entities) if not self._waiting[entity]]
        return {entity: self._portraits.pop(entity) for entity in last}


def count_documents() -> None:
    """Write of everybody how many documents name them."""
    theirs = Appearance.objects.filter(entity=OuterRef("pk")).order_by().values("entity")
    count = theirs.annotate(n=Count("document", distinct=True)).values("n")
    Entity.objects.update(documents=Subquery(count))
