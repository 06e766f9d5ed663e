"""Draw, from one reading, the portrait of each of its entities.

It takes what the reader found: no name is added, and of no two entities is it said that they are
one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.model import Entity, EntityType, Reading, Span
from habeas.resolve.country import countries_in, plain_words
from habeas.resolve.gendered import gender, genders_of, word_before
from habeas.resolve.household import bonds, is_kin
from habeas.resolve.lexicon import load
from habeas.resolve.office import Office, is_title, read_office
from habeas.resolve.portrait import Kin, Portrait, bounded_kin, most
from habeas.resolve.shape import Fullness, shape

UNNAMED = "[unnamed] "
_AROUND = 14
_PHRASE = 5  # given names; so many words are a headline, hardly a name
_LEAST = 4  # letters of the name of a place that an adjective must begin with
_YEAR = re.compile(r"\d{4}")
type Genders = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class _Page:
    """What all portraits of one reading are drawn from."""

    reading: Reading
    year: int | None
    places: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    kin: dict[str, set[Kin]]
    seats: dict[str, set[str]]
    genders: Genders


def portraits(reading: Reading) -> dict[str, Portrait]:
    """Return the portrait of each entity of a reading by its id.

    They stand in the order in which an archive best meets them: the fullest names first.
    """
    page = _page(reading)
    drawn = {one.id: _draw(one, page) for one in reading.entities}
    return dict(sorted(drawn.items(), key=lambda item: _order(item[1])))


def _order(portrait: Portrait) -> tuple[int, int]:
    """Return the place of a portrait in line: full names first, then those printed most."""
    fullness = len(Fullness) if portrait.names else 0
    if portrait.type is EntityType.PERSON:
        fullness = max((shape(name).fullness for name in portrait.names), default=0)
    return -fullness, -sum(portrait.names.values())


def _page(reading: Reading) -> _Page:
    places = [one for one in reading.entities if one.type is EntityType.PLACE]
    people = [one for one in reading.entities if one.type is EntityType.PERSON]
    people.sort(key=lambda one: -len(one.mentions) - len(one.references))
    genders = {one.id: genders_of(one, reading) for one in people}
    return _Page(
        reading=reading,
        year=_year(reading),
        places=tuple(place.name for place in places),
        people=tuple((one.id, one.name) for one in people if _is_telling(one))[: _AROUND + 1],
        kin=_kin(reading, genders),
        seats=_seats(reading),
        genders=genders,
    )


def _is_telling(person: Entity) -> bool:
    """Say whether the name of a person tells one case from another."""
    return shape(person.name).fullness > Fullness.WORD and not person.name.startswith("[")


def _year(reading: Reading) -> int | None:
    for date in (reading.anatomy.date_written, reading.anatomy.date_published):
        if date and date.edtf and (found := _YEAR.match(date.edtf)):
            return int(found[0])
    return None


def _kin(reading: Reading, genders: Genders) -> dict[str, set[Kin]]:
    """Return whose kin each entity is, of those who are named."""
    names = {one.id: one.name for one in reading.entities}
    sexes = {one: gender(counts) for one, counts in genders.items()}
    kin: dict[str, set[Kin]] = {one: set() for one in names}
    for bond in bonds(reading, sexes):
        if not names[bond.other].startswith(UNNAMED):
            kin[bond.one].add(Kin(bond.relation, names[bond.other], bond.way))
    return kin


def _seats(reading: Reading) -> dict[str, set[str]]:
    """Return where each entity sits."""
    names = {one.id: one.name for one in reading.entities}
    seats: dict[str, set[str]] = {one: set() for one in names}
    for tie in reading.relations:
        if not is_kin(tie.type):
            seats[tie.source].add(names[tie.target])
    return seats


def _draw(entity: Entity, page: _Page) -> Portrait:
    names = _names(entity, page)
    return Portrait(
        type=entity.type,
        names=names,
        descriptions={} if names else _descriptions(entity, page),
        offices=tuple(_offices(entity, page)),
        kin=bounded_kin(page.kin[entity.id]),
        genders=page.genders.get(entity.id, {}),
        # A place is where everybody may be: who is named beside it tells nothing.
        around={} if entity.type is EntityType.PLACE else _around(entity, page),
        places=dict.fromkeys(sorted(_places(entity, names, page)), 1),
    )


def _around(entity: Entity, page: _Page) -> dict[str, int]:
    return {name: 1 for id_, name in page.people if id_ != entity.id}


def _names(entity: Entity, page: _Page) -> dict[str, int]:
    """Return the spellings of an entity; offices and descriptions are no names."""
    text = page.reading.document.text
    if entity.mentions and all(_is_maiden(span, text) for span in entity.mentions):
        return {}
    found = Counter(_cleaned(span.of(text), entity, page) for span in entity.mentions)
    found[_cleaned(entity.name, entity, page)] += 0
    person = entity.type is EntityType.PERSON
    kept = {name: max(1, count) for name, count in found.items() if _is_name(name, person=person)}
    return most(12, kept)


def _is_maiden(span: Span, text: str) -> bool:
    """Say whether a name is printed as the one that somebody was born with."""
    before = plain_words(" ".join(word_before(span, text)))
    return bool(before) and before[-1] in _titles("maiden")


def _is_name(name: str, *, person: bool) -> bool:
    if not name or name.startswith("["):
        return False
    if not person:
        return True
    form = shape(name)
    phrase = len(form.given) >= _PHRASE
    return not (phrase or is_title(name) or form.fullness is Fullness.NOTHING)


@cache
def _titles(language: str | None) -> frozenset[str]:
    table = load("portrait")
    if language == "maiden":
        return frozenset(table["maiden"].split())
    return frozenset(f"{table['titles']} {table['french'] if language == 'fr' else ''}".split())


def _cleaned(name: str, entity: Entity, page: _Page) -> str:
    """Return a spelling in one line, without possessive and, of a person, without title."""
    words = re.sub(r"[’']s?$", "", " ".join(name.split())).split()
    if entity.type is not EntityType.PERSON:
        return " ".join(words)
    titles = _titles(page.reading.anatomy.language)
    while len(words) > 1 and plain_words(words[0])[:1] and plain_words(words[0])[0] in titles:
        words = words[1:]
    return " ".join(words)


def _descriptions(entity: Entity, page: _Page) -> dict[str, int]:
    text = page.reading.document.text
    found = Counter(" ".join(span.of(text).split()) for span in entity.references)
    found[entity.name.removeprefix(UNNAMED)] += len(entity.references) + 1
    return most(4, found)


def _offices(entity: Entity, page: _Page) -> list[Office]:
    if entity.type is not EntityType.PERSON:
        return []
    found = {_office(role, entity, page) for role in _roles(entity, page)}
    return sorted((one for one in found if one), key=lambda one: (one.head, one.field, one.text))


def _roles(entity: Entity, page: _Page) -> list[str]:
    """Return the printed roles of a person, descriptions and titles that are offices too."""
    text, anatomy = page.reading.document.text, page.reading.anatomy
    spans = [*(role.span for role in entity.roles), *entity.references, *entity.mentions]
    found = [role.role for role in entity.roles]
    found += [span.of(text) for span in spans if len(span) < 120]
    found += [one.role or "" for one in anatomy.signatories if one.entity == entity.id]
    found += [one.office or "" for one in anatomy.addressees if one.entity == entity.id]
    return [" ".join(role.split()) for role in found]


def _office(role: str, entity: Entity, page: _Page) -> Office | None:
    seat = _place_in(role, page)
    if seat is None and len(page.seats[entity.id]) == 1:
        seat = next(iter(page.seats[entity.id]))
    return read_office(role, seat, page.year)


def _place_in(text: str, page: _Page) -> str | None:
    """Return the place of the reading that a phrase names or has an adjective of."""
    words = plain_words(text)
    for place in page.places:
        name = plain_words(place)
        if name and any(words[i : i + len(name)] == name for i in range(len(words))):
            return place
    for place in page.places:
        stem = "".join(plain_words(place))[:-2]
        if len(stem) >= _LEAST and any(word.startswith(stem) for word in words):
            return place
    return None


def _places(entity: Entity, names: Iterable[str], page: _Page) -> set[str]:
    """Return the places that names, roles, offices and lines of signature tie to an entity."""
    if entity.type is EntityType.PLACE:
        return set()
    found = {one.country for one in page.reading.anatomy.signatories if one.entity == entity.id}
    phrases = [*names, *(role.role for role in entity.roles)]
    found |= {_place_in(phrase, page) for phrase in phrases}
    found |= {name for phrase in phrases for name, _, _ in countries_in(phrase)}
    found |= {seat for seat in page.seats[entity.id] if seat in page.places}
    return {place for place in found if place}
