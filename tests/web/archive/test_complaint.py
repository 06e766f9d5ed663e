"""What the disk and the database complain of is said in our words, and only what is theirs."""

import errno
import sqlite3
from pathlib import Path

import pytest
from django.db import DataError, InterfaceError, OperationalError, connection

from habeas.errors import (
    ArchiveBusy,
    DamagedArchive,
    DatabaseUnreachable,
    NoSpace,
    ReadOnlyArchive,
)
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.database import disconnect
from habeas.web.archive.folder import Archive

HERE = Archive(Path("/archive"))
SERVED = Archive(Path("/archive"), "postgres://habeas@nowhere/habeas")

DISK = {
    OSError(errno.ENOSPC, "No space left on device"): NoSpace,
    OSError(errno.EDQUOT, "Disk quota exceeded"): NoSpace,
    PermissionError(errno.EACCES, "Permission denied", "/archive/originals/ab"): ReadOnlyArchive,
    OSError(errno.EROFS, "Read-only file system", "/archive/writing.lock"): ReadOnlyArchive,
    OSError(errno.EIO, "Input/output error", "/archive/originals/ab"): DamagedArchive,
}


@pytest.mark.parametrize(("error", "kind"), DISK.items(), ids=repr)
def test_says_what_the_disk_complains_of(error, kind):
    with pytest.raises(kind, match="/archive"), in_our_words(HERE):
        raise error


NOT_OURS = [
    BrokenPipeError(errno.EPIPE, "Broken pipe"),
    ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"),
    PermissionError(errno.EACCES, "Permission denied", "/letters/1.txt"),
    FileNotFoundError(errno.ENOENT, "No such file", "/archive2/habeas.toml"),
]


@pytest.mark.parametrize("error", NOT_OURS, ids=repr)
def test_leaves_alone_what_is_not_about_the_archive(error):
    with pytest.raises(type(error)) as caught, in_our_words(HERE):
        raise error
    assert caught.value is error


def _said(kind, code):
    """Return an error as Django raises it, with the cause that the driver gave."""
    cause = sqlite3.OperationalError("Anna Roe was here")
    cause.sqlite_errorname = code
    error = kind("Anna Roe was here")
    error.__cause__ = cause
    return error


SAID = {
    "SQLITE_BUSY": ArchiveBusy,
    "SQLITE_BUSY_SNAPSHOT": ArchiveBusy,
    "SQLITE_FULL": NoSpace,
    "SQLITE_IOERR_WRITE": NoSpace,
    "SQLITE_READONLY_DBMOVED": ReadOnlyArchive,
    "SQLITE_CORRUPT_VTAB": DamagedArchive,
    "SQLITE_IOERR_READ": DamagedArchive,
}


@pytest.mark.parametrize(("code", "kind"), SAID.items())
def test_knows_what_the_database_means_by_its_code_and_does_not_quote_it(code, kind):
    with pytest.raises(kind) as caught, in_our_words(HERE):
        raise _said(OperationalError, code)
    assert "Anna" not in str(caught.value)


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError, DataError])
def test_a_server_without_a_connection_does_not_answer(kind):
    disconnect()
    assert connection.connection is None
    with pytest.raises(DatabaseUnreachable), in_our_words(SERVED):
        raise kind("Anna Roe was here")
