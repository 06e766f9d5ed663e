"""Find whom two portraits have around them in common: the sign that two texts are of one case."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from habeas.model import EntityType
from habeas.resolve.key import keys
from habeas.resolve.meeting import Level, meet
from habeas.resolve.shape import shape

_ENOUGH = 6


def shared(one: Mapping[str, int], other: Mapping[str, int]) -> tuple[str, ...]:
    """Return whom both have, in whatever spelling, each once; a few are enough."""
    left, right = sorted((tuple(sorted(one)), tuple(sorted(other))))
    return _shared(left, right)


@lru_cache(maxsize=1 << 12)
def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    known = _index(other)
    found = list[str]()
    for name in one:
        rivals = {rival for key in _keys(name) for rival in known.get(key, ())}
        if _is_among(name, rivals) and not _is_among(name, found):
            found.append(name)
        if len(found) == _ENOUGH:
            break
    return tuple(found)


def _is_among(name: str, names: Iterable[str]) -> bool:
    return any(meet(name, other).level >= Level.INITIAL for other in names)


@lru_cache(maxsize=1 << 12)
def _index(names: tuple[str, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        for key in _keys(name):
            found.setdefault(key, set()).add(name)
    return found


@lru_cache(maxsize=1 << 14)
def _keys(name: str) -> frozenset[str]:
    return keys(shape(name).surname, kind=EntityType.PERSON)
