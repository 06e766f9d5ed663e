"""Passages cover a text whole and are of a length that can be shown."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.web.search.passage import LONGEST, passages

SENTENCE = "The watchman of the harbour saw two cars without plates. "
texts = st.lists(
    st.sampled_from(["\n\n", "\n", " ", "a", "Oren ", SENTENCE, SENTENCE * 30, "。", "x" * 1500])
).map("".join)


@given(texts)
def test_nothing_is_lost_and_nothing_is_there_twice(text):
    found = passages(text)
    assert "".join(span.of(text) for span in found) == text
    assert all(0 < len(span) <= LONGEST for span in found)


def test_cuts_long_paragraphs_after_sentences():
    text = SENTENCE * 50
    assert len(passages(text)) > 2
    assert all(span.of(text).endswith(". ") for span in passages(text))


def test_cuts_before_paragraphs():
    text = f"{SENTENCE * 8}\n\n{SENTENCE * 8}\n \n\n{SENTENCE * 8}"
    assert len(passages(text)) == 3
    assert all(span.of(text).startswith("The watchman") for span in passages(text))


def test_joins_what_is_tiny():
    text = "\n\n".join(["Dear friend,", SENTENCE, "Yours,", "Oren Dask"])
    assert len(passages(text)) == 1


def test_never_cuts_a_word_where_there_is_a_space():
    text = "watchman " * 400
    assert all(not span.of(text)[0].isspace() for span in passages(text))
    assert all(len(word) == 8 for span in passages(text) for word in span.of(text).split())


def test_an_empty_text_has_no_passage():
    assert passages("") == []
