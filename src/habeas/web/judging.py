"""What the judgements on people and those on claims have in common: how one is kept.

A judgement is never deleted: it is in force until an act ends it, and an undo renews it.
"""

import json
from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import Protocol

from django.db import models
from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from habeas.model import Judgement, Verdict, partition
from habeas.web.coding import CodeField
from habeas.web.packing import pack, unpack
from habeas.web.sources.models import Entry
from habeas.web.sources.number import take

_REASONS = 2


class JudgementRow(models.Model):
    """One judgement on two items, with the act that made it and the act that ended it."""

    number = models.BigAutoField(primary_key=True)
    verdict = CodeField(Verdict)
    score = models.FloatField()
    reasons = models.BinaryField()  # packed
    by = models.TextField(null=True)  # null: the machine
    made = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
    ended = models.ForeignKey(Entry, models.PROTECT, related_name="+", null=True, db_index=False)
    left_id: int
    right_id: int

    class Meta:
        abstract = True

    @classmethod
    def counter(cls) -> str:
        """Return the name under which numbers are given to such judgements."""
        return f"{cls._meta.app_label} judgement"

    def as_judgement(self) -> Judgement:
        """Return the judgement as the engine knows it."""
        return Judgement(
            left=self.left_id,
            right=self.right_id,
            verdict=self.verdict,
            score=self.score,
            reasons=tuple(unpack(bytes(self.reasons))),
            by=self.by,
        )

    def fingerprint(self) -> list[object]:
        """Return what of the judgement never changes."""
        one = self.as_judgement()
        return [self.number, one.left, one.right, one.verdict, one.score, one.reasons, one.by]


class Finding(Protocol):
    """What the engine says of two items."""

    @property
    def verdict(self) -> Verdict: ...
    @property
    def score(self) -> float: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...


def drawn(left: int, right: int, finding: Finding) -> Judgement:
    """Return the machine's judgement on two items; of what it is sure two reasons are enough."""
    enough = _REASONS if finding.verdict is Verdict.SAME else None
    return Judgement(
        left=left,
        right=right,
        verdict=finding.verdict,
        score=finding.score,
        reasons=finding.reasons[:enough],
    )


def keep[Row: JudgementRow](
    model: type[Row], judgements: Iterable[Judgement], entry: Entry
) -> list[Row]:
    """Write judgements, as made by the act of `entry`, and return their rows."""
    found = list(judgements)
    rows = [
        model(
            number=number,
            left_id=one.left,
            right_id=one.right,
            verdict=one.verdict,
            score=round(one.score, 3),
            reasons=pack(one.reasons),
            by=one.by,
            made=entry,
        )
        for number, one in zip(take(model.counter(), len(found)), found, strict=True)
    ]
    return model._default_manager.bulk_create(rows)


def touching[Row: JudgementRow](model: type[Row], items: Collection[int]) -> QuerySet[Row]:
    """Return all judgements ever made on any of the items, oldest first."""
    found = model._default_manager.filter(Q(left__in=items) | Q(right__in=items))
    return found.order_by("number")


def in_force[Row: JudgementRow](model: type[Row], items: Collection[int]) -> list[Row]:
    """Return the judgements in force that touch any of the items, oldest first."""
    return list(touching(model, items).filter(ended=None))


def end(model: type[JudgementRow], numbers: Collection[int], entry: Entry | None) -> None:
    """Let judgements end by the act of `entry`; with None, let them be in force again."""
    model._default_manager.filter(number__in=numbers).update(ended=entry)


def groups(model: type[JudgementRow], items: Collection[int]) -> dict[int, int]:
    """Return the group of every item, as the judgements in force part them."""
    return partition(items, [row.as_judgement() for row in in_force(model, items)])


def made_by[Row: JudgementRow](model: type[Row], entry: Entry) -> QuerySet[Row]:
    """Return the judgements that an act at work has made so far."""
    # Numbers rise: those of the act are the last, and need no index to be found.
    last = model._default_manager.exclude(made=entry).order_by("-number").values("number")[:1]
    rows = model._default_manager.filter(made=entry)
    return rows.filter(number__gt=Coalesce(Subquery(last), 0))


def made_in(entry: Entry) -> dict[str, str]:
    """Return the fingerprint of the judgements that an act made, for the log."""
    return {
        model.counter(): fingerprint(found)
        for model in JudgementRow.__subclasses__()
        if (found := list(made_by(model, entry)))
    }


def fingerprint(rows: Iterable[JudgementRow]) -> str:
    """Return the SHA-256 of what never changes in judgements, in the order of their numbers."""
    found = [row.fingerprint() for row in sorted(rows, key=lambda row: row.number)]
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
