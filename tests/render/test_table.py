"""Tables come back from CSV as they were, and no cell of them runs."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.render.table import COLUMNS, cell, line, lines

CELLS = {
    "no value": (None, ""),
    "a number": (-3, -3),
    "a text": ("Ana Roe", "Ana Roe"),
    "several": (["P1", "P2"], "P1; P2"),
    "nobody": ([], ""),
    "a formula": ("=1+1", "'=1+1"),
    "a sum": ("+1", "'+1"),
    "a year before our era": ("-0044", "'-0044"),
    "a macro": ("@SUM(A1)", "'@SUM(A1)"),
    "a tab": ("\t=1", "'\t=1"),
    "a break": ("\r\n=1", "'\r\n=1"),
    "a wide formula": ("＝1", "'＝1"),
    "a formula after a space": (" =1", "' =1"),
    "a formula in a list": (["=1", "P2"], "'=1; P2"),
    "an apostrophe": ("'tis", "'tis"),
    "a dash within": ("Roe-Doe", "Roe-Doe"),
    "no character": ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
}


@pytest.mark.parametrize(("value", "written"), CELLS.values(), ids=CELLS)
def test_cells(value, written):
    assert cell(value) == written


def test_lines_are_those_of_the_standard():
    assert line(["a", 'say "no"', "two\nlines", None]) == 'a,"say ""no""","two\nlines",\r\n'


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(texts, min_size=2))
def test_nothing_is_lost_and_nothing_runs(values):
    (back,) = csv.reader(io.StringIO(line(values), newline=""))
    assert [one.removeprefix("'") for one in back] == [one.removeprefix("'") for one in values]
    assert not any(one.lstrip().startswith(("=", "+", "-", "@")) for one in back)


def test_a_table_has_its_columns_in_order():
    head, row = lines("people", [dict.fromkeys(COLUMNS["people"], "x")])
    assert head.rstrip().split(",") == list(COLUMNS["people"])
    assert row == ",".join(["x"] * len(COLUMNS["people"])) + "\r\n"


def test_a_row_that_lacks_a_column_is_a_mistake():
    with pytest.raises(KeyError):
        list(lines("people", [{"entity": "P1"}]))


def test_every_column_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    lines = text.splitlines()
    rows = {name: next(one for one in lines if f"`{name}.csv`" in one) for name in COLUMNS}
    assert [one for name in COLUMNS for one in COLUMNS[name] if f"`{one}`" not in rows[name]] == []
