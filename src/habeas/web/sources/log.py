"""The log of every act on the archive: each entry carries the digest of the one before.

Entries are added and never changed. Who reads the last digest aloud can prove the whole log.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from habeas.web.sources.clean import clean
from habeas.web.sources.models import Entry
from habeas.web.sources.number import take

START = "0" * 64  # what the first entry carries


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts on the archive, and when (aware UTC)."""

    name: str
    at: datetime

    @property
    def stamp(self) -> str:
        """Return the time as RFC 3339 in UTC, to the second."""
        return self.at.astimezone(UTC).isoformat(timespec="seconds")


def begin(hand: Hand, act: str) -> Entry:
    """Return the entry of an act, with its number, for rows to refer to; `finish` writes it."""
    return Entry(number=take("entry")[0], at=hand.stamp, by=clean(hand.name), act=act)


def finish(entry: Entry, subject: str, detail: Mapping[str, Any]) -> Entry:
    """Add an entry to the log, within the transaction of the act itself."""
    last = Entry.objects.order_by("-number").first()
    entry.subject, entry.detail = clean(subject), _json(detail)
    entry.previous = last.digest if last else START
    entry.digest = digest(entry)
    entry.save(force_insert=True)
    return entry


def write(hand: Hand, act: str, subject: str, detail: Mapping[str, Any]) -> Entry:
    """Add the entry of an act that makes no rows of its own."""
    return finish(begin(hand, act), subject, detail)


def digest(entry: Entry) -> str:
    """Return the SHA-256 of all that the entry says and of the digest before it."""
    said = [entry.number, entry.at, entry.by, entry.act, entry.subject, entry.detail]
    return sha256(_json([*said, entry.previous]).encode()).hexdigest()


def broken(entries: Iterable[Entry]) -> Iterator[tuple[int, str]]:
    """Yield the number of each entry that is not as it was written, and what is wrong with it."""
    previous, number = START, 0
    for entry in entries:
        if entry.number != number + 1:
            yield entry.number, f"entry {number + 1} is missing before it"
        if entry.previous != previous:
            yield entry.number, "does not carry the digest of the entry before"
        if digest(entry) != entry.digest:
            yield entry.number, "was changed after it was written"
        previous, number = entry.digest, entry.number


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
