"""What the words around a name say of it: "in X", "the government of X", "X's wife", "the daily X".

Weighs against the model: a town that the model takes for a person stands after "in". Knows the
grammar only; which nouns stand beside places, bodies and persons is in the lexicon.
"""

import re
from collections.abc import Iterable, Iterator

from habeas.model import EntityType
from habeas.read.lexicon import words
from habeas.read.names.vocabulary import (
    AFTER_EVENT,
    AFTER_ORGANIZATION,
    AFTER_PLACE,
    EXECUTIVE,
    HONORIFICS,
    KIN,
    MONTHS,
    OFFICES,
    PERSON_NOUNS,
    PUBLIC,
    alternatives,
)

PERSON, ORGANIZATION = EntityType.PERSON, EntityType.ORGANIZATION
PLACE, EVENT = EntityType.PLACE, EntityType.NAMED_EVENT
Vote = tuple[EntityType, float]
REACH = 70  # characters before a name that are looked at

_OF_STATE = frozenset(words("names_words", "around", "of_state"))
_SITE = frozenset(words("names_words", "around", "site"))
_OUTLET = frozenset(words("names_words", "around", "outlet"))
_WRITER = frozenset(words("names_words", "around", "writer"))
_MOVED = frozenset(words("names_words", "around", "moved"))
_UNDERGONE = frozenset(words("names_words", "around", "undergone"))
_OWNED = frozenset(words("names_words", "around", "owned"))
_STATES_OWN = EXECUTIVE | PUBLIC | frozenset(words("names_words", "around", "states_own"))
_LEFT = frozenset(words("names_words", "around", "left"))
_INSIDE = ("in", "near", "into", "throughout", "outside", "inside", "across", "around")
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[.,]?\s+[\"“‘'«(*]*$")
_THE = re.compile(r"([^\W\d_]+)\s+the\s+$", re.I)
_AFTER = re.compile(
    r"(?P<own>[’'´]s?)?[\"”’»*]*\s+(?P<word>[^\W\d_]\w*)(?:\s+(?P<next>[^\W\d_]\w*))?"
)
_STATE_OF = re.compile(
    rf"(?<!\w)(?i:{alternatives(_OF_STATE | EXECUTIVE | PUBLIC)})\s+of\s+(?:[Tt]he\s+)?$"
)
_OFFICE_OF_STATE = re.compile(
    r"(?<!\w)(?i:minister|ministry|secretary|department|directorate|court|academy|prosecutor)\s+(?:of|for)"
    r"\s+(?:[Tt]he\s+)?[\w\s]{3,40}?\s+of\s+(?:[Tt]he\s+)?$"
)
_PORTFOLIO = re.compile(r"(?<!\w)(?i:minister|secretary)\s+(?:of|for)\s+(?:the\s+)?$")
_SITED = re.compile(rf"(?<!\w)(?:{alternatives(_SITE)})(?:\s+of|\s+called)?\s+(?:[Tt]he\s+)?$")
_WRITES = re.compile(
    rf"(?<!\w)(?i:{alternatives(_WRITER)})\s+(?:of|for|at|with)\s+(?:[Tt]he\s+)?[*\"“‘«]?$"
)
_NAMED_PAPER = re.compile(rf"(?<!\w)(?:{alternatives(_OUTLET)})[,:]?\s+[*\"“‘«]?The\s+$")
_CALLED = re.compile(
    rf"(?<!\w)(?:{alternatives(_SITE)})\b[^.;]{{0,60}}\bcall(?:s|ed)?\s+[\"“‘]?(?:the\s+)?$"
)
_HOLDER = re.compile(
    rf"(?<!\w)(?i:{alternatives(OFFICES | PERSON_NOUNS | frozenset(KIN))})"
    r"(?:\s+(?:of|for|to)\s+[^,;.:]{2,60})?,\s+$"
)
_GOES = re.compile(rf"(?<!\w)(?:{alternatives(_MOVED)})\s+(?:[\w’'.-]+\s+){{0,4}}?(?:to|from)\s+$")
_DEED = re.compile(
    rf"(?<!\w)(?:murder|killing|assassination|arrest|detention|trial|case|torture|release|extradition"
    rf"|kidnapping|abduction|death|lawyers?|support|{alternatives(frozenset(KIN))})\s+of\s+$",
    re.I,
)
_APPOSED = re.compile(
    r"[\"”’»*]*\s*,\s+(?:a|an|the|one\s+of\s+the|our|my|his|her)\s+((?:[\w’'-]+\s+){0,3}?)([^\W\d_][\w-]*)"
)
_OF_HOUSE = re.compile(
    r"\s+of\s+(?:[Tt]he\s+)?(?i:parliament|assembly|senate|congress|ministry|council)\b"
)
_AGED = re.compile(r",?\s*\(?(?:aged\s+)?[1-9]\d(?:\s+years\s+old)?\s*[,)]")
_MONTH = alternatives(frozenset(month.title() for month in MONTHS))
_DATED = re.compile(rf",\s+(?:\d{{1,2}}\s+(?:{_MONTH})|(?:{_MONTH})\s+\d{{1,2}})")


