"""Read the bytes of files, folders and standard input.

Follows no link inside a folder and opens nothing but regular files: a pipe or a device could
block for ever, and a link lead anywhere.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from habeas.errors import EmptyFile, HostileFile, IntakeError, OversizedFile, UnreadableFile
from habeas.intake.limits import File, Limits
from habeas.intake.naming import is_litter, known_as, printable

_PIPE = "give a file, or pipe it to standard input and name it -"
_CHECK = "check that the path is right and that you may read it"


def files(path: str | Path, limits: Limits) -> Iterator[File | IntakeError]:
    """Yield the file at `path`, or those in the folder and its folders, in order of name."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield _unopened(path, error)
        return
    if not stat.S_ISDIR(mode):
        yield read(path, limits)
        return
    if _entries(os.fspath(path)) is None:
        yield _unopened(path, PermissionError())
        return
    found = _inside(path, limits)
    first = next(found, EmptyFile(where(path), what="has no files in it", remedy="check the path"))
    yield first
    yield from found


def count(paths: Iterable[str | Path]) -> int:
    """Return how many files `paths` stand for, opening none."""
    return sum(_count(path) for path in paths)


def _count(path: str | Path) -> int:
    if path == "-" or not os.path.isdir(path):
        return 1
    return max(sum(not os.path.isdir(found) for found in _below(path)), 1)


def read(path: str | Path, limits: Limits) -> File | IntakeError:
    """Return a regular file, read up to the limit."""
    try:
        # O_NONBLOCK: a pipe that took the file's place meanwhile must not hold us up.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                return UnreadableFile(where(path), what="is not a regular file", remedy=_PIPE)
            return _bounded(opened, known_as(path), limits)
    except (OSError, ValueError) as error:
        return _unopened(path, error)


def read_input(stream: BinaryIO | None, limits: Limits) -> File | IntakeError:
    """Return standard input as a file called ``-``."""
    try:
        return _bounded(stream or sys.stdin.buffer, "-", limits)
    except OSError as error:
        return _unopened("-", error)


def where(path: str | Path) -> str:
    """Return a path as an error may print it."""
    return printable(known_as(path))


def _bounded(stream: BinaryIO, path: str, limits: Limits) -> File | IntakeError:
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return OversizedFile(printable(path))
    return File(path, data, limits)


def _inside(folder: str | Path, limits: Limits) -> Iterator[File | IntakeError]:
    """Yield the files in a folder and its folders."""
    for path in _below(folder):
        if os.path.islink(path):
            what = "is a link, which Habeas does not follow inside a folder"
            yield HostileFile(where(path), what=what, remedy="give the file itself")
        elif os.path.isdir(path):
            yield _unopened(path, PermissionError())
        else:
            yield read(path, limits)


def _below(folder: str | Path) -> Iterator[str]:
    """Yield the paths of all but folders, and of the folders that cannot be listed.

    Keeps a stack of its own, since folders may be nested deeper than Python calls.
    """
    waiting = _entries(os.fspath(folder)) or []
    while waiting:
        path = waiting.pop()
        inner = _entries(path) if os.path.isdir(path) and not os.path.islink(path) else None
        if inner is None:
            yield path
        else:
            waiting += inner


def _entries(folder: str) -> list[str] | None:
    """Return the paths in a folder, last first; None if it cannot be listed."""
    try:
        names = [name for name in os.listdir(folder) if not is_litter(name)]
    except OSError:
        return None
    return [os.path.join(folder, name) for name in sorted(names, reverse=True)]


def _unopened(path: str | Path, error: OSError | ValueError) -> IntakeError:
    """Return why a file cannot be opened, in our own words: the system's may quote a path raw."""
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "does not exist",
        PermissionError: "may not be read by you",
        IsADirectoryError: "is a folder",
    }
    what = reasons.get(type(error), "cannot be opened")
    return UnreadableFile(where(path), what=what, remedy=_CHECK)
