"""Speak with the child process: a frame is a JSON object and the byte strings it announces.

Nothing that is received is ever executed, as a pickle would be.
"""

import json
from collections.abc import Sequence
from functools import partial
from struct import Struct
from typing import IO, Any, NamedTuple

from habeas.errors import IntakeError
from habeas.intake.layer import Extract, Member
from habeas.model import Layer, Link, Region, Span

Frame = tuple[dict[str, Any], list[bytes]]
_LENGTH = Struct(">Q")
_MOST = 2**40


class Refusal(NamedTuple):
    """Why a file gave nothing; `spent` if the child that says so is worn out."""

    name: str
    what: str
    remedy: str
    spent: bool = False


def send(stream: IO[bytes], head: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Write one frame."""
    whole = {**head, "sizes": [len(blob) for blob in blobs]}
    # The path of a file may hold lone surrogates; `json.loads` takes them as they are.
    body = json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes], *, most: int = _MOST) -> Frame:
    """Read one frame; raise EOFError if the other side ended before or within it.

    Raises ValueError if it is longer than `most` bytes in all.
    """
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size, most))
    head = json.loads(_read(stream, length, most))
    sizes = head.pop("sizes")
    if length + sum(sizes) > most:
        raise ValueError("frame too long")
    return head, [_read(stream, size, most) for size in sizes]


def pack(found: Extract) -> Frame:
    """Return an extract as a frame."""
    head = {
        "media_type": found.media_type,
        "text": found.text,
        "metadata": dict(found.metadata),
        "regions": [(region.layer, *_ends(region.span)) for region in found.regions],
        "links": [(link.target, *_ends(link.span)) for link in found.links],
        "pages": [_ends(page) for page in found.pages],
        "members": [(member.name, member.error) for member in found.members],
    }
    return head, [member.data for member in found.members]


def refuse(error: IntakeError, *, spent: bool = False) -> Frame:
    """Return an error as a frame; after `spent` the child is not to be used again."""
    return {"error": (type(error).__name__, error.what, error.remedy), "spent": spent}, []


def unpack(frame: Frame) -> Extract | Refusal:
    """Return the extract or the refusal in a frame; raise ValueError if its places do not fit."""
    head, blobs = frame
    if "error" in head:
        name, what, remedy = map(str, head["error"])
        return Refusal(name, what, remedy, spent=bool(head["spent"]))
    at = partial(_span, length=len(head["text"]))
    return Extract(
        media_type=head["media_type"],
        text=head["text"],
        pages=tuple(at(*ends) for ends in head["pages"]),
        regions=tuple(
            Region(layer=Layer(layer), span=at(*ends)) for layer, *ends in head["regions"]
        ),
        links=tuple(Link(at(*ends), target) for target, *ends in head["links"]),
        metadata=head["metadata"],
        members=tuple(
            Member(name, blob, error and tuple(error))
            for (name, error), blob in zip(head["members"], blobs, strict=True)
        ),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _span(start: int, end: int, *, length: int) -> Span:
    if not 0 <= start <= end <= length:
        raise ValueError("place outside the text")
    return Span(start, end)


def _read(stream: IO[bytes], size: int, most: int) -> bytes:
    if not 0 <= size <= most:
        raise ValueError("frame too long")
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
