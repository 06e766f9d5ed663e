"""Find the events that claims tell of, and say of each event what its sources say.

An event is found by its keys, never by looking at all. What it says is worked out when all the
claims that were added together are in: until then its summary is missing.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from django.db.models import Count, F, Min

from habeas.model import Verdict
from habeas.web.judging import drawn, keep
from habeas.web.ledger.models import Claim, Event, EventKey, Judgement
from habeas.web.ledger.telling import tellings
from habeas.web.people.models import Entity
from habeas.web.sources.clean import clean
from habeas.web.sources.models import Entry
from habeas.weigh import Finding, Telling, choose, compare, keys, weigh

_COMMON = 2000  # a key of more events than this says nothing
_CANDIDATES = 50  # events that are looked at for one claim
_MEMBERS = 8  # claims of an event that are looked at


def place(claims: Collection[int], entry: Entry) -> None:
    """Find an event for each of these claims, which have none yet, or make one."""
    found = [(one, keys(one)) for one in tellings(claims)]
    found = [(one, theirs) for one, theirs in found if theirs]
    if found:
        _Desk(frozenset().union(*(theirs for _, theirs in found))).place(found, entry)


class _Desk:
    """The events that the claims of one document may tell of."""

    def __init__(self, every: frozenset[str]) -> None:
        self.by_key = _events(every)
        self.members = _members(set().union(*self.by_key.values()))
        self.joined: dict[int, list[Telling]] = defaultdict(list)
        self.new: set[int] = set()
        self.keys: dict[int, set[str]] = defaultdict(set)
        self.judged: list[tuple[int, int, Finding]] = []

    def place(self, found: list[tuple[Telling, frozenset[str]]], entry: Entry) -> None:
        """Place the claims one by one, then write it all."""
        for telling, theirs in found:
            self.settle(telling, theirs)
        self.save(entry)

    def settle(self, telling: Telling, theirs: frozenset[str]) -> None:
        """Judge which event a claim tells of, if any that is known."""
        nearest = {n: self.nearest(telling, n) for n in self.candidates(theirs)}
        chosen = choose({event: finding for event, (finding, _) in nearest.items()})
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
        """Return the best finding against the claims of an event, and which claim it is."""
        found = [(compare(telling, one), one.claim) for one in self.members[event][-_MEMBERS:]]
        return max(found, key=lambda pair: (pair[0].verdict is Verdict.SAME, pair[0].score))

    def candidates(self, theirs: frozenset[str]) -> list[int]:
        """Return the events that share keys, those that share the rarest first."""
        weights: dict[int, float] = defaultdict(float)
        for key in theirs:
            for event in self.by_key[key]:
                weights[event] += 1 / len(self.by_key[key])
        return sorted(weights, key=lambda event: (-weights[event], event))[:_CANDIDATES]

    def save(self, entry: Entry) -> None:
        """Write what was settled."""
        Event.objects.bulk_create(
            Event(number=event, kind=self.joined[event][0].kind, claims=0) for event in self.new
        )
        for event, joined in self.joined.items():
            Claim.objects.filter(number__in=[one.claim for one in joined]).update(event=event)
            Event.objects.filter(number=event).update(
                claims=F("claims") + len(joined), summary=None
            )
        EventKey.objects.bulk_create(
            (EventKey(event_id=event, key=key) for event in self.keys for key in self.keys[event]),
            ignore_conflicts=True,
        )
        keep(Judgement, (drawn(*one) for one in self.judged), entry)


def _events(every: frozenset[str]) -> dict[str, set[int]]:
    """Return the events that have each key, leaving out the keys that most events have."""
    counts = EventKey.objects.filter(key__in=every).values_list("key").annotate(n=Count("id"))
    rare = [key for key, count in counts if count <= _COMMON]
    found: dict[str, set[int]] = defaultdict(set)
    for key, event in EventKey.objects.filter(key__in=rare).values_list("key", "event_id"):
        found[key].add(event)
    return found


def _members(events: Collection[int]) -> dict[int, list[Telling]]:
    """Return some claims of each event: those added last."""
    rows = Claim.objects.filter(event__in=events).values_list("event_id", "number")
    claims: dict[int, list[int]] = defaultdict(list)
    for event, number in rows.order_by("number"):
        claims[event].append(number)
    looked_at = {number: event for event in claims for number in claims[event][-_MEMBERS:]}
    found: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings(looked_at):
        found[looked_at[telling.claim]].append(telling)
    return found


def stale() -> int:
    """Return how many events wait to be weighed."""
    return Event.objects.filter(summary=None).count()


def weigh_stale() -> Iterator[int]:
    """Weigh every event that got or lost a claim; yield the number of each when it is written."""
    for number in list(Event.objects.filter(summary=None).values_list("number", flat=True)):
        weigh_event(number)
        yield number


def weigh_event(number: int) -> None:
    """Work out what the sources of an event say, and write it."""
    members = Claim.objects.filter(event=number)
    found = tellings(members.values_list("number", flat=True))
    happening = weigh(found, names(found).__getitem__)
    earliest = members.filter(modality="asserted").aggregate(first=Min("since"))["first"]
    packed = json.dumps(happening.as_json(), ensure_ascii=False, separators=(",", ":"))
    Event.objects.filter(number=number).update(
        kind=happening.kind,
        title=clean(happening.title),
        since=earliest,
        voices=len(happening.voices),
        conflicts=len(happening.conflicts),
        summary=zlib.compress(packed.encode()),
    )


def names(found: Iterable[Telling]) -> dict[int, str]:
    """Return the names of all who have a part in claims."""
    every: set[int] = set()
    for one in found:
        every |= one.victims | one.actors | one.places | one.asserters | one.relayed_by
    return dict(Entity.objects.filter(number__in=every).values_list("number", "name"))
