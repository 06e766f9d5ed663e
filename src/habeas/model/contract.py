"""The contract of ``habeas read``: a reading as one JSON object, and back.

The keys are those of the published schema (``reading.schema.json`` in this package); spans are
``[start, end]`` in code points, and what the document does not say is null.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from habeas.model.document import Document
from habeas.model.reading import Anatomy, Claim, Reading, Relation
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
    parts = [one.name for one in fields(Reading) if one.name not in _OTHERWISE]
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


def from_json(whole: Mapping[str, Any], document: Document | None = None) -> Reading:
    """Return the reading that `as_json` made `whole` of; `document` where it is at hand.

    Of the document only what the contract holds comes back otherwise: path, digest, type, text.
    Raises KeyError, TypeError or ValueError where `whole` does not follow the schema.
    """
    document = document or Document(**{k: whole[k] for k in _DOCUMENT})
    hints = get_type_hints(Reading)
    rest = {name: _maker(hints[name])(whole[name]) for name in hints.keys() - _OTHERWISE}
    return Reading(document=document, anatomy=_maker(Anatomy)(whole["document"]), **rest)


_OTHERWISE = {"document", "anatomy"}  # what the contract has under other keys
_DOCUMENT = ("path", "sha256", "media_type", "text")


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of `kind` out of JSON's own types."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Span:
        return lambda value: Span(*value)
    if origin is UnionType:
        make = _maker(inner[0])
        return lambda value: None if value is None else make(value)
    if origin is tuple:
        make = _maker(inner[0])
        return lambda value: tuple(map(make, value))
    if origin is not None:
        return lambda value: dict(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _record(kind) if is_dataclass(kind) else lambda value: value


def _record(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a dataclass out of an object with its keys."""
    hints = get_type_hints(kind)
    makers = {
        one.name: (_KEYS.get((kind, one.name), one.name), _maker(hints[one.name]))
        for one in fields(kind)
    }
    return lambda value: kind(**{n: make(value[key]) for n, (key, make) in makers.items()})


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one reading."""
    text = files(__package__).joinpath("reading.schema.json").read_text("utf-8")
    return dict(json.loads(text))


def line(reading: Reading) -> str:
    """Return the reading as one line of JSON Lines, without the line break."""
    return json.dumps(as_json(reading), ensure_ascii=False, separators=(",", ":"))
