"""Find who signed: after a closing or a header, at the end, in "I, Name, …", in the title.

Takes the surest place that names anybody. Coordinators printed under the names are kept aside;
who reports a letter, or carries it, is no signatory of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from habeas.model import Signatory, Span
from habeas.read.anatomy.description import Description, describe
from habeas.read.anatomy.front import is_header, read_header
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import holds_body, holds_office, is_person, words_of
from habeas.read.anatomy.signature import Entry, read_entries, read_list
from habeas.read.anatomy.wording import WORDS, alternatives, phrase
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import words

_STEMS = re.compile(
    r"\b(?:sign(?:ed|ator|ature|ing)|undersign|co-?sign|endors|support(?:ing|ed)\s+(?:org|by)|подпис|нижеподпис|signata|sousign|soussign|unterzeich|firmant|abajo|підпис|sygnat|podpis|firmatar|sottoscri)",
    re.I,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_CONTACT = re.compile(r"@|https?:|www\.|\+?\d[\d\s()-]{6,}\d")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+[^\W\d_a-zа-я]")
LONGEST = 240  # characters of a signature line
PLAIN = 8  # words of an unmarked name after a closing


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature on its line."""

    line: Line
    entry: Entry

    def as_printed(self) -> Signatory:
        """Return it for the reading."""
        about = self.entry.about
        return Signatory(
            name=self._words(self.entry.name) or "",
            span=self.line.span(*self.entry.place),
            role=self._words(about.role),
            affiliation=_unquoted(self._words(about.affiliation)),
            country=self._words(about.country),
            political_group=self._words(about.group),
        )

    def _words(self, place: tuple[int, int] | None) -> str | None:
        return " ".join(self.line.text[slice(*place)].split()) if place else None


def _unquoted(words: str | None) -> str | None:
    return words.strip('«»“”"‘’') or None if words else None


@dataclass(frozen=True, slots=True)
class Signatures:
    """What stands under a letter: who signed, where, and a bare coordinating role."""

    signatories: tuple[Signatory, ...] = ()
    zone: tuple[Span, ...] = ()
    coordinator: Span | None = None
    marked: bool = False


def find_signatures(lines: list[Line]) -> Signatures:
    """Return the signatures under a letter, or the author's naming of himself in it."""
    body = [line for line in lines if line.use is Use.BODY and line.shape is not Shape.RULE]
    marked = _collect(_marked(body))
    if marked.signatories:
        return replace(marked, marked=True)
    found = _collect(_trailing(body))
    return found if found.signatories else _declared(body)


def _marked(body: list[Line]) -> Iterator[tuple[Line, int, bool]]:
    """Yield the lines after each header of signatures and after the last closing."""
    closing = max((i for i, line in enumerate(body) if _closing_end(line) is not None), default=-1)
    taken = -1
    for i, line in enumerate(body):
        start = _header_end(line, body[i + 1 : i + 2])
        sure = start is not None
        if i == closing and not sure:
            start = _closing_end(line)
        if start is None or i <= taken:
            continue
        if line.text[start:].strip(" :,."):
            yield line, start, sure
        for j in range(i + 1, len(body)):
            if body[j].index > body[j - 1].index + 2 or _ends(body[j], sure=sure):
                break
            if _header_end(body[j], body[j + 1 : j + 2]) is not None:
                break
            taken = j
            yield body[j], 0, sure


def _closing_end(line: Line) -> int | None:
    """Return where a closing ends, such as ``Sincerely yours,``."""
    found = phrase("closing").match(line.text.lstrip("*_ "))
    if not found or len(line.text) > LONGEST:
        return None
    rest = line.text[found.end() :]
    if _is_formal(line.text) or not rest.strip(" ,.!;:") or re.match(r"\s*[,!–—]", rest):
        at = re.search(
            r"[,.!;:–—]\s*(?=\S+\s+\S+)(?!.*[,.!;:–—]\s*\S+\s+\S+\s+\S+\s+\S+\s+\S+)|$", line.text
        )
        tail = line.text[at.end() :] if at else ""
        named = is_person(words_of(tail)) or _begins_person(tail)
        return at.end() if at and named else len(line.text)
    return None


def _begins_person(text: str) -> bool:
    entries = read_entries(text)
    return bool(entries) and entries[0].person


def _is_formal(text: str) -> bool:
    """Say whether a sentence is a closing formula, as French letters print."""
    return bool(
        re.match(r"(?:nous|je|veuillez|recevez|agréez|dans|sin otro|le saluda)", text, re.I)
    )


