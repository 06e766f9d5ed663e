"""Read signature lines: ``Name, Role of the Body``, ``Role Name``, rows of a table, lists.

Reports what is printed: no role is guessed, no name completed. A line that names a body only is a
body's signature; a line with a role only has no name and is for its neighbour.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from habeas.read.anatomy.description import Description, describe
from habeas.read.anatomy.name import (
    Word,
    extent,
    holds_body,
    holds_institution,
    holds_post,
    is_given,
    is_person,
    person_words,
    words_of,
)
from habeas.read.anatomy.party import Place, read_party
from habeas.read.anatomy.wording import alternatives, is_country, is_listed

_LEAD = re.compile(r"(?:[\s\"“”*_/>]|\(?\d{1,4}[.)]\s|[-–—•·▪●✓]\s+|/s/|s/)*")
_TRAIL = re.compile(r"[\s.;,:*_\"”“]+$")
# Others sign along: "Ann Roe, with Tom Roe".
_WITH = re.compile(
    r",?\s+(?:(?:together|along|jointly)\s+with|with|(?:ensemble\s+)?avec|вместе\s+с|с|zusammen\s+mit"
    r"|mit|(?:junto\s+)?con|insieme\s+(?:a|con))\s+(?=[^\W\d_a-zа-я])"
)
# An address or a number on the next line of a signature.
CONTACT = re.compile(
    r"[\n\t]\s*(?:(?:and|et|и|und|y|e|i|та)\s+\d|\S*@|https?:|www\.|\+?\d[\d\s()-]{6,}).*", re.S
)
_BELONGS = re.compile(
    r"\s+(?:of|from|at|de|du|von|vom|из)\s+(?:the\s+|la\s+|l['’])?(?=[^\W\d_a-zа-я])"
)
_CLOSE = re.compile(r"[.!?]?[”»]?")
_APART = re.compile(r"\s*[\n\t|]\s*|\s+[-–—/]+\s+|\s*[–—]\s+|\s*:\s+|,\s+|\s*(?=\()")
_AND = r"(?:and|et|и|und|y|та|і|й|e|i|&|sowie|ainsi\s+que|as\s+well\s+as|а\s+также)"
LISTED = re.compile(rf"\s*(?:;\s*{_AND}\s|;|,\s*{_AND}\s|,|\n|\s{_AND}\s)\s*")
_COORDINATE = re.compile(rf";|\s{_AND}\s")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One signature; `name` and `place` are offsets in the line, `name` None for a bare role.

    `surname` is where a surname stands that is printed once for two: ``Ann and Tom Roe``.
    """

    name: Place | None
    place: Place
    about: Description = field(default_factory=Description)
    surname: Place | None = None
    person: bool = False
    titled: bool = False


def read_entries(
    text: str, start: int = 0, end: int | None = None, *, single: bool = False
) -> list[Entry]:
    """Return the signatures that a line holds; `single` where commas part what is said of one."""
    place = _trim(text, start, len(text) if end is None else end)
    if place[0] >= place[1]:
        return []
    beside = _WITH.search(text, *place)
    if beside and is_person(words_of(text, place[0], beside.start())):
        first = read_entries(text, place[0], beside.start(), single=single)
        return first + read_entries(text, beside.end(), place[1])
    couple = _couple(text, place)
    if couple:
        return couple
    parts = [place] if single and not _COORDINATE.search(text, *place) else _people(text, place)
    return [entry for part in parts if (entry := _entry(text, part))]


def read_list(text: str, start: int, end: int) -> list[Entry]:
    """Return the signatures of a running list such as ``A B (X; Y), C D, lawyer, and E F``."""
    parts = split(text, start, end, LISTED)
    if any(text[a[1] : b[0]].strip() == ";" for a, b in pairwise(parts)):
        parts = split(text, start, end, re.compile(rf"\s*;\s*(?:{_AND}\s)?\s*"))
    entries: list[Entry] = []
    for part in parts:
        entry = _entry(text, _trim(text, *part))
        if entry is None or not _goes_on(text, part):
            break
        entries = _attach(text, entries, entry, part)
    return entries


def _goes_on(text: str, part: Place) -> bool:
    """Say whether a part of a list may be a signature or a remark on one."""
    found = words_of(text, *part)
    return bool(found) and (
        not found[0].text[0].islower()
        or any(word.is_office for word in found[:3])
        or found[0].is_honorific
    )


