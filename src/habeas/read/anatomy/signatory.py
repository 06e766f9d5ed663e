"""Find who signed: under the letter, in "I, Name, …", or in what a stretch of text names.

Takes the surest place that names anybody. Coordinators printed under the names are kept aside;
who reports a letter, or carries it, is no signatory of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from habeas.model import Signatory, Span
from habeas.read.anatomy.description import Description, describe
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import holds_body, holds_office, holds_post, words_of
from habeas.read.anatomy.party import Place
from habeas.read.anatomy.signature import LISTED, Entry, read_entries, read_list, split, tells
from habeas.read.anatomy.wording import alternatives, is_listed, phrase
from habeas.read.anatomy.zone import Row, is_skipped, leading, marked, posting, trailing
from habeas.read.furniture import Use
from habeas.read.layout import Shape

_ARTICLE = re.compile(r"(?:the|le|la|les|l['’]|der|die|das|el|los|las|il)(?:\s+|(?<=['’]))", re.I)
PLAIN = 8  # words of an unmarked name after a closing
_COORDINATOR = re.compile(r"(?:co-?ordinat|координатор|coord|koordinat)", re.I)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature on its line, with what lines beside it say of the signatory."""

    line: Line
    entry: Entry
    beside: tuple["Signed", ...] = ()

    def as_printed(self) -> Signatory:
        """Return it for the reading."""
        about = self.entry.about
        own = Signatory(
            name=self.name,
            span=self.line.span(*self.entry.place),
            role=self.words(about.role),
            affiliation=_unquoted(self.words(about.affiliation)),
            country=self.words(about.country),
            political_group=self.words(about.group),
        )
        for other in self.beside:
            own = _under(own, other.as_printed())
        return own

    @property
    def name(self) -> str:
        """The name as printed; ``Ann and Tom Roe`` print the surname of both once."""
        parts = (self.words(place) for place in (self.entry.name, self.entry.surname))
        return " ".join(part for part in parts if part)

    def words(self, place: Place | None) -> str | None:
        """Return the words at a place of the line, every run of spaces made one."""
        return " ".join(self.line.text[slice(*place)].split()) if place else None

    @property
    def lacks_role(self) -> bool:
        """Say whether it is a person's, and nothing says yet what the person is."""
        known = self.entry.about.role or any(one.entry.about.role for one in self.beside)
        return self.entry.person and not known

    @property
    def lacks_body(self) -> bool:
        """Say whether it is a person's, and nothing says yet where the person belongs."""
        beside = any(one.entry.name or one.entry.about.affiliation for one in self.beside)
        return self.entry.person and not self.entry.about.affiliation and not beside

    def with_(self, other: "Signed") -> "Signed":
        """Return it with what another line says."""
        return replace(self, beside=(*self.beside, other))


def _unquoted(words: str | None) -> str | None:
    """Return a name without its article, and without quote marks around the whole of it."""
    if words:
        words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    if words and words[0] in '«“"‘' and words[-1] in '»”"’':
        return words[1:-1].strip() or None
    return words


def _under(one: Signatory, more: Signatory) -> Signatory:
    return replace(
        one,
        role=one.role or more.role,
        affiliation=one.affiliation or more.affiliation or more.name or None,
        country=one.country or more.country,
    )


@dataclass(frozen=True, slots=True)
class Signatures:
    """What stands under a letter: who signed, where, and a bare coordinating role."""

    signatories: tuple[Signatory, ...] = ()
    zone: tuple[Span, ...] = ()
    coordinator: Span | None = None


def find_signatures(lines: list[Line]) -> Signatures:
    """Return the signatures under a letter, or the author's naming of himself in it."""
    body = [line for line in lines if line.use is Use.BODY and line.shape is not Shape.RULE]
    body = body[: posting(body)]
    found = _gather(marked(body))
    if not found.signatories:
        found = _gather(trailing(body))
    if not found.signatories:
        found = _gather(leading(body))
    return found if found.signatories else _declared(body)


def _gather(rows: Iterable[Row]) -> Signatures:
    """Put the rows of a zone together: names, the roles and bodies printed beside them."""
    kept = [row for row in rows if not is_skipped(row)]
    coordinator = next((row for row in kept if _coordinates(row)), None)
    signing = [row for row in kept if not _coordinates(row)]
    single = _tell(signing)
    read = [(row, one) for row in signing for one in _read(row, single=single)]
    bodies = all(row.sure for row, _ in read) and not any(one.entry.person for _, one in read)
    gathering = _Gathering(bodies)
    for row, one in read:
        gathering.add(one, sure=row.sure)
    signed = tuple(one.as_printed() for one in gathering.finish())
    named = coordinator.line.whole if coordinator else gathering.coordinator
    return Signatures(signed, tuple(row.line.whole for row in kept), named)


def _coordinates(row: Row) -> bool:
    """Say whether a line tells who coordinated the letter: a remark on it, and no signature."""
    return phrase("signed", "coordination").match(row.line.text, row.start) is not None


def _tell(rows: list[Row]) -> bool:
    """Say whether the lines are signed by one person each, with commas before what is said."""
    listing = [row for row in rows if "," in row.line.text]
    return 2 * sum(tells(row.line.text, row.start) for row in listing) >= max(len(listing), 2)


