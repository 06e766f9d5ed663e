"""Choose the event that a claim belongs to, out of those it was compared with.

At most one event gets a claim; where two would, it stays by itself and a person is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from habeas.model import Verdict
from habeas.weigh.telling import Finding

# How much better than its rivals (in score) the best event has to be.
MARGIN = 0.08
# Of the events that a claim may belong to, how many are kept for a person to look at.
_KEPT = 3


def against(findings: Iterable[Finding]) -> Finding:
    """Return what a claim is to an event, from the findings against the event's claims.

    The best counts, but one claim that cannot be of the same happening keeps it out: else an
    undated claim would join the arrests of two years.
    """
    found = list(findings)
    parted = (one for one in found if one.verdict is Verdict.DIFFERENT and one.reasons)
    best = max(found, key=lambda one: one.score, default=Finding(Verdict.DIFFERENT, 0.0))
    return next(parted, best)


def choose(found: Mapping[int, Finding]) -> dict[int, Finding]:
    """Return what to record of the findings on several events, best first.

    At most one says "same": the clearly best. Others that fit are unsure; of these the best few
    are kept, and what is different is left out.
    """
    order = sorted(found, key=lambda event: (-found[event].score, event))
    kept = [event for event in order if found[event].verdict is not Verdict.DIFFERENT][:_KEPT]
    if not kept:
        return {}
    best = found[kept[0]]
    if best.verdict is Verdict.SAME and not any(_rivals(best, found[one]) for one in kept[1:]):
        return {kept[0]: best} | {event: _doubted(found[event]) for event in kept[1:]}
    doubts = ("another event fits as well",) if best.verdict is Verdict.SAME else ()
    return {event: _doubted(found[event], *doubts) for event in kept}


def _rivals(best: Finding, other: Finding) -> bool:
    return other.verdict is Verdict.SAME and other.score > best.score - MARGIN


def _doubted(finding: Finding, *doubts: str) -> Finding:
    return replace(finding, verdict=Verdict.UNSURE, reasons=(*finding.reasons, *doubts))
