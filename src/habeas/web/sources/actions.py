"""What may be done to documents: keep one with its reading, note an origin, take one out."""

from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from habeas.model import Reading
from habeas.model.contract import as_json
from habeas.web.packing import pack
from habeas.web.sources import log
from habeas.web.sources.clean import clean
from habeas.web.sources.layer import layer_json
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Document, Entry, Origin, Tombstone
from habeas.web.sources.number import take

_YEAR = 4  # digits


def keep(reading: Reading, sketch: bytes, entry: Entry, *, size: int) -> Document:
    """Keep a document and its reading; `size` is that of the original in bytes."""
    found, anatomy = reading.document, reading.anatomy
    row = Document(
        number=take("document")[0],
        sha256=found.sha256,
        size=size,
        media_type=clean(found.media_type),
        kind=anatomy.kind,
        language=anatomy.language,
        title=clean(anatomy.title.of(found.text)) if anatomy.title else None,
        written=anatomy.date_written.edtf if anatomy.date_written else None,
        published=anatomy.date_published.edtf if anatomy.date_published else None,
        year=_year(reading),
        text=packed_text(found.text),
        reading=packed_reading(reading),
        sketch=sketch,
        reader=version("habeas"),
        added=entry,
    )
    row.save(force_insert=True)
    Origin.objects.create(document=row, path=clean(found.path), entry=entry)
    return row


def add_origin(document: Document, path: str, hand: Hand) -> bool:
    """Note that the bytes of a document were found at another path too; False if known."""
    if document.origins.filter(path=clean(path)).exists():
        return False
    detail = {"path": clean(path), "sha256": document.sha256}
    entry = log.write(hand, "found again", f"D{document.number}", detail)
    Origin.objects.create(document=document, path=clean(path), entry=entry)
    return True


def take_out(document: Document, reason: str, entry: Entry) -> None:
    """Take a document out and leave a tombstone; its original is discarded by the archive."""
    Tombstone.objects.create(
        number=document.number, sha256=document.sha256, reason=reason, entry=entry
    )
    document.delete()


def packed_text(text: str) -> bytes:
    """Return a text as it is stored."""
    return pack(text)


def packed_reading(reading: Reading) -> bytes:
    """Return a reading as it is stored: the contract without the text, and the text's layout."""
    whole = as_json(replace(reading, document=replace(reading.document, text="")))
    whole["layer"] = layer_json(reading.document)
    return pack(whole)


def digests(document: Document) -> dict[str, Any]:
    """Return the digests of all that is kept of a document, for the log."""
    return {
        "sha256": document.sha256,
        "text": sha256(document.text).hexdigest(),
        "reading": sha256(document.reading).hexdigest(),
    }


def _year(reading: Reading) -> int | None:
    """Return the year in which the document was written or else published."""
    for date in (reading.anatomy.date_written, reading.anatomy.date_published):
        if date and date.edtf and date.edtf[:_YEAR].isdecimal():
            return int(date.edtf[:_YEAR])
    return None
