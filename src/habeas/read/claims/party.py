"""Turn the heads of phrases into the people, bodies and places that they denote."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Span as Words
from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType
from habeas.read import lexicon
from habeas.read.claims.cast import Cast, is_person
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import LEXICON, Part, group
from habeas.read.grammar import ancestors, child, subject
from habeas.read.passage import Passage

if TYPE_CHECKING:
    from habeas.read.names import Names

_ASIDE = frozenset({"to", "with", "for", "from", "in", "at", "into"})
_FAMILY = frozenset({"spouse_of", "child_of", "parent_of", "sibling_of", "relative_of"})
_THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_FEMALE = frozenset({"she", "her", "herself"})
_SUCH = frozenset({"as", "including", "like"})


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
        self._powers = {
            e.id for e in names.entities if e.type in (EntityType.PLACE, EntityType.PUBLIC_BODY)
        }
        self._places = {e.id for e in names.entities if e.type is EntityType.PLACE}
        self._persons = {e.id for e in names.entities if e.type is EntityType.PERSON}

        self._abstract = {
            e.id for e in names.entities if e.type in (EntityType.NAMED_EVENT, EntityType.TREATY)
        }
        self.close = {AUTHOR, *_kin(names)}
        self.focus: tuple[str, ...] = ()
        self._last: str | None = None
        self._called: dict[str, bool] = {}  # whether a person was ever "she"
        self._people = sorted(
            (span, e.id)
            for e in names.entities
            if e.type is EntityType.PERSON
            for span in (*e.mentions, *e.references)
        )

    def remember(self, victims: tuple[str, ...]) -> None:
        """Keep whom the last event was about, for "the attack" in a later sentence."""
        people = tuple(one for one in victims if one in self._persons)
        self.focus = people or self.focus

    def mention(self, *parts: tuple[str, ...]) -> None:
        """Keep the one person of whom the last claim tells, for "he" in a later one."""
        people = next((found for part in parts if (found := self._persons.intersection(part))), ())
        if len(people) == 1:
            (self._last,) = people

    def named_after(self, passage: Passage, token: Token, words: Words) -> tuple[str, ...]:
        """Return the persons named in a clause from the word that tells the event on."""
        start, end = passage.span(token).start, passage.span(words).end
        found = (name for span, name in self._people if start <= span.start and span.end <= end)
        return tuple(dict.fromkeys(found))

    def named_in(self, passage: Passage, heads: Iterable[Token]) -> tuple[str, ...]:
        """Return the people named in phrases, whatever part they have there."""
        spans = [passage.span(one.doc[one.left_edge.i : one.right_edge.i + 1]) for one in heads]
        found = (name for at, name in self._people if any(span.holds(at) for span in spans))
        return tuple(dict.fromkeys(found))

    def is_named(self, passage: Passage, token: Token) -> bool:
        """Say whether a word stands within a name."""
        place = passage.span(token)
        i = bisect_right(self._starts, place.start)
        return i > 0 and place.end <= max(self._ends[max(0, i - 3) : i])

    def are_apt(self, passage: Passage, trigger: Trigger, played: Cast) -> bool:
        """Say whether a sense that asks for a person, or for anybody at all, has one."""
        frame = trigger.entry.frame
        if frame.person and frame.victim is None:
            return any(self._is_known(passage, token) for token in played.actors)
        if frame.person:
            return any(self._is_person(passage, token) for token in played.victims)
        if frame.weak:
            return bool(played.victims or played.actors)
        needs = (
            frame.part is Part.VERB
            and frame.victim == "object"
            and not trigger.entry.rest
            and child(trigger.token, "auxpass") is None
        )
        needs |= frame.part is Part.STATE and frame.victim is not None
        return bool(played.victims) or not needs

    def _is_known(self, passage: Passage, token: Token) -> bool:
        """Say whether a word stands for a person who is named, or for the author."""
        if token.lower_ in _THIRD:
            return bool(self._last or self._denoted(passage, token, None))
        found = self._denoted(passage, token, None)
        return AUTHOR in found or bool(self._persons.intersection(found))

    def _is_person(self, passage: Passage, token: Token) -> bool:
        if token.lemma_ in group("body"):
            owner = child(token, "poss")
            return owner is not None and self._is_person(passage, owner)
        near = (token, *(one for one in token.children if one.dep_ == "appos"))
        return any(
            is_person(one) or bool(self._persons.intersection(self._denoted(passage, one, None)))
            for one in near
        )

    def is_place(self, name: str) -> bool:
        """Say whether an entity is a place."""
        return name in self._places

    def is_power(self, name: str) -> bool:
        """Say whether an entity is a state or a body of one: its violence is not done to it."""
        return name in self._powers

    def who(
        self, passage: Passage, token: Token, speaker: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return the entities that a phrase denotes or names as examples; no place beside it."""
        found = next(
            (
                some
                for one in (token, *_stand_ins(token))
                if (some := self._denoted(passage, one, speaker))
            ),
            (),
        )
        found = found or self._introduced(passage, token, speaker)
        if token.dep_ == "pobj" and token.head.lower_ in _ASIDE:
            found = tuple(name for name in found if name not in self._places)
        return found

    def _introduced(
        self, passage: Passage, token: Token, speaker: tuple[str, ...] | None
    ) -> tuple[str, ...]:
        """Return who takes part without a name; "he" is whom the last event was about."""
        if token.lower_ in _THIRD:
            return self._spoken_of(token)
        found = self._names.introduce(passage, token, speaker=speaker)
        return tuple(one for one in found if one not in self._abstract)

    def _spoken_of(self, pronoun: Token) -> tuple[str, ...]:
        """Return whom "he" means where names do not say, unless that one was "she" before."""
        if self._last is None or self._last == AUTHOR:
            return ()
        female = pronoun.lower_ in _FEMALE
        return (self._last,) if self._called.get(self._last, female) is female else ()

    def _named_before(self, passage: Passage, token: Token) -> tuple[str, ...]:
        """Return the people whose name stands before a thing: "the Orlan petition"."""
        if token.pos_ != "NOUN" or is_person(token):
            return ()
        near = (one for one in token.children if one.dep_ == "compound" and one.pos_ == "PROPN")
        found = (name for one in near for name in self._denoted(passage, one, None))
        return tuple(dict.fromkeys(name for name in found if name in self._persons))

    def _denoted(
        self, passage: Passage, token: Token, speaker: tuple[str, ...] | None
    ) -> tuple[str, ...]:
        """Return what a phrase denotes, but no event and no law: nothing is done to those."""
        found = self._names.who(passage, token, speaker=speaker)
        if len(found) == 1 and token.lower_ in _THIRD:
            self._called[found[0]] = token.lower_ in _FEMALE
        if not found and token.pos_ == "PROPN":
            at = self._names.entity_at(passage.span(token))
            found = (at,) if at is not None else ()
        return tuple(one for one in found if one not in self._abstract)

    def spoken_by(
        self, speaker: tuple[str, ...] | None, passage: Passage
    ) -> Callable[[Iterable[Token]], tuple[str, ...]]:
        """Return how to tell whom phrases denote where `speaker` says "we" (None: the author)."""

        def who(tokens: Iterable[Token]) -> tuple[str, ...]:
            found = (one for token in tokens for one in self.who(passage, token, speaker))
            return tuple(dict.fromkeys(found))

        return who


