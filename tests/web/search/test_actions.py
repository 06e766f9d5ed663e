"""What goes into the index comes out of it again, whole."""

from dataclasses import replace

import pytest
from django.db import connection, transaction
from tests.web.ground import NOW

from habeas.web.archive.folder import Archive
from habeas.web.archive.removing import remove
from habeas.web.packing import unpack
from habeas.web.search import actions
from habeas.web.search.access import Query, find
from habeas.web.search.backend import index
from habeas.web.search.models import Indexed, Label, NameKey, NameWord, Term, Voice
from habeas.web.search.word import words
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Document, Entry

MODELS = (Indexed, Label, NameKey, NameWord, Term, Voice)


def forms_of(row):
    return {word.form for word in words(unpack(bytes(row.text)))}


def stored(archive: Archive) -> bytes:
    """Return all bytes that SQLite keeps."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(path.read_bytes() for path in archive.folder.glob("archive.sqlite3*"))


def test_passages_cover_the_text(filled):
    for row in Indexed.objects.select_related("document"):
        spans = actions.spans(row)
        assert spans[0].start == 0
        assert spans[-1].end == len(unpack(bytes(row.document.text)))


def test_the_index_holds_what_was_put_in(filled):
    for row in Document.objects.all():
        put = actions.entries_of(row, unpack(bytes(row.text)), actions.spans(row.indexed))
        held = index().held(row.number)
        assert [(one.passage, list(one.forms)) for one in put] == [
            (one.passage, list(one.forms)) for one in held
        ]


def test_of_what_is_dropped_no_word_is_left(filled):
    documents = list(Document.objects.all())
    gone, others = documents[0], documents[1:]
    only = forms_of(gone) - set().union(*map(forms_of, others))
    assert index().left(only) == only
    with transaction.atomic():
        actions.drop(gone)
    assert index().left(only) == set()
    assert not NameWord.objects.filter(word__in=only).exists()
    assert NameWord.objects.exists()
    assert not Indexed.objects.filter(document=gone).exists()
    assert not Label.objects.filter(document=gone).exists()
    assert not Term.objects.filter(labels=None).exists()


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)  # a server keeps its own files
def test_the_file_holds_no_word_of_what_was_removed(filled):
    documents = list(Document.objects.all())
    gone, others = documents[0], documents[1:]
    # A word in the index stands without the letters that it shares with the word before it.
    only = {word[2:].encode() for word in forms_of(gone) if len(word) > 6}
    kept = " ".join(form for row in others for form in forms_of(row)).encode()
    logged = " ".join(Entry.objects.values_list("detail", flat=True)).encode()
    before = stored(filled)
    only = {one for one in only if one not in kept + logged and one in before}
    assert only
    remove(filled, gone.number, "asked for", Hand("ana", NOW))
    after = stored(filled)
    assert {one for one in only if one in after} == set()


def test_what_another_habeas_put_in_is_taken_out_too(filled):
    gone = Document.objects.first()
    put = index().held(gone.number)
    # As if words had been parted otherwise when it was put in.
    index().take_out(put)
    index().put(replace(one, forms=[*one.forms, "otherwise"], lemmas=[]) for one in put)
    Indexed.objects.filter(document=gone).update(digest=1)
    assert index().left({"otherwise"}) == {"otherwise"}
    with transaction.atomic():
        actions.drop(gone)
    assert index().left({"otherwise"}) == set()
    assert index().held(gone.number) == []


def test_what_is_dropped_can_be_put_in_again(filled, readings):
    before = find(Query(words="Velkarov", limit=100))
    row = Document.objects.get(number=1)
    with transaction.atomic():
        actions.drop(row)
        actions.index(row, readings[0])
    after = find(Query(words="Velkarov", limit=100))
    places = [{(hit.document, hit.start) for hit in one.hits} for one in (before, after)]
    assert places[0] == places[1]
    assert before.facets == after.facets


def test_nothing_is_left_when_all_is_dropped(filled):
    with transaction.atomic():
        for row in Document.objects.all():
            actions.drop(row)
    assert [model.__name__ for model in MODELS if model.objects.exists()] == []


def test_dropping_what_is_not_in_the_index_does_nothing(filled):
    row = Document.objects.first()
    with transaction.atomic():
        actions.drop(row)
        actions.drop(row)
    assert Indexed.objects.count() == Document.objects.count() - 1
