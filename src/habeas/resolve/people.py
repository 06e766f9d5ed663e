"""Weigh whether two portraits of people are of one: names first, then offices, kin and company.

One surname with two given names is a family. A bare surname needs company, a bare given name more.
"""

from dataclasses import dataclass

from habeas.resolve.circle import shared
from habeas.resolve.country import same_place
from habeas.resolve.finding import Finding, doubted, find
from habeas.resolve.meeting import Level, Meeting, meet
from habeas.resolve.office import Office, Tie, compare_offices
from habeas.resolve.portrait import Portrait
from habeas.resolve.relative import Relative, is_own_kin, relative
from habeas.resolve.shape import Fullness, shape

_SPELLINGS = 3  # the fullest spellings of each portrait that are compared
_WITH_PATRONYMIC = 3  # words
_WORDS = 0.06  # what is lost where both names are one word
_BASE = {Level.INITIAL: 0.66, Level.SURNAME: 0.6, Level.GIVEN: 0.48}
# What parts of names come to at most: where more of a name agrees it must be clearly better.
_MOST = {Level.INITIAL: 0.84, Level.SURNAME: 0.78, Level.GIVEN: 0.73}
_ALONE = 0.12  # what a whole name lacks where nothing else is known
_COMPANY, _MOST_COMPANY = 0.06, 4  # what each shared person adds, and how many count
_EXACT = 0.93  # a part of a name must agree so well; what it lacks is lost
_OFFICE, _PERHAPS_OFFICE = 0.2, 0.06
_GENDER, _GENDER_OF_ONE_NAME, _CLASH, _ABROAD, _TOGETHER = 0.4, 0.1, 0.2, 0.2, 0.2
_SURE_TOGETHER = 0.9  # how near names must be where the reader thought them two
_UNNAMED_OFFICE, _UNNAMED_LATER = 0.74, 0.58


@dataclass(frozen=True, slots=True)
class _Context:
    """What else speaks of two portraits, for and against."""

    company: tuple[str, ...]
    kin: Relative | None
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
    context = _context(one, other)
    reasons = met.reasons + tuple(_reasons(context))
    if met.level is Level.WHOLE:
        return find(_whole(met, context, together=together), reasons)
    score = _part(met, context) - _WORDS * (_is_word(one) and _is_word(other))
    found = find(min(_MOST[met.level], score), reasons)
    if together and not (met.level is Level.INITIAL and met.score >= 1.0):
        return doubted(found, "one document names them as two")
    rival = _rival(one, other) or _rival(other, one)
    return doubted(found, f"“{rival}” is named beside it and fits too") if rival else found


def _best_meeting(one: Portrait, other: Portrait) -> Meeting:
    """Return how the fullest names meet that both have."""
    mine, theirs = _fullest(one), _fullest(other)
    pairs = [(a, b) for a in mine for b in theirs]
    if equal := next((name for name in mine if name in theirs), None):
        pairs = [(equal, equal)]
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


def _rival(short: Portrait, full: Portrait) -> str | None:
    """Return whom a part of a name may stand for too: somebody else named in the same texts."""
    names, others = _fullest(short), _fullest(full)
    if not _is_fuller(others, names):
        return None
    for name in short.around:
        if all(meet(name, mine).level >= Level.SURNAME for mine in names) and not any(
            meet(name, theirs).level >= Level.INITIAL for theirs in others
        ):
            return name
    return None


def _is_fuller(names: list[str], others: list[str]) -> bool:
    one, other = (max(shape(name).fullness for name in side) for side in (names, others))
    return one > other


def _fullest(portrait: Portrait) -> list[str]:
    """Return the fullest spellings: those that are printed most, and one of three words."""
    fullness = {name: shape(name).fullness for name in portrait.names}
    most = max(fullness.values(), default=Fullness.NOTHING)
    full = [name for name in portrait.names if fullness[name] is most]
    rest = [name for name in full[_SPELLINGS:] if len(name.split()) == _WITH_PATRONYMIC]
    return full[:_SPELLINGS] + rest[:1]


