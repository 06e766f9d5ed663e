"""Queries as people type them: any text is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.web.search.query import parts

READ = {
    "harbour watchman": [["harbour"], ["watchman"]],
    "harbour OR watchman cars": [["harbour", "watchman"], ["cars"]],
    "a OR b OR c": [["a", "b", "c"]],
    "harbour | watchman": [["harbour", "watchman"]],
    '"two cars" plates': [["two cars"], ["plates"]],
    "“two cars”": [["two cars"]],
    "«две машины»": [["две машины"]],
    '"never closed': [["never closed"]],
    "harbour -cars": [["harbour"], ["-cars"]],
    'harbour -"two cars"': [["harbour"], ["-two cars"]],
    "Oldey-Kulagov": [["oldey kulagov"]],
    "l’avocat": [["l avocat"]],
    "OR harbour OR": [["harbour"]],
    "harbour OR -cars": [["harbour"], ["-cars"]],
    ') ( * NEAR/2 ^ : {forms} AND "': [["near 2"], ["forms"], ["and"]],
    "- -- \"\" ''": [],
    "": [],
}


@pytest.mark.parametrize(("text", "read"), READ.items())
def test_reads_what_is_typed(text, read):
    shown = [
        ["-" * one.unwanted + " ".join(word.form for word in one.words) for one in clause]
        for clause in parts(text)
    ]
    assert shown == read


@given(st.text(alphabet=st.sampled_from('ab"-|*():^{}ORNOT «»“” \n\x00é\ud800')))
def test_any_text_is_a_query(text):
    assert all(clause and all(part.words for part in clause) for clause in parts(text))
