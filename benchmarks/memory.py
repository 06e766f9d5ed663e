"""Memory while reading many letters in a stream: it must stay flat.

    python benchmarks/memory.py [COUNT] [FILE...]

The letters are varied copies of the files given (by default examples/): names and numbers are
changed so that every text is new. Prints the resident memory along the way.
"""

import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from habeas import intake
from habeas.flow import read_document
from habeas.intake import documents
from habeas.model import Document

_NUMBER = re.compile(r"\b\d{1,4}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
SYLLABLES = ["ba", "do", "ka", "li", "mo", "ne", "ru", "sa", "ti", "vo", "ze"]


def varied(text: str, chance: random.Random) -> str:
    """Return a text with some of its names and numbers changed, the same each time."""
    new = {
        name: "".join(chance.choices(SYLLABLES, k=3)).title()
        for name in set(_NAME.findall(text))
        if chance.random() < 0.3
    }
    text = _NAME.sub(lambda found: new.get(found[0], found[0]), text)
    return _NUMBER.sub(lambda found: str(chance.randrange(1, 2000)), text)


def letters(count: int, paths: list[str]) -> Iterator[Document]:
    """Yield so many letters."""
    models = [one for one in documents(paths) if isinstance(one, Document)]
    for i in range(count):
        yield intake.from_text(varied(models[i % len(models)].text, random.Random(i)), f"{i}.txt")


def resident() -> float:
    """Return the resident memory of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def main(count: int, paths: list[str]) -> None:
    """Print resident memory at ten points of the stream."""
    start = time.perf_counter()
    for i, letter in enumerate(letters(count, paths), 1):
        read_document(letter)
        if i % max(count // 10, 1) == 0:
            seconds = time.perf_counter() - start
            print(f"  {i:7,} letters {resident():8,.0f} MiB {i / seconds:6.1f}/s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  highest        {peak:8,.0f} MiB")


if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdigit() else 10_000
    main(number, given or [str(Path(__file__).parent.parent / "examples")])
