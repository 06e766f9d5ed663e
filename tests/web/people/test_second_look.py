"""Doubts that a later letter settles, and those that it does not."""

from dataclasses import replace

import pytest
from tests.web.conftest import NOW

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.web.archive.adding import add_reading
from habeas.web.people.models import Appearance
from habeas.web.sources import access as sources
from habeas.web.sources.log import Hand

HAND = Hand("ana", NOW)
CHILDREN = """Open letter from the daughter and son of Marat Tulebek

Dear Prime Minister,

Our father was arrested in 2019. In May our mother was taken from Sundhavia.

Aigul Tulebek
Timur Tulebek
"""
AGAIN = CHILDREN.replace("Timur", "Timur Asanovich").replace("In May", "In June")
WIFE = """Open letter to the Prime Minister of Sundhavia

My name is Hana Sorok. In 2019 the police arrested my husband, Marat Tulebek. I fear for him.

Hana Sorok
"""
SECOND = WIFE.replace("Hana Sorok", "Ines Dorand")


def add(archive, *texts):
    """Add letters."""
    for text in texts:
        reading = read_document(from_text(text))
        document = replace(reading.document, data=text.encode())
        add_reading(archive, replace(reading, document=document), HAND)


def who(name):
    """Return the people whom letters describe or name so."""
    rows = Appearance.objects.select_related("entity", "document")
    return {
        row.entity.number
        for row in rows
        for one in sources.reading(row.document_id).entities
        if one.id == row.local and one.name.startswith(name)
    }


MOTHER = "[unnamed] mother of Aigul Tulebek"


def test_the_wife_is_taken_for_the_mother_of_the_children(archive):
    add(archive, CHILDREN, WIFE)
    assert who(MOTHER) == who("Hana Sorok")


@pytest.mark.parametrize("order", [(CHILDREN, AGAIN), (AGAIN, CHILDREN)])
def test_neither_of_two_wives_is_without_a_rival(archive, order):
    add(archive, WIFE, SECOND, *order)
    assert len(who(MOTHER)) == 1
    assert not who(MOTHER) & (who("Hana Sorok") | who("Ines Dorand"))
