"""Workers on this machine: processes of their own behind a scheduler in this one.

They listen on the loopback only and know each other by certificates that are made for the run and
never leave memory, since another user of the machine could otherwise send them code.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from dask.system import CPU_COUNT
from distributed import Client, LocalCluster, Security
from distributed.system import MEMORY_LIMIT

from habeas.cluster.crew import Crew
from habeas.cluster.process import Order
from habeas.cluster.setting import own_config, quiet
from habeas.cluster.work import Kit, Reader, versions, warm
from habeas.errors import ClusterLost

PLACE = "workers on this machine"
LEAST = 2 * 1024**3  # bytes: a process with all models has 1 GiB before it reads anything
START = 60.0  # seconds for all processes to come up
END = 10.0  # seconds for a process to go by itself


@contextmanager
def processes(count: int, read: Reader | None = None) -> Iterator[Crew]:
    """Start so many processes and stop them in the end; raise ClusterLost if they do not start."""
    with ExitStack() as stack:
        stack.enter_context(quiet())
        stack.enter_context(own_config())
        security = Security.temporary()
        scheduler = stack.enter_context(_scheduler(security))
        order = Order(
            scheduler=scheduler.scheduler_address,
            certificate=str(security.tls_worker_cert),
            key=str(security.tls_worker_key),
            memory=max(LEAST, MEMORY_LIMIT // max(count, CPU_COUNT)),
        )
        for _ in range(count):
            stack.enter_context(_process(order))
        client = stack.enter_context(
            Client(scheduler.scheduler_address, security=security, set_as_default=False)
        )
        _start(client, count)
        if read is None:
            client.run(warm)
        yield Crew(client=client, where=PLACE, kit=Kit(versions()), read=read)


def _scheduler(security: Security) -> LocalCluster:
    return LocalCluster(
        n_workers=0,
        host="127.0.0.1",
        protocol="tls://",
        security=security,
        silence_logs=False,
        # Without an address it would take port 8787, and warn where that is taken.
        scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
    )


def _start(client: Client, count: int) -> None:
    try:
        client.wait_for_workers(count, timeout=START)
    except TimeoutError as error:
        raise ClusterLost(PLACE, what="did not start", remedy="try fewer workers") from error


@contextmanager
def _process(order: Order) -> Iterator[None]:
    """Run one worker; the end of its standard input tells it to go, whatever becomes of us."""
    command = [sys.executable, "-P", "-m", "habeas.cluster.process"]
    # A group of its own: Ctrl-C is for this process, which then stops the workers.
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdin
        try:
            process.stdin.write(json.dumps(order.fields()).encode() + b"\n")
            process.stdin.flush()
            yield
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    assert process.stdin
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(END)
    except subprocess.TimeoutExpired:
        process.kill()
