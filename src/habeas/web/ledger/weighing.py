"""Find the events that claims tell of, and say of each event what its sources say.

An event is found by its keys, never by looking at all. What it says is worked out when all the
claims that were added together are in: until then it is stale.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched

from django.db import connection
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from habeas.model import Modality, Verdict
from habeas.web.judging import drawn, keep
from habeas.web.keying import hashed
from habeas.web.ledger.models import Claim, Event, EventKey, Judgement
from habeas.web.ledger.telling import tellings
from habeas.web.packing import pack
from habeas.web.people.models import Entity
from habeas.web.sources.clean import clean
from habeas.web.sources.models import Entry
from habeas.weigh import (
    Finding,
    Happening,
    Telling,
    against,
    bounds,
    choose,
    compare,
    keys,
    sample,
    weigh,
)

_COMMON = 500  # a key of more events than this says nothing
_BATCH = 200  # events that are weighed together
_CANDIDATES = 12  # events that are looked at for one claim
_MEMBERS = 12  # claims of an event that are looked at: those added last


def place(claims: Collection[int], entry: Entry) -> None:
    """Find an event for each of these claims, which have none yet, or make one."""
    found = [(one, hashed(keys(one))) for one in tellings(claims)]
    found = [(one, theirs) for one, theirs in found if theirs]
    if found:
        _Desk([theirs for _, theirs in found]).place(found, entry)


class _Desk:
    """The events that the claims of one document may tell of."""

    def __init__(self, keys: Collection[set[int]]) -> None:
        self.by_key = _events(set().union(*keys))
        self.members = _members({event for one in keys for event in self.candidates(one)})
        self.joined: dict[int, list[Telling]] = defaultdict(list)
        self.new: set[int] = set()
        self.keys: dict[int, set[int]] = defaultdict(set)
        self.judged: list[tuple[int, int, Finding]] = []

    def place(self, found: list[tuple[Telling, set[int]]], entry: Entry) -> None:
        """Place the claims one by one, then write it all."""
        for telling, theirs in found:
            self.settle(telling, theirs)
        self.save(entry)

    def settle(self, telling: Telling, theirs: set[int]) -> None:
        """Judge which event a claim tells of, if any that is known."""
        nearest = {
            n: self.nearest(telling, n) for n in self.candidates(theirs) if n in self.members
        }
        found = choose({event: finding for event, (finding, _) in nearest.items()})
        chosen = {n: f for n, f in found.items() if f.verdict is not Verdict.DIFFERENT}
        self.judged += [(telling.claim, nearest[n][1], f) for n, f in chosen.items()]
        same = [n for n, finding in chosen.items() if finding.verdict is Verdict.SAME]
        event = same[0] if same else telling.claim
        if not same:
            self.new.add(event)
        self.joined[event].append(telling)
        self.members.setdefault(event, []).append(telling)
        self.keys[event] |= theirs
        for key in theirs:
            self.by_key[key].add(event)

    def nearest(self, telling: Telling, event: int) -> tuple[Finding, int]:
        """Return what a claim is to an event, and to which of its claims it is nearest."""
        members = sample(self.members[event])
        found = [compare(telling, one) for one in members]
        best = max(range(len(found)), key=lambda place: found[place].score)
        return against(found), members[best].claim

    def candidates(self, theirs: set[int]) -> list[int]:
        """Return the events that share keys, those that share the rarest first."""
        weights: dict[int, float] = defaultdict(float)
        for key in sorted(theirs):  # in one order: sums of fractions depend on it
            for event in self.by_key[key]:
                weights[event] += 1 / len(self.by_key[key])
        return sorted(weights, key=lambda event: (-weights[event], event))[:_CANDIDATES]

    def save(self, entry: Entry) -> None:
        """Write what was settled."""
        Event.objects.bulk_create(
            Event(number=event, kind=self.joined[event][0].kind, claims=0) for event in self.new
        )
        Event.objects.filter(number__in=self.joined.keys() - self.new).update(stale=True)
        _put_into((one.claim, event) for event, joined in self.joined.items() for one in joined)
        EventKey.objects.bulk_create(
            (
                EventKey(event_id=event, key=key)
                for event, theirs in self.keys.items()
                for key in theirs
            ),
            ignore_conflicts=True,
        )
        keep(Judgement, (drawn(*one) for one in self.judged), entry)


def _put_into(pairs: Iterable[tuple[int, int]]) -> None:
    """Put claims into events: pairs of a claim's number and an event's."""
    rows = [(event, claim) for claim, event in pairs]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE ledger_claim SET event_id = %s WHERE number = %s", rows)


def _events(every: set[int]) -> dict[int, set[int]]:
    """Return the events that have each key, leaving out the keys that most events have."""
    counts = EventKey.objects.filter(key__in=every).values_list("key").annotate(n=Count("event"))
    rare = [key for key, count in counts if count <= _COMMON]
    found: dict[int, set[int]] = defaultdict(set)
    for key, event in EventKey.objects.filter(key__in=rare).values_list("key", "event_id"):
        found[key].add(event)
    return found


def _members(events: Collection[int]) -> dict[int, list[Telling]]:
    """Return some claims of each event: those added last."""
    latest = Window(RowNumber(), partition_by=F("event"), order_by=F("number").desc())
    rows = Claim.objects.filter(event__in=events).annotate(place=latest)
    looked_at = dict(rows.filter(place__lte=_MEMBERS).values_list("number", "event_id"))
    found: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings(looked_at):
        found[looked_at[telling.claim]].append(telling)
    return found


def stale() -> int:
    """Return how many events wait to be weighed."""
    return Event.objects.filter(stale=True).count()


def weigh_stale() -> Iterator[int]:
    """Weigh every event that got or lost a claim; yield how many are done after each batch."""
    waiting = Event.objects.filter(stale=True).order_by("number").values_list("number", flat=True)
    done = 0
    for batch in batched(list(waiting), _BATCH):
        _weigh(batch)
        done += len(batch)
        yield done


def _weigh(events: Collection[int]) -> None:
    """Work out what the sources of events say, and write it."""
    event_of = dict(Claim.objects.filter(event__in=events).values_list("number", "event_id"))
    members: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings(event_of, sketched=True):
        members[event_of[telling.claim]].append(telling)
    name = names(one for theirs in members.values() for one in theirs)
    rows = [_weighed(number, members[number], name) for number in members]
    fields = ["kind", "claims", "since", "title", "voices", "conflicts", "stale", "summary"]
    Event.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["number"], update_fields=fields
    )


def _weighed(number: int, members: Sequence[Telling], name: Mapping[int, str]) -> Event:
    happening = weigh(members, name.__getitem__)
    said = [bounds(one.date)[0] for one in members if one.modality is not Modality.DENIED]
    return Event(
        number=number,
        kind=happening.kind,
        claims=len(members),
        since=min((day for day in said if day), default=None),
        title=clean(happening.title),
        voices=len(happening.voices),
        conflicts=len(happening.conflicts),
        stale=False,
        summary=pack(happening.as_json()) if len(members) > 1 else None,
    )


def happening(number: int) -> Happening:
    """Return what the sources of an event say, as it is now."""
    claims = Claim.objects.filter(event=number).values_list("number", flat=True)
    found = tellings(claims, sketched=True)
    return weigh(found, names(found).__getitem__)


def names(found: Iterable[Telling]) -> dict[int, str]:
    """Return the names of all who have a part in claims."""
    every: set[int] = set()
    for one in found:
        every |= one.victims | one.actors | one.places | one.asserters | one.relayed_by
    return dict(Entity.objects.filter(number__in=every).values_list("number", "name"))
