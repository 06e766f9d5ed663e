"""What holds of every two names."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from habeas.model import EntityType
from habeas.resolve import compare, keys

# Words of many scripts, particles, titles, initials, legal forms and numbers.
PARTS = """
Marat Tulebek Anna Weiß Çağlar Şenel Іван Грицак Щербин Мария Лотова al-Rahimani bin Hassan عبد
الرحيم كريم יצחק דורין 김민지 박 王小明 გიორგი O'Dorin Jean-Pierre M. Dr. van Ltd Group 7
"""
LATIN = "Marat Tulebek Anna Dvorák Çağlar Şenel José Müller Lotová Łukin"
names = st.lists(st.sampled_from(PARTS.split()), min_size=1, max_size=4).map(" ".join)
anything = st.text(max_size=20)
latin = st.lists(st.sampled_from(LATIN.split()), min_size=1, max_size=3).map(" ".join)
kinds = st.sampled_from([EntityType.PERSON, EntityType.ORGANIZATION, None])


def bare(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


@given(names | anything, names | anything, kinds)
def test_the_order_of_two_names_is_of_no_account(one, other, kind):
    there, back = compare(one, other, kind=kind), compare(other, one, kind=kind)
    assert there.score == back.score
    assert {(r.how, r.one, r.other) for r in there.reasons} == {
        (r.how, r.other, r.one) for r in back.reasons
    }


@given(names, kinds)
def test_a_name_is_the_same_as_itself(name, kind):
    assert compare(name, name, kind=kind).score == 1.0


@given(names | anything, names | anything, kinds)
def test_every_score_has_its_bounds_and_reasons(one, other, kind):
    found = compare(one, other, kind=kind)
    assert 0.0 <= found.score <= 1.0
    assert found.reasons
    assert all(reason.text for reason in found.reasons)


@given(latin, kinds)
def test_case_marks_and_spaces_are_of_no_account(name, kind):
    for changed in (name.upper(), name.lower(), bare(name), f"  {name.replace(' ', '   ')} "):
        assert compare(name, changed, kind=kind).score == 1.0


@given(names, kinds)
def test_a_name_shares_its_keys_with_itself_in_any_case(name, kind):
    assert keys(name, kind=kind)
    assert keys(name, kind=kind) & keys(name.upper(), kind=kind)


@given(names, names)
def test_names_that_agree_share_a_key(one, other):
    found = compare(one, other, kind=EntityType.PERSON)
    if found.same:
        shared = keys(one, kind=EntityType.PERSON) & keys(other, kind=EntityType.PERSON)
        assert shared
