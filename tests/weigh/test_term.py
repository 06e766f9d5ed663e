import pytest

from habeas.weigh.term import length

LENGTHS = {
    "P8Y": 2920,
    "P7Y6M": 2738,
    "P7.5Y": 2738,
    "P96M": 2920,
    "P2W": 14,
    "P10D": 10,
    "P": None,
    "life": None,
    "P.Y": None,
    "": None,
}


@pytest.mark.parametrize(("term", "days"), LENGTHS.items())
def test_tells_how_many_days_a_term_has(term, days):
    assert length(term) == days
