"""The values that tellings give to each matter of a happening, and who carries them.

Every value said is kept; none is averaged, preferred or dropped.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.model import Modality
from habeas.weigh.act import concerned, families
from habeas.weigh.number import Count, counts
from habeas.weigh.telling import Telling
from habeas.weigh.word import word_used

ASSERTED, DENIED = "asserted", "denied"

type Name = Callable[[int], str]


class Matter(StrEnum):
    """Of what in a happening a value is said."""

    STANCE = "stance"
    WORD = "word"
    VICTIM = "victim"
    ACTOR = "actor"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a matter, the claims that carry it, and how many independent voices do.

    `entity` is the number of the person, body or place, where the value is one.
    """

    matter: Matter
    value: str
    tellings: tuple[int, ...]
    voices: int
    entity: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A value as one telling gives it."""

    matter: Matter
    value: str
    entity: int | None = None


def said(telling: Telling, name: Name) -> frozenset[Said]:
    """Return what one telling says of every matter."""
    return frozenset(_said(telling, name))


def _said(telling: Telling, name: Name) -> Iterator[Said]:
    denied = telling.modality == Modality.DENIED
    yield Said(
        Matter.STANCE, f"{telling.type.replace('_', ' ')}: {'denied' if denied else 'asserted'}"
    )
    if denied:
        # Who denies that there was a kidnapping gives it no date and no place.
        return
    if word := word_used(telling):
        yield Said(Matter.WORD, word)
    yield from (Said(Matter.VICTIM, name(one), one) for one in affected(telling))
    yield from (Said(Matter.ACTOR, name(one), one) for one in telling.actors - affected(telling))
    yield from (Said(Matter.PLACE, name(one), one) for one in telling.places)
    yield from (Said(Matter.NUMBER, str(one)) for one in people_counted(telling, name))
    if telling.date:
        yield Said(Matter.DATE, telling.date)
    if "term" in telling.details:
        yield Said(Matter.TERM, telling.details["term"])


def affected(telling: Telling) -> frozenset[int]:
    """Return to whom it happens, according to the telling."""
    found = families(telling)
    return concerned(telling, found[0]) if found else telling.victims


def people_counted(telling: Telling, name: Name) -> frozenset[Count]:
    """Return to how many it happens, where that is the one number of people in the words.

    The number of those who did it is passed over.
    """
    named = frozenset(count for one in affected(telling) for count in counts(name(one)))
    done_by = frozenset(count for one in telling.actors for count in counts(name(one)))
    found = named or counts(telling.words) - done_by
    return found if len(found) == 1 else frozenset()


def values(
    tellings: Sequence[Telling], voice_of: Mapping[int, int], name: Name
) -> tuple[Value, ...]:
    """Return every value said, by matter, those of most voices first.

    `voice_of` is the voice of each claim, as any number.
    """
    carried: dict[Said, list[int]] = {}
    for telling in tellings:
        for one in said(telling, name):
            carried.setdefault(one, []).append(telling.claim)
    found = [_value(one, claims, voice_of) for one, claims in carried.items()]
    order = list(Matter)
    return tuple(
        sorted(found, key=lambda v: (order.index(v.matter), -v.voices, v.value, v.entity or 0))
    )


def _value(one: Said, claims: list[int], voice_of: Mapping[int, int]) -> Value:
    return Value(
        matter=one.matter,
        value=one.value,
        entity=one.entity,
        tellings=tuple(sorted(claims)),
        voices=len({voice_of[claim] for claim in claims}),
    )
