"""Hand the archive on: ``habeas export`` and ``habeas import``.

Every export is noted in the log. What goes out is for the user to guard: it names people.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.asking import asking
from habeas.cli.desk import archive_option, hand, name_option, opened
from habeas.cli.file import output
from habeas.cli.screen import Screen

if TYPE_CHECKING:
    from habeas.web.archive.exporting import Exporting

_QUIET = click.option("--quiet", is_flag=True, help="Show no progress bar.")
_COMMON = (_QUIET, archive_option, name_option)
_OUTPUT = click.option(
    "-o",
    "--output",
    "target",
    default="-",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write here instead of to standard output.",
)
# As in habeas.render.table, which is not loaded for the sake of help; a test compares them.
TABLES = ("claims", "people", "events", "documents")


@click.group()
def export() -> None:
    """Write out the archive: as JSON Lines, tables, FollowTheMoney, or a bag with all of it.

    \b
    Examples:
      habeas export jsonl > readings.jsonl
      habeas export csv tables/
      habeas export ftm -o ledger.ftm.json --spans ledger.spans.jsonl
      habeas export bag backup/
    """


@export.command()
@asking(_OUTPUT, *_COMMON)
def jsonl(target: str, **common: Any) -> None:
    """Write every reading as `habeas read` prints it, one JSON object a line.

    \b
    Example:
      habeas export jsonl > readings.jsonl
    """
    with _exporting(**common) as exporting, output(target) as out:
        exporting.jsonl(out)


@export.command()
@click.argument("target", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--table", type=click.Choice(TABLES), help="One table, to standard output.")
@asking(*_COMMON)
def csv(target: Path | None, table: str | None, **common: Any) -> None:
    """Write tables for a spreadsheet into a new folder, or one of them to standard output.

    \b
    Examples:
      habeas export csv tables/
      habeas export csv --table claims > claims.csv
    """
    if (target is None) == (table is None):
        raise click.UsageError("name a new folder for all tables, or one with --table")
    with _exporting(**common) as exporting:
        if target is not None:
            exporting.csv(target)
        elif table is not None:
            with output("-") as out:
                exporting.table(table, out)


@export.command()
@click.option("--spans", metavar="FILE", help="Write who says so, and in which words, here.")
@asking(_OUTPUT, *_COMMON)
def ftm(target: str, spans: str | None, **common: Any) -> None:
    """Write FollowTheMoney entities, one JSON object a line.

    That model has no place for who says so: the file of spans has it.

    \b
    Example:
      habeas export ftm -o ledger.ftm.json --spans ledger.spans.jsonl
    """
    with _exporting(**common) as exporting, ExitStack() as files:
        out = files.enter_context(output(target))
        exporting.ftm(out, files.enter_context(output(spans)) if spans else None)


@export.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="FOLDER")
@asking(*_COMMON)
def bag(target: Path, **common: Any) -> None:
    """Write a BagIt bag: originals, readings, judgements and the log, all that an archive is.

    \b
    Example:
      habeas export bag backup/
    """
    with _exporting(**common) as exporting:
        exporting.bag(target)


@click.command("import")
@click.argument("bag", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="BAG")
@asking(*_COMMON)
def import_bag(bag: Path, folder: Path, quiet: bool, name: str | None) -> None:
    """Fill an empty archive from a bag that `habeas export bag` wrote: the same archive again.

    Everything in the bag is checked first. All of it comes in, or nothing.

    \b
    Example:
      habeas init restored/ && habeas import backup/ -a restored/
    """
    with opened(folder, Screen()) as desk:
        from habeas.web.archive.importing import import_bag, size

        with desk.screen.bar("Importing", size(bag), quiet=quiet) as tell:
            count = import_bag(desk.archive, bag, hand(name), tell=tell)
        desk.screen.note(f"{count} documents are in the archive, as they were. See: habeas status")


@contextmanager
def _exporting(folder: Path, quiet: bool, name: str | None) -> "Iterator[Exporting]":
    """Open the archive for an export, with a bar."""
    with opened(folder, Screen()) as desk:
        from habeas.web.archive.exporting import Exporting, size

        with desk.screen.bar("Writing", size(), quiet=quiet) as tell:
            yield Exporting(archive=desk.archive, hand=hand(name), tell=tell)
