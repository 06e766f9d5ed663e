"""Time to read, beside the bare spaCy pipeline with the same model on the same texts.

One process, one run; the two take turns and the best round of each counts, since the machine is
shared. Prints seconds and the ratio of the two, which is what to quote.

    python benchmarks/speed.py FILE...
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from habeas.flow import read_document
from habeas.intake import documents
from habeas.model import Document
from habeas.read.pipeline import parser
from habeas.read.sheet import make_sheet

ROUNDS = 5


def english(paths: Iterable[str]) -> list[Document]:
    """Return the English documents of some files."""
    found = [one for one in documents(paths) if isinstance(one, Document)]
    return [one for one in found if make_sheet(one).language == "en"]


def timed(act: Callable[[Document], object], found: list[Document]) -> float:
    """Return the seconds that an act takes on all documents."""
    start = time.perf_counter()
    for one in found:
        act(one)
    return time.perf_counter() - start


def measure(found: list[Document]) -> tuple[float, float]:
    """Return the best seconds of the bare pipeline and of the reader."""
    bare = parser("en")
    acts: tuple[Callable[[Document], object], ...] = (lambda one: bare(one.text), read_document)
    for act in acts:
        timed(act, found)
    rounds = [[timed(act, found) for act in acts] for _ in range(ROUNDS)]
    best = [min(column) for column in zip(*rounds, strict=True)]
    return best[0], best[1]


def main(paths: list[str]) -> None:
    """Print the table."""
    found = english(paths)
    bare, reader = measure(found)
    chars = sum(len(one.text) for one in found)
    print(f"{len(found)} English documents, {chars:,} characters, best of {ROUNDS} rounds")
    for name, seconds in (("spaCy pipeline alone", bare), ("habeas read", reader)):
        print(f"  {name:22} {seconds:7.3f} s {chars / seconds:10,.0f} characters/s")
    print(f"  ratio                  {reader / bare:7.2f}")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parent.parent / "examples")])
