"""Reading people: whom a name may mean, where they appear, and who may be the same."""

import pytest

from habeas.errors import NotInArchive
from habeas.model import EntityType
from habeas.web.people import access
from habeas.web.people.models import Appearance, Entity
from habeas.web.sources import access as sources

SCRIPTS = {
    "Oren Dask": ("Latin",),
    "Орен Даск": ("Cyrillic",),
    "Zhаnna": ("Latin", "Cyrillic"),
    "אורן": ("Hebrew",),
    "오렌": ("Hangul",),
    "12": (),
}


@pytest.mark.parametrize(("name", "scripts"), SCRIPTS.items())
def test_names_the_scripts_of_a_name(name, scripts):
    assert access.scripts(name) == scripts


def test_everybody_is_found_by_every_name_that_is_printed_of_them(filled):
    missed = []
    for profile in access.profiles(list(access.entities([EntityType.PERSON]))):
        for spelling in profile.spellings:
            found = [f"P{row.number}" for row in access.called(spelling.name)]
            if profile.ref not in found:
                missed.append(spelling.name)
    assert missed == []


def test_nobody_is_found_by_what_is_no_name(filled):
    assert access.called("") == []
    assert access.called("…") == []
    assert access.called("Quintilla Vombattus") == []


def test_appearances_are_where_the_readings_name_somebody(filled):
    for row in access.entities([EntityType.PERSON])[:10]:
        seen = access.seen(row)
        assert len({one.document for one in seen}) == row.documents
        for one in seen:
            reading = sources.reading(int(one.document[1:]))
            assert one.name in {entity.name for entity in reading.entities}
            assert access.entity(int(one.ref[1:])) == row


def test_refuses_a_number_that_nobody_has(filled):
    with pytest.raises(NotInArchive, match="P99999"):
        access.entity(99999)


def test_a_pair_to_judge_is_seen_from_both_sides(filled):
    doubtful = list(access.doubtful())
    pairs = set()
    for row in doubtful:
        for one in access.candidates(row):
            assert one.who.ref != f"P{row.number}"
            assert Appearance.objects.get(number=int(one.mine[1:])).entity == row
            assert one.reasons
            pairs.add(frozenset({f"P{row.number}", one.who.ref}))
    assert doubtful
    assert len(pairs) == access.unsure_count()
    assert {ref for pair in pairs for ref in pair} == {f"P{row.number}" for row in doubtful}


def test_sizes_count_people_and_bodies(filled):
    bodies = Entity.objects.filter(type__in=access.BODIES).count()
    people = Entity.objects.filter(type=EntityType.PERSON).count()
    assert access.sizes() == {"people": people, "bodies": bodies}


def test_a_document_without_a_title_is_called_by_its_file(filled):
    titles = access.titled(row.number for row in sources.documents())
    assert len(titles) == 13
    assert all(title and "\n" not in title for title in titles.values())
    assert "12-letter-of-the-drivers-wife.txt" in titles.values()
