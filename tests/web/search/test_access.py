"""Searching the examples, on every database: words in all forms, names in any spelling."""

import pytest

from habeas.errors import NotInArchive
from habeas.web.people import access as people
from habeas.web.search import access, scope
from habeas.web.search.access import Query, Why, find
from habeas.web.search.models import Facet, Label, Term
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document

# What is typed, and a word of a passage that must be found and marked.
FINDS = {
    "extradited": "extradite",
    "imprisoning": "imprisoned",
    "sentence": "sentenced",
    "дочери": "дочь",
    "Велькарова": "Velkarov",
    "велькаров": "Vel’karova’s",
    "Velkarova": "ВЕЛЬКАРОВОЙ",
    "vel'karov's": "Velkarov",
    "Tarmeshov": "Тармешов",
    "Tarmechov": "Tarmechova",
    "Олдеева": "Oldeïeva",
    "SULMANSK": "Сульманска",
    "Zhаnna": "Zhanna",  # one letter is Cyrillic
    '"Антон Велькаров"': "Anton",
    '"the court of appeal"': "Court",
    "Haldorsen-Bruhn": "HALDORSEN",
    "nobodyatall OR journalist": "journalist",
    "2021": "2021",
}
# What is typed, and what must be nowhere.
NOTHING = ["", "-court", '"appeal of court"', "nobodyatall", "court nobodyatall", '"', "OR", "* ^"]


def all_of(words, **filters):
    return find(Query(words=words, limit=1000, **filters))


def marked(found):
    return {text for hit in found.hits for text, is_match in hit.snippet if is_match}


@pytest.fixture(scope="module")
def texts(readings):
    """Return the texts of the examples in the order in which they were added."""
    return [one.document.text for one in readings]


def test_finds_words_in_every_form_and_names_in_every_spelling(filled):
    missed = {}
    for typed, printed in FINDS.items():
        found = all_of(typed)
        hit_words = {one.printed for hit in found.hits for one in hit.matched}
        if printed not in hit_words | marked(found):
            missed[typed] = hit_words
    assert missed == {}


# What one database found, for the other to find too: the fixtures give one after the other.
ELSEWHERE = {}


def test_finds_the_same_in_every_database(filled):
    for typed in [*FINDS, "court -prison", '"of the" -court', "President OR президент"]:
        found = all_of(typed)
        passages = {(hit.document, hit.start, hit.snippet, hit.matched) for hit in found.hits}
        assert passages == ELSEWHERE.setdefault(typed, passages)
        assert found.facets == ELSEWHERE.setdefault(f"facets of {typed}", found.facets)


@pytest.mark.parametrize("typed", NOTHING)
def test_finds_nothing_where_nothing_is(filled, typed):
    found = find(Query(words=typed))
    assert (found.hits, found.total) == ((), 0)


def test_a_passage_is_where_it_says_and_holds_what_is_marked(filled):
    for hit in all_of("Velkarov OR court").hits:
        text = sources.reading(hit.document).document.text[hit.start : hit.end]
        assert hit.matched
        assert all(one.printed in text for one in hit.matched)
        assert all(piece in text for piece, is_match in hit.snippet if is_match)


def test_says_why_a_word_matches(filled):
    why = {(m.typed, m.printed): m.why for hit in all_of("Велькарова").hits for m in hit.matched}
    assert why["Велькарова", "Велькарова"] is Why.WORD
    assert why["Велькарова", "Velkarova"] is Why.NAME
    forms = {m.printed: m.why for hit in all_of("sentence").hits for m in hit.matched}
    assert forms["sentenced"] is Why.FORM


def test_every_passage_with_a_word_is_found(filled, texts):
    found = {(hit.document, hit.start) for hit in all_of("Government").hits}
    holding = {
        number
        for number, text in enumerate(texts, 1)
        if "Government" in text or "Governments" in text or "government" in text
    }
    assert {number for number, _ in found} == holding


