"""Spell a word by its sounds, whatever script it is written in.

The signs are those of ``lexicon/nearness.toml``. Where a letter stands for several sounds the sign
does too: nothing here guesses which language a name is in.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby
from operator import eq
from unicodedata import normalize

from anyascii import anyascii

from habeas.resolve.lexicon import load
from habeas.resolve.script import Script, script_of

_TWICE = re.compile(r"(.)\1+").sub
_AWAY = 0xF0000  # a plane of Unicode where no letters are


def sounds(word: str) -> str:
    """Return the signs of the sounds of `word`, which is in small letters."""
    script = script_of(word)
    if script is Script.OTHER or script is Script.HAN:
        script, word = Script.LATIN, anyascii(word).lower()
    if script is Script.HANGUL:
        word = normalize("NFD", word)
    several, runs, letters = _speller(script)
    signs = several(lambda run: runs[run[0]], f"^{word}$").translate(letters)
    return _TWICE(r"\1", signs) if _twice(signs) else signs


def _twice(signs: str) -> bool:
    return any(map(eq, signs, signs[1:]))


class _Silent(dict[int, str]):
    """What each letter is written as: nothing where the table does not name it."""

    def __missing__(self, code: int) -> str:
        base = anyascii(chr(code)).lower()
        self[code] = "".join([self.get(ord(letter), "") for letter in base if ord(letter) != code])
        return self[code]


@cache
def _speller(script: Script) -> tuple[Callable[..., str], dict[str, str], _Silent]:
    """Return what writes runs of letters, how it writes them, and how single letters are written.

    Signs of runs are shifted out of the way of letters until all are written.
    """
    table = load("sounds")[script.value]
    runs = {key: "".join(chr(ord(sign) + _AWAY) for sign in table[key]) for key in table}
    runs = {key: signs for key, signs in runs.items() if len(key) > 1}
    letters = _Silent({ord(key): signs for key, signs in table.items() if len(key) == 1})
    letters |= {ord(sign): chr(ord(sign) - _AWAY) for signs in runs.values() for sign in signs}
    letters |= {ord(mark): "" for mark in "^$'"}
    return re.compile(_branches(sorted(runs))).sub, runs, letters


def _branches(runs: list[str]) -> str:
    """Return a pattern for the longest run, parted by first letters so that it finds it soon."""
    branches = []
    for first, found in groupby(runs, key=lambda run: run[0]):
        rest = sorted((run[1:] for run in found), key=len, reverse=True)
        branches.append(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})")
    return "|".join(branches)
