"""A document laid out: what is parsed, and that every place leads back."""

from habeas import intake
from habeas.read.furniture import Use
from habeas.read.sheet import make_sheet

TEXT = (
    "Home\n\nNews\n\nContact us\n\n"
    + "The poet Oren Dask was arrested in Harsk on Monday morning.\n\n* * *\n"
)


def test_parses_the_body_and_no_furniture():
    sheet = make_sheet(intake.from_text(TEXT))
    assert [passage.text[:8] for passage in sheet.parsed()] == ["The poet"]
    assert sheet.uses[0] is Use.NAVIGATION


def test_every_token_leads_back_to_its_words():
    sheet = make_sheet(intake.from_text("He was **beaten** [in Harsk](http://x.example) in\nMay."))
    for passage in sheet.parsed():
        for token in passage.doc:
            assert passage.span(token).of(sheet.text) == token.text


def test_lays_out_a_language_without_a_model():
    sheet = make_sheet(intake.from_text("Поэт был арестован в Харске в понедельник утром.\n"))
    assert sheet.language == "ru"
    assert not list(sheet.parsed())
    assert len(list(sheet.body())) == 1
