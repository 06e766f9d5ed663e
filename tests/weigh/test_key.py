from hypothesis import given, settings
from tests.weigh.samples import DRIVER, EDITOR, OTHER, told
from tests.weigh.test_compare import PAIRS, tellings

from habeas.model import Basis, Modality, Verdict
from habeas.weigh import compare, keys


@settings(max_examples=400)
@given(tellings, tellings)
def test_tellings_of_one_happening_share_a_key(one, other):
    assert compare(one, other).verdict is not Verdict.SAME or keys(one) & keys(other)


def test_every_pair_of_one_happening_in_the_table_shares_a_key():
    apart = [name for name, (one, other, verdict) in PAIRS.items()
             if verdict is Verdict.SAME and not keys(one) & keys(other)]  # fmt: skip
    assert not apart


def test_what_tells_no_happening_has_no_key():
    for modality in (Modality.FEARED, Modality.HYPOTHETICAL, Modality.DEMANDED):
        assert not keys(told("arrest", victims={DRIVER}, modality=modality))
    assert not keys(told("assessment", victims={DRIVER}, date="2020-01-22"))
    assert not keys(told("legal_state", actors={DRIVER}))


def test_two_people_share_no_key():
    one, other = (told("arrest", victims={who}) for who in (DRIVER, EDITOR))
    assert not keys(one) & keys(other)


def test_what_happens_again_and_again_is_found_by_month_or_words():
    one = told("torture", victims={DRIVER}, date="2020-01-31", words="tortured")
    near = told("torture", victims={DRIVER}, date="2020-02-02", words="tortured")
    far = told("torture", victims={DRIVER}, date="2021-02-02", words="tortured")
    assert keys(one) & keys(near)
    assert not keys(one) & keys(far)
    assert keys(near) == {f"injury:{DRIVER}:2020-01", f"injury:{DRIVER}:2020-02"}


def test_many_signatories_are_not_all_victims():
    few = told("search_raid", asserters={OTHER}, basis=Basis.FIRSTHAND)
    assert keys(few) == {f"search:{OTHER}"}
    assert not keys(told("search_raid", asserters={1, 2, 3, 4}))
