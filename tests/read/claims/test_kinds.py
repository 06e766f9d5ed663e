"""Which words tell of which act, and which tell of none."""

import pytest

from habeas.model import ClaimClass
from habeas.read import lexicon
from habeas.read.claims.vocabulary import FRAMES, GROUP, group, vocabulary

from .telling import told, words

KINDS = {
    "Pavel Orlan was arrested in Velm.": {"arrest"},
    "The police rounded up ten journalists.": {"arrest"},
    "Pavel Orlan is in prison.": {"detention"},
    "We think of those in jail.": {"detention"},
    "The jailed journalists wrote nothing.": {"detention"},
    "Pavel Orlan was sentenced to seven years in prison.": {"conviction_sentence"},
    "Pavel Orlan was charged with killing a guard.": {"criminal_charge"},
    "The guards tortured Pavel Orlan.": {"torture"},
    "Pavel Orlan was subjected to torture.": {"torture"},
    "The torture exerted on Pavel Orlan shocked nobody.": {"torture"},
    "Pavel Orlan was kept in solitary confinement.": {"solitary_confinement"},
    "Pavel Orlan was forced to sign a confession.": {"coerced_confession"},
    "Mira Tolan was murdered in May.": {"killing"},
    "The assassination of Mira Tolan came in May.": {"killing"},
    "Mira Tolan died in custody.": {"death_in_custody"},
    "Pavel Orlan was kidnapped by masked men.": {"kidnapping"},
    "Mira Tolan was forced to flee abroad.": {"forced_flight"},
    "Pavel Orlan was extradited to Torania.": {"extradition"},
    "The court refused to extradite Pavel Orlan.": {"handover_refused"},
    "Mira Tolan received political asylum.": {"asylum_granted"},
    "The ministry censored the newspaper.": {"media_restriction"},
    "Mira Tolan has received threats.": {"threat"},
    "Agents raided the office of the newspaper.": {"search_raid"},
    "The regime launched a campaign to silence its critics.": {"repression"},
    "Pavel Orlan faced persecution.": {"persecution"},
    "The party rigged the election.": {"election_falsification"},
    "Pavel Orlan travelled to Velm.": {"travel"},
    "Torania abolished the death penalty.": {"legal_state"},
    "Mira Tolan went on hunger strike.": {"hunger_strike"},
    "The guards withheld insulin from Mira Tolan.": {"denial_of_medical_care"},
    "The guards broke Pavel Orlan’s wrist.": {"torture"},
    "The guards carried off the computers.": {"search_raid"},
    "Pavel Orlan’s passport was taken at the border.": {"passport_confiscation"},
    "The landlord was visited by officers of the security service.": {"pressure"},
    "The court refused to admit journalists.": {"unfair_trial"},
    "The judge took six months off the term.": {"conviction_sentence"},
    "For ten days nobody would say where Pavel Orlan was.": {"whereabouts_undisclosed"},
    "Mira Tolan would not sign the statement.": {"refusal_false_confession"},
    "The constitution forbids torture.": {"legal_state"},
    "Pavel Orlan was flown to Velm.": {"transfer"},
    "Pavel Orlan flew to Velm.": {"travel"},
    "Mira Tolan has diabetes.": {"health"},
    "No officer has been charged with the crime.": {"impunity"},
    "Mira Tolan filed a complaint with the court.": {"appeal_made"},
    "Mira Tolan won an award.": {"award"},
    "Officials were held accountable for it.": set(),
    "Parliament eliminated the term limits.": set(),
    "We are grateful to you for your time.": set(),
}


@pytest.mark.parametrize(("sentence", "kinds"), KINDS.items())
def test_words_tell_of_an_act(sentence, kinds):
    found = {claim.type for claim in told(sentence)}
    assert kinds <= found if kinds else not found


NAMES_OF_BODIES = (
    "The Committee Against Torture met in Velm.",
    "The Free Pavel Orlan Campaign met in Velm.",
)


@pytest.mark.parametrize("sentence", NAMES_OF_BODIES)
def test_names_tell_of_nothing(sentence):
    assert not [c for c in told(sentence) if c.kind is ClaimClass.TORTURE_ILL_TREATMENT]


CLAUSES = {
    "Pavel Orlan was arrested and sentenced to five years.": [
        "Pavel Orlan was arrested",
        "sentenced to five years",
    ],
    "Mira Tolan, who was beaten in Velm, left.": ["who was beaten in Velm"],
    "We mourn the murder of Mira Tolan.": ["the murder of Mira Tolan"],
    "Mira Tolan died because she was beaten.": ["Mira Tolan died", "she was beaten"],
}


@pytest.mark.parametrize(("sentence", "clauses"), CLAUSES.items())
def test_a_claim_is_the_smallest_clause(sentence, clauses):
    assert [words(sentence, claim) for claim in told(sentence)] == clauses


def test_every_list_of_the_lexicon_is_known():
    flags = {"remedy", "absorbs", "feared", "clause"}
    tables = lexicon.load("claims_en")
    for kind in ClaimClass:
        for name, table in tables[kind.value].items():
            assert set(table) <= FRAMES.keys() | flags, name


def test_a_phrase_hangs_on_its_verb_or_noun():
    known = vocabulary()
    assert any(one.rest == ("under", "pressure") or one.rest for one in known["put"])
    assert any(one.rest == ("death",) for one in known["sentence"])
    assert any(one.rest == ("in",) for one in known["jail"])


def test_every_group_that_a_phrase_names_has_words():
    named = {
        word
        for some in vocabulary().values()
        for entry in some
        for word in entry.rest
        if word.startswith(GROUP)
    }
    assert named
    assert all(group(name) for name in named)
