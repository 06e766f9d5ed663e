"""The demo prints a ledger, and commands that work when they are pasted."""

import shlex
import subprocess
import sys

import pytest
from tests.cli.conftest import run
from tests.conftest import ROOT


@pytest.mark.parametrize("columns", [80, 120])
def test_the_commands_to_go_on_with_work(kept, columns):
    command = [sys.executable, ROOT / "tools" / "demo.py", str(kept.folder)]
    env = {"COLUMNS": str(columns), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report, _, following = done.stdout.partition("Go on with")
    assert "Zhanna Velkarova" in report
    assert "Велькаров" in report
    assert max(map(len, report.splitlines())) <= columns
    commands = [line.strip() for line in following.splitlines() if line.strip()]
    assert commands[0].startswith("export HABEAS_ARCHIVE=")
    assert len(commands) > 6
    for line in commands[1:]:
        name, *words = shlex.split(line)
        assert name == "habeas"
        if words[0] != "add":
            shown = run(*words, HABEAS_ARCHIVE=str(kept.folder))
            assert shown.exit_code == 0, (line, shown.output)
