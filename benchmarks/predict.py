"""Turn the reader's output into the form that a public benchmark's scorer takes.

    python benchmarks/predict.py attribution DOCS.jsonl > PREDICTIONS.jsonl

DOCS.jsonl has one object a line with "id", "text" and, where known, "lang", "date" and "title".
For `names` it is a file of pairs, with "id", "name1", "name2" and "schema".
The reader is used as it is: nothing here that a user does not get.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

KINDS = ("attribution", "events", "timex", "ner", "names")


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def predict(kind: str, docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield one prediction a document."""
    module = import_module(f"benchmarks.{kind}" if __package__ else kind)
    return iter(module.predict(docs))


def measured(kind: str, docs: list[dict[str, Any]]) -> tuple[int, str]:
    """Return how much was read, and what it is counted in."""
    if kind == "names":
        return len(docs), "pairs"
    return sum(len(doc["text"]) for doc in docs), "characters"


def main() -> None:
    """Write the predictions of a file to standard output, and the speed to standard error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("docs", type=Path, metavar="DOCS.jsonl")
    given = parser.parse_args()
    docs, start = list(read_lines(given.docs)), time.perf_counter()
    for one in predict(given.kind, docs):
        print(json.dumps(one, ensure_ascii=False))
    seconds = time.perf_counter() - start
    amount, unit = measured(given.kind, docs)
    print(f"{amount:,} {unit} in {seconds:.1f} s: {amount / seconds:,.0f}/s", file=sys.stderr)


if __name__ == "__main__":
    main()
