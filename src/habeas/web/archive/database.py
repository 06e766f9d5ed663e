"""Open the database of an archive with Django. One archive is open in a process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from typing import Any

import dj_database_url
import django
from django.apps import apps
from django.conf import settings
from django.db import Error, connection, connections, transaction

from habeas.errors import DatabaseUnreachable
from habeas.web.archive.folder import Archive

PATIENCE = 20.0  # seconds to wait for somebody else's transaction
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    # FULL: what was said to be added is on the disk, even if the power goes.
    # secure_delete: what is removed is overwritten, not only forgotten.
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
        "PRAGMA secure_delete=ON; "
    ),
}
_CONNECT = "10"  # seconds until a server that says nothing counts as unreachable


def prepare() -> None:
    """Let Django know the rooms, whose rows can be named from then on. No archive is open yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.web.settings")
    if not apps.ready:
        django.setup()


def connect(archive: Archive, patience: float = PATIENCE) -> None:
    """Let Django's default database be that of the archive; reach it at the first question.

    `patience` is how many seconds to wait for somebody else's transaction.
    """
    address = _address(archive, patience)
    prepare()
    disconnect()
    settings.DATABASES = {"default": address}
    connections.settings = connections.configure_settings(settings.DATABASES)
    with suppress(AttributeError):  # none was open
        del connections["default"]
    _forget()


def _forget() -> None:
    """Forget what is at hand of another archive, which may have read the same bytes otherwise."""
    from habeas.web.ledger import telling  # rows can be named once Django is prepared
    from habeas.web.people import regrouping
    from habeas.web.sources import access

    for room in (access, telling, regrouping):
        room.forget()


def disconnect() -> None:
    """Close the database that is open, if one is."""
    connections.close_all()


def _address(archive: Archive, patience: float) -> dict[str, Any]:
    if archive.database is None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(archive.file),
            "OPTIONS": {**_SQLITE, "timeout": patience},
        }
    try:
        address: dict[str, Any] = dict(dj_database_url.parse(archive.database))
    except ValueError:
        raise _no_address(archive) from None  # its message may hold the password
    if address["ENGINE"] != "django.db.backends.postgresql" or not address["NAME"]:
        raise _no_address(archive)
    address["OPTIONS"] = _server_options(address.get("OPTIONS", {}), patience)
    return address


def _server_options(given: dict[str, Any], patience: float) -> dict[str, Any]:
    wait = f"{given.get('options', '')} -c lock_timeout={int(patience * 1000)}"
    return {"connect_timeout": _CONNECT, **given, "options": wait.strip()}


def _no_address(archive: Archive) -> DatabaseUnreachable:
    return DatabaseUnreachable(
        archive.where,
        what="the address of the database is none that Habeas knows",
        remedy="write it as postgres://USER:PASSWORD@HOST:PORT/NAME, or leave it out for SQLite",
    )


def migrate() -> None:
    """Make the tables, or bring those of an older Habeas up to date: all at once or not at all."""
    from django.core.management import call_command

    # Django notes what it made in another transaction, and SQLite cannot turn its keys off in one.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.enable_constraint_checking()


class Tables(Enum):
    """What the tables of a database are to this Habeas."""

    MISSING = auto()
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()


def tables() -> Tables:
    """Say whose tables the database has; raise what Django raises where it does not answer."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    made, known = executor.loader.applied_migrations, executor.loader.disk_migrations
    if not made:
        return Tables.MISSING
    if made.keys() - known.keys():
        return Tables.NEWER
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Tables.OLDER if plan else Tables.CURRENT


def flaws() -> Iterator[str]:
    """Yield what the database itself finds damaged in its file; a server sees to its own."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            yield from (what for (what,) in cursor.fetchall() if what != "ok")


@contextmanager
def snapshot() -> Iterator[None]:
    """Let all that is read meanwhile be of one moment, whatever others write; write nothing."""
    if connection.in_atomic_block:  # it is so already
        yield
        return
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin if connection.vendor == "postgresql" else "BEGIN")
        try:
            yield
        finally:
            with suppress(Error):  # the server may be gone
                cursor.execute("ROLLBACK")
