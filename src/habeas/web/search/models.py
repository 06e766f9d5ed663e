"""Passages: the parts of a document that a search finds."""

from django.db import models

from habeas.web.sources.models import Document


class Passage(models.Model):
    """A stretch of a document, in code points, whose words are in the index."""

    number = models.BigIntegerField(primary_key=True)
    document = models.ForeignKey(Document, models.CASCADE, related_name="passages")
    start = models.IntegerField()
    end = models.IntegerField()
