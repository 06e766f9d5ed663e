"""The examples weighed: what docs/examples.md says they differ in, found in their readings.

Who is who is given here, so that only the weighing is tested.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.happenings import People, tellings

from habeas import intake
from habeas.flow import read_all
from habeas.model import Reading, Verdict
from habeas.weigh import Happening, Matter, Telling, Voice, compare, gather, weigh

# Names as printed, of those who are printed in several ways; anybody else is known by the name.
CAST = {
    "Zhanna Velkarova": [
        "Zhanna Pavlovna Velkarova",
        "Zh. P. Velkarova",
        "Zh. Velkarova",
        "Jeanna Vel’karova",
        "Zhanna",
        "[unnamed] wife of Anton Velkarov",
    ],
    "Rustem Bagashvin": ["Rustam Bagashvin", "R. I. Bagashvin"],
    "Anton Velkarov": ["A. V. Velkarov", "Anton"],
    "Samira Oldeyeva": ["Samira Oldeeva", "S. Oldeyeva"],
    "Yefim Kortashin": ["[unnamed] the Prosecutor General of Zarvenia", "Kortashin"],
    "Lantern Committee": ["Lantern Committee for Human Rights"],
}
PERSON = {way: name for name, ways in CAST.items() for way in ways}


@pytest.fixture(scope="module")
def readings(examples: Path) -> list[Reading]:
    return [one for one in read_all(intake.documents([examples])) if isinstance(one, Reading)]


@pytest.fixture(scope="module")
def people(readings: list[Reading]) -> People:
    known = People()
    numbers: dict[str, int] = {}
    for document, reading in enumerate(readings):
        for one in reading.entities:
            name = PERSON.get(one.name, one.name)
            # "The officers" of two letters are not the same men.
            unique = f"{document} {name}" if name.startswith("[") else name
            known.number[document, one.id] = numbers.setdefault(unique, len(numbers) + 1)
            known.name[numbers[unique]] = name
    return known


@pytest.fixture(scope="module")
def told(readings: list[Reading], people: People) -> dict[int, Telling]:
    return {one.claim: one for one in tellings(readings, people)}


@pytest.fixture(scope="module")
def happenings(told: dict[int, Telling], people: People) -> list[Happening]:
    return [weigh(event, people.name.__getitem__) for event in gather(told.values()).values()]


def largest(happenings: list[Happening], title: str) -> Happening:
    """Return the event of that title which most claims tell of."""
    found = [one for one in happenings if one.title == title]
    return max(found, key=lambda one: sum(len(voice.tellings) for voice in one.voices))


def disputed(happening: Happening) -> dict[Matter, set[str]]:
    return {one.matter: set(one.values) for one in happening.conflicts}


def files(voice: Voice, told: dict[int, Telling], readings: list[Reading]) -> set[str]:
    """Return the first two letters of the files in which a voice is heard."""
    paths = (readings[told[claim].document].document.path for claim in voice.tellings)
    return {Path(path).name[:2] for path in paths}


def test_the_arrest_of_the_editor_is_disputed_by_a_day(happenings):
    arrest = largest(happenings, "arrest of Zhanna Velkarova")
    assert disputed(arrest) == {Matter.DATE: {"2019-05-12", "2019-05-13"}}
    assert len(arrest.voices) >= 5
    dates = {value.value for value in arrest.values if value.matter is Matter.DATE}
    assert {"2019-05-12/2019-05-13", "2019-21"} <= dates


def test_the_departure_of_the_driver_is_one_event_in_words_at_odds(happenings):
    departure = largest(happenings, "departure of Rustem Bagashvin")
    found = disputed(departure)
    assert {"deported", "returned voluntarily", "handed over unlawfully"} <= found[Matter.WORD]
    assert found[Matter.DATE] == {"2020-01-22", "2020-01-23"}
    assert {"kidnapping: asserted", "kidnapping: denied"} <= found[Matter.STANCE]
    assert departure.date == "2020-01-22"


def test_who_relays_the_ministry_adds_no_voice(happenings, told, readings):
    departure = largest(happenings, "departure of Rustem Bagashvin")
    relayed = [one for one in departure.voices if "all relay" in "".join(one.reasons)]
    assert {"05", "06"} in [files(one, told, readings) for one in relayed]
    assert 8 <= len(departure.voices) < sum(len(one.tellings) for one in departure.voices)


def test_the_dead_of_the_square_are_counted_differently(happenings):
    [square] = [one for one in happenings if Matter.NUMBER in disputed(one)]
    assert disputed(square)[Matter.NUMBER] == {"11", "2"}
    assert square.title == "shooting of demonstrators, Orlomir"
    assert len(square.voices) >= 4


def test_the_broken_wrist_is_one_happening_of_many_that_may_be(happenings, told):
    wrist = largest(happenings, "torture of Rustem Bagashvin")
    claims = [told[claim].words for voice in wrist.voices for claim in voice.tellings]
    assert len(claims) >= 4
    assert all("wrist" in words for words in claims)


def test_the_exile_who_repeats_the_report_is_no_second_source(happenings, told, readings):
    copied = [
        voice
        for happening in happenings
        for voice in happening.voices
        if {"05", "07"} <= files(voice, told, readings)
    ]
    assert copied
    assert all("07" not in "".join(voice.reasons) for voice in copied)
    assert any("repeats a passage" in reason for voice in copied for reason in voice.reasons)


def test_no_event_mixes_people(happenings, told):
    for one in happenings:
        claims = [told[claim] for voice in one.voices for claim in voice.tellings]
        first, *rest = claims
        linked = [first]
        while near := [t for t in rest if any(_same(t, known) for known in linked)]:
            linked += near
            rest = [t for t in rest if t not in near]
        assert not rest


def _same(one: Telling, other: Telling) -> bool:
    return compare(one, other).verdict is Verdict.SAME


def _claims(happenings: list[Happening]) -> Iterator[int]:
    for one in happenings:
        for voice in one.voices:
            yield from voice.tellings


def test_every_claim_is_in_one_event(happenings, told):
    assert sorted(_claims(happenings)) == sorted(told)
