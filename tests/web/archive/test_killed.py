"""``habeas add`` may be killed at any moment: the archive stays whole, and adding goes on."""

import json
import pickle
import subprocess
import sys
from collections import Counter

import pytest
from tests.conftest import ROOT

DOCUMENTS = 5
KILLS = {"sqlite": (200, 20), "postgres": (60, 10)}  # of add, of init


@pytest.fixture
def seen(ground, readings, tmp_path):
    """Return what was seen when commands were killed."""
    some = tmp_path / "some.pickle"
    some.write_bytes(pickle.dumps(readings[3 : 3 + DOCUMENTS]))
    kills = KILLS["postgres" if ground.server else "sqlite"]
    where = [str(ground.server.folder)] if ground.server else []
    python = [sys.executable, "-W", "error", "-m", "tests.web.archive.killing"]
    command = [*python, str(some), str(tmp_path), *map(str, kills), *where]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_at_any_moment_the_archive_is_whole_and_adding_completes_it(ground, seen):
    kills, inits = KILLS["postgres" if ground.server else "sqlite"]
    assert seen["faults"] == []
    assert seen["different"] == 0
    # The kills came where they hurt: before, between and after documents, and within them.
    assert seen["kills"] >= kills
    print(Counter(seen["documents"]), seen["torn"], "torn", seen["completed"], "completed")
    assert len(set(seen["documents"])) >= DOCUMENTS - 2
    assert seen["torn"] >= kills / 10
    assert seen["completed"] >= kills / 30
    assert seen["inits"] >= inits / 3
