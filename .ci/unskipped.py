"""Let a run of pytest fail if a test was skipped that could have run; it says which and why."""

import re
from collections.abc import Iterator

import pytest

# What may be skipped, and why that is right.
ALLOWED = {
    r"root may read everything": "CI is root",
    r"only root may mount": "not every machine lets root mount",
    r"beside th(e|is) repository|no gold readings in": "real letters are not public",
}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.exitstatus == pytest.ExitCode.OK and any(_wrong(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in _wrong(config):
        terminalreporter.write_line(f"FAILED because it was skipped: {line}", red=True)


def _wrong(config: pytest.Config) -> Iterator[str]:
    """Yield where a test was skipped, and the reason, unless it may be."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    for report in reporter.stats.get("skipped", []) if reporter else []:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        if not any(re.search(allowed, reason) for allowed in ALLOWED):
            yield f"{report.nodeid}: {reason.removeprefix('Skipped: ')}"
