"""Give the dates of documents as TIMEX3 values, found by `find_dates` as every user gets it.

    python benchmarks/timex.py DOCS.jsonl > PREDICTIONS.jsonl

A document a line: {"id", "lang", "date", "text"}. The speed is told on stderr.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from habeas.read.dates import DateExpression, find_dates


def predict(docs: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the time expressions of each document; TIMEX3 has no ranges, so their ends."""
    for doc in docs:
        found = find_dates(doc["text"], language=doc.get("lang") or "en", anchor=doc.get("date"))
        ends = (end for date in found for end in date.parts or (date,))
        yield {"id": doc["id"], "timexes": [timex(end) for end in ends]}


def timex(found: DateExpression) -> dict[str, Any]:
    """Write one expression as the scorers of TIMEX3 take it."""
    start, end = found.span.start, found.span.end
    return {"start": start, "end": end, "value": found.timex, "type": found.kind}


def main() -> None:
    """Predict for the file named on the command line."""
    with open(sys.argv[1], encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines]
    began = time.perf_counter()
    for line in predict(docs):
        print(json.dumps(line, ensure_ascii=False))
    spent = time.perf_counter() - began
    chars = sum(len(doc["text"]) for doc in docs)
    print(f"{len(docs)} documents, {chars / spent:,.0f} chars/s", file=sys.stderr)


if __name__ == "__main__":
    main()
