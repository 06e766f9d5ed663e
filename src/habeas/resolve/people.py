"""Weigh whether two portraits of people are of one: names first, then offices, kin and company.

One surname with two given names is a family. A bare surname needs company, a bare given name more.
"""

from dataclasses import dataclass

from habeas.resolve.circle import shared
from habeas.resolve.country import same_place
from habeas.resolve.finding import Finding, find
from habeas.resolve.meeting import Level, Meeting, meet
from habeas.resolve.office import Office, Tie, compare_offices
from habeas.resolve.portrait import Kin, Portrait
from habeas.resolve.shape import Fullness, shape

_SPELLINGS = 4  # the fullest spellings of each portrait that are compared
_BASE = {Level.INITIAL: 0.66, Level.SURNAME: 0.6, Level.GIVEN: 0.48}
_MOST = 0.79  # what parts of names come to at most: a whole name must always be clearly better
_ALONE = 0.12  # what a whole name lacks where nothing else is known
_COMPANY = 0.06  # what each shared person adds
_KIN, _OFFICE, _PERHAPS_OFFICE = 0.25, 0.2, 0.06
_GENDER, _CLASH, _ABROAD, _TOGETHER = 0.4, 0.2, 0.2, 0.2
_SURE_TOGETHER = 0.9  # how near names must be where the reader thought them two
_SOLE_KIN = frozenset({"spouse_of", "parent_of"})
_UNNAMED_KIN, _UNNAMED_SOME_KIN, _UNNAMED_OFFICE, _UNNAMED_LATER = 0.78, 0.56, 0.74, 0.58


@dataclass(frozen=True, slots=True)
class _Context:
    """What else speaks of two portraits, for and against."""

    company: tuple[str, ...]
    kin: tuple[Kin, Kin] | None
    tie: Tie
    office: Office | None
    genders: bool
    abroad: bool


def judge_people(one: Portrait, other: Portrait, *, together: bool = False) -> Finding:
    """Return whether two portraits of people are of one person."""
    if not one.names or not other.names:
        return _unnamed(one, other, together=together)
    met = _best_meeting(one, other)
    if met.level <= Level.NOTHING:
        return find(0.0, met.reasons)
    context = _context(one, other, together=together)
    score = _whole(met, context, together=together)
    if met.level is not Level.WHOLE:
        score = _part(met, context, together=together)
    return find(score - _against(context), met.reasons + tuple(_reasons(context)))


def _best_meeting(one: Portrait, other: Portrait) -> Meeting:
    """Return how the fullest names meet that both have."""
    pairs = [(a, b) for a in _fullest(one) for b in _fullest(other)]
    best = Meeting(Level.CLASH)
    levels = set[Level]()
    for a, b in pairs:
        met = meet(a, b)
        levels.add(met.level)
        if (met.level, met.score) > (best.level, best.score) or not best.reasons:
            best = met
        if best.level is Level.WHOLE and best.score >= _SURE_TOGETHER:
            break
    if {Level.SURNAME, Level.GIVEN} <= levels and best.level is Level.SURNAME:
        return Meeting(Level.INITIAL, best.score, best.reasons)
    return best


def _fullest(portrait: Portrait) -> list[str]:
    fullness = {name: shape(name).fullness for name in portrait.names}
    most = max(fullness.values(), default=Fullness.NOTHING)
    return [name for name in portrait.names if fullness[name] is most][:_SPELLINGS]


def _context(one: Portrait, other: Portrait, *, together: bool) -> _Context:
    tie, office = _offices(one, other)
    return _Context(
        company=() if together else shared(one.around, other.around),
        kin=_kin(one, other),
        tie=tie,
        office=office,
        genders=bool(one.gender and other.gender and one.gender != other.gender),
        abroad=_abroad(one, other),
    )


def _whole(met: Meeting, context: _Context, *, together: bool) -> float:
    score = met.score - _ALONE + _COMPANY * min(2, len(context.company)) + _known(context)
    return score - _TOGETHER * (together and met.score < _SURE_TOGETHER)


def _part(met: Meeting, context: _Context, *, together: bool) -> float:
    if together:
        exact = met.level is Level.INITIAL and met.score >= 1.0
        return _BASE[met.level] + (_COMPANY if exact else -_COMPANY)
    score = _BASE[met.level] + _COMPANY * len(context.company) + _known(context)
    return min(_MOST, score)


def _known(context: _Context) -> float:
    """Return what kin and offices add."""
    office = {Tie.SAME: _OFFICE, Tie.MAYBE: _PERHAPS_OFFICE}.get(context.tie, 0.0)
    return _KIN * bool(context.kin) + office


def _against(context: _Context) -> float:
    loss = _GENDER * context.genders
    loss += _CLASH * (context.tie is Tie.CLASH and not context.company)
    return loss + _ABROAD * (context.abroad and not context.company and not context.kin)


def _abroad(one: Portrait, other: Portrait) -> bool:
    """Say whether both have places and none in common."""
    pairs = [(a, b) for a in one.places for b in other.places]
    return bool(pairs) and not any(same_place(a, b) for a, b in pairs)


def _offices(one: Portrait, other: Portrait) -> tuple[Tie, Office | None]:
    """Return the tie of the offices of both that says most."""
    ties = [(compare_offices(a, b), a) for a in one.offices for b in other.offices]
    for tie in (Tie.SAME, Tie.CLASH, Tie.MAYBE):
        for found, office in ties:
            if found is tie:
                return tie, office
    return Tie.OTHER, None


def _kin(one: Portrait, other: Portrait) -> tuple[Kin, Kin] | None:
    """Return a tie that both have, to somebody of one name."""
    for mine in one.kin:
        for theirs in other.kin:
            same = mine.relation == theirs.relation
            if same and meet(mine.other, theirs.other).level >= Level.INITIAL:
                return mine, theirs
    return None


def _reasons(context: _Context) -> list[str]:
    found = list[str]()
    if context.kin:
        relation = context.kin[0].relation.replace("_", " ")
        found.append(f"both are said to be {relation} “{context.kin[0].other}”")
    if context.office and context.tie is Tie.CLASH:
        found.append(f"one is {context.office.text} when the other holds another office")
    elif context.office:
        found.append(f"both are {context.office.text}")
    if context.company:
        names = ", ".join(f"“{name}”" for name in context.company)
        found.append(f"both are named beside {names}")
    found += ["one is said to be a woman, the other a man"] * context.genders
    return found + ["they are tied to different places"] * context.abroad


def _unnamed(one: Portrait, other: Portrait, *, together: bool) -> Finding:
    """Weigh portraits of which at least one has no name: by kin, or by office and time."""
    context = _context(one, other, together=together)
    score, loss = 0.0, _GENDER * context.genders
    if context.kin:
        sole = context.kin[0].relation in _SOLE_KIN
        score = _UNNAMED_KIN if sole else _UNNAMED_SOME_KIN
    elif context.tie is Tie.SAME:
        score = _UNNAMED_OFFICE - _TOGETHER * together
    elif context.tie is Tie.MAYBE and context.office and context.office.sole:
        known = context.office.place is not None
        score = _UNNAMED_LATER * known - _TOGETHER * together
    return find(score - loss, tuple(_reasons(context)))
