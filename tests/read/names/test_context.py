"""What the words around a name say of it, in letters of lands that no list knows."""

import pytest
from tests.read.names.reading import kinds, named

from habeas.read.names.context import around

KINDS = {
    "They deported Orin Vasko to Tarmund last week.": ("Tarmund", "Place"),
    "The government of Belgravel said that it knew nothing of it.": ("Belgravel", None),
    "He wrote to the President of Belgravel about the trial.": ("Belgravel", "Place"),
    "They drowned near the river Ostel in the spring.": ("Ostel", "Place"),
    "She is the editor of The Windmill and writes every week.": ("The Windmill", "Organization"),
    "It was printed by Marsh Lantern, a weekly newspaper.": (
        "Marsh Lantern",
        "Organization",
    ),
    "The Prosecutor General of Belgravel, Yefim Tarkov, promised it.": ("Yefim Tarkov", "Person"),
}
FORMS = {
    "He was moved to Penal Colony No. 7 in the north.": "Penal Colony No. 7",
    "It violates the 1951 Refugee Convention in every point.": "1951 Refugee Convention",
    "We wrote to the authorities of Belgravel about her.": "authorities of Belgravel",
    "The Belgravian authorities arrested her again.": "Belgravian authorities",
}
BARE = {
    "The Belgravel High Court on Friday heard the case of Orin Vasko.": "Belgravel High Court",
    "The Tarmund Congress of Trade Unions wrote to us.": "Tarmund Congress of Trade Unions",
}
NO_NAMES = [
    "P.S. I am well, and I was told that in January it will be decided.",
    "Article 3 forbids it, as Chapter 4 and Page 12 say.",
]


@pytest.mark.parametrize(("text", "expected"), KINDS.items())
def test_tells_a_name_by_what_stands_around_it(text: str, expected: tuple[str, str | None]) -> None:
    name, kind = expected
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(("text", "form"), FORMS.items())
def test_takes_the_whole_of_a_name(text: str, form: str) -> None:
    assert form in [printed for forms in named(text).values() for printed in forms]


@pytest.mark.parametrize(("text", "name"), BARE.items())
def test_takes_no_weekday_into_a_name(text: str, name: str) -> None:
    assert kinds(text)[name] in ("PublicBody", "Organization")


@pytest.mark.parametrize("text", NO_NAMES)
def test_takes_no_month_or_heading_for_a_name(text: str) -> None:
    assert kinds(text) == {}


def test_decides_once_for_all_the_places_of_a_name() -> None:
    text = (
        "Tarmund gave him up. He was flown from Tarmund at night. "
        "The embassy of Tarmund is silent, and nobody in Tarmund knows why."
    )
    assert kinds(text)["Tarmund"] == "Place"


def test_reads_the_land_and_group_beside_a_member() -> None:
    text = "The letter was begun by Ana SOLVANG (Tarmund; GRN) and Per HOLM (Belgravel; LIB/D)."
    assert kinds(text)["Tarmund"] == kinds(text)["Belgravel"] == "Place"
    assert kinds(text)["LIB/D"] == "Organization"


def test_says_nothing_of_a_name_that_stands_alone() -> None:
    assert list(around("Tarmund", 0, 7)) == []
