"""Tellings of what happened to many whom nobody names: a square, a town, a year tell them apart.

Never used for people with names: that two died in one town in one year is no one death.
"""

from functools import cache

from habeas.weigh.act import Family, concerned
from habeas.weigh.lexicon import load
from habeas.weigh.number import has_people
from habeas.weigh.telling import Telling
from habeas.weigh.wording import marks, months


def is_crowd(telling: Telling, family: Family) -> bool:
    """Say whether it happens to people who are counted or not said, and not to somebody."""
    if not family.crowd:
        return False
    return not concerned(telling, family) or has_people(telling.words)


@cache
def _countries() -> frozenset[str]:
    return frozenset(word for name in load("places")["country"] for word in name.split())


@cache
def _is_name(mark: str) -> bool:
    word = mark.casefold()
    return not mark.isdigit() and word not in months() and word not in _countries()


def names(telling: Telling) -> frozenset[str]:
    """Return the words of names around a telling, without those of countries and of dates."""
    return frozenset(filter(_is_name, marks(telling.passage) | marks(telling.words)))


def common(one: Telling, other: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of names, and the years and months, that stand around both tellings."""
    shared = (marks(one.passage) | marks(one.words)) & (marks(other.passage) | marks(other.words))
    called = frozenset(filter(_is_name, shared))
    return called, frozenset(mark for mark in shared - called if _is_time(mark))


def _is_time(mark: str) -> bool:
    return mark.isdigit() or mark.casefold() in months()
