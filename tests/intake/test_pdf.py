"""A PDF gives its text layer page by page, nothing joined and nothing guessed."""

import pytest
from tests.intake.intake_samples import pdf

from habeas.intake.limits import File
from habeas.intake.pdf import convert, iso
from habeas.model import Layer

DATES = {
    "D:20140509101112+02'00'": "2014-05-09T10:11:12+02:00",
    "D:20140509101112Z": "2014-05-09T10:11:12Z",
    "D:20140509": "2014-05-09",
    "20140509101112": "2014-05-09T10:11:12",
    "9 May 2014": "9 May 2014",
    "": "",
}


def read(data: bytes):
    return convert(File("letter.pdf", data))


def test_keeps_the_places_of_pages():
    found = read(pdf("One", "", "Three"))
    assert [page.of(found.text) for page in found.pages] == ["One", "", "Three"]
    assert found.text == "One\n\f\n\fThree"


def test_parts_paragraphs_where_the_page_leaves_a_gap():
    found = read(pdf([(720, "Title"), (692, "One"), (678, "two"), (664, "three"), (636, "x")]))
    assert found.text == "Title\n\nOne\ntwo\nthree\n\nx"


def test_keeps_a_word_broken_as_it_is_printed():
    found = read(pdf([(720, "Ana Roe was arre-"), (706, "sted on 3 May")]))
    assert found.text == "Ana Roe was arre-\nsted on 3 May"


def test_marks_running_heads_and_page_numbers():
    lines = [(740, "The Tarsk Monitor"), (700, "{}"), (686, "{} goes on"), (40, "Page {}")]
    pages = [[(y, words.format(n)) for y, words in lines] for n in (1, 2, 3)]
    found = read(pdf(*pages))
    marked = [(region.layer, region.span.of(found.text)) for region in found.regions]
    assert marked == [
        (layer, words)
        for n in (1, 2, 3)
        for layer, words in [(Layer.HEADER, "The Tarsk Monitor"), (Layer.FOOTER, f"Page {n}")]
    ]


def test_marks_nothing_on_pages_that_differ():
    assert read(pdf("One is here", "Two are there", "Three in all")).regions == ()


def test_reads_its_information():
    assert read(pdf()).metadata == {
        "title": "Open letter",
        "author": "Ivo Lund",
        "date": "2014-05-09T10:11:12+02:00",
    }


@pytest.mark.parametrize(("printed", "date"), DATES.items())
def test_writes_dates_as_iso_where_it_can(printed, date):
    assert iso(printed) == date
