"""Mark the smallest stretch of words that asserts a claim.

A clause with its subject, or a noun phrase; never a coordinated clause, never the mark at its end.
"""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from habeas.read.claims.cast import Cast
from habeas.read.claims.role import bearer_of, clause_of, is_participle
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import Part

_CLAUSAL = frozenset({"VERB", "AUX"})
_APART = frozenset(
    {
        "conj",
        "cc",
        "advcl",
        "parataxis",
        "ccomp",
        "csubj",
        "mark",
        "punct",
        "intj",
        "preconj",
        "dep",
    }
)
_AFTER_NOUN = frozenset({"relcl", "conj", "cc", "punct", "parataxis", "advcl", "appos"})


def extent(trigger: Trigger, cast: Cast) -> Words:
    """Return the words of the clause or phrase that a trigger makes a claim."""
    token = cast.bearer if cast.bearer is not None else _top(trigger)
    if token.pos_ in _CLAUSAL and token.dep_ != "amod":
        start, end = _clause(token)
    else:
        start, end = _noun(token)
    inside = [word.i for word in trigger.words]
    below = [word.right_edge.i + 1 for word in trigger.words[1:] if word.dep_ == "ccomp"]
    last = max(end, trigger.token.i + 1, *below)
    return _trim(token.doc, min(start, *inside, trigger.token.i), last)


def _top(trigger: Trigger) -> Token:
    """Return the verb or noun whose subtree holds the claim."""
    token = trigger.token
    if trigger.entry.frame.part is Part.NOUN or (token.pos_ in _CLAUSAL and token.dep_ != "amod"):
        return token
    if token.dep_ in ("amod", "compound", "nmod"):
        return token.head
    bearer = bearer_of(token)
    clause = clause_of(token)
    if bearer is not None and bearer.is_ancestor(token) and not bearer.is_ancestor(clause):
        return bearer
    return clause


def _clause(verb: Token) -> tuple[int, int]:
    start, end = verb.i, verb.i + 1
    for one in verb.lefts:
        if one.dep_ not in _APART:
            start = one.left_edge.i
            break
    for one in verb.rights:
        if one.dep_ in _APART and not _is_content(one):
            if one.dep_ == "punct":
                continue
            break
        end = one.right_edge.i + 1
    if is_participle(verb):
        start = verb.head.left_edge.i
    return start, _before_remark(verb, end)


def _is_content(token: Token) -> bool:
    """Say whether a clause belongs to the verb above it, as what is asked or ordered does."""
    return token.dep_ == "ccomp" and any(
        one.dep_ == "aux" and one.lower_ == "to" for one in token.children
    )


def _before_remark(verb: Token, end: int) -> int:
    """Cut a clause before a relative clause that a comma sets off."""
    doc = verb.doc
    for i in range(verb.i + 1, end):
        if (
            doc[i].dep_ == "relcl"
            and verb.i < doc[i].left_edge.i - 1
            and doc[doc[i].left_edge.i - 1].text == ","
        ):
            return doc[i].left_edge.i - 1
    return end


def _noun(noun: Token) -> tuple[int, int]:
    end = noun.i + 1
    for one in noun.rights:
        if one.dep_ in _AFTER_NOUN:
            break
        end = one.right_edge.i + 1
    return noun.left_edge.i, end


def _trim(doc: Doc, start: int, end: int) -> Words:
    while start < end - 1 and (
        doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark")
    ):
        start += 1
    while end - 1 > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]
