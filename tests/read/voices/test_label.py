"""Lines that set a speaker before a colon."""

import pytest

from habeas.model import QuotationKind
from habeas.read.voices import read_voices

from .sheets import lay

TRANSCRIPT = """The hearing of the harbour case began at noon in the capital.

VELA: Where were you when the strike began in the harbour?

ROE: I was at home with my children on that day.

VELA: Did you sign the letter of the strikers?
"""

TOPICS = (
    "Ruritania: the poet was arrested on Monday in the capital.",
    "Section: General remarks on the trial of the strikers.",
    "JOINT STATEMENT: the poet was arrested on Monday in the capital.",
)


def labelled(text):
    return [
        (voice.source_span.of(text), voice.content.of(text), voice.kind)
        for voice in read_voices(lay(text))
        if voice.frame == "label"
    ]


def test_reads_a_transcript():
    direct = QuotationKind.DIRECT
    assert labelled(TRANSCRIPT) == [
        ("VELA", "Where were you when the strike began in the harbour", direct),
        ("ROE", "I was at home with my children on that day", direct),
        ("VELA", "Did you sign the letter of the strikers", direct),
    ]


@pytest.mark.parametrize("text", TOPICS)
def test_takes_no_topic_for_a_speaker(text):
    assert labelled(text) == []
