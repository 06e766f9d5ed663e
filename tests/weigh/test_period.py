import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.weigh.period import bounds, days, gap, meant, width

BOUNDS = {
    "2019": ("2019-01-01", "2019-12-31"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2020-01-22": ("2020-01-22", "2020-01-22"),
    "2020-01-22T09:30:00": ("2020-01-22", "2020-01-22"),
    "2020-01-25~": ("2020-01-25", "2020-01-25"),
    "2019-05-12/2019-05-13": ("2019-05-12", "2019-05-13"),
    "2012-01/2020-06": ("2012-01-01", "2020-06-30"),
    "2019-05/..": ("2019-05-01", None),
    "../2019": (None, "2019-12-31"),
    "2018-23": ("2018-09-01", "2018-11-30"),
    "199X": ("1990-01-01", "1999-12-31"),
    "[2020-01-21,2020-01-22]": ("2020-01-21", "2020-01-22"),
    "0001": (None, "0001-12-31"),
    "9999-12-31": ("9999-12-31", None),
}
NOTHING = [
    None, "", "..", "../..", "unknown", "XXXX-12-05", "-0044-03-15", "0000", "2019-02-30",
    "2019-13-01", "2020-02/2020-01", "Y170000002", "2019-05-1X", "21 January", "/",
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "expected"), BOUNDS.items())
def test_bounds_what_a_date_may_mean(edtf, expected):
    assert bounds(edtf) == expected


@pytest.mark.parametrize("edtf", NOTHING)
def test_says_nothing_of_what_has_no_year_or_is_no_date(edtf):
    assert days(edtf) is None
    assert bounds(edtf) == (None, None)


@given(st.dates(), st.dates())
def test_every_day_is_its_own_bounds_and_an_interval_holds_both(one, other):
    first, last = sorted((one, other))
    assert days(one.isoformat()) == (one.toordinal(), one.toordinal())
    assert days(f"{first}/{last}") == (first.toordinal(), last.toordinal())


@given(st.text("0123456789-/X~?%.TYS[]{},: ", max_size=20))
def test_no_string_makes_it_fail(edtf):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = days(edtf)
    assert found is None or found[0] <= found[1]


def test_measures_gaps_between_the_nearest_days():
    month, day = days("2020-01"), days("2020-02-03")
    assert gap(month, day) == gap(day, month) == 3
    assert gap(month, days("2020-01-22")) == 0
    assert width(month) == 31


def test_about_a_day_reaches_a_month_to_either_side():
    about = days("2020-01-25")[0]
    assert meant("2020-01-25~") == (about - 31, about + 31)
    assert meant("2020-01-25") == (about, about)
    assert meant("0001-01-05?")[0] == date.min.toordinal()
