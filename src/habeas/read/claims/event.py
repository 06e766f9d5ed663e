"""Say who takes part in an event that a noun names: "X's arrest", "the torture that X faced".

Also which verb only carries such a noun, so that its clause is the claim.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read import lexicon
from habeas.read.claims.cast import Cast, some
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import LEXICON
from habeas.read.grammar import agent, child, conjuncts, is_passive, prepositions, subject

# Of these, "of X" says what it is about and not against whom.
_TOPICAL = frozenset({"criminal_charge", "accusation"})
_AGAINST = frozenset({"against", "on", "upon", "by"})
HARMED = frozenset({"of", "against", "on", "upon", "toward", "towards", "at", "for", "among"})


def of_noun(trigger: Trigger) -> Cast:
    noun = trigger.token
    told = _told(trigger)
    bearer, undergone = bearing(noun)
    if trigger.entry.frame.victim is None:
        doer = told.actors or (some(subject(bearer)) if bearer is not None else ())
        return Cast(told.victims, doer, bearer)
    if bearer is None:
        return told
    return _borne(noun, told, bearer, undergone=undergone)


def _told(trigger: Trigger) -> Cast:
    """Return who a noun phrase itself names: "X's murder of Y by Z"."""
    victims: list[Token] = []
    actors: list[Token] = []
    noun, suffered = trigger.token, trigger.entry.frame.victim is not None
    words = set(trigger.words)
    for name, found in _prepositions_of(trigger):
        if name in ("by", "between"):
            actors.append(found)
        elif name == "of" and trigger.entry.type in _TOPICAL:
            continue
        elif name in HARMED and found not in words:
            (victims if suffered or name != "of" else actors).append(found)
    owner = child(noun, "poss") or child(whole(noun), "poss")
    owned = suffered and not victims and not any(word.lower_ in HARMED for word in words)
    if owner is not None:
        (victims if owned else actors).append(owner)
    return Cast(tuple(victims), tuple(actors), owned=owned)


def _prepositions_of(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    for word in trigger.words:
        if word.pos_ != "ADP":
            yield from prepositions(word)
    noun = whole(trigger.token)
    if noun != trigger.token:
        yield from ((name, one) for name, one in prepositions(noun) if name in _AGAINST)
    for one in noun.children:
        if one.dep_ == "acl":
            yield from prepositions(one)


def _borne(noun: Token, told: Cast, bearer: Token, *, undergone: bool) -> Cast:
    """Add whom the verb that carries an event names: "X faced torture", "they tortured on X"."""
    first = bearer.head if bearer.dep_ == "acl" and is_passive(bearer) else subject(bearer)
    if undergone:
        return Cast(told.victims or some(first), told.actors or some(agent(bearer)), bearer, True)
    beside = tuple(
        found for name, found in prepositions(bearer) if name in HARMED - {"of", "for", "at"}
    )
    doer = agent(bearer) if is_passive(bearer) else first
    actors = told.actors or some(doer if doer != noun else None)
    return Cast(told.victims or beside, actors, bearer)


def bearing(noun: Token) -> tuple[Token | None, bool]:
    """Return the verb that only carries an event noun, and whether its subject undergoes it."""
    at = whole(noun)
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = whole(at.head)
    above = at.head
    if at.dep_ in ("pobj", "prep") and above.dep_ in ("prep", "agent"):
        verb = above.head
        if verb.lemma_ == "subject" and verb.dep_ == "acomp":
            return verb.head, True
        if verb.pos_ == "VERB" and above.lower_ in ("to", "from", "in", "out", "of"):
            return (
                (verb, True)
                if _is(verb, "undergo")
                else (verb, False)
                if _is(verb, "exert")
                else (None, False)
            )
        return None, False
    if at.dep_ in ("dobj", "obj") and above.pos_ == "VERB":
        if _is(above, "undergo"):
            return above, True
        return (above, False) if _is(above, "exert") else (None, False)
    if at.dep_ in ("nsubj", "nsubjpass"):
        return _predicate(above, passive=at.dep_ == "nsubjpass"), False
    if at.dep_ == "attr" and child(above, "expl") is not None:
        return above, False
    return _after(at)


def whole(noun: Token) -> Token:
    """Return the noun that counts or groups an event: "forms" of "forms of pressure"."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        if noun.head.head.lemma_ not in lexicon.words(LEXICON, "bearing", "measure"):
            break
        noun = noun.head.head
    return noun


def _predicate(verb: Token, *, passive: bool) -> Token | None:
    if passive:
        return verb if _is(verb, "exert") else None
    return verb if _is(verb, "occur") else None


def _after(noun: Token) -> tuple[Token | None, bool]:
    """Find the verb in a clause after the noun: "the torture he faces", "pressure exerted on X"."""
    for one in (one for found in conjuncts(noun) for one in found.children):
        if one.dep_ == "relcl" and _is(one, "undergo") and child(one, "nsubj") is not None:
            return one, True
    return None, False


def _is(verb: Token, kind: str) -> bool:
    return verb.lemma_ in lexicon.words(LEXICON, "bearing", kind)
