"""Documents at the terminal: what they are, how they came, and taking one out."""

import json
from hashlib import sha256
from pathlib import Path

from tests.cli.conftest import run


def test_a_document_shows_how_it_came_and_where_its_bytes_are(rows, look):
    for one in rows("documents"):
        [page] = rows("document", one["document"])
        assert sha256(Path(page["original"]).read_bytes()).hexdigest() == one["sha256"]
        assert [(origin["by"], origin["at"][:10]) for origin in page["origins"]] == [
            ("ana", "2026-01-02")
        ]
    [page] = rows("document", "D2")
    assert len(page["signed_by"]) == 12
    shown = look("document", "D2").stdout
    assert all(who["name"].split()[-1] in shown for who in page["signed_by"])


def test_takes_a_document_out_for_a_reason(filled):
    def on(*words):
        return run(*words, "-a", filled.folder)

    asked = on("remove", "D13", "--because", "the sender asks for it")
    assert asked.exit_code == 1
    assert "--yes" in asked.stderr
    [page] = [json.loads(line) for line in on("document", "D13", "--json").stdout.splitlines()]
    assert on("remove", "D13", "--because", "the sender asks for it", "--yes").exit_code == 0
    assert not Path(page["original"]).exists()
    assert on("document", "D13").exit_code == 1
    words = "my husband"
    assert any(words in one["words"] for one in page["claims"])
    left = [json.loads(line) for line in on("claims", "--json").stdout.splitlines()]
    assert not any(one["document"] == "D13" for one in left)
    last = json.loads(on("log", "--json").stdout.splitlines()[-1])
    assert (last["act"], last["subject"]) == ("remove", "D13")
    assert on("verify").exit_code == 0
