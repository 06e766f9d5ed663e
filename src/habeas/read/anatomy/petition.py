"""Read what a petition platform prints: who started it and how many have signed.

The number is the one printed; a goal or a threshold is no number of supporters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from habeas.model import Petition, Span
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import extent, is_person, person_words, words_of
from habeas.read.anatomy.wording import alternatives, phrase
from habeas.read.furniture import Use
from habeas.read.lexicon import words

_NUMBER = (
    r"(?P<number>\d{1,3}(?:[ ,.\xa0\u202f'’]\d{3})+|\d+)"
    r"(?P<more>\s*(?:k|тыс\.?|tys\.?|mil|mille)\b)?"
)
_DIGIT = re.compile(r"\d")
_GOAL = re.compile(
    r"(?:goal|target|requirement|threshold|needed|next|objectif|цель|нужно|необходимо|ziel|objetivo|of|из|sur|von|de|з|su|z)\s+(?:of\s+|de\s+|:\s*)?$",
    re.I,
)
_SINGLE = 1  # "a single signature" is no count of supporters


@dataclass(frozen=True, slots=True)
class Platform:
    """What a platform prints about a petition; `starter` is where the starter is named.

    `printed` says that the count stands by itself and is not told in a sentence of the text.
    """

    petition: Petition | None
    starter: Span | None
    lines: tuple[Line, ...]
    printed: bool = False
    target: tuple[Line, int] | None = None


def find_platform(lines: list[Line]) -> Platform:
    """Return the petition's count and starter as the page prints them."""
    counted = [(line, found) for line in lines if (found := _count(line.text))]
    counted += [(one, found) for one, other in pairwise(lines) if (found := _parted(one, other))]
    started = [(line, place) for line in lines if (place := _starter(line.text))]
    petition = None
    if counted:
        line, found = max(counted, key=lambda pair: _value(pair[1]))
        span = line.span(found.start("number"), found.end())
        petition = Petition(starter=None, supporters=_value(found), span=span)
    footers = {line.index: line for line, _ in counted + started if len(line.text) < 400}
    footers |= {line.index: line for line in _under(lines, footers)}
    starter = next((line.span(*place) for line, place in started), None)
    target = next((aim for line, _ in started if (aim := _target(line))), None)
    printed = any(not line.is_prose for line, _ in counted)
    return Platform(petition, starter, tuple(footers.values()), printed, target)


def _under(lines: list[Line], footers: Iterable[int]) -> list[Line]:
    """Return the lines of buttons under what a platform prints: ``Sign this | Share | Print``."""
    top = min(footers, default=None)
    return [] if top is None else [line for line in lines if line.index > top and _is_bar(line)]


def _is_bar(line: Line) -> bool:
    parts = [part.strip().lower() for part in re.split(r"\s+[|·•]\s+", line.text)]
    known = words("furniture", "navigation")
    calls = (part in known or phrase("petition", "call").match(part) for part in parts)
    return len(parts) > 1 and line.use is not Use.FOOTER and any(calls)


def _parted(line: Line, following: Line) -> re.Match[str] | None:
    """Return a number on a line of its own whose next line says what it counts."""
    if len(line.text) > 12 or not phrase("petition", "counted").fullmatch(following.text.strip()):
        return None
    return re.fullmatch(rf"\s*{_NUMBER}\s*", line.text)


def _target(line: Line) -> tuple[Line, int] | None:
    """Return where a line such as ``X started this petition to Y`` names Y."""
    found = phrase("petition", "started").search(line.text)
    to = re.compile(rf"\s+(?:{alternatives('preposition', 'to')})\s+(?=\S)", re.I)
    after = to.match(line.text, found.end()) if found else None
    return (line, after.end()) if after else None


def _count(text: str) -> re.Match[str] | None:
    """Return the largest number of supporters that a line prints."""
    if not _DIGIT.search(text):
        return None
    after, before, of_goal = _counts()
    found = [one for pattern in (after, before) for one in pattern.finditer(text)]
    found = [one for one in found if not _GOAL.search(text[: one.start("number")])]
    return max(found, key=_value, default=None) or of_goal.search(text)


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    """Return patterns of ``500 signatures``, ``signatures: 500``, ``500 of 900 signatures``."""
    words = alternatives("petition", "counted")
    goal = r"\s+(?:of|из|sur|von|de|з|su|z|/)\s+[\d ,.\xa0]+\s*"
    forms = (
        rf"(?<![\w.,]){_NUMBER}\+?\s+(?:\w+\s+)?(?:{words})",
        rf"(?:{words})\s*[:–-]\s*{_NUMBER}",
        rf"{_NUMBER}{goal}(?:{words})",
    )
    return tuple(re.compile(form, re.I) for form in forms)


def _value(found: re.Match[str]) -> int:
    value = int(re.sub(r"\D", "", found["number"]))
    return value * 1000 if found["more"] else value


def _starter(text: str) -> tuple[int, int] | None:
    """Return where a line names the starter of the petition."""
    found = phrase("petition", "started").search(text)
    if found:
        name = words_of(text, 0, found.start())
        return extent(person_words(name)) if 0 < len(name) <= 12 else None
    found = phrase("petition", "starter").match(text)
    if found and len(text) < 120:
        name = words_of(text, found.end())
        cut = next((i for i in range(len(name), 1, -1) if is_person(name[:i])), len(name))
        return extent(person_words(name[:cut])) if name[:cut] else None
    return None
