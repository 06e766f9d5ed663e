"""Say in SQL in which documents is looked: those that bear all that a query asks for."""

from collections.abc import Iterator, Mapping

from habeas.web.people import access as people
from habeas.web.search.backend import Condition, Scope
from habeas.web.search.label import country, folded
from habeas.web.search.models import Facet, Label, Term
from habeas.web.search.query import Query
from habeas.web.sources.number import last

# Of two ways to ask, that which costs less: list all documents with a label, or look at each
# passage that matches until there are enough. In passages looked at, with their constant.
_WORTH_LOOKING = 6000
_LISTED = "{document} IN (SELECT document_id FROM search_label WHERE term_id = %s)"
_LOOKED = (
    "EXISTS (SELECT 1 FROM search_label AS label "
    "WHERE label.document_id = {document} AND label.term_id = %s)"
)
_SPOKEN = (
    "{document} IN ("
    + " UNION ".join(
        f"SELECT said.document_id FROM {table} AS said JOIN people_appearance AS one "
        "ON one.number = said.appearance_id WHERE one.entity_id = %s"
        for table in ("search_voice", "people_signature")
    )
    + ")"
)
_NOWHERE = Condition("1 = 0")


def scope(query: Query) -> Scope:
    """Return the documents in which to look; raise NotInArchive for an unknown speaker."""
    return Scope(conditions=tuple(_conditions(query)), only=query.document)


def _conditions(query: Query) -> Iterator[Condition]:
    for facet, value in _labels(query).items():
        yield _labelled(facet, value)
    if query.speaker is not None:
        number = people.entity(query.speaker).number
        yield Condition(_SPOKEN, (number, number))


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


def _labelled(facet: Facet, value: str) -> Condition:
    term = Term.objects.filter(facet=facet, value=value).values_list("id", flat=True).first()
    if term is None:
        return _NOWHERE
    count, documents = Label.objects.filter(term=term).count(), last("document")
    often = count * count > _WORTH_LOOKING * documents
    return Condition(_LOOKED if often else _LISTED, (term,))
