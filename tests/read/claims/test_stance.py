"""How a claim stands, and on whose word. What is told to be rejected is never asserted."""

import pytest

from habeas.model import Basis, Modality

from .telling import told, who

STANCES = {
    "Pavel Orlan was tortured.": Modality.ASSERTED,
    "Pavel Orlan would face torture.": Modality.FEARED,
    "Pavel Orlan may have been tortured.": Modality.FEARED,
    "We fear that Pavel Orlan will be executed.": Modality.FEARED,
    "Pavel Orlan risks being tortured.": Modality.FEARED,
    "If Pavel Orlan is arrested, we shall know.": Modality.HYPOTHETICAL,
    "They could have prosecuted Pavel Orlan.": Modality.HYPOTHETICAL,
    "Pavel Orlan was not arrested.": Modality.DENIED,
    "Nobody was arrested.": Modality.DENIED,
    "Pavel Orlan was released without being charged.": Modality.ASSERTED,
}


@pytest.mark.parametrize(("sentence", "modality"), STANCES.items())
def test_how_a_claim_stands(sentence, modality):
    assert told(sentence)[0].modality is modality


REJECTED = (
    "The government of Torania denied that Pavel Orlan was tortured.",
    "The police reject the claim that officers beat Pavel Orlan.",
    "Some say that Pavel Orlan killed a guard, but this is false.",
    "It is not true that Pavel Orlan murdered the judge.",
    "It is false that Pavel Orlan murdered the judge.",
    "The allegation that Pavel Orlan murdered Boris Kern is false.",
    "The claim that Mira Tolan fled abroad is a lie.",
    "State television falsely claims that Pavel Orlan murdered a judge.",
    "Officials say that Pavel Orlan was never tortured.",
    "There is no evidence that Pavel Orlan was tortured.",
    "The ministry denied allegations of torture.",
    "The ministry dismissed reports that Pavel Orlan had been tortured.",
    "Critics say that he is a terrorist, but Pavel Orlan teaches in a school.",
    "Pavel Orlan denies killing the guard.",
)
TALK = {"statement_made", "assessment", "professional_activity"}


@pytest.mark.parametrize("sentence", REJECTED)
def test_what_is_rejected_is_not_asserted(sentence):
    found = [claim for claim in told(sentence) if claim.type not in TALK]
    assert found
    assert {claim.modality for claim in found} == {Modality.DENIED}


DEMANDS = (
    "We ask you to release Pavel Orlan.",
    "Pavel Orlan must be released.",
    "You should investigate it.",
    "We demand that Pavel Orlan be released.",
    "Please do not extradite Pavel Orlan.",
    "To release Pavel Orlan at once.",
    "We call on you to quash the sentence.",
    "The coalition calls on the authorities to act.",
)


@pytest.mark.parametrize("sentence", DEMANDS)
def test_what_is_asked_for_is_no_claim(sentence):
    assert not [claim for claim in told(sentence) if claim.modality is Modality.ASSERTED]


def test_a_demand_takes_for_granted_what_it_wants_to_end():
    (claim,) = told("Stop the torture of Pavel Orlan!")
    assert claim.modality is Modality.ASSERTED
    assert claim.source.asserter == ("author",)


def test_what_somebody_is_accused_of_is_no_claim():
    assert [c.type for c in told("Pavel Orlan was accused of murder.")] == ["accusation"]


SOURCES = {
    "Pavel Orlan was tortured.": {"author"},
    "Mira Tolan said that Pavel Orlan had been tortured.": {"Mira Tolan"},
    "Pavel Orlan was allegedly tortured.": set(),
    "Mira Tolan condemned the murder of Boris Kern.": {"author"},
}


@pytest.mark.parametrize(("sentence", "asserter"), SOURCES.items())
def test_on_whose_word(sentence, asserter):
    claim = told(sentence)[-1]
    assert who(sentence, claim.source.asserter) == asserter
    assert (claim.basis is Basis.QUOTED) == (asserter != {"author"})
