"""Say in our words what the disk and the database complain of.

Their own words are never passed on: they may quote a person, or the password of the database.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import Error, InterfaceError, OperationalError, connection

from habeas.errors import (
    ArchiveBusy,
    ArchiveError,
    DamagedArchive,
    DatabaseUnreachable,
    NoSpace,
    ReadOnlyArchive,
)

if TYPE_CHECKING:
    from habeas.web.archive.folder import Archive

_DISK: dict[int | None, type[ArchiveError]] = {
    errno.ENOSPC: NoSpace,
    errno.EDQUOT: NoSpace,
    errno.EFBIG: NoSpace,
    errno.EACCES: ReadOnlyArchive,
    errno.EPERM: ReadOnlyArchive,
    errno.EROFS: ReadOnlyArchive,
}
# The beginnings of SQLite's result codes (sqlite.org/rescode.html) and the SQLSTATE of
# PostgreSQL (postgresql.org/docs/15/errcodes-appendix.html).
_CODES: dict[str, type[ArchiveError]] = {
    "SQLITE_BUSY": ArchiveBusy,
    "SQLITE_FULL": NoSpace,
    "SQLITE_IOERR_WRITE": NoSpace,
    "SQLITE_IOERR_SHMSIZE": NoSpace,
    "SQLITE_READONLY": ReadOnlyArchive,
    "SQLITE_CANTOPEN": ReadOnlyArchive,
    "SQLITE_PERM": ReadOnlyArchive,
    "55P03": ArchiveBusy,  # lock_not_available
    "40P01": ArchiveBusy,  # deadlock_detected
    "53100": NoSpace,  # disk_full
    "25006": ReadOnlyArchive,  # read_only_sql_transaction
    "42501": ReadOnlyArchive,  # insufficient_privilege
}


@contextmanager
def in_our_words(archive: "Archive") -> Iterator[None]:
    """Turn what the disk and the database complain of into an error with a remedy."""
    try:
        yield
    except OSError as error:
        if not _is_ours(archive, error):
            raise
        raise _of_disk(archive, error) from error
    except Error as error:
        raise _of_database(archive, error) from error


def _is_ours(archive: "Archive", error: OSError) -> bool:
    """Say whether it is about the archive: not a pipe, the network, or another file."""
    if isinstance(error, ConnectionError | TimeoutError):
        return False
    name = error.filename
    return not isinstance(name, str) or Path(name).is_relative_to(archive.folder)


def _of_disk(archive: "Archive", error: OSError) -> ArchiveError:
    if kind := _DISK.get(error.errno):
        return kind(archive.where)
    return DamagedArchive(archive.where, what=f"the disk says: {error.strerror}")


def _of_database(archive: "Archive", error: Error) -> ArchiveError:
    code = _code(error)
    for start, kind in _CODES.items():
        if code.startswith(start):
            return kind(archive.where)
    lost = isinstance(error, OperationalError | InterfaceError) or connection.connection is None
    if archive.database and lost:
        return DatabaseUnreachable(archive.where)
    what = f"the database is damaged or failed ({code or type(error).__name__})"
    return DamagedArchive(archive.where, what=what)


def _code(error: BaseException | None) -> str:
    """Return the code of the first cause that has one."""
    while error is not None:
        code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
        if isinstance(code, str):
            return code
        error = error.__cause__ or error.__context__
    return ""
