"""How two printed names of people meet: whole, by an initial, by one word, or against each other.

A meeting is of names. Whether two people are one, ``judge`` weighs with what else is said of them.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from anyascii import anyascii

from habeas.resolve.case import nominatives
from habeas.resolve.comparison import Comparison, How
from habeas.resolve.form import parse
from habeas.resolve.gender import is_patronymic
from habeas.resolve.person import compare_people
from habeas.resolve.script import Script, script_of
from habeas.resolve.shape import Fullness, Shape, shape

_SURNAME = 0.8  # how well surnames must agree where little else does
_WORD = 0.84  # and names of one word
_GIVEN = 0.88  # and given names alone
_BY_CASE = 0.03  # what a name lacks that agrees only if it stands in another case
_AGAINST = frozenset({How.FAMILY, How.WOMAN, How.DESCENT, How.CHILD})
_AGREE = frozenset(
    {
        How.EQUAL,
        How.SOUNDS,
        How.SCRIPT,
        How.NEAR,
        How.FORM,
        How.GENDER,
        How.CASE,
        How.TOGETHER,
    }
)
_LIGHT, _EXTRA_NAME, _MOST_EXTRA = 0.4, -0.04, 2
_NO_SURNAME = 0.15  # what a whole name lacks beside one with a further surname
# First letters that romanisations of one letter begin with.
_LETTERS = ("eiyj", "kqchxg", "zjg", "csztx", "vwu", "fp")


class Level(IntEnum):
    """How much of two names agrees; CLASH speaks of two people."""

    CLASH = -1
    NOTHING = 0
    GIVEN = 1
    SURNAME = 2
    INITIAL = 3
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two names meet: level, score of what agrees, and the reasons."""

    level: Level
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 16)
def meet(one: str, other: str) -> Meeting:
    """Return how two names of people meet, in whatever case a Cyrillic one stands."""
    best = _meet(one, other)
    if not Level.NOTHING <= best.level < Level.INITIAL:
        return best
    for mine, theirs in _in_nominative(one, other):
        found = _meet(mine, theirs)
        if found.level > best.level and found.level >= Level.SURNAME:
            reason = f"“{one}” and “{other}” may be grammatical cases of one name"
            best = Meeting(found.level, found.score - _BY_CASE, (*found.reasons, reason))
    return best


def _in_nominative(one: str, other: str) -> list[tuple[str, str]]:
    mine, theirs = nominatives(one), nominatives(other)
    pairs = [(name, other) for name in mine] + [(one, name) for name in theirs]
    return pairs + list(zip(mine, theirs, strict=False))


def _meet(one: str, other: str) -> Meeting:
    left, right = sorted((shape(one), shape(other)), key=lambda form: (form.fullness, form.text))
    if left.fullness is Fullness.NOTHING:
        return Meeting(Level.NOTHING)
    if left.fullness is Fullness.FULL:
        return _both_full(left, right)
    if right.fullness is Fullness.FULL and left.fullness is Fullness.WORD:
        return _word_in(left, right)
    found = _surnames(left, right)
    if found.level is not Level.SURNAME or not left.initials:
        return found
    return _initials(left, right, found)


def _both_full(one: Shape, other: Shape) -> Meeting:
    if one.initials and other.initials and not initial_of(one.initials[0], other.initials[0]):
        reason = How.NO_INITIAL.value.format(one=one.initials[0], other=other.initials[0])
        return Meeting(Level.NOTHING, 0.0, (reason,))
    found = _compare(one.text, other.text)
    hows = {how for how, *_ in found.evidence}
    if found.same and _woman(one, other, hows):
        return Meeting(Level.CLASH, 0.0, _reasons(found))
    if found.same and How.DIFFERENT not in hows and _names_agree(found):
        score = found.score - _NO_SURNAME * _lacks_surname(one, other, found)
        return Meeting(Level.WHOLE, score, _reasons(found))
    if hows & _AGAINST:
        return Meeting(Level.CLASH, 0.0, _reasons(found))
    # “Zhanna Pavlovna” is a given name and a patronymic: it has no surname to agree.
    if is_patronymic(one.surname.lower()) or is_patronymic(other.surname.lower()):
        return _givens(one.given, other)
    return Meeting(Level.CLASH if found.score < 0.5 else Level.NOTHING, 0.0, _reasons(found))


