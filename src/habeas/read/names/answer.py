"""What the rest of the reader asks of names: whom a word denotes, and who stands at a place."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from habeas.model import AUTHOR, Entity, EntityType, Relation, Span
from habeas.read.grammar import conjuncts
from habeas.read.names.pronoun import FIRST
from habeas.read.passage import Passage

Where = tuple[int, int]  # where a passage begins, and the number of a token in it
RELATIVES = ("WP", "WDT", "WP$")
NOBODY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of a document, their relations, and whom its words denote.

    `hidden` are the ids of unnamed participants for whom nobody has asked yet: they are no entities
    until `introduce` is asked for them.
    """

    cast: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    denoted: dict[Where, tuple[str, ...]] = field(default_factory=dict, repr=False)
    places: dict[int, str] = field(default_factory=dict, repr=False)
    by_id: dict[str, Entity] = field(default_factory=dict, repr=False)
    hidden: set[str] = field(default_factory=set, repr=False)
    authors: frozenset[str] = frozenset()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Return the entities, those with them that were introduced up to now."""
        return tuple(one for one in self.cast if one.id not in self.hidden)

    def get(self, id_: str) -> Entity:
        """Return the entity of an id; raise KeyError."""
        return self.by_id[id_]

    def entity_at(self, span: Span) -> str | None:
        """Return the entity whose name or description stands at a span, or begins in it.

        Where a span begins with no name, the first person in it comes before lands and bodies.
        """
        if span.start in self.places:
            return self.places[span.start]
        inside = [self.places[at] for at in range(span.start, span.end) if at in self.places]
        people = (one for one in inside if self.by_id[one].type is EntityType.PERSON)
        return next(people, next(iter(inside), None))

    def who(
        self, passage: Passage, token: Token, *, speaker: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return the ids that the noun phrase of a word denotes, coordination included.

        `speaker` is who says "I" where the word stands in a quotation.
        """
        found: dict[str, None] = {}
        for one in conjuncts(token):
            if speaker is not None and one.lower_ in FIRST:
                found |= dict.fromkeys(speaker)
            else:
                found |= dict.fromkeys(self._one(passage.block.span.start, one))
        return self._together(tuple(found))

    def _together(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """Return all the authors, or some of them with "we", as `AUTHOR`."""
        if AUTHOR in found or (len(self.authors) > 1 and self.authors <= set(found)):
            return tuple(dict.fromkeys(AUTHOR if one in self.authors else one for one in found))
        return found

    def introduce(
        self, passage: Passage, token: Token, *, speaker: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return the ids that `who` gives, those of unnamed participants too: "the judge".

        Whoever is introduced is one of the entities from then on.
        """
        start = passage.block.span.start
        for one in conjuncts(token):
            ids = self.denoted.get((start, one.i))
            if ids is None and one.tag_ in RELATIVES:
                ids = self.denoted.get((start, _antecedent(one).i))
            self.hidden.difference_update(ids or ())
        return self.who(passage, token, speaker=speaker)

    def _one(self, start: int, token: Token) -> tuple[str, ...]:
        ids = self._denoted(start, token)
        if ids is None and token.tag_ in RELATIVES:
            ids = self._denoted(start, _antecedent(token))
        if ids is None:
            near = (one for one in token.children if one.dep_ == "appos")
            found = (self._denoted(start, one) for one in near)
            ids = next((one for one in found if one is not None), None)
        return ids or NOBODY

    def _denoted(self, start: int, token: Token) -> tuple[str, ...] | None:
        """Return whom a word denotes, None if it denotes nobody or somebody hidden."""
        ids = self.denoted.get((start, token.i))
        if not ids:
            return ids
        return tuple(one for one in ids if one not in self.hidden) or None


def _antecedent(pronoun: Token) -> Token:
    at = pronoun
    while at.head != at and at.dep_ != "relcl":
        at = at.head
    return at.head
