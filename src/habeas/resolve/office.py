"""Read an office out of a printed role, and say whether two offices are one, or exclude each other.

It knows words for offices. Who held one, and when, it learns from documents only.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from habeas.resolve.country import countries_in, plain_words, same_place
from habeas.resolve.lexicon import load

_NEAR = 1  # years between two documents that may speak of one term of office


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office as a document gives it: what, of what, where, in what year of writing."""

    head: str
    field: str = ""
    place: str | None = None
    year: int | None = None
    past: bool = False
    sole: bool = False

    @property
    def text(self) -> str:
        """Return the office in words."""
        words = [self.head, self.field and f"({self.field})", self.place and f"of {self.place}"]
        return " ".join(word for word in words if word)

    def as_json(self) -> list[Any]:
        """Return the office as a JSON array."""
        return [self.head, self.field, self.place, self.year, self.past, self.sole]

    @classmethod
    def from_json(cls, row: list[Any]) -> "Office":
        """Return the office of a JSON array."""
        head, field, place, year, past, sole = row
        return cls(head=head, field=field, place=place, year=year, past=past, sole=sole)


class Tie(StrEnum):
    """How two offices stand to each other."""

    SAME = "same"
    MAYBE = "maybe"
    OTHER = "other"
    CLASH = "clash"


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    """Return, for each word for an office, what it is called here and whether one holds it."""
    found = dict[str, tuple[str, bool]]()
    for table in ("sole", "shared"):
        for line in load("office")[table].strip().splitlines():
            forms = [form.strip() for form in line.split("|")]
            found |= dict.fromkeys(forms, (forms[0], table == "sole"))
    return found


@cache
def _fields() -> dict[str, str]:
    lines = load("office")["fields"].strip().splitlines()
    rows = [[form.strip() for form in line.split("|")] for line in lines]
    return {form: row[0] for row in rows for form in row}


@cache
def _finder(table: str) -> re.Pattern[str]:
    forms = _heads() if table == "heads" else _fields()
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest))})(?!\S)")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("office")[table].split())


@lru_cache(maxsize=1 << 14)
def read_office(text: str, place: str | None = None, year: int | None = None) -> Office | None:
    """Return the office that a printed role names; None where it names none.

    `place` is where, if the document says so elsewhere; `year` is that of the document.
    """
    words = plain_words(text)
    matches = list(_finder("heads").finditer(" ".join(words)))
    if not matches:
        return None
    # “Deputy” alone is an office, before another it is a rank.
    found = next((one for one in matches if one[0] not in _words("under")), matches[0])
    head, sole = _heads()[found[0]]
    before = found.string[: found.start()].split()
    if not _words("others").isdisjoint(before):
        return None
    under = [word for word in before if word in _words("under")]
    named = [name for name, _, _ in countries_in(text)]
    return Office(
        head=" ".join([*under, head]),
        field=_field(f"{' '.join(before)} {found.string[found.end() :]}", place),
        place=named[-1] if named else place,
        year=year,
        past=not _words("past").isdisjoint(before),
        sole=sole and not under,
    )


def _field(rest: str, place: str | None) -> str:
    """Return what an office is of, without its place."""
    if known := _finder("fields").search(rest):
        return _fields()[known[0]]
    countries = {word for _, a, b in countries_in(rest) for word in plain_words(rest)[a:b]}
    idle = _words("empty") | _words("past") | _words("under") | countries
    idle |= set(plain_words(place)) if place else set()
    return " ".join(word for word in rest.split() if word not in idle)


def is_title(name: str) -> bool:
    """Say whether a name is nothing but an office: “Prime Minister”."""
    office = read_office(name)
    return office is not None and not office.field


def compare_offices(one: Office, other: Office) -> Tie:
    """Return how two offices stand to each other."""
    where = one.place and other.place and same_place(one.place, other.place)
    if one.place and other.place and not where:
        return Tie.OTHER
    if (one.head, one.field) == (other.head, other.field):
        certain = where and one.sole and _same_time(one, other)
        return Tie.SAME if certain else Tie.MAYBE
    clash = one.sole and other.sole and where and not (one.past or other.past)
    return Tie.CLASH if clash and one.year and one.year == other.year else Tie.OTHER


def _same_time(one: Office, other: Office) -> bool:
    if one.year is None or other.year is None or one.past != other.past:
        return False
    return abs(one.year - other.year) <= _NEAR