def _header_end(line: Line, following: list[Line]) -> int | None:
    """Return where a header of signatures ends on its line."""
    headed = read_header(line)
    if is_header(headed, "signed", "header") and headed:
        return headed.at
    bare = " ".join(re.sub(r"\([^()]*\)|\d+", "", line.text).strip(" :*.,_").lower().split())
    if bare in words(WORDS, "signed", "header"):
        return len(line.text)
    ends = line.text.rstrip(" *").endswith(":") and len(line.text.split()) <= 20
    lists = bool(following) and not following[0].is_prose
    return len(line.text) if ends and lists and _STEMS.search(line.text) else None


def _ends(line: Line, *, sure: bool) -> bool:
    """Say whether the signatures are over at this line."""
    bare = line.text.strip(" :*#").lower()
    if bare in words("furniture", "navigation") and not sure:
        return True
    if bare in words(WORDS, "page", "stop") or is_header(read_header(line), "page", "stop"):
        return True
    if _counts(line.text) or phrase("petition", "started").search(line.text):
        return True
    long = len(line.text) > LONGEST or line.is_prose
    return (long or bool(_SENTENCE.search(line.text))) and not (sure and "\t" in line.text)


def _counts(text: str) -> bool:
    return bool(re.search(r"\d", text) and phrase("petition", "counted").search(text))


def _trailing(body: list[Line]) -> Iterator[tuple[Line, int, bool]]:
    """Yield the lines at the end that read as signatures though nothing announces them."""
    end = len(body)
    while end and _is_after(body[end - 1]):
        end -= 1
    start = end
    while start and _may_sign(body[start - 1]):
        start -= 1
    zone = body[start:end]
    if start == 0 or not any(_surely_signs(line) for line in zone):
        return
    first = next(i for i, line in enumerate(zone) if _surely_signs(line) or _is_role(line))
    yield from ((line, 0, False) for line in zone[first:])


def _is_after(line: Line) -> bool:
    """Say whether a line at the end is furniture that no one marked."""
    if _counts(line.text) or phrase("petition", "started").search(line.text):
        return True
    return not (_surely_signs(line) or line.is_prose or _is_role(line))


def _may_sign(line: Line) -> bool:
    if len(line.text) > LONGEST or line.is_prose or line.shape in (Shape.HEADING, Shape.QUOTE):
        return False
    if line.text.rstrip().endswith(("?", "!", ":")) or _SENTENCE.search(line.text):
        return False
    return (
        _surely_signs(line) or _is_role(line) or bool(_DATED.search(line.text)) or _is_named(line)
    )


def _is_named(line: Line) -> bool:
    found = words_of(line.text)
    capital = sum(not word.text[0].islower() for word in found)
    return bool(found) and capital * 2 > len(found) and (holds_body(found) or is_person(found))


def _surely_signs(line: Line) -> bool:
    """Say whether a line names a person in the form of a signature."""
    text = line.text.strip()
    if len(text) > LONGEST or text.endswith(("?", "!", ":")) or _SENTENCE.search(text):
        return False
    if line.is_prose and text.endswith("."):
        return False
    entries = read_entries(line.text)
    return (
        bool(entries) and all(entry.person for entry in entries) and not _is_clause(line, entries)
    )


def _is_clause(line: Line, entries: list[Entry]) -> bool:
    """Say whether a line that begins with a name goes on as a sentence."""
    last = entries[-1]
    rest = line.text[last.name[1] :] if last.name else ""
    return bool(re.match(r"\s+[a-zа-яё]", rest)) and not holds_office(words_of(rest)[:3])


def _is_role(line: Line) -> bool:
    entries = read_entries(line.text)
    return len(entries) == 1 and entries[0].name is None and not line.text.endswith(".")


def _collect(zone: Iterator[tuple[Line, int, bool]]) -> Signatures:
    """Put the lines of a zone together: names, the roles and bodies printed beside them."""
    signed: list[Signed] = []
    held: Signed | None = None
    spans: list[Span] = []
    coordinator: Span | None = None
    for line, start, sure in zone:
        if _is_skipped(line, start, sure=sure):
            continue
        spans.append(line.whole)
        for one in _read(line, start, sure=sure):
            if one.entry.name is None:
                if _is_coordinator(one):
                    coordinator = line.span(*one.entry.place)
                signed, held = _place_role(signed, held, one)
            elif held and one.entry.person and not one.entry.about.role:
                signed, held = [*signed, _with(one, held)], None
            else:
                signed, held = _place_name(signed, one, sure=sure), held
    found = tuple(one.as_printed() for one in signed)
    return Signatures(found, tuple(spans), coordinator)


def _is_coordinator(one: Signed) -> bool:
    return bool(re.match(r"(?:co-?ordinat|координатор|coord|koordinat)", one.line.text, re.I))


