"""Tellings gathered one by one into events, as the archive does it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weigh.samples import DRIVER, EDITOR, told
from tests.weigh.test_happening import CASE, said

from habeas.model import Verdict
from habeas.weigh import Gathering, Telling, gather, sample

driver, editor = {"victims": {DRIVER}}, {"victims": {EDITOR}}


def gathered(*tellings: Telling) -> list[list[int]]:
    return [[one.claim for one in event] for event in gather(tellings).values()]


def test_one_happening_in_many_words_is_one_event():
    assert gathered(*CASE) == [[1, 2, 3, 4, 5]]


def test_an_event_is_known_by_its_first_claim():
    assert list(gather([told("arrest", 7, **driver), told("arrest", 9, **driver)])) == [7]


def test_two_arrests_of_one_person_stay_apart():
    found = gathered(
        told("arrest", 1, date="2010-03-02", **editor),
        told("arrest", 2, date="2019-05-12", **editor),
        told("arrest", 3, date="2010-03", **editor),
    )
    assert found == [[1, 3], [2]]


def test_an_undated_telling_joins_the_only_event():
    assert gathered(
        told("arrest", 1, date="2010-03-02", **editor), told("arrest", 2, **editor)
    ) == [[1, 2]]


def test_an_undated_telling_between_two_events_stays_by_itself_and_a_person_is_asked():
    gathering = Gathering()
    for one in (
        told("arrest", 1, date="2010-03-02", **editor),
        told("arrest", 2, date="2019-05-12", **editor),
        told("arrest", 3, **editor),
    ):
        gathering.add(one)
    assert [event[0].claim for event in gathering.events.values()] == [1, 2, 3]
    assert {event: one.verdict for event, one in gathering.found[3].items()} == {
        1: Verdict.UNSURE,
        2: Verdict.UNSURE,
    }


def test_an_undated_telling_does_not_chain_two_dates():
    found = gathered(
        told("arrest", 1, **editor),
        told("arrest", 2, date="2010-03-02", **editor),
        told("arrest", 3, date="2019-05-12", **editor),
    )
    assert found == [[1, 2], [3]]


def test_dates_do_not_creep():
    days = [told("arrest", n, date=f"2019-05-{2 * n:02}", **editor) for n in range(1, 8)]
    for event in gather(days).values():
        last = max(one.date or "" for one in event)
        assert int(last[-2:]) - int((event[0].date or "")[-2:]) <= 10


def test_knows_an_event_by_all_of_its_dates():
    event = [told("arrest", n, **driver) for n in range(20)]
    event.append(told("arrest", 99, date="2019-05-12", **driver))
    assert 99 in [one.claim for one in sample(event)]
    assert len(sample(event)) == 10


@settings(max_examples=50)
@given(st.lists(said, max_size=12, unique_by=lambda one: one.claim))
def test_every_telling_is_in_one_event(tellings):
    found = gathered(*tellings)
    assert sorted(claim for event in found for claim in event) == sorted(t.claim for t in tellings)
