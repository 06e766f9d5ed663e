"""Bring a Russian name in an oblique case to the nominative: ``Елены Роговой`` → ``Елена Рогова``.

Goes by endings alone and leaves a word it does not know as printed. Only for names that a title or
a phrase puts into a case; a name that stands by itself is not touched.
"""

import re

# Endings of a woman's and of a man's words in the genitive and dative, with the nominative's.
_WOMAN = (
    ("ской", "ская"),
    ("цкой", "цкая"),
    ("овой", "ова"),
    ("евой", "ева"),
    ("ёвой", "ёва"),
    ("иной", "ина"),
    ("ыной", "ына"),
    ("овны", "овна"),
    ("овне", "овна"),
    ("евны", "евна"),
    ("евне", "евна"),
    ("ии", "ия"),
    ("ьи", "ья"),
    ("ги", "га"),
    ("ки", "ка"),
    ("ы", "а"),
    ("и", "я"),
    ("е", "а"),
)
_MAN = (
    ("ского", "ский"),
    ("скому", "ский"),
    ("цкого", "цкий"),
    ("цкому", "цкий"),
    ("ова", "ов"),
    ("ову", "ов"),
    ("ева", "ев"),
    ("еву", "ев"),
    ("ёва", "ёв"),
    ("ёву", "ёв"),
    ("ина", "ин"),
    ("ину", "ин"),
    ("ича", "ич"),
    ("ичу", "ич"),
    ("ея", "ей"),
    ("ею", "ей"),
    ("ия", "ий"),
    ("ию", "ий"),
    ("оря", "орь"),
    ("орю", "орь"),
    ("ая", "ай"),
    ("аю", "ай"),
    ("вла", "вел"),
    ("влу", "вел"),
    ("ётра", "ётр"),
    ("льва", "лев"),
    ("льву", "лев"),
    ("а", ""),
    ("у", ""),
)
_FEMALE = re.compile(r"(?:ской|цкой|овой|евой|ёвой|иной|ыной|овны|овне|евны|евне)$", re.I)
_CYRILLIC = re.compile(r"[А-ЯЁ][А-Яа-яЁё-]+")


def nominative(name: str) -> str:
    """Return a name of two or more Russian words in an oblique case as it stands alone."""
    words = name.split()
    if len(words) < 2 or not all(_CYRILLIC.fullmatch(word) or "." in word for word in words):
        return name
    endings = _WOMAN if any(_FEMALE.search(word) for word in words) else _MAN
    return " ".join(_restore(word, endings) for word in words)


def _restore(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    low = word.lower()
    for oblique, straight in endings:
        if low.endswith(oblique) and len(low) > len(oblique) + 1:
            ending = straight.upper() if word.isupper() else straight
            return word[: len(word) - len(oblique)] + ending
    return word
