"""Add documents: keep the original, then write all that was read of it in one transaction.

Killed at any moment, a document is in the archive whole or not at all, and adding again goes on.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from habeas.errors import HabeasError, IntakeError
from habeas.model import Document, Reading
from habeas.web.archive.act import claims_of
from habeas.web.archive.complaint import in_our_words
from habeas.web.archive.folder import Archive
from habeas.web.archive.removing import discard_removed
from habeas.web.judging import made_in
from habeas.web.ledger.recording import record
from habeas.web.ledger.regrouping import follow
from habeas.web.ledger.weighing import place
from habeas.web.people.recognising import recognise
from habeas.web.people.second_look import look_again
from habeas.web.search import actions as search
from habeas.web.sources import access as sources
from habeas.web.sources import actions, log
from habeas.web.sources.log import Hand

Found = Document | IntakeError
Read = Callable[[Iterable[Found]], Iterator[Reading | HabeasError]]


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    KNOWN = "known"
    REMOVED = "removed before"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: the document's number, or the error that it gave."""

    path: str
    outcome: Outcome
    number: int | None = None
    error: HabeasError | None = None


@dataclass(slots=True, kw_only=True)
class Adding:
    """One run of ``habeas add``. `read` reads documents in a stream, here or on other machines.

    `now` is the clock. With `readmit`, documents that were taken out are taken in again.
    """

    archive: Archive
    read: Read
    name: str
    now: Callable[[], datetime]
    readmit: bool = False
    _seen: deque[tuple[Document, Result]] = field(default_factory=deque)
    _reading: set[str] = field(default_factory=set)

    def add(self, found: Iterable[Found]) -> Iterator[Result]:
        """Add documents one by one and say what became of each; be the only one who writes."""
        with self.archive.writing(wait=0), in_our_words(self.archive):
            self.archive.originals.sweep()
            discard_removed(self.archive)
            for one in self.read(self._fresh(found)):
                if isinstance(one, HabeasError):
                    yield Result(getattr(one, "where", ""), Outcome.FAILED, error=one)
                else:
                    yield self._keep(one)
                yield from self._known()
            self._reading.clear()  # what is in it yet could not be read
            yield from self._known()

    def _fresh(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what is to be read, and lay aside what the archive has."""
        for one in found:
            if isinstance(one, IntakeError):
                yield one
            elif known := self._lookup(one):
                self._seen.append((one, known))
            else:
                self._reading.add(one.sha256)
                yield one

    def _lookup(self, document: Document) -> Result | None:
        """Return what the archive knows of a document, if anything."""
        path, digest = document.path, document.sha256
        if digest in self._reading or sources.by_digest(digest):
            return Result(path, Outcome.KNOWN)
        tombstone = None if self.readmit else sources.tombstone(digest)
        return Result(path, Outcome.REMOVED, tombstone.number) if tombstone else None

    def _keep(self, reading: Reading) -> Result:
        number = add_reading(self.archive, reading, self._hand())
        self._reading.discard(reading.document.sha256)
        return Result(reading.document.path, Outcome.ADDED, number)

    def _known(self) -> Iterator[Result]:
        """Yield what was laid aside; a document found at a new path gets that path noted."""
        while self._seen and self._seen[0][0].sha256 not in self._reading:
            document, result = self._seen.popleft()
            if result.outcome is Outcome.KNOWN:
                result = self._found_again(document)
            yield result

    def _found_again(self, document: Document) -> Result:
        row = sources.by_digest(document.sha256)
        if row is None:  # its first copy could not be read
            return Result(document.path, Outcome.KNOWN)
        with transaction.atomic():
            actions.add_origin(row, document.path, self._hand())
        return Result(document.path, Outcome.KNOWN, row.number)

    def _hand(self) -> Hand:
        return Hand(self.name, self.now())


def add_reading(archive: Archive, reading: Reading, hand: Hand) -> int:
    """Add one document with its reading; return its number."""
    data = reading.document.data
    if data is None:
        raise ValueError("a document is added with its bytes")
    archive.originals.keep(data)
    with transaction.atomic():
        entry = log.begin(hand, "add")
        row = actions.keep(reading, entry, size=len(data))
        people = recognise(row, reading, entry)
        if moved := look_again(people.grown, entry):
            follow(claims_of(moved), entry)
        claims = record(row, reading, people.appearances)
        place([claim.number for claim in claims], entry)
        search.index(row, reading)
        detail = {"path": reading.document.path, **actions.digests(row), **made_in(entry)}
        log.finish(entry, f"D{row.number}", detail)
    return row.number
