"""Say who suffers an event and who does it, as far as the clause names them.

Gives the heads of phrases; whom they denote is for ``names``. Unnamed groups are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from habeas.read import lexicon
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import LEXICON, Part
from habeas.read.grammar import agent, ancestors, child, is_passive, objects, prepositions, subject

_AT = frozenset({"against", "on", "upon", "over", "at", "toward", "towards", "to", "with", "for"})
_HARMED = frozenset({"of", "against", "on", "upon", "toward", "towards", "at", "for", "among"})
_AGAINST = frozenset({"against", "on", "upon", "by"})
_CLAUSAL = frozenset({"VERB", "AUX"})
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


def cast(trigger: Trigger) -> Cast:
    """Return who takes part in what a trigger tells."""
    match trigger.entry.frame.part:
        case Part.VERB:
            return _of_verb(trigger)
        case Part.NOUN:
            return _of_noun(trigger)
        case Part.STATE:
            return _of_state(trigger)
    bearer = bearer_of(trigger.token)
    return Cast(actors=(bearer,) if bearer is not None else ())


def predicate_subject(token: Token) -> Token | None:
    """Return the subject of a verb, or of the copula above an adjective or noun."""
    if token.pos_ not in _CLAUSAL and token.dep_ in ("acomp", "attr", "oprd"):
        return subject(token.head)
    return subject(token)


def _some(*tokens: Token | None) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token is not None)


# ------------------------------------------------------------------ verbs


def _of_verb(trigger: Trigger) -> Cast:
    verb, frame = trigger.token, trigger.entry.frame
    if verb.dep_ == "amod":
        return _attributive(verb, frame.victim)
    first = _participant(verb) if verb.dep_ == "acl" else predicate_subject(verb)
    if frame.victim == "chosen":
        chosen = (first,) if is_passive(verb) else tuple(objects(verb))
        return Cast(actors=_some(*chosen))
    if frame.victim == "object":
        return _passive(trigger) if is_passive(verb) else _active(trigger, first)
    if frame.victim == "subject":
        return Cast(victims=_some(first))
    if is_passive(verb):
        return Cast(actors=_some(agent(verb)), victims=_targets(trigger))
    return Cast(actors=_some(first), victims=_targets(trigger))


def _participant(verb: Token) -> Token | None:
    """Return of whom a participle after a noun is said: the noun, or the subject if it is a thing."""
    noun = verb.head
    if verb.tag_ != "VBG" or noun.dep_ not in ("pobj", "dobj") or is_person(noun):
        return noun
    return subject(clause_of(noun)) or noun


def is_person(token: Token) -> bool:
    """Say whether a word is one for people, as far as the word tells."""
    if token.pos_ == "PRON":
        return token.lower_ not in _THINGS
    return token.ent_type_ == "PERSON" or token.lemma_ in lexicon.words(LEXICON, "people", "nouns")


def _held(noun: Token) -> Token:
    """Return whom a participle before a noun is said of: "he is the longest held prisoner"."""
    return (subject(noun.head) if noun.dep_ == "attr" else None) or noun


def _attributive(verb: Token, victim: str | None) -> Cast:
    held = _held(verb.head)
    return Cast(actors=(held,)) if victim is None else Cast(victims=(held,))


def _passive(trigger: Trigger) -> Cast:
    verb = trigger.token
    harmed = verb.head if verb.dep_ == "acl" else predicate_subject(verb)
    return Cast(victims=_beyond(trigger, _some(harmed)), actors=_some(agent(verb)))


def _active(trigger: Trigger, first: Token | None) -> Cast:
    found = tuple(objects(trigger.token)) or _relative_object(trigger.token)
    if not found and first is not None and _is_headline(trigger.token):
        return Cast(victims=(first,))
    return Cast(victims=_beyond(trigger, found), actors=_some(first))


def _is_headline(verb: Token) -> bool:
    """Say whether a verb stands in a line without a full stop, where "X jailed" is a passive."""
    return verb.tag_ in ("VBN", "VBD") and child(verb, "aux") is None and not verb.doc[-1].is_punct


def _relative_object(verb: Token) -> tuple[Token, ...]:
    """Return the noun that an object relative clause is about: "the man they killed"."""
    if verb.dep_ == "relcl" and child(verb, "nsubj") is not None:
        own = subject(verb)
        return (verb.head,) if own is not None and own != verb.head else ()
    return ()


def _beyond(trigger: Trigger, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Look past an object that is a word of the trigger: "press charges against X"."""
    words = set(trigger.words)
    real = tuple(one for one in found if one not in words)
    if real:
        return real
    return _targets(trigger) or tuple(_belonging([one for one in trigger.words if one in found]))


