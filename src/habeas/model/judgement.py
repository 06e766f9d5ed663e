"""Judgements: that two items of an archive are the same, are different, or may be either.

Of items that are numbers: entities as they appear in documents, or claims. A person's judgement
stands above the machine's, the later above the earlier. It never says that two people *are* one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is judged of two items."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict on two items, with the reasons; `by` is None where the machine judged."""

    left: int
    right: int
    verdict: Verdict
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    by: str | None = None


def partition(items: Iterable[int], judgements: Iterable[Judgement]) -> dict[int, int]:
    """Return the group of every item: the smallest item that is the same as it.

    `judgements` are those in force, oldest first; those on items that are not given are passed
    over. No two items that are judged different end in one group.
    """
    groups = {item: {item} for item in items}
    apart: dict[int, set[int]] = {item: set() for item in groups}
    known = [one for one in judgements if one.left in groups and one.right in groups]
    for one in known:
        if one.verdict is Verdict.DIFFERENT:
            apart[one.left].add(one.right)
            apart[one.right].add(one.left)
    for one in sorted(known, key=_authority):
        left, right = groups[one.left], groups[one.right]
        if one.verdict is Verdict.SAME and left is not right and not _parted(left, right, apart):
            left |= right
            groups |= dict.fromkeys(right, left)
    return {item: min(group) for item, group in groups.items()}


def _authority(judgement: Judgement) -> tuple[bool, float]:
    """Return the place of a judgement in line: a person's first, then the surest."""
    return judgement.by is None, -judgement.score


def _parted(left: set[int], right: set[int], apart: dict[int, set[int]]) -> bool:
    small, large = sorted((left, right), key=len)
    return any(not apart[item].isdisjoint(large) for item in small)
