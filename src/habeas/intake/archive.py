"""Unpack a zip archive into its members, in memory.

Writes nothing to disk. The whole directory is judged before a byte is unpacked: an archive that
would grow past its limits or names a place outside itself is refused whole.
"""

import re
import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from habeas.errors import (
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IntakeError,
    OversizedFile,
    UnreadableFile,
    UnsupportedFormat,
)
from habeas.intake.layer import Extract, Member
from habeas.intake.limits import File, Limits
from habeas.intake.media import Format
from habeas.intake.naming import is_litter, unique

_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1
_CHUNK = 2**16
# Bad data shows itself in all of these; NotImplementedError is an unknown compression.
_DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)


def open_zip(file: File) -> ZipFile:
    """Open `file` as a zip, its directory judged; raise UnreadableFile or HostileFile."""
    try:
        packed = ZipFile(BytesIO(file.data))
    except (*_DAMAGE, RuntimeError, IndexError):
        raise UnreadableFile(file.path) from None
    judge(packed.infolist(), file)
    return packed


def judge(entries: list[ZipInfo], file: File) -> None:
    """Raise HostileFile if unpacking would exhaust the machine or leave the archive."""
    limits = file.limits
    size = sum(entry.file_size for entry in entries)
    if len(entries) > limits.max_members:
        raise HostileFile(file.path, what=f"holds more than {limits.max_members:,} files")
    if size > max(limits.small, limits.max_ratio * len(file.data)) or size > limits.max_expanded:
        raise HostileFile(file.path, what="unpacks to far more than its size")
    if any(_escapes(entry.orig_filename) for entry in entries):
        raise HostileFile(file.path, what="names a place outside itself")


def convert(file: File) -> Extract:
    """Return the files in a zip, sorted by name, without those that systems leave behind."""
    with open_zip(file) as packed:
        entries = sorted(
            (entry for entry in packed.infolist() if not entry.is_dir()),
            key=lambda entry: entry.filename,
        )
        kept = [entry for entry in entries if not is_litter(entry.filename)]
        members = tuple(unique(_members(packed, kept, file.limits)))
    if not members:
        raise EmptyFile(file.path, what="has no files in it", remedy="check what was packed")
    return Extract(media_type=Format.ZIP, members=members)


def _members(packed: ZipFile, entries: list[ZipInfo], limits: Limits) -> Iterator[Member]:
    for entry in entries:
        try:
            yield Member(entry.filename, _unpack(packed, entry, limits))
        except IntakeError as error:
            yield Member(entry.filename, error=(type(error).__name__, error.what, error.remedy))


def _unpack(packed: ZipFile, entry: ZipInfo, limits: Limits) -> bytes:
    name = entry.filename
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise HostileFile(name, what="is a link to another place", remedy="add the file itself")
    if entry.flag_bits & _ENCRYPTED:
        raise EncryptedFile(name)
    if entry.file_size > limits.max_bytes:
        raise OversizedFile(name)
    try:
        return packed.read(entry)
    except NotImplementedError:
        raise UnsupportedFormat(name, what="is packed in an unusual way") from None
    except (*_DAMAGE, RuntimeError):
        raise UnreadableFile(name) from None


def _escapes(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or _DRIVE.match(name) is not None
