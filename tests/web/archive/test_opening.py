"""An archive is made once, opens when it is sound, and says in words why it does not."""

import gc
import os
import traceback
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from habeas.errors import (
    ArchiveExists,
    DamagedArchive,
    DatabaseUnreachable,
    NoArchive,
    ReadOnlyArchive,
)
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.database import Tables, connect, disconnect, tables
from habeas.web.archive.folder import Archive, found_archive
from habeas.web.archive.opening import make_archive, open_archive
from habeas.web.archive.verifying import verify
from habeas.web.sources import access as sources


@pytest.fixture(autouse=True)
def _closed():
    yield
    disconnect()


@pytest.fixture
def place(ground, tmp_path):
    """Return a new folder and the address of a new database, which may be that in the folder."""
    found = Archive(tmp_path / "archive", ground.database("template1"))
    yield found
    ground.drop(found)


def test_a_new_archive_opens_empty_and_only_for_its_owner(place):
    make_archive(place.folder, place.database)
    assert open_archive(place.folder) == place
    assert not sources.documents().exists()
    assert not any(verify(place))
    assert place.folder.stat().st_mode & 0o077 == 0
    assert (place.folder / "habeas.toml").stat().st_mode & 0o077 == 0


def test_an_archive_is_made_once(archive):
    with pytest.raises(ArchiveExists):
        make_archive(archive.folder, archive.database)
    assert open_archive(archive.folder) == archive


def test_nothing_is_made_among_other_things(place):
    place.folder.mkdir()
    (place.folder / "letter.txt").write_text("Dear friends")
    with pytest.raises(ArchiveExists, match="not empty"):
        make_archive(place.folder, place.database)
    assert [path.name for path in place.folder.iterdir()] == ["letter.txt"]


def test_nothing_is_made_in_place_of_a_file(place):
    place.folder.write_text("Dear friends")
    with pytest.raises(ArchiveExists, match="is a file"):
        make_archive(place.folder, place.database)


def test_a_database_belongs_to_one_folder(filled, tmp_path):
    other = tmp_path / "other"
    if filled.database is None:
        disconnect()
        other.mkdir()
        (other / filled.file.name).write_bytes(filled.file.read_bytes())
    with pytest.raises(ArchiveExists, match="in another folder"):
        make_archive(other, filled.database)


def test_a_stopped_init_is_taken_up_again(place):
    place.folder.mkdir()
    connect(place)
    with place.writing():
        call_command("migrate", "people", verbosity=0, interactive=False)
    (place.folder / "originals").mkdir()
    (place.folder / "habeas.new").write_text("form")
    with pytest.raises(NoArchive):
        open_archive(place.folder)
    make_archive(place.folder, place.database)
    assert not any(verify(open_archive(place.folder)))


def test_an_archive_whose_config_was_lost_is_taken_up_again(filled, readings):
    (filled.folder / "habeas.toml").unlink()
    make_archive(filled.folder, filled.database)
    assert sources.documents().count() == len(readings)


NOT_HERE = {
    "no folder": lambda folder: None,
    "empty folder": lambda folder: folder.mkdir(),
    "a file": lambda folder: folder.write_text("Dear friends"),
}


@pytest.mark.parametrize("make", NOT_HERE.values(), ids=NOT_HERE)
def test_says_that_there_is_no_archive(tmp_path, make):
    make(tmp_path / "archive")
    with pytest.raises(NoArchive, match="habeas init"):
        open_archive(tmp_path / "archive")


