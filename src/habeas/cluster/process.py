"""The program of one local worker: a nanny that starts the worker again when it dies.

Takes its order from standard input, not from its arguments, which every user of the machine can
read. Goes when standard input ends, so that nothing outlives whoever started it.
"""

import asyncio
import json
import logging
import sys
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory
from threading import Thread

from distributed import Nanny, Security

from habeas.cluster.setting import own_config, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Where the scheduler is, how to prove oneself (PEM) and what may be used (bytes)."""

    scheduler: str
    certificate: str
    key: str
    memory: int

    def fields(self) -> dict[str, str | int]:
        """Return the order as JSON takes it."""
        return asdict(self)


def main() -> None:
    """Be a worker until standard input ends."""
    order = Order(**json.loads(sys.stdin.readline()))
    with quiet(), own_config():
        asyncio.run(_serve(order))


async def _serve(order: Order) -> None:
    security = Security(
        require_encryption=True,
        tls_ca_file=order.certificate,
        tls_worker_cert=order.certificate,
        tls_worker_key=order.key,
    )
    with TemporaryDirectory(prefix="habeas-", ignore_cleanup_errors=True) as folder:
        async with Nanny(
            order.scheduler,
            nthreads=1,
            host="127.0.0.1",
            memory_limit=order.memory,
            local_directory=folder,
            security=security,
            silence_logs=logging.CRITICAL,
            dashboard=False,
        ) as nanny:
            ends = {asyncio.create_task(nanny.finished()), asyncio.create_task(_end_of_input())}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)


async def _end_of_input() -> None:
    loop, end = asyncio.get_running_loop(), asyncio.Event()

    def wait() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(end.set)

    # A daemon, since nothing can stop it from reading.
    Thread(target=wait, daemon=True).start()
    await end.wait()


if __name__ == "__main__":
    main()
