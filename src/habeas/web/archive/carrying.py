"""What a bag carries of an archive, as lines of JSON: all that cannot be derived again.

People, events, keys and the index of words are left out: they follow from the rest.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from django.db.models import Model

from habeas.model.contract import schema
from habeas.web.archive.room import EVENTS, PEOPLE, Room
from habeas.web.judging import JudgementRow
from habeas.web.ledger.models import Claim
from habeas.web.packing import unpack
from habeas.web.people.models import Appearance
from habeas.web.sources import access as sources
from habeas.web.sources.models import Counter, Document, Entry, Origin, Tombstone

type Line = Mapping[str, Any]
type Lines = Callable[[], Iterator[str]]

_FEW, _MANY = 20, 500  # rows that are fetched together: documents are bulky
LAYER = "layer"  # what a stored reading has that the contract has not
# What numbers are given to, beside entries of the log, whose last number the log tells itself.
NUMBERED: Mapping[str, type[Model]] = {
    "document": Document,
    "appearance": Appearance,
    "claim": Claim,
    PEOPLE.judgements.counter(): PEOPLE.judgements,
    EVENTS.judgements.counter(): EVENTS.judgements,
}
README = """This is an archive of Habeas in a BagIt bag (RFC 8493): letters written for people at
risk, and who says in them what happened to whom. Nothing in it says that a thing happened.
It names people who can be harmed: keep it as you keep the letters.

  originals/               every document as it came, in a file named by its SHA-256
  readings.jsonl           what was read in each, one a line; reading.schema.json says how
  layers.jsonl             the layout of each text, in the same order
  documents.jsonl          where each came from and who added it; the numbers of those whom it
                           names (appearances) and of its claims, by their ids in the reading
  judgements-people.jsonl  which appearances are of one person or body, by whom, and why;
                           also those that another has ended
  judgements-ledger.jsonl  which claims tell of one event
  tombstones.jsonl         what was taken out, and why
  log.jsonl                every act; each entry carries the digest of the one before
  counters.json            the last number given to each kind, so that none is given twice

bagit.py --validate checks it; habeas import makes the same archive of it again.
"""


def readings(tell: Callable[[int, str], None] = lambda done, at: None) -> Iterator[str]:
    """Yield every reading as ``habeas read`` prints it, in the order of the documents."""
    rows = Document.objects.order_by("number").values_list("number", "text", "reading")
    for done, (number, text, packed) in enumerate(rows.iterator(_FEW), 1):
        whole = unpack(bytes(packed))
        del whole[LAYER]
        whole["text"] = unpack(bytes(text))  # in its place, so that not a byte differs
        yield _line(whole)
        tell(done, f"D{number}")


def _layers() -> Iterator[str]:
    rows = Document.objects.order_by("number").values_list("reading", flat=True)
    for packed in rows.iterator(_FEW):
        yield _line(unpack(bytes(packed))[LAYER])


def _documents() -> Iterator[str]:
    for row in sources.documents().order_by("number").iterator(_MANY):
        origins = Origin.objects.filter(document=row).order_by("id")
        yield _line(
            {
                "number": row.number,
                "sha256": row.sha256,
                "size": row.size,
                "reader": row.reader,
                "added": row.added_id,
                "origins": [{"path": one.path, "entry": one.entry_id} for one in origins],
                "appearances": _numbers(PEOPLE, row),
                "claims": _numbers(EVENTS, row),
            }
        )


def _numbers(room: Room, document: Document) -> dict[str, int]:
    rows = room.items._default_manager.filter(document=document).order_by("number")
    return dict(rows.values_list("local", "number"))


def _judgements(room: Room) -> Iterator[str]:
    for row in room.judgements._default_manager.order_by("number").iterator(_MANY):
        yield _line(_judgement(row))


def _judgement(row: JudgementRow) -> dict[str, Any]:
    one = row.as_judgement()
    return {
        "number": row.number,
        "left": one.left,
        "right": one.right,
        "verdict": one.verdict,
        "score": one.score,
        "reasons": one.reasons,
        "by": one.by,
        "made": row.made_id,
        "ended": row.ended_id,
    }


def _tombstones() -> Iterator[str]:
    for row in Tombstone.objects.order_by("number"):
        whole = {"number": row.number, "sha256": row.sha256, "reason": row.reason}
        yield _line({**whole, "entry": row.entry_id})


def _log() -> Iterator[str]:
    names = [column.name for column in Entry._meta.concrete_fields]
    for row in sources.entries().iterator(_MANY):
        yield _line({name: getattr(row, name) for name in names})


def _counters() -> Iterator[str]:
    rows = Counter.objects.filter(name__in=NUMBERED).order_by("name")
    yield _line(dict(rows.values_list("name", "last")))


def _line(whole: Any) -> str:
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


# Every file of the payload beside the originals.
FILES: Mapping[str, Lines] = {
    "README.txt": lambda: iter([README]),
    "reading.schema.json": lambda: iter([json.dumps(schema(), ensure_ascii=False, indent=2)]),
    "readings.jsonl": readings,
    "layers.jsonl": _layers,
    "documents.jsonl": _documents,
    "judgements-people.jsonl": partial(_judgements, PEOPLE),
    "judgements-ledger.jsonl": partial(_judgements, EVENTS),
    "tombstones.jsonl": _tombstones,
    "log.jsonl": _log,
    "counters.json": _counters,
}
