"""The child process that converts files: ``python -m habeas.intake.worker``.

Reads jobs from standard input and answers on standard output until its input ends. Holds itself
to the memory and time that each job allows, and can write no file.
"""

import math
import os
import resource
import sys
from typing import BinaryIO

from habeas.errors import HostileFile, IntakeError, UnreadableFile
from habeas.intake import wire
from habeas.intake.convert import convert
from habeas.intake.limits import MIB, File, Limits
from habeas.intake.media import Format


def main() -> None:
    """Answer jobs, one after another."""
    source, sink = sys.stdin.buffer, _own_output()
    # A core dump or a file would keep what people at risk wrote.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    wire.send(sink, {"ready": True})
    while True:
        try:
            head, [data] = wire.receive(source)
        except EOFError:
            return
        limits = Limits(**head["limits"])
        bound(limits)
        wire.send(sink, *answer(File(head["path"], data, limits), Format(head["format"])))


def answer(file: File, kind: Format) -> wire.Frame:
    """Return the frame that answers a job; no exception leaves here."""
    try:
        return wire.pack(convert(file, kind))
    except IntakeError as error:
        return wire.refuse(error)
    except MemoryError:
        need = file.limits.memory_bytes // MIB
        return wire.refuse(HostileFile(file.path, what=f"needs more than {need:,} MiB"), spent=True)
    except RecursionError:
        return wire.refuse(HostileFile(file.path, what="is nested too deep"))
    except Exception:
        # Libraries fail on damaged files in more ways than they list; all mean the same here.
        return wire.refuse(UnreadableFile(file.path))


def bound(limits: Limits) -> None:
    """Allow this process `limits` from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime + limits.seconds) + 1
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_AS, limits.memory_bytes)


def _lower(kind: int, soft: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (soft if hard < 0 else min(soft, hard), hard))


def _own_output() -> BinaryIO:
    """Return standard output for ourselves, so that no library can print into the answers."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


if __name__ == "__main__":
    main()
