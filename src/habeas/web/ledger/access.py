"""The only way to read claims, the events that they tell of, and where they are at odds.

It reads who says what. What several voices say is shown side by side; nothing is called so.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet

from habeas.errors import NotInArchive
from habeas.model import Verdict
from habeas.web.ledger.account import Account, Speaker, accounts, signatories
from habeas.web.ledger.models import Claim, Event, Judgement, Part
from habeas.web.ledger.weighing import happening
from habeas.web.packing import unpack
from habeas.web.people.access import Named, named
from habeas.web.people.models import Entity

__all__ = [
    "Account",
    "Sought",
    "Speaker",
    "Telling",
    "accounts",
    "claims",
    "conflicts",
    "event",
    "events",
    "signatories",
]

_VOICE = (Part.Role.ASSERTER,)
_ABOUT = (Part.Role.VICTIM, Part.Role.ACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which claims are asked for; None asks for all. Days are YYYY-MM-DD.

    `kind` is a class or type of claim, or how its name begins; `about` and `said_by` are entities.
    """

    about: int | None = None
    said_by: int | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    modality: str | None = None
    document: int | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event in one line: what it is called, and how many tell of it."""

    event: str
    title: str
    kind: str
    date: str | None
    claims: int
    documents: int
    voices: int
    conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value that is said, the claims that carry it, and how many independent voices do."""

    matter: str
    value: str
    entity: str | None
    claims: tuple[str, ...]
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent source: who, in which claims, and why several of them are one."""

    who: tuple[Named, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values of one matter of an event that cannot all hold, with who carries each."""

    event: str
    title: str
    matter: str
    reason: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Another event that may be the same, as far as the machine can tell."""

    mine: str
    other: str
    event: str
    title: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event with all that its sources say: values, voices, conflicts, claims with words."""

    told: Told
    values: tuple[Value, ...]
    voices: tuple[Voice, ...]
    conflicts: tuple[Conflict, ...]
    accounts: tuple[Account, ...]
    candidates: tuple[Candidate, ...]


def claims(sought: Sought = Sought()) -> QuerySet[Claim]:
    """Return the claims that are asked for, in the order of their documents."""
    found = Claim.objects.filter(_asked(sought)).order_by("document", "start", "number")
    if sought.about is not None:
        found = found.filter(number__in=_parts(sought.about, _ABOUT))
    if sought.said_by is not None:
        found = found.filter(_said_by(sought.said_by))
    return found


def _asked(sought: Sought) -> Q:
    asked = Q()
    for name in ("modality", "document", "event"):
        if (value := getattr(sought, name)) is not None:
            asked &= Q(**{name: value})
    if sought.kind is not None:
        asked &= Q(kind__startswith=sought.kind) | Q(type__startswith=sought.kind)
    # What is open at one end reaches any day there.
    if sought.since is not None:
        asked &= Q(until__gte=sought.since) | Q(until=None, since__isnull=False)
    if sought.until is not None:
        asked &= Q(since__lte=sought.until) | Q(since=None, until__isnull=False)
    return asked


def _parts(entity: int, roles: Collection[str]) -> QuerySet[Part, int]:
    """Return the numbers of the claims in which somebody has a part."""
    rows = Part.objects.filter(appearance__entity=entity, role__in=roles)
    return rows.values_list("claim_id", flat=True)


def _said_by(entity: int) -> Q:
    signed = Q(by_author=True, document__signatures__appearance__entity=entity)
    numbers = Claim.objects.filter(signed).values("number")
    return Q(number__in=_parts(entity, _VOICE)) | Q(number__in=numbers)


def kinds() -> set[str]:
    """Return the classes and types of the claims that there are."""
    pairs = Claim.objects.values_list("kind", "type").distinct()
    return {one for pair in pairs for one in pair}


def events(sought: Sought = Sought()) -> QuerySet[Event]:
    """Return the events that claims asked for tell of, those of most voices first."""
    found = Event.objects.annotate(
        documents=Count("members__document", distinct=True), said_date=Min("members__date")
    )
    if sought != Sought():
        found = found.filter(number__in=claims(sought).order_by().values("event"))
    return found.order_by("-voices", "-documents", "-claims", "number")


def summary(row: Event) -> dict[str, Any]:
    """Return what the sources of an event say, as a weigh.Happening in JSON's own types."""
    if row.summary is None:
        return happening(row.number).as_json()
    return dict(unpack(bytes(row.summary)))


def told(row: Event) -> Told:
    """Return an event of `events` in one line."""
    said = summary(row) if row.summary is not None else {}
    return Told(
        event=f"E{row.number}",
        title=row.title or row.kind.replace("_", " "),
        kind=row.kind,
        date=said.get("date", row.said_date),  # type: ignore[attr-defined]
        claims=row.claims,
        documents=row.documents,  # type: ignore[attr-defined]
        voices=row.voices,
        conflicts=row.conflicts,
    )


