"""Which pairs of tellings are of one happening, which may be, and which cannot be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.samples import (
    COMMITTEE,
    DRIVER,
    EDITOR,
    HESTRAND,
    MINISTRY,
    ORLOMIR,
    OTHER,
    WIFE,
    denied,
    quoted,
    told,
)

from habeas.model import Basis, Modality, Verdict
from habeas.weigh import Telling, compare

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
driver, editor = {"victims": {DRIVER}}, {"victims": {EDITOR}}
SQUARE = "In March 2017 eleven people were shot dead on Ferry Square."

PAIRS = {
    "one day": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019-05-12", **editor),
        SAME,
    ),
    "a day within the month": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019-05", **editor),
        SAME,
    ),
    "a day within the year": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019", **editor),
        SAME,
    ),
    "a day within the season": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019-21", **editor),
        SAME,
    ),
    "a disputed day": (
        told("deportation", date="2020-01-21", **driver),
        told("deportation", date="2020-01-23", **driver),
        SAME,
    ),
    "about a day": (
        told("deportation", date="2020-01-25~", **driver),
        told("deportation", date="2020-01-12", **driver),
        SAME,
    ),
    "a week apart": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019-05-19", **editor),
        UNSURE,
    ),
    "the same day of another year": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2018-05-12", **editor),
        UNSURE,
    ),
    "two arrests of one man": (
        told("arrest", date="2010-03", **editor),
        told("arrest", date="2019-05-12", **editor),
        DIFFERENT,
    ),
    "the end of a year and the next": (
        told("arrest", date="2010", **editor),
        told("arrest", date="2011-03-02", **editor),
        DIFFERENT,
    ),
    "no date": (told("arrest", date="2019-05-12", **editor), told("arrest", **editor), SAME),
    "no date at all": (told("arrest", **editor), told("arrest", **editor), SAME),
    "written before it": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", written="2015-01-01", **editor),
        DIFFERENT,
    ),
    "written after it": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", written="2021-01-01", **editor),
        SAME,
    ),
    "other people": (
        told("arrest", date="2019-05-12", **editor),
        told("arrest", date="2019-05-12", **driver),
        DIFFERENT,
    ),
    "some of the people": (
        told("deportation", victims={EDITOR, DRIVER}),
        told("deportation", **driver),
        SAME,
    ),
    "nobody and no date": (told("arrest"), told("arrest"), DIFFERENT),
    "nobody, and one day": (
        told("arrest", date="2019-05-12"),
        told("arrest", date="2019-05-12"),
        DIFFERENT,
    ),
    "two ways, to two countries": (
        told("kidnapping", words="kidnapped to Norway", **driver),
        told("return", words="returned to Malta", **driver),
        UNSURE,
    ),
    "two words for one way": (
        told("kidnapping", words="kidnapped to Norway", **driver),
        told("return", words="sent back to Norway", **driver),
        SAME,
    ),
    "another word": (told("deportation", **driver), told("kidnapping", **driver), SAME),
    "a denial": (told("kidnapping", **driver), denied("kidnapping", **driver), SAME),
    "he returned himself": (
        told("deportation", date="2020-01-22", **driver),
        told("return", date="2020-01-23", actors={DRIVER}),
        SAME,
    ),
    "extradited and kidnapped": (
        told("extradition", date="2020-01-22", **driver),
        told("kidnapping", date="2020-01-22", **driver),
        SAME,
    ),
    "there and back": (
        told("kidnapping", words="kidnapped from Orwe to Selm", **driver),
        told("return", words="the authorities returned him to Orwe", **driver),
        DIFFERENT,
    ),
    "the same way": (
        told("kidnapping", words="kidnapped from Orwe to Selm", **driver),
        told("deportation", words="deported from Orwe", **driver),
        SAME,
    ),
    "out of the country, and to a prison": (
        told("transfer", words="he was handed over", **driver),
        told("transfer", words="he was moved to Penal Colony No. 9", **driver),
        DIFFERENT,
    ),
    "other acts": (told("arrest", **driver), told("conviction_sentence", **driver), DIFFERENT),
    "arrested and kidnapped on one day": (
        told("arrest", date="2020-01-22", **driver),
        told("kidnapping", date="2020-01-22", **driver),
        SAME,
    ),
    "arrested and kidnapped, without a day": (
        told("arrest", **driver),
        told("kidnapping", **driver),
        DIFFERENT,
    ),
    "taken, and in prison since": (
        told("arrest", date="2019-05-12", **editor),
        told("detention", **editor),
        DIFFERENT,
    ),
    "held since a day": (
        told("arrest", date="2020-09-16", **editor),
        told("detention", date="2020-09-17", **editor),
        SAME,
    ),
    "held on the day of writing": (
        told("arrest", date="2020-09-16", **editor),
        told("detention", date="2020-09-17", written="2020-09-17", **editor),
        DIFFERENT,
    ),
    "in prison, in letters of one year": (
        told("detention", written="2021-05-07", **editor),
        told("detention", written="2021-01-07", **editor),
        SAME,
    ),
    "in prison, in letters of two decades": (
        told("detention", written="2001-05-07", **editor),
        told("detention", written="2021-01-07", **editor),
        UNSURE,
    ),
    "tortured, and tortured": (told("torture", **driver), told("torture", **driver), DIFFERENT),
    "tortured in like words": (
        told("torture", words="His wrist was broken within a month", **driver),
        told("torture", words="two officers broke his left wrist", **driver),
        SAME,
    ),
    "tortured on one day": (
        told("torture", date="2020-01-25", words="they beat him", **driver),
        told("torture", date="2020-01-25", words="electric current", **driver),
        SAME,
    ),
    "tortured on two days": (
        told("torture", date="2020-01-25", words="His wrist was broken", **driver),
        told("torture", date="2020-06-01", words="His wrist was broken", **driver),
        DIFFERENT,
    ),
    "a death disputed by months": (
        told("death", date="2013-08-08", **driver),
        told("death", date="2013-04-01", **driver),
        UNSURE,
    ),
    "whoever tells of himself": (
        told("search_raid", date="2021-04-19", asserters={OTHER}, basis=Basis.FIRSTHAND),
        told("search_raid", date="2021-04-19", victims={OTHER}),
        SAME,
    ),
    "whoever says something of another": (
        told("search_raid", date="2021", asserters={OTHER}),
        told("search_raid", date="2021-04-19", victims={OTHER}),
        UNSURE,
    ),
    "whoever tells of himself, and of a year": (
        told("search_raid", date="2021", asserters={OTHER}, basis=Basis.FIRSTHAND),
        told("search_raid", date="2021-04-19", victims={OTHER}),
        SAME,
    ),
    "the dead of a square": (
        told("shooting_of_demonstrators", words="the shooting on Ferry Square", passage=SQUARE),
        told("death", words="two persons died", passage="In 2017 two persons died on Ferry Square"),
        SAME,
    ),
    "the dead of two towns": (
        told("death", words="two persons died", passage="In 2017 two persons died at Selm"),
        told("death", words="two persons died", passage="In 2017 two persons died at Orwe"),
        DIFFERENT,
    ),
    "the dead of two places, without a name in common": (
        told("death", words="two persons died", places={ORLOMIR}),
        told("death", words="two persons died", places={HESTRAND}),
        DIFFERENT,
    ),
    "a man of the town, and the dead of it": (
        told("death", passage="He died on Ferry Square in 2017", **driver),
        told("death", words="two persons died", passage="In 2017 two persons died on Ferry Square"),
        DIFFERENT,
    ),
    "a fear": (
        told("arrest", **driver, modality=Modality.FEARED),
        told("arrest", **driver),
        DIFFERENT,
    ),
    "a demand": (
        told("arrest", **driver, modality=Modality.DEMANDED),
        told("arrest", **driver, modality=Modality.DEMANDED),
        DIFFERENT,
    ),
    "an opinion": (told("assessment", **driver), told("assessment", **driver), DIFFERENT),
}  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS)
def test_compares_tellings(pair):
    one, other, verdict = PAIRS[pair]
    other = replace(other, claim=2, document=2)
    assert compare(one, other).verdict is verdict, compare(one, other)


def test_does_not_part_what_only_disagrees_in_number_actor_or_term():
    one = told(
        "conviction_sentence",
        date="2020-02-27",
        actors={MINISTRY},
        details={"term": "P8Y"},
        **editor,
    )
    other = told(
        "conviction_sentence", date="2020-02", actors={COMMITTEE}, details={"term": "P7Y"}, **editor
    )
    assert compare(one, other).verdict is SAME


def test_an_equal_term_makes_it_surer():
    one = told("conviction_sentence", details={"term": "P8Y"}, **editor)
    other = told("conviction_sentence", details={"term": "P6Y"}, **editor)
    assert compare(one, one).score > compare(one, other).score


def test_one_document_that_tells_it_twice_makes_it_surer():
    one, there = told("arrest", 1, 1, date="2019-05-12", **editor), told("arrest", 2, 1, **editor)
    assert compare(one, there).score > compare(one, told("arrest", 2, 2, **editor)).score


def test_the_same_actor_makes_it_surer():
    one, by = told("torture", 1, date="2019-05-12", actors={OTHER}, **editor), {"actors": {OTHER}}
    assert compare(one, told("torture", 2, date="2019-05", **by, **editor)).verdict is SAME
    assert compare(one, told("torture", 2, date="2019-05", **editor)).verdict is UNSURE


def test_gives_reasons_that_a_person_can_read():
    one = told("deportation", 1, date="2020-01-21", places={HESTRAND}, **driver)
    other = told("kidnapping", 2, date="2020-01-23", places={HESTRAND}, **driver)
    assert compare(one, other).reasons == (
        f"both are about P{DRIVER}",
        "deportation and kidnapping may be two words for one act",
        "their dates are 2 days apart",
        f"both name P{HESTRAND}",
    )


def test_names_who_tells_of_himself_and_only_whom_they_share():
    tells = told("search_raid", 1, asserters={OTHER}, basis=Basis.FIRSTHAND)
    suffers = told("search_raid", 2, victims={OTHER, WIFE}, asserters={MINISTRY})
    for found in (compare(tells, suffers), compare(suffers, tells)):
        assert found.reasons[0] == f"P{OTHER} tells it, to whom it happens in the other"
    both = compare(told("arrest", 1, victims={DRIVER, EDITOR}), told("arrest", 2, **driver))
    assert both.reasons[0] == f"both are about P{DRIVER}"


def test_says_by_what_the_dead_of_a_place_are_known():
    one, other = (told("death", n, words="two persons died", places={ORLOMIR}) for n in (1, 2))
    assert "both are of many people" in compare(one, other).reasons
    square = [told("death", n, words="people died on Ferry Square in 2017") for n in (1, 2)]
    assert "both texts have “Ferry”, “Square”, “2017”" in compare(*square).reasons


def test_places_that_differ_speak_a_little_against_it_unless_it_moves():
    def score(kind: str, *places: int) -> float:
        tellings = [told(kind, n, places={where}, **driver) for n, where in enumerate(places)]
        return compare(*tellings).score

    assert score("arrest", ORLOMIR, HESTRAND) < compare(*two("arrest")).score
    assert score("arrest", ORLOMIR, ORLOMIR) > compare(*two("arrest")).score
    assert score("deportation", ORLOMIR, HESTRAND) == compare(*two("deportation")).score


def two(kind: str) -> list[Telling]:
    return [told(kind, n, **driver) for n in (1, 2)]


def test_gives_no_reason_where_too_little_speaks_for_it():
    found = compare(told("torture", 1, **driver), told("torture", 2, **driver))
    assert (found.verdict, found.reasons) == (DIFFERENT, ())


def test_says_why_two_are_apart():
    one = told("arrest", date="2010-03-01", **editor)
    other = told("arrest", date="2010-06-01", **editor)
    assert compare(one, other).reasons == ("their dates are 92 days apart",)


people = st.frozensets(st.sampled_from([DRIVER, EDITOR, WIFE]), max_size=2)
dates = st.sampled_from(
    [None, "2019", "2019-05", "2019-05-12", "2019-05-14", "2020-01-25~", "XXXX-05"]
)
words = st.sampled_from(
    [
        "",
        "two guards broke his wrist",
        "his wrist was broken",
        "from Orwe",
        "to Orwe",
        "eleven people died on Ferry Square in 2017",
    ]
)
tellings = st.builds(
    told,
    st.sampled_from(
        ["deportation", "kidnapping", "return", "arrest", "detention", "torture", "death"]
    ),
    victims=people,
    actors=people,
    asserters=people,
    places=st.frozensets(st.sampled_from([ORLOMIR, HESTRAND]), max_size=1),
    date=dates,
    written=dates,
    words=words,
    passage=words,
    modality=st.sampled_from(Modality),
    basis=st.sampled_from(Basis),
)


@given(tellings, tellings)
def test_is_the_same_in_either_order_and_within_bounds(one, other):
    found = compare(one, other)
    assert found == compare(other, one)
    assert 0 <= found.score <= 1


def test_two_quoted_voices_are_compared_like_any():
    assert compare(quoted("arrest", **driver), told("arrest", **driver)).verdict is SAME
