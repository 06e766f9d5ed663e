"""Lay a text out for the tests of voices."""

import hashlib

from habeas.model import Document
from habeas.read.sheet import Sheet, make_sheet


def lay(text: str) -> Sheet:
    """Return a text laid out and parsed."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return make_sheet(Document(path="x.txt", sha256=digest, media_type="text/plain", text=text))
