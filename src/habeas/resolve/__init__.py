"""Compare names: of people and of bodies, in any script, with reasons that a person can read.

It compares what is written. It looks nobody up, and never says that two people are one.
"""

from functools import lru_cache

from habeas.model import EntityType
from habeas.resolve.body import compare_bodies, is_body, parse_body
from habeas.resolve.comparison import SAME, Comparison, How, Reason
from habeas.resolve.form import NameForm, parse
from habeas.resolve.person import compare_people

__all__ = ["SAME", "Comparison", "How", "NameForm", "Reason", "compare", "parse"]


_BODIES = frozenset(EntityType) - {EntityType.PERSON}


def compare(one: str, other: str, *, kind: EntityType | None = None) -> Comparison:
    """Return how near two names are, and why; `kind` None lets the words of the names decide."""
    if other < one:
        return _compare(other, one, kind).turned()
    return _compare(one, other, kind)


@lru_cache(maxsize=1 << 15)
def _compare(one: str, other: str, kind: EntityType | None) -> Comparison:
    if kind in _BODIES or (kind is None and (is_body(one) or is_body(other))):
        return compare_bodies(parse_body(one), parse_body(other))
    return compare_people(parse(one), parse(other))
