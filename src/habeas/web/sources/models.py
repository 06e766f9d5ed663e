"""Documents, where they came from, those taken out again, and the log of every act."""

from typing import ClassVar

from django.db import models


class Counter(models.Model):
    """The last number given to a kind of row; a number is never given twice."""

    name = models.CharField(max_length=20, primary_key=True)
    last = models.BigIntegerField(default=0)


class Entry(models.Model):
    """One act on the archive. Never changed: `digest` covers all of it and the entry before."""

    number = models.BigAutoField(primary_key=True)
    at = models.CharField(max_length=32)  # RFC 3339, UTC: its digits are part of the digest
    by = models.TextField()
    act = models.CharField(max_length=20)
    subject = models.TextField(blank=True)
    detail = models.TextField()  # JSON with sorted keys
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)


class Document(models.Model):
    """One document: what its bytes are, what was taken from them, and what was read."""

    number = models.BigAutoField(primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.TextField()
    kind = models.CharField(max_length=20, db_index=True)
    language = models.CharField(max_length=8, null=True)
    title = models.TextField(null=True)
    written = models.CharField(max_length=64, null=True)  # EDTF
    published = models.CharField(max_length=64, null=True)  # EDTF
    year = models.SmallIntegerField(null=True, db_index=True)
    text = models.BinaryField()  # packed
    reading = models.BinaryField()  # packed; the contract without the text, and the text's layout
    reader = models.CharField(max_length=32)  # the version of Habeas that read it
    added = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        ordering: ClassVar = ["number"]


class Origin(models.Model):
    """A path under which the bytes of a document were found."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="origins")
    path = models.TextField()
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "path"], name="one_origin_a_path")
        ]


class Tombstone(models.Model):
    """What is left of a document that was taken out: its number, its digest and why."""

    number = models.BigAutoField(primary_key=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    reason = models.TextField()
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="+", db_index=False)
