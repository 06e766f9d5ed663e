"""Drafts of voices while a passage is being read: ranges of tokens instead of places.

Also how a range of words is trimmed, and where the phrase of a source begins and ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from habeas.model import QuotationKind
from habeas.read.voices.cues import Use

Range = tuple[int, int]  # [first token, after the last)
SUBORDINATORS = frozenset({"that"})
RELATIVES = frozenset({"WP", "WDT"})
_EDGES = frozenset({"-LRB-", "-RRB-"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """A voice in the making; `contents` are (index of the passage, range of its tokens).

    `within` is the verb that voices a cue noun ("expressed" of "expressed the hope that").
    """

    head: Token
    verb: Range | None
    frame: str
    use: Use
    at: int
    contents: list[tuple[int, Range]] = field(default_factory=list)
    source: Token | None = None
    printed: Range | None = None
    kind: QuotationKind = QuotationKind.INDIRECT
    negated: bool = False
    real: bool = True
    within: int | None = None

    def holds(self, i: int) -> bool:
        """Say whether token `i` of the cue's own passage is content."""
        return any(at == self.at and one[0] <= i < one[1] for at, one in self.contents)


def subtree(token: Token) -> Range:
    """Return the range of a word with all below it."""
    return token.left_edge.i, token.right_edge.i + 1


def trim(doc: Doc, one: Range) -> Range | None:
    """Return a range without marks and spaces at its ends, None if nothing is left."""
    start, end = one
    while start < end and _is_mark(doc[start]):
        start += 1
    while start < end and _is_mark(doc[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _is_mark(token: Token) -> bool:
    return (token.is_punct or token.is_space) and token.tag_ not in _EDGES


def trims(doc: Doc, ranges: Iterable[Range]) -> list[Range]:
    """Return ranges trimmed, those with words only."""
    return [kept for one in ranges if (kept := trim(doc, one)) is not None]


def source_range(source: Token, cue: Range, limit: Range) -> Range:
    """Return the source's phrase with what belongs to it, outside the cue and within `limit`."""
    start, end = subtree(source)
    start, end = max(start, limit[0]), min(end, limit[1])
    if source.i < cue[0]:
        end = min(end, cue[0])
    else:
        start = max(start, cue[1])
    return trim(source.doc, (start, end)) or (source.i, source.i + 1)


def verb_range(verb: Token, *, upto: int | None = None) -> Range:
    """Return a verb with its auxiliaries and the adverbs among them, and its particle."""
    start = verb.i
    while start > 0 and _serves(verb.doc[start - 1], verb):
        start -= 1
    end = verb.i + 1
    while end < len(verb.doc) and verb.doc[end].dep_ == "prt" and verb.doc[end].head == verb:
        end += 1
    return start, max(end, upto or 0)


_MODALS = frozenset({"should", "must", "could", "may", "might", "can", "ought"})


def is_real(verb: Token) -> bool:
    """Say whether a verb tells what was said, not what may or should be."""
    return not any(one.tag_ == "MD" and one.lower_ in _MODALS for one in verb.lefts)


def _serves(token: Token, verb: Token) -> bool:
    return token.head == verb and token.dep_ in ("aux", "auxpass", "neg", "advmod")
