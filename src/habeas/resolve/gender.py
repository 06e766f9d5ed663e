"""Tell a man's form of a name from a woman's where the ending shows it.

Only the endings of Slavic surnames and patronymics do. Of other names it says nothing.
"""

from functools import cache, lru_cache

from habeas.resolve.lexicon import load
from habeas.resolve.nearness import costs_between, nearness
from habeas.resolve.script import Script
from habeas.resolve.sound import sounds

_NEAR_ENOUGH = 0.9
type Gendered = tuple[str, str]  # the name without its ending, and the gender


@cache
def _endings(gender: str) -> tuple[str, ...]:
    return tuple(sorted(load("people")["endings"][gender].split(), key=len, reverse=True))


@lru_cache(maxsize=1 << 16)
def _parted(plain: str) -> Gendered | None:
    for gender in ("feminine", "masculine"):
        endings = _endings(gender)
        if plain.endswith(endings):
            ending = next(ending for ending in endings if plain.endswith(ending))
            return (plain[: -len(ending)], gender) if len(plain) > len(ending) + 1 else None
    return None


def two_genders(one: str, other: str, scripts: tuple[Script, Script]) -> bool:
    """Say whether two folded words are a man's and a woman's form of one name."""
    left, right = _parted(one), _parted(other)
    if left is None and right is None:
        return False
    if _bare(left, other) or _bare(right, one):
        return True
    if left is None or right is None or left[1] == right[1]:
        return False
    costs = costs_between(*scripts)
    return nearness(sounds(left[0]), sounds(right[0]), costs) >= _NEAR_ENOUGH


def _bare(woman: Gendered | None, man: str) -> bool:
    """Say whether a man's name is a woman's without its ending, as in Czech."""
    return woman is not None and woman[1] == "feminine" and woman[0] == man


def two_cases(one: str, other: str) -> bool:
    """Say whether two folded words of one script are one surname in two grammatical cases."""
    left, right = _parted(one), _parted(other)
    return left is not None and right is not None and left == right


def is_patronymic(plain: str) -> bool:
    """Say whether a folded word ends as a patronymic does."""
    return plain.endswith(_endings("patronymic"))
