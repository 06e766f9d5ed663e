"""A voice: some words or content that a text gives to somebody, and the words that do so.

Says where the source stands, never who it is: that is for ``names``.
"""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from habeas.model import QuotationKind, Span
from habeas.read.passage import Passage


class Stance(StrEnum):
    """How the source, or who relays it, stands to the content."""

    SAID = "said"
    ALLEGED = "alleged"
    DENIED = "denied"
    REJECTED = "rejected"
    DEMANDED = "demanded"
    ASKED = "asked"
    BELIEVED = "believed"
    FEARED = "feared"
    HOPED = "hoped"
    INTENDED = "intended"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One attribution.

    `head` is the cue's own verb, noun or adjective. `source` is the head of the source's noun
    phrase (for a relative pronoun, what it stands for; for a letter that speaks, its sender) and
    `source_span` the phrase as printed; `verb` the bare cue ("has said", "according to"); `cue` the
    introducing words ("She added that"). `content` runs from the first to the last word of
    what is said, `parts` are its stretches where a cue stands between. `core` is the content less
    what seems a remark of the relating author. `frame` says by which construction it was found.
    `own`: the author speaks, in the first person. `negated`: it is not said. `worded`: the wording
    or message of another is given, so that a reader would call it a quotation. `real` is False
    where somebody only may or should say it. `nested_in` is the place in the list of the voice
    within whose content this one stands.
    """

    passage: Passage
    content: Span
    core: Span
    parts: tuple[Span, ...]
    kind: QuotationKind
    stance: Stance
    frame: str
    head: Token | None = None
    source: Token | None = None
    source_span: Span | None = None
    verb: Span | None = None
    cue: Span | None = None
    own: bool = False
    negated: bool = False
    worded: bool = True
    real: bool = True
    nested_in: int | None = None
