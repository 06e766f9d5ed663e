"""The files that make a folder a BagIt bag (RFC 8493): its declaration, description, manifests.

Says which bytes are in a bag, never what they mean. Has no clock: dates are passed in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256, sha512

ALGORITHMS = ("sha256", "sha512")
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
# RFC 8493, section 2.1.3: a path has one line, so these three are escaped in it.
_ESCAPES = {"%": "%25", "\n": "%0A", "\r": "%0D"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a bag: its path with ``/``, its size in bytes, its digests by algorithm."""

    path: str
    size: int
    digests: Mapping[str, str]


def entry(path: str, data: bytes) -> Entry:
    """Return the entry of a small file."""
    digests = {"sha256": sha256(data).hexdigest(), "sha512": sha512(data).hexdigest()}
    return Entry(path, len(data), digests)


def manifest(entries: Iterable[Entry], algorithm: str) -> str:
    """Return a manifest: one line a file, in the order of their paths."""
    found = sorted(entries, key=lambda one: one.path)
    return "".join(f"{one.digests[algorithm]}  {_escaped(one.path)}\n" for one in found)


def description(labels: Mapping[str, object], payload: Iterable[Entry]) -> str:
    """Return ``bag-info.txt``: these labels, and how much the payload is (section 2.2.2)."""
    sizes = [one.size for one in payload]
    whole = {**labels, "Payload-Oxum": f"{sum(sizes)}.{len(sizes)}"}
    # Every sign that some reader of lines takes for a break is made a space.
    return "".join(f"{label}: {' '.join(str(value).split())}\n" for label, value in whole.items())


def tag_files(labels: Mapping[str, object], payload: Iterable[Entry]) -> dict[str, bytes]:
    """Return all files beside the payload by name, the manifests of themselves last."""
    found = list(payload)
    texts = {"bagit.txt": DECLARATION, "bag-info.txt": description(labels, found)}
    texts |= {f"manifest-{name}.txt": manifest(found, name) for name in ALGORITHMS}
    files = {name: text.encode() for name, text in texts.items()}
    tags = [entry(name, data) for name, data in files.items()]
    own = {f"tagmanifest-{name}.txt": manifest(tags, name).encode() for name in ALGORITHMS}
    return files | own


def _escaped(path: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in path)
