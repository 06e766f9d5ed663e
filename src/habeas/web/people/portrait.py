"""Keep what is known of entities: one row an entity, and the keys by which it is found."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from habeas.resolve import Portrait
from habeas.web.packing import pack, unpack
from habeas.web.people.models import Entity, EntityKey
from habeas.web.sources.clean import clean


def load(numbers: Collection[int]) -> dict[int, Portrait]:
    """Return the portraits of entities."""
    rows = Entity.objects.filter(number__in=numbers).values_list("number", "portrait")
    return {number: _portrait(bytes(packed)) for number, packed in rows}


@lru_cache(maxsize=8192)
def _portrait(packed: bytes) -> Portrait:
    return Portrait.from_json(unpack(packed))


def store(portraits: Mapping[int, Portrait], keys: Mapping[int, set[int]]) -> None:
    """Write entities, new or known, and add the keys by which they are found."""
    rows = [_row(number, portrait, keys[number]) for number, portrait in portraits.items()]
    Entity.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["type", "name", "portrait"],
    )
    EntityKey.objects.bulk_create(
        (
            EntityKey(entity_id=number, key=key)
            for number, theirs in keys.items()
            for key in sorted(theirs)
        ),
        ignore_conflicts=True,
    )


def _row(number: int, portrait: Portrait, keys: set[int]) -> Entity:
    # Nobody is compared with what has no key: who is named beside it need not be kept.
    packed = pack((portrait if keys else replace(portrait, around={})).as_json())
    return Entity(number=number, type=portrait.type, name=clean(portrait.title), portrait=packed)
