"""Reading without an archive: what goes in, what comes out, and what is said of what did not."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from habeas.cli import main
from habeas.cli.read import _Reader
from habeas.flow import read_document
from habeas.intake import from_text
from habeas.model.contract import schema

LETTER = (
    "Open letter to the Minister\n\nWe ask you to release Oren Dask, who was arrested in May.\n"
)


def run(*words, stdin=None):
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    return path


def test_prints_one_json_object_a_document(letter, tmp_path):
    (tmp_path / "other.md").write_text("# News\n\nThe court met on 4 May 2020.\n", "utf-8")
    result = run("read", tmp_path)
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(one["path"]).name for one in readings] == ["letter.txt", "other.md"]
    for one in readings:
        jsonschema.validate(one, schema())


def test_reads_standard_input():
    result = run("read", "-", stdin=LETTER)
    assert json.loads(result.stdout)["text"] == LETTER


def test_goes_on_after_a_bad_file_and_says_why(letter, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("read", tmp_path)
    assert len(result.stdout.splitlines()) == 1
    assert len(result.stderr.splitlines()) == 1
    assert "a.pdf" in result.stderr
    assert result.exit_code == 0
    assert run("read", "--strict", tmp_path).exit_code == 1
    assert run("read", "--strict", letter).exit_code == 0


def test_says_that_a_file_is_not_there(tmp_path):
    result = run("read", tmp_path / "nowhere.txt")
    assert "nowhere.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_refuses_a_file_over_the_limit(tmp_path):
    (tmp_path / "large.txt").write_text("word " * 300_000, "utf-8")
    assert "--max-size" in run("read", "--max-size", 1, tmp_path / "large.txt").stderr


def test_shows_a_page_for_a_person(letter):
    shown = run("read", "--pretty", letter).stdout.replace("\n", "")
    for words in ("letter.txt", "“We ask you to release Oren Dask", "Demands", "says:"):
        assert words in shown


def test_replaces_a_file_only_when_it_is_whole(letter, tmp_path):
    out = tmp_path / "out.jsonl"
    run("read", letter, "-o", out)
    assert json.loads(out.read_text("utf-8"))["text"] == LETTER
    (tmp_path / "like.txt").touch()
    assert out.stat().st_mode == (tmp_path / "like.txt").stat().st_mode


def test_keeps_the_old_file_where_the_run_fails(letter, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("as it was", "utf-8")
    failed = run("read", tmp_path / "out.jsonl" / "no-such-folder", "--strict", "-o", out)
    assert failed.exit_code == 1
    result = run("read", letter, "-o", tmp_path / "nowhere" / "out.jsonl")
    assert "name another place with -o" in result.output
    assert isinstance(result.exception, SystemExit)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt", "out.jsonl"]


def test_prints_the_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_counts_a_mail_with_its_attachment_as_one_file():
    paths = ["a.eml", "a.eml!/note.txt", "b.txt"]
    read = [read_document(from_text(LETTER, path)) for path in paths]
    run_of_three = _Reader(paths=(), pretty=False, output="-", max_size=1, quiet=True, strict=False)
    assert list(run_of_three.heard(read)) == read
    assert run_of_three.done == {"a.eml", "b.txt"}
