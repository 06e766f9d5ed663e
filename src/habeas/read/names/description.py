"""Descriptions that denote somebody without a name: "the President", "the detainee", "the regime".

Takes only what clearly denotes: an office that one person holds, a noun that one person was called,
a body that the document is about.
"""

from spacy.tokens import Token

from habeas.model import AUTHOR, EntityType, Kind
from habeas.read.grammar import SUBJECTS
from habeas.read.lexicon import words
from habeas.read.names.actor import Actor, Cast
from habeas.read.names.spelling import parts
from habeas.read.names.vocabulary import (
    COUNTRIES,
    EXECUTIVE,
    GENDERS,
    KIN,
    OFFICES,
    PERSON_NOUNS,
)

_BODY_NOUNS = words("names_words", "reference", "body")
_TEXTS = words("names_words", "reference", "text")
_JOINT = words("names_words", "reference", "joint")
_SITES = words("names_words", "reference", "site")
_SIGNERS = words("names_words", "reference", "signers")
_LAND = words("names_words", "reference", "land")
_HELD = words("names_words", "reference", "held")
_OWN = ("my", "our")
_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "couple": 2,
    "both": 2,
}
_PEOPLE = words("names_words", "reference", "people")


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

    def _topic(self) -> Actor | None:
        """Return the person whom the document is about, by how often it names each."""
        people = [one for one in self.cast.actors.values() if one.is_person]
        people = [
            one for one in people if one.id not in (*self.cast.authors, *self.cast.addressees)
        ]
        ranked = sorted(people, key=lambda one: -one.count)
        clear = len(ranked) > 1 and ranked[0].count < 2 * ranked[1].count
        return None if clear or not ranked else ranked[0]

    def is_reported(self, token: Token) -> bool:
        """Say whether it is the letter that a news item tells of, or its signers: "the six"."""
        anatomy = self.cast.anatomy
        if anatomy.kind is not Kind.NEWS_REPORT or not anatomy.signatories:
            return False
        definite = any(one.lower_ in ("the", "their") for one in token.lefts)
        if token.pos_ == "NUM":
            number = _NUMBERS.get(token.lower_) or (
                int(token.text) if token.text.isdecimal() else 0
            )
            return definite and number == len(anatomy.signatories) and token.dep_ != "nummod"
        speaks = token.dep_ in SUBJECTS or token.head.lower_ in ("to", "in")
        return definite and speaks and token.lower_ in _TEXTS and not _modified(token)

    def signed_by_bodies(self) -> bool:
        """Say whether several bodies sign, so that "the organisations" are the authors."""
        kinds = [self.cast.get(one).kind for one in self.cast.authors]
        return len(kinds) > 1 and 2 * kinds.count(EntityType.ORGANIZATION) > len(kinds)

    def plural(self, token: Token) -> tuple[str, ...]:
        """Return whom a plural denotes: the signatories, or a list of as many persons."""
        anatomy = self.cast.anatomy
        if token.lower_ in _SIGNERS and anatomy.kind is Kind.NEWS_REPORT and anatomy.signatories:
            return (AUTHOR,)
        if token.lower_ in _JOINT and self.signed_by_bodies() and not _modified(token):
            return (AUTHOR,) if token.left_edge.lower_ in ("the", "these") else ()
        if token.lower_ not in _PEOPLE or not self.lists:
            return ()
        number = next((_NUMBERS[one.lower_] for one in token.lefts if one.lower_ in _NUMBERS), 0)
        number = number or _NUMBERS.get(token.lower_, 0)
        if number:
            return next((one for one in reversed(self.lists) if len(one) == number), ())
        definite = any(one.lower_ in ("the", "these", "those") for one in token.lefts)
        plain = all(one.dep_ == "det" for one in token.lefts) and not list(token.rights)
        long = [one for one in self.lists if len(one) > 2]
        return long[0] if definite and plain and len(set(long)) == 1 else ()

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
        if noun in _BODY_NOUNS:
            kinds = (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)
            fits = [
                one
                for one in self.cast.actors.values()
                if (one.kind in kinds or (noun in _SITES and one.kind is EntityType.PLACE))
                and not (one.many or one.latent)
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
        if not fits and noun in _HELD and not _modified(token):
            return self._topic()
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
    found = parts(name)
    return found[-1] in EXECUTIVE or found[0] in EXECUTIVE


def _same_office(title: str, country: str | None, held: tuple[str, str | None]) -> bool:
    known, land = held
    same = title == known or known.startswith(f"{title} of ") or title.startswith(f"{known} of ")
    return same and (country is None or land is None or country == land)


def is_office(token: Token) -> str | None:
    """Return the office that a noun names with the words before it, None if none."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    pair = f"{before} {token.lower_}"
    if pair in OFFICES:
        return pair
    return token.lower_ if token.lower_ in OFFICES else None


def is_human(token: Token) -> bool:
    """Say whether a plural noun is of people: "officers", "relatives", "workers"."""
    return token.lower_ in _PEOPLE or token.lower_[:-1] in PERSON_NOUNS or token.lower_ in KIN
