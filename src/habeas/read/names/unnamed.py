"""Who takes part without a name: "the judge", "two guards", "a prison doctor", "your office".

Such a one waits behind the scene: no entity is made of it until somebody asks who said or suffered
something. "The judge" is the judge spoken of last; "a judge" is always another.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from habeas.model import EntityType
from habeas.read.grammar import phrase
from habeas.read.lexicon import words
from habeas.read.names.actor import Actor, Cast
from habeas.read.names.vocabulary import EXECUTIVE, GENDERS, OFFICES, PERSON_NOUNS, PUBLIC

_BODIES = frozenset(words("names_words", "reference", "body")) | frozenset(
    words("names_words", "unnamed", "group")
)
_FORCES = frozenset(words("names_words", "unnamed", "force"))
_STATE = EXECUTIVE | PUBLIC | frozenset(words("names_words", "unnamed", "state"))
_SINGLE = PERSON_NOUNS | OFFICES | frozenset(words("names_words", "unnamed", "person"))
_PLURAL = frozenset(words("names_words", "unnamed", "people"))
_ENDINGS = ("man", "woman", "person", "er", "or", "ist", "ant", "ian", "ee")
_DEFINITE = ("the", "this", "these", "that", "those", "both")
_SINGULAR, _PLURALS = ("NN", "NNP"), ("NNS", "NNPS")
_MODIFIERS = ("amod", "compound", "nmod", "nummod")
Key = tuple[str, bool, tuple[str, ...], tuple[str, ...]]


def kind_of(token: Token) -> EntityType | None:
    """Return what a common noun for participants is of, None if it is for none."""
    noun, lemma = token.lower_, token.lemma_.lower()
    if noun in _STATE or lemma in _STATE:
        return EntityType.PUBLIC_BODY
    if noun in _BODIES or lemma in _BODIES or noun in _PLURAL:
        return EntityType.ORGANIZATION
    if lemma not in _SINGLE:
        return None
    if token.tag_ in _SINGULAR:
        return EntityType.PERSON
    return EntityType.PUBLIC_BODY if lemma in _FORCES else EntityType.ORGANIZATION


def may_be_person(token: Token) -> bool:
    """Say whether a noun that no list knows has the form of one for people."""
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and lemma.endswith(_ENDINGS) and len(lemma) > 4


@dataclass(slots=True)
class Unnamed:
    """Those who take part without a name, by the phrase for them."""

    cast: Cast
    known: dict[Key, Actor] = field(default_factory=dict)
    last: dict[tuple[str, bool], Actor] = field(default_factory=dict)

    def find(self, token: Token, owner: tuple[str, ...] | None) -> Actor | None:
        """Return the one whom a phrase denotes, new if need be; `owner` is whose it is."""
        kind = kind_of(token)
        if kind is None:
            return None
        many = token.tag_ in _PLURALS
        first = token.left_edge.lower_
        key = (token.lemma_.lower(), many, _modifiers(token), owner or ())
        actor = None
        if first in _DEFINITE and not key[2] and not owner:
            actor = self.last.get(key[:2])
        elif first in _DEFINITE or owner or (many and not key[2]):
            actor = self.known.get(key)
        if actor is None:
            actor = self._enter(token, kind, many=many)
        self.known[key] = self.last[key[:2]] = actor
        return actor

    def _enter(self, token: Token, kind: EntityType, *, many: bool) -> Actor:
        words_ = phrase(token)
        if len(words_) > 1 and words_[-1].tag_ == "POS":
            words_ = words_[:-1]
        one = self.cast.enter(kind, f"[unnamed] {words_.text}")
        one.latent, one.many = True, many
        one.gender = GENDERS.get(token.lower_) if kind is EntityType.PERSON else None
        return one


def _modifiers(token: Token) -> tuple[str, ...]:
    """Return the words that tell one such from another: "prison", "of the tax office"."""
    left = [one.lower_ for one in token.lefts if one.dep_ in _MODIFIERS]
    right = [
        "".join(word.text_with_ws for word in one.subtree).lower().strip()
        for one in token.rights
        if one.dep_ == "prep" and one.lower_ in ("of", "from", "for", "at")
    ]
    return (*left, *right)
