"""The folder of an archive: where its database is, its originals, and the lock of who writes."""

import json
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.db import Error, connection
from filelock import FileLock, Timeout

from habeas.errors import ArchiveBusy, DamagedArchive, NoArchive, ReadOnlyArchive
from habeas.web.archive.complaint import in_our_words
from habeas.web.sources.originals import Originals

CONFIG = "habeas.toml"
FORM = 1  # of the folder; raised when a newer Habeas lays it out otherwise
_LOCK = int.from_bytes(b"habeas")  # the name of our lock on a server
_DYING = 1.0  # seconds for which the session of a killed command may live on


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive on disk. `database` is a URL, or None for the file in the folder."""

    folder: Path
    database: str | None = field(default=None, repr=False)  # it may hold a password

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
        """Be the only one who writes; raise ArchiveBusy after `wait` seconds.

        The archive must be open: a copy of its folder may share the database on a server.
        """
        with self._alone_in_folder(wait), self._alone_on_server(wait):
            yield

    @contextmanager
    def _alone_in_folder(self, wait: float) -> Iterator[None]:
        lock = FileLock(self.folder / "writing.lock", timeout=wait)
        with in_our_words(self):
            try:
                lock.acquire()
            except Timeout as error:
                raise ArchiveBusy(self.where) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _alone_on_server(self, wait: float) -> Iterator[None]:
        """Hold a lock of the session, which the server frees when we die."""
        if self.database is None:
            yield
            return
        connection.close_if_unusable_or_obsolete()  # the server may have been started anew
        with in_our_words(self), connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = %s", [int(1000 * max(wait, _DYING))])
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            cursor.execute("RESET lock_timeout")
        try:
            yield
        finally:
            with suppress(Error), connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])

    def write_config(self) -> None:
        """Write the file that makes the folder an archive; the last thing that `init` does."""
        lines = [f"form = {FORM}"]
        if self.database:
            # A JSON string is a TOML string too.
            lines.append(f"database = {json.dumps(self.database)}")
        target = self.folder / CONFIG
        beside = target.with_suffix(".new")
        beside.touch(mode=0o600)
        with beside.open("w", encoding="utf-8") as file:
            file.write("\n".join([*lines, ""]))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)


def found_archive(folder: Path) -> Archive:
    """Return the archive in a folder; raise NoArchive, DamagedArchive or ReadOnlyArchive."""
    with in_our_words(Archive(folder)):
        try:
            config = tomllib.loads((folder / CONFIG).read_text("utf-8"))
        except PermissionError as error:
            what = "this user may not read the archive"
            raise ReadOnlyArchive(str(folder), what=what) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NoArchive(str(folder)) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            raise _damaged(folder) from None  # its message may hold the password
    if config.get("form") != FORM or not isinstance(config.get("database", ""), str):
        raise _damaged(folder)
    return Archive(folder, config.get("database"))


def _damaged(folder: Path) -> DamagedArchive:
    return DamagedArchive(
        str(folder / CONFIG),
        what=f"is not what this Habeas writes (form = {FORM})",
        remedy="restore the file from a backup, or use the Habeas that made the archive",
    )
