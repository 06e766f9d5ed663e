"""The only way to search: which passages hold what is asked for, and what documents they are of.

It finds words. That a passage is found says nothing about whether what it says is so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model import Span
from habeas.web.packing import unpack
from habeas.web.search.actions import spans
from habeas.web.search.backend import index, placed
from habeas.web.search.counting import Bucket, Facets, facets
from habeas.web.search.lemma import DEFAULT
from habeas.web.search.models import Facet, Indexed, Term
from habeas.web.search.query import Asked, Query, Why, understand
from habeas.web.search.scope import scope
from habeas.web.search.snippet import Matched, Pieces, matches, snippet
from habeas.web.sources.models import Document, Origin

__all__ = ["Bucket", "Found", "Hit", "Matched", "Query", "Why", "find"]

MOST = 5000  # passages that are ranked: of more, those of the documents added last
COUNTED = 1000  # documents whose labels are counted: the best
_LANGUAGES = 8  # of an archive with more, those of most documents


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
    rows = index().match(asked.wanted, scope(query), MOST + 1)
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


def _hits(asked: Asked, ranked: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    shown = _shown({placed(number)[0] for number, _ in ranked})
    return tuple(
        shown[document].hit(asked, place, score)
        for (document, place), score in ((placed(number), score) for number, score in ranked)
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A document with all that is shown of it."""

    row: Document
    path: str
    text: str
    cut: Sequence[Span]

    def hit(self, asked: Asked, place: int, score: float) -> Hit:
        """Return a passage as it is shown."""
        span = self.cut[place]
        text = span.of(self.text)
        places = matches(asked, text, self.row.language)
        return Hit(
            document=self.row.number,
            title=" ".join((self.row.title or self.path.rpartition("/")[2]).split()),
            path=self.path,
            start=span.start,
            end=span.end,
            score=score,
            snippet=snippet(text, [one.span for one in places]),
            matched=tuple(dict.fromkeys(one.matched for one in places)),
        )


def _shown(numbers: set[int]) -> dict[int, _Shown]:
    """Return documents by number, each with the path under which it was found first."""
    origins = Origin.objects.filter(document__in=numbers).order_by("-id")
    paths = dict(origins.values_list("document_id", "path"))
    rows = Indexed.objects.select_related("document").filter(document__in=numbers)
    return {
        row.document_id: _Shown(
            row=row.document,
            path=paths.get(row.document_id, ""),
            text=unpack(bytes(row.document.text)),
            cut=spans(row),
        )
        for row in rows.defer("document__reading")
    }
