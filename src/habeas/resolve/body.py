"""Compare the names of companies, states' organs and other bodies.

Legal forms weigh next to nothing and numbers weigh much. It knows no register of companies.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from rapidfuzz.distance import OSA

from habeas.resolve.comparison import Comparison, Evidence, How
from habeas.resolve.form import fold, tidied
from habeas.resolve.lexicon import load
from habeas.resolve.script import script_of
from habeas.resolve.word import Agreement, Sort, Word, agree, make_word

_DOTTED = re.compile(r"(?<!\w)(?:\w\.\s?){2,}(?:\w(?!\w))?|(?<!\w)\w/\w(?!\w)")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|&")
_NUMERAL = re.compile(r"\d+|[a-z]*\d+[a-z\d]*")
_AGREE = 0.7
_TOGETHER = 0.9
_SYLLABLE = 2
_MORE = 0.05  # what writing words together must add to be the better reason
_LISTS = {
    "legal": Sort.LEGAL,
    "generic": Sort.GENERIC,
    "variants": Sort.NAME,
    "numbers": Sort.NUMBER,
}


# Compared by identity, as its words are.
@dataclass(frozen=True, slots=True, eq=False)
class BodyForm:
    """The name of a body taken apart; `core` is what names it, run together."""

    text: str
    words: tuple[Word, ...]
    core: str
    initials: str
    numbers: frozenset[str]


@cache
def _phrases() -> dict[str, tuple[str, Sort]]:
    """Return, for each known phrase, what it is written as here and its sort."""
    found: dict[str, tuple[str, Sort]] = {}
    for name, sort in _LISTS.items():
        for line in load("bodies")[name].strip().splitlines():
            phrases = [phrase.strip() for phrase in line.split("|")]
            found |= dict.fromkeys(phrases, (phrases[0], sort))
    return found


@cache
def _finder() -> Callable[[str], list[str]]:
    """Return what parts a folded name into known phrases and other words."""
    several = [re.escape(p) for p in sorted(_phrases(), key=len, reverse=True) if " " in p]
    return re.compile(rf"(?<!\S)(?:{'|'.join(several)})(?!\S)|\S+").findall


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("bodies")["empty"].split())


@lru_cache(maxsize=1 << 15)
def parse_body(text: str) -> BodyForm:
    """Return the name of a body taken apart."""
    line = tidied(text)
    if "." in line or "/" in line:
        line = _DOTTED.sub(lambda run: re.sub(r"[./\s]", "", run[0]) + " ", line)
    parts = _finder()(" ".join([_folded(part) for part in _TOKEN.findall(line)]))
    named = [part for part in parts if part not in _empty()] or parts
    words = (*(_word(part, first=True) for part in named[:1]), *map(_word, named[1:]))
    kept = [word for word in words if word.sort is not Sort.LEGAL] or words
    core = "".join([word.plain for word in kept])
    numbers = frozenset([word.plain for word in words if word.sort is Sort.NUMBER])
    return BodyForm(text, words, core, "".join([word.plain[:1] for word in kept]), numbers)


@lru_cache(maxsize=1 << 16)
def _folded(part: str) -> str:
    return fold(part.lower(), script_of(part))


@lru_cache(maxsize=1 << 16)
def _word(part: str, *, first: bool = False) -> Word:
    plain, sort = _phrases().get(part, (part, Sort.NAME))
    if sort is Sort.NUMBER and first:
        sort, plain = Sort.NAME, part if len(part) < 3 else plain
    if sort is Sort.NAME and _NUMERAL.fullmatch(plain):
        sort = Sort.NUMBER
    return make_word(plain, plain, script_of(plain), sort)


@lru_cache(maxsize=1 << 16)
def is_body(text: str) -> bool:
    """Say whether a name has a word that only bodies have, or begins or ends with a legal form."""
    bare = "".join(c if c.isalpha() else " " for c in text.replace(".", ""))
    parts = _finder()(" ".join(bare.lower().split()))
    if any(_sort(part) is Sort.GENERIC for part in parts):
        return True
    if len(parts) < 2:
        return False
    # Short forms of law are also syllables of names: "Se", "Ad", "Co".
    first = bare.split()[0]
    stands_out = len(parts[0]) > _SYLLABLE or (first.isupper() and not bare.isupper())
    return _sort(parts[-1]) is Sort.LEGAL or (_sort(parts[0]) is Sort.LEGAL and stands_out)


def _sort(part: str) -> Sort:
    return _phrases().get(part, (part, Sort.NAME))[1]


type _Words = tuple[Word, ...]
type _Pairs = list[tuple[Word, Word, Agreement]]


def compare_bodies(one: BodyForm, other: BodyForm) -> Comparison:
    """Return how near the names of two bodies are."""
    if not one.words or not other.words:
        return Comparison(0.0, ((How.EMPTY, -1.0, one.text, other.text),))
    found = _by_words(one.words, other.words)
    together = OSA.normalized_similarity(one.core, other.core)
    if together > max(_TOGETHER, found.score + _MORE) and one.numbers == other.numbers:
        evidence = (How.TOGETHER, together, one.text, other.text)
        found = Comparison(min(together, 0.98), (evidence,))
    if found.score < _AGREE and (short := _acronym(one, other)):
        return short
    return found


def _acronym(one: BodyForm, other: BodyForm) -> Comparison | None:
    for short, full in ((one, other), (other, one)):
        head = short.words[0].plain
        if 2 < len(head) < 7 and head == full.initials and len(full.words) > 2:
            score = 0.85 if len(short.words) == 1 else 0.75
            return Comparison(score, ((How.ACRONYM, score, head, full.text),))
    return None


def _by_words(one: _Words, other: _Words) -> Comparison:
    """Pair off the words that agree; what is left on both sides speaks against."""
    left, right = list(one), list(other)
    gained, pairs = 0.0, _pairs(one, other)
    for a, b, (score, _) in pairs:
        left.remove(a)
        right.remove(b)
        gained += (a.weight + b.weight) * score**2
    lost, missed = (sum([word.weight for word in side]) for side in (left, right))
    whole = sum([word.weight for word in one]) + sum([word.weight for word in other])
    score = gained / whole - 0.5 * min(lost, missed, 1.0)
    return Comparison(max(0.0, min(1.0, round(score, 6))), partial(_told, pairs, [*left, *right]))


def _pairs(one: _Words, other: _Words) -> _Pairs:
    """Return the pairs of words that agree, those first that agree best."""
    cells = [
        (-found[0], abs(i - j), i + j, i, j, found)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        if (found := _agree(a, b))[0] >= _AGREE
    ]
    cells.sort()
    left, right = set(range(len(one))), set(range(len(other)))
    pairs: _Pairs = []
    for _, _, _, i, j, found in cells:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((one[i], other[j], found))
    return pairs


def _told(pairs: _Pairs, rest: list[Word]) -> tuple[Evidence, ...]:
    """Return what speaks for two names being one and what against."""
    agreed = [
        (how, (a.weight + b.weight) / 2 * score, a.printed, b.printed)
        for a, b, (score, how) in pairs
    ]
    return (*agreed, *_left_over(rest))


def _left_over(rest: list[Word]) -> list[Evidence]:
    numbers = [word for word in rest if word.sort is Sort.NUMBER]
    if len(numbers) == 2:
        return [(How.NUMBER, -0.8, numbers[0].printed, numbers[1].printed)]
    return [(How.EXTRA, -word.weight / 2, word.printed, "") for word in rest]


def _agree(one: Word, other: Word) -> Agreement:
    """Return how two words agree; a number agrees with itself only, a form of law with any."""
    if one.plain == other.plain:
        return 1.0, How.EQUAL
    if one.sort is Sort.LEGAL and other.sort is Sort.LEGAL:
        return 0.8, How.NEAR
    if one.sort is not other.sort or one.sort is Sort.NUMBER:
        return 0.0, How.DIFFERENT
    return agree(one, other)
