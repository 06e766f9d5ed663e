"""Another process at an archive: ``python -m tests.web.archive.elsewhere READINGS FOLDER ACT...``.

Does one act after another and prints a line for each: what came of it, or the name of the error.
It is where a process may lose its rights, its room on the disk, or its life.
"""

import os
import pickle
import resource
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from habeas.errors import HabeasError
from habeas.model import Reading
from habeas.web.archive.database import prepare
from habeas.web.archive.opening import make_archive, open_archive

prepare()

from habeas.web.archive.adding import Adding  # noqa: E402  rows can be named from here on
from habeas.web.archive.verifying import verify  # noqa: E402
from habeas.web.ledger.weighing import weigh_stale  # noqa: E402

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NOBODY = 65534
_LITTLE = 30_000  # bytes: less than the larger examples have


type Readings = Sequence[Reading]
type Act = Callable[[Path, Readings], str]


def init(folder: Path, readings: Readings) -> str:
    """Make an archive."""
    make_archive(folder)
    return "made"


def look(folder: Path, readings: Readings) -> str:
    """Open the archive and count what is in it."""
    from habeas.web.sources import access as sources

    open_archive(folder)
    return str(sources.documents().count())


def add(folder: Path, readings: Readings) -> str:
    """Add the readings and say how many came to what."""
    archive = open_archive(folder)
    by_heart = {one.document.sha256: one for one in readings}
    adding = Adding(
        archive=archive,
        read=lambda documents: (by_heart[one.sha256] for one in documents),
        name="ana",
        now=lambda: NOW,
    )
    outcomes = Counter(str(one.outcome) for one in adding.add(one.document for one in readings))
    with archive.writing():
        list(weigh_stale())
    return " ".join(f"{outcomes[name]} {name}" for name in sorted(outcomes))


def check(folder: Path, readings: Readings) -> str:
    """Verify the archive and say what is wrong with it."""
    return "; ".join(fault.what for fault in verify(open_archive(folder)) if fault) or "sound"


def drop(folder: Path, readings: Readings) -> str:
    """Become nobody."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    return "nobody"


def limit(folder: Path, readings: Readings) -> str:
    """Let no file grow beyond a few bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LITTLE, resource.RLIM_INFINITY))
    return "limited"


def unlimit(folder: Path, readings: Readings) -> str:
    """Let files grow again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return "unlimited"


def fill(folder: Path, readings: Readings) -> str:
    """Fill the disk of the archive but for a few bytes."""
    left = os.statvfs(folder)
    room = left.f_bavail * left.f_frsize - _LITTLE
    (folder.parent / "filler").write_bytes(bytes(room))
    return "full"


def clear(folder: Path, readings: Readings) -> str:
    """Make room again."""
    (folder.parent / "filler").unlink()
    return "roomy"


ACTS: dict[str, Act] = {
    act.__name__: act for act in (init, look, add, check, drop, limit, unlimit, fill, clear)
}


def main(readings: Readings, folder: Path, acts: list[str]) -> None:
    """Do the acts."""
    for name in acts:
        try:
            print(ACTS[name](folder, readings), flush=True)
        except HabeasError as error:
            print(type(error).__name__, flush=True)


if __name__ == "__main__":
    main(pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]), sys.argv[3:])
