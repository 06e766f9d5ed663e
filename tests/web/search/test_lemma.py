"""Of which word a printed word is a form."""

import pytest

from habeas.web.search.lemma import is_listed, known, lemma, lemmas

LEMMAS = {
    ("deported", "en"): "deport",
    ("Children", "en"): "child",
    ("жену", "ru"): "жена",
    ("арестован", "ru"): "арестовать",
    ("arrêter", "fr"): "arreter",
    ("Velkarov", "en"): None,
    ("Велькарова", "ru"): None,
    ("жену", "en"): None,
    ("deported", "ru"): None,
    ("deported", "kk"): None,
    ("2014", "en"): None,
}


@pytest.mark.parametrize(("word", "found"), LEMMAS.items())
def test_says_of_which_word_it_is_a_form(word, found):
    assert lemma(*word) == found


def test_looks_into_every_language_that_is_written_so():
    assert lemmas("portes", ["en", "fr", "ru"]) == {"porte"}
    assert lemmas("жену", ["en", "ru"]) == {"жена"}
    assert lemmas("Velkarov", ["en", "ru"]) == frozenset()


def test_knows_languages_by_other_names():
    assert known("sr") == known("hr") == "hbs"
    assert known(None) == "en"
    assert known("kk") == "kk"


LISTED = {("court", "en"): True, ("Court", "en"): True, ("Quendarov", "en"): False}
LISTED |= {("суд", "ru"): True, ("Квендаров", "ru"): False, ("суд", "en"): False}


@pytest.mark.parametrize(("word", "listed"), LISTED.items())
def test_says_what_a_dictionary_lists(word, listed):
    assert is_listed(*word) is listed
