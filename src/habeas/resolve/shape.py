"""The shape of a person's name: which word is the surname, which the given name, which initials.

Said from order, endings and dots alone; of names in a language that it does not know it guesses
that the surname is last.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from habeas.resolve.form import parse
from habeas.resolve.gender import is_patronymic
from habeas.resolve.lexicon import load
from habeas.resolve.word import Sort, Word, make_word

# "Zh." and "Yu." are one letter of another script: several in Latin, with a dot.
_LETTERS = re.compile(r"(?<![\w'’])([A-ZА-ЯЁ][a-zа-яё]{1,3})\.(?=\s|$|[A-ZА-ЯЁ])")
_STRAY = re.compile(r"(?<![^\W\d_])['’‘`ʼʻ´]|['’‘`ʼʻ´](?![^\W\d_])")  # no part of a name
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюя]")
_GLIDES = frozenset({"yu", "ya", "ye", "yo", "ju", "ja", "je", "iu", "ia", "ie"})
_NAMES = frozenset({Sort.NAME, Sort.HONORIFIC})


class Fullness(IntEnum):
    """How much of a person's name a spelling gives."""

    NOTHING = 0
    WORD = 1
    INITIALS = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """A name taken apart; `text` is the name with initials of one letter each."""

    text: str
    surname: str
    given: tuple[str, ...]
    initials: tuple[str, ...]
    fullness: Fullness


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load("people")[name].split())


@cache
def _surname_endings() -> tuple[str, ...]:
    endings = load("people")["endings"]
    return tuple({*endings["masculine"].split(), *endings["feminine"].split()})


@lru_cache(maxsize=1 << 16)
def shape(text: str) -> Shape:
    """Return the shape of a name as printed."""
    letters = list[str]()
    short = _LETTERS.sub(lambda found: _initial(found, letters), _STRAY.sub("", text))
    parted = _hyphenated(parse(short).words, short)
    words = [word for word in parted if word.sort in _NAMES or _is_initial(word)]
    names = [word for word in words if not _is_initial(word)]
    initials = tuple(word.plain for word in words if _is_initial(word))
    if not names:
        return Shape(short, "", (), initials, Fullness.NOTHING)
    place = _surname_place(names) if len(names) > 1 else 0
    given = tuple(word.printed for i, word in enumerate(names) if i != place)
    spelt = dict(zip((letter[:1].lower() for letter in letters), letters, strict=True))
    initials = tuple(spelt.get(one, one).lower() for one in initials)
    return Shape(short, names[place].printed, given, initials, _fullness(names, initials))


def _initial(found: re.Match[str], letters: list[str]) -> str:
    """Return an initial of several letters as its first; keep what is none."""
    word = found[1].lower()
    if word in _table("titles") or word in _table("suffixes"):
        return found[0]
    if _VOWEL.search(word) and word not in _GLIDES:
        return found[0]
    letters.append(found[1])
    return f"{found[1][0]}. "


def _hyphenated(words: tuple[Word, ...], text: str) -> list[Word]:
    """Return the words with those made one that a hyphen joins; a number that is first is a name.

    “Marie-Claire” is not Marie; “Xi” at the beginning is no eleven.
    """
    found = list[Word]()
    for word in words:
        joined = f"{found[-1].printed}-{word.printed}" if found else ""
        if joined and joined in text and not _is_initial(found[-1]):
            found[-1] = make_word(joined, found[-1].plain + word.plain, word.script, Sort.NAME)
        else:
            found.append(word)
    if found and found[0].sort is Sort.NUMBER:
        first = found[0]
        found[0] = make_word(first.printed, first.printed.lower(), first.script, Sort.NAME)
    return found


def _is_initial(word: Word) -> bool:
    return word.sort is Sort.INITIAL


def _fullness(names: list[Word], initials: tuple[str, ...]) -> Fullness:
    if len(names) > 1:
        return Fullness.FULL
    return Fullness.INITIALS if initials else Fullness.WORD


def _surname_place(names: list[Word]) -> int:
    """Return which word is the surname; the first where what follows is a patronymic at the end."""
    plain = [word.plain for word in names]
    if len(plain) > 2 and is_patronymic(plain[-1]):
        return 0
    ends: Callable[[str], bool] = lambda word: word.endswith(_surname_endings())  # noqa: E731
    if len(plain) == 2 and ends(plain[0]) and not ends(plain[1]):
        return 0
    return len(plain) - 1
