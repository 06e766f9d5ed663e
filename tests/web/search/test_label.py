"""Labels: what documents say of themselves, and nothing that has to be looked up."""

import pytest

from habeas.model import Anatomy, Document, Entity, EntityType, Kind, Reading, Signatory, Span, Tag
from habeas.web.search.label import country, marks
from habeas.web.search.models import Facet
from habeas.web.sources.actions import described

AT = Span(0, 1)


def marked(facet, **anatomy):
    document = Document(path="a.txt", sha256="0" * 64, media_type="text/plain", text="Oren Dask")
    entities = anatomy.pop("entities", ())
    reading = Reading(document=document, anatomy=Anatomy(**anatomy), entities=entities)
    return [mark.name for mark in marks(described(reading), reading) if mark.facet is facet]


def tag(label, group=None):
    return Tag(label=label, span=AT, group=group)


@pytest.mark.parametrize("group", ["Country", "COUNTRIES", "Pays concernés", "Страна", "Länder"])
def test_takes_countries_from_lists_that_are_headed_so(group):
    tags = (tag("Zarvenia", group), tag("asylum", "Topic"), tag("Kelmark"))
    assert marked(Facet.COUNTRY, tags=tags) == ["Zarvenia"]
    assert marked(Facet.TAG, tags=tags) == ["asylum", "Kelmark"]


def test_takes_countries_of_signatories_and_places_that_are_states():
    signatories = (
        Signatory(name="Oren Dask", span=AT, country="Tavland"),
        Signatory(name="Mira Dask", span=AT),
    )
    entities = (
        Entity(id="e1", type=EntityType.PLACE, name="Франция"),
        Entity(id="e2", type=EntityType.PLACE, name="Orlomir"),
        Entity(id="e3", type=EntityType.PERSON, name="Chad"),
    )
    found = marked(Facet.COUNTRY, signatories=signatories, entities=entities)
    assert found == ["Tavland", "France"]


def test_one_country_has_one_label_in_all_languages():
    assert country("Германия") == country("Germany") == country("GERMANY")
    assert country("Zarvenia") != country("Tavland")


def test_says_nothing_that_the_document_does_not():
    assert marked(Facet.KIND, kind=Kind.PETITION) == ["petition"]
    assert marked(Facet.LANGUAGE) == []
    assert marked(Facet.YEAR) == []
    assert marked(Facet.COUNTRY) == []
    assert marked(Facet.TAG, tags=(tag("…"),)) == []
