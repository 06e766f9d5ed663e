"""Take a name apart into words: what is a title, an initial, a particle, a legal form.

Repairs what copying does to letters (look-alikes of another script, digits for letters). It does
not correct spelling, and does not look anybody up.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import is_normalized, normalize

from anyascii import anyascii

from habeas.resolve.lexicon import load
from habeas.resolve.script import Script, script_of
from habeas.resolve.word import Role, Sort, Word, make_word

_BREAK = re.compile(r"[^\w'\u0300-\u036f\u0591-\u05c7\u0900-\u0e7f\u1780-\u17ff]+|_+")
_APOSTROPHES = str.maketrans(
    dict.fromkeys("’‘`ʼʻ׳´′ʾʿ", "'") | {"\u200b": "", "\xad": "", "״": '"'}
)
_ODD = re.compile("[’‘`ʼʻ׳´′ʾʿ\u200b\xad״]")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?=\s|$)", re.IGNORECASE)
_LATIN_TWINS = "abcehikmoptxyABCEHIKMOPTXY"
_CYRILLIC_TWINS = "аьсенікмортхуАВСЕНІКМОРТХУ"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_DIGITS = str.maketrans("0134579", "oieastg")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zA-Z]")
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюяії]", re.IGNORECASE)
_ALPHABETS = frozenset({Script.LATIN, Script.CYRILLIC})
_SYLLABLE = 5  # letters of a Chinese or Korean syllable, hardly ever more
_LETTER_NUMERALS = frozenset("ivx")
_TITLE, _SUFFIX, _JOINING = int(Role.TITLE), int(Role.SUFFIX), int(Role.JOINING)
_AROUND = _TITLE | _SUFFIX
_HAN_OR_HANGUL = frozenset({Script.HAN, Script.HANGUL})


# Compared by identity and never changed, as its words are.
@dataclass(slots=True, eq=False)
class NameForm:
    """A name taken apart: its words, and what else was found to part them into."""

    text: str
    words: tuple[Word, ...]
    found: tuple[tuple[Word, ...], ...] = ()

    @property
    def others(self) -> tuple[tuple[Word, ...], ...]:
        """Return the other ways to part the name."""
        words = self.words
        if len(words) != 3 or not _syllables(words):
            return self.found
        first, middle, last = words
        return (*self.found, (first, _joined((middle, last))), (_joined((first, middle)), last))

    def whole(self) -> Word:
        """Return all words written as one."""
        return _joined(self.words)


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(load(table)[key].split())


@cache
def _sorts() -> dict[str, Sort]:
    """Return the sort of each word that the tables of people know."""
    honorifics = dict.fromkeys(_listed("people", "honorifics"), Sort.HONORIFIC)
    particles = dict.fromkeys(_listed("people", "particles"), Sort.PARTICLE)
    return honorifics | particles | dict.fromkeys(_numbers(), Sort.NUMBER)


@cache
def _numbers() -> dict[str, str]:
    """Return the numerals behind names, each with its figures."""
    lines = [line.split() for line in load("people")["numbers"].strip().splitlines()]
    return {numeral: line[0] for line in lines for numeral in line}


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> NameForm:
    """Return the name of a person taken apart."""
    if text.isalpha() and is_normalized("NFKC", text):
        return _parted(text, [_read(text)])
    printed = _surname_last(tidied(text))
    caps = printed.isupper()
    words: list[Word] = []
    whole: list[tuple[int, int]] = []
    for part in printed.split():
        if part.isalpha() and (len(part) > 3 or caps or not part.isupper()):
            words.append(_read(part))
        elif found := _words(part, caps):
            if len(found) > 1:
                whole.append((len(words), len(words) + len(found)))
            words += found
    if len(words) > 1 and words[-1].plain in _LETTER_NUMERALS and printed[-1] != ".":
        words[-1] = _numeral(words[-1])
    return _parted(text, words, whole)


def _joined_at(words: list[Word], whole: Sequence[tuple[int, int]]) -> list[Word]:
    """Return the words with those made one that no space parts."""
    run = words[:]
    for start, end in reversed(whole):
        run[start:end] = [_joined(tuple(words[start:end]))]
    return run


def _parted(text: str, words: list[Word], whole: Sequence[tuple[int, int]] = ()) -> NameForm:
    """Return the form of a name of these words; `whole` says which of them no space parts."""
    roles = 0
    for word in words:
        roles |= word.roles
    kept = _without_titles(words) if roles & _AROUND else tuple(words)
    others = (_without_titles(_joined_at(words, whole)),) if whole else ()
    if len(kept) == 1:
        if kept[0].script in _HAN_OR_HANGUL and 1 < len(kept[0].printed) < 5:
            return NameForm(text, _surname_first(kept[0]), (kept,))
    elif roles & _JOINING and (len(kept) != 3 or not _syllables(kept)):
        return NameForm(text, _servant_joined(kept), (*others, kept))
    return NameForm(text, kept, others)


def _syllables(words: tuple[Word, ...]) -> bool:
    """Say whether all words are so short that two of them may be one name."""
    return all(len(word.plain) <= _SYLLABLE for word in words)


def _servant_joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with "Abd" and the like joined to the word after it, article and all."""
    found: list[Word] = []
    place = 0
    while place < len(words):
        end = place + 1
        if words[place].roles & _JOINING and end < len(words):
            end += 2 if words[end].sort is Sort.PARTICLE and end + 1 < len(words) else 1
        found.append(_joined(words[place:end]) if end - place > 1 else words[place])
        place = end
    return tuple(found)


