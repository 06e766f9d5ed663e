"""One word of a name, analysed once; and how two words agree.

A word knows no language and no person: only its letters, its sounds and what sort of word it is.
"""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from habeas.resolve.comparison import How
from habeas.resolve.gender import two_cases, two_genders
from habeas.resolve.lexicon import load
from habeas.resolve.nearness import costs_between, measure_between, near, nearness, places
from habeas.resolve.script import Script
from habeas.resolve.sound import sounds_in


class Sort(IntEnum):
    """The sorts of words in a name."""

    NAME = 0
    INITIAL = 1
    HONORIFIC = 2
    PARTICLE = 3
    GENERIC = 4
    LEGAL = 5
    NUMBER = 6


WEIGHT = {
    Sort.NAME: 1.0,
    Sort.INITIAL: 0.5,
    Sort.HONORIFIC: 0.3,
    Sort.PARTICLE: 0.15,
    Sort.GENERIC: 0.5,
    Sort.LEGAL: 0.1,
    Sort.NUMBER: 0.8,
}
_SET_SCORES = {How.FORM: 0.9, How.INITIAL: 0.9, How.GENDER: 0.88, How.SOUNDS: 0.9, How.CASE: 0.95}
_LITTLE = 0.65
_HALF = 0.5
_ALIKE = 0.97
_SHORT = 4  # in words of so few letters one sound for another is another name
_UNLIKE = 0.25
_FARTHEST = 0.55  # words of which more consonants differ are not looked at any closer


class Role(IntFlag):
    """What a word may do in a name beside naming: what the lists of ``people.toml`` say."""

    NONE = 0
    TITLE = 1
    SUFFIX = 2
    JOINING = 4
    DESCENT = 8


# Compared by identity: the forms of names that hold words are cached. Never changed; not frozen,
# as that would make words, the one thing that each new name needs, three times as slow to make.
@dataclass(slots=True, eq=False)
class Word:
    """A word as printed, folded (no case, no marks), by its sounds and where those are made."""

    printed: str
    plain: str
    sounds: str
    places: str
    script: Script
    sort: Sort
    weight: float
    forms: frozenset[int]
    roles: int


_NAME = WEIGHT[Sort.NAME]
_NO_FORMS: frozenset[int] = frozenset()
_ROLES = {
    "titles": Role.TITLE,
    "suffixes": Role.SUFFIX,
    "joining": Role.JOINING,
    "descent": Role.DESCENT,
}
type Agreement = tuple[float, How]
_EQUAL: Agreement = 1.0, How.EQUAL
_SAME_LETTERS: Agreement = 0.97, How.SCRIPT
_DIFFERENT: Agreement = 0.0, How.DIFFERENT


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Return, for each form of a given name, the numbers of the lines that it is on."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(load("people")["forms"].strip().splitlines()):
        for word in line.split():
            lines.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@cache
def _roles() -> dict[str, int]:
    """Return the roles of each word that is on a list."""
    lists = {role: load("people")[key].split() for key, role in _ROLES.items()}
    found: dict[str, int] = {}
    for role, words in lists.items():
        found |= {word: found.get(word, 0) | int(role) for word in words}
    return found


def make_word(printed: str, plain: str, script: Script, sort: Sort) -> Word:
    """Return the analysed word; `plain` is the word folded."""
    signs = sounds_in(printed.lower(), script)
    forms, roles = _forms().get(plain, _NO_FORMS), _roles().get(plain, 0)
    return Word(printed, plain, signs, places(signs), script, sort, WEIGHT[sort], forms, roles)


@lru_cache(maxsize=1 << 16)
def agree(one: Word, other: Word) -> Agreement:
    """Return how near two words are, 0 to 1, and how."""
    if one.plain == other.plain:
        return _EQUAL if one.script is other.script else _SAME_LETTERS
    if one.weight != _NAME or other.weight != _NAME:
        if one.sort is Sort.NUMBER or other.sort is Sort.NUMBER:
            return 0.0, How.NUMBER if one.sort is other.sort else How.DIFFERENT
        if one.sort is Sort.INITIAL or other.sort is Sort.INITIAL:
            return _initials(one, other)
    if one.forms and not one.forms.isdisjoint(other.forms):
        return _SET_SCORES[How.FORM], How.FORM
    if one.script is other.script:
        return _one_script(one, other)
    return _DIFFERENT if far(one.places, other.places) else _two_scripts(one, other)


def far(one: str, other: str) -> bool:
    """Say whether the consonants of two words are made in other places of the mouth."""
    apart = Levenshtein.distance(one, other)
    if apart == 0:
        return False
    most, least = len(one), len(other)
    if most < least:
        most, least = least, most
    if apart > 2 and 2 * apart >= most:
        return True
    if least < 2:
        return apart == most and least > 0
    return apart > _FARTHEST * most


def _two_scripts(one: Word, other: Word) -> Agreement:
    heard = _heard(one, other)
    if heard > _HALF and two_genders(one.plain, other.plain, (one.script, other.script)):
        return min(heard, _SET_SCORES[How.GENDER]), How.GENDER
    return heard, How.SCRIPT if heard > 0.9 else How.NEAR if heard > _LITTLE else How.DIFFERENT


def _heard(one: Word, other: Word) -> float:
    """Return how near two words sound, soonest where their consonants are of the same places."""
    measure = measure_between(one.script, other.script)
    if one.places == other.places:
        return near(one.sounds, other.sounds, measure)
    return nearness(one.sounds, other.sounds, measure.costs)


def _one_script(one: Word, other: Word) -> Agreement:
    spelling = OSA.normalized_similarity(one.plain, other.plain)
    apart = spelling < _UNLIKE or far(one.places, other.places)
    if apart and spelling < _HALF:
        return spelling, How.DIFFERENT
    heard = 0.0 if apart else _heard(one, other)
    if heard > _HALF:
        if two_genders(one.plain, other.plain, (one.script, other.script)):
            return _SET_SCORES[How.GENDER], How.GENDER
        if two_cases(one.plain, other.plain):
            return _SET_SCORES[How.CASE], How.CASE
    score = (spelling + heard) / 2
    long = len(one.plain) > _SHORT and len(other.plain) > _SHORT
    if score < spelling:
        if _slip(one.plain, other.plain):
            score = spelling
        elif long:
            score = (spelling + score) / 2
        else:
            score = score - 0.15
    if heard > _ALIKE and long:
        return max(score, _SET_SCORES[How.SOUNDS]), How.SOUNDS
    return score, How.NEAR if score > _LITTLE else How.DIFFERENT


def _slip(one: str, other: str) -> bool:
    """Say whether two words differ by letters doubled, dropped or turned round, not by others."""
    return len(one) != len(other) or sorted(one) == sorted(other)


def _initials(one: Word, other: Word) -> Agreement:
    """Compare words of which at least one is an initial."""
    agreed = _SET_SCORES[How.INITIAL], How.INITIAL
    if one.script is other.script:
        return agreed if one.plain[0] == other.plain[0] else (0.0, How.NO_INITIAL)
    costs = costs_between(one.script, other.script)
    first = [(a, b) for a in one.sounds[:2] for b in other.sounds[:2]]
    near = any(costs[a][b] <= 0.1 for a, b in first)
    return agreed if near else (0.0, How.NO_INITIAL)
