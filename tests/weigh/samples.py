"""Tellings made by hand, about invented people: numbers stand for entities, D for documents."""

from typing import Any

from habeas.model import Basis, ClaimClass, Modality
from habeas.weigh import Telling

DRIVER, EDITOR, WIFE, MINISTRY, COMMITTEE, OTHER = 1, 2, 3, 4, 5, 6
KELMARK, ORLOMIR, HESTRAND = 20, 21, 22
NAMES = {
    DRIVER: "Rustem Bagashvin",
    EDITOR: "Zhanna Velkarova",
    WIFE: "Nadezhda Bagashvina",
    MINISTRY: "Ministry of Justice",
    COMMITTEE: "Lantern Committee",
    OTHER: "Stepan Kulagov",
    KELMARK: "Kelmark",
    ORLOMIR: "Orlomir",
    HESTRAND: "Hestrand",
}
_CLASSES = {
    "deportation": ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
    "kidnapping": ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
    "transfer": ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
    "return": ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
    "arrest": ClaimClass.ARREST_DETENTION,
    "detention": ClaimClass.ARREST_DETENTION,
    "conviction_sentence": ClaimClass.CHARGE_TRIAL_SENTENCE,
    "torture": ClaimClass.TORTURE_ILL_TREATMENT,
    "death": ClaimClass.KILLING_DEATH,
    "shooting_of_demonstrators": ClaimClass.KILLING_DEATH,
    "search_raid": ClaimClass.THREAT_PRESSURE_SEARCH,
}
_SETS = ("victims", "actors", "places", "asserters", "relayed_by")


def told(type: str, claim: int = 1, document: int | None = None, **given: Any) -> Telling:
    """Return a telling, of the document of the same number unless another is given."""
    sets = {key: frozenset(one) for key, one in given.items() if key in _SETS}
    kind = _CLASSES.get(type, ClaimClass.ASSESSMENT_OTHER)
    number = claim if document is None else document
    return Telling(claim=claim, document=number, kind=kind, type=type, **(given | sets))


def quoted(type: str, claim: int = 1, document: int | None = None, **given: Any) -> Telling:
    """Return a telling whose words the document gives to somebody else."""
    return told(type, claim, document, basis=Basis.QUOTED, **given)


def denied(type: str, claim: int = 1, document: int | None = None, **given: Any) -> Telling:
    """Return a telling that denies."""
    return told(type, claim, document, modality=Modality.DENIED, **given)
