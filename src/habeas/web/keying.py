"""Turn the keys by which groups are found into numbers, which take less room than words."""

from collections.abc import Iterable
from hashlib import blake2b

_BYTES = 6  # 48 bits: two of a million keys seldom share a number, and then only a look is lost


def hashed(keys: Iterable[str]) -> set[int]:
    """Return the numbers that stand for keys."""
    return {number(key) for key in keys}


def number(key: str) -> int:
    """Return the number that stands for a key; the same on every machine."""
    digest = blake2b(key.encode("utf-8", "replace"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, signed=True)
