"""Mutate sound files of every format and count what intake makes of them.

Nothing may be raised and no child may be lost: every file gives documents or errors. Prints a
table; exits with 1 if anything else came out.

    python benchmarks/fuzz_intake.py --files 10000 --seed 1
"""

import argparse
import random
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from habeas.errors import IntakeError
from habeas.intake import Limits, from_bytes
from habeas.intake.child import shared
from habeas.model import Document

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "intake"))
from intake_samples import every, packed

# Short enough that ten thousand files that stall would still end.
LIMITS = Limits(seconds=10)
# Numbers that break counts and lengths, as a fuzzer's dictionary has them.
TOKENS = [b"\0", b"\xff\xff\xff\xff", b"99999999999", b"-1", b"<", b">>", b"%PDF-", b"PK\3\4"]


def damaged(name: str, chance: random.Random) -> bytes:
    """Return a damaged sample; a packed one is mostly damaged inside and packed again.

    Its checksums would otherwise refuse nearly all damage before a converter sees it.
    """
    data = every()[name]
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return mutate(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for part in chance.sample(sorted(parts), chance.choice((1, 2))):
        parts[part] = mutate(parts[part], chance)
    return packed(parts)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with some of its bytes changed, cut, doubled, moved or overwritten."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        if not changed:
            break
        at = chance.randrange(len(changed))
        end = min(at + chance.choice((1, 4, 16, 256)), len(changed))
        match chance.choice((0, 0, 1, 1, 2, 3, 3, 4, 4, 5)) if len(changed) > 8 else 0:
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                del changed[at:end]
            case 3:
                changed[at:at] = changed[at:end] * chance.choice((1, 1, 50))
            case 4:
                changed[at:at] = chance.choice(TOKENS)
            case _ if chance.random() < 0.3:
                del changed[at:]
    return bytes(changed)


def outcomes(name: str, data: bytes) -> Counter[str]:
    """Return how many of each kind came out of one file."""
    found: Counter[str] = Counter()
    try:
        for one in from_bytes(data, name, LIMITS):
            sound = isinstance(one, IntakeError) or _is_sound(one)
            found[type(one).__name__ if sound else "CRASH"] += 1
    except Exception as error:
        print(f"{name}: {type(error).__name__}", file=sys.stderr)
        found["CRASH"] += 1
    return found or Counter({"CRASH": 1})


def _is_sound(document: Document) -> bool:
    spans = [*document.pages, *(region.span for region in document.regions)]
    spans += [link.span for link in document.links]
    document.text.encode()
    return all(0 <= span.start <= span.end <= len(document.text) for span in spans)


def run(files: int, seed: int) -> dict[str, Counter[str]]:
    """Return the outcomes for each format."""
    chance = random.Random(seed)
    counts: dict[str, Counter[str]] = {name: Counter() for name in every()}
    for number in range(files):
        name = sorted(every())[number % len(every())]
        counts[name] += outcomes(name, damaged(name, chance))
        counts[name]["files"] += 1
    return counts


def main() -> int:
    """Run, print the table, and return 1 if anything crashed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    start = time.perf_counter()
    counts = run(given.files, given.seed)
    seconds = time.perf_counter() - start
    total: Counter[str] = sum(counts.values(), Counter())
    kinds = ["files", "Document", *sorted(set(total) - {"files", "Document", "CRASH"}), "CRASH"]
    table = Table(
        "sample",
        *(kind.removesuffix("File") for kind in kinds),
        title=f"{given.files:,} mutated files, seed {given.seed}",
    )
    for name, row in [*counts.items(), ("all", total)]:
        table.add_row(name, *(f"{row[kind]:,}" for kind in kinds))
    Console().print(table)
    print(f"child processes: {shared().starts:,}   seconds: {seconds:.1f}")
    return 1 if total["CRASH"] else 0


if __name__ == "__main__":
    sys.exit(main())
