"""The words about names, brought from the lexicons into the shape in which they are asked for.

Answers questions about single words and phrases. Whom a phrase denotes in a text is not known here.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from habeas.model import EntityType
from habeas.read.lexicon import load, words

MAN, WOMAN, MANY = "m", "f", "p"
UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
HONORIFICS = frozenset(words("names_words", "honorific"))
OFFICES = frozenset(words("names_words", "office"))
PERSON_NOUNS = frozenset(words("names_words", "person"))
PLAIN = frozenset(words("names_words", "plain"))
STATE = frozenset(words("names_words", "head", "state"))
EXECUTIVE = frozenset(words("names_words", "body", "executive"))
PUBLIC = frozenset(words("names_words", "body", "public"))
PRIVATE = frozenset(words("names_words", "body", "private"))
LAW = frozenset(words("names_words", "body", "law"))
AFTER_ORGANIZATION = frozenset(words("names_words", "head", "after_organization"))
AFTER_PLACE = frozenset(words("names_words", "head", "after_place"))
AFTER_EVENT = frozenset(words("names_words", "head", "after_event"))
BEFORE_EVENT = frozenset(words("names_words", "head", "before_event"))
HEADS = {
    EntityType.PLACE: frozenset(words("names_words", "head", "place")),
    EntityType.NAMED_EVENT: frozenset(words("names_words", "head", "event")),
    EntityType.TREATY: frozenset(words("names_words", "head", "treaty")),
    EntityType.ORGANIZATION: frozenset(words("names_words", "head", "organization")),
    EntityType.PUBLIC_BODY: frozenset(words("names_words", "head", "public")),
}
KNOWN = {
    name: EntityType(kind) for kind, names in load("names_words")["known"].items() for name in names
}
ALIASES: dict[str, str] = load("names_words")["alias"]
WEEKDAYS = frozenset(words("names_words", "small", "weekday"))
MONTHS = words("names_words", "small", "month")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return a form for comparing: no accents, one kind of apostrophe, small letters."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").lower()


def _given() -> dict[str, str | None]:
    lists = load("names_given")
    found: dict[str, str | None] = {}
    for key, gender in (("man", MAN), ("woman", WOMAN), ("either", None)):
        for name in lists[key].split():
            folded = fold(name)
            found[folded] = gender if found.get(folded, gender) == gender else None
    return found


GIVEN = _given()
STRONG = tuple(load("names_given")["endings"]["strong"])
_WOMAN = tuple(load("names_given")["endings"]["woman"])
_SLAVIC_MAN = ("ov", "ev", "yev", "sky", "skiy", "bekov", "bayev", "baev")


def gender_of(name: str) -> str | None:
    """Return the gender that a person's name shows, None where it shows none."""
    parts = [fold(part) for part in re.split(r"[\s.]+", name) if part]
    if len(parts) > 1:
        for part in parts[:-1] if parts[0] in GIVEN else parts:
            if GIVEN.get(part):
                return GIVEN[part]
    elif parts and GIVEN.get(parts[0]):
        return GIVEN[parts[0]]
    last = parts[-1] if parts else ""
    if last.endswith(_WOMAN) and len(last) > 4:
        return WOMAN
    return MAN if last.endswith(_SLAVIC_MAN) else None


def _kin() -> dict[str, tuple[str, str | None]]:
    genders = {"man": MAN, "woman": WOMAN, "either": None, "group": MANY}
    return {
        noun: (relation, genders[gender])
        for gender, table in load("names_words")["kin"].items()
        for relation, nouns in table.items()
        for noun in nouns
    }


KIN = _kin()
TIES = {noun: tie for tie, nouns in load("names_words")["tie"].items() for noun in nouns}


def _noun_genders() -> dict[str, str]:
    table = load("names_words")
    found: dict[str, str] = {}
    for gender, key in ((MAN, "man"), (WOMAN, "woman")):
        for word in [*table["person"].get(key, ()), *table["honorific"].get(key, ())]:
            found[word] = gender
    return found | {noun: g for noun, (_, g) in KIN.items() if g in (MAN, WOMAN)}


GENDERS: dict[str, str] = _noun_genders()


@cache
def world() -> dict[str, Any]:
    """Return the table of countries and regions."""
    return load("names_world")


def _places() -> dict[str, str]:
    found = {}
    for country, row in world().items():
        for name in (country, *row.get("also", ())):
            found[name] = country
    return found


COUNTRIES = _places()  # each name of a country to its first name
CAPITALS = {town: one for one, row in world().items() for town in row.get("capital", ())}
DEMONYMS = {adj: one for one, row in world().items() for adj in row["adjective"]}
PLACES = frozenset(COUNTRIES) | frozenset(CAPITALS)


def alternatives(names: "frozenset[str] | dict[str, Any] | set[str]") -> str:
    """Return a pattern of any of the names, the longest first; white space may be any."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in ordered)
