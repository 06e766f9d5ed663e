"""Appearances of somebody in a document, the entities they make up, and the judgements on them."""

from django.db import models

from habeas.model import EntityType
from habeas.web.coding import CodeField
from habeas.web.judging import JudgementRow
from habeas.web.sources.models import Document


class Entity(models.Model):
    """A person, body, place or treaty: all appearances that are judged the same.

    Its number is the smallest among them. All of it is derived and can be derived again.
    """

    number = models.BigAutoField(primary_key=True)
    type = CodeField(EntityType)
    name = models.TextField()
    portrait = models.BinaryField()  # packed; resolve.Portrait
    documents = models.IntegerField(default=0, db_index=True)


class EntityKey(models.Model):
    """A key by which an entity is found among all others."""

    pk = models.CompositePrimaryKey("key", "entity")
    key = models.BigIntegerField()  # keying.number
    entity = models.ForeignKey(Entity, models.CASCADE, related_name="keys", db_index=False)


class Appearance(models.Model):
    """Somebody as one document names them: an entity of one reading."""

    number = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, models.CASCADE, related_name="appearances")
    local = models.CharField(max_length=24)  # the id in the reading
    entity = models.ForeignKey(Entity, models.PROTECT, related_name="appearances")


class Signature(models.Model):
    """That somebody signed a document, and so says what its author says."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="signatures")
    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="signatures")


class Judgement(JudgementRow):
    """Whether two appearances are of one person or body."""

    left = models.ForeignKey(Appearance, models.CASCADE, related_name="+")
    right = models.ForeignKey(Appearance, models.CASCADE, related_name="+")
