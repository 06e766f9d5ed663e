"""What a happening shows: every value and who carries it, conflicts, title and date."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.samples import (
    COMMITTEE,
    DRIVER,
    EDITOR,
    HESTRAND,
    KELMARK,
    MINISTRY,
    NAMES,
    ORLOMIR,
    OTHER,
    WIFE,
    denied,
    quoted,
    told,
)

from habeas.weigh import Happening, Matter, Telling, weigh

driver = {"victims": {DRIVER}}
case = driver | {"asserters": {COMMITTEE}}
CASE = [
    told("deportation", 1, date="2020-01-22", words="he was deported", **case),
    told("kidnapping", 2, date="2020-01-21", words="was kidnapped", **case | {"asserters": {WIFE}}),
    told(
        "return",
        3,
        date="2020-01-23",
        words="he returned voluntarily",
        actors={DRIVER},
        asserters={MINISTRY},
    ),
    denied("kidnapping", 4, 3, words="was not kidnapped", **case | {"asserters": {MINISTRY}}),
    quoted("kidnapping", 5, words="kidnapped", relayed_by={OTHER}, **case | {"asserters": {WIFE}}),
]


def weighed(*tellings: Telling) -> Happening:
    return weigh(tellings, NAMES.__getitem__)


def conflicts(*tellings: Telling) -> dict[Matter, tuple[str, ...]]:
    return {one.matter: one.values for one in weighed(*tellings).conflicts}


def test_shows_each_value_with_its_claims_and_voices():
    words = [one for one in weighed(*CASE).values if one.matter is Matter.WORD]
    assert [(one.value, one.tellings, one.voices) for one in words] == [
        ("deported", (1,), 1),
        ("kidnapped", (2, 5), 1),
        ("returned voluntarily", (3,), 1),
    ]


def test_types_the_conflicts_and_settles_none():
    assert conflicts(*CASE) == {
        Matter.STANCE: ("kidnapping: asserted", "kidnapping: denied"),
        Matter.WORD: ("deported", "kidnapped", "returned voluntarily"),
        Matter.DATE: ("2020-01-21", "2020-01-22", "2020-01-23"),
    }


def test_whoever_denies_gives_it_no_word_and_no_date():
    one = denied("kidnapping", 1, date="2020-01-23", words="was not kidnapped", **driver)
    assert {value.matter for value in weighed(one).values} == {Matter.STANCE}


TITLES = {
    "departure of Rustem Bagashvin": CASE,
    "deportation of Rustem Bagashvin": [
        told("deportation", 1, date="2020-01-22", **driver),
        told("deportation", 2, date="2020-01-23", **driver),
    ],
    "sentence of Zhanna Velkarova": [told("conviction_sentence", victims={EDITOR})],
    "arrest of Rustem Bagashvin and Zhanna Velkarova": [
        told("arrest", victims={DRIVER, EDITOR})
    ],
    "threat to Rustem Bagashvin": [told("threat", victims={DRIVER})],
    "threat": [told("threat")],
    "search of Rustem Bagashvin": [told("search_raid", victims={DRIVER})],
    "shooting of demonstrators": [told("shooting_of_demonstrators")],
    "death, Orlomir": [told("death", places={ORLOMIR})],
    "death": [told("death")],
    "arrest of Lantern Committee, Nadezhda Bagashvina, Rustem Bagashvin and 1 other": [
        told("arrest", victims={DRIVER, EDITOR, WIFE, COMMITTEE})
    ],
}  # fmt: skip


@pytest.mark.parametrize(("title", "tellings"), TITLES.items())
def test_titles_it_with_the_word_of_most_voices_or_one_that_is_nobody_s(title, tellings):
    assert weighed(*tellings).title == title


def test_titles_it_with_no_word_that_is_only_denied():
    no = [denied("kidnapping", n, **driver) for n in (1, 2)]
    assert weighed(*no, told("deportation", 3, **driver)).title == "deportation of Rustem Bagashvin"


def test_titles_it_without_a_number_that_is_disputed():
    names = {1: "eleven people", 2: "two persons", DRIVER + 90: "Rustem Bagashvin"}.__getitem__
    tellings = [told("death", n, victims={n}) for n in (1, 2)]
    named = told("death", 3, victims={DRIVER + 90})
    assert weigh(tellings, names).title == "death"
    assert weigh([*tellings, named], names).title == "death of Rustem Bagashvin"


DATES = {
    None: [None, "XXXX-05-12"],
    "2019-05-12": ["2019", "2019-05-12", "2019-05", None],
    "2020-01-21": ["2020-01", "2020-01-23", "2020-01-21"],
    "2019-05": ["2019-05", "2019"],
}


@pytest.mark.parametrize(("date", "said"), DATES.items())
def test_dates_it_with_the_finest_or_the_earliest_that_is_disputed(date, said):
    told_all = [told("arrest", n, date=one, **driver) for n, one in enumerate(said, 1)]
    assert weighed(*told_all).date == date


AGREE = {
    "a day and its month": [{"date": "2019-05-12"}, {"date": "2019-05"}],
    "one of two nights": [{"date": "2019-05-12/2019-05-13"}, {"date": "2019-05-12"}],
    "about a day": [{"date": "2020-01-25~"}, {"date": "2020-01-22"}],
    "equal terms": [{"details": {"term": "P8Y"}}, {"details": {"term": "P96M"}}],
    "at least eleven": [{"words": "at least eleven people"}, {"words": "fourteen people"}],
    "a country and its body": [{"actors": {KELMARK}}, {"actors": {MINISTRY}}],
    "a body and a man": [{"actors": {OTHER}}, {"actors": {MINISTRY}}],
    "actors of one telling": [{"actors": {OTHER, WIFE}}, {"actors": {WIFE}}],
    "two words that say the same": [{"words": "was kidnapped"}, {"words": "was abducted"}],
    "a word that judges nothing": [{"words": "was handed over"}, {"words": "was deported"}],
    "a way through two places": [{"places": {HESTRAND}}, {"places": {ORLOMIR}}],
}


@pytest.mark.parametrize("why", AGREE)
def test_finer_values_and_what_is_not_known_to_differ_are_no_conflict(why):
    one, other = AGREE[why]
    assert not conflicts(told("deportation", 1, **one), told("deportation", 2, **other))


DIFFER = {
    Matter.DATE: [{"date": "2019-05-12"}, {"date": "2019-05-13"}],
    Matter.TERM: [{"details": {"term": "P8Y"}}, {"details": {"term": "P7Y6M"}}],
    Matter.NUMBER: [{"words": "eleven people"}, {"words": "two persons"}],
    Matter.ACTOR: [{"actors": {MINISTRY}}, {"actors": {COMMITTEE}}],
    Matter.PLACE: [{"places": {HESTRAND}}, {"places": {ORLOMIR}}],
}


@pytest.mark.parametrize("matter", DIFFER)
def test_values_that_cannot_both_hold_are_a_conflict(matter):
    one, other = DIFFER[matter]
    found = conflicts(told("death", 1, **one), told("death", 2, **other))
    assert set(found) == {matter}


def test_a_place_in_a_country_of_the_lexicon_is_no_conflict():
    names = {1: "Italy", 2: "Orlomir"}.__getitem__
    tellings = [told("death", n, places={n}) for n in (1, 2)]
    assert not weigh(tellings, names).conflicts


PLACES = {
    ("Penal Colony No. 9", "Dolny Kesh"): False,
    ("Orlomir", "City Prison of Orlomir"): False,
    ("Hestrand", "Hestrand reception centre"): False,
    ("Orlomir", "Sulmansk"): True,
    ("Penal Colony No. 9", "Tannery Prison"): True,
}


@pytest.mark.parametrize(("places", "differ"), PLACES.items())
def test_a_building_may_stand_in_a_town(places, differ):
    tellings = [told("death", n, places={n}) for n in (0, 1)]
    assert bool(weigh(tellings, places.__getitem__).conflicts) is differ


def test_says_where_one_voice_is_at_odds_with_itself():
    one = told("arrest", 1, 1, date="2019-05-12", **driver)
    other = quoted("arrest", 2, 1, date="2019-05-13", **driver)
    [conflict] = weighed(one, other).conflicts
    assert conflict.reason == "the dates cannot all hold, within one voice"


def test_two_numbers_of_people_in_one_claim_say_neither():
    words = "since eleven people died, twenty-six journalists were jailed"
    one = told("arrest", 1, words=words)
    assert Matter.NUMBER not in {value.matter for value in weighed(one).values}
    named = weigh([told("arrest", 1, words=words, **driver)], lambda _: "26 journalists")
    assert [v.value for v in named.values if v.matter is Matter.NUMBER] == ["26"]


def test_guards_are_not_the_people_it_happened_to():
    names = {DRIVER: "Rustem Bagashvin", 9: "[unnamed] two men"}.__getitem__
    one = told("arrest", 1, words="two men led him out", actors={9}, **driver)
    assert Matter.NUMBER not in {value.matter for value in weigh([one], names).values}


said = st.builds(
    told,
    st.sampled_from(
        ["deportation", "kidnapping", "death", "conviction_sentence", "strange_new_type"]
    ),
    st.integers(1, 10**6),
    document=st.integers(1, 5),
    date=st.sampled_from([None, "2019", "2019-05-12", "2019-05-14", "XXXX"]),
    victims=st.frozensets(st.sampled_from(sorted(NAMES)), max_size=3),
    actors=st.frozensets(st.sampled_from(sorted(NAMES)), max_size=2),
    places=st.frozensets(st.sampled_from([HESTRAND, ORLOMIR, KELMARK]), max_size=2),
    asserters=st.frozensets(st.sampled_from(sorted(NAMES)), max_size=2),
    words=st.text(max_size=20) | st.sampled_from(["eleven people died", "was deported"]),
    details=st.dictionaries(st.just("term"), st.sampled_from(["P8Y", "P6M", "life"])),
)


@given(st.lists(said, min_size=1, max_size=6, unique_by=lambda one: one.claim), st.randoms())
def test_nothing_is_lost_or_invented_and_the_order_does_not_matter(tellings, random):
    happening = weighed(*tellings)
    claims = {one.claim for one in tellings}
    assert sorted(c for voice in happening.voices for c in voice.tellings) == sorted(claims)
    for value in happening.values:
        assert set(value.tellings) <= claims
        assert 1 <= value.voices <= len(happening.voices)
    for one in tellings:
        dates = [
            v.value for v in happening.values if v.matter is Matter.DATE and one.claim in v.tellings
        ]
        assert dates == [one.date] if one.date else not dates
    known = {(value.matter, value.value) for value in happening.values}
    assert all((c.matter, value) in known for c in happening.conflicts for value in c.values)
    random.shuffle(tellings)
    assert weighed(*tellings) == happening


def test_is_written_as_json():
    found = json.loads(json.dumps(weighed(*CASE).as_json()))
    assert found["title"] == "departure of Rustem Bagashvin"
    assert found["values"][0] == {
        "matter": "stance",
        "value": "deportation: asserted",
        "tellings": [1],
        "voices": 1,
        "entity": None,
    }


def test_thousands_of_tellings_are_weighed_in_no_more_than_their_share():
    def spent(count: int) -> float:
        tellings = [
            told("deportation", n, n // 2, asserters={n % 50}, passage=f"{n} " * 9, **driver)
            for n in range(count)
        ]
        start = time.perf_counter()
        weigh(tellings, str)
        return time.perf_counter() - start

    spent(200)
    assert spent(4000) < 8 * spent(1000) + 0.5
