"""Whatever the text: claims are words of it, in order, and of entities that were read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model import AUTHOR, PAGE

from .telling import read

PARTS = [
    "Pavel Orlan",
    "the police",
    "arrested",
    "was tortured",
    "said that",
    "and",
    "if",
    "“",
    "”",
    ",",
    ".",
    "the murder of",
    "in Velm",
    "not",
    "who",
    "\n\n",
    "must be released",
    "[link](x)",
    "**",
    "threatened to kill",
    "(",
    ")",
    "7 years’ imprisonment",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=25))
def test_nothing_is_invented(parts):
    sheet, names, claims = read("The letter was written by us. " + " ".join(parts))
    known = {AUTHOR, PAGE, *(entity.id for entity in names.entities)}
    for claim in claims:
        said = claim.span.of(sheet.text)
        assert said
        assert said == said.strip()
        assert known.issuperset((*claim.actors, *claim.victims, *claim.place))
        assert known.issuperset((*claim.source.asserter, *claim.source.relayed_by))
    assert list(claims) == sorted(claims, key=lambda one: (one.span.start, one.span.end))
    assert len({one.id for one in claims}) == len(claims)


@pytest.mark.parametrize("text", ["", "\n", "…", "12 345", "Ни слова по-английски здесь нет."])
def test_a_text_without_english_claims_nothing(text):
    assert read(text)[2] == ()


def test_a_headline_claims_in_the_voice_of_the_page():
    text = (
        '---\ntitle: "Pavel Orlan Jailed in Velm"\ndate: 2020-05-03\n---\n\n'
        "The letter says that many people of the town were there and saw it all.\n"
    )
    claims = read(text)[2]
    assert [(one.type, one.source.asserter) for one in claims][:1] == [("detention", (PAGE,))]


ENDLESS = ("and tortured him ", "forced to ", "the murder of ", "and the arrest of ")


@pytest.mark.parametrize("words", ENDLESS)
def test_a_sentence_without_end_does_no_harm(words):
    assert len(read("The police arrested him " + words * 400 + ".")[2]) <= 400
