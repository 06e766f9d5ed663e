"""Look-alike letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.script import fold_word, is_cyrillic, is_mixed

WORDS = {
    ("М", False): "M",
    ("Оstrin", False): "Ostrin",
    ("WATСH", False): "WATCH",
    ("вeсна", True): "весна",
}


@pytest.mark.parametrize(("word", "folded"), WORDS.items())
def test_folds_a_mixed_word(word, folded):
    assert is_mixed(word[0], cyrillic=word[1])
    assert fold_word(word[0], cyrillic=word[1]) == folded


@pytest.mark.parametrize("word", ["Ostrin", "Лесной", "été", "5"])
def test_leaves_a_pure_word(word):
    assert not is_mixed(word, cyrillic=False)


@given(st.text())
def test_folding_keeps_the_length(word):
    assert len(fold_word(word, cyrillic=False)) == len(word)


def test_tells_the_script_of_a_text():
    assert is_cyrillic("Письмо о Vela")
    assert not is_cyrillic("A letter о Vela")
