"""Words as they are folded, on both sides of a search."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.web.search.word import LONGEST, fold, printed_words, words

FORMS = {
    "Vel’karov’s": ["velkarov"],
    "Vel'karov": ["velkarov"],
    "VELKAROV": ["velkarov"],
    "Oldeïev": ["oldeiev"],
    "l’armée d'Oldey": ["l", "armee", "d", "oldey"],
    "qu’elle": ["qu", "elle"],
    "O'Brien": ["obrien"],
    "don't": ["dont"],
    "Oldey-Kulagov": ["oldey", "kulagov"],
    "al-Hashimi": ["al", "hashimi"],
    "prisoners'": ["prisoners"],
    "ёлка": ["елка"],
    "Майя": ["майя"],
    "Zhаnna": ["zhanna"],  # the third letter is Cyrillic
    "Вeлькаров": ["велькаров"],  # the second letter is Latin
    "Łukasz Strauß": ["lukasz", "strauss"],
    "İstanbul": ["istanbul"],
    "ﬁne": ["fine"],
    "co\xadoperate": ["cooperate"],
    "12.03.2014": ["12", "03", "2014"],
    "مُحَمَّد": ["محمد"],
    "北京市": ["北", "京", "市"],
    "snake_case": ["snake", "case"],
    "… — ¶ _ '": [],
}


@pytest.mark.parametrize(("text", "forms"), FORMS.items())
def test_folds_what_is_printed(text, forms):
    assert [word.form for word in words(text)] == forms


def test_cuts_words_that_no_index_would_take():
    assert len(fold("a" * 5000)) == len(fold("é" * 5000)) == LONGEST


@given(st.text())
def test_words_are_where_they_say_in_order(text):
    end = 0
    for word in words(text):
        assert word.start >= end
        assert text[word.start : word.end] == word.printed
        end = word.end


@given(st.text())
def test_no_letter_or_digit_is_left_out(text):
    taken = {at for word in words(text) for at in range(word.start, word.end)}
    left = [letter for at, letter in enumerate(text) if at not in taken]
    assert not re.search(r"[a-zA-Zа-яА-Я0-9]", "".join(left))


@given(st.text())
def test_forms_need_no_escaping_and_stay_as_they_are(text):
    for word in words(text):
        assert re.fullmatch(r"[^\x00-/:-`{-\x7f\s]+", word.form)
        assert fold(word.form) == word.form


@given(st.text())
def test_both_ways_to_find_words_agree(text):
    forms = [form for printed in printed_words(text) if (form := fold(printed))]
    assert forms == [word.form for word in words(text)]
