"""Compare two tellings: may they be about one happening, and why.

Asks for a compatible act, the same people, dates and places that can be one. Other numbers, other
actors, another word or a denial do not part them: those are what a ledger is for. Never says that
anything happened.
"""

from collections.abc import Iterator

from habeas.model import Basis, Verdict
from habeas.weigh.act import Family, concerned, families
from habeas.weigh.calendar import Apart, compare_dates
from habeas.weigh.crowd import common, is_crowd
from habeas.weigh.route import elsewhere, opposite
from habeas.weigh.telling import Finding, Telling
from habeas.weigh.wording import overlap, stems

# Set by hand on the examples: nothing is known by which to measure them.
SAME = 0.7
UNSURE = 0.5
_SHARED_WORDS = 2

type Evidence = Iterator[tuple[float, str]]


def compare(one: Telling, other: Telling) -> Finding:
    """Return whether two claims are about one happening, the same in either order."""
    best = Finding(Verdict.DIFFERENT, 0.0)
    theirs = families(other)
    for family in families(one):
        if family in theirs:
            found = _compare(one, other, family)
            best = max(best, found, key=lambda finding: (finding.score, finding.reasons))
    return best


def _compare(one: Telling, other: Telling, family: Family) -> Finding:
    people = [*_people(one, other, family)]
    if not people:
        return Finding(Verdict.DIFFERENT, 0.0)
    try:
        dates = compare_dates(one, other, family)
        evidence = [*people, *_acts(one, other), dates, *_words(one, other, family)]
        evidence += [*_places(one, other, family), *_details(one, other)]
        evidence += [*_actors(one, other, family), *_telling_on(one, other, family)]
    except Apart as reason:
        return Finding(Verdict.DIFFERENT, 0.0, (str(reason),))
    score = round(min(1.0, max(0.0, sum(weight for weight, _ in evidence))), 3)
    if score < UNSURE:
        return Finding(Verdict.DIFFERENT, score)
    verdict = Verdict.SAME if score >= SAME else Verdict.UNSURE
    return Finding(verdict, score, tuple(text for _, text in evidence if text))


def _people(one: Telling, other: Telling, family: Family) -> Evidence:
    mine, theirs = concerned(one, family), concerned(other, family)
    if mine & theirs:
        yield 0.5, f"both are about {_numbered(mine & theirs)}"
    elif (not mine and one.asserters & theirs) or (not theirs and other.asserters & mine):
        speaker, teller = (
            (one.asserters & theirs, one) if not mine else (other.asserters & mine, other)
        )
        own = teller.basis == Basis.FIRSTHAND
        yield (
            (0.45 if own else 0.4),
            f"{_numbered(speaker)} tells it, to whom it happens in the other",
        )
    elif is_crowd(one, family) and is_crowd(other, family):
        yield from _crowd(one, other)


def _crowd(one: Telling, other: Telling) -> Evidence:
    called, times = common(one, other)
    if not called and not one.places & other.places:
        return
    weight = 0.3 + 0.15 * min(3, len(called)) + 0.1 * min(2, len(times))
    said = ", ".join(f"“{mark}”" for mark in [*sorted(called), *sorted(times)])
    yield weight, f"both texts have {said}" if said else "both are of many people"


def _acts(one: Telling, other: Telling) -> Evidence:
    if one.type == other.type:
        yield 0.05, f"both say {_plain(one.type)}"
    else:
        first, second = sorted((_plain(one.type), _plain(other.type)))
        yield 0.03, f"{first} and {second} may be two words for one act"


def _words(one: Telling, other: Telling, family: Family) -> Evidence:
    mine, theirs = stems(one.words), stems(other.words)
    alike = len(mine & theirs) >= _SHARED_WORDS and overlap(mine, theirs) >= 0.4
    if alike:
        yield (0.3 if family.repeats else 0.03), "they are told in words that are alike"


def _places(one: Telling, other: Telling, family: Family) -> Evidence:
    if family.moves and opposite(one.words, other.words):
        raise Apart("one goes to where the other comes from")
    if one.places & other.places:
        yield 0.05, f"both name {_numbered(one.places & other.places)}"
    elif one.places and other.places and not family.moves:
        yield (-0.15 if family.crowd else -0.02), "they name different places"
    elif family.moves and elsewhere(one.words, other.words):
        # It may be one country in two languages: alone it parts nothing.
        yield -0.05, "they go to different countries"


def _details(one: Telling, other: Telling) -> Evidence:
    term = one.details.get("term")
    if term and term == other.details.get("term"):
        yield 0.08, f"both give the term {term}"


def _actors(one: Telling, other: Telling, family: Family) -> Evidence:
    shared = (one.actors & other.actors) - concerned(one, family) - concerned(other, family)
    if shared:
        yield (0.1 if family.repeats else 0.03), f"both say that {_numbered(shared)} did it"


def _telling_on(one: Telling, other: Telling, family: Family) -> Evidence:
    """Weigh that a letter which names a happening again means the one it told of."""
    undated = one.date is None or other.date is None
    if one.document == other.document and undated and not (family.repeats or family.lasts):
        yield 0.08, "one document tells both"


def _numbered(entities: frozenset[int]) -> str:
    return " and ".join(f"P{number}" for number in sorted(entities))


def _plain(kind: str) -> str:
    return kind.replace("_", " ")
