"""Part an undelimited list of labels, ``Austria Belgium Czech Republic``, into single labels.

Tag lists are printed in alphabetical order. A word that fits the order may begin a label; a word
that does not goes on with one. What the words look like decides the rest.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from anyascii import anyascii

from habeas.read.anatomy.wording import MANY, WORDS, is_country, is_listed
from habeas.read.lexicon import words

LONGEST = 7  # words of a label
DISORDER = 9.0  # cost of a label that breaks the order
ORDERED = 0.85  # share of labels in order in a list that is in order at all
_SMALL = re.compile(
    r"of|on|in|for|the|and|to|with|at|by|from|without|&|de|du|des|la|le|les|et|à|en|и|в|на|о|по|за|für|und|der|die|des|von|y|e|del|al|van|bin|ibn",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A word of the list, its place, and the key it is sorted by."""

    text: str
    start: int
    end: int
    key: str


def items_of(text: str, start: int, end: int) -> list[Item]:
    """Return the words of a stretch, with the punctuation that belongs to them."""
    found = re.finditer(r"\S+", text[start:end])
    return [Item(one[0], start + one.start(), start + one.end(), sort_key(one[0])) for one in found]


def sort_key(text: str) -> str:
    """Return the form in which sites sort labels: without accents, in lower case."""
    return str(anyascii(text)).casefold().replace("'", "")


def part(items: list[Item], known: frozenset[str]) -> list[tuple[int, int]]:
    """Return the labels as ranges of `items`; `known` are names that the text prints."""
    if not items:
        return []
    found = _best(items, known, ordered=True)
    broken = sum(items[b].key < items[a].key for (a, _), (b, _) in pairwise(found))
    if len(found) > 2 and broken > (1 - ORDERED) * len(found):
        return _best(items, known, ordered=False)
    return found


def _best(items: list[Item], known: frozenset[str], *, ordered: bool) -> list[tuple[int, int]]:
    """Find the cheapest way to part the words; states are the last label's start and end."""
    bonus = log(len(items) / 2 + 1) if ordered else 0.0
    best: list[dict[int, tuple[float, int]]] = [{} for _ in range(len(items) + 1)]
    for start in range(len(items)):
        for end in range(start + 1, min(start + LONGEST, len(items)) + 1):
            cost = _cost(tuple(item.text for item in items[start:end]), known) - bonus
            before, previous = _before(items, best, start, ordered=ordered)
            best[end][start] = before + cost, previous
    return _walk(best, len(items))


def _before(
    items: list[Item], best: list[dict[int, tuple[float, int]]], start: int, *, ordered: bool
) -> tuple[float, int]:
    """Return the cheapest cost of what ends at `start`, and where its last label began."""
    if start == 0:
        return 0.0, -1
    choices = []
    for previous, (cost, _) in best[start].items():
        broken = ordered and _key(items, start) < _key(items, previous)
        choices.append((cost + DISORDER * broken, previous))
    return min(choices)


def _key(items: list[Item], at: int) -> str:
    return items[at].key


def _walk(best: list[dict[int, tuple[float, int]]], end: int) -> list[tuple[int, int]]:
    start = min(best[end], key=lambda at: best[end][at][0])
    found = []
    while start >= 0:
        found.append((start, end))
        start, end = best[end][start][1], start
    return found[::-1]


@lru_cache(maxsize=MANY)
def _look(word: str) -> str:
    """Return what a word looks like: small, capital or lower."""
    if _SMALL.fullmatch(word):
        return "small"
    return "lower" if word[0].islower() else "capital"


def _cost(label: tuple[str, ...], known: frozenset[str]) -> float:
    """Return how unlike a label the words are; below zero for what is known."""
    text = " ".join(label)
    looks = [_look(word) for word in label]
    if is_country(text) or text.casefold() in known or text.casefold() in _phrases():
        return -1.0 * len(label)
    if looks[-1] == "small" or (looks[0] == "small" and label[0].islower() and label[0] != "the"):
        return 12.0
    if len(label) == 1:
        return 6.0 if is_listed(text, "given") else 1.5 + 1.5 * _is_adjective(text)
    return _joined(label, looks)


def _phrases() -> frozenset[str]:
    return words(WORDS, "label", "phrases")


def _is_adjective(word: str) -> bool:
    """Say whether a word alone is no label: an adjective, by its ending."""
    return word[0].islower() and word.endswith(tuple(words(WORDS, "label", "adjective")))


def _joined(label: tuple[str, ...], looks: list[str]) -> float:
    cost = 0.6 + 0.7 * max(0, len(label) - 2)
    for i in range(1, len(label)):
        if looks[i] == "small" or looks[i - 1] == "small":
            cost += 0.3
        elif looks[i] != looks[i - 1]:
            cost += 2.0 if looks[i] == "capital" else 1.2
        if is_country(label[i]) and looks[i - 1] != "small":
            cost += 2.5
        if i > 1 and is_listed(label[i], "given") and looks[i - 1] != "small":
            cost += 1.5
    bodied = sum(is_listed(word, "body") for word in label)
    return cost - 0.5 * min(bodied, 2)
