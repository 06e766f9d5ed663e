"""What the sources of many events say, by the batch. Events that one claim tells of are weighed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from habeas.web.ledger.models import Claim, Event
from habeas.web.ledger.telling import tellings
from habeas.web.ledger.weighing import names
from habeas.web.packing import unpack
from habeas.weigh import Telling, weigh


def summaries(rows: Sequence[Event]) -> dict[int, Mapping[str, Any]]:
    """Return what is said of each event, as a weigh.Happening in JSON's own types."""
    kept = {row.number: unpack(bytes(row.summary)) for row in rows if row.summary is not None}
    return kept | _weighed([row.number for row in rows if row.summary is None])


def _weighed(events: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    event_of = dict(Claim.objects.filter(event__in=events).values_list("number", "event_id"))
    members: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings(event_of):
        members[event_of[telling.claim]].append(telling)
    name = names(one for theirs in members.values() for one in theirs)
    return {number: weigh(members[number], name.__getitem__).as_json() for number in members}
