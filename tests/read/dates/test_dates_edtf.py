"""What is EDTF and what is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.dates import is_edtf

VALID = [
    *["2013", "2013-05", "2013-05-31", "2012-02-29", "XXXX-02-29", "1944-22", "0000", "-0043"],
    *["2010~", "2010-05?", "2010-05-01%", "XXXX-12", "XXXX-12-05", "199X", "2014-XX-XX"],
    *[
        "1980/1989",
        "2011-12/..",
        "../2009",
        "2011-12/",
        "XXXX-12-05/XXXX-12-06",
        "1990~/2026-01-04",
    ],
    *["2013-05-31T10:00:00Z", "2013-05-31T10:00:00+02:00"],
]
INVALID = [
    *["", " 2013", "May", "13", "20133", "２０１３", "-0000", "2010~~", "2013-5-31"],
    *["2013-00", "2013-13", "2013-25", "2013-05-32", "2013-04-31", "2011-02-29", "1944-22-01"],
    *["/", "../..", "2013/2014/2015", "2013-05-31T25:00:00Z", "2013-05-31T10"],
]


@pytest.mark.parametrize("text", VALID)
def test_accepts(text):
    assert is_edtf(text)


@pytest.mark.parametrize("text", INVALID)
def test_refuses(text):
    assert not is_edtf(text)


@given(st.dates(), st.dates())
def test_accepts_every_day_and_interval(first: date, last: date):
    assert is_edtf(first.isoformat())
    assert is_edtf(f"{first}/{last}")


@given(st.text())
def test_never_raises(text):
    assert is_edtf(text) in (True, False)
