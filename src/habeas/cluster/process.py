"""The program of one local worker: a nanny that starts the worker again when it dies.

Takes its order from standard input, not from its arguments, which every user of the machine can
read. Goes when standard input ends, so that nothing outlives whoever started it.
"""

import asyncio
import json
import logging
import os
import sys
from dataclasses import asdict, dataclass

from distributed import Nanny, Security

from habeas.cluster.setting import own_config, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Where the scheduler is, how to prove oneself (PEM) and what may be used (bytes)."""

    scheduler: str
    certificate: str
    key: str
    folder: str
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
    async with Nanny(
        order.scheduler,
        nthreads=1,
        host="127.0.0.1",
        memory_limit=order.memory,
        local_directory=order.folder,
        security=security,
        silence_logs=logging.CRITICAL,
        dashboard=False,
    ) as nanny:
        gone = asyncio.create_task(asyncio.to_thread(_wait_for_end))
        finished = asyncio.create_task(nanny.finished())
        await asyncio.wait({gone, finished}, return_when=asyncio.FIRST_COMPLETED)
        if not gone.done():
            # The thread that reads cannot be stopped, and nothing here is worth waiting for.
            os._exit(0)


def _wait_for_end() -> None:
    sys.stdin.read()


if __name__ == "__main__":
    main()
