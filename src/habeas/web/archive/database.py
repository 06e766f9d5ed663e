"""Open the database of an archive with Django, and say in our words what it complains of.

One archive is open in a process at a time.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dj_database_url
import django
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.db.utils import DatabaseError, OperationalError

from habeas.errors import (
    ArchiveBusy,
    ArchiveError,
    DamagedArchive,
    DatabaseUnreachable,
    NoSpace,
    ReadOnlyArchive,
)
from habeas.web.archive.folder import Archive

_PATIENCE = 20  # seconds to wait for somebody else's transaction
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": _PATIENCE,
    # FULL: what was said to be added is on the disk, even if the power goes.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
}


def prepare() -> None:
    """Let Django know the rooms, whose rows can be named from then on. No archive is open yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.web.settings")
    if not apps.ready:
        django.setup()


def connect(archive: Archive) -> None:
    """Let Django's default database be that of the archive."""
    address = _address(archive)
    prepare()
    disconnect()
    settings.DATABASES = {"default": address}
    connections.settings = connections.configure_settings(settings.DATABASES)
    if hasattr(connections._connections, "default"):
        del connections["default"]


def disconnect() -> None:
    """Close the database that is open, if one is."""
    connections.close_all()


def _address(archive: Archive) -> dict[str, Any]:
    if archive.database is None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(archive.file),
            "OPTIONS": _SQLITE,
        }
    try:
        address = dict(dj_database_url.parse(archive.database))
    except ValueError as error:  # its message may hold the password
        raise _no_address(archive) from error
    if address["ENGINE"] != "django.db.backends.postgresql":
        raise _no_address(archive)
    return address


def _no_address(archive: Archive) -> DatabaseUnreachable:
    return DatabaseUnreachable(
        archive.where,
        what="the address of the database is none that Habeas knows",
        remedy="write it as postgres://USER:PASSWORD@HOST:PORT/NAME, or leave it out for SQLite",
    )


def migrate() -> None:
    """Make the tables, or bring those of an older Habeas up to date."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def is_current() -> bool:
    """Say whether the tables are those of this Habeas."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


@contextmanager
def in_our_words(archive: Archive) -> Iterator[None]:
    """Turn what the disk and the database complain of into an error with a remedy."""
    try:
        yield
    except OSError as error:
        raise _of_disk(archive, error) from error
    except DatabaseError as error:
        raise _of_database(archive, error) from error


def _of_disk(archive: Archive, error: OSError) -> ArchiveError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return NoSpace(archive.where)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyArchive(archive.where)
    return DamagedArchive(archive.where, what=f"the disk says: {error.strerror}")


# What SQLite says, and what it means.
_SAID = {
    "database is locked": ArchiveBusy,
    "disk is full": NoSpace,
    "disk I/O error": NoSpace,
    "readonly database": ReadOnlyArchive,
    "unable to open": ReadOnlyArchive,
    "malformed": DamagedArchive,
    "not a database": DamagedArchive,
    "read-only transaction": ReadOnlyArchive,
    "permission denied": ReadOnlyArchive,
    "No space left": NoSpace,
    "lock timeout": ArchiveBusy,
}


def _of_database(archive: Archive, error: DatabaseError) -> ArchiveError:
    text = str(error)
    for said, kind in _SAID.items():
        if said in text:
            return kind(archive.where)
    if isinstance(error, OperationalError) and archive.database:
        return DatabaseUnreachable(archive.where)
    return DamagedArchive(archive.where, what=f"the database failed ({type(error).__name__})")
