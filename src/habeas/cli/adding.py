"""Add documents to an archive: ``habeas add``.

Says what became of every file. What was added when a run stops is kept, and the next goes on.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.desk import Desk, name_option, now, on_archive, user, weigh
from habeas.cli.read import MEGABYTE

if TYPE_CHECKING:
    from habeas.web.archive.adding import Adding, Result

MANY = 30  # files: from here on a process that reads is worth its start
STOPPED = 130  # the exit code of a command that Ctrl-C stopped

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read with N processes here; else one beside this where there are many files.",
)
@click.option("--cluster", metavar="URL", help="Read on a Dask cluster: tls://HOST:PORT.")
@click.option("--tls-ca-file", type=_FILE, help="The certificate of the cluster's authority.")
@click.option("--tls-cert", type=_FILE, help="The certificate of this machine.")
@click.option("--tls-key", type=_FILE, help="Its key.")
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="MB",
    help="Refuse files larger than this.",
)
@click.option("--strict", is_flag=True, help="Exit with code 1 if a file could not be added.")
@click.option("--readmit", is_flag=True, help="Take in again what was removed from the archive.")
@click.option("--quiet", is_flag=True, help="Show no progress bar.")
@name_option
@on_archive
def add(desk: Desk, /, paths: tuple[str, ...], **options: Any) -> None:
    """Add letters to the archive: read them, and see whom and what they tell of.

    PATH is what `habeas read` takes: files, folders, or - for standard input. What the archive has
    already is not added again, so a run that was stopped can be run again.

    \b
    Examples:
      habeas add letters/
      habeas add letters/ --workers 2
      habeas add big/ --cluster tls://reader:8786 --tls-ca-file ca.pem \\
             --tls-cert me.pem --tls-key me.key
    """
    click.get_current_context().exit(_Run(desk, paths, options).run())


@dataclass(slots=True)
class _Run:
    """One run of ``habeas add``."""

    desk: Desk
    paths: tuple[str, ...]
    options: dict[str, Any]
    outcomes: Counter[str] = field(default_factory=Counter)
    files: set[str] = field(default_factory=set)

    def run(self) -> int:
        """Add everything, say what became of it, and return the exit code."""
        before = _sizes()
        try:
            self.add_all()
            weigh(self.desk, quiet=self.options["quiet"])
        except KeyboardInterrupt:
            self.summarise(before)
            self.desk.screen.note("Stopped; what was added is kept. Run it again to go on.")
            return STOPPED
        self.summarise(before)
        return int(bool(self.options["strict"] and self.outcomes["failed"]))

    def add_all(self) -> None:
        """Add the documents one by one."""
        from habeas.intake import Limits, count, documents

        limits = Limits(max_bytes=self.options["max_size"] * MEGABYTE)
        found = documents(self.paths, limits, stdin=sys.stdin.buffer)
        total = count(self.paths)
        with self.desk.screen.bar("Adding", total, quiet=self.options["quiet"]) as tell:
            for result in self.adding().add(found):
                self.hear(result)
                tell(len(self.files), result.path)

    def adding(self) -> "Adding":
        """Return the run as the archive knows it."""
        from habeas.web.archive.adding import Adding

        return Adding(
            archive=self.desk.archive,
            read=self.reader(),
            name=user(self.options["name"]),
            now=now,
            readmit=self.options["readmit"],
        )

    def reader(self) -> Callable[[Iterable[Any]], Iterator[Any]]:
        """Return what reads documents: this process, others, or other machines."""
        from habeas.cluster import read_on

        workers, scheduler = self.workers(), self.options["cluster"]
        certificates = _certificates(self.options) if scheduler else None
        return lambda found: read_on(
            found, workers=workers, scheduler=scheduler, certificates=certificates
        )

    def workers(self) -> int | None:
        """Return how many processes are to read; None for this one.

        Where there are many files, one reads while this one writes.
        """
        from habeas.intake import count

        wanted = self.options["workers"]
        if wanted is None and not self.options["cluster"] and (cpu_count() or 1) > 1:
            wanted = int(count(self.paths) >= MANY)
        return wanted or None

    def hear(self, result: "Result") -> None:
        """Count what became of a file, and say so where nobody would see it otherwise."""
        self.outcomes[result.outcome] += 1
        self.files.add(result.path.split("!/")[0])
        if result.error:
            self.desk.screen.note(f"habeas: {result.error}")
        if self.desk.screen.as_json:
            number = f"D{result.number}" if result.number else None
            error = str(result.error) if result.error else None
            whole = {"path": result.path, "outcome": result.outcome, "document": number}
            self.desk.screen.record(whole | {"error": error})

    def summarise(self, before: dict[str, int]) -> None:
        """Say what the archive has now that it had not before."""
        counts = ", ".join(f"{count} {outcome}" for outcome, count in self.outcomes.items())
        grown = {name: size - before[name] for name, size in _sizes().items()}
        new = ", ".join(f"{count} {name}" for name, count in grown.items() if count > 0)
        self.desk.screen.note(f"{self.outcomes.total()} documents: {counts or 'nothing to add'}.")
        if new:
            self.desk.screen.note(f"New in the archive: {new}.")
        self.desk.screen.note("See: habeas people, habeas events, habeas conflicts")


def _sizes() -> dict[str, int]:
    from habeas.web.ledger import access as ledger
    from habeas.web.people import access as people

    return {**people.sizes(), **ledger.sizes()}


def _certificates(options: dict[str, Any]) -> Any:
    from habeas.cluster import Certificates

    given = {name: options[f"tls_{name}"] for name in ("ca_file", "cert", "key")}
    missing = [name for name, path in given.items() if path is None]
    if missing:
        names = ", ".join(f"--tls-{name.replace('_', '-')}" for name in missing)
        raise click.UsageError(f"a cluster needs {names}; see docs/cluster.md")
    return Certificates(**given)
