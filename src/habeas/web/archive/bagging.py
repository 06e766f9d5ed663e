"""Put an archive into a BagIt bag: originals, readings, judgements, custody and log.

The bag has no more and no less than the archive. It is written beside, and put in place whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256, sha512
from importlib.metadata import version
from pathlib import Path

from habeas.errors import DamagedArchive
from habeas.render import bag
from habeas.web.archive.carrying import FILES
from habeas.web.archive.folder import Archive
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document

_BLOCK = 1 << 20
_ABOUT = "An archive of Habeas: letters for people at risk, and who says in them what happened"
type Tell = Callable[[int, str], None]


@dataclass(slots=True)
class _Bag:
    """A bag at work: its folder, and the entries of what is in it so far."""

    folder: Path
    entries: list[bag.Entry] = field(default_factory=list)

    def put(self, path: str, blocks: Iterable[bytes]) -> bag.Entry:
        """Write a file of the payload and note its digests."""
        target = self.folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        short, long, size = sha256(), sha512(), 0
        with target.open("xb") as file:
            for block in blocks:
                short.update(block)
                long.update(block)
                size += file.write(block)
        digests = {"sha256": short.hexdigest(), "sha512": long.hexdigest()}
        self.entries.append(bag.Entry(f"data/{path}", size, digests))
        return self.entries[-1]

    def close(self, date: str) -> None:
        """Write the files beside the payload."""
        for name, data in bag.tag_files(_labels(date), self.entries).items():
            (self.folder / name).write_bytes(data)


def fill(folder: Path, archive: Archive, *, date: str, tell: Tell) -> None:
    """Write the bag of an archive into an empty folder; `date` is YYYY-MM-DD."""
    made = _Bag(folder)
    for name, lines in FILES.items():
        made.put(name, (line.encode() for line in lines()))
    rows = Document.objects.order_by("number").values_list("number", "sha256")
    for done, (number, digest) in enumerate(rows.iterator(), 1):
        _put_original(made, archive, digest)
        tell(done, f"D{number}")
    made.close(date)


def original(digest: str) -> str:
    """Return where in the payload the original with this SHA-256 is."""
    return f"originals/{digest[:2]}/{digest}"


def _put_original(made: _Bag, archive: Archive, digest: str) -> None:
    path = archive.originals.path(digest)
    entry = made.put(original(digest), _blocks(path))
    if entry.digests["sha256"] != digest:
        raise DamagedArchive(str(path), what="the original was changed")


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _labels(date: str) -> dict[str, object]:
    last = sources.entries().last()
    return {
        "Bag-Software-Agent": f"Habeas {version('habeas')}",
        "Bagging-Date": date,
        "External-Description": _ABOUT,
        "Habeas-Documents": Document.objects.count(),
        "Habeas-Log-Entries": last.number if last else 0,
        "Habeas-Log-Digest": last.digest if last else "",
    }
