"""The public letters the project was made for, read beside their gold where it is at hand."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from habeas.model import Anatomy, Document
from habeas.read.anatomy import read_anatomy
from habeas.read.sheet import make_sheet

SHARED = Path(__file__).parents[4] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
pytestmark = pytest.mark.skipif(not GOLD, reason=f"no gold readings in {SHARED}")


@cache
def read(path: Path) -> tuple[dict[str, Any], Anatomy]:
    gold = json.loads(path.read_text("utf-8"))
    raw = (SHARED / "letters" / f"{path.stem}.txt").read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    document = Document(path=path.stem, sha256=digest, media_type="text/plain", text=raw.decode())
    return gold, read_anatomy(make_sheet(document))


def folded(values: Any) -> list[str]:
    return sorted(" ".join(value.split()).casefold() for value in values)


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_kind_and_dates(path: Path) -> None:
    gold, anatomy = read(path)
    printed = {
        key: date and date["edtf"]
        for key in ("date_written", "date_published")
        if (date := gold["document"][key]) or True
    }
    found = {key: date and date.edtf for key in printed if (date := getattr(anatomy, key)) or True}
    assert (str(anatomy.kind), found) == (gold["document"]["kind"], printed)


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_signatories(path: Path) -> None:
    gold, anatomy = read(path)
    expected = folded(one["name"] for one in gold["document"]["authors"])
    assert folded(one.name for one in anatomy.signatories) == expected


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_addressees(path: Path) -> None:
    gold, anatomy = read(path)
    expected = gold["document"]["addressees"]
    places = [tuple(one["span"][:2]) for one in expected]
    names = folded(one["name"] for one in expected)
    assert len(anatomy.addressees) == len(expected)
    for one in anatomy.addressees:
        near = any(a < one.span.end and one.span.start < b for a, b in places)
        assert near or folded([one.name])[0] in names


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_tags(path: Path) -> None:
    gold, anatomy = read(path)
    expected = {(tag["group"], tag["text"]) for tag in gold["document"]["tags"]}
    found = {(tag.group, tag.label) for tag in anatomy.tags}
    assert 2 * len(expected & found) >= 0.95 * (len(expected) + len(found))
