"""Measure whether one person is found to be one across documents, against a table made by hand.

    python benchmarks/identity.py TABLE FOLDER [--show]

TABLE is a .toml or .json file with a list `person` of tables: `name`; `printed`, from the beginning
of a file's name to what is printed there of that person ("Velkarov@1204" for the one mention at
code point 1204, where a word stands for several people); and `described`, likewise, for words that
are no name: found together with the person they are right, left alone they are no mistake.

Counted are pairs of one person in two documents: right, of all that were put together with a person
of the table (precision); found, of all that the table has (recall). A person whom the reader did
not find in a document, or found twice there, costs recall: these are listed apart.
"""

import argparse
import json
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Any

from habeas import intake
from habeas.flow import read_all
from habeas.model import Entity, EntityType, Reading
from habeas.resolve.gathering import Group, gather

type Appearance = tuple[int, str]


@dataclass(slots=True)
class Score:
    """What was found of the pairs of a table."""

    right: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of pairs found that are right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Return the share of the table's pairs that were found."""
        return self.right / max(1, self.right + len(self.missed))


def read_table(path: Path) -> list[dict[str, Any]]:
    """Return the people of a table."""
    text = path.read_text(encoding="utf-8")
    table = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    return list(table["person"])


def measure(readings: Sequence[Reading], table: list[dict[str, Any]]) -> Score:
    """Gather the readings and score the groups against the table."""
    return score(readings, table, gather(readings))


def score(
    readings: Sequence[Reading], table: list[dict[str, Any]], groups: Iterable[Group]
) -> Score:
    """Score groups of appearances against a table."""
    whose, found = _owners(readings, table), Score()
    together = set[tuple[Appearance, Appearance]]()
    for group in groups:
        for one, other in combinations(sorted(group.members), 2):
            if one[0] == other[0] or not (one in whose or other in whose):
                continue
            mine, theirs = (whose.get(a, (f"nobody: {a}", False))[0] for a in (one, other))
            if mine != theirs:
                found.wrong.append((f"{mine} {one}", f"{theirs} {other}"))
            together.add((one, other))
    for person in table:
        places = _places(person, readings, whose, found=found)
        _recall(places, person["name"], together, found=found)
    return found


def _places(
    person: dict[str, Any],
    readings: Sequence[Reading],
    whose: dict[Appearance, tuple[str, bool]],
    *,
    found: Score,
) -> list[list[Appearance]]:
    """Return the appearances of one person by document; nobody's where the reader found none."""
    places = list[list[Appearance]]()
    for number in _documents(person, readings):
        owner = (person["name"], False)
        mine = sorted(one for one in whose if one[0] == number and whose[one] == owner)
        if len(mine) != 1:
            times = f" ×{len(mine)}" if mine else ""
            found.unread.append((f"{person['name']}{times}", readings[number].document.path))
        places.append(mine or [(number, "")])
    return places


def _recall(
    places: list[list[Appearance]],
    name: str,
    together: set[tuple[Appearance, Appearance]],
    *,
    found: Score,
) -> None:
    """Count the pairs of one person; where the reader found nobody, a pair is missed too."""
    for here, there in combinations(places, 2):
        for one, other in product(here, there):
            if (one, other) in together:
                found.right += 1
            else:
                found.missed.append((name, str(one), str(other)))


def _documents(person: dict[str, Any], readings: Sequence[Reading]) -> list[int]:
    """Return the numbers of the readings in which a person is named."""
    return [n for n, one in enumerate(readings) if _row(person, "printed", one)]


def _row(person: dict[str, Any], part: str, reading: Reading) -> list[str]:
    """Return what the table has for a document, whose name begins with the longest such key."""
    name = reading.document.path.rsplit("/", 1)[-1]
    keys = [key for key in person.get(part, {}) if name.startswith(key)]
    return person[part][max(keys, key=len)] if keys else []


def _owners(
    readings: Sequence[Reading], table: list[dict[str, Any]]
) -> dict[Appearance, tuple[str, bool]]:
    """Return who each appearance is by its words, and whether it is only described."""
    found = {}
    for number, reading in enumerate(readings):
        for entity in reading.entities:
            if owner := _owner(entity, reading, table):
                found[number, entity.id] = owner
    return found


def _owner(
    entity: Entity, reading: Reading, table: list[dict[str, Any]]
) -> tuple[str, bool] | None:
    if entity.type is not EntityType.PERSON:
        return None
    text = reading.document.text
    parts = (("printed", entity.mentions), ("described", entity.references))
    for part, spans in parts:
        words = [w for s in spans for w in _ways(" ".join(s.of(text).split()), s.start)]
        votes = Counter[str]()
        for person in table:
            row = {word.lower() for word in _row(person, part, reading)}
            votes[person["name"]] = sum(word in row for word in words)
        best = votes.most_common(1)
        if best and best[0][1]:
            return best[0][0], part == "described"
    return None


def _ways(words: str, start: int) -> Iterator[str]:
    """Yield how a table may name a mention."""
    bare = words.removesuffix("’s").removesuffix("'s").lower()
    yield bare
    yield f"{bare}@{start}"


def readings_of(folder: Path) -> list[Reading]:
    """Return the readings of a folder's files, those that cannot be read left out."""
    found = read_all(intake.documents([folder]))
    return [one for one in found if isinstance(one, Reading)]


def main() -> None:
    """Print precision and recall, and with --show every mistake."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print each mistake")
    given = parser.parse_args()
    table, readings = read_table(given.table), readings_of(given.folder)
    readings = [one for one in readings if any(_row(p, "printed", one) for p in table)]
    start = time.process_time()
    found = measure(readings, table)
    each = 1000 * (time.process_time() - start) / max(1, len(readings))
    print(f"{len(readings)} documents, {len(table)} people, {each:.1f} ms a document")
    print(f"precision {found.precision:.1%} ({found.right} right, {len(found.wrong)} wrong)")
    print(f"recall    {found.recall:.1%} ({len(found.missed)} missed)")
    for name, path in found.unread:
        print(f"  the reader: {name} in {path}")
    for row in [*found.wrong, *found.missed] if given.show else ():
        print("  ", *row)


if __name__ == "__main__":
    main()
