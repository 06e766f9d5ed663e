"""Give a pull quote or a heading in quotation marks to whoever says the same words in the text.

Only words that another voice has as direct speech are given; nothing is guessed from what is near.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model import QuotationKind
from habeas.read.voices.voice import Voice

LEAST = 4  # words that are compared
LIKE = 0.8  # of them that must be the same
_WORD = re.compile(r"[^\W_]+")


def name_repeats(text: str, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voices, those without a source with that of the speech they repeat."""
    alone = [v for v in voices if _is_alone(v)]
    told = [(_words(text, v), v) for v in voices if _is_told(v)] if alone else []
    for voice in voices:
        yield _named(voice, _words(text, voice), told) if voice in alone else voice


def _is_alone(voice: Voice) -> bool:
    return voice.source is None and voice.frame in ("scare", "block")


def _is_told(voice: Voice) -> bool:
    return voice.source is not None and voice.kind is QuotationKind.DIRECT


def _words(text: str, voice: Voice) -> set[str]:
    return set(_WORD.findall(voice.content.of(text).lower()))


def _named(voice: Voice, words: set[str], told: Sequence[tuple[set[str], Voice]]) -> Voice:
    for other, speech in told:
        if len(words) >= LEAST and len(words & other) >= LIKE * len(words):
            return replace(
                voice,
                passage=speech.passage,
                source=speech.source,
                source_span=speech.source_span,
            )
    return voice
