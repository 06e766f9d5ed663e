"""One request, and how far its words reach.

Coordinate acts that stand on their own are told apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from habeas.model import Span
from habeas.read.grammar import OBJECTS, child, conjuncts
from habeas.read.passage import Passage

_LINKS = frozenset({"cc", "punct", "mark"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One act asked: its words, who asks (None: whoever speaks here) and of whom.

    `action` is the act alone, in the words of the text, without the words of asking.
    """

    passage: Passage
    span: Span
    action: str | None = None
    by: Token | None = None
    asked: tuple[Token, ...] = ()


def split(
    passage: Passage, asked_for: tuple[int, Token], *, by: Token | None, asked: tuple[Token, ...]
) -> Iterator[Request]:
    """Yield a request, and one more for each coordinate act that stands on its own."""
    start, head = asked_for
    acts = [one for one in _coordinate(head) if one is head or _stands_alone(head, one)]
    for act, after in zip(acts, [*acts[1:], None], strict=True):
        end = before(after) if after is not None else extent(acts[-1])[1]
        first = start if act is head else begin(act)
        yield make_request(passage, (first, max(end, first + 1), begin(act)), by=by, asked=asked)


def _coordinate(head: Token) -> list[Token]:
    """Return an act and those coordinated with it or with its purpose, in order."""
    acts = conjuncts(head)
    for one in head.children:
        if one.dep_ in ("advcl", "xcomp") and has_to(one):
            acts += conjuncts(one)[1:]
        elif one.dep_ in OBJECTS or one.dep_ == "conj":
            acts += [x for x in conjuncts(one)[1:] if x.pos_ == "VERB" and has_to(x)]
    for one in head.head.children if head.dep_ == "xcomp" else ():
        if one.dep_ in OBJECTS:
            acts += [x for x in conjuncts(one)[1:] if x.pos_ == "VERB" and has_to(x)]
    return sorted(dict.fromkeys(acts), key=lambda one: one.i)


def _stands_alone(head: Token, act: Token) -> bool:
    """Say whether a coordinate act has its own subject, or its own matter as the first has."""
    both = all(one.pos_ in ("VERB", "AUX") for one in (head, act))
    first = act.head if act.dep_ == "conj" and act.head.pos_ == "VERB" else head
    own = child(act, "nsubj", "nsubjpass") is not None
    return both and (own or (_is_whole(first) and _is_whole(act)))


def _is_whole(verb: Token) -> bool:
    matter = ("dobj", "xcomp", "ccomp", "prep", "nsubjpass", "auxpass", "acomp", "attr")
    return any(one.dep_ in matter for one in verb.children)


def begin(act: Token) -> int:
    return min([act.i, *(one.left_edge.i for one in act.lefts if one.dep_ not in _LINKS)])


def before(act: Token) -> int:
    """Return the end of what stands before a coordinate act, without "and" and commas."""
    end = begin(act)
    doc = act.doc
    while end > 0 and (doc[end - 1].dep_ in ("cc", "punct") or doc[end - 1].is_space):
        end -= 1
    return end


def extent(verb: Token) -> tuple[int, int]:
    """Return the tokens of a clause: from its subject to its end, conjunctions left out."""
    start = min([verb.i, *(one.left_edge.i for one in verb.lefts if one.dep_ not in _LINKS)])
    end = verb.right_edge.i + 1
    later = [one for one in verb.children if one.dep_ == "conj" and child(one, "nsubj")]
    return start, before(later[0]) if later else end


def make_request(
    passage: Passage,
    reach: tuple[int, ...],
    *,
    by: Token | None = None,
    asked: tuple[Token, ...] = (),
) -> Request:
    """Make a request of the tokens `reach`: its start, its end, and where the act begins."""
    assert passage.doc is not None
    found = trimmed(passage.doc[reach[0] : reach[1]])
    act = trimmed(passage.doc[max(reach[0], reach[-1]) : reach[1]]) if reach[2:] else found
    span = passage.span(found)
    return Request(passage=passage, span=span, action=act.text, by=by, asked=asked)


def trimmed(found: Words) -> Words:
    """Return the words without punctuation at the ends, quote marks included."""
    start, end = found.start, found.end
    while end - start > 1 and (found.doc[end - 1].is_punct or found.doc[end - 1].is_space):
        end -= 1
    while end - start > 1 and (found.doc[start].is_punct or found.doc[start].is_space):
        start += 1
    return found.doc[start:end]


def has_to(verb: Token) -> bool:
    return any(one.dep_ == "aux" and one.lower_ == "to" for one in verb.children)
