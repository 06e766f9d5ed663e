from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Verdict
from habeas.weigh import Finding, against, choose

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
findings = st.builds(
    Finding, st.sampled_from(Verdict), st.floats(0, 1), st.sampled_from([(), ("dates apart",)])
)


def test_the_clearly_best_event_gets_the_claim():
    found = choose({1: Finding(SAME, 0.95), 2: Finding(SAME, 0.72), 3: Finding(DIFFERENT, 0.1)})
    assert {event: one.verdict for event, one in found.items()} == {1: SAME, 2: UNSURE}


def test_of_two_that_fit_neither_gets_it():
    found = choose({1: Finding(SAME, 0.72), 2: Finding(SAME, 0.75)})
    assert {one.verdict for one in found.values()} == {UNSURE}
    assert all("another event fits as well" in one.reasons for one in found.values())


def test_what_is_only_unsure_does_not_contest():
    assert choose({1: Finding(SAME, 0.72), 2: Finding(UNSURE, 0.69)})[1].verdict is SAME


@given(st.dictionaries(st.integers(1, 99), findings, max_size=8))
def test_at_most_one_is_the_same_and_nothing_is_made_surer(found):
    chosen = choose(found)
    assert sum(one.verdict is SAME for one in chosen.values()) <= 1
    assert all(found[event].score == one.score for event, one in chosen.items())
    assert all(one.verdict is not DIFFERENT for one in chosen.values())
    assert all(found[e].verdict is SAME for e, one in chosen.items() if one.verdict is SAME)


def test_one_claim_that_cannot_be_of_it_keeps_a_claim_out():
    apart = Finding(DIFFERENT, 0.0, ("their dates are 92 days apart",))
    assert against([Finding(SAME, 0.9), apart]) is apart


def test_claims_that_only_say_little_do_not():
    assert against([Finding(DIFFERENT, 0.2), Finding(SAME, 0.9)]).verdict is SAME
    assert against([]).verdict is DIFFERENT
