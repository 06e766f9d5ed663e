"""Say who suffers an event and who does it, as far as the clause names them.

Gives the heads of phrases; whom they denote is for ``names``. Unnamed groups are left out.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from habeas.model import ClaimClass
from habeas.read import lexicon
from habeas.read.claims.cast import Cast, is_person, may_hear, some
from habeas.read.claims.event import HARMED, of_noun
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import HARM, LEXICON, Part
from habeas.read.grammar import agent, ancestors, child, is_passive, objects, prepositions, subject

_AT = frozenset({"against", "on", "upon", "over", "at", "toward", "towards", "to", "with", "for"})
_MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "PERCENT"})
_SAID = frozenset({ClaimClass.STATEMENT_APPEAL_PROTEST, ClaimClass.GUARANTEE})
_CLAUSAL = frozenset({"VERB", "AUX"})


def cast(trigger: Trigger) -> Cast:
    """Return who takes part in what a trigger tells."""
    match trigger.entry.frame.part:
        case Part.VERB:
            return _of_verb(trigger)
        case Part.NOUN:
            return of_noun(trigger)
        case Part.STATE:
            return _of_state(trigger)
    bearer = some(bearer_of(trigger.token))
    return Cast(victims=bearer) if trigger.entry.kind in HARM else Cast(actors=bearer)


def predicate_subject(token: Token) -> Token | None:
    """Return the subject of a verb, or of the copula above an adjective or noun."""
    if token.pos_ not in _CLAUSAL and token.dep_ in ("acomp", "attr", "oprd"):
        return subject(token.head)
    return subject(token)


# ------------------------------------------------------------------ verbs


def _of_verb(trigger: Trigger) -> Cast:
    verb, frame = trigger.token, trigger.entry.frame
    if verb.dep_ == "amod":
        return _attributive(verb, frame.victim)
    first = _participant(verb) if is_participle(verb) else predicate_subject(verb)
    if frame.victim == "chosen":
        chosen = (first,) if is_passive(verb) else tuple(objects(verb))
        return Cast(actors=some(*chosen))
    if frame.victim == "object":
        return _passive(trigger) if is_passive(verb) else _active(trigger, first)
    if frame.victim == "subject":
        return Cast(victims=tuple(objects(verb)) if first in trigger.words else some(first))
    if is_passive(verb):
        harmless = trigger.entry.kind not in HARM
        about = some(first) if harmless and first not in trigger.words else ()
        return Cast(actors=some(agent(verb)), victims=_targets(trigger) or about)
    return Cast(actors=some(first), victims=_told(trigger) or _targets(trigger) or _within(trigger))


def _within(trigger: Trigger) -> tuple[Token, ...]:
    """Return of whom the clause below an act is said: "nobody would say where he was"."""
    inner = (one for one in trigger.words[1:] if one.dep_ == "ccomp" and one.pos_ in _CLAUSAL)
    return some(*(child(one, "nsubj", "nsubjpass") for one in inner))


def _told(trigger: Trigger) -> tuple[Token, ...]:
    """Return whom an act is directed at as its object: "he rang me", "they urged the minister"."""
    heard = trigger.entry.frame.person or trigger.entry.kind in _SAID
    if not heard:
        return ()
    words = set(trigger.words)
    return tuple(one for one in objects(trigger.token) if one not in words and may_hear(one))


def is_participle(verb: Token) -> bool:
    """Say whether a verb is a participle after its noun, and no clause with a subject."""
    return verb.dep_ == "acl" and child(verb, "nsubj", "nsubjpass", "mark") is None


def _participant(verb: Token) -> Token | None:
    """Return of whom a participle is said: its noun, or the subject where that is a thing."""
    noun = verb.head
    if verb.tag_ != "VBG" or noun.dep_ not in ("pobj", "dobj") or is_person(noun):
        return noun
    return subject(clause_of(noun)) or noun


def _held(noun: Token) -> Token:
    """Return whom a participle before a noun is said of: "he is the longest held prisoner"."""
    return (subject(noun.head) if noun.dep_ == "attr" else None) or noun


def _attributive(verb: Token, victim: str | None) -> Cast:
    held = _held(verb.head)
    return Cast(actors=(held,)) if victim is None else Cast(victims=(held,))


def _passive(trigger: Trigger) -> Cast:
    verb = trigger.token
    harmed = verb.head if is_participle(verb) else predicate_subject(verb)
    return Cast(victims=_beyond(trigger, some(harmed)), actors=some(agent(verb)))


def _active(trigger: Trigger, first: Token | None) -> Cast:
    found = tuple(objects(trigger.token)) or _relative_object(trigger.token)
    below = child(trigger.token, "xcomp")
    if not found and below is not None and trigger.entry.absorbs:
        return Cast(victims=tuple(objects(below)), actors=some(first))
    if not found and first is not None and _has_no_object(trigger.token):
        return Cast(victims=(first,))
    return Cast(victims=_beyond(trigger, found), actors=some(first))


def _has_no_object(verb: Token) -> bool:
    """Say whether a past tense without an object is a participle: "was seized and jailed"."""
    shared = verb.dep_ == "conj" and is_passive(verb.head) and child(verb, "nsubj", "aux") is None
    return _is_headline(verb) or (shared and verb.tag_ == "VBD")


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
    owned = tuple(_belonging([one for one in trigger.words if one in found]))
    return owned if is_passive(trigger.token) and owned else _targets(trigger) or owned


def _targets(trigger: Trigger) -> tuple[Token, ...]:
    """Return the nouns after "against", "on", "with" … of the words of a trigger."""
    found = [noun for word in trigger.words for name, noun in prepositions(word) if name in _AT]
    words = set(trigger.words)
    return tuple(noun for noun in found if noun not in words and noun.ent_type_ not in _MEASURES)


def _belonging(nouns: Iterable[Token]) -> Iterator[Token]:
    for noun in nouns:
        for name, found in prepositions(noun):
            if name in HARMED:
                yield found
        owner = child(noun, "poss")
        if owner is not None:
            yield owner


# ------------------------------------------------------------------ states


def _of_state(trigger: Trigger) -> Cast:
    bearer = bearer_of(trigger.token)
    if trigger.entry.frame.victim is None:
        return Cast(actors=some(bearer))
    return Cast(victims=some(bearer))


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
