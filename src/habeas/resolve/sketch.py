"""Draw, from one reading, the portrait of each of its entities.

It takes what the reader found: no name is added, and of no two entities is it said that they are
one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.model import Entity, EntityType, Reading, Role, Span
from habeas.resolve.country import countries_in, plain_words
from habeas.resolve.lexicon import load
from habeas.resolve.office import Office, is_title, read_office
from habeas.resolve.portrait import Kin, Portrait, most
from habeas.resolve.shape import Fullness, shape

UNNAMED = "[unnamed] "
_TIES = ("_of",)
_NO_KIN = frozenset({"member_of", "opponent_of"})
_AROUND, _BEFORE = 14, 24
_PHRASE = 5  # given names; so many words are a headline, hardly a name
_LEAST = 4  # letters of the name of a place that an adjective must begin with
_STOPS, _ABBREVIATION = frozenset(',;:!?…)"”»'), 5
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _Page:
    """What all portraits of one reading are drawn from."""

    reading: Reading
    year: int | None
    places: tuple[str, ...]
    names: dict[str, str]
    people: tuple[tuple[str, str], ...]
    kin: dict[str, set[Kin]]
    seats: dict[str, set[str]]


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
    names = {one.id: one.name for one in reading.entities}
    kin, seats = _ties(reading, names)
    return _Page(
        reading=reading,
        year=_year(reading),
        places=tuple(place.name for place in places),
        names=names,
        people=tuple((one.id, one.name) for one in people if _is_telling(one))[: _AROUND + 1],
        kin=kin,
        seats=seats,
    )


def _is_telling(person: Entity) -> bool:
    """Say whether the name of a person tells one case from another."""
    return shape(person.name).fullness > Fullness.WORD and not person.name.startswith("[")


def _year(reading: Reading) -> int | None:
    for date in (reading.anatomy.date_written, reading.anatomy.date_published):
        if date and date.edtf and (found := _YEAR.match(date.edtf)):
            return int(found[0])
    return None


def _ties(
    reading: Reading, names: dict[str, str]
) -> tuple[dict[str, set[Kin]], dict[str, set[str]]]:
    """Return whose kin each entity is, and where it sits."""
    turned = load("portrait")["turned"]
    kin: dict[str, set[Kin]] = {one: set() for one in names}
    seats: dict[str, set[str]] = {one: set() for one in names}
    for tie in reading.relations:
        one, other = tie.source, tie.target
        if tie.type.endswith("_of") and tie.type not in _NO_KIN:
            kin[one].add(Kin(tie.type, names[other]))
            kin[other].add(Kin(turned.get(tie.type, tie.type), names[one]))
        else:
            seats[one].add(names[other])
    return kin, seats


def _draw(entity: Entity, page: _Page) -> Portrait:
    names = _names(entity, page)
    return Portrait(
        type=entity.type,
        names=names,
        descriptions={} if names else _descriptions(entity, page),
        offices=tuple(_offices(entity, page)),
        kin=tuple(sorted(_named(page.kin[entity.id]))),
        genders=_genders(entity, page) if entity.type is EntityType.PERSON else {},
        # A place is where everybody may be: who is named beside it tells nothing.
        around={} if entity.type is EntityType.PLACE else _around(entity, page),
        places=dict.fromkeys(sorted(_places(entity, names, page)), 1),
    )


def _around(entity: Entity, page: _Page) -> dict[str, int]:
    return {name: 1 for id_, name in page.people if id_ != entity.id}


def _named(kin: Iterable[Kin]) -> list[Kin]:
    return [one for one in kin if not one.other.startswith(UNNAMED)]


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
    before = plain_words(" ".join(_before(span, text)))
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


def _genders(entity: Entity, page: _Page) -> dict[str, int]:
    text = page.reading.document.text
    found = Counter[str]()
    for span in entity.mentions:
        before = _before(span, text)
        found.update(_gender(before) or _french_gender(before, page))
        first = span.of(text).split()[:1]
        found.update(_gender(first) or _french_gender(first, page))
    for phrase in _phrases(entity.references, entity.roles, text):
        found.update(_gender(_head(phrase)))
    return dict(found)


def _before(span: Span, text: str) -> list[str]:
    """Return the word right before a name, in its line and its sentence."""
    line = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    words = line.rstrip(" \t\xa0").split()
    if not words or words[-1][-1] in _STOPS:
        return []
    ended = words[-1].endswith(".") and len(words[-1]) > _ABBREVIATION
    return [] if ended else words[-1:]


def _phrases(references: Iterable[Span], roles: Iterable[Role], text: str) -> list[str]:
    return [*(span.of(text) for span in references), *(role.role for role in roles)]


def _head(phrase: str) -> list[str]:
    """Return the words of a description up to those that say of whom or what."""
    return re.split(r"\b(?:of|in|de|du|des|d’|d')\b", phrase)[0].split()[-3:]


def _gender(words: list[str]) -> list[str]:
    """Return the gender that the last telling word has."""
    tables = load("portrait")["genders"]
    for word in reversed(words):
        for plain in plain_words(word)[-1:]:
            for gender in ("f", "m"):
                if plain in _table(gender, tables[gender]):
                    return [gender]
    return []


def _french_gender(words: list[str], page: _Page) -> list[str]:
    """Return the gender of “M.”, which in French is no initial."""
    return ["m"] if words == ["M."] and page.reading.anatomy.language == "fr" else []


@cache
def _table(gender: str, words: str) -> frozenset[str]:
    return frozenset(words.split())