def _attach(text: str, held: list[Entry], entry: Entry, part: Place) -> list[Entry]:
    """Add an entry, or what it says to the person before it."""
    if held and held[-1].person and not entry.person and not _BRACKET.match(text, part[0]):
        last = held[-1]
        about = describe(text, last.name[1] if last.name else part[0], part[1])
        return [*held[:-1], replace(last, about=about, place=(last.place[0], part[1]))]
    return [*held, entry] if entry.name else held


def _trim(text: str, start: int, end: int) -> Place:
    contact = CONTACT.search(text, start, end)
    end = contact.start() if contact else end
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    tail = _TRAIL.search(text, start, end)
    if tail and not re.search(r"(?:\b[^\W\d_]|\bJr|\bSr|e\.V)$", text[start : tail.start()]):
        end = tail.start()
    elif tail:
        end = tail.start() + (text[tail.start()] == ".")
    if text.count('"', start, end) % 2:
        start -= text[start - 1 : start] == '"'
        end += text[end : end + 1] == '"'
    opened = text[start:end].count("“") + text[start:end].count("«")
    if tail and opened > text[start:end].count("”") + text[start:end].count("»"):
        end += len(_CLOSE.match(text, end)[0])  # type: ignore[index]
    if text[start:end].endswith("’") and "‘" not in text[start:end]:
        end -= 1
    return start, end


def split(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[Place]:
    """Return the parts between marks that stand outside brackets and quotes."""
    closed = [found.span() for found in _BRACKET.finditer(text, start, end)]
    parts, at = [], start
    for found in mark.finditer(text, start, end):
        if not any(a < found.start() < b for a, b in closed) and found.start() >= at:
            parts.append((at, found.start()))
            at = found.end()
    parts.append((at, end))
    return [part for part in parts if text[slice(*part)].strip()]


def _people(text: str, place: Place) -> list[Place]:
    """Part a line in which several people sign, such as ``A B and C D``."""
    parts = split(text, *place, LISTED)
    if len(parts) < 2:
        return [place]
    named = all(is_person(words_of(_BRACKET.sub(_blank, text), *part)) for part in parts)
    bracketed = all(text[slice(*part)].endswith(")") for part in parts)
    joined = _COORDINATE.search(text, *place) or len(parts) > 2 or bracketed
    return parts if named and joined else [place]


def _couple(text: str, place: Place) -> list[Entry]:
    """Read ``Ann and Tom Roe``: two given names and the surname of both."""
    parts = split(text, *place, re.compile(rf"\s+{_AND}\s+"))
    if len(parts) != 2:
        return []
    one, other = (words_of(text, *part) for part in parts)
    if len(one) != 1 or len(other) != 2 or not is_person([*one, other[1]]) or not is_person(other):
        return []
    first = Entry(name=extent(one), surname=extent(other[1:]), place=place, person=True)
    return [first, Entry(name=extent(other), place=place, person=True)]


def tells(text: str, start: int) -> bool:
    """Say whether commas on a line part a person from what is said of him."""
    parts = split(text, *_trim(text, start, len(text)), LISTED)
    if len(parts) < 2 or not is_person(words_of(text, *parts[0])):
        return False
    plain = _BRACKET.sub(_blank, text)
    return not all(is_person(words_of(plain, *part)) for part in parts)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0]) if found[0][0] in "([" else found[0]


def _entry(text: str, place: Place) -> Entry | None:
    """Return the signature that one part of a line holds."""
    start, end = place
    found = words_of(text, start, end)
    if not found:
        return None
    cut = _cut(text, start, end)
    head = words_of(text, start, cut)
    behalf = re.match(rf"(?:{alternatives('signed', 'behalf')})\s", text[start:end], re.I)
    if behalf and not is_person(head):
        return _behalf(text, place, start + behalf.end())
    if is_person(head) or _is_single(head, text, cut, end):
        return _named(text, place, person_words(head))
    return _titled(text, place, head, cut) or _of(text, place) or _body(text, place, found)


def _of(text: str, place: Place) -> Entry | None:
    """Read ``Name of the Body`` or ``Name from Body``, as running lists print it."""
    cut = _BELONGS.search(text, *place)
    if cut is None or not is_person(words_of(text, place[0], cut.start())):
        return None
    name = person_words(words_of(text, place[0], cut.start()))
    about = describe(text, cut.end(), place[1])
    if about.affiliation is None or not holds_institution(words_of(text, *about.affiliation)):
        return None
    return Entry(name=extent(name), place=place, about=about, person=True)


