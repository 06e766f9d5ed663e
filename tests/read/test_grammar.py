"""Who does it, to whom, and where a phrase ends."""

import pytest

from habeas.read import grammar
from habeas.read.pipeline import parser


def word(sentence, text):
    return next(token for token in parser("en")(sentence) if token.text == text)


SUBJECTS = {
    ("The police arrested the poet.", "arrested"): "police",
    ("The poet was arrested and sentenced to death.", "sentenced"): "poet",
    ("Guards who beat the poet laughed.", "beat"): "Guards",
    ("The court ordered the guards to leave.", "leave"): "guards",
    ("The guards came, shouting loudly.", "shouting"): "guards",
    ("It rained.", "It"): None,
}


@pytest.mark.parametrize(("place", "expected"), SUBJECTS.items())
def test_finds_who_it_is_said_of(place, expected):
    found = grammar.subject(word(*place))
    assert (found and found.text) == expected


PASSIVES = {
    ("The poet was arrested.", "arrested"): True,
    ("The poet was arrested and beaten.", "beaten"): True,
    ("The police arrested him.", "arrested"): False,
    ("The poet arrested in May is free.", "arrested"): True,
}


@pytest.mark.parametrize(("place", "passive"), PASSIVES.items())
def test_knows_a_passive(place, passive):
    assert grammar.is_passive(word(*place)) is passive


def test_finds_the_agent_and_objects():
    assert grammar.agent(word("He was beaten by two guards.", "beaten")).text == "guards"
    found = grammar.objects(word("They discredit and shut the papers.", "discredit"))
    assert [token.text for token in found] == ["papers"]


def test_a_phrase_ends_before_remarks():
    noun = word("The head of the court, who is old, spoke.", "head")
    assert grammar.phrase(noun).text == "The head of the court"


def test_ends_at_the_top_of_a_sentence_without_a_verb():
    village = word("The poet of the village.", "village")
    assert [one.text for one in grammar.ancestors(village)] == ["of", "poet"]
    assert grammar.clause_verb(village).text == "poet"


def test_a_phrase_begins_at_its_determiner():
    noun = word("On 3 May 2019 my husband was arrested.", "husband")
    assert grammar.phrase(noun).text == "my husband"
