"""Know what a document has told already, and what it only does by being written.

"The murder", "his arrest" speak of an event that was told: no second claim. "We appeal to you" is
the appeal itself, for ``demands`` to read.
"""

from spacy.tokens import Token

from habeas.model import AUTHOR, Claim, ClaimClass, Modality
from habeas.read.claims.sift import Draft
from habeas.read.claims.vocabulary import Part
from habeas.read.grammar import child

_PRESENT = frozenset({"VBP", "VBZ", "VB"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "such"})
_TITLES = frozenset({"appeal_made", "statement_made"})
_APPEALS = frozenset({"appeal_made", "demand_made", "decision_demand", "mobilisation"})


class History:
    """The classes of event that were told so far."""

    def __init__(self) -> None:
        self._told: set[ClaimClass] = set()

    def keep(self, claim: Claim) -> None:
        """Remember what a claim tells."""
        self._told.add(claim.kind)

    def repeats(self, claim: Claim, draft: Draft) -> bool:
        """Say whether a claim is no more than a noun that points back to what was told."""
        if draft.trigger.entry.frame.part is not Part.NOUN or draft.cast.bearer is not None:
            return False
        if claim.modality is not Modality.ASSERTED or claim.date is not None:
            return False
        return claim.kind in self._told and _points_back(draft.trigger.token)


def _points_back(noun: Token) -> bool:
    """Say whether a noun stands bare, or with "the" or "his", and nothing after it says more."""
    if child(noun, "prep", "acl", "relcl", "amod", "compound", "nummod") is not None:
        return False
    owner, pointer = child(noun, "poss"), child(noun, "det")
    if owner is not None:
        return owner.pos_ == "PRON"
    return pointer is None or pointer.lower_ in _POINTING


def is_own_appeal(claim: Claim, draft: Draft, *, reported: bool) -> bool:
    """Say whether a claim is an appeal that the author makes by writing it, or its title.

    `reported`: a page tells of the letter; there only "I" and "we" make the appeal itself.
    """
    verb = draft.trigger.token
    if (
        not reported
        and claim.type in _TITLES
        and verb.dep_ == "ROOT"
        and verb.pos_ in ("NOUN", "PROPN")
    ):
        return True
    if claim.type not in _APPEALS or verb.tag_ not in _PRESENT:
        return False
    first = child(verb, "nsubj")
    spoken = first is not None and first.lower_ in ("i", "we")
    own = verb.dep_ in ("ROOT", "conj") and claim.source.asserter == (AUTHOR,)
    return spoken or (not reported and (AUTHOR in claim.actors or own))
