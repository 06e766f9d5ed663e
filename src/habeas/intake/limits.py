"""What intake may spend on one file, and the file itself with what it may cost.

Knows no format.
"""

from dataclasses import dataclass, replace
from hashlib import sha256

from habeas.errors import HostileFile

MIB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Ceilings for one file: sizes in bytes, time in seconds.

    `max_expanded`, `max_members` and `max_depth` hold for all that lies packed in one file, at any
    depth; `max_ratio` is the growth on unpacking, checked only above `small` bytes.
    """

    max_bytes: int = 50 * MIB
    max_expanded: int = 200 * MIB
    max_members: int = 10_000
    max_ratio: int = 100
    max_depth: int = 4
    small: int = MIB
    seconds: float = 30.0
    memory_bytes: int = 1024 * MIB


@dataclass(frozen=True, slots=True)
class File:
    """Bytes under the name by which the user knows them."""

    path: str
    data: bytes
    limits: Limits = Limits()

    @property
    def name(self) -> str:
        """Return the last part of the path, in lower case."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1].lower()

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    def member(self, name: str, data: bytes) -> "File":
        """Return a file that lies packed in this one."""
        return replace(self, path=f"{self.path}!/{name}", data=data)


@dataclass(slots=True)
class Budget:
    """What is left for everything packed in one file."""

    size: int
    members: int

    @classmethod
    def of(cls, limits: Limits) -> "Budget":
        """Return a full budget."""
        return cls(limits.max_expanded, limits.max_members)

    def spend(self, size: int, members: int, *, path: str) -> None:
        """Take the cost of one container off; raise HostileFile when it cannot be met."""
        self.size -= size
        self.members -= members
        if self.size < 0 or self.members < 0:
            raise HostileFile(path, what="unpacks to more than the limit")
