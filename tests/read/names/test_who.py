"""Whom words denote: pronouns, kin, offices, lists."""

import pytest
from tests.read.names.reading import read, who

from habeas.read.names.spelling import agree, near, parts, place_key
from habeas.read.names.vocabulary import gender_of

LETTER = """To the Prime Minister of Malta, Ms Vera Sorrin

Dear Prime Minister,

We ask you to free our father, Anton Vesnin.
Our mother, Olga Vesnina, wrote to you in May. She is ill.

Yours sincerely,

Marta Vesnina
"""
DENOTED = {
    "Anton Vesnin was arrested. He was beaten.": ("He", {"Anton Vesnin"}),
    "Anton Vesnin wrote to Marta Kolm. She was beaten.": ("She", {"Marta Kolm"}),
    "Anton Vesnin and Marta Kolm were arrested. They were beaten.": (
        "They",
        {"Anton Vesnin", "Marta Kolm"},
    ),
    "Anton Vesnin met Marta Kolm in Malta.": ("Vesnin", {"Anton Vesnin"}),
    "Anton Vesnin and Marta Kolm left.": ("Vesnin", {"Anton Vesnin", "Marta Kolm"}),
    "Anton Vesnin, who was beaten, left.": ("who", {"Anton Vesnin"}),
    "Anton Vesnin was freed. His wife Marta Kolm waited.": ("wife", {"Marta Kolm"}),
    "Marta Kolm, Anton Vesnin’s wife, waited. Her husband was freed.": (
        "husband",
        {"Anton Vesnin"},
    ),
    "President Anton Vesnin spoke in Malta. The President left.": ("President", {"Anton Vesnin"}),
    "The Maltese authorities knew. The authorities lied.": ("authorities", {"Maltese authorities"}),
    "Some people came. They left.": ("They", set()),
}


@pytest.mark.parametrize(("text", "denoted"), DENOTED.items())
def test_a_word_denotes(text, denoted):
    word, expected = denoted
    assert who(text, word, last=True) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    {
        "We": {"author"},
        "you": {"Vera Sorrin"},
        "father": {"Anton Vesnin"},
        "mother": {"Olga Vesnina"},
        "She": {"Olga Vesnina"},
    }.items(),
)
def test_a_letter_speaks_of_its_own_people(word, expected):
    assert who(LETTER, word) == expected


def test_a_quotation_has_its_own_speaker():
    sheet, names = read("Marta Kolm said: “I was beaten in prison.”")
    passage = next(sheet.parsed())
    token = next(token for token in passage.doc or () if token.text == "I")
    speaker = (next(one.id for one in names.entities if one.name == "Marta Kolm"),)
    assert names.who(passage, token, speaker=speaker) == speaker
    assert names.who(passage, token) == ()


def test_an_unnamed_kinsman_enters_with_the_phrase():
    _, names = read("Anton Vesnin was freed. His daughter waited. His daughter wept.")
    one = next(one for one in names.entities if not one.mentions)
    assert (one.name, len(one.references)) == ("[unnamed] daughter of Anton Vesnin", 2)
    assert [(r.type, r.source) for r in names.relations] == [("child_of", one.id)]


def test_an_entity_is_found_at_its_place():
    _, names = read("Anton Vesnin was arrested in Malta.")
    for one in names.entities:
        assert [names.entity_at(span) for span in one.mentions] == [one.id]


SAME = {
    ("Anton Vesnin", "Vesnin Anton"): 3,
    ("Anton Vesnin", "A. Vesnin"): 2,
    ("Anton Vesnin", "Vesnin"): 2,
    ("Anton Vesnin", "Anton"): 1,
    ("Anton Vesnin", "Vera Vesnina"): 0,
    ("Anton Vesnin", "B. Vesnin"): 0,
    ("Tamboev", "Tambaev"): 3,
    ("Vesnin", "Vesnina"): 0,
    ("Антона Веснина", "Антон Веснин"): 3,
}


@pytest.mark.parametrize(("pair", "worth"), SAME.items())
def test_names_agree(pair, worth):
    one, other = map(parts, pair)
    assert agree(one, other) == agree(other, one) == worth


def test_a_womans_form_is_another_name():
    assert not near("vesnin", "vesnina")
    assert near("nazarenko", "nazarenka")


@pytest.mark.parametrize(
    ("name", "gender"),
    {"Marta Kolm": "f", "Anton Kolm": "m", "X. Vesnova": "f", "Kolm": None}.items(),
)
def test_a_name_shows_a_gender_or_none(name, gender):
    assert gender_of(name) == gender


@pytest.mark.parametrize("name", ["Malta", "Мальты", "Malte", "MALTA"])
def test_a_country_has_one_key(name):
    assert place_key(name) == "malta"


@pytest.mark.parametrize("text", ["Mother of two", "Daughter and son", "The child", "Our brothers"])
def test_kin_alone_on_a_line_ends(text):
    _, names = read(f"{text}\n\nAnton Vesnin was freed and went home to Malta.")
    assert "Anton Vesnin" in [one.name for one in names.entities]


def test_a_signatory_is_the_kin_who_writes():
    _, names = read(f"Open letter from the daughter of Anton Vesnin\n\n{LETTER}")
    stated = {(r.type, names.get(r.source).name, names.get(r.target).name) for r in names.relations}
    assert ("child_of", "Marta Vesnina", "Anton Vesnin") in stated


def test_an_office_is_a_relation():
    _, names = read("Marta Kolm, head of the Harbour Relief Foundation, was freed.")
    stated = {(r.type, names.get(r.source).name, names.get(r.target).name) for r in names.relations}
    assert stated == {("leader_of", "Marta Kolm", "Harbour Relief Foundation")}
