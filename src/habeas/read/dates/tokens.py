"""Cut a text into words, numbers and signs, each with the one character the grammar knows it by.

The characters of `Tokens.symbols`, beside those of `words.SYMBOLS`:

    d  a number from 1 to 31          n  another number of two digits
    Y  a number from 1000 to 2199     N  any other number
    I  2013-05-31, with time or not   Z  31.05.2013, 5/31/13       k  17:30
    v  a Roman numeral                |  the end of a paragraph    x  any other word
    -  a dash   ,  a comma   .  a full stop   '  an apostrophe   /  a slash        ;  any other sign
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.read.dates.words import Entry, Value, Words

_TOKEN = re.compile(
    r"""
  (?P<elision>[^\W\d_]['’](?=\w))
| (?P<word>[^\W\d_]+)
| (?P<iso>(?<![\w.-])\d{4}-\d\d-\d\d
    (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
| (?P<numeric>(?<![\w./-])(?:\d{1,2}(?P<s>[./-])\d{1,2}(?P=s)(?:\d{4}|\d\d)
    |\d{4}(?P<z>[./])\d\d(?P=z)\d\d)(?![\w/]|[.-]\d))
| (?P<clock>(?<![\w:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
| (?P<number>\d+(?:[.,]\d+)*)
| (?P<blank>\n[^\S\n]*\n\s*|(?<=[.!?:)”"»])[^\S\n]*\n)
| (?P<sign>[^\w\s])
""",
    re.VERBOSE,
)
_SIGNS = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", "-") | dict.fromkeys("'’", "'")
_SIGNS |= {",": ",", ".": ".", "/": "/", "№": "+"}
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})(?:e|ème|er)?")
_ROMAN_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_PLAIN: Entry = ("x", None)
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: one symbol, start, end and value each."""

    symbols: str
    starts: list[int]
    ends: list[int]
    values: list[Value]


def tokenize(text: str, words: Words) -> Tokens:
    """Cut `text` with the words of one language; of unknown words in a row it keeps two."""
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    unknown = 0
    for start, end, (symbol, value) in _tokens(text, words):
        unknown = unknown + 1 if symbol == "x" else 0
        if unknown > 2:
            continue
        symbols.append(symbol)
        starts.append(start)
        ends.append(end)
        values.append(value)
    return Tokens("".join(symbols), starts, ends, values)


def _tokens(text: str, words: Words) -> Iterator[tuple[int, int, Entry]]:
    known, openers, phrase = words.entries.get, words.openers, words.phrases.match
    done = 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        kind, word = found.lastgroup, found.group()
        if kind == "word":
            longer = phrase(text, start) if word in openers else None
            entry = _phrase(longer.group(), words) if longer else None
            if longer and entry:
                end = done = longer.end()
            else:
                entry = known(word) or (_roman(word) if word[0] in "IVX" else _PLAIN)
        else:
            entry = _special(kind or "", word, words)
            if kind == "number" and _in_word(text, start):
                entry = _PLAIN
        yield start, end, entry


def _phrase(printed: str, words: Words) -> Entry | None:
    form = " ".join(printed.replace("’", "'").split())
    return words.entries.get(form) or words.entries.get(form.lower())


def _special(kind: str, word: str, words: Words) -> Entry:
    if kind == "number":
        return _number(word)
    if kind == "sign":
        return _SIGNS.get(word, ";"), None
    if kind == "elision":
        return words.entries.get(word[0]) or _PLAIN
    return {"iso": "I", "numeric": "Z", "clock": "k", "blank": "|"}[kind], word


def _number(word: str) -> Entry:
    digits = word.replace(",", "").replace(".", "")
    if digits != word:
        point = re.fullmatch(r"\d{1,3}[.,]\d", word)
        return "N", float(word.replace(",", ".")) if point else None
    if len(word) > 4 or not word.isascii():
        return "N", int(word) if len(word) < 9 and word.isdecimal() else None
    value = int(word)
    if len(word) <= 2:
        return ("d" if 1 <= value <= 31 else "n"), value
    return ("Y" if len(word) == 4 and value in _YEARS else "N"), value


def _in_word(text: str, start: int) -> bool:
    """Say whether a number continues a word or a sum: A1945, $1945, 3.1945."""
    before = text[start - 1] if start else " "
    return before.isalnum() or before in "_$€£#₽№@"


def _roman(word: str) -> Entry:
    found = _ROMAN.fullmatch(word)
    if found is None:
        return _PLAIN
    return "v", 10 * len(found[1]) + (9 if found[2] == "IX" else _ROMAN_UNITS[found[2]])
