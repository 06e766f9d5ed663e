"""The contract of ``habeas read``: a reading as one JSON object, and back.

The keys are those of the published schema (``reading.schema.json`` in this package); spans are
``[start, end]`` in code points, and what the document does not say is null.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.model.reading import Claim, Reading, Relation
from habeas.model.span import Span

# Where the contract's key is not the field's name.
_KEYS: Mapping[tuple[type, str], str] = {
    (Relation, "source"): "from",
    (Relation, "target"): "to",
    (Claim, "kind"): "class",
}


def as_json(reading: Reading) -> dict[str, Any]:
    """Return the reading in the form of the contract, made of JSON's own types."""
    document = reading.document
    whole = {
        "path": document.path,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "text": document.text,
        "document": _plain(reading.anatomy),
    }
    parts = [one.name for one in fields(Reading) if one.name not in ("document", "anatomy")]
    return whole | {name: _plain(getattr(reading, name)) for name in parts}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value):
        names = (one.name for one in fields(value))
        return {_KEYS.get((type(value), n), n): _plain(getattr(value, n)) for n in names}
    return value


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one reading."""
    text = files(__package__).joinpath("reading.schema.json").read_text("utf-8")
    return dict(json.loads(text))


def line(reading: Reading) -> str:
    """Return the reading as one line of JSON Lines, without the line break."""
    return json.dumps(as_json(reading), ensure_ascii=False, separators=(",", ":"))
