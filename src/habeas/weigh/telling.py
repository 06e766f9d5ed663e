"""A telling: one claim as the whole archive knows it, and what is found of two of them.

Entities are numbers that hold across documents. Nothing here says that anything happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from habeas.model import Basis, ClaimClass, Modality, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim, with the people in it as entities across documents.

    `asserters` is empty for an unnamed author or page. `date` and `written` are EDTF; `passage`
    is the sentence or paragraph around `words`; `sketch` is that of the document's whole text.
    """

    claim: int
    document: int
    kind: ClaimClass
    type: str
    victims: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()
    asserters: frozenset[int] = frozenset()
    relayed_by: frozenset[int] = frozenset()
    basis: Basis = Basis.REPORTED
    modality: Modality = Modality.ASSERTED
    date: str | None = None
    written: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    passage: str = ""
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether two tellings are of one happening: a verdict, a score from 0 to 1, and reasons.

    "Different" has a reason where they cannot be of one, and none where too little says so.
    """

    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()
