"""What was seen and not read is told, with the reason."""

import pytest

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.read import pipeline
from habeas.read.unread import SIGNATURE, TIME

LETTER = """Dear Minister Fenn,

We ask you to release Oren Dask. {words}

Yours sincerely,

{sign}
"""


FRENCH = """Monsieur le Ministre,

Nous vous demandons de libérer Oren Dask, qui est détenu depuis mars dans la prison de Harsk.

Vela Dask
"""


@pytest.fixture
def no_french(monkeypatch):
    """Let the French model be one that is not installed."""
    monkeypatch.setitem(pipeline.NAMERS, "fr", "no-such-model")
    for asked in (pipeline.namer, pipeline.missing):
        asked.cache_clear()
    yield
    for asked in (pipeline.namer, pipeline.missing):
        asked.cache_clear()


def test_a_missing_model_costs_the_names_and_not_the_letter(no_french):
    reading = read_document(from_text(FRENCH))
    assert reading.anatomy.language == "fr"
    assert [one.name for one in reading.anatomy.signatories] == ["Vela Dask"]
    reasons = [one.reason for one in reading.unread]
    assert any("install it with: pip install no-such-model" in one for one in reasons)


def unread(words="", sign="Vela Dask"):
    text = LETTER.format(words=words, sign=sign)
    return [(one.span.of(text), one.reason) for one in read_document(from_text(text)).unread]


TIMES = {
    "At that time he was a teacher.": [("At that time", TIME)],
    "He was arrested on 3 May 2019.": [],
    "He was in prison for three years.": [],
}


@pytest.mark.parametrize(("words", "expected"), TIMES.items())
def test_tells_a_time_that_stays_open(words, expected):
    assert unread(words) == expected


def test_tells_a_signature_that_names_nobody():
    sign = "Vela Dask, Head of Lesk Society\nGood people of the town\nOren Lund, Baker"
    assert unread(sign=sign) == [("Good people of the town", SIGNATURE)]


def test_tells_no_signature_that_is_read():
    assert unread(sign="Vela Dask\nOren Lund") == []


def test_tells_a_language_that_is_not_parsed():
    text = "Kirjoitamme teille ystävämme puolesta, joka pidätettiin toukokuussa Harskissa."
    (one,) = read_document(from_text(text)).unread
    assert one.span.of(text) == text
    assert "(fi) is not parsed" in one.reason
