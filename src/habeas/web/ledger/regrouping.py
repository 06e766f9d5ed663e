"""Derive again which claims tell of one event: from the judgements in force, or judging anew."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Count

from habeas.model import Verdict
from habeas.web.judging import end, in_force
from habeas.web.judging import groups as parted
from habeas.web.keying import hashed
from habeas.web.ledger.models import Claim, Event, EventKey, Judgement
from habeas.web.ledger.telling import tellings
from habeas.web.ledger.weighing import place
from habeas.web.sources.models import Entry
from habeas.weigh import keys


def regroup(claims: Collection[int]) -> None:
    """Part these claims, and all of their events, anew; leave the events to be weighed."""
    events = _events(claims)
    members = Claim.objects.filter(event__in=events).values_list("number", flat=True)
    every = {*claims, *members}
    before = dict(Claim.objects.filter(number__in=every).values_list("number", "event_id"))
    theirs = {one.claim: keys(one) for one in tellings(before)}
    same = [row for row in in_force(Judgement, before) if row.verdict == Verdict.SAME]
    joined = {row.left_id for row in same} | {row.right_id for row in same}
    after = parted(Judgement, {claim for claim in before if theirs[claim] or claim in joined})
    _write(after, before)
    _write_keys(after, theirs)
    Event.objects.filter(number__in=events - set(after.values())).delete()


def judge_again(claims: Collection[int], entry: Entry) -> list[int]:
    """Judge anew the events of claims whose people changed.

    Return the numbers of the machine's judgements that end so. A person's stand, and part the
    events whatever the machine finds.
    """
    events = _events(claims)
    members = Claim.objects.filter(event__in=events).values_list("number", flat=True)
    every = sorted({*claims, *members})
    ended = [row.number for row in in_force(Judgement, every) if row.by is None]
    end(Judgement, ended, entry)
    Claim.objects.filter(number__in=every).update(event=None)
    Event.objects.filter(number__in=events).delete()
    place(every, entry)
    regroup(every)
    return ended


def follow(claims: Collection[int], entry: Entry) -> None:
    """Let events follow people who turned out to be one, without judging all anew.

    A claim that was alone is judged anew, for it may tell of an event of theirs; an event of
    several stays and is found by its new keys.
    """
    events = set(Claim.objects.filter(number__in=claims).values_list("event_id", flat=True))
    sizes = Claim.objects.filter(event__in=events - {None}).values_list("event_id")
    large = {event for event, size in sizes.annotate(n=Count("number")) if size > 1}
    alone = Claim.objects.filter(number__in=claims).exclude(event__in=large)
    judge_again(list(alone.values_list("number", flat=True)), entry)
    members = dict(Claim.objects.filter(event__in=large).values_list("number", "event_id"))
    _write_keys(members, {one.claim: keys(one) for one in tellings(members)})
    Event.objects.filter(number__in=large).update(stale=True)


def _events(claims: Collection[int]) -> set[int]:
    """Return the events of claims, and of those whom judgements tie to them."""
    ties = in_force(Judgement, claims)
    near = {row.left_id for row in ties} | {row.right_id for row in ties} | set(claims)
    rows = Claim.objects.filter(number__in=near).exclude(event=None)
    return set(rows.values_list("event_id", flat=True))


def _write(after: Mapping[int, int], before: Mapping[int, int | None]) -> None:
    members: dict[int, list[int]] = defaultdict(list)
    for claim, event in after.items():
        members[event].append(claim)
    kinds = dict(Claim.objects.filter(number__in=members).values_list("number", "kind"))
    Event.objects.bulk_create(
        [Event(number=n, kind=kinds[n], claims=len(theirs)) for n, theirs in members.items()],
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["kind", "claims", "stale"],
    )
    for event, theirs in members.items():
        moved = [claim for claim in theirs if before[claim] != event]
        Claim.objects.filter(number__in=moved).update(event=event)
    Claim.objects.filter(number__in=before.keys() - after.keys()).update(event=None)


def _write_keys(after: Mapping[int, int], theirs: Mapping[int, frozenset[str]]) -> None:
    EventKey.objects.filter(event__in=set(after.values())).delete()
    found = {(event, key) for claim, event in after.items() for key in hashed(theirs[claim])}
    EventKey.objects.bulk_create(EventKey(event_id=e, key=k) for e, k in sorted(found))
