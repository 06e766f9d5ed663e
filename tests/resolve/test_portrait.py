"""Portraits: drawn from readings, joined, bounded, and through JSON and back."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.portrait_samples import body, kin, named, office, person

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.model import EntityType
from habeas.resolve import Portrait, blocking, judge, portraits
from habeas.resolve.office import Office
from habeas.resolve.portrait import Kin
from habeas.resolve.printed import best_name

_words = st.text("abcdeабвг ", min_size=1, max_size=6)
_counts = st.dictionaries(_words, st.integers(1, 5), max_size=60)
_offices = st.builds(
    Office,
    head=_words,
    place=st.none() | _words,
    year=st.none() | st.integers(1990, 2030),
    past=st.booleans(),
    sole=st.booleans(),
)
_any = st.builds(
    Portrait,
    type=st.sampled_from(EntityType),
    names=_counts,
    descriptions=_counts,
    offices=st.lists(_offices, max_size=20).map(tuple),
    kin=st.lists(st.builds(Kin, _words, _words), max_size=20).map(tuple),
    genders=st.dictionaries(st.sampled_from("fm"), st.integers(1, 5)),
    around=_counts,
    places=_counts,
)


@given(_any)
def test_json_and_back(portrait: Portrait) -> None:
    assert Portrait.from_json(json.loads(json.dumps(portrait.as_json()))) == portrait


@given(_any, _any)
def test_joining_is_the_same_in_either_order(one: Portrait, other: Portrait) -> None:
    assert one.join(other) == other.join(one)


@given(_any, _any)
def test_a_joint_portrait_is_bounded(one: Portrait, other: Portrait) -> None:
    both = one.join(other)
    assert len(both.names) <= 40
    assert len(both.around) <= 48
    assert len(both.kin) <= 16 >= len(both.offices)
    assert len(json.dumps(both.as_json())) < 20_000


@given(_any, _any)
def test_joining_invents_nothing(one: Portrait, other: Portrait) -> None:
    both = one.join(other)
    assert all(
        count == one.names.get(name, 0) + other.names.get(name, 0)
        for name, count in both.names.items()
    )
    assert set(both.kin) <= {*one.kin, *other.kin}


def test_ten_thousand_appearances_keep_what_is_printed_most() -> None:
    whole = person("Marat Tulebek")
    for number in range(200):
        whole = whole.join(person("Marat Tulebek", f"Marat Tulebek{chr(97 + number % 26)}{number}"))
    assert len(whole.names) == 40
    assert next(iter(whole.names)) == "Marat Tulebek"


TITLES = {
    "Marat Asanovich Tulebek": {
        "Marat Tulebek": 9,
        "Tulebek": 20,
        "Marat Asanovich Tulebek": 1,
        "M. Tulebek": 3,
    },
    "Hana Sorok": {"HANA SOROK": 5, "Hana Sorok": 1},
    "Ines Dorand": {"Ines Dorand": 30, "Ines Dorand Speaks": 1, "Dorand": 60},
    "Hana Orlina": {"Hanа Orlina": 3, "Hana Orlina": 1},  # the first with a Cyrillic а
    "Хана Орлин": {"Ханом Орлиным": 4, "Хана Орлин": 1},
    "Zh. Orlina": {"Orlina": 4, "Zh. Orlina": 1},
}


@pytest.mark.parametrize("title", TITLES)
def test_the_name_to_show(title: str) -> None:
    assert best_name(TITLES[title], person=True) == title


def test_a_body_is_shown_as_it_is_printed_most() -> None:
    names = {"Lantern Circle": 4, "Lantern Circle Open Ports Appeal": 1}
    assert best_name(names, person=False) == "Lantern Circle"


def test_without_a_name_the_description_is_shown() -> None:
    assert person(descriptions={"wife of Marat Tulebek": 2}).title == "wife of Marat Tulebek"
    assert person().title == ""


@pytest.mark.parametrize(
    ("genders", "gender"),
    [({}, None), ({"f": 1}, "f"), ({"m": 4, "f": 1}, "m"), ({"m": 2, "f": 1}, None)],
)
def test_a_gender_needs_words_that_agree(genders: Mapping[str, int], gender: str | None) -> None:
    assert person("Marat", genders=genders).gender == gender


LETTER = """Tavmark, 3 May 2021

Dear Prime Minister,

My name is Hana Sorok. In 2019 the police arrested my husband, Marat Tulebek, a fisherman.
Judge Pavel Orlin sentenced Marat Tulebek to six years. Mr Tulebek is ill. The Minister of Justice
of France, Ines Dorand, was told. In Paris the Government of France said nothing.

