"""Descriptions that denote somebody without a name: "the President", "the detainee", "the regime".

Takes only what clearly denotes: an office that one person holds, a noun that one person was called,
a body that the document is about.
"""

from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType, Kind
from habeas.read.names.actor import Actor, Cast
from habeas.read.names.spelling import parts
from habeas.read.names.vocabulary import (
    COUNTRIES,
    EXECUTIVE,
    GENDERS,
    HEADS,
    OFFICES,
    PERSON_NOUNS,
    PUBLIC,
)

_BODY_NOUNS = HEADS[EntityType.ORGANIZATION] | HEADS[EntityType.PUBLIC_BODY]
_SIGNERS = frozenset(
    "mps meps deputies signatories signers members parliamentarians senators lawmakers authors undersigned".split()
)
_LAND = frozenset("country nation homeland motherland fatherland".split())
_OWN = frozenset("my our".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "couple": 2, "both": 2}
_PEOPLE = frozenset(
    "men women people persons activists journalists protesters protestors prisoners detainees defenders lawyers politicians students brothers sisters couple individuals".split()
)


class Descriptions:
    """Looks up whom a description denotes among the cast."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.country = self._most(
            lambda one: one.kind is EntityType.PLACE and one.name in COUNTRIES
        )
        executives = self._most(
            lambda one: one.kind is EntityType.PUBLIC_BODY and _is_executive(one.name)
        )
        self.executive = executives
        self.lists: list[tuple[str, ...]] = []

    def _most(self, fits: "object") -> Actor | None:
        chosen = [one for one in self.cast.actors.values() if fits(one)]  # type: ignore[operator]
        return max(chosen, key=lambda one: one.count, default=None)

    def plural(self, token: Token) -> tuple[str, ...]:
        """Return whom a plural denotes: the signatories, or a list of as many persons."""
        anatomy = self.cast.anatomy
        if token.lower_ in _SIGNERS and anatomy.kind is Kind.NEWS_REPORT and anatomy.signatories:
            return (AUTHOR,)
        if token.lower_ not in _PEOPLE or not self.lists:
            return ()
        number = next((_NUMBERS[one.lower_] for one in token.lefts if one.lower_ in _NUMBERS), 0)
        number = number or _NUMBERS.get(token.lower_, 0)
        if number:
            return next((one for one in reversed(self.lists) if len(one) == number), ())
        definite = any(one.lower_ in ("the", "these", "those") for one in token.lefts)
        plain = all(one.dep_ == "det" for one in token.lefts) and not list(token.rights)
        long = [one for one in self.lists if len(one) > 2]
        return long[-1] if definite and plain and long else ()

    def body(self, token: Token) -> Actor | None:
        """Return the body or country that a definite noun denotes."""
        noun = token.lower_
        first = next((one.lower_ for one in token.lefts if one.dep_ in ("det", "poss")), "")
        if noun in _LAND:
            return (
                self.country if first in ("the", "this", *_OWN) and not _modified(token) else None
            )
        if first not in ("the", "this", "these") or _modified(token):
            return None
        if noun in EXECUTIVE:
            return self.executive
        if noun in _BODY_NOUNS and noun not in PUBLIC:
            fits = [
                one
                for one in self.cast.actors.values()
                if one.kind in (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)
                and not one.many
                and (noun in parts(one.name) or noun in one.nouns)
            ]
            return max(fits, key=lambda one: one.count, default=None)
        return None

    def office(self, noun: str, country: str | None, *, vocative: bool) -> Actor | None:
        """Return the holder of an office; a vocative calls on an addressee."""
        people = [one for one in self.cast.actors.values() if one.id not in self.cast.merged]
        if vocative:
            people = [one for one in people if one.id in self.cast.addressees]
        fits = [
            one for one in people if any(_same_office(noun, country, held) for held in one.offices)
        ]
        if vocative and not fits and len(people) == 1:
            fits = people
        return max(fits, key=lambda one: (one.id in self.cast.addressees, one.count), default=None)

    def person(self, token: Token) -> Actor | None:
        """Return the one person whom the text has called by this noun."""
        noun = token.lower_
        fits = [one for one in self.cast.actors.values() if one.is_person and noun in one.nouns]
        gender = GENDERS.get(noun)
        fits = [one for one in fits if gender is None or one.gender in (None, gender)]
        return max(fits, key=lambda one: one.count, default=None)


def _modified(token: Token) -> bool:
    """Say whether a noun has more said of it than an article and "current" or "own"."""
    left = [one for one in token.lefts if one.dep_ not in ("det", "poss", "cc", "punct", "case")]
    left = [
        one for one in left if one.lower_ not in ("current", "present", "own", "entire", "whole")
    ]
    return bool(left) or any(
        one.dep_ in ("relcl", "acl") or (one.dep_ == "prep" and one.lower_ in ("of", "for"))
        for one in token.rights
    )


def _is_executive(name: str) -> bool:
    words = parts(name)
    return words[-1] in EXECUTIVE or words[0] in EXECUTIVE


def _same_office(noun: str, country: str | None, held: tuple[str, str | None]) -> bool:
    title, land = held
    if title != noun and not (noun in title and title.split()[0] == noun.split()[0]):
        return False
    return country is None or land is None or country == land


def is_office(token: Token) -> str | None:
    """Return the office that a noun names with the words before it, None if none."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    pair = f"{before} {token.lower_}"
    if pair in OFFICES:
        return pair
    return token.lower_ if token.lower_ in OFFICES else None


def is_person_noun(token: Token) -> bool:
    """Say whether a word is a noun for a person by deed or calling."""
    return token.lower_ in PERSON_NOUNS
