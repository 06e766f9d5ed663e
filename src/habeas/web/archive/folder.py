"""The folder of an archive: where its database is, its originals, and the lock of who writes."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from habeas.errors import ArchiveBusy, DamagedArchive, NoArchive
from habeas.web.sources.originals import Originals

CONFIG = "habeas.toml"
FORM = 1  # of the folder; raised when a newer Habeas lays it out otherwise


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive on disk. `database` is a URL, or None for the file in the folder."""

    folder: Path
    database: str | None = None

    @property
    def originals(self) -> Originals:
        """Return the originals of the documents."""
        return Originals(self.folder / "originals")

    @property
    def file(self) -> Path:
        """Return the file of the embedded database."""
        return self.folder / "archive.sqlite3"

    @property
    def where(self) -> str:
        """Return what the archive is called in a message."""
        return str(self.folder)

    @contextmanager
    def writing(self, wait: float = 10.0) -> Iterator[None]:
        """Be the only one who writes; raise ArchiveBusy after `wait` seconds."""
        lock = FileLock(self.folder / "writing.lock", timeout=wait)
        try:
            with lock:
                yield
        except Timeout as error:
            raise ArchiveBusy(self.where) from error

    def write_config(self) -> None:
        """Write the file that makes the folder an archive; the last thing that `init` does."""
        lines = [f"form = {FORM}"]
        if self.database:
            lines.append(f"database = {_quoted(self.database)}")
        target = self.folder / CONFIG
        beside = target.with_suffix(".new")
        beside.touch(mode=0o600)
        beside.write_text("\n".join([*lines, ""]), encoding="utf-8")
        beside.replace(target)


def found_archive(folder: Path) -> Archive:
    """Return the archive in a folder; raise NoArchive or DamagedArchive."""
    try:
        config = tomllib.loads((folder / CONFIG).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoArchive(str(folder)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _damaged(folder) from error
    if config.get("form") != FORM or not isinstance(config.get("database", ""), str):
        raise _damaged(folder)
    return Archive(folder, config.get("database"))


def _damaged(folder: Path) -> DamagedArchive:
    return DamagedArchive(
        str(folder / CONFIG),
        what=f"is not what this Habeas writes (form = {FORM})",
        remedy="restore the file from a backup, or use the Habeas that made the archive",
    )


def _quoted(text: str) -> str:
    """Return a TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
