"""Give a portrait the keys under which an archive looks for others that may be of the same.

Two that may be one nearly always share a key. Sharing one says nothing yet.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from habeas.model import EntityType
from habeas.resolve.body import parse_body
from habeas.resolve.country import country_of, plain_words
from habeas.resolve.institution import bare, is_generic
from habeas.resolve.key import keys
from habeas.resolve.portrait import Kin, Portrait
from habeas.resolve.shape import Fullness, shape

_SPELLINGS, _WORDS, _TIES = 8, 3, 3
_KIND = {
    EntityType.PERSON: "P",
    EntityType.ORGANIZATION: "B",
    EntityType.PUBLIC_BODY: "B",
    EntityType.PLACE: "L",
    EntityType.TREATY: "T",
    EntityType.NAMED_EVENT: "E",
}
_MOST = 12
_CLOSE = ("spouse_of", "parent_of", "child_of", "sibling_of")


def blocking(portrait: Portrait) -> frozenset[str]:
    """Return the keys of a portrait; empty where nothing in it tells it from others."""
    kind = _KIND[portrait.type]
    if kind == "P":
        return frozenset(_person(portrait))
    names = list(portrait.names)[:_SPELLINGS]
    found = [key for name in names for key in _name(name, tuple(portrait.places), kind)]
    whole = [_exact(name) for name in names] if kind == "B" else []
    return frozenset([key for key in dict.fromkeys([*whole, *found]) if key][:_MOST])


def _person(portrait: Portrait) -> list[str]:
    names = sorted(list(portrait.names)[:_SPELLINGS], key=lambda name: -shape(name).fullness)
    found = [_exact(name) for name in names[:2]]
    found += [f"P:{key}" for name in names[:1] for key in _surname(name) + _given(name)]
    found += [f"P:{key}" for name in names[1:] for key in _word(shape(name).surname) + _given(name)]
    return [key for key in dict.fromkeys(found) if key][:_MOST] + _ties(portrait)


def _surname(name: str) -> list[str]:
    return _slips(shape(name).surname)


def _given(name: str) -> list[str]:
    form = shape(name)
    return _word(form.given[0]) if form.fullness is Fullness.FULL else []


def _exact(name: str) -> str:
    """Return the key of a whole name of several words, which people and bodies share."""
    words = plain_words(name)
    return f"={' '.join(sorted(words))}" if len(words) > 1 else ""


def _ties(portrait: Portrait) -> list[str]:
    """Return keys for kin and offices, by which somebody is found who is not named."""
    found = [
        f"K:{kin.relation}:{key}"
        for kin in _telling(portrait.kin)
        for key in _surname(kin.other)[:2]
    ]
    for office in portrait.offices:
        if office.sole and office.place:
            place = country_of(office.place) or min(_word(office.place), default="")
            found.append(f"F:{office.head}:{office.field}:{place}")
    return list(dict.fromkeys(found))[: 2 * _TIES]


def _telling(kin: Iterable[Kin]) -> list[Kin]:
    """Return the ties by which somebody is found: of each sort one, the closest sorts first."""
    ranks = {relation: rank for rank, relation in enumerate(_CLOSE)}
    seen = Counter[str]()
    order = list[tuple[int, int, Kin]]()
    for one in sorted(kin, key=lambda one: (one.derived, one)):
        order.append((seen[one.relation], ranks.get(one.relation, len(ranks)), one))
        seen[one.relation] += 1
    return [one for *_, one in sorted(order)[:_TIES]]


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> list[str]:
    """Return the keys of one word, without those that only a slip of the pen would make."""
    found = keys(word, kind=EntityType.PERSON) if word else frozenset[str]()
    shorter = {key[:i] + key[i + 1 :] for key in found for i in range(len(key))}
    return sorted(found - shorter) or sorted(found)


@lru_cache(maxsize=1 << 15)
def _slips(word: str) -> list[str]:
    """Return the keys of a word that must be found though a consonant of it is lost."""
    found = keys(word, kind=EntityType.PERSON) if word else frozenset[str]()
    longest = max(map(len, found), default=0)
    return sorted(
        (key for key in found if len(key) >= longest - 1), key=lambda key: (-len(key), key)
    )


@lru_cache(maxsize=1 << 15)
def _name(name: str, places: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the keys of the name of a body, place, law or event."""
    if country := country_of(name):
        return (f"{kind}:{country}",)
    left = bare(name, places)
    if is_generic(name, places):
        return (f"{kind}:{left}",)
    words = [word for word in left.split() if not is_generic(word)]
    words.sort(key=lambda word: -len(word))
    spelt = _slips if len(words) == 1 else _word
    found = [f"{kind}:{key}" for word in words[:_WORDS] for key in spelt(word)]
    initials = parse_body(name).initials
    if len(initials) > 2:
        found.append(f"{kind}:{initials}")
    if len(words) == 1 and name.isupper():
        found.append(f"{kind}:{words[0]}")
    return tuple(found)