CONFIGS = {
    "empty": b"",
    "no TOML": b"form = ",
    "no text": b"\xff\xfe\x00",
    "another form": b"form = 2",
    "form of another type": b'form = "1"',
    "database of another type": b"form = 1\ndatabase = 5",
    "cut off": b'form = 1\ndatabase = "postgres://ana:secret',
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_says_that_the_config_is_damaged(archive, config):
    (archive.folder / "habeas.toml").write_bytes(config)
    with pytest.raises(DamagedArchive, match=r"habeas\.toml") as caught:
        open_archive(archive.folder)
    assert "secret" not in "".join(traceback.format_exception(caught.value))


def test_a_folder_is_no_config(archive):
    (archive.folder / "habeas.toml").unlink()
    (archive.folder / "habeas.toml").mkdir()
    with pytest.raises(DamagedArchive, match="Is a directory"):
        open_archive(archive.folder)


@pytest.mark.parametrize("url", ['postgres://a"b\\c@h/d', "postgres://ä:%0A@h/d\n\x7f"])
def test_any_address_comes_back_from_the_config(tmp_path, url):
    Archive(tmp_path, url).write_config()
    assert found_archive(tmp_path).database == url


_PAGE = 4096  # bytes


DAMAGES = {
    "empty": lambda data: b"",
    "garbage": lambda data: os.urandom(len(data)),
    "text": lambda data: b"Dear friends, " * 1000,
    "head only": lambda data: data[:100],
    "first page only": lambda data: data[:_PAGE],
    "half": lambda data: data[: len(data) // 2],
    "one page lost": lambda data: data[:-_PAGE],
    "pages of zeros": lambda data: data[: 5 * _PAGE] + bytes(9 * _PAGE) + data[14 * _PAGE :],
}


embedded = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
served = pytest.mark.parametrize("ground", ["postgres"], indirect=True)


@embedded
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
# Django never closes a connection whose first command fails; it goes when it is collected.
@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")
def test_a_damaged_database_is_noticed(filled, damage):
    disconnect()
    filled.file.write_bytes(damage(filled.file.read_bytes()))
    assert _faults(filled)
    gc.collect()


def _faults(archive: Archive) -> list[str]:
    try:
        with in_our_words(archive):
            return [fault.what for fault in verify(open_archive(archive.folder)) if fault]
    except DamagedArchive as error:
        return [error.what]


@embedded
def test_a_missing_database_is_not_made_anew(archive):
    disconnect()
    archive.file.unlink()
    with pytest.raises(DamagedArchive, match=r"archive\.sqlite3: is missing"):
        open_archive(archive.folder)
    assert not archive.file.exists()


def test_an_emptied_database_is_not_filled_anew(archive):
    with connection.schema_editor() as editor:
        # The index's own tables go with it, so that it has to go before them: by its name.
        for name in sorted(connection.introspection.table_names()):
            cascade = " CASCADE" if archive.database else ""
            editor.execute(f'DROP TABLE IF EXISTS "{name}"{cascade}')
    with pytest.raises(DamagedArchive, match="the database is empty"):
        open_archive(archive.folder)


def test_tables_of_a_newer_habeas_are_left_alone(archive):
    MigrationRecorder(connection).record_applied("people", "9999_later")
    with pytest.raises(DamagedArchive, match="newer Habeas"):
        open_archive(archive.folder)


def test_tables_of_an_older_habeas_are_brought_up_to_date(archive):
    call_command("migrate", "search", "zero", verbosity=0, interactive=False)
    assert tables() is Tables.OLDER
    open_archive(archive.folder)
    assert tables() is Tables.CURRENT


SECRET = "s3cret"
ADDRESSES = {
    "no address": SECRET,
    "another database": f"mysql://habeas:{SECRET}@localhost/habeas",
    "no name": f"postgres://habeas:{SECRET}@localhost",
    "no port": f"postgres://habeas:{SECRET}@localhost:port/habeas",
    "unquoted": f"postgres://habeas:[{SECRET}@localhost/habeas",
    "no such host": f"postgres://habeas:{SECRET}@nowhere.invalid/habeas",
    "nobody listens": f"postgres://habeas:{SECRET}@127.0.0.1:1/habeas",
    "no such socket": f"postgres://habeas:{SECRET}@%2Fnowhere/habeas",
    "no such option": f"postgres://habeas:{SECRET}@%2Fnowhere/habeas?colour={SECRET}",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_that_leads_nowhere_is_not_repeated(tmp_path, address):
    with pytest.raises(DatabaseUnreachable) as caught:
        make_archive(tmp_path / "archive", address)
    assert SECRET not in f"{caught.value} {caught.value.what} {caught.value.remedy}"
    assert not (tmp_path / "archive" / "habeas.toml").exists()


@pytest.mark.parametrize("wrong", ["password", "user", "name"])
def test_a_server_that_refuses_is_not_told_on(server, tmp_path, wrong):
    server.run("DROP ROLE IF EXISTS guarded")
    server.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    address = {
        "password": server.url("postgres", "guarded", SECRET),
        "user": server.url("postgres", "nobody", SECRET),
        "name": server.url("nothing", "habeas", SECRET),
    }
    with pytest.raises(DatabaseUnreachable) as caught:
        make_archive(tmp_path / "archive", address[wrong])
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_user_who_may_make_no_tables_is_told_so(server, tmp_path):
    server.run("DROP ROLE IF EXISTS guarded")
    server.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    with pytest.raises(ReadOnlyArchive):
        make_archive(tmp_path / "archive", server.url("postgres", "guarded", "right"))


def test_the_password_is_in_no_description():
    assert SECRET not in repr(Archive(Path("archive"), f"postgres://habeas:{SECRET}@h/habeas"))


def test_the_folder_is_its_owners_alone(ground, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir(mode=0o755)
    archive = make_archive(folder, ground.database("template1"))
    assert folder.stat().st_mode & 0o777 == 0o700
    ground.drop(archive)
