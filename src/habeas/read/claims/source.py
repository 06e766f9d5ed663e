"""Say who asserts a claim: the author or the page, or the innermost voice that it stands in.

Whoever only asks for something asserts nothing: what a demand takes for granted is the author's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from habeas.model import AUTHOR, PAGE, Anatomy, Kind, Source, Span
from habeas.read import lexicon
from habeas.read.claims.vocabulary import LEXICON
from habeas.read.passage import Passage
from habeas.read.voices import Stance, Voice

if TYPE_CHECKING:
    from habeas.read.names import Names

_ASKING = frozenset({Stance.DEMANDED, Stance.ASKED})
# Whoever condemns a murder or fears one takes it for granted, as the author does.
_TAKING = frozenset({Stance.JUDGED, Stance.INTENDED})
_CONCERNS = frozenset({"noun-over", "noun-about", "over", "about"})
# Whoever publishes these puts a title over them.
_TITLED = frozenset({Kind.STATEMENT, Kind.NEWS_REPORT, Kind.REPORT})
_REFUSED = frozenset({Stance.DENIED, Stance.REJECTED})


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who says something: the source, the voices around it from within, and who "we" are there."""

    source: Source
    voices: tuple[Voice, ...] = ()
    speaker: tuple[str, ...] | None = None
    hearsay: bool = False


class Sources:
    """The voices of a document, to be asked who speaks at a place."""

    def __init__(self, voices: Sequence[Voice], names: "Names", anatomy: Anatomy) -> None:
        self.narrator = PAGE if anatomy.kind is Kind.NEWS_REPORT else AUTHOR
        self._signed = _end_of_letter(anatomy)
        self._title = anatomy.title if anatomy.kind in _TITLED else None
        self._names = names
        told = [voice for voice in voices if voice.worded and not _is_idle(voice)]
        self._voices = [(voice, _source(voice, names)) for voice in told]

    def at(self, place: Span, *, aside: bool = False, known: bool = False) -> Hearing:
        """Return who says what stands at a place.

        `aside`: it stands in a relative clause; `known`: a noun takes it for granted.
        """
        around = [one for one in self._voices if one[0].content.holds(place) and _asserts(one[0])]
        if aside:
            around = [one for one in around if one[0].kind != "indirect"]
        if known:
            around = [one for one in around if one[0].stance not in _TAKING]
        around.sort(key=lambda one: len(one[0].content))
        others = [one for one in around if one[1] != (self.narrator,)]
        if not others:
            return Hearing(Source(asserter=(self._teller(place),)))
        (inner, ids), outer = others[0], others[1:]
        ids = ids or self._introduced(inner)
        relayed = [name for _, some in outer for name in some[:1]]
        through = dict.fromkeys((*relayed, self.narrator))  # nobody relays twice, or himself
        by = tuple(name for name in through if name not in ids)
        source = Source(asserter=ids, cue=inner.cue, relayed_by=by)
        return Hearing(source, tuple(voice for voice, _ in others), _speaker(others))

    def _introduced(self, voice: Voice) -> tuple[str, ...]:
        """Return who speaks without a name, as one of the entities from now on."""
        if voice.source is None:
            return ()
        return self._names.introduce(voice.passage, voice.source)

    def _teller(self, place: Span) -> str:
        """Return who tells what no voice says: after the signatures, the page."""
        after = self._signed is not None and place.start > self._signed
        headed = self._title is not None and self._title.holds(place)
        return PAGE if after or headed else self.narrator


def hearsay(passage: Passage, token: Token, hearing: Hearing) -> Hearing:
    """Return the hearing of "allegedly": somebody says so, the text does not say who."""
    known = lexicon.words(LEXICON, "stance", "alleged")
    cue = next((one for one in token.children if one.lower_ in known), None)
    if cue is None:
        return hearing
    outer = (*hearing.source.asserter, *hearing.source.relayed_by)
    source = Source(asserter=(), cue=passage.span(cue), relayed_by=outer)
    return Hearing(source, hearing.voices, hearing.speaker, hearsay=True)


def _end_of_letter(anatomy: Anatomy) -> int | None:
    """Return where the signatures under a letter end; None if they stand above it, or nowhere."""
    signed = max((one.span.end for one in anatomy.signatories), default=None)
    opened = max((one.span.end for one in anatomy.addressees), default=None)
    return signed if signed is not None and opened is not None and signed > opened else None


def _is_idle(voice: Voice) -> bool:
    """Say whether a voice asserts nothing of its own: the author's, the reader's, nobody's.

    "You know that", "it is shocking that", "what they will not say is that".
    """
    if voice.own or voice.negated:
        return True
    return voice.source is not None and voice.source.lower_ in ("you", "your", "it")


def _source(voice: Voice, names: "Names") -> tuple[str, ...]:
    return names.who(voice.passage, voice.source) if voice.source is not None else ()


def _asserts(voice: Voice) -> bool:
    return voice.stance not in _ASKING or voice.kind != "indirect"


def _speaker(voices: list[tuple[Voice, tuple[str, ...]]]) -> tuple[str, ...] | None:
    """Return who says "we" there: the source of the innermost direct words."""
    return next((ids for voice, ids in voices if voice.kind != "indirect"), None)


def is_refused(hearing: Hearing) -> bool:
    """Say whether the voice denies what it relays, or whoever relays it does."""
    return any(voice.stance in _REFUSED for voice in hearing.voices)


def is_feared(hearing: Hearing) -> bool:
    """Say whether the innermost voice only fears what it says; concern over a thing grants it."""
    inner = hearing.voices[0] if hearing.voices else None
    return inner is not None and inner.stance is Stance.FEARED and inner.frame not in _CONCERNS
