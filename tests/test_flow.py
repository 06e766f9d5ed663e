"""A whole reading: it holds together, and depends on nothing but the words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import habeas
from habeas import intake
from habeas.errors import IntakeError
from habeas.flow import read_all, read_document
from habeas.model import Reading, Span
from habeas.model.contract import line
from habeas.read.door import spans

LETTER = """Open letter to the Minister of Justice of Belmark

Dear Minister Orla Fenn,

On 3 May 2019 my husband, Oren Dask, was arrested in Harsk. The police say that he hid
weapons. He was
beaten in custody and sentenced to eight years in prison. We ask you to release him.

Respectfully,
Vela Dask
4 June 2020
"""


def read(text: str) -> Reading:
    return read_document(intake.from_text(text))


def counts(reading: Reading) -> dict[str, int]:
    parts = ("entities", "relations", "claims", "demands", "quotations")
    return {part: len(getattr(reading, part)) for part in parts}


def test_reads_a_letter_from_end_to_end():
    reading = read(LETTER)
    assert reading.anatomy.kind == "open_letter"
    assert [one.name for one in reading.anatomy.signatories] == ["Vela Dask"]
    assert {one.name for one in reading.entities} >= {"Oren Dask", "Vela Dask", "Orla Fenn"}
    assert {claim.kind for claim in reading.claims} >= {"arrest_detention", "charge_trial_sentence"}
    assert [one.span.of(LETTER) for one in reading.demands] == ["We ask you to release him"]


def test_is_deterministic():
    assert line(read(LETTER)) == line(read(LETTER))


def moved(reading: Reading, by: int) -> list[tuple[str, Span]]:
    return [(part, Span(span.start - by, span.end - by)) for part, span in spans(reading)]


@pytest.mark.parametrize("lead", ["\n", "\n\n\n", " \n"])
def test_a_blank_line_moves_offsets_and_changes_nothing_else(lead):
    assert moved(read(lead + LETTER), len(lead)) == list(spans(read(LETTER)))


FEET = ["\n© 2021 Lesk Society. All rights reserved\n", "\nPowered by Pressmill\n", "\n\n* * *\n"]


@pytest.mark.parametrize("foot", FEET)
def test_a_footer_changes_nothing_that_is_said(foot):
    longer, plain = read(LETTER + foot), read(LETTER)
    for part in ("claims", "demands", "quotations", "relations"):
        assert [words_of(one) for one in getattr(longer, part)] == [
            words_of(one) for one in getattr(plain, part)
        ]
    assert longer.anatomy.signatories == plain.anatomy.signatories
    assert longer.anatomy.addressees == plain.anatomy.addressees


def words_of(item: object) -> list[tuple[str, Span]]:
    return list(spans(item))


@pytest.mark.parametrize("text", ["", "   \n", "!!!", "12 34 56", "‮‮‮", "a" * 5000, "?\n" * 500])
def test_reads_nothing_where_there_is_nothing(text):
    assert set(counts(read(text)).values()) == {0}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_never_fails_on_any_text(text):
    assert read(text).document.text == text


def test_a_mistake_of_ours_costs_one_document_and_names_nobody():
    def fails_once(document):
        if document.path == "a.txt":
            raise KeyError("Oren Dask")
        return read_document(document)

    papers = [intake.from_text(LETTER, name) for name in ("a.txt", "b.txt")]
    failed, fine = read_all(papers, fails_once)
    assert "a.txt: was not read, by a mistake of Habeas (KeyError at test_flow.py" in str(failed)
    assert "Oren" not in str(failed)
    assert fine == read_document(papers[1])


def test_the_package_can_be_called(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    assert habeas.read(path).claims == habeas.read(LETTER).claims
    path.write_bytes(b"")
    with pytest.raises(IntakeError, match=r"letter\.txt"):
        habeas.read(path)


def test_a_language_without_a_model_is_said_to_be_unread():
    reading = read("Kirjoitamme teille ystävämme puolesta, joka pidätettiin toukokuussa Harskissa.")
    assert ["(fi) is not parsed" in one.reason for one in reading.unread] == [True]


def test_a_greeting_is_no_part_of_an_office():
    roles = [role.role for one in read(LETTER).entities for role in one.roles]
    assert any("Minister" in role for role in roles)
    assert not [role for role in roles if role.startswith("Dear")]