def _stand_ins(token: Token) -> Iterator[Token]:
    """Yield who may stand for a phrase that denotes nobody: examples of it, or its owner."""
    for one in token.children:
        if one.dep_ == "appos":
            yield one
        elif one.dep_ == "prep" and one.lower_ in _SUCH:
            yield from one.children
    if token.dep_ in ("attr", "appos"):
        said_of = subject(token.head) if token.dep_ == "attr" else token.head
        yield from [said_of] if said_of is not None else []
    if token.tag_ == "WP$":
        yield from (one.head for one in ancestors(token) if one.dep_ == "relcl")
    if token.pos_ == "NOUN" and not is_person(token) and not _is_common(token):
        yield from (
            found
            for one in token.children
            if one.dep_ == "poss"
            for found in ([one] if one.tag_ != "WP$" else _stand_ins(one))
        )
        yield from (
            noun
            for one in token.children
            if one.dep_ == "prep" and one.lower_ == "of"
            for noun in one.children
        )


def _is_common(token: Token) -> bool:
    """Say whether a thing is no one's own, though "our" may stand before it."""
    return token.lemma_ in lexicon.words(LEXICON, "people", "common")


def _kin(names: "Names") -> Iterator[str]:
    """Yield the close family of the author."""
    for one in names.relations:
        if AUTHOR in (one.source, one.target) and one.type in _FAMILY:
            yield one.target if one.source == AUTHOR else one.source
