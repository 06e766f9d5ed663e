"""Restore the events of a whole archive, from its claims and the judgements on them.

Judges no claim: which claims are of one happening was judged before. What events say is weighed
again.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import batched

from habeas.web.keying import hashed
from habeas.web.ledger.models import Claim, Event, EventKey
from habeas.web.ledger.telling import tellings
from habeas.weigh import keys

_BATCH = 500


def restore(groups: Mapping[int, int], joined: Collection[int]) -> Iterator[int]:
    """Write the events of all claims and yield how many claims are done after each batch.

    `groups` has the event of every claim; a claim by which no event can be found has one only if
    it is `joined` to another. The events are left to be weighed.
    """
    done = 0
    for batch in batched(sorted(groups), _BATCH):
        theirs = {one.claim: hashed(keys(one)) for one in tellings(batch)}
        told = {claim: groups[claim] for claim in batch if theirs[claim] or claim in joined}
        _write(told)
        EventKey.objects.bulk_create(
            (EventKey(event_id=e, key=key) for claim, e in told.items() for key in theirs[claim]),
            ignore_conflicts=True,
        )
        done += len(batch)
        yield done


def _write(told: Mapping[int, int]) -> None:
    rows = Claim.objects.filter(number__in=told).in_bulk()
    # An event has the number of its first claim.
    first = [claim for claim, event in told.items() if claim == event]
    Event.objects.bulk_create(Event(number=one, kind=rows[one].kind) for one in first)
    for claim, event in told.items():
        rows[claim].event_id = event
    Claim.objects.bulk_update(rows.values(), ["event"])
