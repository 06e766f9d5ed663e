"""Requests without a word of asking: attention drawn, "by doing X, you will …", purposes."""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read.demands.asking import FIRST, is_future
from habeas.read.demands.request import Request, begin, extent, has_to, make_request
from habeas.read.grammar import agent, child, is_passive, subject
from habeas.read.lexicon import words
from habeas.read.passage import Passage


def implied(passage: Passage, token: Token) -> Iterator[Request]:
    """Yield "I draw your attention to X", "by doing X, you will …", "a petition to do X"."""
    lemma = token.lemma_.lower()
    if lemma in words("demands", "en", "drawing", "nouns") and token.dep_ == "dobj":
        verb = token.head
        first = subject(verb)
        if verb.lemma_ in words("demands", "en", "drawing", "verbs") and _is_first(first):
            start = extent(verb.head if verb.dep_ == "xcomp" else verb)[0]
            yield make_request(passage, (start, verb.right_edge.i + 1, verb.i))
    elif lemma == "by" and token.dep_ == "prep" and is_future(token.head):
        act = child(token, "pcomp")
        you = next((one for one in token.head.lefts if one.lower_ == "you"), None)
        if act is not None and you is not None:
            yield make_request(passage, (token.i, act.right_edge.i + 1, begin(act)), asked=(you,))
    elif lemma in words("demands", "en", "campaign", "nouns"):
        yield from _campaigned(passage, token)


def _campaigned(passage: Passage, noun: Token) -> Iterator[Request]:
    """Yield what a petition, a vigil or signatures are for: an infinitive of purpose."""
    verb = noun.head
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.pos_ == "NOUN":
        verb = verb.head
    if verb.lemma_ in words("demands", "en", "imperative", "platform"):
        return
    asker = agent(verb) if verb.pos_ == "VERB" and is_passive(verb) else subject(verb)
    for act in (*noun.children, *verb.children):
        if act.dep_ in ("advcl", "acl", "xcomp") and has_to(act) and act.i > noun.i:
            yield make_request(passage, (begin(act), act.right_edge.i + 1), by=asker)
            return


def _is_first(token: Token | None) -> bool:
    return token is not None and token.lower_ in FIRST
