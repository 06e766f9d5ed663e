"""Judge whether two portraits are of one: a verdict, a score, and reasons that a person can read.

It weighs what documents say. It never says that two people *are* one: a person has the last word.
"""

from habeas.model import EntityType, Verdict
from habeas.resolve.country import plain_words
from habeas.resolve.finding import PERHAPS, Finding
from habeas.resolve.institution import judge_bodies
from habeas.resolve.people import judge_people
from habeas.resolve.portrait import Portrait

_BODIES = frozenset({EntityType.ORGANIZATION, EntityType.PUBLIC_BODY})


def judge(one: Portrait, other: Portrait, *, together: bool = False) -> Finding:
    """Return whether two portraits are of one.

    `together`: the two stand in one document as two, so its reader thought them different.
    """
    if one.type is EntityType.PERSON is other.type:
        return judge_people(one, other, together=together)
    if one.type is other.type or {one.type, other.type} == _BODIES:
        return judge_bodies(one, other, together=together)
    return _across(one, other)


def _across(one: Portrait, other: Portrait) -> Finding:
    """Weigh a person against a body: only one name of several words makes it worth a look."""
    types = {one.type, other.type}
    if EntityType.PERSON in types and types & _BODIES:
        names = _names(one) & _names(other)
        if names:
            reason = f"“{' '.join(min(names))}” is read as a person and as a body"
            return Finding(Verdict.UNSURE, PERHAPS, (reason,))
    return Finding(Verdict.DIFFERENT, 0.0)


def _names(portrait: Portrait) -> set[tuple[str, ...]]:
    return {words for name in portrait.names if len(words := plain_words(name)) > 1}
