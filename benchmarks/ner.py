"""Find the names in a file of documents, in the form that the NER scorer takes.

    python benchmarks/ner.py DOCS.jsonl > PREDICTIONS.jsonl

Uses the names as a user of Habeas gets them; public bodies count as organisations. Learns nothing
from the documents.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from habeas.model import Document, EntityType
from habeas.read.anatomy import read_anatomy
from habeas.read.names import read_names
from habeas.read.sheet import make_sheets

LABELS = {
    EntityType.PERSON: "PER",
    EntityType.ORGANIZATION: "ORG",
    EntityType.PUBLIC_BODY: "ORG",
    EntityType.PLACE: "LOC",
}


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the labelled spans of each document, given as ``{"id", "text"}``."""
    listed = list(docs)
    for doc, sheet in zip(listed, make_sheets(map(_document, listed)), strict=True):
        names = read_names(sheet, read_anatomy(sheet))
        spans = sorted(
            (span.start, span.end, LABELS[one.type])
            for one in names.entities
            if one.type in LABELS
            for span in one.mentions
        )
        found = [{"start": start, "end": end, "label": label} for start, end, label in spans]
        yield {"id": doc["id"], "entities": found}


def _document(doc: dict[str, Any]) -> Document:
    digest = hashlib.sha256(doc["text"].encode()).hexdigest()
    return Document(path=doc["id"], sha256=digest, media_type="text/plain", text=doc["text"])


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    for row in predict(json.loads(line) for line in lines if line.strip()):
        print(json.dumps(row, ensure_ascii=False))
