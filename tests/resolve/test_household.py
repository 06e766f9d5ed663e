"""Ties of kin that follow from others, and those that do not."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.resolve import portraits
from habeas.resolve.household import Bond, bonds, compose
from habeas.resolve.portrait import Portrait, Way

TURNED = {"child_of": "parent_of", "parent_of": "child_of"}
GENDERS = {"marat": "m", "asan": "m", "hana": "f", "ines": "f", "zoya": "f"}
type Tie = tuple[str, str, str]


def both(ties: Iterable[Tie]) -> list[Bond]:
    """Return ties from both ends."""
    found = [Bond(relation, one, other) for one, relation, other in ties]
    return [*found, *(Bond(TURNED.get(b.relation, b.relation), b.other, b.one) for b in found)]


def composed(ties: Iterable[Tie]) -> set[tuple[str, str, str, str]]:
    """Return what is composed of stated ties, from the end that stands first in the alphabet."""
    return {
        (one.one, one.relation, one.other, one.way)
        for one in compose(both(ties), GENDERS)
        if one.relation in ("spouse_of", "child_of")
        and (one.one < one.other or "child" in one.relation)
    }


FOLLOWS: dict[str, tuple[set[Tie], set[tuple[str, str, str, str]]]] = {
    "the mother of a man's child": (
        {("pavel", "child_of", "marat"), ("hana", "parent_of", "pavel")},
        {("hana", "spouse_of", "marat", "children")},
    ),
    "a mother and a parent of no told gender": (
        {("pavel", "child_of", "kim"), ("hana", "parent_of", "pavel")},
        set(),
    ),
    "two fathers": (
        {("pavel", "child_of", "marat"), ("asan", "parent_of", "pavel")},
        set(),
    ),
    "a mother, a stepmother and a father": (
        {
            ("pavel", "child_of", "marat"),
            ("hana", "parent_of", "pavel"),
            ("ines", "parent_of", "pavel"),
        },
        set(),
    ),
    "the mother of a man's child, who has another wife": (
        {
            ("pavel", "child_of", "marat"),
            ("hana", "parent_of", "pavel"),
            ("ines", "spouse_of", "marat"),
        },
        set(),
    ),
    "the mother of a man's child, who has another husband": (
        {
            ("pavel", "child_of", "marat"),
            ("hana", "parent_of", "pavel"),
            ("hana", "spouse_of", "asan"),
        },
        set(),
    ),
    "a couple that is stated": (
        {
            ("pavel", "child_of", "marat"),
            ("hana", "parent_of", "pavel"),
            ("hana", "spouse_of", "marat"),
        },
        set(),
    ),
    "a sister of a man's child": (
        {("pavel", "child_of", "marat"), ("zoya", "sibling_of", "pavel")},
        {("zoya", "child_of", "marat", "sibling")},
    ),
    "a sister whose father is told": (
        {
            ("pavel", "child_of", "marat"),
            ("zoya", "sibling_of", "pavel"),
            ("zoya", "child_of", "asan"),
        },
        set(),
    ),
    "a child of a man's wife": (
        {("zoya", "child_of", "hana"), ("hana", "spouse_of", "marat")},
        {("zoya", "child_of", "marat", "marriage")},
    ),
    "a child of a man with two wives": (
        {
            ("zoya", "child_of", "marat"),
            ("hana", "spouse_of", "marat"),
            ("ines", "spouse_of", "marat"),
        },
        set(),
    ),
    "a brother of a man's wife": (
        {("asan", "sibling_of", "hana"), ("hana", "spouse_of", "marat")},
        set(),
    ),
    "two husbands who are children of one wife": (
        {
            ("marat", "spouse_of", "hana"),
            ("asan", "spouse_of", "hana"),
            ("marat", "child_of", "hana"),
            ("asan", "child_of", "hana"),
        },
        set(),
    ),
    "a sister of two of a man's children": (
        {
            ("pavel", "child_of", "marat"),
            ("zoya", "sibling_of", "pavel"),
            ("zoya", "sibling_of", "ines"),
            ("ines", "child_of", "marat"),
        },
        {("zoya", "child_of", "marat", "sibling")},
    ),
    "other kin": ({("zoya", "relative_of", "marat"), ("hana", "spouse_of", "marat")}, set()),
}


@pytest.mark.parametrize("case", FOLLOWS)
def test_what_follows(case: str) -> None:
    ties, expected = FOLLOWS[case]
    assert composed(ties) == expected


_people = st.sampled_from([*GENDERS, "pavel", "kim"])
_relations = st.sampled_from(["spouse_of", "child_of", "parent_of", "sibling_of", "relative_of"])
_ties = st.sets(st.tuples(_people, _relations, _people), max_size=12)


@given(_ties)
def test_what_follows_is_marked_new_and_of_two(ties: set[Tie]) -> None:
    stated = both(ties)
    found = compose(stated, GENDERS)
    known = {(one.one, one.other) for one in stated}
    for one in found:
        assert one.way.derived
        assert (one.one, one.other) not in known
        assert one.one != one.other
        assert Bond(TURNED.get(one.relation, one.relation), one.other, one.one, one.way) in found


@given(_ties)
def test_the_order_of_the_ties_does_not_matter(ties: set[Tie]) -> None:
    stated = both(sorted(ties))
    assert set(compose(stated, GENDERS)) == set(compose(stated[::-1], GENDERS))


def test_of_a_clan_nothing_is_composed() -> None:
    clan = [("zoya", "sibling_of", f"p{number}") for number in range(40)]
    assert compose(both([*clan, ("p1", "child_of", "marat")]), GENDERS) == []


def drawn(text: str) -> dict[str, Portrait]:
    """Return the portraits of a letter by their titles."""
    return {one.title: one for one in portraits(read_document(from_text(text))).values()}


def ties(portrait: Portrait) -> set[tuple[str, str, Way]]:
    """Return the ties of a portrait."""
    return {(kin.relation, kin.other, kin.way) for kin in portrait.kin}


CHILDREN = """Open letter from the daughter and son of Marat Tulebek

