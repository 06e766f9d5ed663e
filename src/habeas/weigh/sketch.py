"""Sketches of documents, by which a republished letter is known without its text.

The smallest hashes of its runs of words (Broder's resemblance, bottom-k). A sketch finds copies
of words; a translation or a retelling has another sketch.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import islice
from struct import unpack
from zlib import crc32

from habeas.weigh.wording import tokens

_RUN = 5
_KEPT = 200
_FEWEST = 20


def sketch(text: str) -> bytes:
    """Return the sketch of a document's whole text: at most 200 numbers of four bytes."""
    words = tokens(text)
    runs = zip(*(islice(words, start, None) for start in range(_RUN)), strict=False)
    found = {crc32(" ".join(run).encode()) for run in runs}
    return b"".join(one.to_bytes(4, "big") for one in sorted(found)[:_KEPT])


@lru_cache(maxsize=1024)
def _unpacked(packed: bytes) -> tuple[tuple[int, ...], frozenset[int]]:
    found = unpack(f">{len(packed) // 4}I", packed)
    return found, frozenset(found)


def numbers(packed: bytes) -> frozenset[int]:
    """Return the numbers in a sketch."""
    return _unpacked(packed)[1]


def shared(one: bytes, other: bytes) -> float:
    """Return about how much of the shorter document is in the other, 0 to 1.

    0 where a document is too short to tell.
    """
    (left, in_left), (right, in_right) = _unpacked(one), _unpacked(other)
    if min(len(left), len(right)) < _FEWEST:
        return 0.0
    # Both sketches are complete only below the smaller of their largest numbers.
    limit = min(_reach(left), _reach(right))
    fewer = min(bisect_right(left, limit), bisect_right(right, limit))
    return len(in_left & in_right) / fewer if fewer >= _FEWEST else 0.0


def _reach(found: tuple[int, ...]) -> int:
    return found[-1] if len(found) == _KEPT else 2**32
