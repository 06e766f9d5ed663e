"""Say whether two printed forms can be one name: spelling, initials, order, acronyms.

Knows forms only. A man's and a woman's form of a family name are different names.
"""

import re

from rapidfuzz.distance import Levenshtein

from habeas.read import lexicon
from habeas.read.names.vocabulary import COUNTRIES, DEMONYMS, EXECUTIVE, fold, world

_PART = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SMALL = lexicon.words("names_words", "small", "link")
_ROMAN = (
    ("kh", "h"),
    ("iya", "ia"),
    ("ii", "i"),
    ("yi", "i"),
    ("iy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("ks", "x"),
    ("ck", "k"),
    ("ph", "f"),
)


def parts(name: str) -> list[str]:
    """Return the words of a name in a form for comparing."""
    return [stem(part) for part in _PART.findall(fold(name))]


_ENDING = re.compile(
    r"(?<=[а-я]{3})(?:ого|ому|ыми|ими|ым|им|ой|ою|ую|ая|ии|ии|ых|их|ом|ем|еи|ью|ия|ию|а|у|е|ы|и|я|ю|ь)$"
)


def stem(word: str) -> str:
    """Return a folded Russian word without its case ending, any other word as it is."""
    return _ENDING.sub("", word) if word[-1:] >= "а" else word


def is_initial(part: str) -> bool:
    """Say whether a word of a name is an initial."""
    return len(part) == 1


def near(one: str, other: str) -> bool:
    """Say whether two words are spellings of one name word."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or is_gendered(one, other):
        return False
    a, b = _roman(one), _roman(other)
    limit = 1 if min(len(a), len(b)) < 9 else 2
    return a == b or Levenshtein.distance(a, b, score_cutoff=limit) <= limit


def is_gendered(one: str, other: str) -> bool:
    """Say whether two family names differ as a man's and a woman's do."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in ("a", "na"):
        return True
    return long[:-1].endswith("a") and short[:-1] == long[:-2]


def _roman(word: str) -> str:
    for many, one in _ROMAN:
        word = word.replace(many, one)
    return word


def agree(one: list[str], other: list[str]) -> int:
    """Return how well two persons' names agree: 3 in full, 2 with initials, 1 in part, 0 not."""
    if len(one) > len(other):
        one, other = other, one
    if not one:
        return 0
    if len(one) == 1:
        return _alone(one[0], other)
    if _initialled(one) or _initialled(other):
        return 2 if _with_initials(one, other) else 0
    if len(one) == len(other):
        straight = all(near(a, b) for a, b in zip(one, other, strict=True))
        return 3 if straight or sorted(one) == sorted(other) else 0
    ends = near(one[0], other[0]) and near(one[-1], other[-1])
    return 3 if ends or other[-len(one) :] == one or other[: len(one)] == one else 0


def _alone(word: str, other: list[str]) -> int:
    if len(other) == 1:
        return 3 if near(word, other[0]) else 0
    if near(word, other[-1]):
        return 2
    long = [part for part in other if not is_initial(part)]
    return 1 if any(word == part for part in long) else 0


def _initialled(name: list[str]) -> bool:
    return any(is_initial(part) for part in name)


def _with_initials(one: list[str], other: list[str]) -> bool:
    """Say whether names agree when initials stand for words, whichever comes first."""
    if not near(_family(one), _family(other)):
        return False
    a, b = _given(one), _given(other)
    return all(
        x[0] == y[0] and (is_initial(x) or is_initial(y) or near(x, y))
        for x, y in zip(a, b, strict=False)
    )


def _family(name: list[str]) -> str:
    long = [part for part in name if not is_initial(part)]
    return long[-1] if long else name[-1]


def _given(name: list[str]) -> list[str]:
    family = _family(name)
    return [part for part in name if part != family]


def acronym(name: str) -> str:
    """Return the first letters of the weighty words of a name."""
    return "".join(word[0] for word in parts(name.replace("-", " ")) if word not in _SMALL)


def body_key(name: str) -> str:
    """Return one form for the ways to name a country's executive, or the folded name."""
    words = parts(re.sub(r"[’'´]s?\b", "", name))
    words = [word for word in words if word != "the"]
    text = " ".join(words)
    country = _country(text)
    if country and words[0] not in _NATIONS:
        rest = [
            word for word in words if word not in _SMALL and word not in country.lower().split()
        ]
        noun = " ".join(rest)
        return f"{'executive' if noun in EXECUTIVE else noun} of {country}"
    if country and len(words) > 1:
        first = next((n for n in _NATIONS_SORTED if text.startswith(f"{n} ")), words[0])
        noun = text[len(first) :].strip()
        return f"{'executive' if noun in EXECUTIVE else noun} of {country}"
    if len(words) > 2 and words[0] in EXECUTIVE and words[1] == "of":
        return f"executive of {' '.join(words[2:])}"
    return text


_NATIONS = {fold(name): one for name, one in (COUNTRIES | DEMONYMS).items()}
_NATIONS_SORTED = sorted(_NATIONS, key=lambda n: -len(n))
_COUNTRY = re.compile(r"\b(?:" + "|".join(map(re.escape, _NATIONS_SORTED)) + r")\b")


_ABROAD = {
    " ".join(parts(name)): country
    for country, row in world().items()
    for language in ("ru", "fr")
    for name in row.get(language, ())
}
_REPUBLIC = re.compile(
    r"(?:republic of (?:the )?|республик "
    r"|republique (?:populaire |islamique |federale )?(?:de |du |d')?)"
)


def place_key(name: str) -> str:
    """Return one form for the ways to name a country, also in Russian and French."""
    words = " ".join(parts(name))
    known = COUNTRIES.get(name) or _ABROAD.get(words)
    words = _REPUBLIC.sub("", words)
    return fold(known or _ABROAD.get(words) or words)


def _country(text: str) -> str | None:
    found = _COUNTRY.search(text)
    return _NATIONS[found[0]] if found else None
