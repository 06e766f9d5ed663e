"""What the words of a claim and the passage around it have in common with others.

Works on letters alone, in any language: no parser, no dictionary but a lexicon of words to pass
over. That two texts share words does not say that they speak of one thing.
"""

import re
from functools import cache, lru_cache

from habeas.weigh.lexicon import load

# Chinese and Japanese are written without spaces: there each character is a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
# The first letters of a word stand for all its forms: "broke", "broken"; "wrist", "wrists".
_STEM = 5
_SHORTEST = 4
_SHINGLE = 4
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


@cache
def _passed_over() -> frozenset[str]:
    words = load("words")
    return frozenset(word[:_STEM] for word in [*words["empty"], *words["trigger"]])


@cache
def months() -> frozenset[str]:
    """Return the words of dates that English writes like names."""
    return frozenset(load("words")["month"])


@lru_cache(maxsize=8192)
def stems(words: str) -> frozenset[str]:
    """Return the beginnings of the words that say what happened, without names and numbers."""
    found = _WORD.findall(words)
    long = (word[:_STEM] for word in found if len(word) >= _SHORTEST and word.islower())
    return frozenset(long) - _passed_over()


@lru_cache(maxsize=8192)
def marks(passage: str) -> frozenset[str]:
    """Return what may tell when and where: names within sentences, years, days of a month."""
    found = list(_WORD.finditer(passage))
    return frozenset(one.group() for one in found if _is_mark(passage, one))


def _is_mark(passage: str, one: re.Match[str]) -> bool:
    word = one.group()
    if word.isdigit():
        return _YEAR.fullmatch(word) is not None
    before = passage[: one.start()].rstrip("\"“”«»'’( ")
    opens = not before or before[-1] in ".!?:;\n*#>-–—"
    return len(word) >= _SHORTEST and word[0].isupper() and not opens


def overlap[T](one: frozenset[T], other: frozenset[T]) -> float:
    """Return how much of the smaller set the other holds, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, in order."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def vocabulary(words: str) -> frozenset[str]:
    """Return the words of a claim, whatever their order."""
    return frozenset(tokens(words))


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[int]:
    """Return every run of four words as a number that holds within this process only."""
    words = tokens(text)
    return frozenset(hash(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
