"""Turn one file into its documents: the file itself and whatever is packed in it.

Decides where a file is converted: plain text here, everything else in the child process.
"""

from collections.abc import Iterator

from habeas.errors import EmptyFile, HostileFile, IntakeError, OversizedFile
from habeas.intake.child import Child, rebuilt
from habeas.intake.convert import convert
from habeas.intake.layer import Extract
from habeas.intake.limits import Budget, File
from habeas.intake.media import Format, format_of
from habeas.intake.naming import printable
from habeas.model import Document

_SAVED = "check that the right file was saved"


def unfold(file: File, child: Child) -> Iterator[Document | IntakeError]:
    """Yield the documents in `file`, outermost first, and an error for each part without one."""
    try:
        yield from _unfold(file, child, Budget.of(file.limits), depth=0)
    except IntakeError as error:
        yield error


def _unfold(
    file: File, child: Child, budget: Budget, *, depth: int
) -> Iterator[Document | IntakeError]:
    try:
        found = extract(file, child)
    except IntakeError as error:
        yield rebuilt(printable(file.path), (type(error).__name__, error.what, error.remedy))
        return
    if found.text:
        yield _document(file, found)
    if found.members and depth >= file.limits.max_depth:
        yield HostileFile(printable(file.path), what="is packed too many times over")
        return
    size = sum(len(member.data) for member in found.members)
    budget.spend(size, len(found.members), path=printable(file.path))
    for member in found.members:
        inner = file.member(member.name, member.data)
        if member.error:
            yield rebuilt(printable(inner.path), member.error)
        else:
            yield from _unfold(inner, child, budget, depth=depth + 1)


def extract(file: File, child: Child) -> Extract:
    """Return what is in `file`; raise IntakeError where it has nothing to show."""
    if len(file.data) > file.limits.max_bytes:
        raise OversizedFile(file.path)
    if not file.data:
        raise EmptyFile(file.path, remedy=_SAVED)
    kind = format_of(file)
    found = convert(file, kind) if kind is Format.TEXT else child.convert(file, kind)
    if not is_visible(found.text) and not found.members:
        raise EmptyFile(file.path, remedy=_SAVED)
    return found


def is_visible(text: str) -> bool:
    """Say whether a reader of `text` would see anything."""
    return any(char.isprintable() and not char.isspace() for char in text)


def _document(file: File, found: Extract) -> Document:
    return Document(
        path=file.path,
        sha256=file.digest,
        media_type=found.media_type,
        text=found.text,
        pages=found.pages,
        regions=found.regions,
        links=found.links,
        metadata=found.metadata,
        data=file.data,
    )
