"""What a comparison of two names says: a score, and reasons that a person can read.

It compares names. That two names agree does not say that they are one person's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

# Set on development data: the score above which two names are taken for one.
SAME = 0.7


class How(StrEnum):
    """How two parts of names agree or disagree; the value is the sentence for a reader."""

    EQUAL = "“{one}” is in both names"
    SOUNDS = "“{one}” and “{other}” are the same in sound"
    SCRIPT = "“{one}” and “{other}” are equal after transliteration"
    NEAR = "“{one}” and “{other}” differ by little"
    FORM = "“{one}” and “{other}” are forms of one given name"
    GENDER = "“{one}” and “{other}” are a man's and a woman's form of one name"
    CASE = "“{one}” and “{other}” are one surname in two grammatical cases"
    INITIAL = "initial “{one}” agrees with “{other}”"
    NO_INITIAL = "initial “{one}” does not agree with “{other}”"
    TOGETHER = "“{one}” and “{other}” are the same when written together"
    ORDER = "“{one}” and “{other}” have their words in another order"
    ACRONYM = "“{one}” is the first letters of “{other}”"
    EXTRA = "“{one}{other}” is in one name only"
    DIFFERENT = "“{one}” and “{other}” are different"
    FAMILY = "“{one}” and “{other}”: one surname with two given names is a family, not a person"
    WOMAN = "“{one}” and “{other}” name a man and a woman"
    CHILD = "“{one}” and “{other}”: one is a name before all of the other, as a child's is"
    DESCENT = "“{one}” and “{other}” have other names before and after “bin” or the like"
    NUMBER = "“{one}” and “{other}” are different numbers"
    EMPTY = "“{one}” or “{other}” holds no name"


_SHORT_FIRST = frozenset({How.INITIAL, How.NO_INITIAL, How.ACRONYM})
type Evidence = tuple[How, float, str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (weight above 0) or against (below) two names being one."""

    how: How
    weight: float
    one: str
    other: str

    @property
    def text(self) -> str:
        """Return the reason as a sentence."""
        one, other = self.one, self.other
        if self.how in _SHORT_FIRST and len(one) > len(other):
            one, other = other, one
        return self.how.value.format(one=one, other=other)


# Never changed; not frozen, as that would make one three times as slow to make.
@dataclass(slots=True, eq=False)
class Comparison:
    """How near two names are, 0 to 1, and what that rests on.

    What it rests on is told when somebody asks: most pairs of names are looked at for their score.
    """

    score: float
    told: tuple[Evidence, ...] | Callable[[], tuple[Evidence, ...]]
    turned_round: bool = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Comparison):
            return NotImplemented
        return self.score == other.score and self.evidence == other.evidence

    def __hash__(self) -> int:
        return hash((self.score, self.evidence))

    @property
    def same(self) -> bool:
        """Say whether the score is above the threshold."""
        return self.score >= SAME

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return how the parts of the names agree and disagree, and what each weighs."""
        told = self.told() if callable(self.told) else self.told
        return tuple((how, w, b, a) for how, w, a, b in told) if self.turned_round else told

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, those that weigh most first."""
        found = [Reason(*part) for part in self.evidence]
        return tuple(sorted(found, key=lambda reason: -abs(reason.weight)))

    def turned(self) -> "Comparison":
        """Return the comparison of the same names in the other order."""
        return Comparison(self.score, self.told, not self.turned_round)