def _names_agree(found: Comparison) -> bool:
    """Say whether two words written out agree; an initial may be anybody's, a phrase is no name."""
    hows = [how for how, weight, *_ in found.evidence if how in _AGREE and weight > _LIGHT]
    extra = sum(how is How.EXTRA and weight <= _EXTRA_NAME for how, weight, *_ in found.evidence)
    return (len(hows) > 1 or How.TOGETHER in hows) and extra <= _MOST_EXTRA


def _lacks_surname(one: Shape, other: Shape, found: Comparison) -> bool:
    """Say whether the surname of one is not in the other, as a second surname may not be."""
    extra = {word for how, _, word, _ in found.evidence if how is How.EXTRA}
    return one.surname in extra or other.surname in extra


def _woman(one: Shape, other: Shape, hows: set[How]) -> bool:
    """Say whether surnames of a man and a woman stand beside given names that only look alike."""
    latin = script_of(one.surname) is script_of(other.surname) is Script.LATIN
    return latin and {How.GENDER, How.NEAR} <= hows


def _word_in(one: Shape, other: Shape) -> Meeting:
    """Return how a name of one word meets a full name: as its surname, or as its given name."""
    found = _surnames(one, other)
    if found.level is Level.SURNAME:
        return found
    given = _givens((one.surname,), other)
    return given if given.level is Level.GIVEN else found


def _givens(given: tuple[str, ...], other: Shape) -> Meeting:
    for mine in given[:1]:
        for theirs in other.given[:1]:
            found = _compare(mine, theirs)
            if found.score >= _GIVEN:
                return Meeting(Level.GIVEN, found.score, _reasons(found))
    return Meeting(Level.NOTHING)


def _surnames(one: Shape, other: Shape) -> Meeting:
    found = _compare(one.surname, other.surname)
    if found.score >= (_WORD if Fullness.WORD in (one.fullness, other.fullness) else _SURNAME):
        return Meeting(Level.SURNAME, found.score, _reasons(found))
    how = found.evidence[-1][0]
    if how is How.WOMAN and Script.CYRILLIC in (script_of(one.surname), script_of(other.surname)):
        return Meeting(Level.NOTHING)  # “-ова” is also a man's genitive
    return Meeting(Level.CLASH if how in _AGAINST else Level.NOTHING, 0.0, _reasons(found))


def _initials(one: Shape, other: Shape, found: Meeting) -> Meeting:
    """Return how names with one surname meet where at least one has initials."""
    letters = other.initials if other.fullness is Fullness.INITIALS else other.given
    if not letters:
        return found
    for initial, name in zip(one.initials, letters, strict=False):
        if not initial_of(initial, name):
            reason = How.NO_INITIAL.value.format(one=initial, other=name)
            return Meeting(Level.CLASH, 0.0, (reason,))
    reason = How.INITIAL.value.format(one=one.initials[0].capitalize(), other=letters[0])
    return Meeting(Level.INITIAL, found.score, (*found.reasons, reason))


@lru_cache(maxsize=1 << 14)
def initial_of(initial: str, name: str) -> bool:
    """Say whether an initial may be that of a name, in any romanisation."""
    one, other = anyascii(initial).lower()[:1], anyascii(name).lower()[:1]
    return one == other or any(one in letters and other in letters for letters in _LETTERS)


def _compare(one: str, other: str) -> Comparison:
    return compare_people(parse(one), parse(other))


def _reasons(found: Comparison) -> tuple[str, ...]:
    return tuple(reason.text for reason in found.reasons[:3])
