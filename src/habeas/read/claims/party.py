"""Turn the heads of phrases into the people, bodies and places that they denote."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType
from habeas.read import lexicon
from habeas.read.claims.role import Cast
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import LEXICON, Part
from habeas.read.passage import Passage

if TYPE_CHECKING:
    from habeas.read.names import Names

_THINGS = frozenset({"it", "this", "that", "which", "what", "itself"})


class Parties:
    """The entities of a document, to be asked who takes part in an event."""

    def __init__(self, names: "Names") -> None:
        self._names = names
        spans = sorted(
            span
            for entity in names.entities
            if entity.type is not EntityType.NAMED_EVENT
            for span in entity.mentions
        )
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._persons = {e.id for e in names.entities if e.type is EntityType.PERSON}

    def is_named(self, passage: Passage, token: Token) -> bool:
        """Say whether a word stands within a name."""
        place = passage.span(token)
        i = bisect_right(self._starts, place.start)
        return i > 0 and place.end <= max(self._ends[max(0, i - 3) : i])

    def are_apt(self, passage: Passage, trigger: Trigger, played: Cast) -> bool:
        """Say whether a sense that asks for a person, or for anybody at all, has one."""
        frame = trigger.entry.frame
        if frame.person:
            return any(self._is_person(passage, token) for token in played.victims)
        if frame.weak:
            return bool(played.victims or played.actors)
        needs = frame.part is Part.VERB and frame.victim == "object" and not trigger.entry.rest
        needs |= frame.part is Part.STATE and frame.victim is not None
        return bool(played.victims) or not needs

    def _is_person(self, passage: Passage, token: Token) -> bool:
        if token.pos_ == "PRON":
            return token.lower_ not in _THINGS
        if token.ent_type_ == "PERSON" or token.lemma_ in lexicon.words(LEXICON, "people", "nouns"):
            return True
        return bool(self._persons.intersection(self._names.who(passage, token)))

    def spoken_by(
        self, speaker: tuple[str, ...] | None, passage: Passage
    ) -> Callable[[Iterable[Token]], tuple[str, ...]]:
        """Return how to tell whom phrases denote where `speaker` says "we" (None: the author)."""

        def who(tokens: Iterable[Token]) -> tuple[str, ...]:
            found = [one for token in tokens for one in self._names.who(passage, token)]
            if speaker is not None:
                found = [name for one in found for name in (speaker if one == AUTHOR else (one,))]
            return tuple(dict.fromkeys(found))

        return who
