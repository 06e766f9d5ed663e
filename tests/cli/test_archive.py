"""Making an archive, its status, its log, and checking it."""

import json

import pytest
from tests.cli.conftest import run


def test_makes_an_archive_where_it_is_told_to(tmp_path):
    result = run("init", tmp_path / "cases", HABEAS_DATABASE="")
    assert result.exit_code == 0, result.output
    assert f"habeas add letters/ -a {tmp_path / 'cases'}" in result.stderr
    assert (tmp_path / "cases" / "habeas.toml").exists()
    again = run("init", tmp_path / "cases", HABEAS_DATABASE="")
    assert again.exit_code == 1
    assert "habeas add" in again.stderr


def test_never_prints_the_password(tmp_path):
    url = "postgres://ana:hunter2@127.0.0.1:9/none"
    result = run("init", tmp_path / "cases", HABEAS_DATABASE=url)
    assert result.exit_code == 1
    assert "hunter2" not in result.output


@pytest.mark.parametrize(
    ("command", "taught"),
    {
        "status": "habeas add letters/",
        "people": "habeas add letters/",
        "claims": "habeas add letters/",
        "events": "habeas add letters/",
        "conflicts": "habeas add letters/",
        "documents": "habeas add letters/",
    }.items(),
)
def test_an_empty_archive_teaches(archive, command, taught):
    result = run(command, "-a", archive.folder)
    assert result.exit_code == 0, result.output
    assert taught in result.stderr
    assert run(command, "-a", archive.folder, "--json").exit_code == 0


def test_status_counts_what_there_is(rows, look):
    [found] = rows("status")
    assert found["documents"] == 13
    assert found["people"] > 50
    assert found["claims"] > found["events"] > 100
    assert found["last_act"].startswith("L13 add D13")
    assert len(found["digest"]) == 64
    shown = look("status").stdout
    assert found["digest"] in shown
    assert "pairs to judge" in shown


def test_the_log_is_in_order_and_ends_with_the_last_act(rows):
    found = rows("log", "--limit", 5)
    assert [one["entry"] for one in found] == ["L9", "L10", "L11", "L12", "L13"]
    assert [one["digest"] for one in rows("status")] == [found[-1]["digest"]]


def test_verify_is_silent_on_what_is_sound(look):
    result = look("verify")
    assert (result.exit_code, result.stdout) == (0, "")


def test_verify_names_what_was_changed(filled):
    original = next(path for path in (filled.folder / "originals").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"something else")
    result = run("verify", "-a", filled.folder, "--json")
    assert result.exit_code == 1
    [fault] = [json.loads(line) for line in result.stdout.splitlines()]
    assert fault["where"].startswith("D")
    assert "original was changed" in fault["what"]
    assert "1 faults" in result.stderr
