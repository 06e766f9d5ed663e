"""Look words up in the lexicons of anatomy: patterns for phrases, sets for single words.

A final ``*`` of an entry stands for any ending. Knows no word itself.
"""

import re
from functools import cache, lru_cache

from habeas.read.lexicon import words

WORDS, NAMES = "anatomy_words", "anatomy_names"
PLACES = "anatomy_places"
# A sentence ends and another begins. Three letters before the stop: neither an initial nor "Dr.";
# nor one of the titles that are cut to more letters.
SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{3})(?<!\bProf)(?<!\bMrs)(?<!\bRev)(?<!\bHon)(?<!\bAssoc)(?<!\bAsst)(?<!\bEmer)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"(?<!\bGen)(?<!\bCol)(?<!\bCapt)(?<!\bMsgr)(?<!\bAmb)(?<!\bUniv)(?<!\bDept)(?<!\bInc)"
    r"(?<!\bLtd)(?<!\bDott)(?<!\bDipl)(?<!\bIng)(?<!\bLic)(?<!\bMag)(?<!\bпроф)(?<!\bакад)"
    r"(?<!\bред)(?<!\bдоц)(?<!\bчлен)(?<!\bканд)"
    r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“«(]?[^\W\d_a-zа-я])"
)
MANY = 1 << 16  # words to remember: a reader of many documents must not grow for ever


@cache
def phrase(*path: str) -> re.Pattern[str]:
    """Return a pattern for any entry under `path` of the words, as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(*path)})", re.I)


@cache
def alternatives(*path: str) -> str:
    """Return the entries under `path` as alternatives of a pattern, long ones first."""
    entries = sorted(words(WORDS, *path), key=len, reverse=True)
    return "|".join(_escaped(entry) for entry in entries)


def _escaped(entry: str) -> str:
    pattern = re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*", r"\w*")
    pattern = re.sub("['’]", "['’]", pattern)
    return pattern + (r"(?!\w)" if entry[-1].isalnum() else "")


@cache
def _listed(name: str, *path: str) -> tuple[frozenset[str], tuple[str, ...]]:
    entries = words(name, *path)
    stems = tuple(entry[:-1] for entry in entries if entry.endswith("*"))
    return frozenset(entry for entry in entries if not entry.endswith("*")), stems


@lru_cache(maxsize=MANY)
def is_listed(word: str, *path: str) -> bool:
    """Say whether a word stands under `path` of the names lexicon."""
    whole, stems = _listed(NAMES, *path)
    low = word.lower().strip("«»“”\"„‘’'").removesuffix("’s").removesuffix("'s")
    return low in whole or (bool(stems) and low.startswith(stems))


def is_country(text: str, *, inflected: bool = False) -> bool:
    """Say whether a text is the name of a country, or a case of it."""
    low = text.strip(" .,()").lower()
    if low in words(PLACES, "country"):
        return True
    return inflected and len(low) > 4 and low[:-1].rstrip("аеиойуыюя") in _country_stems()


@cache
def _country_stems() -> frozenset[str]:
    names = words(PLACES, "country")
    return frozenset(name.rstrip("аеиойуыюя") for name in names if "а" <= name[0] <= "я")
