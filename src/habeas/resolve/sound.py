"""Spell a word by its sounds, whatever script it is written in.

The signs are those of ``lexicon/nearness.toml``. Where a letter stands for several sounds the sign
does too: nothing here guesses which language a name is in.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from anyascii import anyascii

from habeas.resolve.lexicon import load
from habeas.resolve.script import Script, script_of

_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]")
_GERESH = str.maketrans({"׳": "'", "’": "'", "‘": "'", "`": "'", "ʻ": "'", "ʼ": "'", "´": "'"})


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """Return the signs of the sounds of `word`, which is in small letters."""
    script = script_of(word)
    if script is Script.OTHER or script is Script.HAN:
        script, word = Script.LATIN, anyascii(word).lower()
    if script is Script.HANGUL:
        word = unicodedata.normalize("NFD", word)
    return _undoubled(_speller(script)(f"^{word}$"))


def _undoubled(signs: str) -> str:
    return _TWICE.sub(r"\1", signs)


_TWICE = re.compile(r"(.)\1+")


@cache
def _speller(script: Script) -> Callable[[str], str]:
    """Return what turns a word between "^" and "$" into signs; unlisted letters fall away."""
    table = load("sounds")[script.value]
    keys = sorted(table, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, keys)) + "|.", re.DOTALL)
    read = pattern.findall
    spelt = table.get
    if script is Script.LATIN:
        return lambda word: "".join([spelt(part) or _bare(part, table) for part in read(word)])
    return lambda word: "".join([spelt(part, "") for part in read(word)])


def _bare(part: str, table: dict[str, str]) -> str:
    """Return the signs of a Latin letter with a mark that the table does not name."""
    if part in "^$'":
        return ""
    base = anyascii(part).lower()
    return "".join(table.get(letter, "") for letter in base) if base != part else ""
