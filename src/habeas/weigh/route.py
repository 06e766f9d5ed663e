"""Read from where to where a wording moves somebody, by the small words before capitals.

It knows no towns: "from Selm to Orwe" is a route whether or not there are such places.
"""

import re
from functools import cache, lru_cache

from habeas.weigh.lexicon import load

_STEM = 5


@cache
def _pattern(side: str) -> re.Pattern[str]:
    words = "|".join(load("places")[side])
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:the\s+|la\s+|l’|l')?([^\W\d_a-z][^\W\d_]{{2,}})")


@lru_cache(maxsize=8192)
def route(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the beginnings of the names somebody is moved from, and of those moved to."""
    origin, goal = (
        frozenset(name[:_STEM] for name in _pattern(side).findall(words) if name[0].isupper())
        for side in ("origin", "goal")
    )
    return origin, goal


def opposite(one: str, other: str) -> bool:
    """Say whether one wording moves somebody to where the other moves them from."""
    (origin, goal), (their_origin, their_goal) = route(one), route(other)
    return bool(goal & their_origin or origin & their_goal)


def elsewhere(one: str, other: str) -> bool:
    """Say whether two wordings move somebody to countries, and to no one country."""
    goal, theirs = (route(words)[1] & _countries() for words in (one, other))
    return bool(goal and theirs) and goal.isdisjoint(theirs)


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.capitalize()[:_STEM] for name in load("places")["country"])
