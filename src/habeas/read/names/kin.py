"""Kin: "our father", "the wife of X", "A's daughter B" – who is meant, and what is stated by it.

A kinsman whom nobody names enters the cast unnamed. Kin in general ("some mothers") is left alone.
"""

from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType, Span
from habeas.read import grammar
from habeas.read.names.actor import Actor, Cast
from habeas.read.names.spelling import is_gendered, parts
from habeas.read.names.vocabulary import KIN, MAN, MANY, WOMAN
from habeas.read.passage import Passage

TURNED = {"child_of": "parent_of", "parent_of": "child_of"}
_HINTS = {MAN: "m", WOMAN: "f"}


def is_kin(token: Token) -> bool:
    """Say whether a word is a noun of kin."""
    return token.lower_ in KIN and token.pos_ in ("NOUN", "PROPN")


def owner_of(token: Token) -> Token | None:
    """Return the word for whose kin it is: a possessive, or the noun after "of"."""
    at = token.head if token.dep_ in ("compound", "nmod") and token.i < token.head.i else token
    for _ in range(4):
        for one in at.children:
            if one.dep_ == "poss":
                return one
        for one in at.children:
            if one.dep_ == "prep" and one.lower_ == "of":
                return next((noun for noun in one.children if noun.dep_ == "pobj"), None)
        after = next((one for one in at.children if one.dep_ == "conj" and one.lower_ in KIN), None)
        if at is token and after is not None and _of(after) is not None:
            return _of(after)
        if at.dep_ != "conj" or at.head.lower_ not in KIN:
            return None
        at = at.head
    return None


def _of(token: Token) -> Token | None:
    prep = next((one for one in token.children if one.dep_ == "prep" and one.lower_ == "of"), None)
    return next((one for one in prep.children if one.dep_ == "pobj"), None) if prep else None


def span_of(passage: Passage, token: Token, owner: Token) -> Span:
    """Return the words of a phrase of kin: its owner with it, coordinated kin left out."""
    doc = token.doc
    if owner.i > token.i:
        return passage.span(doc[first_word(token) : owner.i + 1])
    return passage.span(doc[first_word(token) : token.i + 1])


def first_word(token: Token) -> int:
    """Return where the phrase of a noun begins, not counting a quotation mark or bracket."""
    at = grammar.begin(token)
    while at < token.i and token.doc[at].is_punct:
        at += 1
    return at


def _share_family(one: str, other: str) -> bool:
    """Say whether two full names end in one family name, a man's or a woman's form of it."""
    a, b = parts(one), parts(other)
    if len(a) < 2 or len(b) < 2 or one.startswith("["):
        return False
    return a[-1] == b[-1] or is_gendered(a[-1], b[-1])


class Kinship:
    """The kin of each person, so that the next phrase for one of them is known."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.known: dict[tuple[tuple[str, ...], str, str | None], str] = {}

    def find(self, noun: str, owner: tuple[str, ...]) -> Actor | None:
        """Return the kinsman that is known, from the phrase or from the other side of it."""
        relation, gender = KIN[noun]
        found = self.known.get((owner, relation, gender))
        if found:
            return self.cast.get(found)
        fits = [self.cast.get(one) for one in self._kin(relation, owner)]
        fits = [one for one in fits if one.id not in owner and not one.many]
        fits = [one for one in fits if gender in (None, MANY) or one.gender in (None, gender)]
        return fits[0] if len({one.id for one in fits}) == 1 and gender != MANY else None

    def _kin(self, relation: str, owner: tuple[str, ...]) -> list[str]:
        """Return who is kin to the owners by what was said of them or their spouses."""
        found = []
        for one in (single for id_ in owner for single in self.cast.singly(id_)):
            found += self.cast.related(relation, one)
            if relation in ("spouse_of", "sibling_of"):
                found += self._targets(relation, one)
            elif relation == "parent_of":
                parents = self._targets("child_of", one)
                found += parents or []
                for parent in parents:
                    found += self.cast.related("spouse_of", parent)
                    found += self._targets("spouse_of", parent)
            elif relation == "child_of":
                found += self._targets("parent_of", one)
                for spouse in self.cast.related("spouse_of", one) + self._targets("spouse_of", one):
                    found += self.cast.related("child_of", spouse)
        return found

    def _targets(self, relation: str, source: str) -> list[str]:
        return [
            self.cast.now(g)
            for t, s, g in self.cast.relations
            if t == relation and self.cast.now(s) == source
        ]

    def enter(self, noun: str, owner: tuple[str, ...], named: Actor | None) -> Actor:
        """Return the kinsman, entered unnamed if need be, made one with who is named."""
        relation, gender = KIN[noun]
        actor = self.find(noun, owner)
        if named and actor and actor.id != named.id:
            if actor.mentions and not actor.name.startswith("["):
                self.known[owner, relation, gender] = named.id
            else:
                self.cast.merge(actor.id, named.id)
            actor = named
        actor = actor or named or self._namesake(noun, owner) or self._unnamed(noun, owner)
        if gender in (MAN, WOMAN):
            actor.gender = actor.gender or gender
        self.known[owner, relation, gender] = actor.id
        return actor

    def _namesake(self, noun: str, owner: tuple[str, ...]) -> Actor | None:
        """Return the only person with the family name of the one author whose kin it is."""
        gender = KIN[noun][1]
        if owner != (AUTHOR,) or len(self.cast.authors) != 1 or gender not in (MAN, WOMAN):
            return None
        author = self.cast.get(min(self.cast.authors))
        used = {*self.known.values(), author.id}
        fits = [
            one
            for one in self.cast.actors.values()
            if one.is_person and one.id not in used and one.id not in self.cast.merged
            if one.gender in (None, gender) and _share_family(one.name, author.name)
        ]
        return fits[0] if len(fits) == 1 else None

    def _unnamed(self, noun: str, owner: tuple[str, ...]) -> Actor:
        many = KIN[noun][1] == MANY
        names = [self.cast.get(one).name for id_ in owner for one in self.cast.singly(id_)]
        label = f"[unnamed] {noun} of {' and '.join(names) or 'the author'}"
        one = self.cast.enter(EntityType.ORGANIZATION if many else EntityType.PERSON, label)
        one.many = many
        return one

    def state(self, noun: str, actor: Actor, owner: tuple[str, ...], span: Span) -> None:
        """Note the relation that the phrase states."""
        if noun in ("family", "families"):
            return
        for one in owner or (AUTHOR,):
            self.cast.note(KIN[noun][0], (actor.id, one), span)
