"""Make an archive, and open one."""

from pathlib import Path

from habeas.errors import ArchiveExists, DamagedArchive
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.database import PATIENCE, Tables, connect, migrate, tables
from habeas.web.archive.folder import CONFIG, Archive, found_archive

_OURS = frozenset({"originals", "archive.sqlite3", "writing.lock", "README.txt", "habeas.new"})
_README = """This folder is an archive of Habeas.

  originals/       every document as it came, in a file named by its SHA-256; never changed
  archive.sqlite3  what was read, judged and logged (absent where PostgreSQL is used)
  habeas.toml      where the database is

Make a backup with: habeas export bag FOLDER. Check it all with: habeas verify.
"""


def make_archive(folder: Path, database: str | None = None) -> Archive:
    """Make an archive in a new or empty folder and open it; raise ArchiveExists.

    What a stopped run left is taken up again.
    """
    archive = Archive(folder, database)
    if (folder / CONFIG).exists():
        raise ArchiveExists(archive.where)
    with in_our_words(archive):
        _make_folder(archive)
        connect(archive)
        with archive.writing(wait=0):
            archive.originals.folder.mkdir(exist_ok=True)
            migrate()
            _refuse_another(archive)
            (folder / "README.txt").write_text(_README, encoding="utf-8")
            archive.write_config()
    return archive


def _make_folder(archive: Archive) -> None:
    if archive.folder.exists() and not archive.folder.is_dir():
        what = "is a file"
        raise ArchiveExists(archive.where, what=what, remedy="name a new folder, or an empty one")
    archive.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _refuse_strangers(archive)
    archive.folder.chmod(0o700)  # an empty folder may have been there, open to all


def _refuse_strangers(archive: Archive) -> None:
    """Refuse a folder with other things in it; what a stopped `init` left is no stranger."""
    found = (path.name for path in archive.folder.iterdir())
    if any(name not in _OURS and not name.startswith("archive.sqlite3") for name in found):
        raise ArchiveExists(
            archive.where,
            what="the folder is not empty",
            remedy="name a new folder, or an empty one",
        )


def _refuse_another(archive: Archive) -> None:
    """Refuse a database that an archive in another folder fills: its originals are there."""
    from habeas.web.sources import access as sources  # rows are known once Django is

    if sources.documents().exists() and not any(archive.originals.all()):
        raise ArchiveExists(
            archive.where,
            what="the database is that of an archive in another folder",
            remedy="name a new database, or use that folder",
        )


def open_archive(folder: Path, *, patience: float = PATIENCE) -> Archive:
    """Open the archive in a folder; raise NoArchive and other errors with their remedies.

    `patience` is how many seconds its transactions wait for those of other programs.
    """
    archive = found_archive(folder)
    with in_our_words(archive):
        if archive.database is None and not archive.file.exists():
            raise DamagedArchive(str(archive.file), what="is missing")
        connect(archive, patience)
        _check_tables(archive)
    return archive


def _check_tables(archive: Archive) -> None:
    found = tables()
    if found is Tables.MISSING:
        raise DamagedArchive(archive.where, what="the database is empty")
    if found is Tables.NEWER:
        what = "a newer Habeas made its tables"
        raise DamagedArchive(archive.where, what=what, remedy="use that Habeas, or a newer one")
    if found is Tables.OLDER:
        with archive.writing():
            migrate()
