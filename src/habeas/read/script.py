"""Scripts and look-alikes: fold a word whose letters come from two alphabets.

A Cyrillic М before a Latin surname is folded for comparing and parsing, never in the text. After
the confusables of Unicode Technical Standard 39, kept to letters that typists really mix.
"""

import re

_LATIN = "AaBCcEeHIiJjKMOoPpSsTXxYy"
_CYRILLIC = "АаВСсЕеНІіЈјКМОоРрЅѕТХхУу"
TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_CYR = re.compile(r"[\u0400-\u052f]")
_LAT = re.compile(r"[A-Za-z\u00c0-\u024f]")


def is_cyrillic(text: str) -> bool:
    """Say whether more letters of the first pages are Cyrillic than Latin."""
    sample = text[:20_000]
    return len(_CYR.findall(sample)) > len(_LAT.findall(sample))


def is_mixed(word: str, *, cyrillic: bool) -> bool:
    """Say whether a word holds letters of the wrong alphabet that look like the right one."""
    has_both = bool(_CYR.search(word)) and bool(_LAT.search(word))
    return has_both or (not cyrillic and len(word) == 1 and word in _CYRILLIC)


def fold_word(word: str, *, cyrillic: bool) -> str:
    """Return the word in one alphabet as far as look-alikes allow; its length is kept."""
    latin = len(_LAT.findall(word)) >= len(_CYR.findall(word)) if len(word) > 1 else not cyrillic
    return word.translate(TO_LATIN if latin else TO_CYRILLIC)
