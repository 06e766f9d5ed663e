"""Who suffers an act, who does it, when, where, and for how long."""

import pytest

from .telling import told, who

VICTIMS = {
    "The guards beat Pavel Orlan.": {"Pavel Orlan"},
    "Pavel Orlan and Mira Tolan were detained in Velm.": {"Pavel Orlan", "Mira Tolan"},
    "Pavel Orlan’s arrest was no surprise.": {"Pavel Orlan"},
    "The kidnapping of Mira Tolan by masked men was told at once.": {"Mira Tolan"},
    "Pavel Orlan faced persecution for years.": {"Pavel Orlan"},
    "Mira Tolan received threats.": {"Mira Tolan"},
    "The authorities put pressure on Mira Tolan.": {"Mira Tolan"},
    "Charges were brought against Pavel Orlan.": {"Pavel Orlan"},
    "We write for Pavel Orlan, who was tortured.": {"Pavel Orlan"},
    "The torture exerted on Pavel Orlan went on.": {"Pavel Orlan"},
    "Pavel Orlan died in prison.": {"Pavel Orlan"},
    "Ten villagers were killed.": {"[unnamed] Ten villagers"},
    "The petition for Torania was signed by our country.": set(),
    "Torania’s persecution of Mira Tolan goes on.": {"Mira Tolan"},
    "Mira Tolan was denied insulin.": {"Mira Tolan"},
    "The guards broke Pavel Orlan’s wrist.": {"Pavel Orlan"},
    "The police searched Mira Tolan’s office.": {"Mira Tolan"},
    "The chamber threatened to revoke Mira Tolan’s licence.": {"Mira Tolan"},
    "Nobody would say where Pavel Orlan was.": {"Pavel Orlan"},
    "Mira Tolan telephoned Pavel Orlan.": {"Pavel Orlan"},
}


@pytest.mark.parametrize(("sentence", "victims"), VICTIMS.items())
def test_who_suffers(sentence, victims):
    assert who(sentence, told(sentence)[0].victims) == victims


ACTORS = {
    "Mira Tolan visited Velm.": {"Mira Tolan"},
    "Pavel Orlan was beaten by Boris Kern.": {"Boris Kern"},
    "Boris Kern kidnapped Pavel Orlan.": {"Boris Kern"},
    "Mira Tolan was elected as chairwoman.": {"Mira Tolan"},
}


@pytest.mark.parametrize(("sentence", "actors"), ACTORS.items())
def test_who_does_it(sentence, actors):
    assert who(sentence, told(sentence)[0].actors) == actors


def test_a_known_event_is_about_whom_it_was_told_of():
    sentence = (
        "Pavel Orlan was beaten in Velm. The police opened an investigation into the beating."
    )
    assert who(sentence, told(sentence)[1].victims) == {"Pavel Orlan"}


def test_a_participle_shares_the_passive_before_it():
    claims = told("Pavel Orlan was seized and jailed.")
    assert [who("Pavel Orlan was seized and jailed.", c.victims) for c in claims] == [
        {"Pavel Orlan"},
        {"Pavel Orlan"},
    ]


def test_he_is_never_whom_the_letter_calls_she():
    sentence = "Mira Tolan was arrested. She was beaten. He was moved to Velm."
    assert all("Mira Tolan" not in who(sentence, c.victims) for c in told(sentence)[2:])


def test_an_unnamed_speaker_is_one_of_the_entities():
    sentence = "His lawyers say that Pavel Orlan was beaten."
    assert who(sentence, told(sentence)[0].source.asserter) == {"[unnamed] His lawyers"}


def test_a_noun_that_only_points_back_is_no_second_claim():
    sentence = "Mira Tolan was murdered in Velm. Nobody spoke of the murder."
    assert [claim.type for claim in told(sentence)].count("killing") == 1


def test_dates_places_and_terms():
    sentence = "Pavel Orlan was sentenced in Torania on 3 May 2015 to seven years in prison."
    claim = told(sentence)[0]
    assert claim.date is not None
    assert claim.date.edtf == "2015-05-03"
    assert claim.details == {"term": "P7Y"}
