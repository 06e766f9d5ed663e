"""What the machine finds of two portraits: a verdict, a score and reasons in sentences.

Set on development data. It is a proposal: a person's judgement always stands above it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from habeas.model import Verdict

ONE = 0.7  # from here two portraits are taken for one
PERHAPS = 0.55  # from here a person should look
CLEAR = 0.05  # by so much the best must be better than the next
_KEPT = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether two portraits are of one, 0 to 1, and why."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...] = ()


def find(score: float, reasons: tuple[str, ...]) -> Finding:
    """Return the finding that a score amounts to."""
    score = max(0.0, min(1.0, round(score, 4)))
    if score >= ONE:
        return Finding(Verdict.SAME, score, reasons)
    return Finding(Verdict.UNSURE if score >= PERHAPS else Verdict.DIFFERENT, score, reasons)


def choose(found: Mapping[int, Finding], *, alike: bool = False) -> dict[int, Finding]:
    """Return what to record of the findings on several candidates, best first.

    At most one stays the same: the clearly best. Where others are as good all are unsure, unless
    candidates are `alike`, so that two which fit are rather one that was not put together: then it
    is the first of them. What is different is left out; of what is unsure the best few are kept.
    """
    order = sorted(found, key=lambda number: (-found[number].score, number))
    kept = [number for number in order if found[number].verdict is not Verdict.DIFFERENT]
    if not kept:
        return {}
    best = found[kept[0]]
    rivals = [n for n in kept[1:] if found[n].score > best.score - CLEAR and not alike]
    if best.verdict is Verdict.SAME and not rivals:
        return {kept[0]: best} | {n: doubted(found[n]) for n in kept[1:_KEPT]}
    doubt = (f"{len(rivals) + 1} candidates fit equally well",) if rivals else ()
    return {n: doubted(found[n], *doubt) for n in kept[:_KEPT]}


def doubted(finding: Finding, *doubts: str) -> Finding:
    """Return the finding as one that a person should look at, unless it is of two."""
    if finding.verdict is Verdict.DIFFERENT:
        return finding
    return replace(finding, verdict=Verdict.UNSURE, reasons=(*finding.reasons, *doubts))
