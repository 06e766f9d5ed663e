"""Read what a document asks of whom: requests, wishes put politely, duties, imperatives.

A request is only told, never judged. What a site asks of its visitors ("Start a petition") is no
demand.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from habeas.model import AUTHOR, Anatomy, Demand, Span
from habeas.read.demands.listed import read_listed
from habeas.read.demands.parsed import read_requests
from habeas.read.demands.pattern import read_patterns
from habeas.read.demands.request import Request
from habeas.read.sheet import Sheet

if TYPE_CHECKING:
    from habeas.read.names import Names
    from habeas.read.voices import Voice

__all__ = ["read_demands"]


def read_demands(
    sheet: Sheet, anatomy: Anatomy, names: "Names", *, voices: "Sequence[Voice]" = ()
) -> tuple[Demand, ...]:
    """Return the demands of a document in order; `voices` tell whose they are when quoted."""
    found = [_demand(request, names, voices) for request in _requests(sheet)]
    default = tuple(one.entity for one in anatomy.addressees if one.entity)
    return tuple(_distinct([_addressed(one, default) for one in found]))


def _requests(sheet: Sheet) -> Iterator[Request]:
    yield from read_listed(sheet)
    for passage in sheet.parsed():
        yield from read_requests(passage)
    yield from read_patterns(sheet)


def _demand(request: Request, names: "Names", voices: "Sequence[Voice]") -> Demand:
    passage = request.passage
    speaker = _speaker(request, names, voices)
    by = names.who(passage, request.by, speaker=speaker) if request.by is not None else speaker
    asked = [who for one in request.asked for who in names.who(passage, one, speaker=speaker)]
    asked = [who for who in dict.fromkeys(asked) if who not in by]
    return Demand(span=request.span, by=by, addressees=tuple(asked), action=request.action)


def _speaker(request: Request, names: "Names", voices: "Sequence[Voice]") -> tuple[str, ...]:
    """Return whose words a request stands in: the innermost voice around it, else the author."""
    around = [one for one in voices if one.content.holds(request.span) and not one.own]
    if not around:
        return (AUTHOR,)
    inner = min(around, key=lambda one: len(one.content))
    return names.introduce(inner.passage, inner.source) if inner.source is not None else ()


def _addressed(demand: Demand, default: tuple[str, ...]) -> Demand:
    if demand.addressees or demand.by != (AUTHOR,):
        return demand
    return Demand(span=demand.span, by=demand.by, addressees=default, action=demand.action)


def _distinct(demands: list[Demand]) -> Iterator[Demand]:
    """Yield demands in order, each place once; of two that overlap much the first found stays."""
    kept: list[Span] = []
    chosen = []
    for one in demands:
        if not any(_same(one.span, other) for other in kept):
            kept.append(one.span)
            chosen.append(one)
    yield from sorted(chosen, key=lambda one: (one.span.start, one.span.end))


def _same(one: Span, other: Span) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both > 0.5 * max(len(one), len(other))
