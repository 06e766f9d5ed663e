"""What Dask is told for a run: its own settings, whatever the user's files say, and silence.

Both are put back in the end, for Dask keeps settings and loggers for the whole process.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import dask
import distributed  # its settings are known only once it is loaded

assert distributed
# Nothing is written to disk or served on a port of its own; a killer gets two tries in company.
_OURS = {
    "distributed.scheduler.allowed-failures": 1,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.profile.enabled": False,
    "distributed.diagnostics.nvml": False,
    "distributed.scheduler.active-memory-manager.start": False,
    # Looks at itself, in each process, many times a second otherwise.
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "2s",
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.admin.large-graph-warning-threshold": "1GB",
}
_TALKERS = ("distributed", "tornado", "bokeh")


@contextmanager
def own_config() -> Iterator[None]:
    """Use the settings that Dask comes with and those of this module, and no others."""
    with dask.config.set(dask.config.merge(*dask.config.defaults)), dask.config.set(_OURS):
        yield


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Dask from writing to stderr; what goes wrong is said by our errors."""
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _TALKERS]
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addFilter(_nothing)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_nothing)


def _nothing(record: logging.LogRecord) -> bool:
    return False
