"""Find whom a text without a greeting calls upon: "We ask X and Y to …", "Tell X to …".

Only what the author says in the first person, or tells the reader to demand, counts; that others
call upon somebody is for ``demands``.
"""

import re
from functools import cache

from habeas.model import Span
from habeas.read import lexicon
from habeas.read.anatomy.addressee import Addressed, merge, printed
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import Word, words_of
from habeas.read.anatomy.party import read_parties, read_party
from habeas.read.anatomy.wording import WORDS, alternatives, is_listed, phrase
from habeas.read.furniture import Use

_WE = r"(?:we|i|nous|je|wir|ich|мы|я|ми|noi|io)"
# What is asked for begins here, or the sentence ends.
_END = re.compile(
    r"\s(?:to|that|not|for|and\s+to|in|on|über|zu|auf|dass|de|à|que|afin|pour"
    r"|что|чтобы|с|о|немедленно|остановить|прекратить|освободить|не|щоб|негайно|a\s+que|di|aby|o)"
    r"(?=\s|$)|\s(?:d['’]|qu['’]|immediately|urgently)|[.;:!?“”\"«(]",
    re.I,
)
_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")
_AND = re.compile(
    r",\s+(?:and\s+|et\s+|и\s+)?|\s(?:and|et|и|und|y|та|i|e)\s+(?:on\s+|à\s+|al\s+|к\s+)?"
)


def called(lines: list[Line]) -> list[Addressed]:
    """Return those whom the author calls upon, in order."""
    found = [one for line in lines if line.use is Use.BODY for one in _asked(line)]
    return merge(found)


def pressed(title: str, start: int) -> list[Addressed]:
    """Return whom a title tells the reader to press: ``Tell X to …``; `start` is its place."""
    verb = re.compile(rf"(?<!\w)(?:{alternatives('addressed', 'press')})\s+", re.I).search(title)
    if verb is None:
        return []
    end = _END.search(title, verb.end())
    stop = end.start() if end else len(title)
    return [
        Addressed(
            printed(title, party.name),
            printed(title, party.office),
            Span(start + party.whole[0], start + party.whole[1]),
        )
        for party in read_parties(title, verb.end(), stop)
        if title[slice(*party.whole)].lower() not in lexicon.words(WORDS, "addressed", "nobody")
    ]


def _asked(line: Line) -> list[Addressed]:
    if not phrase("addressed", "ask").search(line.text):
        return []
    found: list[Addressed] = []
    plain = _QUOTED.sub(lambda quote: " " * len(quote[0]), line.text)
    for ask in _asking().finditer(plain):
        end = _END.search(line.text, ask.end())
        stop = end.start() if end else len(line.text)
        if end and end[0].strip() in (".", ";", ":", "!", "?"):
            continue
        found += _list(line, ask.end(), stop)
    return found


@cache
def _asking() -> re.Pattern[str]:
    """Return the pattern of asking in the first person, which some languages say in the verb."""
    bare = "|".join(alternatives("addressed", "ask", tongue) for tongue in ("ru", "es", "uk", "it"))
    asks = alternatives("addressed", "ask")
    return re.compile(rf"(?<!\w){_WE}\s+(?:\w+\s+){{0,2}}?(?:{asks})\s+|(?<!\w)(?:{bare})\s+", re.I)


def _list(line: Line, start: int, end: int) -> list[Addressed]:
    """Return the bodies and persons of a running list."""
    found: list[Addressed] = []
    at = start
    for mark in [*_AND.finditer(line.text, start, end), None]:
        stop = mark.start() if mark else end
        one = _one(line, at, stop)
        if one is None:
            return found
        found.append(one)
        at = mark.end() if mark else stop
    return found


def _one(line: Line, start: int, end: int) -> Addressed | None:
    words = words_of(line.text, start, end)
    while words and is_listed(words[0].text, "article"):
        words = words[1:]
    if not words or len(words) > 12 or not _can_act(words):
        return None
    party = read_party(line.text, words[0].start, words[-1].end)
    place = words[0].start, words[-1].end
    if party and party.name and party.office:
        name, office = line.text[slice(*party.name)], line.text[slice(*party.office)]
        return Addressed(" ".join(name.split()), " ".join(office.split()), line.span(*party.whole))
    name = " ".join(line.text[slice(*place)].split())
    return Addressed(name, None, line.span(*place))


def _can_act(words: list[Word]) -> bool:
    """Say whether words may name one who can act: no pronoun, no part of another sentence."""
    first = words[0]
    if first.text.lower() in lexicon.words(WORDS, "addressed", "nobody"):
        return False
    known = (w.is_office or w.is_body or is_listed(w.text, "group") for w in words)
    return first.text[0].isupper() or any(known)
