"""The only way to search: which passages hold what is asked for, and what documents they are of.

It finds words. That a passage is found says nothing about whether what it says is so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from habeas.model import Span
from habeas.web.packing import unpack
from habeas.web.people import access as people
from habeas.web.people.models import Signature
from habeas.web.search.actions import spans
from habeas.web.search.backend import Scope, index, placed
from habeas.web.search.counting import Bucket, Facets, facets
from habeas.web.search.label import country, folded
from habeas.web.search.lemma import DEFAULT
from habeas.web.search.models import Facet, Indexed, Label, Term, Voice
from habeas.web.search.query import Asked, Why, understand
from habeas.web.search.snippet import Matched, Pieces, matches, snippet
from habeas.web.sources.models import Document

__all__ = ["Bucket", "Found", "Hit", "Matched", "Query", "Why", "find"]

MOST = 5000  # passages that are ranked: of more, those of the documents added last
COUNTED = 1000  # documents whose labels are counted: the best
_LANGUAGES = 8  # of an archive with more, those of most documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for. None asks for all; `speaker` is the number of an entity."""

    words: str
    limit: int = 20
    offset: int = 0
    kind: str | None = None
    speaker: int | None = None
    country: str | None = None
    year: int | None = None
    tag: str | None = None
    language: str | None = None
    document: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage, `[start, end)` in the text of a document, with what matches in it."""

    document: int
    title: str
    path: str
    start: int
    end: int
    score: float
    snippet: Pieces
    matched: tuple[Matched, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: `total` passages in `documents` documents, or more where `more` says so.

    The labels of `counted` documents are counted in `facets`.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    documents: int = 0
    more: bool = False
    counted: int = 0
    facets: Facets = field(default_factory=dict)


def find(query: Query) -> Found:
    """Return the passages that hold what is asked for, the best first; raise NotInArchive.

    NotInArchive is raised for a speaker whom the archive does not know.
    """
    asked = understand(query.words, _languages())
    if not asked.wanted.needed:
        return Found()
    rows = index().match(asked.wanted, _scope(query), MOST + 1)
    ranked = sorted(rows[:MOST], key=lambda row: (-row[1], row[0]))
    documents = list(dict.fromkeys(placed(number)[0] for number, _ in ranked))
    counted = documents[:COUNTED]
    return Found(
        hits=_hits(asked, ranked[query.offset : query.offset + query.limit]),
        total=len(ranked),
        documents=len(documents),
        more=len(rows) > MOST,
        counted=len(counted),
        facets=facets(counted),
    )


def _languages() -> list[str]:
    """Return the languages of the archive's documents; English for those that tell none."""
    found = Term.objects.filter(facet=Facet.LANGUAGE).values_list("value", flat=True)
    return list(dict.fromkeys([DEFAULT, *found.order_by("id")[:_LANGUAGES]]))


def _scope(query: Query) -> Scope:
    """Return the documents in which to look."""
    chosen = _chosen(query)
    if chosen is None:
        return Scope(only=query.document)
    sql, values = chosen.values("number").query.sql_with_params()
    return Scope(sql, values, only=query.document)


def _chosen(query: Query) -> QuerySet[Document] | None:
    """Return the documents that bear all labels that are asked for; None where none is."""
    found = [Q(number__in=_labelled(facet, value)) for facet, value in _labels(query).items()]
    if query.speaker is not None:
        found.append(_spoken(people.entity(query.speaker).number))
    return Document.objects.order_by().filter(*found) if found else None


def _labels(query: Query) -> Mapping[Facet, str]:
    """Return the labels that are asked for, as they are compared."""
    values = {
        Facet.KIND: query.kind,
        Facet.LANGUAGE: query.language,
        Facet.YEAR: None if query.year is None else str(query.year),
        Facet.COUNTRY: None if query.country is None else country(query.country).value,
        Facet.TAG: None if query.tag is None else folded(query.tag),
    }
    return {facet: value for facet, value in values.items() if value is not None}


def _labelled(facet: Facet, value: str) -> QuerySet[Label, int]:
    rows = Label.objects.filter(term__facet=facet, term__value=value)
    return rows.values_list("document_id", flat=True)


def _spoken(entity: int) -> Q:
    """Return the documents in which somebody asserts something, or which somebody signed."""
    found = Q()
    for model in (Voice, Signature):
        rows = model._default_manager.filter(appearance__entity=entity)
        found |= Q(number__in=rows.values("document_id"))
    return found


def _hits(asked: Asked, ranked: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    numbers = {placed(number)[0] for number, _ in ranked}
    shown = _Shown.of(numbers)
    return tuple(shown.hit(asked, number, score) for number, score in ranked)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The documents of one page of hits."""

    rows: Mapping[int, Document]
    cut: Mapping[int, list[Span]]
    texts: Mapping[int, str]
    titles: Mapping[int, str]
    paths: Mapping[int, str]

    @classmethod
    def of(cls, numbers: set[int]) -> "_Shown":
        """Return documents with all that is shown of them."""
        rows = Document.objects.defer("reading").in_bulk(numbers)
        cut = {row.document_id: spans(row) for row in Indexed.objects.filter(document__in=numbers)}
        texts = {number: unpack(bytes(row.text)) for number, row in rows.items()}
        return cls(rows, cut, texts, people.titled(numbers), _paths(numbers))

    def hit(self, asked: Asked, number: int, score: float) -> Hit:
        """Return a passage as it is shown."""
        document, place = placed(number)
        span = self.cut[document][place]
        text = span.of(self.texts[document])
        places = matches(asked, text, self.rows[document].language)
        return Hit(
            document=document,
            title=self.titles.get(document, ""),
            path=self.paths.get(document, ""),
            start=span.start,
            end=span.end,
            score=score,
            snippet=snippet(text, [one.span for one in places]),
            matched=tuple(dict.fromkeys(one.matched for one in places)),
        )


def _paths(numbers: set[int]) -> dict[int, str]:
    """Return where each document was found first."""
    found: dict[int, str] = {}
    rows = Document.objects.filter(number__in=numbers).order_by("origins__id")
    for number, path in rows.values_list("number", "origins__path"):
        found.setdefault(number, path or "")
    return found
