"""Label documents with what they say of themselves: kind, language, year, countries and tags.

Countries are those that the document prints: of its signatories, in a list of tags headed
"Countries", and every place that it names which is a state. None is looked up or guessed.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from habeas.model import EntityType, Reading, Tag
from habeas.resolve.country import country_of
from habeas.web.people.models import Appearance
from habeas.web.search.models import Facet, Label, Term, Voice
from habeas.web.search.word import words
from habeas.web.sources.clean import clean
from habeas.web.sources.models import Document

_LONGEST = 200  # letters of a label; longer ones are no labels
# How lists of countries are headed, folded.
_HEADS = frozenset(
    {"country", "countries", "pays", "страна", "страны", "країна", "країни", "land", "lander"}
    | {"laender", "pais", "paises", "paese", "paesi", "kraj", "kraje", "ulke", "ulkeler"}
    | {"nation", "nations", "state", "states"}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A label: how it is compared, and how it is shown."""

    facet: Facet
    value: str
    name: str


def label(document: Document, reading: Reading) -> None:
    """Label a document, and note who asserts something in it."""
    found = {(mark.facet, mark.value): mark for mark in marks(document, reading)}
    terms = _terms(list(found.values()))
    Label.objects.bulk_create(Label(document=document, term_id=term) for term in sorted(terms))
    _voice(document, reading)


def unlabel(document: Document) -> None:
    """Take the labels of a document away, and those terms that no other document bears."""
    terms = list(Label.objects.filter(document=document).values_list("term", flat=True))
    Label.objects.filter(document=document).delete()
    Term.objects.filter(id__in=terms, labels=None).delete()
    Voice.objects.filter(document=document).delete()


def marks(document: Document, reading: Reading) -> Iterator[Mark]:
    """Yield the labels of a document."""
    yield Mark(Facet.KIND, reading.anatomy.kind, reading.anatomy.kind)
    if document.language:
        yield Mark(Facet.LANGUAGE, document.language, document.language)
    if document.year is not None:
        yield Mark(Facet.YEAR, str(document.year), str(document.year))
    for name in _countries(reading):
        yield country(name)
    for tag in reading.anatomy.tags:
        if not _heads_countries(tag) and (value := folded(tag.label)):
            yield Mark(Facet.TAG, value, _shown(tag.label))


def country(name: str) -> Mark:
    """Return the label of a country: one for all of its names, where it is known."""
    found = country_of(name)
    shown = found.title() if found else _shown(name)
    return Mark(Facet.COUNTRY, found or folded(name), shown)


def folded(text: str) -> str:
    """Return a label as it is compared."""
    return " ".join(word.form for word in words(text))[:_LONGEST]


def _shown(text: str) -> str:
    return clean(" ".join(text.split()))[:_LONGEST]


def _countries(reading: Reading) -> Iterator[str]:
    """Yield the names of countries that a document prints."""
    for signatory in reading.anatomy.signatories:
        if signatory.country and folded(signatory.country):
            yield signatory.country
    for tag in reading.anatomy.tags:
        if _heads_countries(tag) and folded(tag.label):
            yield tag.label
    for entity in reading.entities:
        if entity.type is EntityType.PLACE and country_of(entity.name):
            yield entity.name


def _heads_countries(tag: Tag) -> bool:
    """Say whether a tag stands in a list of countries."""
    return not _HEADS.isdisjoint(folded(tag.group or "").split())


def _terms(found: Collection[Mark]) -> set[int]:
    """Return the numbers of terms, of which those are new that no document had."""
    held = _held(found)
    new = [mark for mark in found if (mark.facet, mark.value) not in held]
    if new:
        rows = (Term(facet=mark.facet, value=mark.value, name=mark.name) for mark in new)
        return {*held.values(), *(row.pk for row in Term.objects.bulk_create(rows))}
    return set(held.values())


def _held(found: Collection[Mark]) -> dict[tuple[str, str], int]:
    rows = Term.objects.filter(value__in={mark.value for mark in found})
    numbers = {(row.facet, row.value): row.id for row in rows}
    return {key: numbers[key] for one in found if (key := (one.facet, one.value)) in numbers}


def _voice(document: Document, reading: Reading) -> None:
    asserters = {one for claim in reading.claims for one in claim.source.asserter}
    rows = Appearance.objects.filter(document=document).values_list("local", "number")
    Voice.objects.bulk_create(
        Voice(document=document, appearance_id=number)
        for local, number in sorted(rows)
        if local in asserters
    )
