"""Who takes part in an event, as the words that stand for them."""

from dataclasses import dataclass

from spacy.tokens import Token

from habeas.read import lexicon
from habeas.read.claims.vocabulary import LEXICON

_THINGS = frozenset({"it", "this", "that", "which", "what", "itself"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The heads of the phrases for those who take part, and the verb that carries an event noun.

    `owned`: the victim is only known as the one whose event it is ("X's arrest").
    """

    victims: tuple[Token, ...] = ()
    actors: tuple[Token, ...] = ()
    bearer: Token | None = None
    undergone: bool = False
    owned: bool = False


def is_person(token: Token) -> bool:
    """Say whether a word is one for people, as far as the word tells."""
    if token.pos_ == "PRON":
        return token.lower_ not in _THINGS
    return token.ent_type_ == "PERSON" or token.lemma_ in lexicon.words(LEXICON, "people", "nouns")


def may_hear(token: Token) -> bool:
    """Say whether a word is one for somebody to whom one can turn: people, states and bodies."""
    return is_person(token) or token.ent_type_ in ("ORG", "GPE", "NORP") or token.pos_ == "PROPN"


def some(*tokens: Token | None) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token is not None)
