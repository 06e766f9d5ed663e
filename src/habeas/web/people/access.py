"""The only way to read who is named in the documents, and which names are one person or body.

It reads what was printed and what was judged. It never says that two people are one.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from unicodedata import name as letter_name

from django.db.models import Count, F, Q, QuerySet

from habeas.errors import NotInArchive
from habeas.model import EntityType, Verdict
from habeas.resolve import SAME, Portrait, blocking, compare
from habeas.web.keying import hashed
from habeas.web.people.models import Appearance, Entity, EntityKey, Judgement
from habeas.web.people.portrait import load
from habeas.web.sources import access as sources
from habeas.web.sources.models import Document

BODIES = (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)
# From here a name that somebody types is taken to mean the name that is printed. Lower than what
# makes two people one: a surname alone may mean any of the family, and all of them are shown.
MEANT = 0.6
_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by number and name, to be shown and to be asked for again."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as printed, how often, and in which scripts."""

    name: str
    count: int
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person, body, place or treaty, as all documents together print it."""

    ref: str
    type: str
    name: str
    documents: int
    spellings: tuple[Spelling, ...]
    descriptions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody in one document: the name there, and the document."""

    ref: str
    name: str
    document: str
    title: str


@dataclass(frozen=True, slots=True)
class Tie:
    """An office or a relation in words, with the year of writing where one is known."""

    what: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be the same, as far as the machine can tell: a person has to say."""

    mine: str
    other: str
    who: Named
    score: float
    reasons: tuple[str, ...]


def entities(types: Iterable[str] = ()) -> QuerySet[Entity]:
    """Return those who are named, of these types or of all; those in most documents first."""
    found = Entity.objects.order_by("-documents", "number")
    wanted = list(types)
    return found.filter(type__in=wanted) if wanted else found


def entity(number: int) -> Entity:
    """Return somebody by the number of any appearance; raise NotInArchive."""
    found = Entity.objects.filter(appearances=number).first()
    if found is None:
        raise NotInArchive(f"P{number}")
    return found


def sizes() -> dict[str, int]:
    """Return how many people there are, and how many bodies."""
    return {
        "people": entities([EntityType.PERSON]).count(),
        "bodies": entities(BODIES).count(),
    }


def called(name: str) -> list[Entity]:
    """Return those whom a name may mean, in any spelling and script, the likeliest first."""
    scores = {row: _score(name, portrait) for row, portrait in _near(name)}
    # Where the name as a whole is somebody's, others who share a part of it are not meant.
    least = SAME if max(scores.values(), default=0) >= SAME else MEANT
    found = [row for row in scores if scores[row] >= least]
    return sorted(found, key=lambda row: (-scores[row], -row.documents, row.number))


def _near(name: str) -> list[tuple[Entity, Portrait]]:
    """Return those who share a key with a name."""
    typed = [Portrait(type=kind, names={name: 1}) for kind in EntityType]
    keys = set().union(*(hashed(blocking(one)) for one in typed))
    shared = EntityKey.objects.filter(key__in=keys).values_list("entity_id")
    ranked = shared.annotate(n=Count("entity")).order_by("-n", "entity_id")[:_CANDIDATES]
    portraits = load([number for number, _ in ranked])
    rows = Entity.objects.filter(number__in=portraits)
    return [(row, portraits[row.number]) for row in rows]


def _score(name: str, portrait: Portrait) -> float:
    """Return how near a name is to the nearest spelling; one that is printed so is nearest."""
    if any(name.casefold() == one.casefold() for one in portrait.names):
        return 2.0
    kind = portrait.type
    return max((compare(name, one, kind=kind).score for one in portrait.names), default=0.0)


def named(numbers: Iterable[int]) -> dict[int, Named]:
    """Return the names of those with these numbers."""
    rows = Entity.objects.filter(number__in=set(numbers)).values_list("number", "name")
    return {number: Named(f"P{number}", name) for number, name in rows}


def profiles(rows: Collection[Entity]) -> list[Profile]:
    """Return what is printed of each, in the order given."""
    portraits = load([row.number for row in rows])
    return [_profile(row, portraits[row.number]) for row in rows]


def _profile(row: Entity, portrait: Portrait) -> Profile:
    return Profile(
        ref=f"P{row.number}",
        type=row.type,
        name=row.name,
        documents=row.documents,
        spellings=tuple(Spelling(n, count, scripts(n)) for n, count in portrait.names.items()),
        descriptions=tuple(portrait.descriptions),
    )


def scripts(name: str) -> tuple[str, ...]:
    """Return the scripts of the letters of a name, that of most letters first."""
    words = (letter_name(one, "").split(" ")[0] for one in name if one.isalpha())
    return tuple(word.capitalize() for word, _ in Counter(words).most_common() if word)


def ties(row: Entity) -> list[Tie]:
    """Return the offices and relations that documents state of somebody."""
    portrait = load([row.number])[row.number]
    offices = [
        Tie(f"formerly {one.text}" if one.past else one.text, one.year) for one in portrait.offices
    ]
    stated = (one for one in portrait.kin if not one.derived)
    kin = [Tie(f"{one.relation.replace('_', ' ')} {one.other}") for one in stated]
    return list(dict.fromkeys([*offices, *kin]))


def seen(row: Entity) -> list[Seen]:
    """Return where somebody appears, in the order of the documents."""
    found = Appearance.objects.filter(entity=row).order_by("document", "number")
    titles = titled(found.values_list("document_id", flat=True))
    return [
        Seen(
            ref=f"A{number}",
            name=_printed(document, local),
            document=f"D{document}",
            title=titles.get(document, ""),
        )
        for number, local, document in found.values_list("number", "local", "document_id")
    ]


def _printed(document: int, local: str) -> str:
    """Return how a document names somebody."""
    return next(one.name for one in sources.reading(document).entities if one.id == local)


def titled(numbers: Iterable[int]) -> dict[int, str]:
    """Return what documents are called: their titles, or the names of their files."""
    rows = Document.objects.filter(number__in=set(numbers))
    found: dict[int, str] = {}
    for number, title, path in rows.order_by("origins__id").values_list(
        "number", "title", "origins__path"
    ):
        name = title or (path or "").rpartition("/")[2]
        found.setdefault(number, " ".join(name.split()))
    return found


def unsure() -> QuerySet[Judgement]:
    """Return the pairs that wait for a person's judgement."""
    waiting = Judgement.objects.filter(ended=None, verdict=Verdict.UNSURE)
    return waiting.exclude(left__entity=F("right__entity"))


