"""Where archives for the tests are made, in a moment: by copying one that was made once."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tests.web.postgres import Server

from habeas.web.archive.database import disconnect
from habeas.web.archive.folder import Archive
from habeas.web.archive.opening import make_archive, open_archive

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@dataclass(slots=True)
class Ground:
    """Where archives of one kind are made: their database is in their folder, or on a server."""

    home: Path
    server: Server | None = None
    _names: Iterator[int] = field(default_factory=count)

    def make(self, name: str) -> Archive:
        """Make an archive to copy from."""
        return make_archive(self.home / name, self.database("template1"))

    def copy(self, template: Archive, folder: Path) -> Archive:
        """Return a copy of an archive that nobody has open, opened."""
        disconnect()
        shutil.copytree(template.folder, folder)
        if template.database:
            source = template.database.rpartition("/")[2]
            Archive(folder, self.database(source)).write_config()
        return open_archive(folder)

    def drop(self, archive: Archive) -> None:
        """Close an archive and take its database away."""
        disconnect()
        if self.server and archive.database:
            name = archive.database.rpartition("/")[2]
            self.server.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def database(self, source: str) -> str | None:
        """Return the address of a new database that is a copy of another."""
        if self.server is None:
            return None
        name = f"habeas_{os.getpid()}_{next(self._names)}"
        self.server.run(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        return self.server.url(name)