Hana Sorok
"""


@pytest.fixture(scope="module")
def drawn() -> dict[str, Portrait]:
    """Return the portraits of a letter by their titles."""
    reading = read_document(from_text(LETTER))
    return {one.title: one for one in portraits(reading).values()}


def test_a_portrait_has_names_kin_gender_and_company(drawn: dict[str, Portrait]) -> None:
    found = drawn["Marat Tulebek"]
    assert found.names["Marat Tulebek"] == 2
    assert Kin("spouse_of", "Hana Sorok") in found.kin
    assert found.gender == "m"
    assert {"Hana Sorok", "Pavel Orlin"} <= found.around.keys()
    assert "Marat Tulebek" not in found.around


def test_a_portrait_has_offices_with_the_year_of_writing(drawn: dict[str, Portrait]) -> None:
    held = {(one.head, one.field, one.place, one.year) for one in drawn["Ines Dorand"].offices}
    assert ("minister", "justice", "france", 2021) in held


def test_a_body_has_its_country(drawn: dict[str, Portrait]) -> None:
    assert "France" in drawn["Government of France"].places


def test_full_names_come_before_single_words_and_descriptions() -> None:
    reading = read_document(from_text(LETTER))
    order = [bool(one.names) for one in portraits(reading).values()]
    assert order == sorted(order, reverse=True)


def test_nothing_is_printed_in_a_portrait_that_is_not_in_the_letter() -> None:
    reading = read_document(from_text(LETTER))
    text = " ".join(LETTER.split())
    for portrait in portraits(reading).values():
        assert all(name in text for name in portrait.names), portrait.names


SHARED = [
    (person("Marat Tulebek"), person("Тулебека Марата")),
    (person("Marat Tulebek"), person("Tulebek")),
    (person("Marat Tulebek"), person("M. Tulebek")),
    (person("Marat Tulebek"), person("Marat")),
    (person("Zhanna Orlina"), person("Jeanna Orline")),
    (person("Pavel Grigorjev"), person("Pavel Grigoriev")),
    (
        person("Hana Sorok", kin=kin("spouse_of", "Marat Tulebek")),
        person(kin=kin("spouse_of", "M. Tulebek")),
    ),
    (
        person("Marat Tulebek", offices=(office("president"),)),
        person(offices=(office("president", place="Тавланд"),)),
    ),
    (body("Lantern Circle"), body("The Lantern Circle for Open Ports")),
    (body("Eastern Tide Watch"), body("ETW")),
    (named(EntityType.PLACE, "Hestrand"), named(EntityType.PLACE, "Хестранде")),
    (named(EntityType.PLACE, "UK"), named(EntityType.PLACE, "Великобритании")),
    (person("Lantern Circle"), body("Lantern Circle")),
]
APART = [
    (person("Hestrand"), named(EntityType.PLACE, "Hestrand")),
    (body("Hestrand"), named(EntityType.PLACE, "Hestrand")),
    (person("Marat Tulebek"), person("Hana Sorok")),
    (person(descriptions={"four men": 2}), person(descriptions={"four men": 2})),
]


@pytest.mark.parametrize(("one", "other"), SHARED)
def test_two_that_may_be_one_share_a_key(one: Portrait, other: Portrait) -> None:
    assert blocking(one) & blocking(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_others_share_none(one: Portrait, other: Portrait) -> None:
    assert not blocking(one) & blocking(other)


@given(_any)
def test_the_keys_are_few(portrait: Portrait) -> None:
    assert len(blocking(portrait)) <= 18


_odd = st.text(st.sampled_from("aZж.—-’ \t1(№李김ع\u0301\u200b&"), min_size=1, max_size=12)
_strange = st.builds(
    Portrait,
    type=st.sampled_from(EntityType),
    names=st.dictionaries(_odd, st.integers(1, 5), max_size=6),
    offices=st.lists(_offices, max_size=3).map(tuple),
    kin=st.lists(st.builds(Kin, st.just("spouse_of"), _odd), max_size=3).map(tuple),
    around=st.dictionaries(_odd, st.integers(1, 5), max_size=6),
    places=st.dictionaries(_odd, st.integers(1, 5), max_size=3),
)


@given(_strange, _strange, st.booleans())
def test_whatever_was_read_can_be_judged(one: Portrait, other: Portrait, together: bool) -> None:
    found = judge(one, other, together=together)
    assert 0 <= found.score <= 1
    assert isinstance(one.join(other).title, str)
    assert all(isinstance(key, str) for key in blocking(one))
