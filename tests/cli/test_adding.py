"""Adding at the terminal: what became of each file, and what a stopped run leaves."""

import json
from datetime import UTC

from tests.cli.conftest import run

from habeas.cli.adding import STOPPED, _Run
from habeas.cli.desk import now, opened
from habeas.cli.screen import Screen

LETTER = "Open letter\n\nOren Dask was arrested on 4 May 2020. We ask you to release him.\n"


def test_says_what_became_of_every_file(archive, tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "a.txt").write_text(LETTER, "utf-8")
    (letters / "b.txt").write_text(LETTER, "utf-8")
    (letters / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("add", letters, "-a", archive.folder, "--json", "--as", "Ana")
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert sorted(one["outcome"] for one in lines) == ["added", "failed", "known"]
    assert "c.pdf" in result.stderr
    assert "New in the archive: " in result.stderr
    assert run("add", letters, "-a", archive.folder, "--strict").exit_code == 1
    again = run("add", letters / "a.txt", "-a", archive.folder)
    assert "1 known" in again.stderr
    log = run("log", "-a", archive.folder, "--json").stdout.splitlines()
    assert json.loads(log[0])["by"] == "Ana"
    assert run("verify", "-a", archive.folder).exit_code == 0


def test_takes_in_again_what_was_removed_only_when_told_to(archive):
    def on(*words, **more):
        return run(*words, "-a", archive.folder, **more)

    assert on("add", "-", stdin=LETTER).exit_code == 0
    assert on("remove", "D1", "--because", "a test", "--yes").exit_code == 0
    assert "1 removed before" in on("add", "-", stdin=LETTER).stderr
    assert "1 added" in on("add", "-", "--readmit", stdin=LETTER).stderr


class Interrupted(_Run):
    """A run in which the user presses Ctrl-C after the third document."""

    by_heart = None

    def reader(self):
        def read(found):
            for count, reading in enumerate(self.by_heart(found)):
                if count == 3:
                    raise KeyboardInterrupt
                yield reading

        return read


def test_what_was_added_before_a_stop_is_kept_and_weighed_later(archive, examples, read):
    options = {"quiet": True, "max_size": 9, "name": "ana", "readmit": False, "strict": False}
    with opened(archive.folder, Screen()) as desk:
        stopped = Interrupted(desk, (str(examples),), options)
        stopped.by_heart = read
        assert stopped.run() == STOPPED
    shown = run("events", "-a", archive.folder, "--json").stdout.splitlines()
    assert any(" of " in json.loads(line)["title"] for line in shown)
    [status] = [json.loads(run("status", "-a", archive.folder, "--json").stdout)]
    assert status["documents"] == 3
    assert run("verify", "-a", archive.folder).exit_code == 0


def test_a_cluster_needs_certificates(archive, tmp_path):
    result = run("add", tmp_path, "-a", archive.folder, "--cluster", "tls://nowhere:1")
    assert result.exit_code == 2
    assert "--tls-ca-file" in result.stderr


def test_a_second_command_that_writes_is_told_to_wait(archive, tmp_path):
    (tmp_path / "a.txt").write_text(LETTER, "utf-8")
    with archive.writing():
        result = run("add", tmp_path / "a.txt", "-a", archive.folder)
        looked = run("people", "-a", archive.folder)
    assert result.exit_code == 1
    assert "another command is writing" in result.stderr
    assert looked.exit_code == 0


def test_the_time_is_utc():
    assert now().tzinfo is UTC