def _cut(text: str, start: int, end: int) -> int:
    closed = [found.span() for found in _BRACKET.finditer(text, start, end)]
    for found in _APART.finditer(text, start, end):
        inside = any(a < found.start() < b for a, b in closed)
        if found.start() > start and not inside and not _is_suffix(text, found.end()):
            return found.start()
    return end


def _is_suffix(text: str, at: int) -> bool:
    found = words_of(text, at, at + 12)
    return bool(found) and is_listed(found[0].text, "suffix") and len(found[0].text) < 4


def _is_single(head: list[Word], text: str, cut: int, end: int) -> bool:
    """Say whether one capital word is a name because a role or a country follows it."""
    named = len(head) == 1 and head[0].looks_named and not head[0].is_office
    rest = words_of(text, cut, end)
    return named and bool(rest) and rest[0].is_office and not head[0].is_body


def _named(text: str, place: Place, name: list[Word]) -> Entry:
    where = extent(name)
    about = describe(text, where[1], place[1])
    return Entry(name=where, place=place, about=about, person=True)


def _titled(text: str, place: Place, head: list[Word], cut: int) -> Entry | None:
    """Read a role with a name after it, ``Role Name`` or ``Role, Name``, or before it."""
    if not holds_post(head):
        return None
    party = read_party(text, place[0], cut)
    if party and party.name and party.office and len(words_of(text, *party.name)) > 1:
        role_first = party.office[0] < party.name[0]
        about = describe(text, party.name[1], place[1])
        if role_first:
            about = about.under(describe(text, *party.office))
        titled = role_first and not is_given(words_of(text, *party.name)[0])
        return Entry(name=party.name, place=place, about=about, person=True, titled=titled)
    after = words_of(text, cut, place[1])
    following = (
        words_of(text, after[0].start, _cut(text, after[0].start, place[1])) if after else []
    )
    if is_person(following) and not (holds_body(head) and not head[0].is_office):
        name = person_words(following)
        about = describe(text, extent(name)[1], place[1]).under(describe(text, place[0], cut))
        titled = not is_given(name[0])
        return Entry(name=extent(name), place=place, about=about, person=True, titled=titled)
    if head[0].is_post or (head[0].is_honorific and not holds_body(head)):
        return Entry(name=None, place=place, about=describe(text, *place))
    return None


def _behalf(text: str, place: Place, at: int) -> Entry | None:
    """Read ``On behalf of the Body: Name``."""
    parts = split(text, at, place[1], _APART)
    for part in parts[1:]:
        if is_person(words_of(text, *part)):
            name = person_words(words_of(text, *part))
            about = describe(text, extent(name)[1], place[1])
            if about.affiliation is None:
                about = replace(about, affiliation=parts[0])
            return Entry(name=extent(name), place=place, about=about, person=True)
    whole = at, place[1]
    if is_person(words_of(text, *whole)):
        return Entry(name=whole, place=place, person=True)
    return Entry(name=None, place=place, about=Description(affiliation=whole))


def _body(text: str, place: Place, found: list[Word]) -> Entry:
    """Read a body's signature; a country or a framework after it is not its name."""
    start, end = found[0].start, place[1]
    start = min(start, next((i for i in range(*place) if text[i] in '«“"‘'), start))
    within = re.search(
        r",?\s+(?:within\s+the\s+framework\s+of|as\s+part\s+of|dans\s+le\s+cadre\s+d[eu]s?|в\s+рамках)\s+(?:the\s+|la\s+|l['’])?",
        text[start:end],
    )
    if within:
        about = Description(affiliation=(start + within.end(), end))
        return Entry(name=(start, start + within.start()), place=place, about=about)
    town = re.search(r",\s+([^\W\d_][\w’'-]*(?:[ -][^\W\d_a-zа-я][\w’'-]*)?)$", text[start:end])
    if town and _is_town(text, (start, start + town.start()), town[1]):
        return Entry(name=(start, start + town.start()), place=place)
    last = re.search(r"(?:,\s+|\s+[-–—]\s+|\s*[\n\t|]\s*|\s*\()([^,()\n\t|]+)\)?$", text[start:end])
    if last and is_country(last[1]):
        about = Description(country=(start + last.start(1), start + last.end(1)))
        return Entry(name=(start, start + last.start()), place=place, about=about)
    return Entry(name=(start, end), place=place)


def _is_town(text: str, body: Place, word: str) -> bool:
    """Say whether a word after a body's name and a comma is where the body sits."""
    found = words_of(word)
    own = any(one.is_body or one.is_office or not one.looks_named for one in found)
    listed = text[slice(*body)].count(",") or is_country(word) or not found
    return not (own or listed) and holds_institution(words_of(text, *body))
