"""Requests with a word of asking: "we ask X to …", "the demand that …", "we hope you will …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read.demands.request import Request, extent, has_to, make_request, split
from habeas.read.grammar import (
    OBJECTS,
    agent,
    child,
    conjuncts,
    is_negated,
    is_passive,
    objects,
    prepositions,
    subject,
)
from habeas.read.lexicon import load, words
from habeas.read.passage import Passage

FIRST = frozenset({"i", "we"})


def _included(
    passage: Passage, act: Token, *, by: Token | None, asked: tuple[Token, ...]
) -> Iterator[Request]:
    """Yield the acts that a request names as part of what it asks: "including the release of X"."""
    assert passage.doc is not None
    acts = words("demands", "en", "acts", "nouns")
    for word in passage.doc[act.i : act.sent.end]:
        if word.lower_ == "including":
            noun = child(word, "pobj", "dobj")
            if noun is not None and noun.lemma_ in acts:
                reach = noun.left_edge.i, noun.right_edge.i + 1
                yield make_request(passage, reach, by=by, asked=asked)


def is_asking(token: Token) -> bool:
    """Say whether a word is a verb of request; a parser may take "calls" for a noun."""
    if token.lemma_.lower() not in words("demands", "en", "request", "verbs"):
        return False
    return token.pos_ in ("VERB", "AUX") or (
        token.dep_ == "ROOT" and child(token, "nsubj") is not None
    )


def asking(passage: Passage, verb: Token) -> Iterator[Request]:
    complements = list(_complements(verb))
    asker, asked = subject(verb), tuple(_persons(verb))
    if is_passive(verb):
        asker, asked = agent(verb), ()
    if not complements or _is_remark(verb) or _is_no_asker(asker):
        return
    if asker is None and is_passive(verb):
        return  # "he was asked to leave": nobody is said to ask
    if verb.lemma_ in words("demands", "en", "request", "with_person") and not asked:
        return
    if _is_personal(verb, asked):
        return
    first = complements[0]
    if first.dep_ in OBJECTS:
        reach = (child(verb, "nsubj") or verb).left_edge.i, extent(verb)[1], first.left_edge.i
        yield make_request(passage, reach, by=asker, asked=asked)
        return
    own = child(verb, "nsubj")
    start = own.left_edge.i if own is not None else verb.i
    yield from split(passage, (start, first), by=asker, asked=asked)
    yield from _included(passage, complements[-1], by=asker, asked=asked)
    for later in complements[1:]:
        yield from split(passage, (later.left_edge.i, later), by=asker, asked=asked)


def _is_personal(verb: Token, asked: tuple[Token, ...]) -> bool:
    """Say whether it is a request among private people: "he asked to leave", "asked me to go"."""
    if verb.lemma_ != "ask":
        return False
    act = child(verb, "xcomp", "ccomp")
    own = not asked and act is not None and has_to(act)
    return own or any(one.lower_ in ("me", "us") for one in asked)


def _is_remark(verb: Token) -> bool:
    """Say whether the asking is itself negated: "they need not even ask"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    return is_negated(verb) or is_negated(above)


def _is_no_asker(asker: Token | None) -> bool:
    """Say whether the subject is the addressee, or an official who asks by office."""
    if asker is None:
        return False
    officials = words("demands", "en", "request", "officials")
    own = asker.lower_ == "you" or any(one.lower_ == "your" for one in asker.children)
    return own or asker.lemma_.lower() in officials


def _complements(verb: Token) -> Iterator[Token]:
    """Yield what is asked: infinitives, clauses, "for" phrases, a plain object."""
    found = [one for one in verb.children if one.dep_ in ("xcomp", "ccomp") and one.i > verb.i]
    found += [one for one in verb.children if one.dep_ == "advcl" and has_to(one)]
    for noun in objects(verb):
        found += [one for one in noun.children if one.dep_ == "acl" and has_to(one)]
    if found:
        yield from [found[0]] if not is_question(found[0]) else []
        return
    for_ = [one for one in verb.children if one.dep_ == "prep" and _asks_with(verb, one)]
    if for_:
        yield from (one for one in for_ if any(one.children))
        return
    if verb.lemma_ in ("demand", "request", "seek") and not is_passive(verb):
        yield from (one for one in objects(verb) if one.pos_ != "PRON")


def is_question(clause: Token) -> bool:
    """Say whether a clause asks for an answer and not for an act: "why he came", "whether"."""
    asking = {"whether", "if"}
    return any(one.tag_ in ("WRB", "WP") or one.lower_ in asking for one in clause.lefts)


def _asks_with(verb: Token, preposition: Token) -> bool:
    allowed = load("demands")["en"]["request"]["prepositions"].get(verb.lemma_, ())
    return preposition.lower_ in allowed and preposition.lower_ not in ("to", "with")


def _persons(verb: Token) -> Iterator[Token]:
    """Yield of whom it is asked: the object, or the noun after "on", "to" or "of"."""
    for one in verb.children:
        if one.dep_ in ("dobj", "dative") and one.i > verb.i:
            yield one
        elif one.dep_ == "ccomp" and has_to(one):
            own = child(one, "nsubj", "nsubjpass")
            yield from [own] if own is not None else []
    for word, noun in prepositions(verb):
        on = word in ("on", "upon", "to", "with") and noun.pos_ != "VERB"
        if on or (word == "for" and any(has_to(one) for one in noun.children)):
            yield noun


def asked_by_noun(passage: Passage, noun: Token) -> Iterator[Request]:
    complement = child(noun, "acl", "ccomp", "relcl")
    if complement is None or not (has_to(complement) or child(complement, "mark")):
        return
    owner = child(noun, "poss") or next(
        (one for word, one in prepositions(noun) if word in ("by", "of", "from")), None
    )
    yield from split(passage, (noun.left_edge.i, complement), by=owner, asked=())


# Wishing: polite requests.


def wishing(passage: Passage, token: Token) -> Iterator[Request]:
    holder = token.head if token.pos_ == "ADJ" else token
    who = subject(holder) if token.pos_ != "NOUN" else child(token, "poss")
    if who is None or who.lower_ not in FIRST | {"our", "my"}:
        return
    for clause in (one for one in token.children if one.dep_ in ("ccomp", "acl", "advcl")):
        for verb in _clauses(clause):
            if is_future(verb) and _touches_other(verb):
                start, end = extent(verb)
                asked = subject(verb)
                yield make_request(
                    passage, (start, end), asked=(asked,) if asked is not None else ()
                )


def _clauses(verb: Token) -> list[Token]:
    """Return a clause and those coordinated with it that have a subject of their own."""
    return [verb, *(one for one in conjuncts(verb)[1:] if child(one, "nsubj", "nsubjpass"))]


def is_future(verb: Token) -> bool:
    modals = words("demands", "en", "wish", "future")
    return any(one.dep_ == "aux" and one.lower_ in modals for one in verb.children)


def _touches_other(verb: Token) -> bool:
    """Say whether the clause is about what somebody other than the speakers will do."""
    who = subject(verb)
    return who is not None and who.lower_ not in FIRST | {"it", "this", "that", "there"}
