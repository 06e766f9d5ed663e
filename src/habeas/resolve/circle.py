"""Find whom two portraits have around them in common: the sign that two texts are of one case."""

from collections.abc import Mapping
from functools import lru_cache

from habeas.model import EntityType
from habeas.resolve.key import keys
from habeas.resolve.meeting import Level, meet
from habeas.resolve.shape import shape

_ENOUGH = 4


def shared(one: Mapping[str, int], other: Mapping[str, int]) -> tuple[str, ...]:
    """Return names that both have, in whatever spelling; a few are enough."""
    left, right = sorted((tuple(sorted(one)), tuple(sorted(other))))
    return _shared(left, right)


@lru_cache(maxsize=1 << 12)
def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    known = _index(other)
    found = list[str]()
    for name in one:
        rivals = {rival for key in _keys(name) for rival in known.get(key, ())}
        if any(meet(name, rival).level >= Level.INITIAL for rival in rivals):
            found.append(name)
        if len(found) == _ENOUGH:
            break
    return tuple(found)


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
