"""Furniture told from text."""

import pytest

from habeas.model import Document, Layer, Region, Span
from habeas.read.furniture import Use, is_tag_line, uses
from habeas.read.layout import lay_out


def used(text, *regions):
    document = Document(
        path="-", sha256="", media_type="text/plain", text=text, regions=tuple(regions)
    )
    blocks = lay_out(text)
    return dict(zip((b.span.of(text) for b in blocks), uses(document, blocks), strict=True))


def test_marks_a_menu_and_not_a_list_of_signatories():
    menu = "Home\n\nAbout us\n\nOur Harbour\n\nContact us\n\n"
    text = menu + "We ask for his release.\n\nVela Ostrin\n\nOren Dask\n\nMir Tolan\n"
    found = used(text)
    assert found["Our Harbour"] is Use.NAVIGATION
    assert found["Oren Dask"] is Use.BODY


def test_believes_the_format_before_the_form():
    found = used("Words that stand here.", Region(layer=Layer.FOOTER, span=Span(0, 22)))
    assert found == {"Words that stand here.": Use.FOOTER}


def test_marks_front_matter_and_footers():
    found = used("---\ntitle: A letter\n---\nHe was taken.\n\n© 2025 Lesk Society\n")
    assert list(found.values()) == [Use.FRONT, Use.BODY, Use.FOOTER]


CLOUD = "Country Belmark Drosk Harsk Topic asylum Alba Court Bela Ostrin deportation Dora Lind " * 2
LINES = {
    CLOUD: True,
    "Tags: asylum, extradition, Vela Ostrin": True,
    "He was taken from his house in the night, and nobody has seen him since that day.": False,
    "Vela Ostrin, Oren Dask, Mir Tolan": False,
    "Topic: he was beaten. He was taken.": False,
}


@pytest.mark.parametrize(("line", "is_tags"), LINES.items())
def test_knows_a_list_of_labels(line, is_tags):
    assert is_tag_line(line) is is_tags
