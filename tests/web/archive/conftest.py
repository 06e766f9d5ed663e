"""Other processes at an archive."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.conftest import ROOT

from habeas.model import Reading

type Elsewhere = Callable[..., list[str]]


@pytest.fixture(scope="session")
def few(readings: list[Reading]) -> list[Reading]:
    """Return the readings of some examples; the last of them has a large original."""
    large = max(readings, key=lambda one: len(one.document.data or b""))
    return [*(one for one in readings[:4] if one is not large), large][-4:]


@pytest.fixture(scope="session")
def few_file(few: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of them for other processes."""
    file = tmp_path_factory.mktemp("few") / "few.pickle"
    file.write_bytes(pickle.dumps(few))
    return file


@pytest.fixture
def elsewhere(few_file: Path) -> Elsewhere:
    """Return what does acts on an archive in another process and says what came of each.

    `within` is a command that makes the surroundings and takes the process as its arguments.
    """

    def run(folder: Path, *acts: str, within: Sequence[str] = ()) -> list[str]:
        python = [sys.executable, "-W", "error", "-m", "tests.web.archive.elsewhere"]
        command = [*within, *python, str(few_file), str(folder), *acts]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run
