"""Choose the voices that a reader of a letter would call quotations, and put names to them.

Leaves out what the author says in the first person, and what somebody merely discusses, likes or
wants. Who a source is, the caller says.
"""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from habeas.model import Quotation, QuotationKind
from habeas.read.passage import Passage
from habeas.read.voices.voice import Stance, Voice

Who = Callable[[Passage, Token], tuple[str, ...]]
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SECOND = frozenset({"you", "your"})


def quotations(voices: list[Voice], who: Who) -> Iterator[Quotation]:
    """Yield the quotations among the voices of a document, one for each stretch of words."""
    for voice in voices:
        if is_quotation(voice, voices):
            source = who(voice.passage, voice.source) if voice.source is not None else ()
            yield from _quotations(voice, source)


def _quotations(voice: Voice, source: tuple[str, ...]) -> Iterator[Quotation]:
    direct = voice.kind is QuotationKind.DIRECT
    for part in voice.parts if direct else (voice.content,):
        yield Quotation(
            content=part,
            kind=voice.kind,
            source=source,
            cue=voice.cue,
            voice=voice.source_span,
            verb=voice.verb,
        )


def is_quotation(voice: Voice, voices: list[Voice]) -> bool:
    """Say whether a voice renders another's words, message or stated belief."""
    if voice.own or (voice.source is not None and voice.source.lower_ in _FIRST):
        return False
    if voice.kind is not QuotationKind.INDIRECT:
        return True
    if not voice.worded or _is_asked_of_the_reader(voice, voices):
        return False
    return voice.source is not None or not voice.frame.endswith(("-to", "-for"))


def _is_asked_of_the_reader(voice: Voice, voices: Iterable[Voice]) -> bool:
    """Say whether "you" are to know or to say it, rather than said to do so."""
    if voice.source is None or voice.source.lower_ not in _SECOND or voice.nested_in is None:
        return False
    outer = list(voices)[voice.nested_in]
    return outer.stance in (Stance.DEMANDED, Stance.HOPED)
