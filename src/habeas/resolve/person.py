"""Compare the names of two people word by word.

Weighs what agrees against what does not: a surname shared by two given names is a family.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product

from rapidfuzz.distance import Indel, Levenshtein

from habeas.resolve.comparison import Comparison, Evidence, How
from habeas.resolve.form import NameForm
from habeas.resolve.kin import LEAST, MOST, Pairs, Words, kin
from habeas.resolve.word import Agreement, Word, agree, far

_AGREE = 0.6  # below this two words are two names
_ENOUGH = 0.93
_SURE = 0.9  # so near that no other word need be looked at
_SHARED = 0.65  # two names that share less of their consonants are not parted in other ways
_HOPELESS = 0.4  # where a word agrees with none so well, two names of as many words are two names
_EXTRA = 0.05  # what a word costs that only one name has
_FLOOR = 0.15  # what is left of a score where two words have nothing in common
_GOOD = 0.75  # words that agree so well do not speak against anything
_INITIALS = 0.6  # initials alone are nobody's name
_ALONE = 0.85  # a word that is all the name must agree better
_LIGHT = 0.2  # words of less weight than this never do
_LONE = 0.35  # what it costs where one word is all that agrees

# A score, the two names parted so, and their words in pairs; no pairs where it is hopeless.
type _Way = tuple[float, Words, Words, Pairs]


def compare_people(one: NameForm, other: NameForm) -> Comparison:
    """Return how near the names of two people are, in the best way to part them into words."""
    left, right = one.words, other.words
    if not left or not right:
        return Comparison(0.0, ((How.EMPTY, -1.0, one.text, other.text),))
    best = _way(left, right)
    if len(left) == len(right) or best[0] >= _ENOUGH or not _as_much(left, right):
        return Comparison(best[0], partial(_told, left, right))
    if kin(left, right, best[3]):
        return Comparison(best[0], partial(_told, left, right))
    return _parted_otherwise(one, other, best)


def _parted_otherwise(one: NameForm, other: NameForm, best: _Way) -> Comparison:
    """Return how near two names are that may have been parted into words in two ways."""
    best = _otherwise(one, other, best)
    if together := _together(one, other, best[0]):
        return Comparison(together, ((How.TOGETHER, together, one.text, other.text),))
    return Comparison(best[0], partial(_told, best[1], best[2]))


def _otherwise(one: NameForm, other: NameForm, best: _Way) -> _Way:
    """Return the best comparison where another way to part one name gives as many words."""
    for left, right in product((one.words, *one.others), (other.words, *other.others)):
        if len(left) == len(right):
            best = max(_way(left, right), best, key=lambda way: way[0])
    return best


def _together(one: NameForm, other: NameForm, best: float) -> float | None:
    """Return how near the names are without their spaces, where that says more."""
    if far(_places(one.words), _places(other.words)):
        return None
    score = 0.97 * agree(one.whole(), other.whole())[0]
    return None if score <= best or score < _SURE else score


def _way(one: Words, other: Words) -> _Way:
    """Return how near two names are that are parted so, and their words in pairs."""
    if len(one) == len(other) == 1:
        found = agree(one[0], other[0])
        return _lone(*found), one, other, [(0, 0, found)]
    pairs, rest = _in_place(one, other)
    if rest:
        if _pair_off(one, other, rest, pairs) is None:
            return _FLOOR * _alike(one, other), one, other, []
        if not pairs:
            return 0.0, one, other, pairs
    score = _score(one, other, pairs)
    if rest and (rest.left or rest.right):
        score -= _lost(rest.words(one, other), pairs, one)
    if pairs[0][2][1] is How.INITIAL and all(found[1] is How.INITIAL for *_, found in pairs):
        score = min(score, _INITIALS)
    if rest and score > LEAST and (relation := kin(one, other, pairs)):
        score = min(score, MOST[relation])
    return round(score, 6) if 0.0 < score < 1.0 else float(score > 0.0), one, other, pairs


def _alike(one: Words, other: Words) -> float:
    """Return at a glance how much of two names is alike, 0 to 1."""
    return Levenshtein.normalized_similarity(_places(one), _places(other))


def _as_much(one: Words, other: Words) -> bool:
    """Say whether two names may be one however they are parted: most consonants are in both."""
    return Indel.normalized_similarity(_consonants(one), _consonants(other)) > _SHARED


@lru_cache(maxsize=1 << 16)
def _consonants(words: Words) -> str:
    return "".join(sorted(_places(words)))


@lru_cache(maxsize=1 << 16)
def _places(words: Words) -> str:
    return "".join([word.places for word in words])


def _told(one: Words, other: Words) -> tuple[Evidence, ...]:
    """Return what speaks for two names being one and what against."""
    if len(one) == len(other) == 1:
        return (_lone_evidence(one[0], other[0]),)
    pairs, rest = _in_place(one, other)
    if rest:
        rest.even = False
        _pair_off(one, other, rest, pairs)
    if not pairs:
        return ((How.DIFFERENT, -1.0, _text(one), _text(other)),)
    evidence = [_evidence(one[i], other[j], found) for i, j, found in pairs]
    extra = rest.words(one, other) if rest else []
    evidence += [(How.EXTRA, -word.weight * _EXTRA, word.printed, "") for word in extra]
    if relation := kin(one, other, pairs):
        evidence.append((relation, -1.0, _text(one), _text(other)))
    return tuple(evidence)


def _lone(score: float, how: How) -> float:
    """Return how near two names of one word are; it must agree better than one of several."""
    if how is How.GENDER:
        return MOST[How.WOMAN]
    return min(score, _INITIALS) if how is How.INITIAL else score * _share(score, _ALONE)


def _lone_evidence(one: Word, other: Word) -> Evidence:
    found = agree(one, other)
    if found[1] is How.GENDER:
        return How.WOMAN, -1.0, one.printed, other.printed
    return _evidence(one, other, found)


def _share(worst: float, good: float) -> float:
    """Return what is left of a score where the worst pair of words agrees only so far."""
    return 1.0 if worst >= good else _FLOOR + (1 - _FLOOR) * worst / good


def _score(one: Words, other: Words, pairs: Pairs) -> float:
    """Return how well the pairs agree; the worst of them counts as much as all together."""
    whole = total = 0.0
    worst = 1.0
    for i, j, found in pairs:
        weight, score = one[i].weight, found[0]
        if other[j].weight < weight:
            weight = other[j].weight
        whole += weight
        total += weight * score
        if score < worst and weight > _LIGHT:
            worst = score
    return total / whole * _share(worst, _GOOD)


def _lost(extra: list[Word], pairs: Pairs, one: Words) -> float:
    """Return what the words cost that only one of the names has."""
    lone = len(pairs) < 2 or sum([one[i].weight > _LIGHT for i, _, _ in pairs]) < 2
    return (_LONE if lone else _EXTRA) * sum([word.weight for word in extra])


def _evidence(one: Word, other: Word, found: Agreement) -> Evidence:
    score, how = found
    weight = min(one.weight, other.weight)
    return how, weight * (score if score >= _AGREE else score - 1.0), one.printed, other.printed


@dataclass(slots=True)
class _Rest:
    """The places of the words of each name that are in no pair, and whether all must find one."""

    left: list[int]
    right: list[int]
    even: bool

    def words(self, one: Words, other: Words) -> list[Word]:
        """Return the words that are in no pair."""
        return [one[i] for i in self.left] + [other[j] for j in self.right]


def _in_place(one: Words, other: Words) -> tuple[Pairs, _Rest | None]:
    """Pair off words that agree beyond doubt in the same places, as those of most names do."""
    pairs: Pairs = []
    rest: list[int] = []
    even = len(one) == len(other)
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a.weight != b.weight:
            even = False
        elif (found := agree(a, b))[0] >= _SURE:
            pairs.append((i, i, found))
            continue
        rest.append(i)
    if even:
        return pairs, _Rest(rest, rest[:], even=len(rest) > 1) if rest else None
    short = min(len(one), len(other))
    left, right = [*rest, *range(short, len(one))], [*rest, *range(short, len(other))]
    return pairs, _Rest(left, right, even=False)


def _pair_off(one: Words, other: Words, rest: _Rest, pairs: Pairs) -> Pairs | None:
    """Add the pairs among the words that are left, those first that agree best.

    An empty list where no two words agree; None where one of as many words agrees with none.
    """
    left, right, table = rest.left, rest.right, []
    for i in left:
        a, best = one[i], 0.0
        for j in right:
            b = other[j]
            found = agree(a, b)
            if found[0] > best:
                best = found[0]
            # A particle or a title answers to no name.
            if found[0] >= _AGREE or a.weight == b.weight or found[1] is How.NO_INITIAL:
                table.append((-found[0], abs(i - j), i + j, i, j, found))
        if rest.even and best < _HOPELESS and a.weight == 1.0:
            return None
    table.sort()
    if not pairs and (not table or -table[0][0] < _AGREE):
        return pairs
    for _, _, _, i, j, found in table:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j, found))
    return pairs


def _text(words: Words) -> str:
    return " ".join(word.printed for word in words)
