"""Count by what the documents that were found can be told apart: their labels and who speaks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from habeas.web.people.access import named
from habeas.web.search.models import Facet

SPEAKER = "speaker"
_MOST = 20  # values of one facet that are told
# Written by hand: a thousand documents in a query take Django longer than the database.
_LABELS = """
    SELECT term.facet, term.value, term.name, counted.n FROM (
        SELECT term_id, count(*) AS n FROM search_label WHERE document_id IN ({}) GROUP BY term_id
    ) AS counted JOIN search_term AS term ON term.id = counted.term_id
    ORDER BY counted.n DESC, term.value
"""
_SPEAKERS = """
    SELECT one.entity_id, count(DISTINCT voice.document_id) AS n FROM (
        SELECT document_id, appearance_id FROM search_voice WHERE document_id IN ({0})
        UNION ALL
        SELECT document_id, appearance_id FROM people_signature WHERE document_id IN ({0})
    ) AS voice JOIN people_appearance AS one ON one.number = voice.appearance_id
    GROUP BY one.entity_id ORDER BY n DESC, one.entity_id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet, by which to ask again; its name; how many documents have it."""

    value: str
    name: str
    documents: int


type Facets = Mapping[str, tuple[Bucket, ...]]


def facets(documents: Collection[int]) -> Facets:
    """Return what these documents are labelled with, by facet, the most frequent first."""
    found: dict[str, list[Bucket]] = {facet.value: [] for facet in Facet}
    names = list(found)
    for code, value, name, count in _rows(_LABELS, documents):
        if len(found[names[code]]) < _MOST:
            found[names[code]].append(Bucket(value, name, count))
    return {**{name: tuple(those) for name, those in found.items()}, SPEAKER: _speakers(documents)}


def _speakers(documents: Collection[int]) -> tuple[Bucket, ...]:
    """Return who asserts something in these documents or has signed them."""
    rows = _rows(_SPEAKERS, documents, _MOST)
    names = named(entity for entity, _ in rows)
    return tuple(Bucket(names[one].ref, names[one].name, count) for one, count in rows)


def _rows(sql: str, documents: Collection[int], *values: int) -> Sequence[tuple[Any, ...]]:
    """Return what the database answers of these documents."""
    numbers = ",".join(str(int(number)) for number in documents) or "NULL"
    with connection.cursor() as cursor:
        cursor.execute(sql.format(numbers), values)
        return list(cursor.fetchall())
