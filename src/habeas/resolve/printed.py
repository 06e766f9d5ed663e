"""Choose, among the spellings that were printed, the one to show. It makes up no spelling."""

import re
from collections.abc import Mapping

from habeas.resolve.gender import is_patronymic
from habeas.resolve.shape import shape

# Endings of Russian names in the cases that are not the nominative.
_OBLIQUE = re.compile(
    r"(?:ого|ому|ым|им|ой|ую|ою|ею|ова|ева|ину|ину|ову|еву|ову|овым|евым|иным|ином|ове|еве|у|ю|ы)$"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_MOST_WORDS = 4  # a longer "name" is more likely a phrase
_TWO, _SELDOM = 2.0, 12


def best_name(names: Mapping[str, int], *, person: bool) -> str:
    """Return the spelling to show: of a person the fullest, of all else the most frequent.

    A fuller spelling that is printed once where another is printed often is more likely a slip of
    the reader's, unless a patronymic makes it so full.
    """
    whole = max((n for name, n in names.items() if _fullness(name) >= _TWO), default=0)
    usual = [name for name in names if names[name] * _SELDOM >= whole or _has_patronymic(name)]
    return min(usual or names, key=lambda name: (_flaws(name), *_order(name, names[name], person)))


def _order(name: str, count: int, person: bool) -> tuple[float, int, int, str]:
    return (-_fullness(name) if person else 0.0), _oblique(name), -count, name


def _has_patronymic(name: str) -> bool:
    return any(is_patronymic(word.lower()) for word in shape(name).given)


def _fullness(name: str) -> float:
    """Return how much of a name a spelling gives, in words; an initial is less than half."""
    form = shape(name)
    words = len(form.given) + bool(form.surname)
    return 0.0 if words > _MOST_WORDS else words + 0.4 * min(len(form.initials), 2)


def _flaws(name: str) -> int:
    """Return how often a spelling offends: two scripts in it, capitals all through."""
    mixed = bool(_CYRILLIC.search(name) and _LATIN.search(name))
    return mixed + (name.isupper() and len(name) > _MOST_WORDS)


def _oblique(name: str) -> int:
    """Return how many words of a name look like another case than the nominative.

    “-ова” is a woman's nominative and a man's genitive: it counts against where a given name
    beside it ends in “-а” too, as both would in the genitive of a man.
    """
    if not _CYRILLIC.search(name):
        return 0
    return sum(bool(_OBLIQUE.search(word.lower())) for word in name.split())
