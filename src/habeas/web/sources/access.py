"""The only way to read documents, their readings and the log."""

from collections.abc import Collection
from functools import lru_cache

from django.db.models import QuerySet

from habeas.errors import NotInArchive
from habeas.model import Reading
from habeas.model.contract import from_json
from habeas.web.packing import unpack
from habeas.web.sources.layer import document_of
from habeas.web.sources.models import Document, Entry, Tombstone


def documents() -> QuerySet[Document]:
    """Return the documents, without what is bulky."""
    return Document.objects.defer("text", "reading")


def document(number: int) -> Document:
    """Return a document; raise NotInArchive."""
    found = documents().filter(number=number).first()
    if found is None:
        raise NotInArchive(f"D{number}")
    return found


def by_digest(digest: str) -> Document | None:
    """Return the document with these bytes."""
    return documents().filter(sha256=digest).first()


def tombstone(digest: str) -> Tombstone | None:
    """Return what is left of the document with these bytes, if it was taken out."""
    return Tombstone.objects.filter(sha256=digest).order_by("-number").first()


def digests(numbers: Collection[int]) -> dict[int, str]:
    """Return the SHA-256 of documents, by which what was made of them can be kept at hand."""
    return dict(Document.objects.filter(number__in=numbers).values_list("number", "sha256"))


def reading(number: int) -> Reading:
    """Return the reading of a document, whole; raise NotInArchive."""
    found = digests([number])
    if not found:
        raise NotInArchive(f"D{number}")
    return _reading(number, found[number])


@lru_cache(maxsize=256)
def _reading(number: int, digest: str) -> Reading:
    text, packed = Document.objects.values_list("text", "reading").get(number=number)
    return unpacked(bytes(text), bytes(packed))


def forget() -> None:
    """Forget the readings at hand: another archive may have read the same bytes otherwise."""
    _reading.cache_clear()


def unpacked(text: bytes, packed: bytes) -> Reading:
    """Return a reading from what is stored of it."""
    whole = unpack(packed)
    return from_json(whole, document_of(whole, unpack(text)))


def entries() -> QuerySet[Entry]:
    """Return the log, oldest first."""
    return Entry.objects.order_by("number")
