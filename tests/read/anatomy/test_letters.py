"""Whole letters about invented people: what their anatomy is, in several languages and forms."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from habeas.model import Anatomy, Document
from habeas.read.anatomy import Frame, read_frame
from habeas.read.sheet import Sheet, make_sheet

HERE = Path(__file__).parent
TABLES = ("letters.toml", "forms.toml", "genres.toml")
LETTERS = [
    letter
    for table in TABLES
    for letter in tomllib.loads((HERE / table).read_text("utf-8"))["letter"]
]


@cache
def sheet_of(text: str) -> Sheet:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return make_sheet(Document(path="x.txt", sha256=digest, media_type="text/plain", text=text))


def names(people: Any, field: str = "name") -> list[str]:
    return [value for one in people if (value := getattr(one, field))]


def said(sheet: Sheet, frame: Frame) -> dict[str, Any]:
    """Return the anatomy in the words of the tables; "" where nothing is printed."""
    anatomy = frame.anatomy
    found = {
        "kind": str(anatomy.kind),
        "language": anatomy.language or "",
        "publisher": anatomy.publisher or "",
        "title": anatomy.title.of(sheet.text) if anatomy.title else "",
        "written": anatomy.date_written.edtf if anatomy.date_written else "",
        "published": anatomy.date_published.edtf if anatomy.date_published else "",
        "supporters": anatomy.petition.supporters if anatomy.petition else 0,
        "starter": frame.starter.of(sheet.text) if frame.starter else "",
        "coordinator": frame.coordinator.of(sheet.text) if frame.coordinator else "",
        "tags": [tag.label for tag in anatomy.tags],
        "addressees": names(anatomy.addressees),
        "offices": names(anatomy.addressees, "office"),
        "signatories": names(anatomy.signatories),
    }
    fields = {"roles": "role", "affiliations": "affiliation", "countries": "country"}
    fields["groups"] = "political_group"
    return found | {key: names(anatomy.signatories, field) for key, field in fields.items()}


@pytest.mark.parametrize("letter", LETTERS, ids=[letter["name"] for letter in LETTERS])
def test_reads_the_anatomy_that_is_printed(letter: dict[str, Any]) -> None:
    sheet = sheet_of(letter["text"])
    found = said(sheet, read_frame(sheet))
    expected = {key: value for key, value in letter.items() if key not in ("name", "text")}
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("letter", LETTERS, ids=[letter["name"] for letter in LETTERS])
def test_every_item_stands_in_the_text(letter: dict[str, Any]) -> None:
    sheet = sheet_of(letter["text"])
    anatomy = read_frame(sheet).anatomy
    for one in spans(anatomy):
        words = one.of(sheet.text)
        assert words
        assert words == words.strip()


@pytest.mark.parametrize("letter", LETTERS, ids=[letter["name"] for letter in LETTERS])
def test_gives_a_reason_for_every_kind_but_other(letter: dict[str, Any]) -> None:
    frame = read_frame(sheet_of(letter["text"]))
    kinds = {feature.kind for feature in frame.reasons if feature.weight > 0}
    assert frame.anatomy.kind in kinds or frame.anatomy.kind == "other"


def spans(anatomy: Anatomy) -> list[Any]:
    people = [*anatomy.signatories, *anatomy.addressees, *anatomy.tags, *anatomy.links]
    dates = [one for one in (anatomy.date_written, anatomy.date_published) if one]
    petition = [anatomy.petition] if anatomy.petition else []
    title = [anatomy.title] if anatomy.title else []
    return [one.span for one in [*people, *dates, *petition]] + title
