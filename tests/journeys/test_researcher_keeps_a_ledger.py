"""The researcher keeps a ledger: what twelve letters say, who says so, and where they differ."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from habeas.cli import main


@pytest.fixture
def habeas(tmp_path, monkeypatch):
    """Return what runs a command in the researcher's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HABEAS_DATABASE", raising=False)

    def run(*words, code=0):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.exit_code == code, done.output
        assert code == 0 or isinstance(done.exception, SystemExit)
        return done

    return run


def rows(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def flat(text):
    return " ".join(text.split())


def test_from_a_folder_of_letters_to_a_ledger_and_back(habeas, tmp_path, examples):
    # She makes an archive, and puts all the letters that she has into it.
    assert "habeas add letters/" in habeas("init").stderr
    added = habeas("add", examples)
    assert "13 added" in added.stderr
    assert "13 known" in habeas("add", examples).stderr
    command = [sys.executable, "-m", "habeas.cli", "status", "--json"]
    [status] = rows(subprocess.run(command, capture_output=True, text=True, check=True))
    assert status["documents"] == 13

    # One woman is one person, under many spellings in two scripts, in all the letters.
    assert "Жанн" in habeas("people").stdout
    [editor] = rows(habeas("person", "Жанна Велькарова", "--json"))
    scripts = {script for one in editor["spellings"] for script in one["scripts"]}
    assert scripts >= {"Latin", "Cyrillic"}
    assert editor["documents"] == 13
    page = flat(habeas("person", editor["ref"]).stdout)
    assert "Named in 13 documents" in page

    # She says that two are one, thinks better of it, and takes it back.
    [one], [other] = (
        rows(habeas("person", name, "--json")) for name in ("Lev Moradzin", "Galim Tarsunev")
    )
    assert "--yes" in habeas("same", one["ref"], other["ref"], code=1).stderr
    habeas("same", one["ref"], other["ref"], "--yes", "--because", "I misread", "--as", "Ida")
    assert rows(habeas("person", "Lev Moradzin", "--json")) != [one]
    habeas("undo", "--yes")
    assert rows(habeas("person", "Lev Moradzin", "--json")) == [one]
    assert "Ida" in habeas("log", "--limit", 2).stdout

    # She asks what is claimed, and sees who says so.
    denied = rows(habeas("claims", "--modality", "denied", "--json"))
    assert any("Press Service" in who["name"] for d in denied for who in d["said_by"]["who"])

    # The return of the driver is one event with voices that call it by opposite words.
    top = rows(habeas("events", "--about", "Рустем Багашвин", "--json"))[0]
    [event] = rows(habeas("event", top["event"], "--json"))
    words = {value["value"] for value in event["values"] if value["matter"] == "word"}
    assert {"deported", "returned voluntarily"} <= words
    assert event["told"]["voices"] >= 5
    texts = {d["document"]: d["title"] for d in rows(habeas("documents", "--json"))}
    assert all(one["document"] in texts and one["words"] for one in event["accounts"])

    # The letters differ on the day of the arrest, and both sides are shown.
    found = flat(habeas("conflicts", "--about", editor["ref"]).stdout)
    assert "2019-05-12" in found
    assert "2019-05-13" in found

    # She looks for the driver in Cyrillic, and finds him in Latin letters, marked in the text.
    hits = rows(habeas("search", "Багашвин", "deported", "--json"))
    marked = {piece["text"] for hit in hits for piece in hit["snippet"] if piece["match"]}
    assert {"Bagashvin", "deported"} <= marked
    assert "another spelling of the name" in flat(habeas("search", "Багашвин").stdout)

    # She hands it on, checks it, and takes a letter out that its writer wants back.
    habeas("export", "jsonl", "-o", "all.jsonl")
    assert len((tmp_path / "all.jsonl").read_text("utf-8").splitlines()) == 13
    habeas("export", "bag", "backup")
    assert "as it was written" in habeas("verify").stderr
    habeas("remove", "D13", "--because", "the writer asked for it", "--yes")
    assert "as it was written" in habeas("verify").stderr
    assert "D13" in habeas("document", "D13", code=1).stderr
    [left] = rows(habeas("person", editor["ref"], "--json"))
    assert left["documents"] == 12
