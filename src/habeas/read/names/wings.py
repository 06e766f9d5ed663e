"""The wings of a scene: who is spoken of without a name waits there until somebody asks.

Tells which phrases can be of a participant at all: not those of nobody ("no official"), of what
somebody is ("he was a driver"), or those with a name beside them.
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from habeas.model import AUTHOR, Span
from habeas.read.grammar import phrase
from habeas.read.names.actor import Actor
from habeas.read.names.answer import NOBODY
from habeas.read.names.scene import Scene
from habeas.read.passage import Passage

_NO = ("no", "any", "every", "each", "neither")
_PREDICATES = ("attr", "oprd", "acomp", "compound", "nmod")


def bare_phrase(token: Token) -> Words:
    """Return the noun phrase of a head without a possessive ending."""
    found = phrase(token)
    return found[:-1] if len(found) > 1 and found[-1].tag_ == "POS" else found


class Wings(Scene):
    """A scene at which unnamed participants can wait, and words be said to denote somebody."""

    def denote(self, passage: Passage, token: Token, actor: Actor, span: Span) -> None:
        """Note that a word denotes somebody by the phrase at `span`."""
        start = passage.block.span.start
        actor.references.add(span)
        self.denoted[start, token.i] = (actor.id,)
        self.stage.see((actor.id,), token, many=actor.many)
        if token.dep_ == "conj" and actor.is_person:
            together = [
                self.denoted.get((start, one.i), NOBODY) for one in (*token.conjuncts, token)
            ]
            ids = tuple(dict.fromkeys(one for found in together for one in found))
            if len(ids) > 1:
                self.stage.see(ids, token, many=True)

    def wait(self, passage: Passage, token: Token) -> None:
        """Let somebody without a name wait behind the scene."""
        if token.dep_ in _PREDICATES or any(one.lower_ in _NO for one in token.lefts):
            return
        start = passage.block.span.start
        if self.names_somebody(start, bare_phrase(token)) or self._is_named_beside(start, token):
            return
        if self._is_with_authors(passage, token):
            self.denoted[passage.block.span.start, token.i] = (AUTHOR,)
            return
        owner = next((one for one in token.lefts if one.dep_ == "poss"), None)
        ids = None
        if owner is not None:
            ids = self.denoted.get((passage.block.span.start, owner.i), (owner.lower_,))
        actor = self.unnamed.find(token, ids)
        if actor:
            self.denote(passage, token, actor, passage.span(bare_phrase(token)))

    def _is_named_beside(self, start: int, token: Token) -> bool:
        """Say whether a name stands beside a phrase: "another driver, X", "drivers such as X"."""
        beside = [one for noun in (token, *token.conjuncts) for one in noun.children]
        named = [one for one in beside if one.dep_ == "appos"]
        named += [
            one
            for prep in beside
            if prep.dep_ == "prep" and prep.lower_ in ("as", "including", "like")
            for one in prep.children
        ]
        named += [token.head] if token.dep_ == "appos" else []
        return any((start, one.i) in self.heads for one in named)

    def _is_with_authors(self, passage: Passage, token: Token) -> bool:
        """Say whether it is the rest of those who sign: "X and seven other organisations"."""
        if token.dep_ != "conj" or all(one.lower_ != "other" for one in token.lefts):
            return False
        beside = self.denoted.get((passage.block.span.start, token.head.i), NOBODY)
        return self.descriptions.signed_by_bodies() and bool(self.cast.authors & set(beside))

    def names_somebody(self, start: int, words: Words) -> bool:
        """Say whether a phrase holds the name of a person."""
        inside = [self.heads.get((start, at)) for at in range(words.start, words.end)]
        return any(one and self.cast.get(one).is_person for one in inside)