def test_excludes_and_joins(filled):
    def passages(words):
        return {(hit.document, hit.start) for hit in all_of(words).hits}

    both = passages("court prison")
    assert both == passages("court") & passages("prison")
    assert both < passages("court OR prison") == passages("court") | passages("prison")
    assert passages("court -prison") == passages("court") - both


def test_pages_are_parts_of_one_list(filled):
    whole = all_of("Velkarov")
    pages = [find(Query(words="Velkarov", limit=3, offset=at)).hits for at in (0, 3, 6)]
    assert [*pages[0], *pages[1], *pages[2]] == list(whole.hits[:9])
    assert whole.total == len(whole.hits)
    assert [hit.score for hit in whole.hits] == sorted((h.score for h in whole.hits), reverse=True)


@pytest.mark.parametrize("facet", ["kind", "language", "year", "country", "tag", "speaker"])
def test_asking_for_what_a_facet_counts_finds_as_many_documents(filled, facet):
    buckets = all_of("Velkarov").facets[facet]
    assert buckets
    for bucket in buckets:
        value = int(bucket.value.lstrip("P")) if facet in ("speaker", "year") else bucket.value
        found = all_of("Velkarov", **{facet: value})
        assert found.documents == bucket.documents
        assert bucket in found.facets[facet]


def test_a_document_can_be_searched_alone(filled):
    whole = all_of("Velkarov")
    for number in {hit.document for hit in whole.hits}:
        found = all_of("Velkarov", document=number)
        assert found.hits == tuple(hit for hit in whole.hits if hit.document == number)


def test_filters_narrow_together(filled):
    found = all_of("Velkarov", language="en", year=2021, kind="joint_letter")
    assert {hit.document for hit in found.hits}
    for row in Document.objects.filter(number__in={hit.document for hit in found.hits}):
        assert (row.language, row.year, row.kind) == ("en", 2021, "joint_letter")
    assert all_of("Velkarov", language="ru", year=1999).total == 0


def test_refuses_a_speaker_whom_nobody_names(filled):
    with pytest.raises(NotInArchive):
        all_of("court", speaker=99999)


def test_countries_are_one_in_all_languages(filled):
    row = Document.objects.first()
    term = Term.objects.create(facet=Facet.COUNTRY, value="france", name="France")
    Label.objects.create(document=row, term=term)
    for name in ("France", "Франция", "FRANCE"):
        assert {hit.document for hit in all_of("the OR и", country=name).hits} <= {row.number}


def test_speakers_follow_who_is_judged_to_be_one(filled):
    bucket = all_of("Velkarov").facets["speaker"][0]
    row = people.entity(int(bucket.value[1:]))
    for one in people.seen(row):
        again = all_of("Velkarov", speaker=int(one.ref[1:]))
        assert again.documents == bucket.documents


def test_both_ways_to_look_into_some_documents_find_the_same(filled, monkeypatch):
    filters = [{"language": "en"}, {"year": 2021}, {"kind": "statement", "language": "en"}]
    listed = [all_of("Velkarov", **one) for one in filters]
    monkeypatch.setattr(scope, "_WORTH_LOOKING", 0)  # as if all labels were frequent
    assert [all_of("Velkarov", **one) for one in filters] == listed


def test_says_where_there_are_more_than_are_ranked(filled, monkeypatch):
    whole = all_of("Velkarov")
    assert not whole.more
    monkeypatch.setattr(access, "MOST", 5)
    found = all_of("Velkarov")
    assert (found.total, found.more) == (5, True)
    # Those of the documents that were added last.
    places = sorted((hit.document, hit.start) for hit in whole.hits)
    assert sorted((hit.document, hit.start) for hit in found.hits) == places[-5:]


def test_counts_the_labels_of_the_best_documents(filled, monkeypatch):
    monkeypatch.setattr(access, "COUNTED", 2)
    found = all_of("Velkarov")
    assert found.counted == 2 < found.documents
    assert sum(bucket.documents for bucket in found.facets["kind"]) == 2
