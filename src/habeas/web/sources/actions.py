"""What may be done to documents: keep one with its reading, note an origin, take one out."""

from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from habeas.model import Reading
from habeas.model.contract import as_json
from habeas.web.packing import content, pack
from habeas.web.sources import log
from habeas.web.sources.clean import clean
from habeas.web.sources.layer import layer_json
from habeas.web.sources.log import Hand
from habeas.web.sources.models import Document, Entry, Origin, Tombstone
from habeas.web.sources.number import take

_YEAR = 4  # digits


def keep(reading: Reading, entry: Entry, *, size: int) -> Document:
    """Keep a document and its reading; `size` is that of the original in bytes."""
    row = described(reading)
    row.number, row.size = take("document")[0], size
    row.reader, row.added = version("habeas"), entry
    row.save(force_insert=True)
    Origin.objects.create(document=row, path=clean(reading.document.path), entry=entry)
    return row


def described(reading: Reading) -> Document:
    """Return a row with all that a reading says of its document, and nothing of its custody."""
    found, anatomy = reading.document, reading.anatomy
    return Document(
        sha256=found.sha256,
        media_type=clean(found.media_type),
        kind=anatomy.kind,
        language=anatomy.language,
        title=clean(anatomy.title.of(found.text)) if anatomy.title else None,
        written=anatomy.date_written.edtf if anatomy.date_written else None,
        published=anatomy.date_published.edtf if anatomy.date_published else None,
        year=_year(reading),
        text=packed_text(found.text),
        reading=packed_reading(reading),
    )


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
    """Return the digests of all that is kept of a document, for the log.

    Those of text and reading are of what was packed: another library packs it otherwise.
    """
    return {
        "sha256": document.sha256,
        "text": _digest(document.text),
        "reading": _digest(document.reading),
    }


def _digest(packed: bytes | memoryview) -> str | None:
    """Return the SHA-256 of what was packed, None where it is damaged."""
    try:
        return sha256(content(bytes(packed))).hexdigest()
    except ValueError:
        return None


def _year(reading: Reading) -> int | None:
    """Return the year in which the document was written or else published."""
    for date in (reading.anatomy.date_written, reading.anatomy.date_published):
        if date and date.edtf and date.edtf[:_YEAR].isdecimal():
            return int(date.edtf[:_YEAR])
    return None
