"""A crew of workers: hands out documents, takes readings in, keeps the order.

Holds only a few documents at a time, however many come in. Knows nothing of how its workers were
found or started.
"""

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace

from distributed import Client, Future
from distributed.scheduler import KilledWorker

from habeas.cluster.work import Failure, Kit, Reader, work
from habeas.errors import (
    ClusterLost,
    ClusterRefused,
    HabeasError,
    IntakeError,
    ReaderFailed,
    ReaderKilled,
)
from habeas.model import Document, Reading

AHEAD = 4  # documents in flight for each worker: enough that none waits for this process
PATIENCE = 20.0  # seconds between looks at whether there is still a worker
GRACE = 60.0  # seconds in which a worker may come back when there is none


@dataclass(frozen=True, slots=True)
class _Sent:
    """A document with its bytes, which stay here, and the place where its reading will be."""

    document: Document
    future: "Future[Reading | Failure | Kit]"


type _Waiting = deque[_Sent | IntakeError]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Workers behind one scheduler; `read` is another reader to use instead of Habeas's own."""

    client: Client
    where: str
    kit: Kit
    read: Reader | None = None

    def read_all(self, found: Iterable[Document | IntakeError]) -> Iterator[Reading | HabeasError]:
        """Yield what became of each document, in their order; raise ClusterError."""
        waiting: _Waiting = deque()
        room = 1
        for count, one in enumerate(found):
            if count % room == 0:
                room = self._room()
            waiting.append(one if isinstance(one, IntakeError) else self._send(one))
            while waiting and (len(waiting) >= room or _is_done(waiting[0])):
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _room(self) -> int:
        with self._in_touch():
            return AHEAD * max(1, len(self.client.nthreads()))

    def _send(self, document: Document) -> _Sent:
        paper = pickle.dumps(replace(document, data=None))
        with self._in_touch():
            return _Sent(document, self.client.submit(work, self.kit, paper, self.read, pure=False))

    def _next(self, waiting: _Waiting) -> Reading | HabeasError:
        one = waiting.popleft()
        if isinstance(one, IntakeError):
            return one
        try:
            return self._outcome(one)
        except KilledWorker:
            return self._alone(one.document, waiting)

    def _alone(self, document: Document, waiting: _Waiting) -> Reading | HabeasError:
        """Read a document while nothing else is read.

        Dask blames every document that a dying worker had before it, and only one of them may
        have killed it.
        """
        for one in waiting:
            if isinstance(one, _Sent):
                self._settle(one)
        try:
            return self._outcome(self._send(document))
        except KilledWorker:
            return ReaderKilled(document.path)

    def _settle(self, one: _Sent) -> None:
        """Wait until a document is read or is not going to be."""
        with self._in_touch():
            while not one.future.done():
                with self._patience():
                    one.future.exception(timeout=PATIENCE)

    def _outcome(self, one: _Sent) -> Reading | HabeasError:
        """Return what became of a document; raise KilledWorker, ClusterError."""
        with self._in_touch():
            result = self._result(one)
        if isinstance(result, Kit):
            refuse(result, self.kit, where=self.where)
        if isinstance(result, Failure):
            return ReaderFailed(one.document.path, cause=result.cause, place=result.place)
        assert isinstance(result, Reading)
        return replace(result, document=one.document)

    def _result(self, one: _Sent) -> Reading | Failure | Kit:
        # Also where the future is done: its result dies with the worker that still holds it.
        while True:
            with self._patience():
                return one.future.result(timeout=PATIENCE)

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """Let a wait end without a result, if there is a worker or one comes back."""
        try:
            yield
        except TimeoutError:
            if not self.client.nthreads():
                self.client.wait_for_workers(1, timeout=GRACE)

    @contextmanager
    def _in_touch(self) -> Iterator[None]:
        """Turn what Dask raises when the scheduler or all workers are gone into ClusterLost."""
        try:
            yield
        except (KilledWorker, HabeasError):
            raise
        except TimeoutError as error:
            remedy = "start some and run this again; what was read before is kept"
            raise ClusterLost(self.where, what="has no workers left", remedy=remedy) from error
        except (CancelledError, OSError, RuntimeError) as error:
            raise ClusterLost(self.where) from error


def _is_done(one: _Sent | IntakeError) -> bool:
    return isinstance(one, IntakeError) or one.future.done()


def refuse(theirs: Kit, ours: Kit, *, where: str) -> None:
    """Raise ClusterRefused for a machine with another kit than ours."""
    pairs = zip(theirs.versions, ours.versions, strict=False)
    other = [f"{name} {a or 'none'}, here {b or 'none'}" for (name, a), (_, b) in pairs if a != b]
    if other:
        what = f"has other versions than this machine: {'; '.join(other)}"
        remedy = "install the same everywhere, from one requirements.lock"
        raise ClusterRefused(where, what=what, remedy=remedy)
    what = f"could leak texts, by {', '.join(theirs.leaks) or 'other settings'}"
    raise ClusterRefused(where, what=what, remedy="start it with the settings of docs/cluster.md")
