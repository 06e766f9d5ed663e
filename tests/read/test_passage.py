"""The plain words of a block, and the way back to the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Span
from habeas.read.layout import Block, Shape
from habeas.read.passage import make_passage


def passage(text, *, cyrillic=False):
    return make_passage(text, Block(Shape.PARAGRAPH, Span(0, len(text)), 1), cyrillic=cyrillic)


PLAIN = {
    "nothing to mend": "nothing to mend",
    "**bold** and _soft_ words": "bold and soft words",
    "snake_case stays": "snake_case stays",
    "see [the **letter**](https://x.example/a(b)) here": "see the letter here",
    "a![picture](x.png) word": "a word",
    r"the Council \(PACE\) met": "the Council (PACE) met",
    "one\n two\xa0three": "one two three",
    "our father´s life": "our father’s life",
    "Ostrin,was taken": "Ostrin, was taken",
    "V.Ostrin and 3.5": "V. Ostrin and 3.5",
    "v.ostrin@lesk.example": "v.ostrin@lesk.example",
    "М. Ostrin of LESК": "M. Ostrin of LESK",
    "Лесная вeсна": "Лесная весна",
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.items())
def test_makes_words_plain(text, plain):
    assert passage(text, cyrillic=text.startswith("Лес")).text == plain


def test_finds_the_way_back():
    text = "**He** wrote to [the Council](https://x.example) in\nMay"
    found = passage(text)
    start = found.text.index("the Council")
    assert found.place(start, start + len("the Council in May")).of(text) == (
        "the Council](https://x.example) in\nMay"
    )
    assert found.links == ((Span(17, 28), "https://x.example"),)


@given(st.text(alphabet="aЖM. ,)(*_[]\\´\n\xa0г", max_size=60))
def test_every_word_maps_to_itself_or_its_look_alike(text):
    found = passage(text)
    if found.places is not None:
        assert len(found.places) == len(found.text)
    for i, char in enumerate(found.text):
        there = found.place(i, i + 1)
        assert 0 <= there.start < there.end <= len(text)
        if char in "aг":
            assert there.of(text) == char
