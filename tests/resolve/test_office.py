"""Offices of invented countries, read out of printed roles."""

import pytest

from habeas.resolve.office import Office, Tie, compare_offices, is_title, read_office

ROLES = {
    "the Minister of Justice": ("minister", "justice", None, False, True),
    "former Minister of Justice of France": ("minister", "justice", "france", True, True),
    "министр юстиции Казахстана": ("minister", "justice", "kazakhstan", False, True),
    "Ministre de la Justice": ("minister", "justice", None, False, True),
    "President of the Republic of Kazakhstan": ("president", "", "kazakhstan", False, True),
    "French Foreign Minister": ("minister", "foreign", "france", False, True),
    "Deputy Prosecutor General": ("deputy prosecutor general", "", None, False, False),
    "Prime Minister": ("prime minister", "", None, False, True),
    "judge": ("judge", "", None, False, False),
}
NO_OFFICES = (
    "the brother-in-law of Prime Minister Orlin",
    "my sister",
    "an aide to the President",
    "",
)


def office(head: str = "president", place: str | None = "Tavland", **rest: object) -> Office:
    """Return an office that one person holds, of 2020."""
    return Office(**{"head": head, "place": place, "year": 2020, "sole": True, **rest})  # type: ignore[arg-type]


TIES = [
    (office(), office(), Tie.SAME),
    (office(), office(year=2021), Tie.SAME),
    (office(), office(place="Тавланда"), Tie.SAME),
    (office(), office(year=2013), Tie.MAYBE),
    (office(), office(past=True), Tie.MAYBE),
    (office(), office(place=None), Tie.MAYBE),
    (office(), office(place="Kelmark"), Tie.OTHER),
    (office("judge", sole=False), office("judge", sole=False), Tie.MAYBE),
    (office(), office("minister", field="justice"), Tie.CLASH),
    (office(), office("minister", field="justice", year=2013), Tie.OTHER),
    (office(), office("minister", field="justice", past=True), Tie.OTHER),
    (office(), office("minister", place=None), Tie.OTHER),
]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_names_an_office(role: str) -> None:
    found = read_office(role)
    assert found is not None
    assert (found.head, found.field, found.place, found.past, found.sole) == ROLES[role]


@pytest.mark.parametrize("role", NO_OFFICES)
def test_who_stands_beside_an_office_does_not_hold_it(role: str) -> None:
    assert read_office(role) is None


def test_a_place_that_no_table_knows_comes_from_the_document() -> None:
    found = read_office("President of Tavland", "Tavland", 2021)
    assert found == Office(head="president", place="Tavland", year=2021, sole=True)


@pytest.mark.parametrize(("one", "other", "tie"), TIES)
def test_how_two_offices_stand(one: Office, other: Office, tie: Tie) -> None:
    assert compare_offices(one, other) is compare_offices(other, one) is tie


@pytest.mark.parametrize(
    ("name", "title"),
    [("Prime Minister", True), ("Президент", True), ("Premier ministre", True), ("Orlin", False)],
)
def test_a_bare_title_is_no_name(name: str, title: bool) -> None:
    assert is_title(name) is title


def test_an_office_survives_its_json() -> None:
    for row in TIES:
        assert Office.from_json(row[0].as_json()) == row[0]
