"""Where a command prints: data to standard output, everything else to standard error.

A table for a person folds what is long and cuts nothing; for a program it is one JSON object a
line. What a document says is never let near the terminal with its control characters.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

FEW = 3  # with fewer things to do there is no bar
_PATH = 40  # characters of a path beside the bar: its end

type Tell = Callable[[int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The two streams, and in which form data goes out."""

    as_json: bool = False
    out: Console = field(default_factory=lambda: Console(highlight=False, markup=False))
    notes: Console = field(
        default_factory=lambda: Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    )

    def note(self, *lines: str) -> None:
        """Print messages on standard error."""
        for line in lines:
            self.notes.print(line)

    def show(self, what: RenderableType) -> None:
        """Print something for a person on standard output."""
        self.out.print(what)

    def record(self, value: Mapping[str, Any]) -> None:
        """Print one JSON object as a line."""
        click.echo(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    @contextmanager
    def bar(self, label: str, total: int, *, quiet: bool = False) -> Iterator[Tell]:
        """Show how far a work is, on a terminal; the caller tells what is done and what is at."""
        if quiet or total <= FEW or not self.notes.is_terminal:
            yield lambda done, at: None
            return
        columns = (
            TextColumn(label),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[at]}"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=self.notes, transient=True) as progress:
            task = progress.add_task("", total=total, at="")
            yield lambda done, at: progress.update(task, completed=min(done, total), at=at[-_PATH:])


@contextmanager
def while_read() -> Iterator[None]:
    """End the command in silence when whoever reads standard output has seen enough."""
    try:
        yield
    except BrokenPipeError:
        # The flush at exit must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def ask(screen: Screen, question: str, *, yes: bool) -> bool:
    """Return whether to go on; where nobody can be asked, refuse and say how to."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.ClickException("nobody is here to be asked; to do it, add --yes")
    return click.confirm(question, err=True)
