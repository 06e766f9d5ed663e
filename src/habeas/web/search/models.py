"""What a search needs beside the index of words: passages, labels, voices, spellings of names."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from habeas.web.coding import CodeField
from habeas.web.people.models import Appearance
from habeas.web.sources.models import Document


class Indexed(models.Model):
    """A document whose words are in the index, and how it is cut into passages."""

    document = models.OneToOneField(
        Document, models.CASCADE, primary_key=True, related_name="indexed"
    )
    lengths = models.BinaryField()  # packed; of its passages, in code points
    digest = models.BigIntegerField()  # of the words that were put into the index


class Facet(StrEnum):
    """The ways in which documents are labelled. The list only ever grows at its end."""

    KIND = "kind"
    LANGUAGE = "language"
    YEAR = "year"
    COUNTRY = "country"
    TAG = "tag"


class Term(models.Model):
    """A label of documents: `value` is folded, `name` is as first printed."""

    facet = CodeField(Facet)
    value = models.TextField()
    name = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["facet", "value"], name="one_term_a_value")
        ]


class Label(models.Model):
    """That a document bears a term."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="labels", db_index=False)
    term = models.ForeignKey(Term, models.PROTECT, related_name="labels")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "term"], name="one_label_a_term")
        ]


class Voice(models.Model):
    """That somebody asserts something in a document; who signed it is known to `people`."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="voices")
    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="voices")


class NameWord(models.Model):
    """A word that occurs in names, folded as in the index."""

    word = models.CharField(max_length=64, unique=True)


class NameKey(models.Model):
    """A key by which a word of a name is found in any spelling."""

    word = models.ForeignKey(NameWord, models.CASCADE, related_name="keys")
    key = models.BigIntegerField()  # keying.number

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "word"], name="one_key_a_word")
        ]