Dear Prime Minister,

Our father was arrested in 2019. In May our mother and little sister were taken from Sundhavia.

Aigul Tulebek
Timur Tulebek
"""
WIVES = """Tavmark, 3 May 2021

The police arrested Marat Tulebek in 2019. {} was questioned for two days.
"""


def test_a_letter_by_the_children_tells_of_a_wife() -> None:
    found = drawn(CHILDREN)
    mother = found["mother of Aigul Tulebek and Timur Tulebek"]
    assert ("spouse_of", "Marat Tulebek", Way.CHILDREN) in ties(mother)
    assert ("parent_of", "Timur Tulebek", Way.STATED) in ties(mother)
    sister = found["sister of Aigul Tulebek and Timur Tulebek"]
    assert ("child_of", "Marat Tulebek", Way.SIBLING) in ties(sister)


@pytest.mark.parametrize(
    ("phrase", "way"),
    {
        "Marat Tulebek’s wife": Way.STATED,
        "Marat Tulebek’s former wife": Way.SEVERAL,
        "His second wife": Way.SEVERAL,
    }.items(),
)
def test_a_wife_of_several_is_marked(phrase: str, way: Way) -> None:
    found = drawn(WIVES.format(phrase))
    assert {one.way for one in found["wife of Marat Tulebek"].kin} == {way}


def test_a_stepfather_is_no_link() -> None:
    text = CHILDREN.replace("Our father", "Our stepfather").replace(
        "daughter and son", "stepdaughter and stepson"
    )
    assert not [kin for one in drawn(text).values() for kin in one.kin if kin.derived]


def test_two_named_wives_make_both_one_of_several() -> None:
    text = """Tavmark, 3 May 2021

Hana Sorok is the wife of Marat Tulebek. Ines Dorand is the wife of Marat Tulebek.
"""
    reading = read_document(from_text(text))
    found = [one.way for one in bonds(reading, {}) if one.relation == "spouse_of"]
    assert found
    assert set(found) == {Way.SEVERAL}
