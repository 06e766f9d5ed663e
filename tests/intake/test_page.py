"""A page gives the text that its reader sees, its frame marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.intake.layer import Writer
from habeas.intake.limits import File
from habeas.intake.page import convert, print_page
from habeas.model import Layer

READS = {
    "<p>One  \n two</p><p>Three</p>": "One two\n\nThree",
    "<p>One<br>two<br><br>three": "One\ntwo\nthree",
    "<p>Ana&nbsp;Roe &amp; <b>Ivo</b> Lund": "Ana\xa0Roe & Ivo Lund",
    "<ul><li>One<li>Two</ul>": "One\nTwo",
    "<ol><li>One<li><p>Two</p></ol>": "1. One\n2. Two",
    "<ol start=4><li>One<li></li><li>Three</ol>": "4. One\n5.\n6. Three",
    "<ol start=x><li>One</ol>": "1. One",
    "<dl><dt>Name<dd>Ana Roe</dl>": "Name\nAna Roe",
    "<p>She said <q>no</q>.": "She said “no”.",
    "<pre>a\n  b</pre>": "a\n  b",
    "<table><tr><td>a<td>b<tr><td><td><p>d</table>": "a\tb\n\td",
    "<table><tr><td>one column<tr><td>only</table>": "one column\n\nonly",
    "<p>a<script>x</script><style>y</style><noscript>z</noscript>b": "ab",
    "<p>a<template>x</template><svg><text>y</text></svg> b": "a b",
    "<p hidden>x</p><p style='color:red;DISPLAY : none'>y</p><p>z": "z",
    "<dialog>x</dialog><dialog open>y</dialog>": "y",
    "<p>a<!-- x -->b<?php echo 1 ?>c": "abc",
    "<title>x</title><p>a": "a",
    "no tags at all": "no tags at all",
    "<p>Zhаnna": "Zhаnna",
    "<figure><img alt=x><figcaption>Tarsk</figcaption></figure>": "Tarsk",
    "<h1>Title</h1>text<div>more</div>tail": "Title\n\ntext\n\nmore\n\ntail",
}
FRAMED = {
    "<nav><a>Home</a> <a>News</a></nav><p>x": (Layer.NAVIGATION, "Home\nNews"),
    "<ul id=main-menu><li>Home</ul><p>x": (Layer.NAVIGATION, "Home"),
    "<ul class=mainMenu><li>Home</ul><p>x": (Layer.NAVIGATION, "Home"),
    "<div role=navigation>Home</div><p>x": (Layer.NAVIGATION, "Home"),
    "<header>Site <a>Home</a></header><p>x": (Layer.NAVIGATION, "Site Home"),
    "<p>x</p><aside><a>More</a></aside>": (Layer.NAVIGATION, "More"),
    "<p>x</p><footer>Contact</footer>": (Layer.FOOTER, "Contact"),
    "<p>x</p><div class='site-footer'>Contact</div>": (Layer.FOOTER, "Contact"),
    "<p>x</p><p class=tags>Tags: <a>A</a>, <a>B</a></p>": (Layer.TAGS, "Tags: A, B"),
    "<p>x</p><p><a rel=tag>A</a><a rel='tag nofollow'>B</a>": (Layer.TAGS, "A"),
    "<p>x</p><ul><li><a href=/tag/a>A</a><li><a href=/tag/b>B</a></ul>": (Layer.TAGS, "A\nB"),
    "<h2>Title</h2><p>x": (Layer.HEADING, "Title"),
    "<table><tr><td>a<td>b</table>": (Layer.TABLE, "a\tb"),
}
UNFRAMED = [
    "<body class='page has-menu footer-dark'><p>The letter is all there is here.",
    "<div class='menu-page'><h1>Title</h1><p>The whole letter stands in here.</p></div>",
    "<article><header>By Ivo Lund</header><p>The letter.</article>",
    "<article><aside>A word set apart.</aside><p>The letter.</article>",
    "<p>The letter on <a href=/tag/asylum>asylum</a> in running text.",
    "<table role=presentation><tr><td>a<td>b</table>",
]
NAMED = {
    "<title>A |\n B</title>": ("title", "A | B"),
    "<title>A</title><meta property=og:title content=B>": ("title", "B"),
    "<meta property=og:site_name content=Monitor>": ("publisher", "Monitor"),
    "<meta property=article:published_time content=2014-05-09>": ("date", "2014-05-09"),
    "<meta name=Author content='Ivo Lund'>": ("author", "Ivo Lund"),
    "<html lang=ru><p>x": ("language", "ru"),
    "<link rel=canonical href=https://example.org/a>": ("url", "https://example.org/a"),
    "<meta name=keywords content='a, b'>": ("keywords", "a, b"),
}


def read(source: str | bytes):
    data = source if isinstance(source, bytes) else source.encode()
    return convert(File("page.html", data))


def framed(source: str):
    found = read(source)
    return [(region.layer, region.span.of(found.text)) for region in found.regions]


@pytest.mark.parametrize(("source", "text"), READS.items())
def test_reads_as_on_screen(source, text):
    assert read(source).text == text


@pytest.mark.parametrize(("source", "region"), FRAMED.items())
def test_marks_what_frames_the_letter(source, region):
    assert framed(source)[0] == region


@pytest.mark.parametrize("source", UNFRAMED)
def test_takes_no_letter_for_a_frame(source):
    assert {layer for layer, _ in framed(source)} <= {Layer.HEADING}


@pytest.mark.parametrize(("source", "entry"), NAMED.items())
def test_reads_what_the_head_says(source, entry):
    assert entry in read(f"{source}<p>x").metadata.items()


def test_keeps_tags_apart_that_only_a_style_sheet_parts():
    source = "<p>x</p><div class=tag-list><a href=/a>Ana Roe</a><a href=/b>Tarsk</a></div>"
    assert read(source).text == "x\n\nAna Roe\nTarsk"


def test_keeps_links_with_their_words():
    source = '<p>x <a href=" https://example.org/a "> Ana\nRoe </a>y <a href=#top>up</a>'
    found = read(f"{source}<a href='javascript:x()'>run</a>")
    [link] = found.links
    assert (link.span.of(found.text), link.target) == ("Ana Roe", "https://example.org/a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r"])
def test_reads_the_encoding_that_the_page_declares(encoding):
    label = encoding.removesuffix("-sig")
    source = f"<html><meta charset='{label}'><p>Открытое письмо о Жанне".encode(encoding)
    assert read(source).text == "Открытое письмо о Жанне"


def test_a_wrong_label_does_not_spoil_utf8():
    assert read("<meta charset=windows-1251><p>Письмо".encode()).text == "Письмо"


@given(st.lists(st.text("ab Жé<>&", min_size=1), max_size=6))
def test_loses_no_word_of_a_paragraph(words):
    from html import escape

    writer = Writer()
    print_page("".join(f"<p>{escape(word)}</p>" for word in words) or "<p>", "page.html", writer)
    text = writer.layer("text/html", {}).text
    assert text.split() == " ".join(words).split()
