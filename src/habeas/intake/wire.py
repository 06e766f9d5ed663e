"""Speak with the child process: a frame is a JSON object and the byte strings it announces.

Nothing that is received is ever executed, as a pickle would be.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from struct import Struct
from typing import IO, Any

from habeas.intake.layer import Extract, Member
from habeas.model import Layer, Link, Region, Span

Frame = tuple[dict[str, Any], list[bytes]]
_LENGTH = Struct(">Q")


def send(stream: IO[bytes], head: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Write one frame."""
    body = json.dumps({**head, "sizes": [len(blob) for blob in blobs]}).encode()
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> Frame:
    """Read one frame; raise EOFError if the other side ended before or within it."""
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    head = json.loads(_read(stream, length))
    return head, [_read(stream, size) for size in head.pop("sizes")]


def pack(found: Extract) -> Frame:
    """Return an extract as a frame."""
    head = asdict(found) | {
        "regions": [(region.layer, *_ends(region.span)) for region in found.regions],
        "links": [(link.target, *_ends(link.span)) for link in found.links],
        "pages": [_ends(page) for page in found.pages],
        "members": [(member.name, member.error) for member in found.members],
    }
    return head, [member.data for member in found.members]


def unpack(frame: Frame) -> Extract:
    """Return the extract in a frame."""
    head, blobs = frame
    return Extract(
        media_type=head["media_type"],
        text=head["text"],
        pages=tuple(Span(*ends) for ends in head["pages"]),
        regions=tuple(
            Region(layer=Layer(layer), span=Span(*ends)) for layer, *ends in head["regions"]
        ),
        links=tuple(Link(Span(*ends), target) for target, *ends in head["links"]),
        metadata=head["metadata"],
        members=tuple(
            Member(name, blob, error and tuple(error))
            for (name, error), blob in zip(head["members"], blobs, strict=True)
        ),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _read(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