def unsure_count() -> int:
    """Return how many pairs of people or bodies wait to be judged."""
    return len(set(_pairs(unsure())))


def _pairs(rows: QuerySet[Judgement]) -> Iterable[frozenset[int]]:
    for pair in rows.values_list("left__entity", "right__entity"):
        yield frozenset(pair)


def doubtful() -> QuerySet[Entity]:
    """Return those of whom it is not known whether they are one with somebody else."""
    waiting = unsure()
    left, right = waiting.values("left__entity"), waiting.values("right__entity")
    return entities().filter(Q(number__in=left) | Q(number__in=right))


def candidates(row: Entity) -> list[Candidate]:
    """Return who may be the same as somebody, the likeliest first, each of them once."""
    of_them = Q(left__entity=row) | Q(right__entity=row)
    found = (
        unsure()
        .filter(of_them)
        .select_related("left__entity", "right__entity")
        .order_by("-score", "number")
    )
    found_of: dict[int, Candidate] = {}
    for judgement in found:
        mine, other = judgement.left, judgement.right
        if other.entity_id == row.number:
            mine, other = other, mine
        found_of.setdefault(other.entity_id, _candidate(judgement, mine, other))
    return list(found_of.values())


def _candidate(judgement: Judgement, mine: Appearance, other: Appearance) -> Candidate:
    return Candidate(
        mine=f"A{mine.number}",
        other=f"A{other.number}",
        who=Named(f"P{other.entity_id}", other.entity.name),
        score=judgement.score,
        reasons=judgement.as_judgement().reasons,
    )
