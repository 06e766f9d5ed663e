"""One writes at a time; whatever stops it is said in words, and nothing is lost or half there."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import transaction
from tests.web.conftest import NOW
from tests.web.postgres import serve

from habeas.errors import ArchiveBusy, DatabaseUnreachable, ReadOnlyArchive
from habeas.web.archive.adding import Adding
from habeas.web.archive.database import disconnect
from habeas.web.archive.opening import make_archive, open_archive
from habeas.web.archive.verifying import verify
from habeas.web.sources import access as sources

embedded = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
served = pytest.mark.parametrize("ground", ["postgres"], indirect=True)


@pytest.fixture
def adding(read, few):
    """Return what adds some examples to an archive one by one."""

    def start(archive):
        run = Adding(archive=archive, read=read, name="ana", now=lambda: NOW)
        return run.add(one.document for one in few)

    return start


@contextmanager
def halfway(run):
    """Let an `add` be in the middle of its work."""
    next(run)
    with closing(run):
        yield


def is_whole(archive, few):
    """Say whether these examples are in the archive, and everything as it was written."""
    return sources.documents().count() == len(few) and not any(verify(archive))


def test_a_second_add_is_turned_away_and_nothing_is_lost(archive, adding, elsewhere, few):
    run = adding(archive)
    next(run)
    assert elsewhere(archive.folder, "add", "look") == ["ArchiveBusy", "1"]
    assert len(list(run)) == len(few) - 1
    disconnect()
    known = f"{len(few)} known"
    assert elsewhere(archive.folder, "add", "check") == [known, "sound"]


@served
def test_a_second_folder_of_one_database_waits_for_the_first(archive, adding, elsewhere, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(archive.folder, copy)
    with halfway(adding(archive)):
        assert elsewhere(copy, "add", "look") == ["ArchiveBusy", "1"]
    with open_archive(copy).writing(wait=0):
        pass


def test_what_another_adds_meanwhile_is_no_fault(archive, adding, elsewhere):
    with halfway(adding(archive)):
        pass
    checked = list(verify(archive))
    run = verify(archive)
    found = [next(run)]
    elsewhere(archive.folder, "add")
    assert [*found, *run] == checked
    assert len(list(verify(archive))) > len(checked)


def test_the_lock_is_free_after_an_error(archive):
    with pytest.raises(ZeroDivisionError), archive.writing(wait=0):
        1 / 0  # noqa: B018
    with archive.writing(wait=0):
        pass


def test_the_lock_is_free_after_an_error_in_a_transaction(archive):
    with pytest.raises(ZeroDivisionError), archive.writing(wait=0), transaction.atomic():
        1 / 0  # noqa: B018
    with archive.writing(wait=0):
        pass


@contextmanager
def held(archive):
    """Let another program hold the database."""
    if archive.database is None:
        with closing(sqlite3.connect(archive.file, autocommit=True)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
    else:
        with psycopg.connect(archive.database) as other:
            other.execute("LOCK TABLE sources_counter")
            yield


def test_a_database_that_another_program_holds_is_busy(archive, adding, few):
    archive = open_archive(archive.folder, patience=0.1)
    with held(archive), pytest.raises(ArchiveBusy):
        list(adding(archive))
    assert not sources.documents().exists()
    list(adding(archive))
    assert is_whole(archive, few)


def test_a_file_that_may_grow_no_more_costs_nothing(archive, elsewhere):
    disconnect()
    said = elsewhere(archive.folder, "limit", "add", "unlimit", "check", "add", "check")
    assert said[:4] == ["limited", "NoSpace", "unlimited", "sound"]
    assert "added" in said[4]
    assert said[5] == "sound"


MAY_MOUNT = (
    not os.geteuid()
    and shutil.which("unshare")
    and not subprocess.run(
        ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/tmp"], capture_output=True, check=False
    ).returncode
)
_ON_SMALL_DISK = (
    'mount -t tmpfs -o size=16m none "$1" && cp -a "$2" "$1/archive" && shift 2 && exec "$@"'
)


@pytest.mark.skipif(not MAY_MOUNT, reason="only root may mount a small disk")
def test_a_full_disk_costs_nothing(archive, elsewhere, tmp_path):
    disconnect()
    disk = tmp_path / "disk"
    disk.mkdir()
    within = ["unshare", "-m", "sh", "-c", _ON_SMALL_DISK, "sh", str(disk), str(archive.folder)]
    acts = ("fill", "add", "clear", "check", "add", "check")
    said = elsewhere(disk / "archive", *acts, within=within)
    assert said[:4] == ["full", "NoSpace", "roomy", "sound"]
    assert "added" in said[4]
    assert said[5] == "sound"


@pytest.fixture
def public():
    """Return a folder that everybody may look into."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="habeas-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "archive"


@embedded
def test_who_may_not_write_is_told_so_and_may_read(public, archive, adding, elsewhere, few):
    list(adding(archive))
    disconnect()
    shutil.copytree(archive.folder, public)
    _let_nobody_write(public)
    become = [] if os.geteuid() else ["drop"]
    # Opened once before, so that all code is loaded when it may read nothing of ours any more.
    said = elsewhere(public, "look", *become, "look", "add", "check")
    count = str(len(few))
    assert said == [count, *(["nobody"] * len(become)), count, "ReadOnlyArchive", "sound"]


def _let_nobody_write(folder):
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_who_may_not_read_the_config_is_told_so(public, elsewhere):
    make_archive(public)
    disconnect()
    public.chmod(0o755)
    (public / "habeas.toml").chmod(0)
    if os.geteuid():
        with pytest.raises(ReadOnlyArchive, match="may not read"):
            open_archive(public)
    else:
        assert elsewhere(public, "look", "drop", "look") == ["0", "nobody", "ReadOnlyArchive"]


@pytest.fixture
def mortal(tmp_path, server):
    """Return a server that a test may stop, and an archive on it."""
    with serve() as own:
        assert own is not None
        yield own, make_archive(tmp_path / "archive", own.url("postgres"))
        disconnect()


def test_a_server_that_stops_costs_nothing(mortal, adding, few):
    server, archive = mortal
    run = adding(archive)
    next(run)
    server.stop()
    with pytest.raises(DatabaseUnreachable):
        list(run)
    with pytest.raises(DatabaseUnreachable):
        open_archive(archive.folder)
    server.start()
    archive = open_archive(archive.folder)
    assert sources.documents().count() == 1
    list(adding(archive))
    assert is_whole(archive, few)


def test_a_server_that_ends_a_session_costs_nothing(mortal, adding, few):
    server, archive = mortal
    run = adding(archive)
    next(run)
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    )
    with pytest.raises(DatabaseUnreachable):
        list(run)
    list(adding(archive))
    assert is_whole(archive, few)
