"""Write the golden readings of the examples: `make golden`, then look at the diff."""

import json
from pathlib import Path
from typing import Any

from habeas.errors import IntakeError
from habeas.flow import read_document
from habeas.intake import documents
from habeas.model import Document
from habeas.model.contract import as_json

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"


def name(document: Document) -> str:
    """Return the file name of a document's golden reading."""
    short = Path(document.path).name if "!/" not in document.path else document.path
    return short.removeprefix(str(EXAMPLES)).replace("!/", "+").strip("/") + ".json"


def shown(document: Document) -> dict[str, Any]:
    """Return the reading with the words beside each span, and without the whole text."""
    reading = as_json(read_document(document))
    text = reading.pop("text")
    reading["path"] = name(document).removesuffix(".json")
    return {key: with_words(value, text) for key, value in reading.items()}


def with_words(value: Any, text: str) -> Any:
    """Return the value with the words put beside each span, so that a diff can be read."""
    if isinstance(value, dict):
        return {key: with_words(one, text) for key, one in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and all(type(one) is int for one in value):
            return [*value, text[value[0] : value[1]]]
        return [with_words(one, text) for one in value]
    return value


def found() -> list[Document]:
    """Return the documents of examples/."""
    kept = []
    for one in documents([EXAMPLES]):
        if isinstance(one, IntakeError):
            raise one
        kept.append(one)
    return kept


def printed(reading: dict[str, Any]) -> str:
    """Return a reading as text: one line an item."""
    lines = []
    for key, value in reading.items():
        if isinstance(value, list) and value:
            items = ",\n".join("  " + json.dumps(one, ensure_ascii=False) for one in value)
            lines.append(f"{json.dumps(key)}: [\n{items}\n ]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{" + ",\n ".join(lines) + "}\n"


if __name__ == "__main__":
    for old in HERE.glob("*.json"):
        old.unlink()
    for one in found():
        (HERE / name(one)).write_text(printed(shown(one)), "utf-8")
