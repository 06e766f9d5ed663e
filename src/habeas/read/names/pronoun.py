"""Whom a pronoun denotes: the nearest fitting person, subjects before others.

Resolves where the rule is right more often than wrong and is silent elsewhere.
"""

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType
from habeas.read.grammar import SUBJECTS
from habeas.read.lexicon import words
from habeas.read.names.actor import Actor, Cast
from habeas.read.names.vocabulary import MAN, MANY, WOMAN

FIRST = words("names_words", "pronoun", "first")
SECOND = words("names_words", "pronoun", "second")
IT = "it"
THIRD = {
    **dict.fromkeys(words("names_words", "pronoun", "man"), MAN),
    **dict.fromkeys(words("names_words", "pronoun", "woman"), WOMAN),
    **dict.fromkeys(words("names_words", "pronoun", "many"), MANY),
    **dict.fromkeys(words("names_words", "pronoun", "thing"), IT),
}
PRONOUNS = FIRST | SECOND | frozenset(THIRD)
OFTEN = 4  # mentions that make somebody one whom the text is about
REACH = 4  # sentences that a pronoun looks back
FADE = 1.6  # what a sentence of distance costs
UNNAMED = 2.5  # what it costs an antecedent to be nobody in particular
SUBJECT, POSSESSOR, OTHER = 3.0, 1.2, 1.5


@dataclass(slots=True)
class Sighting:
    """Where somebody was last spoken of: in which sentence, and how prominently."""

    ids: tuple[str, ...]
    sentence: int
    weight: float
    verb: int
    many: bool = False
    order: int = 0


@dataclass(slots=True)
class Stage:
    """Who has been spoken of lately."""

    cast: Cast
    sentence: int = 0
    sightings: list[Sighting] = field(default_factory=list)
    order: int = 0
    told: Counter[str] = field(default_factory=Counter)

    def turn(self, paragraph: bool) -> None:
        """Go on to the next sentence; a new paragraph sets a little distance."""
        self.sentence += 1
        if paragraph:
            self.sightings = [
                one for one in self.sightings if self.sentence - one.sentence <= REACH + 2
            ]

    def see(self, ids: tuple[str, ...], token: Token, *, many: bool = False) -> None:
        """Note that somebody is spoken of by `token`."""
        self.order += 1
        if len(ids) == 1 and ids[0] != AUTHOR and self.cast.get(ids[0]).is_person:
            self.told[self.cast.now(ids[0])] += 1
        self.sightings.append(
            Sighting(ids, self.sentence, prominence(token), verb_of(token), many, self.order)
        )
        if len(self.sightings) > 60:
            del self.sightings[:20]

    def resolve(self, token: Token) -> tuple[str, ...]:
        """Return whom a pronoun of the third person denotes."""
        wanted = THIRD[token.lower_]
        best: tuple[str, ...] = ()
        top = 0.4
        for one in reversed(self.sightings):
            away = self.sentence - one.sentence
            if away > REACH:
                break
            score = self._worth(one, wanted, token)
            if score > top:
                best, top = one.ids, score
        return best or self._topic(wanted)

    def _topic(self, wanted: str) -> tuple[str, ...]:
        """Return the person of whom the text has said most up to here, if it is clear who."""
        if wanted not in (MAN, WOMAN):
            return ()
        told = sorted(
            (-times, id_) for id_, times in self.told.items() if self._may_be(id_, wanted)
        )
        if not told or -told[0][0] < OFTEN or (len(told) > 1 and told[0][0] > 1.5 * told[1][0]):
            return ()
        return (told[0][1],)

    def _may_be(self, id_: str, wanted: str) -> bool:
        actor = self.cast.get(id_)
        others = (*self.cast.addressees, *self.cast.authors)
        return actor.is_person and actor.gender == wanted and actor.id not in others

    def _worth(self, one: Sighting, wanted: str, token: Token) -> float:
        if wanted == MANY:
            fit = 1.0 if one.many else self._fit_body(one)
        elif one.many or len(one.ids) != 1:
            return -9.0
        else:
            fit = self._fit(self.cast.get(one.ids[0]), wanted)
        if wanted == IT and not self._may_be_it(one, token):
            return -9.0
        same_verb = one.sentence == self.sentence and one.verb == verb_of(token)
        if same_verb and token.dep_ in ("dobj", "dative") and one.weight == SUBJECT:
            return -9.0
        if one.weight == SUBJECT and one.sentence == self.sentence:
            fit += any(one.verb == above.i for above in token.ancestors)
        return fit + one.weight - FADE * (self.sentence - one.sentence) + one.order / 10_000

    def _fit_body(self, one: Sighting) -> float:
        """Say how well "they" fits one body: "the colony refused because, they said, …"."""
        if len(one.ids) != 1 or one.sentence != self.sentence or one.weight != SUBJECT:
            return -9.0
        body = self.cast.get(one.ids[0]).kind
        return 0.0 if body in (EntityType.PUBLIC_BODY, EntityType.ORGANIZATION) else -9.0

    def _may_be_it(self, one: Sighting, token: Token) -> bool:
        """Say whether "it" can be the body or country that was the subject just before."""
        if token.lower_ != "it":
            return True
        near = self.sentence - one.sentence <= 1 and one.weight == SUBJECT
        return near and token.dep_ in SUBJECTS and token.head.lemma_ != "be"

    def _fit(self, actor: Actor, wanted: str) -> float:
        if wanted == IT:
            return -9.0 if actor.is_person or actor.many else 0.3
        if not actor.is_person or actor.id in self.cast.addressees:
            return -9.0
        if actor.gender and actor.gender != wanted:
            return -9.0
        known = 1.0 if actor.gender else 0.0
        return known + min(actor.count, 12) / 10 - (UNNAMED if actor.latent else 0)


def prominence(token: Token) -> float:
    """Return how much a place in the clause makes one the likely antecedent."""
    head = token
    while head.dep_ in ("compound", "conj", "appos", "flat") and head.head != head:
        head = head.head
    if head.dep_ in SUBJECTS:
        return SUBJECT
    return POSSESSOR if head.dep_ == "poss" else OTHER


def verb_of(token: Token) -> int:
    """Return the position of the verb that a word stands under."""
    at = token
    while at.head != at and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    return at.i
