"""An archive with the examples for the commands to look at, and a way to run them."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.web.conftest import (  # noqa: F401  (fixtures)
    add,
    archive,
    empty_template,
    filled,
    filled_template,
    ground,
    read,
    readings,
    readings_file,
    server,
)
from tests.web.ground import Ground

from habeas.cli import main
from habeas.web.archive.folder import Archive

type Run = Callable[..., Result]
type Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def kept(ground: Ground, filled_template: Archive) -> Iterator[Archive]:  # noqa: F811
    """Return an archive with all examples, for tests that only look."""
    found = ground.copy(filled_template, ground.home / "kept")
    yield found
    ground.drop(found)


def run(*words: object, stdin: str | None = None, **env: str) -> Result:
    """Run a command as at a terminal of 80 columns."""
    command = [str(word) for word in words]
    return CliRunner().invoke(main, command, input=stdin, env={"COLUMNS": "80", **env})


@pytest.fixture
def look(kept: Archive) -> Run:
    """Return what runs a command on the archive that is only looked at."""
    return lambda *words, **env: run(*words, HABEAS_ARCHIVE=str(kept.folder), **env)


@pytest.fixture
def rows(look: Run) -> Rows:
    """Return what runs a command with --json and returns its objects."""

    def found(*words: object) -> list[dict[str, Any]]:
        result = look(*words, "--json")
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    return found
