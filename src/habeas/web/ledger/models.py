"""Claims, who has which part in them, the events they tell of, and the judgements on them."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from habeas.model import Basis, ClaimClass, Modality
from habeas.web.coding import CodeField
from habeas.web.judging import JudgementRow
from habeas.web.people.models import Appearance
from habeas.web.sources.models import Document


class Event(models.Model):
    """One happening that claims tell of; its number is the smallest among theirs.

    All of it is derived. It is `stale` until it has been weighed with its last claim; `summary` is
    null where a single claim tells of it.
    """

    number = models.BigAutoField(primary_key=True)
    kind = CodeField(ClaimClass)
    claims = models.IntegerField(default=1)
    since = models.CharField(max_length=10, null=True, db_index=True)
    title = models.TextField(blank=True)
    voices = models.IntegerField(default=1)
    conflicts = models.IntegerField(default=0)
    stale = models.BooleanField(default=True)
    summary = models.BinaryField(null=True)  # packed; weigh.Happening

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["number"], condition=models.Q(stale=True), name="stale_events"),
            models.Index(fields=["voices"], condition=models.Q(voices__gt=1), name="told_events"),
            models.Index(
                fields=["conflicts"], condition=models.Q(conflicts__gt=0), name="disputed_events"
            ),
        ]


class EventKey(models.Model):
    """A key by which an event is found among all others."""

    pk = models.CompositePrimaryKey("key", "event")
    key = models.BigIntegerField()  # keying.number
    event = models.ForeignKey(Event, models.CASCADE, related_name="keys", db_index=False)


class Claim(models.Model):
    """One claim of one document. `since` and `until` bound its date, as YYYY-MM-DD."""

    number = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, models.CASCADE, related_name="claims")
    local = models.CharField(max_length=24)  # the id in the reading
    kind = CodeField(ClaimClass)
    type = models.CharField(max_length=48)
    basis = CodeField(Basis)
    modality = CodeField(Modality)
    start = models.IntegerField()
    end = models.IntegerField()
    date = models.CharField(max_length=64, null=True)  # EDTF
    since = models.CharField(max_length=10, null=True)
    until = models.CharField(max_length=10, null=True)
    by_author = models.BooleanField()  # the document's signatories say so, or its unnamed author
    event = models.ForeignKey(Event, models.PROTECT, related_name="members", null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["since"], condition=models.Q(since__isnull=False), name="dated_claims"
            )
        ]


class Part(models.Model):
    """What part somebody has in a claim."""

    class Role(StrEnum):
        """The parts; `asserter` and `relay` are those who say so."""

        ACTOR = "actor"
        VICTIM = "victim"
        PLACE = "place"
        ASSERTER = "asserter"
        RELAY = "relay"

    pk = models.CompositePrimaryKey("claim", "role", "appearance")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="parts", db_index=False)
    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="parts")
    role = CodeField(Role)


class Judgement(JudgementRow):
    """Whether two claims tell of one happening."""

    left = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    right = models.ForeignKey(Claim, models.CASCADE, related_name="+")
