"""Whose a voice is where "it", "they" or "the letter" speaks, and whose quoted words are."""

import pytest

from habeas.model import AUTHOR
from habeas.read.voices import quotations, read_voices

from .sheets import lay

KNOWN = {"office", "mayor", "union", "Roe", "court", "members", "prison", "council"}
LETTER = "Ada Roe and five members of the council signed a letter to the mayor yesterday.\n\n"


def known(passage, token):
    return (token.text,) if token.text in KNOWN else ()


def sourced(text, *, reported=False):
    found = quotations(read_voices(lay(text)), known, reported=reported)
    return [("".join(one.source), one.content.of(text)) for one in found]


SOURCES = {
    "Your office wrote to me in May. The letter says that my brother left the town.": [
        ("office", "my brother left the town")
    ],
    "You had a promise from Ms Roe. It said that a doctor would come every month.": [
        ("Roe", "a doctor would come every month")
    ],
    "The mayor said that it was late. They say that the poet is ill.": [
        ("mayor", "it was late"), ("", "the poet is ill")],
    "The union said that it was late. They say that the poet is ill.": [
        ("union", "it was late"), ("union", "the poet is ill")],
    "A court gave her two years for “insulting a bridge”.": [
        ("court", "insulting a bridge")],
    "The members welcome the step and “remind the town that bridges are for all”.": [
        ("members", "remind the town that bridges are for all")],
    "They express “deep worry” about the poet.": [("", "deep worry")],
    "She was summoned by the council and warned that her shop would be shut.": [
        ("council", "her shop would be shut")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SOURCES.items())
def test_finds_who_speaks(text, expected):
    assert sourced(text) == expected


def test_gives_a_reported_letter_to_its_authors():
    text = LETTER + "The letter says that the poet is ill. The signatories claim that she fainted."
    expected = ["the poet is ill", "she fainted"]
    assert sourced(text, reported=True) == [(AUTHOR, content) for content in expected]
    assert sourced(text) != sourced(text, reported=True)


def test_gives_a_pull_quote_to_who_says_it_in_the_text():
    text = (
        "> The poet deserves a fair hearing\n\nThe mayor said: “The poet deserves a fair hearing.”"
    )
    assert [source for source, _ in sourced(text)] == ["mayor", "mayor"]


# What is somebody's act, wish or name for a thing, and nobody's words.
SILENT = [
    "Everybody in the town calls the prison the Old Mill.",
    "Please write to me what the mayor did.",
    "The judge refused to admit journalists to the courtroom.",
    "He reached the town and asked for shelter.",
    "The mayor was put in charge of the harbour.",
    "The conviction shows that the town punishes poets.",
    "Her newspaper published documents about the bridge.",
    "Read also: [“Ten minutes: the trial of a poet”](https://lesk.example/trial)",
]


@pytest.mark.parametrize("text", SILENT)
def test_hears_nobody_where_nobody_speaks(text):
    assert sourced(text) == []


def test_reads_the_comments_of_a_page():
    text = (
        "---\ntitle: A poet is tried\ncomments:\n - value: >\n     Let the poet go home.\n"
        "tags:\n - news\n---\n\nThe poet was tried on Monday in the old town hall of Lesk.\n"
    )
    assert ("", "Let the poet go home") in sourced(text)


def test_copies_numbered_chapters_of_a_report():
    report = "The number of poets fell to two. No court ordered an inquiry into it."
    text = (
        "I recommend the report of the Watch. I give it here:\n\nChapter 2. The poets\n\n"
        f"Poets and the law\n\n{report}\n\nI visited the poets myself."
    )
    assert report in [content for _, content in sourced(text)]
