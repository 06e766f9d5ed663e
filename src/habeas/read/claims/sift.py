"""Keep one claim of each thing that is said, where several words of a clause tell of it.

A charge holds what it is about ("accused of murder"): that is no claim that it was done.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from habeas.model import ClaimClass, Modality
from habeas.read.claims.cast import Cast
from habeas.read.claims.portrait import ASSESSMENT
from habeas.read.claims.trigger import Trigger

_CLAUSAL = frozenset({"VERB", "AUX"})
_APART = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj", "acl"})
_ABOUT = frozenset({"of", "with", "for", "to", "over", "on", "as", "about", "in"})
# What is said along with a graver word: "threats and beatings".
_LESSER = (ClaimClass.THREAT_PRESSURE_SEARCH, ClaimClass.ASSESSMENT_OTHER)


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with those who take part in it, its words, and how it stands (None: only asked)."""

    trigger: Trigger
    cast: Cast
    words: Words
    modality: Modality | None

    @property
    def kind(self) -> ClaimClass:
        """The class of the claim."""
        return self.trigger.entry.kind


def sift(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts that make claims, in order."""
    at = {word.i: draft for draft in drafts for word in draft.trigger.words[1:]}
    at |= {draft.trigger.token.i: draft for draft in drafts}
    kept = [draft for draft in drafts if draft.modality is not None and not _is_held(draft, at)]
    told = {i for draft in kept if not is_plain(draft) for i in _clauses(draft)}
    yield from _one_each([d for d in kept if not is_plain(d) or d.trigger.token.i not in told])


def is_plain(draft: Draft) -> bool:
    """Say whether a draft only says something of somebody, and tells no event."""
    return draft.trigger.entry is ASSESSMENT


def _clauses(draft: Draft) -> Iterator[int]:
    """Yield the places of the words between a trigger and the verb of its clause."""
    token = draft.trigger.token
    yield token.i
    while token.pos_ not in _CLAUSAL and token.head != token:
        token = token.head
        yield token.i


def _is_held(draft: Draft, at: dict[int, Draft]) -> bool:
    """Say whether a word above in the clause tells of it, or only speaks about it."""
    token = draft.trigger.token
    apart = False
    while token.head != token and token.dep_ != "relcl":
        apart |= token.dep_ in _APART and not _is_gesture(draft, token)
        apart |= token.dep_ == "conj" and token.pos_ in _CLAUSAL and not _shares(token, at)
        below, token = token, token.head
        above = at.get(token.i)
        if above is None or above is draft or below.dep_ in ("nsubj", "nsubjpass"):
            continue
        if above.trigger.entry.absorbs and not apart and _is_content(below):
            return True
        if not apart and above.kind is draft.kind and above.modality is not None:
            return not _adds(draft, above)
    return False


def _is_gesture(draft: Draft, token: Token) -> bool:
    """Say whether a participle tells of the same gesture: "they gathered, calling for"."""
    bare = all(one.dep_ not in ("nsubj", "nsubjpass", "mark") for one in token.children)
    gesture = draft.kind is ClaimClass.STATEMENT_APPEAL_PROTEST
    return gesture and bare and token.dep_ in ("acl", "advcl") and token.tag_ in ("VBG", "VBN")


def _shares(token: Token, at: dict[int, Draft]) -> bool:
    """Say whether a verb goes on with a phrase: "a campaign to discredit and silence"."""
    above = at.get(token.head.i)
    return above is not None and above.trigger.token != token.head


def _is_content(token: Token) -> bool:
    """Say whether a word says what a charge, a threat or a request is about."""
    if token.dep_ == "prep":
        return token.lower_ in _ABOUT
    return token.dep_ not in ("conj", "agent", "advcl", "acl", "poss")


def _adds(draft: Draft, above: Draft) -> bool:
    """Say whether the lower of two words of one class tells of somebody else."""
    return bool(draft.cast.victims) and bool(above.cast.victims)


def _one_each(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield one of the drafts that one verb carries: the gravest, else the first."""
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        bearer = draft.cast.bearer
        key = (bearer if bearer is not None else draft.trigger.token).i
        groups.setdefault(key, []).append(draft)
    for group in groups.values():
        yield min(group, key=_gravity)


def _gravity(draft: Draft) -> tuple[bool, int]:
    """Return what sorts the gravest draft first, then the one that most words tell of."""
    return draft.kind in _LESSER, -len(draft.trigger.words)
