import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.weigh import sketch
from habeas.weigh.sketch import shared

_RANDOM = random.Random(7)
VOCABULARY = ["".join(_RANDOM.choice("abdeiklmnorstu") for _ in range(6)) for _ in range(900)]


def words(count: int) -> list[str]:
    return [_RANDOM.choice(VOCABULARY) for _ in range(count)]


LETTER = words(800)


@given(st.text(max_size=300))
def test_is_small_and_a_text_is_wholly_in_itself(text):
    drawn = sketch(text)
    assert len(drawn) <= 800
    assert shared(drawn, drawn) in (0.0, 1.0)


def test_a_letter_is_in_a_page_that_prints_it():
    page = words(100) + LETTER + words(100)
    assert shared(sketch(" ".join(LETTER)), sketch(" ".join(page))) > 0.9


def test_other_texts_share_nothing():
    assert shared(sketch(" ".join(LETTER)), sketch(" ".join(words(800)))) < 0.1


@pytest.mark.parametrize("kept", [0.25, 0.5, 0.75])
def test_estimates_how_much_is_shared(kept):
    cut = int(len(LETTER) * kept)
    other = LETTER[:cut] + words(len(LETTER) - cut)
    assert shared(sketch(" ".join(LETTER)), sketch(" ".join(other))) == pytest.approx(
        kept, abs=0.12
    )


def test_few_words_tell_nothing():
    assert shared(sketch("release the editor now"), sketch("release the editor now")) == 0.0
    assert sketch("") == b""
    # Nor do few words that all stand in a long text.
    assert shared(sketch(" ".join(LETTER[:10])), sketch(" ".join(LETTER[:40]))) == 0.0
