"""Derive again which appearances make up entities, from the judgements in force."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache, reduce

from django.db.models import Count

from habeas.resolve import Portrait, blocking, portraits
from habeas.web.judging import groups
from habeas.web.keying import hashed
from habeas.web.people.models import Appearance, Entity, EntityKey, Judgement
from habeas.web.people.portrait import load, store
from habeas.web.sources import access as sources


def regroup(entities: Collection[int]) -> list[int]:
    """Part the appearances of these entities anew; return those that changed their entity."""
    rows = Appearance.objects.filter(entity__in=entities)
    before = dict(rows.values_list("number", "entity_id"))
    after = groups(Judgement, before)
    moved = [number for number in before if before[number] != after[number]]
    _write(after, moved)
    Entity.objects.filter(number__in=set(entities) - set(after.values())).delete()
    return moved


def put_together(one: int, other: int) -> list[int]:
    """Make one entity of two of whom nobody said otherwise; return those that changed theirs.

    Costs what the younger of the two costs: what is known of both is joined, not drawn again.
    """
    root, gone = sorted((one, other))
    moved = Appearance.objects.filter(entity=gone)
    numbers = list(moved.values_list("number", flat=True))
    known = load([root, gone])
    keys = EntityKey.objects.filter(entity=gone).values_list("key", flat=True)
    store({root: known[root].join(known[gone])}, {root: set(keys)})
    moved.update(entity=root)
    documents = Appearance.objects.filter(entity=root).values("document").distinct().count()
    Entity.objects.filter(number=root).update(documents=documents)
    Entity.objects.filter(number=gone).delete()
    return numbers


def _write(after: Mapping[int, int], moved: Collection[int]) -> None:
    members: dict[int, list[int]] = defaultdict(list)
    for appearance, entity in after.items():
        members[entity].append(appearance)
    EntityKey.objects.filter(entity__in=members).delete()
    found = {entity: _portraits(theirs) for entity, theirs in members.items()}
    store(
        {entity: reduce(Portrait.join, theirs) for entity, theirs in found.items()},
        {entity: hashed(set().union(*map(blocking, theirs))) for entity, theirs in found.items()},
    )
    for entity, theirs in members.items():
        Appearance.objects.filter(number__in=set(theirs) & set(moved)).update(entity=entity)
    counts = Appearance.objects.filter(entity__in=members).values_list("entity_id")
    for entity, count in counts.annotate(n=Count("document", distinct=True)):
        Entity.objects.filter(number=entity).update(documents=count)


def _portraits(appearances: Collection[int]) -> list[Portrait]:
    """Return what each document says of somebody, in the order in which they were recognised."""
    rows = Appearance.objects.filter(number__in=appearances).order_by("number")
    found = rows.values_list("document_id", "document__sha256", "local")
    return [_drawn(document, digest)[local] for document, digest, local in found]


@lru_cache(maxsize=256)
def _drawn(document: int, _digest: str) -> dict[str, Portrait]:
    return portraits(sources.reading(document))


def forget() -> None:
    """Forget the portraits at hand: another archive may have read the same bytes otherwise."""
    _drawn.cache_clear()
