"""A happening as it is told: its title, what is said of it by how many voices, and what disagrees.

It has no truth, no likelihood and no average. The title is the word of most voices, no finding.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from habeas.model import ClaimClass, Modality
from habeas.weigh.act import families
from habeas.weigh.conflict import Conflict, conflicts
from habeas.weigh.lexicon import load
from habeas.weigh.number import counts
from habeas.weigh.period import days, width
from habeas.weigh.telling import Telling
from habeas.weigh.value import Matter, Value, values
from habeas.weigh.voice import Voice, voices

type Name = Callable[[int], str]

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What several claims are about. `date` is EDTF: the finest said, or the earliest if disputed.

    `victims` are entities, those of most voices first.
    """

    title: str
    kind: ClaimClass
    types: tuple[str, ...]
    date: str | None
    victims: tuple[int, ...]
    values: tuple[Value, ...]
    voices: tuple[Voice, ...]
    conflicts: tuple[Conflict, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the happening for a JSON file."""
        return asdict(self)


def weigh(tellings: Sequence[Telling], name: Name) -> Happening:
    """Return what the tellings of one happening say; `name` gives the name of an entity.

    There has to be at least one telling.
    """
    told = sorted(tellings, key=lambda one: one.claim)
    heard = voices(told, name)
    voice_of = {claim: place for place, voice in enumerate(heard) for claim in voice.tellings}
    said = values(told, voice_of, name)
    disputed = conflicts(said, voice_of, moving=_is_moving(told))
    kinds = _ranked(told, voice_of)
    return Happening(
        title=_title(_act(kinds[0], told, disputed), said, disputed),
        kind=next(one.kind for one in told if one.type == kinds[0]),
        types=kinds,
        date=_date(said, disputed),
        victims=tuple(one.entity for one in _of(said, Matter.VICTIM) if one.entity is not None),
        values=said,
        voices=heard,
        conflicts=disputed,
    )


def _is_moving(tellings: Sequence[Telling]) -> bool:
    return any(family.moves for one in tellings for family in families(one))


def _ranked(told: Sequence[Telling], voice_of: Mapping[int, int]) -> tuple[str, ...]:
    """Return the types of claim, that which most voices assert first."""
    heard: dict[str, set[int]] = {one.type: set() for one in told}
    for one in told:
        if one.modality == Modality.ASSERTED:
            heard[one.type].add(voice_of[one.claim])
    return tuple(sorted(heard, key=lambda one: -len(heard[one])))


def _of(said: Sequence[Value], matter: Matter) -> list[Value]:
    return [one for one in said if one.matter is matter]


def _act(kind: str, told: Sequence[Telling], disputed: Sequence[Conflict]) -> str:
    """Return what to call it: no voice's word where the words are at odds."""
    if any(one.matter is Matter.WORD for one in disputed):
        plain = (family.title for one in told for family in families(one) if family.title)
        if found := next(plain, None):
            return found
    title: str = load("titles")["title"].get(kind, kind.replace("_", " "))
    return title


def _title(act: str, said: Sequence[Value], disputed: Sequence[Conflict]) -> str:
    who = list(dict.fromkeys(one.value for one in _of(said, Matter.VICTIM)))
    if any(one.matter is Matter.NUMBER for one in disputed):
        who = [one for one in who if not counts(one)]
    form = act if "{}" in act else f"{act} of {{}}"
    if who:
        return form.replace("{}", _listed(who))
    act = form.rsplit(" ", 2)[0]
    where = [one.value for one in _of(said, Matter.PLACE)]
    return f"{act}, {where[0]}" if where else act


def _listed(names: Sequence[str]) -> str:
    shown, rest = list(names[:_NAMED]), len(names) - _NAMED
    if rest > 0:
        shown.append("1 other" if rest == 1 else f"{rest} others")
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _date(said: Sequence[Value], disputed: Sequence[Conflict]) -> str | None:
    dated = [(found, one.value) for one in _of(said, Matter.DATE) if (found := days(one.value))]
    if not dated:
        return None
    at_odds = next((one.values for one in disputed if one.matter is Matter.DATE), ())
    if at_odds:
        return min(one for one in dated if one[1] in at_odds)[1]
    return min(dated, key=lambda one: (width(one[0]), one))[1]
