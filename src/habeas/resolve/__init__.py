"""Compare names in any script, and judge who is who across documents, with readable reasons.

It compares what is written. It looks nobody up, and never says that two people are one.
"""

from habeas.model import EntityType
from habeas.resolve.blocking import blocking
from habeas.resolve.body import compare_bodies, is_body, parse_body
from habeas.resolve.comparison import SAME, Comparison, How, Reason
from habeas.resolve.finding import Finding, choose
from habeas.resolve.form import parse
from habeas.resolve.judge import judge
from habeas.resolve.key import keys
from habeas.resolve.person import compare_people
from habeas.resolve.portrait import Portrait
from habeas.resolve.sketch import portraits

__all__ = [
    "SAME",
    "Comparison",
    "Finding",
    "How",
    "Portrait",
    "Reason",
    "blocking",
    "choose",
    "compare",
    "judge",
    "keys",
    "portraits",
]


def compare(one: str, other: str, *, kind: EntityType | None = None) -> Comparison:
    """Return how near two names are, and why; without `kind` the words of the names decide."""
    if kind is not EntityType.PERSON and (kind or is_body(one) or is_body(other)):
        if other < one:
            return compare_bodies(parse_body(other), parse_body(one)).turned()
        return compare_bodies(parse_body(one), parse_body(other))
    if other < one:
        return compare_people(parse(other), parse(one)).turned()
    return compare_people(parse(one), parse(other))
