"""Who says what: sentences with the source, the bare cue and the content they give."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model import Document, QuotationKind
from habeas.read.sheet import make_sheet
from habeas.read.voices import Stance, read_voices

from .sheets import lay

# sentence: source as printed, verb, content, stance
INDIRECT = {
    "The minister said that the poet was free.": (
        "The minister", "said", "the poet was free", Stance.SAID),
    "The poet is free, the minister said.": (
        "the minister", "said", "The poet is free", Stance.SAID),
    "Her lawyers have denied that she was present.": (
        "Her lawyers", "have denied", "she was present", Stance.DENIED),
    "The union urged the ministry to free the poet.": (
        "The union", "urged", "the ministry to free the poet", Stance.DEMANDED),
    "Many neighbours fear that the trial will be unfair.": (
        "Many neighbours", "fear", "the trial will be unfair", Stance.FEARED),
    "The guard admitted beating the prisoner.": (
        "The guard", "admitted", "beating the prisoner", Stance.SAID),
    "The governor vowed to punish the strikers.": (
        "The governor", "vowed", "to punish the strikers", Stance.INTENDED),
    "The court asked whether the witness was ill.": (
        "The court", "asked", "whether the witness was ill", Stance.ASKED),
    "The prosecutor accused her of spreading rumours.": (
        "The prosecutor", "accused", "spreading rumours", Stance.ALLEGED),
    "The trial was described by observers as unfair.": (
        "observers", "was described", "unfair", Stance.JUDGED),
    "The poet's claim that the papers were forged was ignored.": (
        "The poet's", "claim", "the papers were forged", Stance.SAID),
    "According to the union, four strikers were beaten.": (
        "the union", "According to", "four strikers were beaten", Stance.SAID),
    "Her brothers are confident that she will return.": (
        "Her brothers", "are confident", "she will return", Stance.BELIEVED),
    "It is clear how surprised the judge was that the papers were forged.": (
        "the judge", "surprised", "the papers were forged", Stance.JUDGED),
    "The ministry confirmed the sentence.": (
        "The ministry", "confirmed", "the sentence", Stance.SAID),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INDIRECT.items())
def test_reads_indirect_speech(text, expected):
    found = [
        (v.source_span and v.source_span.of(text), v.verb.of(text), v.content.of(text), v.stance)
        for v in read_voices(lay(text))
        if v.nested_in is None
    ]
    assert found == [expected]


DIRECT = {
    "“We are shocked,” said the mayor. “He must be freed.”": (
        "the mayor", ["We are shocked", "He must be freed"]),
    "“We are shocked,” the mayor said.": ("the mayor", ["We are shocked"]),
    "“We are,” the mayor said, “shocked.”": ("the mayor", ["We are", "shocked"]),
    "The mayor wrote: “Free the poet.”": ("The mayor", ["Free the poet"]),
    "The strikers held up a placard saying “Free bread”.": ("a placard", ["Free bread"]),
    "«The poet must be freed before the winter», said the mayor of the town.": (
        "the mayor of the town", ["The poet must be freed before the winter"]),
    "The mayor said:\n\n“It began at dawn.”": ("The mayor", ["It began at dawn"]),
    "“It began at dawn.\n\n“It ended at noon,” said the mayor.": (
        "the mayor", ["It ended at noon"]),
    "The mayor said: “It began at dawn.\n\n“It ended at noon.”": (
        "The mayor", ["It began at dawn", "It ended at noon"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECT.items())
def test_reads_direct_speech(text, expected):
    found = [
        (v.source_span and v.source_span.of(text), [part.of(text) for part in v.parts])
        for v in read_voices(lay(text))
        if v.kind is QuotationKind.DIRECT and v.verb is not None
    ]
    assert expected in found


NOT_DIRECT = (
    "She works for the daily “Morning Star” in the capital.",
    "On “Morning Star,” the minister said the poet was free.",
    "The guards' offer was refused, and the poets' reply was short.",
)


@pytest.mark.parametrize("text", NOT_DIRECT)
def test_takes_no_name_for_speech(text):
    assert all(v.kind is not QuotationKind.DIRECT for v in read_voices(lay(text)))


def test_knows_the_author_from_others():
    voices = read_voices(lay("We believe that the poet is innocent. The mayor thinks that he is."))
    assert [voice.own for voice in voices] == [True, False]


def test_puts_a_voice_into_the_one_that_holds_it():
    text = "The lawyer said that the guards had told her to wait outside."
    outer, inner = read_voices(lay(text))
    assert (outer.nested_in, inner.nested_in) == (None, 0)
    assert inner.source_span.of(text) == "the guards"


def test_knows_what_the_author_rejects():
    text = "Some say the poet is rich, but the fact is that he owns nothing."
    assert read_voices(lay(text))[0].stance is Stance.REJECTED


def test_gives_a_letter_the_voice_of_its_sender():
    text = "The widow sent the minister a letter requesting a visa."
    voice = read_voices(lay(text))[0]
    assert voice.source.text == "widow"
    assert voice.source_span.of(text) == "a letter"
    assert voice.content.of(text) == "a visa"


def test_knows_what_only_should_be_said():
    voice = read_voices(lay("The ministry should confirm the sentence."))[0]
    assert not voice.real


def test_keeps_the_remark_of_the_author_out_of_the_core():
    text = "The widow admitted writing a poem, which was printed abroad."
    assert read_voices(lay(text))[0].core.of(text) == "writing a poem"


def test_reads_no_reported_speech_without_a_lexicon():
    text = "Poliisi sanoi, että runoilija oli ollut vapaana eilisillasta lähtien kotonaan."
    assert read_voices(lay(text)) == []


WORDS = st.sampled_from(
    ["“", "”", '"', "'", "said", "the mayor", "that", "we", "hope", ":", ",", ".", "\n\n", "was",
     "free", "according to", "as", "claim", "X", "> ", "not", "asked", "to leave"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=24).map(" ".join))
def test_invents_nothing(text):
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(path="x", sha256=digest, media_type="text/plain", text=text)
    voices = read_voices(make_sheet(document))
    for i, voice in enumerate(voices):
        spans = [voice.content, voice.core, *voice.parts, voice.source_span, voice.verb, voice.cue]
        assert all(one.of(text).strip() for one in spans if one is not None)
        assert all(voice.content.holds(part) for part in voice.parts)
        assert voice.content.holds(voice.core)
        assert voice.nested_in is None or voice.nested_in < i
