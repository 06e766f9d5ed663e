"""Find the salutations of a letter: ``Dear Minister Roe,`` or a call such as ``Citizens!``.

Says where they stand and whom they greet. A greeting that names nobody (``Dear Sirs``) is found
too, since it tells a letter from a statement.
"""

import re
from dataclasses import dataclass

from habeas.model import Span
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import words_of
from habeas.read.anatomy.party import Party, Place, bare, read_parties
from habeas.read.anatomy.wording import WORDS, phrase
from habeas.read.furniture import Use
from habeas.read.lexicon import words

_INLINE = re.compile(r"[^,!:.\n]{3,80}?(?:(?:(?:Mr|Ms|Mrs|Dr|M|Mme|St)\.)[^,!:.\n]{1,80}?)?[,!]")
_LEAD = re.compile(r"[\s\"“”«»'*>-]*")
LONGEST = 200  # characters of a salutation on a line of its own
WORDS_MOST = 22


@dataclass(frozen=True, slots=True)
class Salutation:
    """A greeting: its line, its place, those greeted; `alone` where the line is nothing else."""

    line: Line
    place: Place
    parties: tuple[Party, ...]
    alone: bool

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return self.line.span(*self.place)

    @property
    def collective(self) -> bool:
        """Say whether it calls to a public rather than to an office."""
        return any(party.collective for party in self.parties)


def find_salutations(lines: list[Line]) -> list[Salutation]:
    """Return the salutations in order."""
    found = (_salutation(line) for line in lines if line.use is Use.BODY)
    return [one for one in found if one]


def _salutation(line: Line) -> Salutation | None:
    lead = _LEAD.match(line.text)
    start = lead.end() if lead else 0
    greeting = phrase("salutation", "greeting").match(line.text, start)
    vocative = phrase("salutation", "vocative").match(line.text, start)
    if not greeting and not vocative:
        return None
    end = len(line.text.rstrip(' ,!:.;*"”»'))
    if len(line.text) <= LONGEST and _is_alone(line.text, greeting is not None):
        return Salutation(line, (start, end), _greeted(line.text, start, end), alone=True)
    inline = _INLINE.match(line.text, start)
    if greeting and inline and _calls(line.text, start):
        place = start, inline.end() - 1
        return Salutation(line, place, _greeted(line.text, *place), alone=False)
    return None


def _is_alone(text: str, greets: bool) -> bool:
    text = text.rstrip(' *"”»')
    ends = text.endswith((",", "!", ":", ";")) or (greets and not text.endswith("?"))
    if not ends or len(text.split()) > WORDS_MOST:
        return False
    inner = re.sub(r"\b[^\W\d_]{1,4}\.", "", text.rstrip("!.,:; "))
    return not re.search(r"[.!?]\s", inner)


def _calls(text: str, start: int) -> bool:
    """Say whether a greeting that opens a paragraph is one: a capital word follows it."""
    found = phrase("salutation", "greeting").match(text, start)
    rest = words_of(text, found.end())[:1] if found else []
    return bool(rest) and (rest[0].text[0].isupper() or rest[0].text.lower() in _collective())


def _collective() -> frozenset[str]:
    return words(WORDS, "salutation", "collective")


def _greeted(text: str, start: int, end: int) -> tuple[Party, ...]:
    """Return those greeted between two greetings or the ends."""
    marks = [found.span() for found in phrase("salutation", "greeting").finditer(text, start, end)]
    marks = [pair for pair in marks if pair[0] == start or _parts(text, pair[0])]
    inner = [pair[1] for pair in marks] or [start]
    if not marks or marks[0][0] > start:
        inner = sorted({start, *inner})
    outer = [pair[0] for pair in marks if pair[0] > inner[0]] + [end]
    parties: list[Party] = []
    for left, right in zip(inner, outer, strict=False):
        parties += _read(text, left, right)
    return tuple(parties)


def _parts(text: str, at: int) -> bool:
    return bool(re.search(r"(?:,|\band|\bet|\bи|\bund|\by)\s*$", text[max(0, at - 6) : at]))


def _read(text: str, start: int, end: int) -> list[Party]:
    here = text[start:end].strip(' ,.!;:«»"“”')
    if not here or here.lower() in words(WORDS, "salutation", "nobody"):
        return []
    found = words_of(text, start, end)
    if any(word.text.lower() in _collective() for word in found[:4]):
        place = found[0].start, found[-1].end
        return [Party(place, place, collective=True)]
    # "Monsieur le Président", "Mr. President": the title is no name.
    while len(found) > 1 and found[0].is_honorific:
        found = found[1:]
    found = bare(found)
    if not found or all(word.is_honorific for word in found):
        return []
    return read_parties(text, found[0].start, found[-1].end)
