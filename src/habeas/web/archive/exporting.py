"""Hand the archive on: as JSON Lines, tables, FollowTheMoney entities, or a bag with all of it.

Every export is in the log before its first byte goes out. What is exported is one state of the
archive: nobody writes to it meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.db import transaction

from habeas.render import table
from habeas.web.archive import bagging, carrying, linking, tabling
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.folder import Archive
from habeas.web.archive.target import new_folder, refuse_existing
from habeas.web.ledger import access as ledger
from habeas.web.people.models import Entity
from habeas.web.sources import access as sources
from habeas.web.sources import log
from habeas.web.sources.clean import clean
from habeas.web.sources.log import Hand

type Tell = Callable[[int, str], None]
TABLES = tuple(table.COLUMNS)


class Out(Protocol):
    """Where text goes: a file or a pipe. What it raises is passed on as it is."""

    def write(self, text: str, /) -> object: ...


def size() -> int:
    """Return how many things an export tells that it has done, but for tables."""
    return sources.documents().count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """One export of an archive that is open. `tell` hears how many documents are done.

    Every method raises ArchiveBusy while somebody else writes to the archive.
    """

    archive: Archive
    hand: Hand
    tell: Tell = lambda done, at: None

    def jsonl(self, out: Out) -> None:
        """Write every reading as ``habeas read`` prints it, one JSON object a line."""
        with self._logged("jsonl"):
            self._write(out, carrying.readings(self.tell))

    def table(self, name: str, out: Out) -> None:
        """Write one of TABLES as CSV; KeyError for another. No byte-order mark: for programs."""
        rows = tabling.TABLES[name]
        with self._logged("csv", table=name):
            self._write(out, table.lines(name, rows()))

    def csv(self, folder: Path) -> None:
        """Write all TABLES into a new folder, for spreadsheets; raise ExportRefused."""
        refuse_existing(folder)
        with self._logged("csv", to=clean(str(folder))), self._new(folder) as made:
            for done, (name, rows) in enumerate(tabling.TABLES.items(), 1):
                path = made / f"{name}.csv"
                with path.open("x", encoding="utf-8", newline="") as out:
                    out.write(table.MARK)
                    out.writelines(table.lines(name, rows()))
                self.tell(done, path.name)

    def ftm(self, out: Out, spans: Out | None = None) -> None:
        """Write FollowTheMoney entities, one JSON object a line.

        `spans` gets the companion: which words of which document each property rests on, who says
        so, and what the model has no place for.
        """
        with self._logged("ftm", spans=spans is not None):
            for main, line in self._guarded(linking.lines(self.tell)):
                if main:
                    out.write(line)
                elif spans is not None:
                    spans.write(line)

    def bag(self, folder: Path) -> None:
        """Write a BagIt bag into a new folder; raise ExportRefused or DamagedArchive."""
        refuse_existing(folder)
        with self._logged("bag", to=clean(str(folder))), self._new(folder) as made:
            bagging.fill(made, self.archive, date=self.hand.stamp[:10], tell=self.tell)

    @contextmanager
    def _logged(self, form: str, **more: object) -> Iterator[None]:
        """Write the export into the log, then let it be made while nobody else writes."""
        with self.archive.writing():
            with in_our_words(self.archive), transaction.atomic():
                log.write(self.hand, "export", form, {**_counts(), **more})
            yield

    @contextmanager
    def _new(self, folder: Path) -> Iterator[Path]:
        with in_our_words(self.archive), new_folder(folder) as made:
            yield made

    def _write(self, out: Out, lines: Iterable[str]) -> None:
        for line in self._guarded(lines):
            out.write(line)

    def _guarded[Item](self, lines: Iterable[Item]) -> Iterator[Item]:
        """Yield what is read from the archive: its errors are told apart from those of `out`."""
        with in_our_words(self.archive):
            yield from lines


def _counts() -> Mapping[str, Any]:
    entities = {"people": Entity.objects.count()}
    return {"documents": sources.documents().count(), **entities, **ledger.sizes()}
