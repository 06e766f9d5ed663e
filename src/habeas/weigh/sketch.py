"""Sketches of documents, by which a republished letter is known without its text.

The smallest hashes of its runs of words (Broder's resemblance, bottom-k). A sketch finds copies
of words; a translation or a retelling has another sketch.
"""

from array import array
from functools import lru_cache
from itertools import islice
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
def numbers(packed: bytes) -> frozenset[int]:
    """Return the numbers in a sketch."""
    found = array("I", packed)
    found.byteswap()
    return frozenset(found)


def shared(one: bytes, other: bytes) -> float:
    """Return about how much of the shorter document is in the other, 0 to 1.

    0 where a document is too short to tell.
    """
    left, right = numbers(one), numbers(other)
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return 0.0
    # Both sketches are complete only below the smaller of their largest numbers.
    limit = min(_reach(left), _reach(right))
    left, right = _below(left, limit), _below(right, limit)
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer >= _FEWEST else 0.0


def _reach(found: frozenset[int]) -> int:
    return max(found) if len(found) == _KEPT else 2**32


def _below(found: frozenset[int], limit: int) -> frozenset[int]:
    return frozenset(one for one in found if one <= limit)
