"""Join tellings that are one source, and keep the reason of every link.

A union-find over places in a list; it knows nothing of what a telling is.
"""

from collections.abc import Hashable, Iterable


class Links:
    """Which of `count` items are one source, and why."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._reasons: dict[int, dict[str, None]] = {}

    def root(self, item: int) -> int:
        """Return the item that stands for the group of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int, reason: str) -> None:
        """Make two items one source; a reason is kept once."""
        first, second = sorted((self.root(one), self.root(other)))
        reasons = self._reasons.setdefault(first, {})
        if first != second:
            self._parent[second] = first
            reasons |= self._reasons.pop(second, {})
        reasons[reason] = None

    def join_all(self, items: Iterable[int], reason: str) -> None:
        """Make all of the items one source."""
        found = list(items)
        for item in found[1:]:
            self.join(found[0], item, reason)

    def groups(self) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
        """Return the groups, in the order of their first items, with their reasons."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.root(item), []).append(item)
        return [(tuple(group), tuple(self._reasons.get(root, ()))) for root, group in found.items()]


def grouped[K: Hashable](pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    """Return the items under each key, in order."""
    found: dict[K, list[int]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return found