def _targets(trigger: Trigger) -> tuple[Token, ...]:
    """Return the nouns after "against", "on", "with" … of the words of a trigger."""
    found = [noun for word in trigger.words for name, noun in prepositions(word) if name in _AT]
    words = set(trigger.words)
    return tuple(noun for noun in found if noun not in words)


def _belonging(nouns: Iterable[Token]) -> Iterator[Token]:
    for noun in nouns:
        for name, found in prepositions(noun):
            if name in _HARMED:
                yield found
        owner = child(noun, "poss")
        if owner is not None:
            yield owner


# ------------------------------------------------------------------ nouns


def _of_noun(trigger: Trigger) -> Cast:
    noun = trigger.token
    told = _told(trigger)
    bearer, undergone = bearing(noun)
    if trigger.entry.frame.victim is None:
        doer = told.actors or (_some(subject(bearer)) if bearer is not None else ())
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
        elif name in _HARMED and found not in words:
            (victims if suffered or name != "of" else actors).append(found)
    owner = child(noun, "poss") or child(whole(noun), "poss")
    owned = suffered and not victims and not any(word.lower_ in _HARMED for word in words)
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
        return Cast(told.victims or _some(first), told.actors or _some(agent(bearer)), bearer, True)
    beside = tuple(
        found for name, found in prepositions(bearer) if name in _HARMED - {"of", "for", "at"}
    )
    doer = agent(bearer) if is_passive(bearer) else first
    actors = told.actors or _some(doer if doer != noun else None)
    return Cast(told.victims or beside, actors, bearer)


def bearing(noun: Token) -> tuple[Token | None, bool]:
    """Return the verb that only carries an event noun, and whether its subject undergoes it."""
    at = whole(noun)
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = whole(at.head)
    above = at.head
    if at.dep_ in ("pobj", "prep") and above.dep_ in ("prep", "agent"):
        verb = above.head
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
    for one in noun.children:
        if one.dep_ == "relcl" and _is(one, "undergo") and child(one, "nsubj") is not None:
            return one, True
    return None, False


def _is(verb: Token, kind: str) -> bool:
    return verb.lemma_ in lexicon.words(LEXICON, "bearing", kind)


# ------------------------------------------------------------------ states


def _of_state(trigger: Trigger) -> Cast:
    bearer = bearer_of(trigger.token)
    if trigger.entry.frame.victim is None:
        return Cast(actors=_some(bearer))
    return Cast(victims=_some(bearer))


def bearer_of(token: Token) -> Token | None:
    """Return of whom a state is said: "jailed X", "X is dead", "those in prison"."""
    at = token
    while at.dep_ == "conj" and at.pos_ not in _CLAUSAL and at.head != at:
        at = at.head
    if at.dep_ == "pobj":
        above = at.head.head
        return _of_above(above) if above.pos_ in _CLAUSAL else _held(above)
    if at.dep_ in ("amod", "compound", "nmod"):
        return _held(at.head)
    if at.dep_ in ("acomp", "attr", "oprd", "advmod", "prep") or at.pos_ in _CLAUSAL:
        above = at if at.pos_ in _CLAUSAL else at.head
        return _of_above(above)
    return at if at.pos_ in ("NOUN", "PROPN", "PRON") and at != token else None


def _of_above(above: Token) -> Token | None:
    if above.pos_ in _CLAUSAL:
        if above.lemma_ not in lexicon.words(LEXICON, "bearing", "stay"):
            return None
        held = child(above, "dobj") if not is_passive(above) else None
        return held if held is not None else subject(above)
    return above


def clause_of(token: Token) -> Token:
    """Return the verb of the clause that a word stands in, itself if it is one."""
    if token.pos_ in _CLAUSAL:
        return token
    return next((one for one in ancestors(token) if one.pos_ in _CLAUSAL), token)
