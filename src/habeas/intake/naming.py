"""Name files and what is packed in them, so that names are safe to print and differ.

Knows which files systems leave behind that nobody wrote.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from habeas.intake.layer import Member

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def is_litter(name: str) -> bool:
    """Say whether a path is hidden or left behind by a system or an editor."""
    parts = name.replace("\\", "/").lower().split("/")
    return any(part in _LITTER or part.startswith((".", "~$")) for part in parts if part)


def printable(path: str) -> str:
    """Return `path` on one line: what cannot be printed becomes U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in path)


def known_as(path: str | os.PathLike[str]) -> str:
    """Return a path as text that can be written as UTF-8, whatever bytes the system holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def unique(members: Iterable[Member]) -> Iterator[Member]:
    """Yield the members, a second one of the same name numbered: ``letter.txt (2)``."""
    seen: dict[str, int] = {}
    for member in members:
        seen[member.name] = count = seen.get(member.name, 0) + 1
        yield member if count == 1 else replace(member, name=f"{member.name} ({count})")
