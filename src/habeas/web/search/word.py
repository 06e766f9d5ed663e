"""Take a text apart into words, and fold each to the form under which it is searched.

Both sides of a search are folded here, so that case, accents, apostrophes and look-alike letters
make no difference. It knows no language: what belongs to one word is said by `lemma`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import is_normalized, normalize

LONGEST = 64  # letters of a word that are kept; PostgreSQL would refuse some 700 of them

_APOSTROPHE = "'’‘`ʼʻ´′ʹ׳＇"
_HIDDEN = "\xad\u200b-\u200d\u2060\ufeff"
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06ed\u0900-\u0963\u0970-\u0df3"
)
_LETTERS = rf"(?:[^\W_]|[{_MARKS}])(?:[^\W_]|[{_MARKS}{_HIDDEN}])*"
# Scripts that put no space between words: every sign is a word, and words are phrases.
_UNSPACED = (
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff]"
)
# French, Italian and Catalan words that lean on the next: l’armée, d’Oldey, qu’elle.
_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)"
_WORD = re.compile(
    rf"(?<![\w{_MARKS}]){_ELIDED}(?=[{_APOSTROPHE}][^\W\d_]{{2}})"
    rf"|(?!{_UNSPACED}){_LETTERS}(?:[{_APOSTROPHE}](?!{_UNSPACED}){_LETTERS})*"
    rf"|{_UNSPACED}",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(rf"(?<=\w)[{_APOSTROPHE}]s$", re.IGNORECASE)
_UNSEEN = re.compile(rf"[{_APOSTROPHE}{_HIDDEN}]")
_REST = re.compile(rf"[^\w{_MARKS}]+|_+")
# Marks that writers leave out; those of Indian scripts are vowels and stay.
_LOOSE = re.compile(
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]"
)
_WHOLE = str.maketrans("йЙ", "\ue000\ue000")  # a letter of its own, though written with a mark
_PLAIN = str.maketrans(
    dict(zip("\ue000ґıłøđħ", "йгiłodh", strict=True)) | {"ł": "l", "æ": "ae", "œ": "oe", "þ": "th"}
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")
_LATIN_TWINS, _CYRILLIC_TWINS = "abcehikmoptxy", "аьсенікмортху"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, at `[start, end)` in code points, and its folded form."""

    start: int
    end: int
    printed: str
    form: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; none overlap."""
    for found in _WORD.finditer(text):
        printed = found[0]
        if form := fold(printed):
            yield Word(*found.span(), printed, form)


def placed_words(text: str) -> list[tuple[int, str]]:
    """Return the words of a text as printed, each with its place. Faster than `words`."""
    return [(found.start(), found[0]) for found in _WORD.finditer(text) if fold(found[0])]


def printed_words(text: str) -> list[str]:
    """Return the words of a text as printed; some may hold no letter. Faster than `words`."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def fold(printed: str) -> str:
    """Return a word in small letters without marks, apostrophes and possessive endings."""
    if printed.isascii() and printed.isalnum():
        return printed.lower()[:LONGEST]
    bare = _UNSEEN.sub("", _POSSESSIVE.sub("", printed))
    if not bare.isascii():
        bare = _unmarked(bare)
    return _REST.sub("", bare.casefold())[:LONGEST]


def _unmarked(word: str) -> str:
    """Return a word with its plain letters, all of one script."""
    small = normalize("NFKC", word).casefold().translate(_WHOLE)
    plain = normalize("NFC", _LOOSE.sub("", normalize("NFD", small))).translate(_PLAIN)
    # What is left may be composed anew: fold until nothing changes.
    if not is_normalized("NFKC", plain):
        plain = normalize("NFKC", plain)
    return _of_one_script(plain)


def _of_one_script(word: str) -> str:
    """Return a word without look-alike letters of another script."""
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if cyrillic and latin:
        return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)
    return word
