"""A folder that is made outside an archive: it appears whole or not at all, for its owner alone."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from habeas.errors import ExportRefused


def refuse_existing(target: Path) -> None:
    """Raise ExportRefused where there is something already, or no folder to put it in."""
    if target.exists() or target.is_symlink():
        raise ExportRefused(str(target))
    if not target.absolute().parent.is_dir():
        what = "cannot be made: there is no folder to put it in"
        raise ExportRefused(str(target), what=what, remedy="make that folder, or name another")


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Make a folder beside `target` to be filled, then put it in place; raise ExportRefused.

    What a killed command left there is taken away by the next.
    """
    refuse_existing(target)
    target = target.absolute()
    beside = target.with_name(f".{target.name}.unfinished")
    try:
        if beside.exists():
            shutil.rmtree(beside)
        beside.mkdir(mode=0o700)
        yield beside
        os.sync()
        beside.rename(target)
    except OSError as error:
        if not _is_there(error, beside):
            raise
        what = f"cannot be written: {error.strerror}"
        remedy = "make room, or name a place where this user may write; nothing is left of it"
        raise ExportRefused(str(target), what=what, remedy=remedy) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _is_there(error: OSError, beside: Path) -> bool:
    """Say whether it is about the new folder: a failed write names no file."""
    name = error.filename
    return not isinstance(name, str) or Path(name).is_relative_to(beside)