def _read(row: Row, *, single: bool) -> list[Signed]:
    line, start = row.line, row.start
    entries = read_entries(line.text, start, single=single)
    listed = start > 0 or line.text.count(",") > 2 or line.is_prose
    if ";" in line.text and row.sure:
        entries = read_list(line.text, start, len(line.text))
    elif listed and len(entries) == 1 and not entries[0].person:
        entries = read_list(line.text, start, len(line.text)) or entries
    return [Signed(line, entry) for entry in entries if row.sure or _is_plain(line, entry)]


def _is_plain(line: Line, entry: Entry) -> bool:
    """Say whether a line that no header announces may be a signature."""
    if entry.person or entry.name is None:
        return True
    found = words_of(line.text, *entry.place)
    capital = sum(not word.text[0].islower() for word in found)
    short = len(found) <= PLAIN and capital * 2 >= len(found)
    return holds_body(found) or (short and not found[0].text[0].islower())


def _as_role(one: Signed) -> Signed:
    """Return a line beneath a person that holds a post as what it says of the person."""
    if not holds_post(words_of(one.line.text, *one.entry.place)):
        return one
    about = describe(one.line.text, *one.entry.place)
    return replace(one, entry=replace(one.entry, name=None, about=about))


@dataclass(slots=True)
class _Gathering:
    """Signatures in the making; `bodies` where only bodies sign, so that no line is a role."""

    bodies: bool
    signed: list[Signed] = field(default_factory=list)
    held: Signed | None = None
    coordinator: Span | None = None

    def add(self, one: Signed, *, sure: bool) -> None:
        """Take one signature, or give what it says to its neighbour."""
        if one.entry.name is None:
            self._add_role(one)
        elif self._is_role_of_last(one):
            about = describe(one.line.text, *one.entry.place)
            self._describe_last(replace(one, entry=replace(one.entry, name=None, about=about)))
        elif self.held and one.entry.person and (not one.entry.about.role or self._is_behalf):
            self.signed.append(one.with_(self.held))
            self.held = None
        elif not sure and not one.entry.person and self._is_beneath(one):
            self._describe_last(_as_role(one))
        else:
            self.signed.append(one)

    def finish(self) -> list[Signed]:
        """Return the signatures; a body or a family for which nobody signed signs itself."""
        if self.held and (self._is_behalf or not self.signed):
            entry = self.held.entry
            name = entry.about.affiliation if self._is_behalf else entry.place
            alone = replace(entry, name=name, about=Description())
            self.signed.append(replace(self.held, entry=alone))
        return self.signed

    @property
    def _is_behalf(self) -> bool:
        return self.held is not None and self.held.entry.about.role is None

    def _add_role(self, one: Signed) -> None:
        if _COORDINATOR.match(one.line.text):
            self.coordinator = one.line.span(*one.entry.place)
        if self.bodies:
            named = replace(one.entry, name=one.entry.place, about=Description())
            self.signed.append(replace(one, entry=named))
        elif (
            self.held is None
            and one.entry.about.role
            and self.signed
            and self.signed[-1].lacks_role
        ):
            self._describe_last(one)
        else:
            self.held = one

    def _is_role_of_last(self, one: Signed) -> bool:
        """Say whether a role and a doubtful name are a role in a body under a person's name."""
        return one.entry.titled and self._is_beneath(one) and self.signed[-1].lacks_role

    def _is_beneath(self, one: Signed) -> bool:
        """Say whether a line stands right under a person who lacks a body."""
        last = self.signed[-1] if self.signed else None
        if last is None or not last.lacks_body or last.line.group != one.line.group:
            return False
        return one.line.index <= last.line.index + 1 + len(last.beside)

    def _describe_last(self, one: Signed) -> None:
        self.signed[-1] = self.signed[-1].with_(one)


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
    stop = re.search(r"[.!?;:](?=\s+[^\W\d_a-zа-яё]|\s*$)", line.text[at:])
    end = at + stop.start() if stop else len(line.text)
    entries = read_list(line.text, at, end)
    if not entries or not entries[0].person:
        return []
    people = [entry for entry in entries if entry.person]
    if len(people) > 1 or people[0].name is None:
        return people
    comma = line.text.find(",", people[0].name[1], end)
    after = line.text.find(",", comma + 1, end) if comma >= 0 else -1
    said = words_of(line.text, comma, after) if after > 0 else []
    nominal = said and (is_listed(said[0].text, "article") or holds_office(said[:4]))
    role = describe(line.text, comma, after) if nominal else Description()
    last = after if role.role else people[0].name[1]
    return [replace(people[0], about=role, place=(at, last))]


def of_text(text: str, start: int) -> tuple[Signatory, ...]:
    """Return the signatories that a stretch of the document at `start` names, persons or bodies."""
    found = []
    parts = split(text, 0, len(text), LISTED)
    several = len(parts) > 2 and all(
        text[slice(*_bare(text, part))][:1].isupper() for part in parts
    )
    entries = [one for part in parts for one in read_entries(text, *part)] if several else None
    for entry in entries or read_entries(text):
        if entry.name and (several or entry.person or holds_body(words_of(text, *entry.name))):
            about = entry.about
            role = " ".join(text[slice(*about.role)].split()) if about.role else None
            name = _unquoted(" ".join(text[slice(*entry.name)].split())) or ""
            span = Span(start + entry.place[0], start + entry.place[1])
            found.append(Signatory(name=name, span=span, role=role))
    return tuple(found)


def _bare(text: str, place: Place) -> Place:
    """Return a place without the article it begins with."""
    article = _ARTICLE.match(text, *place)
    return (article.end() if article else place[0]), place[1]
