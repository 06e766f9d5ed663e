"""Requests put as a duty or an order: "X must …", "it is essential that …", "Stop …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read.demands.asking import FIRST, is_question
from habeas.read.demands.request import Request, before, extent, make_request, split
from habeas.read.grammar import child, conjuncts, is_negated, is_passive, objects, subject
from habeas.read.lexicon import words
from habeas.read.passage import Passage


def duty(passage: Passage, modal: Token) -> Iterator[Request]:
    verb = modal.head
    who = subject(verb)
    if verb is modal:
        return
    if verb.pos_ not in ("VERB", "AUX") or who is None or _is_no_request(verb, who):
        return
    own = child(verb, "nsubj", "nsubjpass", "csubj")
    start = own.left_edge.i if own is not None else modal.i
    asked = () if is_passive(verb) or who.pos_ == "PRON" else (who,)
    yield from split(passage, (start, verb), by=None, asked=asked)


def _is_no_request(verb: Token, who: Token) -> bool:
    perfect = any(one.dep_ == "aux" and one.lemma_ == "have" for one in verb.children)
    aside = verb.dep_ in ("relcl", "advcl", "acl", "csubj")
    remark = verb.lemma_ in words("demands", "en", "duty", "remarks") and who.lower_ == "it"
    asked = verb.sent[-1].text == "?"
    return perfect or aside or remark or asked or is_question(verb) or who.lower_ in FIRST


def needful(passage: Passage, adjective: Token) -> Iterator[Request]:
    verb = adjective.head
    clause = child(verb, "ccomp", "advcl", "xcomp") or child(adjective, "ccomp", "xcomp", "acl")
    expletive = child(verb, "nsubj", "expl")
    if adjective.dep_ not in ("acomp", "attr") or clause is None or clause.i < adjective.i:
        return
    if (
        expletive is not None
        and expletive.lower_ == "it"
        and (child(clause, "nsubj", "nsubjpass") is not None)
    ):
        end = extent(clause)[1]
        yield make_request(passage, (expletive.i, end))


def deserving(passage: Passage, verb: Token) -> Iterator[Request]:
    who = child(verb, "nsubj")
    if who is not None and any(objects(verb)):
        yield make_request(passage, (who.left_edge.i, extent(verb)[1]))


def is_imperative(verb: Token) -> bool:
    """Say whether a verb tells somebody to act: bare form, no subject, heading its sentence."""
    if verb.dep_ not in ("ROOT", "conj", "ccomp") or _is_for_visitors(verb):
        return False
    if verb.dep_ == "conj" and not is_imperative(verb.head):
        return False
    if verb.dep_ == "ccomp" and verb.head.dep_ != "ROOT":
        return False
    if child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return False
    aux = child(verb, "aux")
    if aux is not None and (aux.lower_ != "do" or child(aux, "nsubj") is not None):
        return False
    if verb.dep_ == "conj":
        return True
    openers = words("demands", "en", "imperative", "openers")
    before = [one for one in verb.sent[: verb.i - verb.sent.start] if one.is_alpha]
    return all(one.lower_ in openers or one.dep_ in ("advmod", "neg") for one in before) or any(
        one.lower_ == "please" for one in before
    )


def _is_for_visitors(verb: Token) -> bool:
    """Say whether a site tells its visitors what to do: "Share this", "Sign the petition"."""
    if verb.lemma_ not in words("demands", "en", "imperative", "platform"):
        return False
    if verb.dep_ == "conj" or is_negated(verb):
        return False
    thing = next(objects(verb), None)
    pages = words("demands", "en", "imperative", "pages")
    polite = any(one.lower_ == "please" for one in verb.lefts)
    return not polite or thing is None or thing.lemma_.lower() in pages


def told(passage: Passage, verb: Token) -> Iterator[Request]:
    start = verb.i
    for one in verb.lefts:
        if one.lower_ in ("please", "do", "not", "never", "immediately") or one.dep_ == "neg":
            start = min(start, one.i)
    matter = ("dobj", "dative", "prep", "acomp", "xcomp", "ccomp", "attr", "oprd")
    found = [one for one in verb.children if one.dep_ in matter]
    if verb.dep_ == "ccomp" or not any(one.dep_ != "prep" or any(one.children) for one in found):
        return
    end = extent(verb)[1]
    later = [one for one in conjuncts(verb)[1:] if is_imperative(one)]
    if later:
        end = before(later[0])
    yield make_request(passage, (start, end))
