"""The persons of the public letters, read beside their gold where it is at hand."""

import hashlib
import json
from pathlib import Path

import pytest

from habeas.model import Document
from habeas.read.anatomy import read_anatomy
from habeas.read.names import read_names
from habeas.read.sheet import make_sheet

SHARED = Path(__file__).parents[4] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
FLOOR = 0.93  # of the persons' names, found and not invented
pytestmark = pytest.mark.skipif(not GOLD, reason=f"no gold readings in {SHARED}")


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_persons_are_found_where_they_are_named(path: Path) -> None:
    raw = (SHARED / "letters" / f"{path.stem}.txt").read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    sheet = make_sheet(
        Document(path=path.stem, sha256=digest, media_type="text/plain", text=raw.decode())
    )
    names = read_names(sheet, read_anatomy(sheet))
    entities = json.loads(path.read_text("utf-8"))["entities"]
    people = [one for one in entities if one["type"] == "Person"]
    expected = {tuple(s[:2]) for one in people for s in one["mentions"]}
    optional = ("nested", "tag_mentions")
    beside = {tuple(s[:2]) for one in people for key in optional for s in one.get(key, ())}
    given = {(s.start, s.end) for e in names.entities if e.type == "Person" for s in e.mentions}
    given -= beside
    right = len(expected & given)
    assert 2 * right >= FLOOR * (len(expected) + len(given))
