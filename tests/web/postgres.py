"""A PostgreSQL of the tests' own: on a private socket, without network, gone when they are.

It takes about half a second to start, so every process that runs tests has one to itself.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

MISSING = "PostgreSQL is not installed (apt-get install postgresql)"
USER = "habeas"
_PATIENCE = 30  # seconds until it must answer
# Sorts as people do and not by code points: what leans on an order must not pass by luck.
_CLUSTER = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und"]
_QUICK = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB"]
# Whoever is called `guarded` needs a password.
_RULES = "local all guarded scram-sha-256\nlocal all all trust\n"
# Reads until whoever started it is gone, however that came, and then takes everything away.
_KEEPER = """
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= $3 >>"$2/log" 2>&1 </dev/null &
read -r word
kill -INT $! 2>/dev/null
wait $!
[ "$word" = stay ] || rm -rf "$2"
"""


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL on this machine, if there is one."""
    on_path = shutil.which("postgres")
    debian = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    found = sorted(debian, key=lambda path: float(path.parent.parent.name))
    if on_path:
        found.append(Path(on_path).resolve())
    return found[-1].parent if found else None


@dataclass(slots=True)
class Server:
    """A server that can be started and stopped; its `folder` is its own."""

    programs: Path
    folder: Path
    _keeper: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = " ".join(f"-c {option}" for option in _QUICK)
        arguments = [str(self.programs), str(self.folder), options]
        self._keeper = subprocess.Popen(
            ["sh", "-c", _KEEPER, "keeper", *arguments],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the tests, which then stop it
            **_person(),
        )
        self._wait()

    def stop(self, *, stay: bool = True) -> None:
        """Stop it; with `stay` its files stay, so that it can be started again."""
        if self._keeper is not None:
            self._keeper.communicate(b"stay\n" if stay else b"\n")
            self._keeper = None

    def url(self, database: str, user: str = USER, password: str = "") -> str:
        """Return the address of a database, as a user of Habeas writes it."""
        who = f"{user}:{quote(password)}" if password else user
        return f"postgres://{who}@{quote(str(self.folder), safe='')}/{database}"

    def run(self, statement: str) -> None:
        """Run a statement as the owner of the server."""
        with closing(self.connection()) as connection:
            connection.execute(statement.encode())

    def connection(self, database: str = "postgres") -> psycopg.Connection:
        """Return a connection of its own, which commits every statement."""
        return psycopg.connect(host=str(self.folder), user=USER, dbname=database, autocommit=True)

    def _wait(self) -> None:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                return self.connection().close()
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)


@contextmanager
def serve() -> Iterator[Server | None]:
    """Make a server and start it; take it away at the end. None where none is installed."""
    found = programs()
    if found is None:
        yield None
        return
    # Its own short path: that of a socket may have 107 bytes, and TMPDIR may be deep.
    folder = Path(tempfile.mkdtemp(prefix="habeas-pg-", dir="/tmp"))
    server = Server(found, folder)
    try:
        _make(server)
        server.start()
        yield server
    finally:
        server.stop(stay=False)
        shutil.rmtree(folder, ignore_errors=True)


def _make(server: Server) -> None:
    if "user" in _person():
        shutil.chown(server.folder, **_person())
    data = server.folder / "data"
    command = [server.programs / "initdb", "--no-sync", "-U", USER, "-D", data, *_CLUSTER]
    subprocess.run(command, check=True, capture_output=True, **_person())
    (data / "pg_hba.conf").write_text(_RULES)


def _person() -> dict[str, Any]:
    """Return as whom it runs: PostgreSQL refuses to be run by root."""
    if os.geteuid():
        return {}
    return {"user": "postgres", "group": "postgres"}
