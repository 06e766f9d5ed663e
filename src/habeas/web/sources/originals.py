"""The originals: the bytes of every document as they came, each in a file named by its SHA-256.

A file is written beside, forced to the disk and put in place whole; it is never written again.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

_PREFIX = ".new-"


@dataclass(frozen=True, slots=True)
class Originals:
    """The folder of originals."""

    folder: Path

    def path(self, digest: str) -> Path:
        """Return where the bytes with this SHA-256 are kept."""
        return self.folder / digest[:2] / digest

    def keep(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256; bytes that are kept already stay as they are."""
        digest = sha256(data).hexdigest()
        target = self.path(digest)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _put(data, target)
        return digest

    def read(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256."""
        return self.path(digest).read_bytes()

    def discard(self, digest: str) -> None:
        """Take the bytes with this SHA-256 away for good."""
        self.path(digest).unlink(missing_ok=True)

    def intact(self, digest: str) -> bool | None:
        """Say whether the bytes are what they were; None where they are missing."""
        try:
            with self.path(digest).open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == digest
        except FileNotFoundError:
            return None

    def all(self) -> Iterator[str]:
        """Yield the name of every file that is kept."""
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            if not path.name.startswith(_PREFIX):
                yield path.name

    def sweep(self) -> None:
        """Take away what a killed command left half-written."""
        for path in self.folder.glob(f"[0-9a-f][0-9a-f]/{_PREFIX}*"):
            path.unlink(missing_ok=True)


def _put(data: bytes, target: Path) -> None:
    with NamedTemporaryFile(dir=target.parent, prefix=_PREFIX, delete_on_close=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        file.close()
        Path(file.name).chmod(0o400)
        Path(file.name).replace(target)
    _force(target.parent)


def _force(folder: Path) -> None:
    """Force the folder's list of names to the disk, or a power cut may lose the new one."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
