"""Weigh the ties of kin that two portraits have in common, to somebody of one name.

A stated tie weighs more than a composed one, and a tie that one person has at a time more than one
that several may have. Nobody is their own kin.
"""

from dataclasses import dataclass

from habeas.resolve.lexicon import load
from habeas.resolve.meeting import Level, meet
from habeas.resolve.portrait import Kin, Portrait, Way

_SPOUSE, _PARENT = "spouse_of", "parent_of"
# What a tie in common comes to where one of the two is not named: of a spouse or parent, of other
# kin; and what it adds where names agree too. The second of each where one of the ties is composed.
_SOLE, _SOME = (0.78, 0.72), (0.56, 0.55)
_ADDED, _SOME_ADDED = (0.25, 0.1), (0.25, 0.05)
# Less than is taken for one, and so near to it that a tie in doubt is a rival to one that is not.
_IN_DOUBT = 0.68
_SPELLINGS = 8  # of a name, those printed most, that are looked at


@dataclass(frozen=True, slots=True)
class Relative:
    """A tie that two portraits have in common, and why it may be of two after all."""

    mine: Kin
    theirs: Kin
    gender: str | None
    doubt: str | None

    @property
    def alone(self) -> float:
        """Return what the tie comes to where one of the two is not named."""
        if self.mine.relation not in (_SPOUSE, _PARENT):
            return _SOME[self._composed]
        return _IN_DOUBT if self.doubt else _SOLE[self._composed]

    @property
    def added(self) -> float:
        """Return what the tie adds to names that agree."""
        sole = self.mine.relation in (_SPOUSE, _PARENT) and not self.doubt
        return (_ADDED if sole else _SOME_ADDED)[self._composed]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the tie in sentences."""
        ways = [one for one in (self.mine, self.theirs) if one.derived]
        said = [_said(one, self.gender) for one in ways] or [_stated(self.mine)]
        return (*dict.fromkeys(said), *([self.doubt] if self.doubt else []))

    @property
    def _composed(self) -> bool:
        return self.mine.derived or self.theirs.derived


def relative(one: Portrait, other: Portrait) -> Relative | None:
    """Return the tie that both have to somebody of one name, the one that says most."""
    found = [
        Relative(mine, theirs, _gender(one, other), _doubt(mine, theirs, (one, other)))
        for mine in one.kin
        for theirs in other.kin
        if mine.relation == theirs.relation
        and meet(mine.other, theirs.other).level >= Level.INITIAL
    ]
    return max(found, key=lambda tie: (tie.alone, min(tie.reasons)), default=None)


def is_own_kin(one: Portrait, other: Portrait) -> bool:
    """Say whether one is said to be kin to somebody who is named as the other is."""
    return any(
        meet(kin.other, name).level >= Level.INITIAL
        for mine, theirs in ((one, other), (other, one))
        for kin in mine.kin
        for name in list(theirs.names)[:_SPELLINGS]
    )


def _gender(one: Portrait, other: Portrait) -> str | None:
    """Return the gender of either where the other's is not another."""
    found = {one.gender, other.gender} - {None}
    return found.pop() if len(found) == 1 else None


def _doubt(mine: Kin, theirs: Kin, both: tuple[Portrait, Portrait]) -> str | None:
    """Return why a spouse or parent may not be the only one."""
    if mine.relation == _SPOUSE and Way.SEVERAL in (mine.way, theirs.way):
        return f"“{mine.other}” may have had more than one spouse"
    if mine.relation == _PARENT and not all(one.gender for one in both):
        return "it is not said of both whether they are the mother or the father"
    if mine.derived and theirs.derived:
        return "no document states it of either"
    return None


def _stated(kin: Kin) -> str:
    return f"both are said to be {kin.relation.replace('_', ' ')} “{kin.other}”"


def _said(kin: Kin, gender: str | None) -> str:
    """Return in words what a composed tie follows from."""
    table = load("portrait")
    nouns = table["noun"][gender or "either"]
    return str(table["composed"][f"{kin.way}_{kin.relation}"].format(other=kin.other, **nouns))
