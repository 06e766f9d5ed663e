"""Restore documents, tombstones and the log as another archive kept them, with their numbers."""

from collections.abc import Iterable, Mapping
from itertools import batched
from typing import Any

from django.db.models import Max, Model

from habeas.model import Reading
from habeas.web.sources.actions import described
from habeas.web.sources.models import Counter, Document, Entry, Origin, Tombstone

_BATCH = 500
type Line = Mapping[str, Any]


def restore_log(lines: Iterable[Line]) -> None:
    """Write the entries of a log, each as it was written, and go on counting from the last."""
    last = 0
    for batch in batched(lines, _BATCH):
        Entry.objects.bulk_create(Entry(**line) for line in batch)
        last = batch[-1]["number"]
    if last:
        Counter.objects.create(name="entry", last=last)


def restore_document(line: Line, reading: Reading) -> Document:
    """Write a document with its custody; all else that is known of it is in its reading."""
    row = described(reading)
    row.number, row.size, row.reader = line["number"], line["size"], line["reader"]
    row.added_id = line["added"]
    row.save(force_insert=True)
    Origin.objects.bulk_create(
        Origin(document=row, path=one["path"], entry_id=one["entry"]) for one in line["origins"]
    )
    return row


def restore_tombstones(lines: Iterable[Line]) -> None:
    """Write what is left of documents that were taken out."""
    for line in lines:
        kept = {name: line[name] for name in ("number", "sha256", "reason")}
        Tombstone.objects.create(**kept, entry_id=line["entry"])


def restore_counters(last: Mapping[str, int], kinds: Mapping[str, type[Model]]) -> bool:
    """Write the last number given to each of these kinds; False where a row has a later one."""
    found = {name: last.get(name, 0) for name in kinds}
    Counter.objects.filter(name__in=found).delete()
    Counter.objects.bulk_create(Counter(name=n, last=number) for n, number in found.items())
    highest = {name: _highest(model) for name, model in kinds.items()}
    return all(highest[name] <= found[name] for name in kinds)


def _highest(model: type[Model]) -> int:
    return int(model._default_manager.aggregate(last=Max("number"))["last"] or 0)
