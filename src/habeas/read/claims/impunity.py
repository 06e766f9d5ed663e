"""Tell the absence of a punishment from a charge: "no official has been charged" is impunity."""

from dataclasses import replace

from habeas.model import ClaimClass, Modality
from habeas.read.claims.stance import is_nobody
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import Entry, Frame, Part

_PENAL = frozenset({"criminal_charge", "conviction_sentence"})
_IMPUNITY = Entry(
    kind=ClaimClass.CHARGE_TRIAL_SENTENCE, type="impunity", frame=Frame(part=Part.VERB)
)


def unpunished(trigger: Trigger, modality: Modality | None) -> tuple[Trigger, Modality | None]:
    """Return what a trigger tells and how it stands, where nobody was charged or sentenced."""
    if modality is not Modality.DENIED or trigger.entry.type not in _PENAL:
        return trigger, modality
    if any(one.dep_ == "nsubjpass" and is_nobody(one) for one in trigger.token.children):
        return replace(trigger, entry=_IMPUNITY), Modality.ASSERTED
    return trigger, modality
