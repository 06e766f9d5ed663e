"""A bag as it came from somebody: what it holds is looked at before anything of it is believed.

Nothing outside its folder is read, whatever it names.
"""

import json
import logging
import os
import re
import stat
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import bagit
from jsonschema import Draft202012Validator

from habeas.errors import BagRefused
from habeas.model.contract import schema
from habeas.render.bag import ALGORITHMS
from habeas.web.archive.bagging import original
from habeas.web.archive.carrying import FILES

_MANIFESTS = {f"{kind}-{name}.txt" for kind in ("manifest", "tagmanifest") for name in ALGORITHMS}
_FILES = {"bagit.txt", "bag-info.txt", *_MANIFESTS, *(f"data/{name}" for name in FILES)}
_ORIGINAL = re.compile(r"data/originals/([0-9a-f]{2})/\1[0-9a-f]{62}")
_FOLDER = re.compile(r"data(/originals(/[0-9a-f]{2})?)?")
_READINGS = "readings"

# It names files on standard error otherwise; what it finds is said by our own errors.
logging.getLogger(bagit.__name__).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bag whose files are those of a bag of Habeas, and are as its manifests say."""

    folder: Path

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        """Yield the objects of a file such as ``readings``; raise BagRefused for another form."""
        path = f"{name}.json" if name == "counters" else f"{name}.jsonl"
        check = _validator(name.partition("-")[0])
        with (self.folder / "data" / path).open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(_whole(file), 1):
                found = _parsed(line)
                if not check.is_valid(found):
                    raise self.refused(f"line {number} of {path} is not as Habeas writes it")
                yield found

    def original(self, digest: str) -> bytes:
        """Return the bytes of a document."""
        return (self.folder / "data" / original(digest)).read_bytes()

    def digest(self) -> str:
        """Return the SHA-256 by which the bag can be told from any other."""
        lines = (self.folder / "tagmanifest-sha256.txt").read_text("utf-8").splitlines()
        return next(line[:64] for line in lines if line.endswith(" manifest-sha256.txt"))

    def refused(self, what: str) -> BagRefused:
        """Return the error that says what is wrong with the bag."""
        return BagRefused(str(self.folder), what=what)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn what is wrong with the bag's files into BagRefused."""
        try:
            yield
        except UnicodeError as error:
            raise self.refused("holds bytes that are no text") from error
        except OSError as error:
            if not self._is_ours(error):
                raise
            raise self.refused(f"cannot be read: {error.strerror}") from error

    def _is_ours(self, error: OSError) -> bool:
        name = error.filename
        return isinstance(name, str) and Path(name).is_relative_to(self.folder)


def opened(folder: Path) -> Parcel:
    """Return a bag that is whole; raise BagRefused."""
    parcel = Parcel(folder)
    with parcel.reading():
        _refuse_others(parcel)
        _validate(parcel)
    return parcel


def _refuse_others(parcel: Parcel) -> None:
    """Refuse links, devices, and files that Habeas does not put into a bag, or not there."""
    found = set()
    for path, is_file in _walk(parcel.folder, ""):
        known = path in _FILES or _ORIGINAL.fullmatch(path) if is_file else _FOLDER.fullmatch(path)
        if not known:
            raise parcel.refused("holds files that are not those of a bag of Habeas")
        found.add(path)
    if _FILES - found:
        raise parcel.refused("lacks files that a bag of Habeas has")


def _walk(folder: Path, within: str) -> Iterator[tuple[str, bool | None]]:
    """Yield the path of all that is in a folder, and whether it is a file; None for neither."""
    with os.scandir(folder) as found:
        for one in found:
            path, mode = f"{within}{one.name}", one.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                yield path, False
                yield from _walk(folder / one.name, f"{path}/")
            else:
                yield path if stat.S_ISREG(mode) else "", stat.S_ISREG(mode)


def _validate(parcel: Parcel) -> None:
    try:
        with warnings.catch_warnings():
            # It calls `re.sub` in a way that Python has come to dislike.
            warnings.simplefilter("ignore", DeprecationWarning)
            bagit.Bag(str(parcel.folder)).validate()
    except (bagit.BagError, ValueError, LookupError) as error:
        raise parcel.refused("is not as its manifests say") from error


@cache
def _validator(name: str) -> Draft202012Validator:
    if name == _READINGS:
        return Draft202012Validator(_inlined(schema(), schema()["$defs"]))
    text = files(__package__).joinpath("bag.schema.json").read_text("utf-8")
    found = json.loads(text)["$defs"]
    return Draft202012Validator(_inlined(found[name], found))


def _inlined(part: Any, found: Mapping[str, Any]) -> Any:
    """Return a schema with what it refers to in its place, which is faster to check.

    No definition of ours refers to itself.
    """
    if isinstance(part, dict):
        if "$ref" in part:
            return _inlined(found[part["$ref"].rpartition("/")[2]], found)
        return {key: _inlined(value, found) for key, value in part.items()}
    return [_inlined(one, found) for one in part] if isinstance(part, list) else part


def _whole(file: Iterator[str]) -> Iterator[str]:
    return (line for line in file if line.strip())


def _parsed(line: str) -> Any:
    """Return what a line holds, None where it is no JSON."""
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return None


def _refuse_constant(name: str) -> Mapping[str, Any]:
    raise ValueError(f"{name} is no JSON")
