"""Gather tellings into events one by one, in memory, as the archive does it on disk.

Compares a telling only with those that share a key with it. Judges for the machine alone; a
person's judgements are the archive's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from habeas.model import Verdict
from habeas.weigh.compare import compare
from habeas.weigh.finding import against, choose
from habeas.weigh.key import keys
from habeas.weigh.telling import Finding, Telling

# The most events a telling is compared with, and the most tellings of each.
EVENTS = 50
TELLINGS = 10


@dataclass(slots=True)
class Gathering:
    """Events that grow. `found` keeps for every claim what it was found to be to which event."""

    events: dict[int, list[Telling]] = field(default_factory=dict)
    found: dict[int, dict[int, Finding]] = field(default_factory=dict)
    _index: dict[str, dict[int, None]] = field(default_factory=dict)

    def add(self, telling: Telling) -> int:
        """Put a telling into an event, its own if no other fits; return the event's number."""
        shared = keys(telling)
        chosen = choose({one: self._against(telling, one) for one in self._candidates(shared)})
        self.found[telling.claim] = chosen
        same = [event for event, one in chosen.items() if one.verdict is Verdict.SAME]
        event = same[0] if same else telling.claim
        self.events.setdefault(event, []).append(telling)
        for key in shared:
            self._index.setdefault(key, {})[event] = None
        return event

    def _candidates(self, shared: Iterable[str]) -> list[int]:
        met: dict[int, int] = {}
        for key in shared:
            for event in self._index.get(key, ()):
                met[event] = met.get(event, 0) + 1
        return sorted(met, key=lambda event: (-met[event], event))[:EVENTS]

    def _against(self, telling: Telling, event: int) -> Finding:
        return against(compare(telling, one) for one in sample(self.events[event]))


def sample(tellings: Sequence[Telling], limit: int = TELLINGS) -> list[Telling]:
    """Return the tellings by which an event is known: one of each date, then the first."""
    dated = list({one.date: one for one in reversed(tellings)}.values())[:limit]
    chosen = {one.claim for one in dated}
    return dated + [one for one in tellings if one.claim not in chosen][: limit - len(dated)]


def gather(tellings: Iterable[Telling]) -> dict[int, list[Telling]]:
    """Return the events of tellings, by number."""
    gathering = Gathering()
    for telling in tellings:
        gathering.add(telling)
    return gathering.events
