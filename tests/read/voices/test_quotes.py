"""What stands between quotation marks, and what marks are only apostrophes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.voices.quotes import quoted

STRETCHES = {
    "She said “no” twice.": ["no"],
    'She said "no" and "never".': ["no", "never"],
    "She said ‘no’ to the guard’s offer.": ["no"],
    "She said 'no' to the guard's offer.": ["no"],
    "Она сказала «нет».": ["нет"],
    "Sie sagte „nein“ dazu.": ["nein"],
    "“A report of “arson” is false,” she said.": ["A report of “arson” is false,"],
    "“He shouted ‘stop’ twice,” she said.": ["He shouted ‘stop’ twice,"],
    "The guards' offer and the poets' reply": [],
    "It isn't the '90s; don't.": [],
    "A stray “ mark opens nothing.": [],
    "A stray ” mark closes nothing.": [],
    "“The first paragraph does not end here.": ["The first paragraph does not end here."],
    'He wrote: "Paragraph one goes on': ["Paragraph one goes on"],
    '“A curly mark is closed by a straight one," she said.': [
        "A curly mark is closed by a straight one,"
    ],
    "An empty “” pair": [],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), STRETCHES.items())
def test_finds_what_is_quoted(text, expected):
    assert [text[one.start : one.end] for one in quoted(text)] == expected


def test_knows_a_quotation_that_goes_on():
    assert [one.closed for one in quoted("“It is over")] == [False]
    assert [one.closed for one in quoted("“It is over”")] == [True]


@given(st.text(alphabet="“”\"'‘’«»„ab. \n"))
def test_keeps_stretches_apart_and_within_the_text(text):
    found = quoted(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
