"""Time the comparison of names beside nomenklatura's logic-v2, on the same pairs in one run.

    python benchmarks/names_speed.py PAIRS.jsonl... --peer-python VENV/bin/python

PAIRS.jsonl has one object a line with "name1", "name2" and "schema"; without any, the six files of
../shared/bench are taken. The peer needs ICU and a venv of its own, for this benchmark only:

    apt-get install libicu-dev pkg-config g++
    python3 -m venv VENV && VENV/bin/pip install nomenklatura==4.17.4

Without it ours is timed alone. What is timed is all that lies between two strings and a score.
Ours: `compare(name1, name2, kind=...)` and its score. The peer: two FollowTheMoney entities of the
schema with one name each, `LogicV2.compare` with its default configuration, and its score. Of the
time of the peer 5 to 10 % is the making of the entities; ours takes names apart in the same call.
Ours tells its reasons when asked, and is not asked here; the peer's result has its own in it.

Each round is a new process on each side, ours and the peer's in turn, so that nothing is known of
the names: the tables are loaded by comparing a few invented names, then the file is compared once
("unseen"), then its names in other pairs, each first name with the second of the next line
("crossed": what an archive does, though of names that have more in common), and then the file once
more ("seen"). Each side keeps what it wishes of names and words; ours keeps how two words agree,
not the score of two names. Processor time, the best of all rounds on each side.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "shared" / "bench" / "data"
WARM = ("Anna Orlin", "Анна Орлин", "كريم حدادي", "יצחק דורין", "김민지", "王小明", "გიორგი")
SCHEMAS = ("Person", "Company", "Organization", "LegalEntity", "Vessel")
PASSES = ("unseen", "crossed", "seen")

# The peer's interpreter may be older than ours, and has no ``type`` statement.
Pair = tuple[str, str, str]
Score = Callable[[str, str, str], float]
Seconds = dict[str, float]


def ours() -> Score:
    """Return what compares two names with this project."""
    sys.path.append(str(Path(__file__).parents[1]))
    from benchmarks.names import KINDS

    from habeas.model import EntityType
    from habeas.resolve import compare

    body = EntityType.ORGANIZATION
    return lambda one, other, schema: compare(one, other, kind=KINDS.get(schema, body)).score


def peer() -> Score:
    """Return what compares two names with logic-v2, as its documentation does."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(name: str, schema: str) -> Any:
        return model.get_proxy({"id": name, "schema": schema, "properties": {"name": [name]}})

    def score(one: str, other: str, schema: str) -> float:
        found = algorithm.compare(entity(one, schema), entity(other, schema), config)
        return float(found.score)

    return score


SIDES = {"ours": ours, "peer": peer}


def timed(score: Score, pairs: list[Pair]) -> float:
    """Return the seconds of processor time that the pairs take."""
    start = time.process_time()
    for one, other, schema in pairs:
        score(one, other, schema)
    return time.process_time() - start


def work(side: str, path: Path) -> Seconds:
    """Return the seconds of each pass over a file, in this process."""
    score = SIDES[side]()
    for schema in SCHEMAS:
        for one, other in zip(WARM, (*WARM[1:], "Anna Orlin"), strict=True):
            score(one, other, schema)
    pairs = read(path)
    turned = [*pairs[1:], *pairs[:1]]
    crossed = [(one[0], two[1], one[2]) for one, two in zip(pairs, turned, strict=True)]
    order = dict(zip(PASSES, (pairs, crossed, pairs), strict=True))
    return {name: timed(score, those) for name, those in order.items()}


def read(path: Path) -> list[Pair]:
    """Return the pairs of a file."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(line["name1"], line["name2"], line.get("schema", "LegalEntity")) for line in lines]


def elsewhere(python: str, side: str, path: Path) -> Seconds:
    """Return the seconds of each pass over a file, in a new process."""
    command = [python, __file__, "--work", side, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def measure(path: Path, pythons: dict[str, str], rounds: int) -> dict[str, Seconds]:
    """Return the least seconds of each side and pass, the sides taking turns."""
    found: dict[str, list[Seconds]] = {side: [] for side in pythons}
    for _ in range(rounds):
        for side, python in pythons.items():
            found[side].append(elsewhere(python, side, path))
    return {side: least(seconds) for side, seconds in found.items()}


def least(rounds: list[Seconds]) -> Seconds:
    """Return the least seconds of each pass."""
    return {name: min(seconds[name] for seconds in rounds) for name in PASSES}


def added(files: Iterable[dict[str, Seconds]]) -> dict[str, Seconds]:
    """Return the seconds of all files together."""
    total: dict[str, Seconds] = {}
    for one in files:
        for side, seconds in one.items():
            mine = total.setdefault(side, dict.fromkeys(PASSES, 0.0))
            total[side] = {name: mine[name] + seconds[name] for name in PASSES}
    return total


def show(name: str, pairs: int, found: dict[str, Seconds]) -> None:
    """Print pairs a second of each side, and how many times as fast ours is."""
    for at in PASSES:
        speeds = [f"{side} {pairs / found[side][at]:>9,.0f}/s" for side in found]
        ratio = f"{found['peer'][at] / found['ours'][at]:6.1f} times" if "peer" in found else ""
        print(f"{name:24} {pairs:>6,} pairs  {at:7}  {'  '.join(speeds)}  {ratio}", flush=True)


def main() -> None:
    """Print a table; with --work, the seconds of one side as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pairs", type=Path, nargs="*", metavar="PAIRS.jsonl")
    parser.add_argument("--peer-python", help="interpreter that has nomenklatura")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", choices=SIDES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        print(json.dumps(work(given.work, given.pairs[0])))
        return
    pythons = {"ours": sys.executable}
    if given.peer_python:
        pythons["peer"] = given.peer_python
    else:
        print("ours alone: see the head of this file for how to make the peer's venv")
    paths = given.pairs or sorted(DATA.glob("names_*.pairs.jsonl"))
    if not paths:
        sys.exit(f"no file of pairs is named, and none is in {DATA}")
    found = {path: measure(path, pythons, given.rounds) for path in paths}
    for path, seconds in found.items():
        show(path.name.removesuffix(".pairs.jsonl"), len(read(path)), seconds)
    show("all", sum(len(read(path)) for path in paths), added(found.values()))


if __name__ == "__main__":
    main()
