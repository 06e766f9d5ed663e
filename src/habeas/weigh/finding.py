"""Choose the event that a claim belongs to, out of those it was compared with.

At most one event gets a claim; where two would, it stays by itself and a person is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from habeas.model import Verdict
from habeas.weigh.telling import Finding

# How much better than its rivals (in score) the best event has to be.
MARGIN = 0.08
_NONE = Finding(Verdict.DIFFERENT, 0.0)


def against(findings: Iterable[Finding]) -> Finding:
    """Return what a claim is to an event, from the findings against the event's tellings.

    The best counts, but one telling that cannot be of the same happening keeps the claim out:
    else an undated telling would join the arrests of two years.
    """
    found = list(findings)
    best = max(found, key=lambda one: one.score, default=_NONE)
    parted = next((one for one in found if one.verdict is Verdict.DIFFERENT and one.reasons), None)
    return parted or best


def choose(found: Mapping[int, Finding]) -> dict[int, Finding]:
    """Return the findings by event, with at most one that says "same"; the rest are unsure."""
    same = sorted(
        (event for event, one in found.items() if one.verdict is Verdict.SAME),
        key=lambda event: (-found[event].score, event),
    )
    if len(same) < 2:
        return dict(found)
    lead = found[same[0]].score - found[same[1]].score
    rivals = same[1:] if lead >= MARGIN else same
    return dict(found) | {event: _unsure(found[event]) for event in rivals}


def _unsure(finding: Finding) -> Finding:
    reasons = (*finding.reasons, "another event fits as well")
    return replace(finding, verdict=Verdict.UNSURE, reasons=reasons)
