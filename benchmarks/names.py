"""Compare the pairs of names of a file: one score a pair, for the public benchmarks.

    python benchmarks/names.py PAIRS.jsonl > PREDICTIONS.jsonl

PAIRS.jsonl has one object a line with "id", "name1", "name2" and "schema", a FollowTheMoney schema.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from habeas.model import EntityType
from habeas.resolve import compare

KINDS = {"Person": EntityType.PERSON, "LegalEntity": None}


def predict(pairs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield one score a pair. What is neither a person nor perhaps one is a body."""
    for pair in pairs:
        kind = KINDS.get(pair.get("schema", "LegalEntity"), EntityType.ORGANIZATION)
        found = compare(pair["name1"], pair["name2"], kind=kind)
        yield {"id": pair["id"], "score": round(found.score, 4), "match": found.same}


def main() -> None:
    """Write the scores to standard output, and the speed to standard error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path, metavar="PAIRS.jsonl")
    lines = parser.parse_args().pairs.read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines if line.strip()]
    compare("Warm", "up")
    start = time.perf_counter()
    found = list(predict(pairs))
    seconds = time.perf_counter() - start
    for one in found:
        print(json.dumps(one, ensure_ascii=False))
    speed = f"{len(pairs):,} pairs in {seconds:.2f} s: {len(pairs) / seconds:,.0f}/s"
    print(speed, file=sys.stderr)


if __name__ == "__main__":
    main()
