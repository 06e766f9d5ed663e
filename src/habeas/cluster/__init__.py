"""Reading on many processes and on many machines, in the order of what comes in.

Only the engine runs elsewhere: a text goes out, a reading comes back, and nothing is written or
kept there. Never sends a text in the clear, and never to a worker that would read it otherwise
than this machine would.
"""

from collections.abc import Iterable, Iterator

from habeas import flow
from habeas.cluster.certificates import Certificates
from habeas.errors import ClusterRefused, HabeasError, IntakeError
from habeas.model import Document, Reading

__all__ = ["Certificates", "read_on"]


def read_on(
    found: Iterable[Document | IntakeError],
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    certificates: Certificates | None = None,
) -> Iterator[Reading | HabeasError]:
    """Read documents as `habeas.flow.read_all` does, on other processes; raise ClusterError.

    `workers` is the number of processes on this machine; `scheduler` is the address of a Dask
    scheduler instead (``tls://host:8786``), which needs `certificates`. With neither, everything
    is read here. What comes in is taken as it is needed, and only a few documents ahead.
    """
    if workers and scheduler:
        raise ClusterRefused(
            scheduler,
            what="is one of two ways to read",
            remedy="give either workers or a scheduler",
        )
    if scheduler:
        return _on_machines(found, scheduler, certificates)
    return _on_processes(found, workers) if workers else flow.read_all(found)


# Dask takes a second to load: whoever reads in one process must not wait for it.
def _on_processes(
    found: Iterable[Document | IntakeError], workers: int
) -> Iterator[Reading | HabeasError]:
    from habeas.cluster.local import processes

    with processes(workers) as crew:
        yield from crew.read_all(found)


def _on_machines(
    found: Iterable[Document | IntakeError], scheduler: str, certificates: Certificates | None
) -> Iterator[Reading | HabeasError]:
    from habeas.cluster.remote import machines

    with machines(scheduler, certificates) as crew:
        yield from crew.read_all(found)
