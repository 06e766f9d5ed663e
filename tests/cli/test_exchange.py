"""Handing the archive on at the terminal."""

import json
import subprocess
import sys

import pytest
from tests.cli.conftest import run

from habeas.cli.exchange import TABLES
from habeas.render import table


def test_offers_the_tables_that_there_are():
    assert tuple(table.COLUMNS) == TABLES


def test_json_lines_are_what_was_read(filled, readings):
    result = run("export", "jsonl", "-a", filled.folder)
    assert result.exit_code == 0, result.output
    found = [json.loads(line)["sha256"] for line in result.stdout.splitlines()]
    assert found == [one.document.sha256 for one in readings]


@pytest.mark.parametrize("form", ["jsonl", "ftm"])
def test_a_file_appears_only_when_it_is_whole(filled, tmp_path, form):
    result = run("export", form, "-a", filled.folder, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    lines = (tmp_path / "out").read_text("utf-8").splitlines()
    assert len(lines) >= 13
    assert all(json.loads(line) for line in lines)
    refused = run("export", form, "-a", filled.folder, "-o", tmp_path / "nowhere" / "out")
    assert refused.exit_code == 1
    assert "name another place" in refused.stderr


def test_tables_go_into_a_new_folder_or_one_to_standard_output(filled, tmp_path):
    assert run("export", "csv", tmp_path / "tables", "-a", filled.folder).exit_code == 0
    names = {path.stem for path in (tmp_path / "tables").iterdir()}
    assert names == set(TABLES)
    one = run("export", "csv", "--table", "claims", "-a", filled.folder)
    assert len(one.stdout.splitlines()) > 300
    assert run("export", "csv", tmp_path / "tables", "-a", filled.folder).exit_code == 1
    for words in ([], [tmp_path / "more", "--table", "claims"]):
        assert run("export", "csv", *words, "-a", filled.folder).exit_code == 2


def test_the_words_of_every_entity_go_into_the_file_of_spans(filled, tmp_path):
    words = ["-o", tmp_path / "ledger", "--spans", tmp_path / "spans"]
    assert run("export", "ftm", *words, "-a", filled.folder).exit_code == 0
    ids = {json.loads(line)["id"] for line in (tmp_path / "ledger").read_text().splitlines()}
    spans = [json.loads(line) for line in (tmp_path / "spans").read_text("utf-8").splitlines()]
    assert {span["entity"] for span in spans} <= ids
    assert len(spans) > 300


def test_every_export_is_in_the_log(filled, tmp_path):
    run("export", "bag", tmp_path / "bag", "-a", filled.folder, "--as", "Ana")
    last = json.loads(run("log", "-a", filled.folder, "--json").stdout.splitlines()[-1])
    assert (last["by"], last["act"], last["subject"]) == ("Ana", "export", "bag")
    assert (tmp_path / "bag" / "bagit.txt").exists()


@pytest.mark.parametrize("words", [["claims", "--json"], ["claims"], ["export", "jsonl"]])
def test_a_reader_who_has_seen_enough_hears_no_complaint(kept, words):
    command = [sys.executable, "-m", "habeas.cli", *words, "-a", str(kept.folder)]
    more = ["--limit", "400"] if words[0] == "claims" else []
    with subprocess.Popen(
        [*command, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert b"Traceback" not in complaint
    assert b"pipe" not in complaint.lower()
    assert b"archive" not in complaint


def test_a_bag_becomes_the_same_archive(archive, filled, tmp_path):
    assert run("export", "bag", tmp_path / "bag", "-a", filled.folder).exit_code == 0
    commands = (["people", "--type", "all"], ["claims"], ["events"], ["documents"])
    was = [run(*words, "--json", "-a", filled.folder).stdout for words in commands]
    done = run("import", tmp_path / "bag", "-a", archive.folder)
    assert done.exit_code == 0, done.output
    assert "13 documents" in done.stderr
    assert [run(*words, "--json", "-a", archive.folder).stdout for words in commands] == was
    assert run("verify", "-a", archive.folder).exit_code == 0
    assert run("import", tmp_path / "bag", "-a", archive.folder).exit_code == 1
