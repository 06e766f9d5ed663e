"""Count by what the documents that were found can be told apart: their labels and who speaks."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count

from habeas.web.people.access import named
from habeas.web.people.models import Signature
from habeas.web.search.models import Facet, Label, Term, Voice

SPEAKER = "speaker"
_MOST = 20  # values of one facet that are told


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet, by which to ask again; its name; how many documents have it."""

    value: str
    name: str
    documents: int


type Facets = Mapping[str, tuple[Bucket, ...]]


def facets(documents: Collection[int]) -> Facets:
    """Return what these documents are labelled with, by facet, the most frequent first."""
    rows = Label.objects.filter(document__in=documents).values_list("term")
    counts = dict(rows.annotate(n=Count("document")))
    found: dict[str, list[Bucket]] = {facet.value: [] for facet in Facet}
    terms = Term.objects.in_bulk(counts)
    for number in sorted(counts, key=lambda number: (-counts[number], terms[number].value)):
        term = terms[number]
        if len(found[term.facet]) < _MOST:
            found[term.facet].append(Bucket(term.value, term.name, counts[number]))
    return {**{name: tuple(those) for name, those in found.items()}, SPEAKER: _speakers(documents)}


def _speakers(documents: Collection[int]) -> tuple[Bucket, ...]:
    """Return who asserts something in these documents or has signed them."""
    pairs = set[tuple[int, int]]()
    for model in (Voice, Signature):
        rows = model._default_manager.filter(document__in=documents)
        pairs.update(rows.values_list("document_id", "appearance__entity_id"))
    counts = Counter(entity for _, entity in pairs)
    most = sorted(counts, key=lambda entity: (-counts[entity], entity))[:_MOST]
    names = named(most)
    return tuple(Bucket(names[one].ref, names[one].name, counts[one]) for one in most)
