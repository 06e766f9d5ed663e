"""Spell a word by its sounds, whatever script it is written in.

The signs are those of ``lexicon/nearness.toml``. Where a letter stands for several sounds the sign
does too: nothing here guesses which language a name is in.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby
from unicodedata import normalize

from anyascii import anyascii

from habeas.resolve.lexicon import load
from habeas.resolve.script import Script, script_of

_TWICE = re.compile(r"(.)\1+")
_SHORT = 3  # runs of letters so short come again in other words, and are kept
_MANY = 1 << 15  # of a script; more are not kept
_LATIN_TOO = frozenset({Script.OTHER, Script.HAN})
type Parter = Callable[[str], list[str]]


def sounds(word: str) -> str:
    """Return the signs of the sounds of `word`, which is in small letters."""
    return sounds_in(word, script_of(word))


def sounds_in(word: str, script: Script) -> str:
    """Return the signs of the sounds of a word in small letters that is in `script`."""
    if script in _LATIN_TOO:
        script, word = Script.LATIN, anyascii(word).lower()
    if script is Script.HANGUL:
        word = normalize("NFD", word)
    part, spelt = _speller(script)
    signs = "".join(map(spelt, part(f"^{word}$")))
    return _TWICE.sub(r"\1", signs) if _TWICE.search(signs) else signs


class _Letter(dict[int, str]):
    """What each letter is written as: nothing where the table does not name it."""

    def __missing__(self, code: int) -> str:
        base = anyascii(chr(code)).lower()
        self[code] = "".join([self.get(ord(letter), "") for letter in base if ord(letter) != code])
        return self[code]


class _Run(dict[str, str]):
    """What each run of letters is written as: letter by letter where the table does not name it."""

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__(table)
        self._letters = _Letter({ord(key): signs for key, signs in table.items() if len(key) == 1})
        self._letters |= {ord(mark): "" for mark in "^$'"}

    def __missing__(self, run: str) -> str:
        signs = run.translate(self._letters)
        if len(run) <= _SHORT and len(self) < _MANY:
            self[run] = signs
        return signs


@cache
def _speller(script: Script) -> tuple[Parter, Callable[[str], str]]:
    """Return what parts a word into the runs of the table and the rest, and how each is written."""
    table = load("sounds")[script.value]
    runs = sorted(key for key in table if len(key) > 1)
    return re.compile(f"({_branches(runs)})").split, _Run(table).__getitem__


def _branches(runs: list[str]) -> str:
    """Return a pattern for the longest run, parted by first letters so that it finds it soon."""
    branches = []
    for first, found in groupby(runs, key=lambda run: run[0]):
        rest = sorted((run[1:] for run in found), key=len, reverse=True)
        branches.append(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})")
    return "|".join(branches)
