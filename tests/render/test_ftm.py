"""What FollowTheMoney can say is said in its terms, and what it cannot say is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import EntityType, Modality
from habeas.render import ftm

DATES = {
    "a day": ("2019-05-12", {"date": "2019-05-12"}),
    "a month": ("2019-05", {"date": "2019-05"}),
    "a year": ("2019", {"date": "2019"}),
    "a period": ("2011/2013-04", {"startDate": "2011", "endDate": "2013-04"}),
    "an open period": ("2011/..", {"startDate": "2011"}),
    "until": ("../2013", {"endDate": "2013"}),
    "about": ("2019~", {}),
    "perhaps": ("2019-05?", {}),
    "about until": ("2011~/2013", {"endDate": "2013"}),
    "a decade": ("198X", {}),
    "a season": ("2001-21", {}),
    "no such month": ("2001-13", {}),
    "one of": ("[2001,2002]", {}),
    "before our era": ("-0044", {}),
    "nothing": (None, {}),
}


@pytest.mark.parametrize(("edtf", "dates"), DATES.values(), ids=DATES)
def test_dates(edtf, dates):
    assert ftm.dates(edtf) == dates


@given(st.from_regex(r"[0-9X./~?%\[\], -]{0,24}", fullmatch=True))
def test_no_date_is_more_exact_than_it_was(edtf):
    for day in ftm.dates(edtf).values():
        assert day in edtf
        assert not re.search(re.escape(day) + r"[~?%X]", edtf) or edtf.count(day) > 1


@pytest.mark.parametrize("modality", Modality)
def test_only_what_is_asserted_is_an_event(modality):
    is_event = ftm.claim_schema(modality) == "Event"
    assert is_event == (modality is Modality.ASSERTED)


PERSON, BODY, OFFICE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PUBLIC_BODY
TIES = {
    "spouses": ("spouse_of", PERSON, PERSON, "Family"),
    "kin of a body": ("child_of", BODY, PERSON, "UnknownLink"),
    "member": ("member_of", PERSON, OFFICE, "Membership"),
    "member of a place": ("member_of", PERSON, EntityType.PLACE, "UnknownLink"),
    "place in a body": ("affiliated_with", EntityType.PLACE, BODY, "UnknownLink"),
    "office": ("holds_office", PERSON, OFFICE, "UnknownLink"),
    "lawyer": ("lawyer_of", PERSON, PERSON, "UnknownLink"),
}


@pytest.mark.parametrize(("kind", "one", "other", "schema"), TIES.values(), ids=TIES)
def test_relations_take_the_schema_that_fits_both(kind, one, other, schema):
    found = ftm.Tie(type=kind, source="a", target="b", source_type=one, target_type=other)
    made = ftm.tie("t", found, proof="d")
    assert made["schema"] == schema
    assert made["properties"]["proof"] == ["d"]
    assert {"a", "b"} <= {one for values in made["properties"].values() for one in values}


def test_kin_is_read_in_its_direction():
    found = ftm.Tie(
        type="child_of", source="anna", target="boris", source_type=PERSON, target_type=PERSON
    )
    properties = ftm.tie("t", found)["properties"]
    # FollowTheMoney: `relative` is a `relationship` of `person`.
    assert properties == {"person": ["boris"], "relative": ["anna"], "relationship": ["child"]}


def test_somebody_has_names_and_nothing_else():
    made = ftm.somebody("x-P1", PERSON, ["Ana Roe", "Roe", "Анна Ро"])
    assert made == {
        "id": "x-P1",
        "schema": "Person",
        "properties": {"name": ["Ana Roe"], "alias": ["Анна Ро"], "weakAlias": ["Roe"]},
    }


@pytest.mark.parametrize("kind", EntityType)
def test_every_type_has_a_schema_and_its_name(kind):
    made = ftm.somebody("x-P1", kind, ["Orlomir"])
    assert made["schema"] == ftm.SCHEMATA[kind]
    assert made["properties"]["name"] == ["Orlomir"]


def test_what_is_not_said_is_left_out():
    made = ftm.thing("x", "Event", name="a", location=[], date=None, notes="")
    assert made["properties"] == {"name": ["a"]}


@given(st.text(), st.sampled_from(["name", "location", "title", "notes"]))
def test_no_value_is_longer_than_the_property_takes(text, key):
    values = ftm.thing("x", "Event", **{key: text * 500})["properties"].get(key, [])
    assert all(len(one) <= ftm._LIMITS.get(key, ftm._TEXT) and "\n" not in one for one in values)


def test_a_span_says_where_and_which_words():
    text = "Friends, Ana Roe was taken away."
    place = ftm.Place(document="D1", sha256="0", start=9, end=16, around=4)
    made = ftm.thing("x", "Mention", name="Ana Roe")
    assert ftm.span(made, "name", place, text) == {
        "entity": "x",
        "property": "name",
        "value": "Ana Roe",
        "document": "D1",
        "sha256": "0",
        "selector": [
            {"type": "TextPositionSelector", "start": 9, "end": 16},
            {
                "type": "TextQuoteSelector",
                "prefix": "ds, ",
                "exact": "Ana Roe",
                "suffix": " was",
            },
        ],
    }


@pytest.mark.parametrize(("code", "found"), [("ru", "rus"), (None, None), ("xx", None)])
def test_languages(code, found):
    assert ftm.language(code) == found
