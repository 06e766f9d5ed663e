"""Other processes at an archive."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.conftest import ROOT

type Elsewhere = Callable[..., list[str]]


@pytest.fixture
def elsewhere(readings_file: Path) -> Elsewhere:
    """Return what does acts on an archive in another process and says what came of each.

    `within` is a command that makes the surroundings and takes the process as its arguments.
    """

    def run(folder: Path, *acts: str, within: Sequence[str] = ()) -> list[str]:
        python = [sys.executable, "-W", "error", "-m", "tests.web.archive.elsewhere"]
        command = [*within, *python, str(readings_file), str(folder), *acts]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run
