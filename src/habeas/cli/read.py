"""Read letters without an archive: ``habeas read``, and the schema of what it prints.

Readings go to standard output, everything else to stderr. Keeps nothing.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from habeas.cli.file import output
from habeas.errors import HabeasError
from habeas.model import Reading
from habeas.model.contract import line, schema

FEW = 3  # files: up to so many are read without a progress bar
MEGABYTE = 1024 * 1024


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--pretty", is_flag=True, help="Print a page for a person instead of JSON Lines.")
@click.option("--strict", is_flag=True, help="Exit with code 1 if a file could not be read.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, writable=True),
    default="-",
    metavar="FILE",
    help="Write here instead of to standard output; the file appears only when it is whole.",
)
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="MB",
    help="Refuse files larger than this.",
)
@click.option("--quiet", is_flag=True, help="Show no progress bar.")
@click.pass_context
def read(ctx: click.Context, /, paths: tuple[str, ...], **options: object) -> None:
    """Read letters; print what they say and who says it, one JSON object a document.

    PATH is a .txt, .md, .html, .eml, .docx, .pdf or .zip file, a folder of them, or - for standard
    input. A file that cannot be read gets one line on standard error, and the rest goes on.

    \b
    Examples:
      habeas read letters/ > readings.jsonl
      habeas read petition.pdf --pretty
      cat letter.txt | habeas read - --quiet | jq .claims
    """
    read_ok = _Reader(paths=paths, **options).run()  # type: ignore[arg-type]
    if options["strict"] and not read_ok:
        ctx.exit(1)


@click.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of what `habeas read` prints.

    \b
    Example:
      habeas schema > reading.schema.json
    """
    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))


@dataclass(kw_only=True)
class _Reader:
    """One run of ``habeas read``: where readings go and what is said meanwhile."""

    paths: tuple[str, ...]
    pretty: bool
    output: str
    max_size: int
    quiet: bool
    strict: bool
    refused: int = 0
    done: set[str] = field(default_factory=set)
    errors: Console = field(
        default_factory=lambda: Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    )

    def run(self) -> bool:
        """Read everything; return whether every file gave a document."""
        # The models take a second to load: `--help` must not wait for them.
        from habeas.flow import read_all
        from habeas.intake import Limits, count, documents

        found = documents(
            self.paths, Limits(max_bytes=self.max_size * MEGABYTE), stdin=sys.stdin.buffer
        )
        readings = self.heard(read_all(found))
        self.write(self.tracked(readings, count(self.paths)))
        return self.refused == 0

    def heard(self, found: Iterable[Reading | HabeasError]) -> Iterator[Reading]:
        """Yield the readings, and say on stderr which files gave none."""
        for one in found:
            if isinstance(one, HabeasError):
                self.refused += 1
                self.errors.print(f"habeas: {one}")
            else:
                self.done.add(one.document.path.split("!/")[0])
                yield one

    def tracked(self, readings: Iterator[Reading], files: int) -> Iterator[Reading]:
        """Yield the readings with a bar on stderr, where there are more than a few files."""
        if self.quiet or files <= FEW or not sys.stderr.isatty():
            yield from readings
            return
        bar = (
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[path]}"),
            TimeRemainingColumn(),
        )
        with Progress(*bar, console=self.errors, transient=True) as progress:
            task = progress.add_task("", total=files, path="")
            for reading in readings:
                yield reading
                # A mail or an archive is one file, however many documents are in it.
                done, path = len(self.done) + self.refused, reading.document.path[-40:]
                progress.update(task, completed=min(done, files), path=path)

    def write(self, readings: Iterator[Reading]) -> None:
        """Write each reading as it comes; a file is replaced only when all is written."""
        with output(self.output) as out:
            self.print(readings, out)

    def print(self, readings: Iterator[Reading], out: IO[str]) -> None:
        """Print readings as pages or as lines."""
        if self.pretty:
            from habeas.render.terminal import show

            show(readings, Console(file=out, highlight=False, markup=False))
            return
        for reading in readings:
            out.write(line(reading) + "\n")
            out.flush()
