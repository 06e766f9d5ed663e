"""Documents a second by the bare loop, and by one and two processes, in one run.

The documents are the examples, again and again, with every name that was read in them replaced by
an invented one, so that no two are the same and nothing is read from a cache. Processes are
started and warm before the clock runs. The ratios are what to quote: the machine is shared.

    python benchmarks/workers.py [COUNT] [PROCESSES...]
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from habeas.cluster.local import processes
from habeas.flow import read_all, read_document
from habeas.intake import documents, from_text
from habeas.model import Document, EntityType, Reading

COUNT = 200
ROUNDS = 2
EXAMPLES = Path(__file__).parent.parent / "examples"
_STARTS = ("Br", "D", "Kr", "L", "M", "N", "R", "S", "T", "V", "Z")
_ENDS = ("ada", "elin", "ivo", "omar", "una", "aren", "esh", "ilo", "ova", "urk")


def varied(count: int) -> list[Document]:
    """Return so many documents made of the examples, each with names of its own."""
    found = [one for one in documents([EXAMPLES]) if isinstance(one, Document)]
    readings = [read_document(one) for one in found]
    return [_renamed(one, seed) for seed, one in enumerate(islice(cycle(readings), count))]


def _renamed(reading: Reading, seed: int) -> Document:
    chance, text = random.Random(seed), reading.document.text
    people = [one.name for one in reading.entities if one.type is EntityType.PERSON]
    words = {word for name in people for word in name.split() if len(word) > 3 and word in text}
    for word in sorted(words):
        text = text.replace(word, chance.choice(_STARTS) + chance.choice(_ENDS) + word[-1])
    return replace(from_text(text, f"{seed}.txt"), data=text.encode())


def crews(sizes: Iterable[int], papers: list[Document]) -> Iterator[tuple[str, float]]:
    """Yield what reads and the least seconds that it needs for all documents."""
    yield "bare loop", best(lambda: list(read_all(papers)))
    for size in sizes:
        with processes(size) as crew:
            list(crew.read_all(papers[:24]))
            yield (
                f"{size} process{'es' * (size > 1)}",
                best(lambda c=crew: list(c.read_all(papers))),
            )


def best(act: Callable[[], object]) -> float:
    """Return the seconds of the quickest round."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        rounds.append(time.perf_counter() - start)
    return min(rounds)


def main(count: int = COUNT, *sizes: int) -> None:
    """Print the table."""
    papers = varied(count)
    chars = sum(len(one.text) for one in papers)
    print(f"{count} documents, {chars:,} characters, best of {ROUNDS} rounds")
    bare = 0.0
    for name, seconds in crews(sizes or (1, 2), papers):
        bare = bare or seconds
        print(
            f"  {name:12} {count / seconds:7.1f} documents/s {bare / seconds:6.2f} x the bare loop"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
