"""Make an archive, and open one."""

from pathlib import Path

from habeas.errors import ArchiveExists, DamagedArchive
from habeas.web.archive.database import connect, in_our_words, is_current, migrate
from habeas.web.archive.folder import CONFIG, Archive, found_archive

_OURS = frozenset({"originals", "archive.sqlite3", "writing.lock", "README.txt", "habeas.new"})
_README = """This folder is an archive of Habeas.

  originals/       every document as it came, in a file named by its SHA-256; never changed
  archive.sqlite3  what was read, judged and logged (absent where PostgreSQL is used)
  habeas.toml      where the database is

Make a backup with: habeas export --bag FOLDER. Check it all with: habeas verify.
"""


def make_archive(folder: Path, database: str | None = None) -> Archive:
    """Make an archive in a new or empty folder and open it; raise ArchiveExists."""
    archive = Archive(folder, database)
    if (folder / CONFIG).exists():
        raise ArchiveExists(archive.where)
    with in_our_words(archive):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_strangers(archive)
        with archive.writing(wait=0):
            archive.originals.folder.mkdir(exist_ok=True)
            connect(archive)
            migrate()
            (folder / "README.txt").write_text(_README, encoding="utf-8")
            archive.write_config()
    return archive


def _refuse_strangers(archive: Archive) -> None:
    """Refuse a folder with other things in it; what a stopped `init` left is no stranger."""
    found = (path.name for path in archive.folder.iterdir())
    if any(name not in _OURS and not name.startswith("archive.sqlite3") for name in found):
        raise ArchiveExists(
            archive.where,
            what="the folder is not empty",
            remedy="name a new folder, or an empty one",
        )


def open_archive(folder: Path) -> Archive:
    """Open the archive in a folder; raise NoArchive and other errors with their remedies."""
    archive = found_archive(folder)
    if archive.database is None and not archive.file.exists():
        raise DamagedArchive(str(archive.file), what="is missing")
    connect(archive)
    with in_our_words(archive):
        if not is_current():
            with archive.writing():
                migrate()
    return archive
