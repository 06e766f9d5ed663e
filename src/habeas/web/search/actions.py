"""What may be done to the index: put a document in, take one out."""

from habeas.model import Reading
from habeas.web.sources.models import Document


def index(document: Document, reading: Reading) -> None:
    """Put the passages of a document into the index."""


def drop(document: Document) -> None:
    """Take the passages of a document out of the index."""
