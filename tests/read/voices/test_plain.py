"""Voices in languages that are not parsed: whose, how they stand, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model import QuotationKind
from habeas.read.voices import Stance, is_quotation, quotations, read_voices

from .sheets import lay

# A text, and its quotations as (source as printed, stance, content).
FRENCH = {
    "Le ministère prétend que la poétesse est rentrée de son plein gré.": [
        ("Le ministère", Stance.ALLEGED, "la poétesse est rentrée de son plein gré")
    ],
    "Selon sa voisine, Ada Roy, la poétesse a été frappée deux fois.": [
        ("sa voisine, Ada Roy", Stance.SAID, "la poétesse a été frappée deux fois")
    ],
    "Le bateau, d’après la défense, a été vendu en avril.": [
        ("la défense", Stance.SAID, "Le bateau, d’après la défense, a été vendu en avril")
    ],
    "La mairie l’accuse d’avoir volé la cloche de la ville.": [
        ("La mairie", Stance.ALLEGED, "avoir volé la cloche de la ville")
    ],
    "Le gardien, qui affirme avoir été battu, est parti.": [
        ("Le gardien", Stance.SAID, "avoir été battu")
    ],
    "La loi prévoit que « chacun peut chanter » et que « nul ne peut l’interdire ».": [
        ("La loi", Stance.SAID, "chacun peut chanter"),
        ("La loi", Stance.SAID, "nul ne peut l’interdire"),
    ],
    "« Elle est innocente », a déclaré la voisine.": [
        ("la voisine", Stance.SAID, "Elle est innocente")
    ],
    "Il était poursuivi pour « trouble de la sieste » hier.": [
        ("", Stance.SAID, "trouble de la sieste")
    ],
    "La maire, qui avait promis que la mer serait libre, se tait.": [
        ("La maire", Stance.SAID, "la mer serait libre")
    ],
    "Nous craignons que la poétesse ne soit frappée encore une fois.": [],
    "Elle écrivait dans « Le Phare » et vivait près de la mer.": [],
    "La demande de visa a été refusée par la mairie du village.": [],
}
RUSSIAN = {
    "Министерство заявило, что жалоб от поэта не поступало.": [
        ("Министерство", Stance.SAID, "жалоб от поэта не поступало")
    ],
    "По словам соседки, поэта дважды били.": [
        ("соседки", Stance.SAID, "поэта дважды били")
    ],
    "Прокуратура требует, чтобы город выдал поэта.": [
        ("Прокуратура", Stance.DEMANDED, "город выдал поэта")
    ],
    "Мэрия обвиняет её в краже колокола.": [("Мэрия", Stance.ALLEGED, "краже колокола")],
    "Мэрия отрицает, что колокол продали.": [("Мэрия", Stance.DENIED, "колокол продали")],
    "— Она невиновна, — сказала соседка.": [("соседка", Stance.SAID, "Она невиновна")],
    "Как сообщает мэрия, колокол продали.": [("мэрия", Stance.SAID, "колокол продали")],
    "Её обвиняют в том, что она писала стихи.": [("", Stance.ALLEGED, "она писала стихи")],
    "Я ответил, что колокол наш.": [],
    "Она писала в газету «Маяк» и жила у моря.": [],
}  # fmt: skip
OTHERS = {
    "Das Ministerium behauptet, dass die Dichterin freiwillig nach Hause gegangen ist.": [
        ("Das Ministerium", Stance.SAID, "die Dichterin freiwillig nach Hause gegangen ist")
    ],
    "El ministerio afirmó que la poeta había vuelto a su casa por voluntad propia.": [
        ("El ministerio", Stance.SAID, "la poeta había vuelto a su casa por voluntad propia")
    ],
    "Міністерство заявило, що скарг від поетки ще не надходило.": [
        ("Міністерство", Stance.SAID, "скарг від поетки ще не надходило")
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*FRENCH.items(), *RUSSIAN.items()])
def test_reads_what_somebody_says(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_reads_further_languages(text, expected):
    assert told(text) == expected


def told(text):
    voices = read_voices(lay(text))
    return [
        (source(voice, text), voice.stance, part.of(text))
        for voice in voices
        if is_quotation(voice, voices)
        for part in (voice.parts if voice.kind is QuotationKind.DIRECT else (voice.content,))
    ]


def source(voice, text):
    return voice.source_span.of(text) if voice.source_span is not None else ""


def test_asks_by_place_who_the_source_is():
    text = "Le ministère prétend que la poétesse est rentrée de son plein gré."
    found = quotations(read_voices(lay(text)), lambda p, t: (), lambda span: span.of(text))
    assert [one.source for one in found] == [("Le ministère",)]


WORDS = st.sampled_from(
    ["«", "»", "— ", "il", "a dit", "que", "qu’", "selon", "Ada Roy", ",", ".", "\n\n", "accuse",
     "de", "le poète", "affirme", "avoir", "était libre", "nous", ":", "demandez", "dont"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=24).map(" ".join))
def test_invents_nothing(text):
    text += "\n\nLe poète était libre depuis hier soir et il chantait dans la rue."
    for voice in read_voices(lay(text)):
        spans = [voice.content, *voice.parts, voice.source_span, voice.verb, voice.cue]
        assert all(one.of(text).strip() for one in spans if one is not None)
        assert all(voice.content.holds(part) for part in voice.parts)
