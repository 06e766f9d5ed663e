"""Say what in two names speaks of a relative and not of one person, though most words agree."""

from habeas.resolve.comparison import How
from habeas.resolve.gender import is_patronymic
from habeas.resolve.script import Script
from habeas.resolve.word import Agreement, Role, Sort, Word

type Words = tuple[Word, ...]
type Pair = tuple[int, int, Agreement]
type Pairs = list[Pair]

# The score that two names have at most where this speaks against them.
MOST = {How.FAMILY: 0.55, How.WOMAN: 0.5, How.DESCENT: 0.5, How.CHILD: 0.65}
LEAST = min(MOST.values())
_AGREE = 0.85
_CASE = 0.8
_DIFFER = 0.6
_DESCENT = int(Role.DESCENT)


def kin(one: Words, other: Words, pairs: Pairs) -> How | None:
    """Return what makes two names those of relatives; None where nothing does."""
    for i, j, found in pairs:
        if found[1] is How.GENDER and _woman(one, other, pairs, i, j):
            return How.WOMAN
    if len(pairs) < 2:
        return None
    if len(one) > 2 and len(other) > 2 and _turned(one, other, pairs):
        return How.DESCENT
    if _family(one, other, pairs):
        return How.FAMILY
    if len(one) > len(other):
        return How.CHILD if _child(one, other, pairs) else None
    return How.CHILD if len(one) < len(other) and _child(other, one, _swapped(pairs)) else None


def _woman(one: Words, other: Words, pairs: Pairs, i: int, j: int) -> bool:
    """Say whether two forms of a name are those of a man and a woman, not one in two languages."""
    if i == j == 0 or (is_patronymic(one[i].plain) and is_patronymic(other[j].plain)):
        return True
    return not any(
        found[0] >= _sure(one[k]) and one[k].sort is other[m].sort is Sort.NAME
        for k, m, found in pairs
        if (k, m) != (i, j)
    )


def _sure(word: Word) -> float:
    """Return how well a given name must agree; Cyrillic ones may differ by a case ending."""
    return _CASE if word.script is Script.CYRILLIC else _AGREE


def _family(one: Words, other: Words, pairs: Pairs) -> bool:
    """Say whether the last words agree and the first do not."""
    first = last = None
    for i, j, found in pairs:
        if i == j == 0:
            first = found
        elif i == len(one) - 1 and j == len(other) - 1:
            last = found
    if first is None or last is None or last[0] < _AGREE:
        return False
    return first[0] < _DIFFER and first[1] is not How.NO_INITIAL


def _turned(one: Words, other: Words, pairs: Pairs) -> bool:
    """Say whether names stand in another order around a word such as "bin"."""
    middle = next((i for i, word in enumerate(one) if word.roles & _DESCENT), None)
    if middle is None or not any(word.roles & _DESCENT for word in other):
        return False
    named = sorted((i, j) for i, j, f in pairs if f[0] >= _AGREE and one[i].sort is Sort.NAME)
    before = [j for i, j in named if i < middle]
    after = [j for i, j in named if i > middle]
    return bool(before and after) and before[0] > min(after)


def _child(one: Words, other: Words, pairs: Pairs) -> bool:
    """Say whether `one`, the longer, is a name before all of `other`, whose names all agree."""
    if len(pairs) < max(3, len(other)) or one[0].sort is not Sort.NAME:
        return False
    in_order = all(i - j == len(one) - len(other) and f[0] > _DIFFER for i, j, f in pairs)
    return in_order and sum(word.sort is Sort.NAME for word in other) > 2


def _swapped(pairs: Pairs) -> Pairs:
    return [(j, i, found) for i, j, found in pairs]
