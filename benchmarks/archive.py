"""Time `habeas add` against `habeas read` on the same letters, and weigh the archive.

    python benchmarks/archive.py [LETTERS] [--parts 4]

The letters are the examples told of other people (`varied.py`), as text. Reading and adding take
turns, a part of the letters each, every part in a command of its own; starting the commands counts.
The archive's size is that of all its files, the text's that of the letters in UTF-8.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from varied import letters

HABEAS = Path(sys.executable).parent / "habeas"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("letters", type=int, nargs="?", default=1040)
    parser.add_argument("--parts", type=int, default=4)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        show(measured(Path(home), wanted.letters, wanted.parts))


def measured(home: Path, count: int, parts: int) -> dict[str, str]:
    """Return what is to be shown, by its name."""
    folders = [home / f"part{number}" for number in range(parts)]
    for number, document in enumerate(letters(count)):
        path = folders[number * parts // count] / document.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, encoding="utf-8")
    archive = home / "archive"
    run("init", archive)
    read, added = Clock(), Clock()
    for folder in folders:
        with read.running():
            run("read", folder, "--quiet", "-o", home / "readings.jsonl")
        with added.running():
            run("add", folder, "--quiet", "-a", archive)
    text = sum(map(size, folders))
    return {
        "letters": f"{count:,}",
        "read, letters a second": f"{count / read.wall:.1f}",
        "add, letters a second": f"{count / added.wall:.1f}",
        "add ÷ read, by the clock": f"{added.wall / read.wall:.2f}",
        "add ÷ read, processor time": f"{added.spent / read.spent:.2f}",
        "text": f"{text / 1e6:.1f} MB",
        "archive": f"{size(archive) / 1e6:.1f} MB",
        "archive ÷ text": f"{size(archive) / text:.2f}",
    }


class Clock:
    """Sums what commands take: `wall` by the clock, `spent` of processors, in seconds."""

    wall = spent = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count what runs inside."""
        before, start = os.times(), time.perf_counter()
        yield
        after = os.times()
        self.wall += time.perf_counter() - start
        self.spent += after.children_user - before.children_user
        self.spent += after.children_system - before.children_system


def run(*words: object) -> None:
    """Run one command of Habeas; raise CalledProcessError where it fails."""
    done = [str(HABEAS), *map(str, words)]
    subprocess.run(done, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def size(folder: Path) -> int:
    """Return the bytes in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def show(found: dict[str, str]) -> None:
    """Print what was measured."""
    table = Table(box=None, title="Adding to an archive")
    table.add_column("")
    table.add_column("measured", justify="right")
    for name, value in found.items():
        table.add_row(name, value)
    Console().print(table)


if __name__ == "__main__":
    main()