def tidied(text: str) -> str:
    """Return the name in one line, with one kind of apostrophe and no possessive."""
    if not text.isascii() and not is_normalized("NFKC", text):
        text = normalize("NFKC", text)
    if _ODD.search(text):
        text = text.translate(_APOSTROPHES)
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    return " ".join(text.split())


def _surname_last(text: str) -> str:
    """Return the name with its surname last where a comma shows that it came first."""
    first, comma, rest = text.partition(",")
    return f"{rest} {first}" if comma else text


def _words(part: str, caps: bool) -> list[Word]:
    """Return the words of what stands between two spaces."""
    found: list[Word] = []
    for piece in map(_bare, _BREAK.split(part)):
        if not caps and 1 < len(piece) < 4 and piece.isupper() and not _VOWEL.search(piece):
            found += [_read(letter) for letter in piece]  # JC Juncker
        elif piece:
            found.append(_read(piece))
    return found


def _bare(piece: str) -> str:
    """Return a run of letters without apostrophes around it; after a Hebrew letter it is a sign."""
    bare = piece.strip("'")
    geresh = bare != piece and piece[-1] == "'" and script_of(bare[-1:]) is Script.HEBREW
    return f"{bare}'" if geresh else bare


@lru_cache(maxsize=1 << 16)
def _read(piece: str) -> Word:
    """Return the word that a run of letters is."""
    letters = piece if piece.isascii() and piece.isalpha() else _repaired(piece)
    script = script_of(letters)
    plain = fold(letters.lower(), script)
    sort = _sorts().get(plain, Sort.NAME)
    if len(plain) == 1 and plain.isalpha() and script in _ALPHABETS:
        if sort is not Sort.PARTICLE or letters.isupper():
            sort = Sort.INITIAL
    elif sort is Sort.NUMBER:
        plain = _numbers()[plain]
    return make_word(letters, plain, script, sort)


def fold(spelt: str, script: Script) -> str:
    """Return a word in small letters without the marks that writers leave out."""
    if spelt.isascii():
        return spelt.replace("'", "")
    if script is Script.CYRILLIC:
        return spelt.replace("ё", "е").replace("ґ", "г").replace("'", "")
    if script is Script.HEBREW or script is Script.HANGUL:
        return spelt
    if script is Script.ARABIC:
        return spelt.translate(_FOLD_ARABIC) if _MARKED_ARABIC.search(spelt) else spelt
    return spelt.translate(_PLAIN) or spelt


class _Plain(dict[int, str]):
    """What each letter is in plain Latin ones; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = anyascii(chr(code)).lower().replace("'", "").replace(" ", "")
        return self[code]


_PLAIN = _Plain()


_MARKED_ARABIC = re.compile("[أإآىکیًٌٍَُِّْـ']")
_FOLD_ARABIC = str.maketrans("أإآىکی", "اااىكي", "ًٌٍَُِّْـ'")


def _repaired(piece: str) -> str:
    """Return a word with the letters that look-alikes of another script and digits stand for."""
    if piece.isascii():
        odd = not piece.isalpha() and not piece.isdigit() and any(c.isdigit() for c in piece)
        return piece.translate(_DIGITS) if odd and piece[0].isalpha() else piece
    if _LATIN.search(piece) and _CYRILLIC.search(piece):
        cyrillic, latin = len(_CYRILLIC.findall(piece)), len(_LATIN.findall(piece))
        return piece.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)
    return piece


def _numeral(word: Word) -> Word:
    """Return the initial at the end of a name as the number that it is there."""
    return make_word(word.printed, _numbers()[word.plain], word.script, Sort.NUMBER)


@lru_cache(maxsize=1 << 14)
def _joined(words: tuple[Word, ...]) -> Word:
    """Return several words written as one."""
    printed, plain = "".join([w.printed for w in words]), "".join([w.plain for w in words])
    return make_word(printed, plain, words[0].script, Sort.NAME)


def _surname_first(word: Word) -> tuple[Word, ...]:
    """Return the surname and the given name of a Chinese or Korean name without a space."""
    printed = word.printed
    return tuple(_read(part) for part in (printed[:1], printed[1:]))


def _without_titles(words: list[Word]) -> tuple[Word, ...]:
    """Return the words between titles, or all of them where nothing else is there."""
    start, end = 0, len(words)
    while start < end and words[start].roles & _TITLE:
        start += 1
    while end > start and words[end - 1].roles & _SUFFIX:
        end -= 1
    return tuple(words[start:end]) or tuple(words)