def event(number: int) -> Telling:
    """Return an event by the number of any of its claims; raise NotInArchive."""
    row = events().filter(number=_event_of(number)).first()
    if row is None:
        raise NotInArchive(f"E{number}")
    made = tuple(accounts(claims(Sought(event=row.number))))
    said = summary(row)
    return Telling(
        told=told(row),
        values=tuple(map(_value, said.get("values", ()))),
        voices=_voices(said.get("voices", ()), made),
        conflicts=_conflicts(row, said),
        accounts=made,
        candidates=_candidates(row),
    )


def _event_of(claim: int) -> int:
    found = Claim.objects.filter(number=claim).values_list("event", flat=True).first()
    return claim if found is None else found


def _value(one: Mapping[str, Any]) -> Value:
    entity = one.get("entity")
    return Value(
        matter=one["matter"],
        value=one["value"],
        entity=None if entity is None else f"P{entity}",
        claims=_refs(one["tellings"]),
        voices=one["voices"],
    )


def _refs(claims: Collection[int]) -> tuple[str, ...]:
    return tuple(f"C{claim}" for claim in claims)


def _voices(found: Collection[Mapping[str, Any]], made: Collection[Account]) -> tuple[Voice, ...]:
    names = named(one for voice in found for one in voice["who"])
    documents = {one.claim: one.document for one in made}
    return tuple(
        Voice(
            who=tuple(names[one] for one in voice["who"] if one in names),
            claims=_refs(voice["tellings"]),
            documents=tuple(dict.fromkeys(documents[c] for c in _refs(voice["tellings"]))),
            reasons=tuple(voice["reasons"]),
        )
        for voice in found
    )


def conflicts(found: QuerySet[Event]) -> list[Conflict]:
    """Return where the tellings of these events are at odds."""
    rows = found.filter(conflicts__gt=0)
    return [one for row in rows for one in _conflicts(row, summary(row))]


def _conflicts(row: Event, said: Mapping[str, Any]) -> tuple[Conflict, ...]:
    values = [_value(one) for one in said.get("values", ())]
    return tuple(
        Conflict(
            event=f"E{row.number}",
            title=row.title,
            matter=one["matter"],
            reason=one["reason"],
            values=tuple(
                v for v in values if v.matter == one["matter"] and v.value in one["values"]
            ),
        )
        for one in said.get("conflicts", ())
    )


def _candidates(row: Event) -> tuple[Candidate, ...]:
    of_it = Q(left__event=row) | Q(right__event=row)
    found = unsure().filter(of_it).select_related("left__event", "right__event")
    best: dict[int, Candidate] = {}
    for judgement in found.order_by("-score", "number"):
        mine, other = judgement.left, judgement.right
        if other.event_id == row.number:
            mine, other = other, mine
        if other.event is not None:
            best.setdefault(other.event.number, _candidate(judgement, mine, other))
    return tuple(best.values())


def _candidate(judgement: Judgement, mine: Claim, other: Claim) -> Candidate:
    return Candidate(
        mine=f"C{mine.number}",
        other=f"C{other.number}",
        event=f"E{other.event_id}",
        title=other.event.title if other.event else "",
        score=judgement.score,
        reasons=judgement.as_judgement().reasons,
    )


def unsure() -> QuerySet[Judgement]:
    """Return the pairs of claims that wait for a person's judgement."""
    waiting = Judgement.objects.filter(ended=None, verdict=Verdict.UNSURE)
    return waiting.exclude(left__event=F("right__event"))


def unsure_count() -> int:
    """Return how many pairs of events wait to be judged."""
    return len({frozenset(pair) for pair in unsure().values_list("left__event", "right__event")})


def sizes() -> dict[str, int]:
    """Return how many claims and events there are."""
    return {"claims": Claim.objects.count(), "events": Event.objects.count()}


def conflict_count() -> int:
    """Return in how many events the tellings are at odds."""
    return Event.objects.filter(conflicts__gt=0).count()


def counts(numbers: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return how many claims are about each of these entities, and how many are made by them."""
    about, by = _counted(numbers, _ABOUT), _counted(numbers, _VOICE)
    signed = Claim.objects.filter(
        by_author=True, document__signatures__appearance__entity__in=numbers
    ).values_list("document__signatures__appearance__entity")
    for number, count in signed.annotate(n=Count("number", distinct=True)):
        by[number] = by.get(number, 0) + count
    return {number: (about.get(number, 0), by.get(number, 0)) for number in numbers}


def _counted(numbers: Collection[int], roles: Collection[str]) -> dict[int, int]:
    rows = Part.objects.filter(appearance__entity__in=numbers, role__in=roles)
    counted = rows.values_list("appearance__entity").annotate(n=Count("claim", distinct=True))
    return dict(counted)


def most_told(found: QuerySet[Entity]) -> QuerySet[Entity]:
    """Return entities with those first whom most claims are about."""
    about = Count(
        "appearances__parts__claim",
        filter=Q(appearances__parts__role__in=_ABOUT),
        distinct=True,
    )
    return found.annotate(told=about).order_by("-told", "-documents", "number")