def _context(one: Portrait, other: Portrait) -> _Context:
    tie, office = _offices(one, other)
    return _Context(
        company=_company(one, other),
        kin=relative(one, other),
        tie=tie,
        office=office,
        genders=bool(one.gender and other.gender and one.gender != other.gender),
        abroad=_abroad(one, other),
    )


def _company(one: Portrait, other: Portrait) -> tuple[str, ...]:
    """Return who is around both; a second spelling of their own name is no company."""
    own = _fullest(one) + _fullest(other)
    names = shared(one.around, other.around)
    others = (n for n in names if all(meet(n, mine).level < Level.INITIAL for mine in own))
    return tuple(others)[:_MOST_COMPANY]


def _whole(met: Meeting, context: _Context, *, together: bool) -> float:
    """Return what whole names come to that agree; company says nothing of one document's two."""
    company = 0 if together else min(2, len(context.company))
    score = met.score - _ALONE + _COMPANY * company + _known(context)
    score -= _GENDER_OF_ONE_NAME * context.genders + _TOGETHER * (
        together and met.score < _SURE_TOGETHER
    )
    return score - _against(context)


def _part(met: Meeting, context: _Context) -> float:
    score = _BASE[met.level] + _COMPANY * len(context.company) + _known(context)
    score -= max(0.0, _EXACT - met.score) * (1 + (met.level is Level.SURNAME))
    return score - _GENDER * context.genders - _against(context)


def _is_word(portrait: Portrait) -> bool:
    return all(shape(name).fullness <= Fullness.WORD for name in portrait.names)


def _known(context: _Context) -> float:
    """Return what kin and offices add."""
    office = {Tie.SAME: _OFFICE, Tie.MAYBE: _PERHAPS_OFFICE}.get(context.tie, 0.0)
    return (context.kin.added if context.kin else 0.0) + office


def _against(context: _Context) -> float:
    """Return what another office at the time, or another country, takes away from strangers."""
    loss = _CLASH * (context.tie is Tie.CLASH and not context.company)
    return loss + _ABROAD * (context.abroad and not context.company and not context.kin)


def _abroad(one: Portrait, other: Portrait) -> bool:
    """Say whether both have places and none in common."""
    pairs = [(a, b) for a in one.places for b in other.places]
    return bool(pairs) and not any(same_place(a, b) for a, b in pairs)


def _offices(one: Portrait, other: Portrait) -> tuple[Tie, Office | None]:
    """Return the tie of the offices of both that says most, and the less certain of the two."""
    pairs = ((a, b) for a in one.offices for b in other.offices)
    ties = [(compare_offices(a, b), min(a, b, key=_certainty)) for a, b in pairs]
    for tie in (Tie.SAME, Tie.CLASH, Tie.MAYBE):
        for found, office in ties:
            if found is tie:
                return tie, office
    return Tie.OTHER, None


def _certainty(office: Office) -> tuple[bool, str]:
    return office.place is not None, office.text


def _reasons(context: _Context) -> list[str]:
    found = list[str]()
    if context.kin:
        found += context.kin.reasons
    if context.office and context.tie is Tie.CLASH:
        found.append(f"one is {context.office.text} when the other holds another office")
    elif context.office:
        found.append(f"both are {context.office.text}")
    if context.company:
        names = ", ".join(f"“{name}”" for name in context.company[:3])
        found.append(f"both are named beside {names}")
    found += ["one is said to be a woman, the other a man"] * context.genders
    return found + ["they are tied to different places"] * context.abroad


def _unnamed(one: Portrait, other: Portrait, *, together: bool) -> Finding:
    """Weigh portraits of which at least one has no name: by kin, or by office and time."""
    context = _context(one, other)
    score, loss = 0.0, _GENDER * context.genders
    if is_own_kin(one, other):
        return find(0.0, ("one is said to be kin to the other",))
    if context.kin:
        score = context.kin.alone
    elif context.tie is Tie.SAME:
        score = _UNNAMED_OFFICE - _TOGETHER * together
    elif context.tie is Tie.MAYBE and context.office and context.office.sole:
        known = context.office.place is not None
        score = _UNNAMED_LATER * known - _TOGETHER * together
    return find(score - loss, tuple(_reasons(context)))