def _is_skipped(line: Line, start: int, *, sure: bool) -> bool:
    text = line.text[start:].strip()
    if not text or (_CONTACT.search(text) and not is_person(words_of(text)[:2])):
        return True
    if phrase("phone", "words").match(text) and len(text) < 80:
        return True
    dated = _DATED.search(text) and len(text.split()) < 10 and not re.match(r"\d+[.)]\s", text)
    return bool(dated) or (sure and text.endswith(":") and start == 0)


def _read(line: Line, start: int, *, sure: bool) -> list[Signed]:
    entries = read_entries(line.text, start)
    if start and len(entries) == 1 and not entries[0].person:
        entries = read_list(line.text, start, len(line.text)) or entries
    return [Signed(line, entry) for entry in entries if sure or _is_plain(line, entry)]


def _is_plain(line: Line, entry: Entry) -> bool:
    """Say whether a line that no header announces may be a signature."""
    found = words_of(line.text, *entry.place)
    capital = sum(not word.text[0].islower() for word in found)
    return (
        entry.person
        or entry.name is None
        or holds_body(found)
        or (len(found) <= PLAIN and capital * 2 >= len(found) and not found[0].text[0].islower())
    )


def _place_role(
    signed: list[Signed], held: Signed | None, one: Signed
) -> tuple[list[Signed], Signed | None]:
    """Give a bare role to the name before it, or keep it for the name after it."""
    last = signed[-1] if signed else None
    if last and last.entry.person and not last.entry.about.role and held is None:
        return [*signed[:-1], _with(last, one)], None
    return signed, one


def _with(name: Signed, role: Signed) -> Signed:
    """Return a signature with the role of another line, its words brought to one line."""
    return _Joined(name.line, name.entry, role)


@dataclass(frozen=True, slots=True)
class _Joined(Signed):
    """A signature whose role or body stands on a line of its own."""

    other: Signed

    def as_printed(self) -> Signatory:
        one = Signed(self.line, self.entry).as_printed()
        more = self.other.as_printed()
        return replace(
            one,
            role=one.role or more.role,
            affiliation=one.affiliation or more.affiliation or (more.name or None),
            country=one.country or more.country,
        )


def _place_name(signed: list[Signed], one: Signed, *, sure: bool) -> list[Signed]:
    """Add a name; a body printed right under a person is where the person belongs."""
    last = signed[-1] if signed else None
    beneath = last and last.line.group == one.line.group and last.line.index + 2 >= one.line.index
    if (
        last
        and beneath
        and not sure
        and last.entry.person
        and not one.entry.person
        and not last.entry.about.affiliation
        and not isinstance(last, _Joined)
    ):
        return [*signed[:-1], _with(last, one)]
    return [*signed, one]


def _declared(body: list[Line]) -> Signatures:
    """Return those who name themselves: "I, Name, mayor of X, declare"."""
    for line in body:
        for found in _self_naming().finditer(line.text):
            entries = _self_named(line, found.end())
            if entries:
                return Signatures(tuple(Signed(line, entry).as_printed() for entry in entries))
    return Signatures()


@cache
def _self_naming() -> re.Pattern[str]:
    """Return the pattern of "I, " or "Je soussigné " before a capital word."""
    pronouns = alternatives("signed", "self")
    return re.compile(
        rf"(?<!\w)(?:(?:{pronouns}),\s+(?:the\s+undersigned,?\s+)?"
        rf"|(?:\w+,?\s+)?(?:sous-?signée?s?|нижеподписавш\w+|abajo\s+firmantes?),?\s+)"
        r"(?=(?-i:[^\W\d_a-zа-яё]))",
        re.I,
    )


def _self_named(line: Line, at: int) -> list[Entry]:
    """Return the names after "I," up to the verb; an office of the line is their role."""
    stop = re.search(r"[.!?;:](?:\s|$)", line.text[at:])
    end = at + stop.start() if stop else len(line.text)
    entries = read_list(line.text, at, end)
    if not entries or not entries[0].person:
        return []
    people = [entry for entry in entries if entry.person]
    if len(people) > 1 or people[0].name is None:
        return people
    comma = line.text.find(",", people[0].name[1], end)
    after = line.text.find(",", comma + 1, end) if comma >= 0 else -1
    role = describe(line.text, comma, after) if after > 0 else Description()
    last = after if role.role else people[0].name[1]
    return [replace(people[0], about=role, place=(at, last))]


def of_text(text: str, start: int) -> tuple[Signatory, ...]:
    """Return the signatories that a stretch of the document at `start` names, persons or bodies."""
    found = []
    for entry in read_entries(text):
        if entry.name and (entry.person or holds_body(words_of(text, *entry.name))):
            about = entry.about
            role = " ".join(text[slice(*about.role)].split()) if about.role else None
            name = " ".join(text[slice(*entry.name)].split())
            span = Span(start + entry.place[0], start + entry.place[1])
            found.append(Signatory(name=name, span=span, role=role))
    return tuple(found)
