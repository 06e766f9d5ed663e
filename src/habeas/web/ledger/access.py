"""The only way to read claims, the events that they tell of, and where they are at odds.

It reads who says what. What several voices say is shown side by side; nothing is called so.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Count, F, Min, Q, QuerySet

from habeas.errors import NotInArchive
from habeas.model import ClaimClass, Verdict
from habeas.web.ledger.account import Account, Speaker, accounts, signatories
from habeas.web.ledger.models import Claim, Event, Judgement, Part
from habeas.web.ledger.retelling import Conflict, Telling, Told, conflicts_of, retold, told
from habeas.web.people.models import Entity

__all__ = [
    "Account",
    "Conflict",
    "Sought",
    "Speaker",
    "Telling",
    "Told",
    "accounts",
    "claims",
    "conflicts",
    "event",
    "events",
    "signatories",
    "told",
]

_BATCH = 200
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
        classes = [one for one in ClaimClass if one.startswith(sought.kind)]
        asked &= Q(kind__in=classes) | Q(type__startswith=sought.kind)
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
    """Return the classes of claims, and the types of those that there are."""
    return {*ClaimClass, *Claim.objects.values_list("type", flat=True).distinct()}


def events(sought: Sought = Sought()) -> QuerySet[Event]:
    """Return the events that claims asked for tell of, those of most voices first."""
    found = Event.objects.annotate(
        documents=Count("members__document", distinct=True), said_date=Min("members__date")
    )
    if sought != Sought():
        found = found.filter(number__in=claims(sought).order_by().values("event"))
    return found.order_by("-voices", "-documents", "-claims", "number")


def event(number: int) -> Telling:
    """Return an event by the number of any of its claims; raise NotInArchive."""
    row = events().filter(number=_event_of(number)).first()
    if row is None:
        raise NotInArchive(f"E{number}")
    return retold(row, _made(row), unsure())


def _event_of(claim: int) -> int:
    found = Claim.objects.filter(number=claim).values_list("event", flat=True).first()
    return claim if found is None else found


def _made(row: Event) -> list[Account]:
    return list(accounts(claims(Sought(event=row.number))))


def conflicts(found: QuerySet[Event]) -> Iterator[Conflict]:
    """Yield where the tellings of these events are at odds."""
    for row in found.filter(conflicts__gt=0).iterator(_BATCH):
        yield from conflicts_of(row, _made(row))


def unsure() -> QuerySet[Judgement]:
    """Return the pairs of claims that wait for a person's judgement."""
    waiting = Judgement.objects.filter(ended=None, verdict=Verdict.UNSURE)
    return waiting.exclude(left__event=F("right__event"))


def doubtful() -> QuerySet[Event]:
    """Return the events of which it is not known whether they are one with another."""
    waiting = unsure()
    left, right = waiting.values("left__event"), waiting.values("right__event")
    return events().filter(Q(number__in=left) | Q(number__in=right))


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
