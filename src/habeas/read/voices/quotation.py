"""Choose the voices that a reader of a letter would call quotations, and put names to them.

Leaves out what the author says in the first person, what somebody merely discusses, likes or
wants, and what only may or should be said. Who a source is, the caller says.
"""

from collections.abc import Callable, Iterator, Sequence

from habeas.model import AUTHOR, Quotation, QuotationKind, Span
from habeas.read import grammar
from habeas.read.voices.voice import Stance, Voice
from habeas.read.voices.whose import Who, Whose

At = Callable[[Span], str | None]
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_SECOND = frozenset({"you", "your"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
# What the authors of a statement call themselves.
_BODIES = frozenset({"coalition", "organisation", "organization", "network", "campaign", "group"})
_TOLD = frozenset({"report", "account", "news", "rumor", "rumour", "allegation"})
_EMPTY = frozenset({"it", "this", "that", "which"})
# Feelings and beliefs count where they are put in words: "his fear that", not "fear of".
_INWARD = frozenset({Stance.BELIEVED, Stance.FEARED, Stance.HOPED, Stance.DENIED, Stance.DEMANDED})
MOST = 0.6  # of a content that is quoted in pieces: then the pieces are the quotations


def quotations(
    voices: Sequence[Voice], who: Who, at: At | None = None, *, reported: bool = False
) -> Iterator[Quotation]:
    """Yield the quotations among the voices of a document, one for each stretch of words.

    `who` gives the ids that a noun denotes, `at` the id of whom a place names, for texts without a
    parse; `reported` says that the document is a report of a letter, whose words are its authors'.
    The author's own demands are no quotations.
    """
    whose = Whose(who, reported=reported)
    for i, voice in enumerate(voices):
        if is_quotation(voice, voices) and not _in_pieces(i, voices):
            source = whose.of(voice)
            if voice.source is None and voice.source_span is not None and at is not None:
                source = tuple(filter(None, [at(voice.source_span)]))
            own = source == (AUTHOR,) or _is_issued(voice)
            if not (own and _is_own_demand(voice)):
                yield from _quotations(voice, source)


def _quotations(voice: Voice, source: tuple[str, ...]) -> Iterator[Quotation]:
    direct = voice.kind is QuotationKind.DIRECT
    for part in voice.parts if direct else (voice.core,):
        yield Quotation(
            content=part,
            kind=voice.kind,
            source=source,
            cue=voice.cue,
            voice=voice.source_span,
            verb=voice.verb,
        )


def is_quotation(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Say whether a voice renders another's words, message or stated belief."""
    if voice.own or _source(voice) in _FIRST:
        return voice.frame == "performative"
    if voice.kind is not QuotationKind.INDIRECT:
        return True
    if not voice.worded or not voice.real or _is_asked_of_the_reader(voice, voices):
        return False
    if _is_nobodys(voice) or (voice.stance is Stance.BELIEVED and voice.negated):
        return False
    return _is_worded_noun(voice) if voice.frame.startswith("noun") else True


def _is_nobodys(voice: Voice) -> bool:
    """Say whether nobody speaks: "no one claimed", "it is known", a group called so."""
    if voice.frame == "called":
        return True
    if voice.source is None:
        return False
    if any(one.lower_ == "no" for one in voice.source.lefts) or _source(voice) in _NOBODY:
        return True
    return voice.stance in _INWARD and _source(voice) in _EMPTY


def _source(voice: Voice) -> str:
    return voice.source.lower_ if voice.source is not None else ""


def _is_worded_noun(voice: Voice) -> bool:
    frame = voice.frame.removeprefix("noun-")
    if frame == "that":
        return True
    if voice.stance in _INWARD:
        return voice.source is not None and frame in ("about", "over", "on")
    if frame == "about" and voice.source is None:
        return voice.head is not None and voice.head.lemma_.lower() in _TOLD
    return voice.stance in (Stance.SAID, Stance.ALLEGED) or voice.source is not None


def _is_asked_of_the_reader(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Say whether "you" are to know or to say it, rather than said to do so."""
    if _source(voice) not in _SECOND or voice.nested_in is None:
        return False
    return voices[voice.nested_in].stance in (Stance.DEMANDED, Stance.HOPED)


def _in_pieces(i: int, voices: Sequence[Voice]) -> bool:
    """Say whether an indirect content is for the most part given in quotation marks."""
    whole = voices[i]
    if whole.kind is not QuotationKind.INDIRECT:
        return False
    pieces = [v for v in voices[i + 1 :] if v.nested_in == i and v.frame == "partial"]
    if whole.stance is Stance.JUDGED and any(p.content.end == whole.content.end for p in pieces):
        return True
    return sum(len(piece.content) for piece in pieces) > MOST * len(whole.core)


def _is_issued(voice: Voice) -> bool:
    """Say whether a body makes a demand in this very text: "The coalition calls on …"."""
    if voice.source is None or voice.head is None or voice.kind is not QuotationKind.INDIRECT:
        return False
    body = voice.source.ent_type_ == "ORG" or voice.source.lemma_.lower() in _BODIES
    return body and voice.head.tag_ == "VBZ" and voice.nested_in is None


def _is_own_demand(voice: Voice) -> bool:
    """Say whether it is a demand that the author makes here, not one told of a letter of his."""
    if voice.kind is not QuotationKind.INDIRECT:
        return False
    if voice.stance is not Stance.DEMANDED or voice.source is None or voice.source_span is None:
        return False
    phrase = voice.passage.span(grammar.phrase(voice.source))
    return phrase.start == voice.source_span.start
