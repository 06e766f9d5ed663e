"""Intake: bytes → Document.

Takes the text layer out of files and says of each what stood in the way; one bad file never stops
the others. Understands nothing of what a text says.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from habeas.errors import IntakeError
from habeas.intake.child import Child, shared
from habeas.intake.folder import count, files, read_input
from habeas.intake.limits import File, Limits
from habeas.intake.media import text_format
from habeas.intake.unfold import unfold
from habeas.model import Document

DEFAULT = Limits()

__all__ = ["Limits", "count", "documents", "from_bytes", "from_text"]


def documents(
    paths: Iterable[str | Path], limits: Limits = DEFAULT, *, stdin: BinaryIO | None = None
) -> Iterator[Document | IntakeError]:
    """Yield a document or an error for every file, in the order given, folders by name.

    ``-`` is standard input. Errors are yielded, never raised.
    """
    with Child() as child:
        for path in paths:
            found = [read_input(stdin, limits)] if path == "-" else files(path, limits)
            for file in found:
                if isinstance(file, IntakeError):
                    yield file
                else:
                    yield from unfold(file, child)


def from_bytes(
    data: bytes, path: str, limits: Limits = DEFAULT
) -> Iterator[Document | IntakeError]:
    """Yield what is in `data`, known as `path`: a document, those packed in it, or errors."""
    yield from unfold(File(path, data, limits), shared())


def from_text(text: str, path: str = "-") -> Document:
    """Return a document of a text that is already at hand, unchanged."""
    file = File(path, text.encode("utf-8", "surrogatepass"))
    return Document(
        path=path, sha256=file.digest, media_type=text_format(text, file.name), text=text
    )
