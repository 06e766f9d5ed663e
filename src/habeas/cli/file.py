"""Write a file that appears only when it is whole; the one that was there stays until then."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click


@contextmanager
def output(name: str) -> Iterator[IO[str]]:
    """Give standard output for ``-``, else a file that is put in place at the end."""
    if name == "-":
        yield sys.stdout
        return
    target = Path(name)
    try:
        with _beside(target) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or "no space or no right to write"
        message = f"cannot write {target}: {reason}; name another place with -o"
        raise click.ClickException(message) from error


@contextmanager
def _beside(target: Path) -> Iterator[IO[str]]:
    """Write beside the file, then put what is whole in its place."""
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="",
        dir=target.parent,
        prefix=".habeas-",
        delete_on_close=False,
    ) as out:
        yield out
        out.close()
        Path(out.name).chmod(0o666 & ~_umask())
        Path(out.name).replace(target)


def _umask() -> int:
    """Return which rights the user's files do not get; a temporary file is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
