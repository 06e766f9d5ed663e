"""Compare the names of two people word by word.

Weighs what agrees against what does not: a surname shared by two given names is a family.
"""

from itertools import product

from habeas.resolve.comparison import Comparison, Evidence, How
from habeas.resolve.form import NameForm
from habeas.resolve.kin import MOST, Pair, Pairs, Words, kin
from habeas.resolve.word import Agreement, Word, agree, far

_AGREE = 0.6  # below this two words are two names
_ENOUGH = 0.93
_SURE = 0.9  # so near that no other word need be looked at
_EXTRA = 0.05  # what a word costs that only one name has
_FLOOR = 0.15  # what is left of a score where two words have nothing in common
_GOOD = 0.75  # words that agree so well do not speak against anything
_INITIALS = 0.6  # initials alone are nobody's name
_ALONE = 0.85  # a word that is all the name must agree better
_LIGHT = 0.2  # words of less weight than this never do
_LONE = 0.35  # what it costs where one word is all that agrees


def compare_people(one: NameForm, other: NameForm) -> Comparison:
    """Return how near the names of two people are, in the best way to part them into words."""
    if not one.words or not other.words:
        return Comparison(0.0, ((How.EMPTY, -1.0, one.text, other.text),))
    best = _compare(one.words, other.words)
    if best.score >= _ENOUGH or best.evidence[-1][0] in MOST:
        return best
    if len(one.words) == len(other.words):
        return best
    return _together(one, other, _otherwise(one, other, best))


def _otherwise(one: NameForm, other: NameForm, best: Comparison) -> Comparison:
    """Return the best comparison where another way to part one name gives as many words."""
    for left, right in product((one.words, *one.others), (other.words, *other.others)):
        if len(left) == len(right):
            best = max(_compare(left, right), best, key=lambda found: found.score)
    return best


def _together(one: NameForm, other: NameForm, best: Comparison) -> Comparison:
    """Return the comparison of the names without their spaces where that says more."""
    if far(*("".join([word.places for word in form.words]) for form in (one, other))):
        return best
    score, _ = agree(one.whole(), other.whole())
    score *= 0.97
    if score <= best.score or score < 0.9:
        return best
    return Comparison(score, ((How.TOGETHER, score, one.text, other.text),))


def _compare(one: Words, other: Words) -> Comparison:
    if len(one) == len(other) == 1:
        return _lone(one[0], other[0])
    pairs = _assign(one, other)
    if not pairs:
        return Comparison(0.0, ((How.DIFFERENT, -1.0, _text(one), _text(other)),))
    evidence = [_evidence(one[i], other[j], found) for i, j, found in pairs]
    extra = _extras(one, other, pairs)
    evidence += [(How.EXTRA, -word.weight * _EXTRA, word.printed, "") for word in extra]
    score = _score(one, other, pairs) - _lost(extra, pairs, one)
    if all(how is How.INITIAL for _, _, (_, how) in pairs):
        score = min(score, _INITIALS)
    if found := kin(one, other, pairs):
        evidence.append((found, -1.0, _text(one), _text(other)))
        score = min(score, MOST[found])
    return Comparison(max(0.0, min(1.0, round(score, 6))), tuple(evidence))


def _lone(one: Word, other: Word) -> Comparison:
    """Compare names of one word; it must agree better than one word of several."""
    found = agree(one, other)
    score, how = found
    if how is How.GENDER:
        return Comparison(MOST[How.WOMAN], ((How.WOMAN, -1.0, one.printed, other.printed),))
    score = min(score, _INITIALS) if how is How.INITIAL else score * _share(score, _ALONE)
    return Comparison(score, (_evidence(one, other, found),))


def _share(worst: float, good: float) -> float:
    """Return what is left of a score where the worst pair of words agrees only so far."""
    return 1.0 if worst >= good else _FLOOR + (1 - _FLOOR) * worst / good


def _score(one: Words, other: Words, pairs: Pairs) -> float:
    """Return how well the pairs agree; the worst of them counts as much as all together."""
    whole = total = 0.0
    worst = 1.0
    for i, j, (found, _) in pairs:
        weight = min(one[i].weight, other[j].weight)
        whole += weight
        total += weight * found
        if weight > _LIGHT and found < worst:
            worst = found
    return total / whole * _share(worst, _GOOD)


def _lost(extra: list[Word], pairs: Pairs, one: Words) -> float:
    """Return what the words cost that only one of the names has."""
    if not extra:
        return 0.0
    lone = sum(one[i].weight > _LIGHT for i, _, _ in pairs) < 2
    return (_LONE if lone else _EXTRA) * sum([word.weight for word in extra])


def _evidence(one: Word, other: Word, found: Agreement) -> Evidence:
    score, how = found
    weight = min(one.weight, other.weight)
    return how, weight * (score if score >= _AGREE else score - 1.0), one.printed, other.printed


def _extras(one: Words, other: Words, pairs: Pairs) -> list[Word]:
    if len(one) == len(other) == len(pairs):
        return []
    left, right = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    lost = [word for place, word in enumerate(one) if place not in left]
    return lost + [word for place, word in enumerate(other) if place not in right]


def _assign(one: Words, other: Words) -> Pairs:
    """Pair off the words, those first that agree best; none where no two agree."""
    pairs, left, right = _sure(one, other)
    table = [
        (-found[0], abs(i - j), i + j, i, j, found)
        for i in left
        for j in right
        if _answers(one[i], other[j], found := agree(one[i], other[j]))
    ]
    table.sort()
    if not pairs and (not table or -table[0][0] < _AGREE):
        return []
    for _, _, _, i, j, found in table:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j, found))
    return pairs


def _sure(one: Words, other: Words) -> tuple[Pairs, list[int], list[int]]:
    """Return the pairs that agree beyond doubt, and the places of the words left over.

    Most names have their words in one order, so words in the same place are looked at first.
    """
    left, right, pairs = list(range(len(one))), list(range(len(other))), list[Pair]()
    for ways in (zip(left[:], right[:], strict=False), product(left[:], right[:])):
        for i, j in ways:
            if i not in left or j not in right or one[i].weight != other[j].weight:
                continue
            found = agree(one[i], other[j])
            if found[0] >= _SURE:
                pairs.append((i, j, found))
                left.remove(i)
                right.remove(j)
    return pairs, left, right


def _answers(one: Word, other: Word, found: Agreement) -> bool:
    """Say whether two words may be a pair; a particle or a title answers to no name."""
    return found[0] >= _AGREE or one.weight == other.weight or found[1] is How.NO_INITIAL


def _text(words: Words) -> str:
    return " ".join(word.printed for word in words)
