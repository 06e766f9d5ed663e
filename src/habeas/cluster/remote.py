"""Workers on other machines, behind a Dask scheduler that somebody else started.

Refuses an address that is not encrypted and workers that read otherwise than this machine.
Leaves nothing behind: neither a plugin nor a result.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import dask
from distributed import Client

from habeas.cluster.certificates import Certificates
from habeas.cluster.crew import Crew, refuse
from habeas.cluster.setting import quiet
from habeas.cluster.work import Kit, Reader, kit, versions, warm
from habeas.errors import ClusterRefused, ClusterUnreachable

CONNECT = 10.0  # seconds to reach a scheduler
ARRIVAL = 30.0  # seconds for a first worker to be there


@contextmanager
def machines(
    scheduler: str, certificates: Certificates | None, read: Reader | None = None
) -> Iterator[Crew]:
    """Work with the cluster at this address; raise ClusterRefused, ClusterUnreachable."""
    if not scheduler.startswith("tls://"):
        raise ClusterRefused(
            scheduler,
            what="is not encrypted, and a letter is never sent in the clear",
            remedy="start the scheduler with certificates and name it as tls://HOST:8786",
        )
    if certificates is None:
        raise ClusterRefused(
            scheduler,
            what="cannot be used without certificates",
            remedy="name them with --tls-ca-file, --tls-cert and --tls-key",
        )
    with quiet(), dask.config.set(_settings()), _connected(scheduler, certificates) as client:
        ours = Kit(versions())
        _check(client, ours, where=scheduler)
        if read is None:
            client.run(warm, on_error="ignore")
        yield Crew(client=client, where=scheduler, kit=ours, read=read)


def _settings() -> dict[str, str]:
    """Return what is ours to say; the user's own settings hold for all the rest."""
    return {
        # A text is sent as it is, however long.
        "distributed.admin.large-graph-warning-threshold": "1GB",
        "distributed.comm.timeouts.connect": f"{CONNECT}s",
    }


def _connected(scheduler: str, certificates: Certificates) -> Client:
    security = certificates.security()
    # Made before it connects, so that it can be closed where it cannot.
    client = Client.__new__(Client)
    try:
        Client.__init__(client, scheduler, security=security, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        client.close()
        raise ClusterUnreachable(scheduler) from error
    return client


def _check(client: Client, ours: Kit, *, where: str) -> None:
    """Look at every machine before a text is sent."""
    try:
        client.wait_for_workers(1, timeout=ARRIVAL)
        found = client.run(kit, on_error="return") | {where: _scheduler_kit(client)}
    except TimeoutError as error:
        raise ClusterUnreachable(
            where, what="has no workers", remedy="start some as docs/cluster.md shows"
        ) from error
    for machine, theirs in found.items():
        if not isinstance(theirs, Kit):
            why = f"cannot run Habeas ({type(theirs).__name__})"
            raise ClusterRefused(machine, what=why) from theirs
        if theirs != ours:
            refuse(theirs, ours, where=machine)


def _scheduler_kit(client: Client) -> Kit | Exception:
    try:
        return cast(Kit, client.run_on_scheduler(kit))
    except Exception as error:  # whatever it is, it is the answer
        return error
