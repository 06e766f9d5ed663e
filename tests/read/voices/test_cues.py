"""The lexicon of cues is whole, and every frame in it is one that is read."""

import pytest

from habeas.errors import InvalidLexicon
from habeas.read.pipeline import parser
from habeas.read.voices.cues import _frames, cues
from habeas.read.voices.frames import ORDER

PREPOSITIONS = {
    "about", "of", "on", "regarding", "concerning", "against", "for", "over", "in", "at", "with",
    "to:",
}  # fmt: skip
EXTRA = {"aside", "question", "quote"}


def test_knows_every_frame_of_the_lexicon():
    known = cues("en")
    used = {frame for frames in known.verbs.values() for frame in frames}
    assert used <= set(ORDER) | PREPOSITIONS | EXTRA


def test_has_no_lexicon_of_other_languages():
    assert cues("eo") is None


def test_takes_a_verb_with_its_particle():
    verb = next(t for t in parser("en")("They pointed out that it rained.") if t.tag_ == "VBD")
    assert "that" in cues("en").of_verb(verb)


def test_mends_lemmas_that_the_parser_gets_wrong():
    verb = next(t for t in parser("en")("She hopes that it rains.") if t.text == "hopes")
    assert cues("en").lemma(verb) == "hope"


def test_refuses_a_stance_that_does_not_exist():
    with pytest.raises(InvalidLexicon, match="known stance"):
        _frames([{"stance": "sung", "frames": ["that"], "lemmas": "say"}])
