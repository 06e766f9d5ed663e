"""Claims, events and conflicts at the terminal: always with who says so."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.model import ClaimClass, Modality

dates = st.sampled_from(["2019", "2019-05", "2019-05-12", "2020-01-22", "2021-06", "202X"])
filters = st.fixed_dictionaries(
    {},
    optional={
        "--kind": st.sampled_from(["arrest", "killing_death", "deportation", "media"]),
        "--since": dates,
        "--until": dates,
        "--modality": st.sampled_from([str(one) for one in Modality]),
        "--document": st.sampled_from(["D1", "D7", "10"]),
    },
)


@pytest.fixture
def every(rows):
    """Return all claims by their numbers."""
    return {one["claim"]: one for one in rows("claims")}


@given(filters)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_claim_is_as_asked_for_and_every_one_is_found(rows, every, asked):
    found = rows("claims", *(word for option in asked.items() for word in option))
    assert all(every[one["claim"]] == one for one in found)
    for name in ("--modality", "--document"):
        if name in asked:
            value = f"D{asked[name].lstrip('D')}" if name == "--document" else asked[name]
            assert all(one[name[2:]] == value for one in found)
    if asked.keys() <= {"--modality"}:
        wanted = asked.get("--modality")
        assert len(found) == sum(wanted in (None, one["modality"]) for one in every.values())
    if "--since" in asked or "--until" in asked:
        assert all(one["date"] for one in found)


def test_a_period_holds_the_claims_dated_in_it(rows):
    found = rows("claims", "--since", "2019-05-12", "--until", "2019-05-12")
    assert {one["date"] for one in found} >= {"2019-05-12", "2019-05"}
    assert not any(one["date"] and one["date"].startswith("2020") for one in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "2020-13"], "2020-13"),
        (["--until", "in May"], "EDTF"),
        (["--since", ".."], "EDTF"),
        (["--kind", "weather"], ClaimClass.KILLING_DEATH),
        (["--document", "P3"], "D3"),
        (["--about", "P99999"], "is not in the archive"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_the_form(look, words, said):
    result = look("claims", *words)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert result.stdout == ""


def test_every_claim_is_shown_with_its_speaker(look, rows):
    shown = " ".join(look("claims", "--limit", 40).stdout.split())
    for one in rows("claims", "--limit", 40):
        source = one["said_by"]
        names = [f"{who['name']} ({who['ref']})" for who in source["who"][:1]]
        assert f"{one['modality']} by {' '.join(names)}" in shown
        assert " ".join(one["words"].split()) in shown


def test_finds_what_somebody_says_under_any_spelling(rows):
    signed = rows("claims", "--said-by", "Самира Олдеева")
    assert {one["document"] for one in signed} > {"D3"}
    assert all(any("Oldeyeva" in who["name"] for who in one["said_by"]["who"]) for one in signed)


def test_events_are_led_by_those_of_most_voices(rows):
    found = rows("events")
    assert [one["voices"] for one in found] == sorted((e["voices"] for e in found), reverse=True)
    assert all(one["voices"] <= one["claims"] for one in found)


def test_an_event_leads_back_to_words(rows, look):
    top = rows("events")[0]
    [found] = rows("event", top["event"])
    known = {one["claim"] for one in found["accounts"]}
    assert len(known) == top["claims"]
    assert {one["document"] for one in found["accounts"]} >= {"D1", "D7"}
    for value in found["values"]:
        assert value["sources"]
        assert {c for source in value["sources"] for c in source["claims"]} <= known
    assert {c for voice in found["voices"] for c in voice["claims"]} == known
    assert len(found["voices"]) == top["voices"]
    shown = look("event", top["event"]).stdout
    assert "not to say that it happened" in " ".join(shown.split())
    assert all(claim in shown for claim in known)
    assert not re.search(r"\b(confirmed|true|proven)\b", shown)


def test_an_event_is_found_by_any_of_its_claims(rows):
    [found] = rows("event", rows("events")[0]["event"])
    last = found["accounts"][-1]["claim"]
    assert rows("event", f"E{last[1:]}") == [found]


def test_says_why_several_tellings_are_one_voice(rows):
    voices = [
        voice
        for top in rows("events", "--limit", 8)
        for voice in rows("event", top["event"])[0]["voices"]
    ]
    joined = [voice for voice in voices if len(voice["claims"]) > 1]
    assert joined
    assert all(voice["reasons"] for voice in joined)


def test_events_about_somebody_are_those_with_claims_about_them(rows):
    about = {one["event"] for one in rows("claims", "--about", "Zhanna Velkarova")} - {None}
    assert {one["event"] for one in rows("events", "--about", "Zhanna Velkarova")} == about


def test_shows_the_date_of_the_arrest_as_disputed_with_both_sides(rows, look):
    found = [
        one
        for one in rows("conflicts", "--about", "Zhanna Velkarova", "--matter", "date")
        if "arrest" in one["title"]
    ]
    sides = {side["value"]: side for side in found[0]["values"]}
    assert {"2019-05-12", "2019-05-13"} <= sides.keys()
    assert all(source["document"] for side in sides.values() for source in side["sources"])
    shown = " ".join(look("conflicts").stdout.split())
    assert "2019-05-13 1 voice" in shown
    assert look("conflicts", "--matter", "colour").exit_code == 2


def test_says_that_there_are_more_conflicts(look, rows):
    every = rows("conflicts")
    assert len(every) > 2
    assert "--limit" in look("conflicts", "--limit", 2).stderr
    assert "--limit" not in look("conflicts", "--limit", len(every)).stderr
    assert rows("conflicts", "--limit", 2) == every[:2]


def test_tables_fit_eighty_columns(look):
    for words in (["events"], ["claims"], ["conflicts"], ["documents"], ["document", "D7"]):
        lines = look(*words).stdout.splitlines()
        assert lines
        assert max(map(len, lines)) <= 80, words
