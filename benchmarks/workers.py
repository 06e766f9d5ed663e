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
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

import psutil

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


@dataclass(frozen=True, slots=True)
class Cost:
    """What all documents cost: seconds on the clock, and of processors in all processes."""

    clock: float
    processors: float


def crews(sizes: Iterable[int], papers: list[Document]) -> Iterator[tuple[str, Cost]]:
    """Yield what reads and the least that it needs for all documents."""
    yield "bare loop", best(lambda: list(read_all(papers)))
    for size in sizes:
        with processes(size) as crew:
            list(crew.read_all(papers[:24]))
            name = "1 process" if size == 1 else f"{size} processes"
            yield name, best(lambda crew=crew: list(crew.read_all(papers)))


def best(act: Callable[[], object]) -> Cost:
    """Return what the quickest round costs."""
    rounds = []
    for _ in range(ROUNDS):
        clock, spent = time.perf_counter(), processor_time()
        act()
        rounds.append(Cost(time.perf_counter() - clock, processor_time() - spent))
    return min(rounds, key=lambda one: one.clock)


def processor_time() -> float:
    """Return the seconds that this process and those it started have computed."""
    this = psutil.Process()
    times = [one.cpu_times() for one in (this, *this.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def main(count: int = COUNT, *sizes: int) -> None:
    """Print the table."""
    papers = varied(count)
    chars = sum(len(one.text) for one in papers)
    print(f"{count} documents, {chars:,} characters, best of {ROUNDS} rounds; x the bare loop")
    bare = None
    for name, cost in crews(sizes or (1, 2), papers):
        bare = bare or cost
        print(
            f"  {name:12} {count / cost.clock:7.1f} documents/s {bare.clock / cost.clock:6.2f} x"
            f"   {cost.processors:7.1f} s of processor {cost.processors / bare.processors:6.2f} x"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
