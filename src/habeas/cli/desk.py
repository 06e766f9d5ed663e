"""What a command on an archive has before it: the open archive, the screen, and who sits there.

The clock and the name of the user come from here and from nowhere else.
"""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.screen import Screen, while_read
from habeas.errors import ArchiveBusy, ReadOnlyArchive

if TYPE_CHECKING:
    from habeas.web.archive.folder import Archive
    from habeas.web.sources.log import Hand

FOLDER = "archive"


@dataclass(frozen=True, slots=True)
class Desk:
    """An open archive and where to print what is found in it."""

    archive: "Archive"
    screen: Screen


archive_option = click.option(
    "-a",
    "--archive",
    "folder",
    envvar="HABEAS_ARCHIVE",
    default=FOLDER,
    show_default=True,
    show_envvar=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The archive.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a line instead of a table."
)
name_option = click.option(
    "--as",
    "name",
    envvar="HABEAS_USER",
    show_envvar=True,
    metavar="NAME",
    help="Who you are, for the log; else your login name.",
)


def on_archive(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options --archive and --json, and a desk as its first argument."""

    @archive_option
    @json_option
    @wraps(command)
    def run(folder: Path, as_json: bool, **options: Any) -> None:
        with opened(folder, Screen(as_json=as_json)) as desk:
            command(desk, **options)

    return run


@contextmanager
def opened(folder: Path, screen: Screen) -> Iterator[Desk]:
    """Open the archive; events that a killed command left unweighed are weighed first."""
    from habeas.web.archive.complaint import in_our_words
    from habeas.web.archive.opening import open_archive

    archive = open_archive(folder)
    with in_our_words(archive), while_read():
        desk = Desk(archive, screen)
        _catch_up(desk)
        yield desk


def _catch_up(desk: Desk) -> None:
    from habeas.web.ledger.weighing import stale

    if not stale():
        return
    try:
        weigh(desk, wait=0)
    except (ArchiveBusy, ReadOnlyArchive):
        desk.screen.note("Some events are not weighed yet: another command is adding to them.")


def weigh(desk: Desk, *, wait: float = 10, quiet: bool = False) -> None:
    """Weigh the events that got or lost a claim, with a bar, as the only one who writes."""
    from habeas.web.ledger.weighing import stale, weigh_stale

    with desk.archive.writing(wait=wait):
        total = stale()
        with desk.screen.bar("Weighing", total, quiet=quiet) as tell:
            for done in weigh_stale():
                tell(done, "")


def hand(name: str | None) -> "Hand":
    """Return who acts, now."""
    from habeas.web.sources.log import Hand

    return Hand(user(name), now())


def user(name: str | None) -> str:
    """Return the name that was given, or that of the login."""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError) as error:
        message = "nobody is logged in here; say who you are with --as NAME"
        raise click.ClickException(message) from error


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)
