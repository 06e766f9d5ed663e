"""Which voices are quotations, and whose they are."""

import pytest

from habeas.model import QuotationKind
from habeas.read.voices import quotations, read_voices

from .sheets import lay


def nobody(passage, token):
    return ()


def by_word(passage, token):
    return (token.text,)


# What a reader would call quotations, as (source, content).
QUOTED = {
    "The mayor said that the poet was free.": [("mayor", "the poet was free")],
    "We believe that the poet is innocent.": [],
    "The mayor likes the poet.": [],
    "The mayor should confirm the sentence.": [],
    "I officially declare that the order was given.": [("I", "the order was given")],
    "They were held on charges relating to “disturbing the peace”.": [
        ("", "disturbing the peace")
    ],
    "The text calls on the council to “free the poet” and “end the trial”.": [
        ("text", "free the poet"), ("text", "end the trial")],
    "We ask you to realise that the poet is ill.": [],
    "There were reports of torture in the camp.": [("", "torture in the camp")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTED.items())
def test_chooses_quotations(text, expected):
    found = quotations(read_voices(lay(text)), by_word)
    assert [("".join(q.source), q.content.of(text)) for q in found] == expected


def test_gives_what_goes_on_to_who_spoke_last():
    def named(passage, token):
        return ("lawyers",) if token.text == "lawyers" else ()

    text = "Her lawyers say that she is ill. They also claim that she was beaten."
    found = quotations(read_voices(lay(text)), named)
    assert [q.source for q in found] == [("lawyers",), ("lawyers",)]


def test_leaves_the_demands_of_the_author_out():
    def author(passage, token):
        return ("author",)

    text = "The coalition calls on the ministry to free the poet."
    assert list(quotations(read_voices(lay(text)), author)) == []


BLOCKS = """The winter report of the Harbour Watch may be consulted.
Section: General
In the last year forty strikers were arrested in the capital and six of them were beaten.
Trials of all forty were closed to the public, and no lawyer was admitted to them at all.
At that time I was the harbour master, and I saw the arrests with my own eyes every day."""


def test_reads_a_copied_section_up_to_where_the_author_speaks_again():
    sheet = lay(BLOCKS)
    (block,) = [v for v in read_voices(sheet) if v.kind is QuotationKind.BLOCK]
    words = block.content.of(BLOCKS)
    assert words.startswith("In the last year")
    assert words.endswith("to them at all.")
    assert block.source.text == "Watch"


def test_reads_a_quoted_block():
    text = "The mayor spoke at noon in the harbour.\n\n> The strikers deserve an answer\n"
    (block,) = [v for v in read_voices(lay(text)) if v.kind is QuotationKind.BLOCK]
    assert block.content.of(text) == "The strikers deserve an answer"


def test_grounds_every_quotation_of_the_letters(letters):
    for path in sorted(letters.glob("*.txt")):
        text = path.read_text("utf-8")
        for quotation in quotations(read_voices(lay(text)), nobody):
            assert quotation.content.of(text).strip() == quotation.content.of(text)
