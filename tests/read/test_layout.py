"""How lines become blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Span
from habeas.read.layout import LONGEST, Shape, lay_out, trim


def laid(text):
    return [(block.shape, block.span.of(text)) for block in lay_out(text)]


P, H, L, Q, F, R = (
    Shape.PARAGRAPH,
    Shape.HEADING,
    Shape.ITEM,
    Shape.QUOTE,
    Shape.FIELD,
    Shape.RULE,
)
TEXTS = {
    "": [],
    "   \n \t\n": [],
    "One.\nTwo.": [(P, "One."), (P, "Two.")],
    "# A *title*\n\nWords.": [(H, "A *title"), (P, "Words.")],
    "- first\n- second": [(L, "first"), (L, "second")],
    "1. first\n2) second": [(L, "first"), (L, "second")],
    "> quoted\n> on": [(Q, "quoted\n> on")],
    "a\n\n* * *\n\nb": [(P, "a"), (R, "* * *"), (P, "b")],
    "**Bold line.**": [(P, "Bold line.")],
    "---\ntitle: A\ntags:\n - x\n - y\n---\nBody.": [(F, "A"), (F, "- x\n - y"), (P, "Body.")],
    "Head of the Society\nfor the friends of letters": [
        (P, "Head of the Society\nfor the friends of letters")
    ],
    "Vela Ostrin\n© site.example 1.2.2014": [(P, "Vela Ostrin"), (P, "© site.example 1.2.2014")],
}


@pytest.mark.parametrize(("text", "blocks"), TEXTS.items())
def test_lays_out(text, blocks):
    assert laid(text) == blocks


def test_joins_lines_broken_at_a_width():
    text = (
        "We write to you about the poet who was taken from his house in\n"
        "the night of the third of May and has not been seen since. The\n"
        "Ministry is silent, and so are the courts of the whole country.\n"
    )
    assert len(laid(text)) == 1


def test_keeps_signatures_apart():
    text = "Vela Ostrin, Head of the Lesk Society\nOren Dask, Member of the Lesk Society\n"
    assert len(laid(text)) == 2


def test_counts_groups_at_blank_lines():
    assert [block.group for block in lay_out("a.\nb.\n\nc.\n \nd.")] == [1, 1, 2, 3]


@pytest.mark.parametrize("unit", ["He was taken. ", "word ", "a"])
def test_cuts_what_is_too_long_to_be_parsed(unit):
    text = (unit * (3 * LONGEST // len(unit))).strip()
    pieces = [words for _, words in laid(text)]
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert len(pieces) <= 4


@given(st.text(alphabet="ab .,\n\r\t-*#>1:\xa0Ж"))
def test_loses_no_word_and_invents_none(text):
    blocks = lay_out(text)
    places = [i for block in blocks for i in range(block.span.start, block.span.end)]
    assert places == sorted(set(places))
    outside = "".join(char for i, char in enumerate(text) if i not in set(places))
    if not any(block.shape is Shape.FIELD for block in blocks):
        assert not any(char in "abЖ" for char in outside.replace("a.", "").replace("b.", ""))


@given(st.text(alphabet="ab *_\n"), st.integers(0, 5), st.integers(0, 9))
def test_trim_stays_inside(text, start, length):
    span = trim(text, Span(min(start, len(text)), min(start + length, len(text))))
    assert span.start <= span.end
    assert span.of(text) == span.of(text).strip(" *_\n")
