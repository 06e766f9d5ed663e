from hypothesis import given
from hypothesis import strategies as st

from habeas.weigh.route import elsewhere, opposite, route
from habeas.weigh.wording import marks, overlap, shingles, stems, tokens


def test_stems_are_what_forms_of_a_word_share():
    assert stems("His wrist was broken") == {"wrist", "broke"}
    assert stems("two officers broke Bagashvin's wrist") >= {"wrist", "broke"}


def test_stems_pass_over_names_and_the_act_itself():
    assert stems("Rustem was tortured in Orlomir") == frozenset()


def test_marks_are_names_within_sentences_and_years():
    passage = (
        "Eleven people died on Ferry Square in Orlomir. Nobody was charged in 2017; the 18 dead."
    )
    assert marks(passage) == {"Ferry", "Square", "Orlomir", "2017"}


def test_shingles_need_four_words():
    assert shingles("one two three") == frozenset()
    assert len(shingles("one two three four five")) == 2


def test_chinese_characters_are_words():
    assert tokens("记者被捕 2019") == ("记", "者", "被", "捕", "2019")


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_overlap_is_of_the_smaller(one, other):
    assert overlap(one, other) == overlap(other, one)
    assert (overlap(one, other) == 1) == (bool(one and other) and (one <= other or other <= one))


def test_reads_a_route_in_three_languages():
    assert route("kidnapped from Orwe to Selm") == ({"Orwe"}, {"Selm"})
    assert route("отправлен из Сельма в Орвей") == ({"Сельм"}, {"Орвей"})
    assert route("ramené vers Orlomir") == (frozenset(), {"Orlom"})
    assert route("returned to prison") == (frozenset(), frozenset())


def test_ways_are_opposite_only_where_both_name_the_place():
    assert opposite("from Orwe to Selm", "back to Orwe")
    assert not opposite("from Orwe to Selm", "out of the country to Selm")
    assert not opposite("", "to Selm")


def test_goals_differ_only_where_both_are_countries():
    assert elsewhere("from Orwe to Norway", "back to Malta")
    assert not elsewhere("from Orwe to Norway", "back to Norway")
    assert not elsewhere("from Malta to Norway", "from Malta")
    assert not elsewhere("from Malta to Orwe", "to Norway")
