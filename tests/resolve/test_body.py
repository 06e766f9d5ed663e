"""Names of invented companies and other bodies."""

import pytest

from habeas.model import EntityType
from habeas.resolve import How, compare, keys
from habeas.resolve.body import is_body

SAME_BODY = {
    ("Orlin Metals Aktiengesellschaft", "Orlin Metals AG"): How.EQUAL,
    ("Orlin Metals p.l.c.", "Orlin Metals plc"): How.EQUAL,
    ("OOO Zarya Trud", "Zarya Trud Limited Liability Company"): How.EQUAL,
    ("ООО «Заря»", "Zarya LLC"): How.SCRIPT,
    ("Orlin Metals", "Orlin Metals Ltd"): How.EXTRA,
    ("The Marlow Company", "Marlow Co."): How.EQUAL,
    ("Ministry of Justice", "Justice Ministry"): How.EQUAL,
    ("Open Harbour Relief Committee", "OHRC"): How.ACRONYM,
    ("GoodHarbour Inc.", "Good Harbour Inc."): How.TOGETHER,
    ("Harbour Labour Union", "Harbour Labor Union"): How.EQUAL,
    ("First Harbour Bank", "1st Harbour Bank"): How.EQUAL,
    ("Orlin & Sons", "Orlin and Sons"): How.EQUAL,
    ("Krystalin Works", "Kristalin Works"): How.SOUNDS,
}
OTHER_BODY = {
    ("Orlin Metals of Ostra", "Orlin Metals of Vesta"): How.EXTRA,
    ("Harbour Fund VII", "Harbour Fund IX"): How.NUMBER,
    ("Government of Ostra", "Government of Vestania"): How.EXTRA,
    ("Orlin Ltd", "Marlow Ltd"): How.EXTRA,
    ("…", "Marlow Ltd"): How.EMPTY,
}


@pytest.mark.parametrize(("names", "how"), SAME_BODY.items())
def test_bodies_that_agree(names, how):
    found = compare(*names, kind=EntityType.ORGANIZATION)
    assert found.same
    assert how in {reason.how for reason in found.reasons}


@pytest.mark.parametrize(("names", "how"), OTHER_BODY.items())
def test_bodies_that_do_not_agree(names, how):
    found = compare(*names, kind=EntityType.PUBLIC_BODY)
    assert not found.same
    assert how in {reason.how for reason in found.reasons}


BODIES = [
    "Orlin Metals Ltd",
    "Фонд Заря",
    "Marlow University",
    "AO Zarya",
    "OOO ZARYA",
    "Zarya A.O.",
]
PEOPLE = ["Marat Tulebek", "Saif ad Karim", "Se Min Park", "SE MIN PARK", "Co", "M. A. Tulebek"]


@pytest.mark.parametrize("name", BODIES)
def test_the_words_of_a_name_tell_that_it_is_a_bodys(name):
    assert is_body(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_syllables_of_peoples_names_are_no_legal_forms(name):
    assert not is_body(name)


def test_without_a_kind_the_words_decide():
    names = ("Orlin Metals Ltd", "Orlin Metals AG")
    assert compare(*names) == compare(*names, kind=EntityType.ORGANIZATION)
    names = ("Marat Tulebek", "M. Tulebek")
    assert compare(*names) == compare(*names, kind=EntityType.PERSON)


@pytest.mark.parametrize("names", [n for n, how in SAME_BODY.items() if how is not How.ACRONYM])
def test_bodies_that_agree_share_a_key(names):
    one, other = (keys(name, kind=EntityType.ORGANIZATION) for name in names)
    assert one & other
