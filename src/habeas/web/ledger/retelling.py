"""Events as they are shown: what is said, by whom, in how many voices, and where it is at odds.

Every value keeps its sources. Nothing here says that an event happened.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from habeas.web.ledger.account import Account, Speaker
from habeas.web.ledger.models import Claim, Event, Judgement
from habeas.web.ledger.weighing import happening
from habeas.web.packing import unpack
from habeas.web.people.access import Named, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Claims of one document that somebody makes there."""

    document: str
    claims: tuple[str, ...]
    said_by: Speaker


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
    """One value that is said, how many independent voices do so, and where each of them does."""

    matter: str
    value: str
    entity: str | None
    voices: int
    sources: tuple[Source, ...]


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


def retold(row: Event, made: Sequence[Account], waiting: QuerySet[Judgement]) -> Telling:
    """Return an event of `events` with all that its claims say; `waiting` is yet to be judged."""
    said = summary(row)
    return Telling(
        told=told(row),
        values=tuple(_value(one, made) for one in said["values"]),
        voices=_voices(said["voices"], made),
        conflicts=conflicts_of(row, made),
        accounts=tuple(made),
        candidates=_candidates(row, waiting),
    )


def _value(one: Mapping[str, Any], made: Sequence[Account]) -> Value:
    entity, claims = one["entity"], _refs(one["tellings"])
    return Value(
        matter=one["matter"],
        value=one["value"],
        entity=None if entity is None else f"P{entity}",
        voices=one["voices"],
        sources=_sources([account for account in made if account.claim in claims]),
    )


def _sources(carried: Iterable[Account]) -> tuple[Source, ...]:
    """Return claims by document and speaker, in their order."""
    found: dict[tuple[str, Speaker], list[str]] = {}
    for one in carried:
        found.setdefault((one.document, one.said_by), []).append(one.claim)
    return tuple(
        Source(document=document, claims=tuple(claims), said_by=said_by)
        for (document, said_by), claims in found.items()
    )


def _refs(claims: Collection[int]) -> tuple[str, ...]:
    return tuple(f"C{claim}" for claim in claims)


def _voices(found: Collection[Mapping[str, Any]], made: Sequence[Account]) -> tuple[Voice, ...]:
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


def conflicts_of(row: Event, made: Sequence[Account]) -> tuple[Conflict, ...]:
    """Return where those who tell of an event are at odds; `made` are its claims."""
    said = summary(row)
    values = [_value(one, made) for one in said["values"]]
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
        for one in said["conflicts"]
    )


def _candidates(row: Event, waiting: QuerySet[Judgement]) -> tuple[Candidate, ...]:
    of_it = Q(left__event=row) | Q(right__event=row)
    found = waiting.filter(of_it).select_related("left__event", "right__event")
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
