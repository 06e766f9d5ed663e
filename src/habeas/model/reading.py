"""A reading: what one document says and who says it, every item tied to its words.

The contract of ``habeas read``. It never says that a thing happened. `None` means "the document
does not say". Ids are local to the document; `AUTHOR` and `PAGE` are reserved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from habeas.model.document import Document
from habeas.model.span import Span

AUTHOR = "author"
PAGE = "page"


class Kind(StrEnum):
    """What kind of document it is."""

    OPEN_LETTER = "open_letter"
    JOINT_LETTER = "joint_letter"
    PETITION = "petition"
    STATEMENT = "statement"
    NEWS_REPORT = "news_report"
    REPORT = "report"
    OTHER = "other"


class EntityType(StrEnum):
    """What an entity is; after the FollowTheMoney schemata, with treaties and events added."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PUBLIC_BODY = "PublicBody"
    PLACE = "Place"
    TREATY = "Treaty"
    NAMED_EVENT = "NamedEvent"


class ClaimClass(StrEnum):
    """The classes of acts and states that a caseworker would log."""

    ARREST_DETENTION = "arrest_detention"
    CHARGE_TRIAL_SENTENCE = "charge_trial_sentence"
    TORTURE_ILL_TREATMENT = "torture_ill_treatment"
    KILLING_DEATH = "killing_death"
    DEPORTATION_KIDNAPPING_TRANSFER = "deportation_kidnapping_transfer"
    EXTRADITION = "extradition"
    PROTECTION_ASYLUM = "protection_asylum"
    MEDIA = "media"
    THREAT_PRESSURE_SEARCH = "threat_pressure_search"
    PERSECUTION_REPRESSION = "persecution_repression"
    POLITICS_ELECTIONS_CORRUPTION = "politics_elections_corruption"
    TRAVEL_VISIT = "travel_visit"
    TREATY_LAW = "treaty_law"
    NEGOTIATION_ALLIANCE = "negotiation_alliance"
    GUARANTEE = "guarantee"
    STATEMENT_APPEAL_PROTEST = "statement_appeal_protest"
    ASSESSMENT_OTHER = "assessment_other"


class Basis(StrEnum):
    """On what basis the asserter says so."""

    FIRSTHAND = "firsthand"
    REPORTED = "reported"
    QUOTED = "quoted"
    OPINION = "opinion"


class Modality(StrEnum):
    """How the claim stands in the text."""

    ASSERTED = "asserted"
    FEARED = "feared"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    DEMANDED = "demanded"


class QuotationKind(StrEnum):
    """How another voice is rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as EDTF (ISO 8601-2), with the printed words; `edtf` is None where unresolved."""

    edtf: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """Who started a petition and the number of supporters that is printed."""

    starter: str | None
    supporters: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person or body as printed under a document."""

    name: str
    span: Span
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    political_group: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A person or body to whom the document is addressed."""

    name: str
    span: Span
    office: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One label of a printed tag list; `group` is the list's printed header."""

    label: str
    span: Span
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLink:
    """A link or a related document that the text offers."""

    label: str
    span: Span
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """What the document is: the `document` part of the contract."""

    kind: Kind = Kind.OTHER
    title: Span | None = None
    language: str | None = None
    publisher: str | None = None
    date_written: PrintedDate | None = None
    date_published: PrintedDate | None = None
    petition: Petition | None = None
    signatories: tuple[Signatory, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    tags: tuple[Tag, ...] = ()
    links: tuple[PrintedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """An office, profession or description as printed."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Whom or what the document names; `mentions` are names, `references` descriptions."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...] = ()
    references: tuple[Span, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation that the text states; `type` such as ``spouse_of`` or ``holds_office``."""

    type: str
    source: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so: entity ids, `AUTHOR` or `PAGE`; `relayed_by` runs outwards."""

    asserter: tuple[str, ...] = (AUTHOR,)
    cue: Span | None = None
    relayed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One act or state that somebody asserts."""

    id: str
    kind: ClaimClass
    type: str
    span: Span
    actors: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    date: PrintedDate | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()
    basis: Basis = Basis.REPORTED
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One request to act."""

    span: Span
    by: tuple[str, ...] = (AUTHOR,)
    addressees: tuple[str, ...] = ()
    action: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words or content given to another voice.

    `cue` is the introducing words as a reader sees them ("She said that"); `voice` is where the
    source stands and `verb` the bare word of saying, both None where not expressed.
    """

    content: Span
    kind: QuotationKind
    source: tuple[str, ...] = ()
    cue: Span | None = None
    voice: Span | None = None
    verb: Span | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """What the reader saw and could not read."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one document."""

    document: Document
    anatomy: Anatomy = Anatomy()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    demands: tuple[Demand, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    unread: tuple[Unread, ...] = ()
