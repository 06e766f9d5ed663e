"""Puts the stages in order, for one document or a stream of them.

The only place that knows in which order a letter is read. Every reading passes the door.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from habeas import intake
from habeas.errors import HabeasError, IntakeError, ReaderFailed
from habeas.model import Anatomy, Document, Kind, Reading
from habeas.read import door
from habeas.read.anatomy import Frame, read_frame
from habeas.read.claims import read_claims
from habeas.read.dates import DateExpression, find_dates
from habeas.read.demands import read_demands
from habeas.read.names import Names, read_names
from habeas.read.sheet import Sheet, make_sheet
from habeas.read.unread import read_unread
from habeas.read.voices import quotations, read_voices


def read_source(source: str | Path) -> Reading:
    """Read a file, or a text that is no file's name; raise IntakeError.

    A folder or an archive is read as its first document; see `read_all` for all of them.
    """
    for found in [_document(source)]:
        return read_document(found)
    raise AssertionError


def _document(source: str | Path) -> Document:
    if isinstance(source, str) and ("\n" in source or not _exists(source)):
        return intake.from_text(source)
    found = next(iter(intake.documents([source])))
    if isinstance(found, IntakeError):
        raise found
    return found


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def read_all(
    found: Iterable[Document | IntakeError], read: Callable[[Document], Reading] | None = None
) -> Iterator[Reading | HabeasError]:
    """Read documents one by one, in a stream; what cannot be read is passed on as its error.

    `read` is another reader to use instead of this one.
    """
    for one in found:
        yield one if isinstance(one, IntakeError) else _tried(one, read or read_document)


def _tried(document: Document, read: Callable[[Document], Reading]) -> Reading | ReaderFailed:
    """Return the reading, or what failed: one document must never cost the others."""
    try:
        return read(document)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}:{last.lineno}"
        return ReaderFailed(document.path, cause=type(error).__name__, place=place)


def read_document(document: Document) -> Reading:
    """Read one document."""
    return door.admit(_read(make_sheet(document)))


def _read(sheet: Sheet) -> Reading:
    frame = read_frame(sheet)
    dates = _dates(sheet, frame.anatomy)
    names = read_names(sheet, frame.anatomy)
    anatomy = _identified(frame, names)
    voices = read_voices(sheet)
    claims = read_claims(sheet, anatomy, names, dates=dates, voices=voices)
    demands = read_demands(sheet, anatomy, names, voices=voices)
    who, reported = names.introduce, _is_reported(anatomy)
    quoted = tuple(quotations(voices, who, names.entity_at, reported=reported))
    return Reading(
        document=sheet.document,
        anatomy=anatomy,
        # Last: whoever speaks, does or suffers without a name was introduced on the way.
        entities=names.entities,
        relations=names.relations,
        claims=claims,
        demands=demands,
        quotations=quoted,
        unread=read_unread(sheet, frame, dates),
    )


def _is_reported(anatomy: Anatomy) -> bool:
    return anatomy.kind is Kind.NEWS_REPORT


def _dates(sheet: Sheet, anatomy: Anatomy) -> list[DateExpression]:
    own = anatomy.date_written or anatomy.date_published
    anchor = own.edtf if own else None
    return find_dates(sheet.text, language=sheet.language or "en", anchor=anchor)


def _identified(frame: Frame, names: Names) -> Anatomy:
    """Return the anatomy with the ids of the people in it."""
    anatomy, petition = frame.anatomy, frame.anatomy.petition
    if petition and frame.starter:
        petition = replace(petition, starter=names.entity_at(frame.starter))
    return replace(
        anatomy,
        petition=petition,
        signatories=tuple(replace(s, entity=names.entity_at(s.span)) for s in anatomy.signatories),
        addressees=tuple(replace(a, entity=names.entity_at(a.span)) for a in anatomy.addressees),
    )
