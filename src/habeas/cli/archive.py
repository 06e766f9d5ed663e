"""The archive itself: make one, say what is in it, check it, and show its log."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich.filesize import decimal
from rich.table import Table

from habeas.cli.desk import FOLDER, Desk, on_archive
from habeas.cli.screen import Screen


@click.command()
@click.argument(
    "folder",
    type=click.Path(path_type=Path),
    default=FOLDER,
    envvar="HABEAS_ARCHIVE",
    metavar="[FOLDER]",
)
@click.option(
    "--database",
    envvar="HABEAS_DATABASE",
    show_envvar=True,
    metavar="URL",
    help="Keep the tables in PostgreSQL, postgres://USER:PASSWORD@HOST/NAME, and not in a file. "
    "The variable keeps the password out of the list of processes.",
)
def init(folder: Path, database: str | None) -> None:
    """Make an archive in a new or empty folder.

    \b
    Examples:
      habeas init
      habeas init cases/ --database postgres://habeas@localhost/cases
    """
    from habeas.web.archive.opening import make_archive

    archive = make_archive(folder, database)
    where = "" if folder == Path(FOLDER) else f" -a {folder}"
    Screen().note(
        f"There is an archive in {archive.where} now. Add letters: habeas add letters/{where}"
    )


@click.command()
@on_archive
def status(desk: Desk, /) -> None:
    """Say how much there is in the archive, how large it is, and what was done last.

    The digest of the last entry proves the whole log: note it down elsewhere, and a log that was
    written anew cannot have it.

    \b
    Example:
      habeas status
    """
    found = dict(_status(desk))
    if desk.screen.as_json:
        desk.screen.record(found)
        return
    table = Table.grid(padding=(0, 2))
    for label, value in found.items():
        shown = decimal(value) if label == "bytes_on_disk" else value
        table.add_row(label.replace("_", " "), f"{shown:,}" if isinstance(shown, int) else shown)
    desk.screen.show(table)
    if found["pairs_to_judge"]:
        desk.screen.note("See whom to judge: habeas people --unsure, habeas events --unsure")
    if not found["documents"]:
        desk.screen.note(NO_DOCUMENTS)


NO_DOCUMENTS = "No documents yet. Add some: habeas add letters/"


def _status(desk: Desk) -> Iterator[tuple[str, Any]]:
    from habeas.web.ledger import access as ledger
    from habeas.web.people import access as people
    from habeas.web.sources import access as sources

    yield "archive", desk.archive.where
    yield "documents", sources.documents().count()
    yield from people.sizes().items()
    yield from ledger.sizes().items()
    yield "conflicts", ledger.conflict_count()
    yield "pairs_to_judge", people.unsure_count() + ledger.unsure_count()
    yield "bytes_on_disk", _size(desk.archive.folder)
    yield "database", "PostgreSQL" if desk.archive.database else "SQLite, in the folder"
    if last := sources.entries().last():
        yield "last_act", f"L{last.number} {last.act} {last.subject}, {last.at}, {last.by}"
        yield "digest", last.digest


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@click.command()
@click.option("--quiet", is_flag=True, help="Show no progress bar.")
@on_archive
def verify(desk: Desk, /, quiet: bool) -> None:
    """Check every digest, the chain of the log, and that all that is derived follows.

    Prints what is not as it was written, and repairs nothing. Exits with code 1 if there is any.

    \b
    Example:
      habeas verify
    """
    from habeas.web.archive.verifying import size, verify

    faults = 0
    with desk.screen.bar("Checking", size(desk.archive), quiet=quiet) as tell:
        for done, fault in enumerate(verify(desk.archive), 1):
            tell(done, fault.where if fault else "")
            if fault:
                faults += 1
                _report(desk.screen, fault.where, fault.what)
    if faults:
        desk.screen.note(f"{faults} faults. Restore what they name from a backup or a bag.")
        sys.exit(1)
    desk.screen.note("Everything is as it was written.")


def _report(screen: Screen, where: str, what: str) -> None:
    if screen.as_json:
        screen.record({"where": where, "what": what})
    else:
        screen.show(f"{where}: {what}")


@click.command()
@click.option(
    "--limit", type=click.IntRange(min=1), default=30, show_default=True, help="The last N acts."
)
@on_archive
def log(desk: Desk, /, limit: int) -> None:
    """Show what was done to the archive, when and by whom; the last act comes last.

    \b
    Examples:
      habeas log
      habeas log --json --limit 1000 | jq .digest
    """
    from habeas.web.sources import access as sources

    entries = list(islice(sources.entries().reverse(), limit))[::-1]
    if desk.screen.as_json:
        for one in entries:
            names = ("at", "by", "act", "subject", "digest")
            desk.screen.record({"entry": f"L{one.number}", **{n: getattr(one, n) for n in names}})
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("entry", "when", "who", "act", "on"):
        table.add_column(name, overflow="fold")
    for one in entries:
        when = one.at[:16].replace("T", " ")
        table.add_row(f"L{one.number}", when, one.by, one.act, one.subject)
    desk.screen.show(table)
