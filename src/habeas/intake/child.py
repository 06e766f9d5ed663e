"""Keep one child process for converting files, and replace it when it fails.

A file that crashes, stalls or exhausts the child costs that file and nothing else. What a file
gives must not depend on the files before it, so a failure in a used child is tried once more in a
fresh one.
"""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from threading import Event, Lock, Timer
from types import TracebackType
from typing import IO, Self

from habeas.errors import HostileFile, IntakeError, UnreadableFile
from habeas.intake import wire
from habeas.intake.layer import Extract
from habeas.intake.limits import File
from habeas.intake.media import Format

Process = subprocess.Popen[bytes]
# Libraries leak; a child is replaced after so many files.
LIFE = 1_000
_START = 60.0
_KINDS = {kind.__name__: kind for kind in IntakeError.__subclasses__()}
_TRUST = "if you trust it, raise the limit; else ask the sender for the text in another form"


class _Failed(Exception):
    """The child ended, or is to be ended, without an answer."""


class _TimedOut(_Failed):
    """The child was ended because its time was over."""


class Child:
    """A child process that converts files; started when first needed."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._lock = Lock()
        self._served = 0
        self.starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def convert(self, file: File, kind: Format) -> Extract:
        """Return what is in `file`; raise IntakeError where it gives nothing."""
        with self._lock:
            if self._served >= LIFE:
                self._end()
            try:
                return self._try(file, kind, again=self._served > 0)
            except _TimedOut:
                what = f"takes more than {file.limits.seconds:g} seconds to read"
                raise HostileFile(file.path, what=what, remedy=_TRUST) from None
            except _Failed:
                raise UnreadableFile(file.path, what="makes its converter fail") from None

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            self._end()

    def _try(self, file: File, kind: Format, *, again: bool) -> Extract:
        try:
            answer = self._ask(file, kind)
        except _TimedOut:
            raise
        except _Failed:
            if again:
                return self._try(file, kind, again=False)
            raise
        if isinstance(answer, Extract):
            return answer
        if answer.spent:
            self._end()
            if again:
                return self._try(file, kind, again=False)
        raise rebuilt(file.path, answer[:3])

    def _ask(self, file: File, kind: Format) -> Extract | wire.Refusal:
        process = self._running()
        self._served += 1
        head = {"path": file.path, "format": kind, "limits": asdict(file.limits)}
        with self._watched(process, file.limits.seconds):
            wire.send(_stream(process.stdin), head, [file.data])
            frame = wire.receive(_stream(process.stdout), most=file.limits.memory_bytes)
            return wire.unpack(frame)

    @contextmanager
    def _watched(self, process: Process, seconds: float) -> Iterator[None]:
        """End the child when the time is over, or when what is done here fails."""
        rung = Event()
        alarm = Timer(seconds, _ring, (process, rung))
        alarm.daemon = True
        alarm.start()
        try:
            yield
        except (OSError, EOFError, ValueError, LookupError, TypeError):
            # Gone, or no answer of ours: a file may have taken the child over.
            self._end()
            late = rung.is_set() or process.returncode == -signal.SIGXCPU
            raise (_TimedOut if late else _Failed) from None
        except BaseException:
            # Interrupted between question and answer: the next answer would be the wrong one.
            self._end()
            raise
        finally:
            alarm.cancel()

    def _running(self) -> Process:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._process = process = _start()
        self.starts += 1
        with self._watched(process, _START):
            wire.receive(_stream(process.stdout))
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        self._served = 0
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            # What was not yet written to a dead process is of no use.
            with suppress(OSError):
                _stream(stream).close()
        process.wait()


def _start() -> Process:
    try:
        return subprocess.Popen(
            # -P: a module that lies in the folder we are run from is not ours.
            [sys.executable, "-P", "-B", "-m", "habeas.intake.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError:
        raise _Failed from None


def _ring(process: Process, rung: Event) -> None:
    rung.set()
    process.kill()


def _stream(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "the child is always started with pipes"
    return pipe


def rebuilt(path: str, error: tuple[str, str, str]) -> IntakeError:
    """Return the error that a converter raised, now about `path`."""
    name, what, remedy = error
    return _KINDS.get(name, UnreadableFile)(path, what=what, remedy=remedy)


def _environment() -> dict[str, str]:
    """Return what the child may know of our surroundings: where our code is, and no secret."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


_shared = Child()


def shared() -> Child:
    """Return the child of this process, for single files."""
    return _shared


def _forget() -> None:
    """Leave the child to the parent after a fork: two processes must not share its pipes."""
    global _shared
    _shared = Child()


atexit.register(lambda: _shared.close())
os.register_at_fork(after_in_child=_forget)
