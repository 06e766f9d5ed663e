"""Snippets: the words that match, among the words around them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Span
from habeas.web.search.snippet import LONGEST, snippet

TEXT = "The watchman saw two cars. " * 20


def test_marks_what_matches_and_shows_that_the_text_goes_on():
    at = TEXT.index("cars", 200)
    found = snippet(TEXT, [Span(at, at + 4)])
    assert [text for text, marked in found if marked] == ["cars"]
    assert found[0][0].startswith("…")
    assert found[-1][0].endswith("…")


def test_shows_the_stretch_with_most_matches():
    text = f"{TEXT}Oren Dask met Mira Dask. "
    places = [Span(0, 3), *(Span(at, at + 4) for at in (text.index("Dask"), text.rindex("Dask")))]
    assert [text for text, marked in snippet(text, places) if marked] == ["Dask", "Dask"]


@given(st.text(alphabet="ab \n.", max_size=600), st.data())
def test_is_short_in_one_line_and_of_the_text(text, data):
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends)))
    places = [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    found = snippet(text, places)
    whole = re.sub(r"\s+", " ", "".join(piece for piece, _ in found).strip("…"))
    assert not any("\n" in piece for piece, _ in found)
    assert whole in re.sub(r"\s+", " ", text)
    assert len(whole) <= LONGEST
