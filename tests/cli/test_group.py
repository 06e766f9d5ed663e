"""The command itself: help that comes at once, examples everywhere, errors as one line."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import run

from habeas.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"


def test_every_command_shows_an_example():
    for command in main.commands.values():
        assert "Example" in (command.help or ""), command.name
        assert f"habeas {command.name}" in (command.help or ""), command.name


def test_the_help_has_every_command_in_a_section():
    assert sorted(main.list_commands(None)) == sorted(main.commands)
    shown = run("--help").stdout
    assert [name for name in main.commands if f"\n  {name} " not in shown] == []


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["add", "--help"]])
def test_help_waits_for_nothing(words):
    code = f"""
import sys
from habeas.cli import main
try:
    main({words!r})
except SystemExit:
    pass
slow = {{"spacy", "django", "distributed", "simplemma"}} & set(sys.modules)
sys.exit(", ".join(slow) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_reference_is_what_the_commands_say():
    command = [sys.executable, "-m", "cogapp", "--check", str(PAGE)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("command", ["status", "people", "events", "claims", "log", "verify"])
def test_no_archive_is_one_line_with_a_remedy(command, tmp_path):
    result = run(command, "-a", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "habeas init" in result.stderr
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)


def test_no_help_says_that_anything_happened():
    for command in main.commands.values():
        assert not re.search(r"\b(confirmed|true|proven|fact)\b", command.help or ""), command.name
