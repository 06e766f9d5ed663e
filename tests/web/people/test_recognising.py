"""What the archive tells the engine of a document when it asks who is who."""

from habeas.model import Verdict
from habeas.web.people.models import Appearance, Entity, Judgement

TWO = "one document names them as two"


def doubts():
    rows = Judgement.objects.filter(verdict=Verdict.UNSURE, by=None)
    return [row for row in rows if TWO in row.as_judgement().reasons]


def test_says_where_one_document_names_two(filled):
    found = doubts()
    assert found
    for row in found:
        mine = Appearance.objects.get(number=row.left_id).document_id
        theirs = Entity.objects.get(appearances=row.right_id).appearances
        assert theirs.filter(document=mine).exists()


def test_counts_each_document_once(filled):
    for entity in Entity.objects.all():
        documents = entity.appearances.values("document").distinct().count()
        assert entity.documents == documents