def around(text: str, start: int, end: int) -> Iterator[Vote]:
    """Yield what the words before and after `text[start:end]` say of the name there."""
    lead = text[max(0, start - REACH) : start]
    before = _BEFORE.search(lead)
    if before:
        yield from _of_word(before[1].lower())
        yield from _of_lead(before[1].lower(), lead)
    after = _AFTER.match(text, end)
    if after:
        owned = after["own"] is not None
        yield from (_of_owned if owned else _of_next)(after["word"].lower(), after["next"] or "")
    yield from _of_remark(text, start, end)
    if _OF_HOUSE.match(text, end):
        yield EntityType.PUBLIC_BODY, 6


def _of_word(word: str) -> Iterable[Vote]:
    """Yield what the one word before a name says."""
    if word in HONORIFICS:
        yield PERSON, 4
    elif word in _OUTLET:
        yield ORGANIZATION, 3
    elif word in OFFICES or word in PERSON_NOUNS or word in KIN:
        yield PERSON, 2.5
    elif word in _INSIDE:
        yield PLACE, 2.2
        yield PERSON, -1.5
    elif word in _LEFT:
        yield PLACE, 1.2
    elif word in ("to", "from", "at"):
        yield PLACE, 0.4
    elif word in ("by", "and"):
        yield PERSON, 0.3
    elif word == "the":
        yield PERSON, -1
        yield ORGANIZATION, 0.3


def _of_lead(word: str, lead: str) -> Iterable[Vote]:
    """Yield what the phrase before a name says."""
    if word == "the":
        inside = _THE.search(lead)
        if inside and inside[1].lower() in (*_INSIDE, "to", "from"):
            yield PLACE, 1.5 if inside[1].lower() in _INSIDE else 0.8
        if _NAMED_PAPER.search(lead):
            yield ORGANIZATION, 4
    if word in ("of", "the") and (_STATE_OF.search(lead) or _OFFICE_OF_STATE.search(lead)):
        yield PLACE, 3.5
        yield PERSON, -3
    elif word in ("of", "the") and _PORTFOLIO.search(lead):
        yield ORGANIZATION, -4
    elif word == "of" and _DEED.search(lead):
        yield PERSON, 1.2
    if word in _SITE or word in ("of", "called", "calls", "the"):
        yield from [(PLACE, 3.0)] if _SITED.search(lead) or _CALLED.search(lead) else []
    if lead.endswith(", ") and _HOLDER.search(lead):
        yield PERSON, 2.5
    if word in ("to", "from") and _GOES.search(lead):
        yield PLACE, 2.2
        yield PERSON, -1
    if word in ("of", "for", "at", "with", "the") and _WRITES.search(lead):
        yield ORGANIZATION, 2.5


def _of_owned(word: str, second: str) -> Iterable[Vote]:
    """Yield what is the name's: its wife or its government."""
    pair = f"{word} {second.lower()}"
    if word in KIN or word in _OWNED:
        yield PERSON, 2.5
    elif word in _STATES_OWN or pair in _STATES_OWN:
        yield PLACE, 3
        yield PERSON, -2


def _of_next(word: str, second: str) -> Iterable[Vote]:
    """Yield what the word after a name says."""
    if word in AFTER_PLACE:
        yield PLACE, 4
    elif word in AFTER_ORGANIZATION:
        yield ORGANIZATION, 4
        yield PERSON, -2
    elif word in AFTER_EVENT:
        yield PLACE, 2.5
    elif word in ("who", "whose", "whom", "said", "says", "told"):
        yield PERSON, 1.2
    elif word in _UNDERGONE or (word in ("was", "were", "is") and second.lower() in _UNDERGONE):
        yield PERSON, 2
    elif word in ("was", "is", "has", "had"):
        yield PERSON, 0.2


def _of_remark(text: str, start: int, end: int) -> Iterable[Vote]:
    """Yield what an apposition, an age or a date after a name says."""
    if not text.startswith((",", " (", ")", "”", "*", '"', "»", "’"), end):
        return
    apposed = _APPOSED.match(text, end)
    nouns = [*apposed[1].lower().split(), apposed[2].lower()] if apposed else []
    if any(noun in _OUTLET for noun in nouns):
        yield ORGANIZATION, 4
    elif any(noun in _SITE for noun in nouns):
        yield PLACE, 3
    elif any(noun in PERSON_NOUNS or noun in OFFICES or noun in KIN for noun in nouns):
        yield PERSON, 2
    if _AGED.match(text, end):
        yield PERSON, 2.5
    if start < 3 and _DATED.match(text, end):
        yield PLACE, 4
