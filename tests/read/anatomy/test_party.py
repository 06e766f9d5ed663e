"""Addressees: an office, a name or both, in several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.anatomy.declension import nominative
from habeas.read.anatomy.party import read_parties

# The phrase; then (name, office) of each addressee.
PRINTED = {
    "Prime Minister of Norland Mr Aren Tolvi": [("Aren Tolvi", "Prime Minister of Norland")],
    "President of Norland, Sorin Valk": [("Sorin Valk", "President of Norland")],
    "Sorin Valk, President of Norland": [("Sorin Valk", "President of Norland")],
    "President Valk": [("Valk", "President")],
    "the Prime Minister of Norland": [("", "Prime Minister of Norland")],
    "Ms Helle Aronsen": [("Helle Aronsen", "")],
    "Minister of Justice Helle Aronsen": [("Helle Aronsen", "Minister of Justice")],
    "Minister of Foreign Affairs": [("", "Minister of Foreign Affairs")],
    "President Valk and Prime Minister Tolvi": [("Valk", "President"), ("Tolvi", "Prime Minister")],
    "président Sorin Valk": [("Sorin Valk", "président")],
    "Сорин Вальк Президент США": [("Сорин Вальк", "Президент США")],
    "президенту Казахстана Сорину Вальку": [("Сорину Вальку", "президенту Казахстана")],
    "Bundeskanzlerin Grete Holm": [("Grete Holm", "Bundeskanzlerin")],
    "Ministry of Justice": [("", "Ministry of Justice")],
}
NAMES = {
    "Елены Роговой": "Елена Рогова",
    "Ивана Петрова": "Иван Петров",
    "Ивану Ивановичу Петрову": "Иван Иванович Петров",
    "Андрею Сорокину": "Андрей Сорокин",
    "Марии Лодыгиной": "Мария Лодыгина",
    "ОЛЬГИ РОГОВОЙ": "ОЛЬГА РОГОВА",
    "Ann Roe": "Ann Roe",
}


@pytest.mark.parametrize(("phrase", "expected"), PRINTED.items())
def test_parts_a_name_from_an_office(phrase: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (
            phrase[slice(*one.name)] if one.name else "",
            phrase[slice(*one.office)] if one.office else "",
        )
        for one in read_parties(phrase)
    ]
    assert found == expected


@pytest.mark.parametrize(("oblique", "straight"), NAMES.items())
def test_brings_a_russian_name_to_the_nominative(oblique: str, straight: str) -> None:
    assert nominative(oblique) == straight


@given(st.text(max_size=100))
def test_every_place_is_in_the_phrase(phrase: str) -> None:
    for one in read_parties(phrase):
        for place in (one.whole, one.name, one.office):
            assert place is None or 0 <= place[0] < place[1] <= len(phrase)
