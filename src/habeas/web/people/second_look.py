"""Look again at doubts about entities of which a new document tells more.

"A. Velkarov" may be one of two until a letter calls him the husband of the editor.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from django.db.models import F, Q, QuerySet

from habeas.model import EntityType, Verdict
from habeas.resolve import Finding, Portrait, choose, judge
from habeas.web.judging import drawn, end, keep
from habeas.web.people.models import Appearance, Judgement
from habeas.web.people.portrait import load
from habeas.web.people.regrouping import put_together
from habeas.web.sources.models import Entry

_DOUBTS = 20  # the latest doubts that are looked at for one document
type Doubts = Mapping[int, Mapping[int, int]]  # of each entity: with whom, by which judgement
type Found = tuple[int, int, Finding]


def look_again(entities: Collection[int], entry: Entry) -> list[int]:
    """Judge anew who may be the same as these entities; return the appearances that moved."""
    if not entities:
        return []
    doubtful = _doubts(entities).keys() - set(entities)
    doubts = _doubts({*doubtful, *_doubts(doubtful)})
    moved: list[int] = []
    for one, other, finding in _settled(doubtful, doubts):
        end(Judgement, [doubts[one][other]], entry)
        keep(Judgement, [drawn(max(one, other), min(one, other), finding)], entry)
        moved += put_together(one, other)
    return moved


def _settled(doubtful: Collection[int], doubts: Doubts) -> Iterator[Found]:
    """Yield those who turn out to be the same, nobody twice.

    Each must be the other's best: of two who may be one third, neither by itself has a rival.
    """
    known = load(set(doubts))
    gone: set[int] = set()
    for one in sorted(doubts.keys() & set(doubtful)):
        for other, finding in _chosen(one, doubts[one].keys() - gone, known).items():
            if finding.verdict is not Verdict.SAME or one in gone or _are_different(one, other):
                continue
            back = _chosen(other, doubts[other].keys() - gone, known)
            if one in back and back[one].verdict is Verdict.SAME:
                gone |= {one, other}
                yield one, other, finding


def _chosen(one: int, others: Collection[int], known: Mapping[int, Portrait]) -> dict[int, Finding]:
    found = {other: _judged((one, known[one]), (other, known[other])) for other in others}
    return choose(found, alike=known[one].type is not EntityType.PERSON)


def _judged(one: tuple[int, Portrait], other: tuple[int, Portrait]) -> Finding:
    named = bool(one[1].names and other[1].names)
    return judge(one[1], other[1], together=named and _meet(one[0], other[0]))


def _meet(one: int, other: int) -> bool:
    """Say whether a document has both."""
    theirs = Appearance.objects.filter(entity=other).values("document")
    return Appearance.objects.filter(entity=one, document__in=theirs).exists()


def _are_different(one: int, other: int) -> bool:
    """Say whether somebody judged that they are two."""
    return _between(one, other).filter(verdict=Verdict.DIFFERENT, ended=None).exists()


def _between(one: int, other: int) -> QuerySet[Judgement]:
    there = Q(left__entity=one, right__entity=other)
    return Judgement.objects.filter(there | Q(left__entity=other, right__entity=one))


def _doubts(entities: Collection[int]) -> Doubts:
    """Return the machine's doubts in force about entities, by the first appearance of each."""
    rows = Judgement.objects.filter(Q(left__in=entities) | Q(right__in=entities))
    open_ = rows.filter(verdict=Verdict.UNSURE, ended=None, by=None).order_by("-number")
    pairs = open_.values_list("number", "left__entity_id", "right__entity_id")
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for number, left, right in pairs.exclude(left__entity=F("right__entity"))[:_DOUBTS]:
        found[left][right] = found[right][left] = number
    return found
