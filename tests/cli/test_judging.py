"""Corrections at the terminal: shown first, asked for, carried out, taken back."""

import json

import pytest
from tests.cli.conftest import run


@pytest.fixture
def on(filled):
    """Return what runs a command on an archive of its own."""
    return lambda *words, **more: run(*words, HABEAS_ARCHIVE=str(filled.folder), **more)


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def entity(on, *name):
    [found] = rows(on("person", *name, "--json"))
    return found


def state(on):
    people = rows(on("people", "--type", "all", "--json"))
    return people, rows(on("events", "--json")), rows(on("log", "--json"))


def test_shows_what_would_change_and_changes_nothing(on):
    one, other = entity(on, "Lev Moradzin")["ref"], entity(on, "Galim Tarsunev")["ref"]
    before = state(on)
    for words in (["--dry-run"], []):
        result = on("same", one, other, *words)
        assert "now" in result.stdout
        assert "then" in result.stdout
        assert state(on) == before
    assert result.exit_code == 1
    assert "--yes" in result.stderr


def test_joins_two_and_parts_them_again(on):
    before = state(on)
    one, other = entity(on, "Lev Moradzin"), entity(on, "Galim Tarsunev")
    done = on("same", one["ref"], other["ref"], "--yes", "--because", "a test", "--as", "Ana")
    assert done.exit_code == 0, done.output
    joined = entity(on, "Lev Moradzin")
    assert {a["ref"] for a in joined["appearances"]} == {
        a["ref"] for one in (one, other) for a in one["appearances"]
    }
    last = rows(on("log", "--json"))[-1]
    assert (last["by"], last["act"]) == ("Ana", "same")
    assert on("undo", "--yes").exit_code == 0
    assert state(on)[:2] == before[:2]
    assert rows(on("log", "--json"))[-1]["subject"] == last["entry"]


def test_takes_an_appearance_out_and_puts_it_back(on):
    whole = entity(on, "Stepan Kulagov")
    out = whole["appearances"][-1]["ref"]
    changes = rows(on("different", whole["ref"], out, "--yes", "--json"))
    assert {change["room"] for change in changes} >= {"people"}
    assert out not in {a["ref"] for a in entity(on, whole["ref"])["appearances"]}
    assert rows(on("undo", "--yes", "--json"))
    assert entity(on, whole["ref"])["appearances"] == whole["appearances"]


def test_joins_events(on):
    first, second = rows(on("events", "--json", "--limit", 2))
    assert on("same", first["event"], second["event"], "--yes").exit_code == 0
    [found] = rows(on("event", first["event"], "--json"))
    assert found["told"]["claims"] == first["claims"] + second["claims"]


@pytest.mark.parametrize(
    "words",
    [
        ["same", "P1", "E1"],
        ["same", "P1"],
        ["same", "P1", "P99999"],
        ["different", "P1", "P1"],
        ["undo", "L999"],
        ["undo"],
    ],
)
def test_what_makes_no_sense_is_one_line(on, words):
    result = on(*words, "--yes")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert isinstance(result.exception, SystemExit)


def test_who_acts_is_the_user_of_the_environment(on):
    one, other = entity(on, "Lev Moradzin")["ref"], entity(on, "Galim Tarsunev")["ref"]
    assert on("different", one, other, "--yes", HABEAS_USER="Berenice").exit_code == 0
    assert rows(on("log", "--json"))[-1]["by"] == "Berenice"
