"""Put the parts of a letter together: what it is, who writes to whom, when, and its furniture.

Entities are not named here: the fields for them stay empty until ``names`` has read the text.
"""

import re
from dataclasses import dataclass, replace

from habeas.model import Addressee, Anatomy, Kind, Signatory, Span
from habeas.read.anatomy.addressee import (
    Addressed,
    greeted,
    in_block,
    merge,
    of_line,
    posted,
    printed,
    unite,
    without,
)
from habeas.read.anatomy.call import called, pressed
from habeas.read.anatomy.declension import nominative
from habeas.read.anatomy.front import front_values, is_header, read_header
from habeas.read.anatomy.kind import Evidence, Feature, tell_kind
from habeas.read.anatomy.letterdate import read_dates
from habeas.read.anatomy.line import Line, lines_of
from habeas.read.anatomy.link import find_links
from habeas.read.anatomy.name import words_of
from habeas.read.anatomy.party import read_parties
from habeas.read.anatomy.petition import Platform, find_platform
from habeas.read.anatomy.publisher import find_publisher
from habeas.read.anatomy.reported import Reported, read_reported
from habeas.read.anatomy.salutation import Salutation, find_salutations
from habeas.read.anatomy.signatory import Signatures, find_signatures, of_text
from habeas.read.anatomy.tag import find_tags
from habeas.read.anatomy.title import find_title, title_places
from habeas.read.furniture import Use
from habeas.read.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The anatomy, with what the other readers need to know of the page.

    `signatures` are the lines under the text, `boilerplate` the lines of a petition platform,
    `reasons` why the document is of its kind.
    """

    anatomy: Anatomy
    starter: Span | None = None
    salutations: tuple[Span, ...] = ()
    signatures: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    coordinator: Span | None = None
    reasons: tuple[Feature, ...] = ()


def read_anatomy(sheet: Sheet) -> Anatomy:
    """Return what the document is, and who signs and receives it."""
    return read_frame(sheet).anatomy


def read_frame(sheet: Sheet) -> Frame:
    """Return the anatomy of a document with the places of its parts."""
    page = _take_apart(sheet)
    kind, reasons = tell_kind(page.evidence)
    return Frame(
        anatomy=_anatomy(page, kind),
        starter=page.platform.starter,
        salutations=tuple(one.span for one in page.salutations),
        signatures=page.signatures.zone,
        boilerplate=tuple(line.whole for line in page.platform.lines),
        coordinator=page.signatures.coordinator,
        reasons=reasons,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The parts of a page as they stand, before it is told what they make together."""

    sheet: Sheet
    lines: list[Line]
    platform: Platform
    salutations: list[Salutation]
    title: Span | None
    block: list[Addressed]
    signatures: Signatures

    @property
    def language(self) -> str:
        return self.sheet.language or "en"

    @property
    def title_text(self) -> str:
        return self.title.of(self.sheet.text) if self.title else ""

    @property
    def evidence(self) -> Evidence:
        return Evidence(
            sheet=self.sheet,
            lines=self.lines,
            title=self.title_text,
            salutations=self.salutations,
            block=len(self.block),
            signatures=self.signatures,
            platform=self.platform,
        )


def _take_apart(sheet: Sheet) -> _Page:
    """Return the parts of a page; what a petition platform prints is none of the letter's."""
    lines = lines_of(sheet)
    platform = find_platform(lines)
    foreign = {line.index for line in platform.lines}
    own = [line for line in lines if line.index not in foreign]
    salutations = find_salutations(own)
    first = _first(salutations)
    title = find_title(sheet, own, first.line.index if first else None)
    signatures = find_signatures(own)
    return _Page(
        sheet=sheet,
        lines=own,
        platform=platform,
        salutations=salutations,
        title=title,
        block=without(in_block(own, first, title), signatures.signatories),
        signatures=signatures,
    )


def _anatomy(page: _Page, kind: Kind) -> Anatomy:
    sheet, lines = page.sheet, page.lines
    reported = read_reported(lines, page.language) if kind is Kind.NEWS_REPORT else None
    dates = read_dates(sheet, lines, kind)
    return Anatomy(
        kind=kind,
        title=page.title,
        language=sheet.language,
        publisher=find_publisher(sheet, lines),
        date_written=reported.written if reported else dates.written,
        date_published=dates.published,
        petition=page.platform.petition,
        signatories=_signatories(page, reported),
        addressees=_addressees(page, reported),
        tags=find_tags(sheet, lines, _last_own(page)),
        links=find_links(sheet),
    )


def _first(salutations: list[Salutation]) -> Salutation | None:
    alone = [one for one in salutations if one.alone]
    return alone[0] if alone else None


def _signatories(page: _Page, reported: Reported | None) -> tuple[Signatory, ...]:
    if reported is not None:
        return reported.signatories
    if page.signatures.signatories:
        return page.signatures.signatories
    return _from_title(page) or _from_front(page.sheet) or _from_header(page)


def _from_title(page: _Page) -> tuple[Signatory, ...]:
    """Return who names himself in the title: ``Open letter from X to Y``."""
    by, _ = title_places(page.title_text, page.language)
    if page.title is None or by is None:
        return ()
    found = of_text(page.title_text[slice(*by)], page.title.start + by[0])
    return tuple(_as_named(page, one) for one in found)


def _as_named(page: _Page, one: Signatory) -> Signatory:
    """Return a writer named in a title as the text below names him, in the nominative."""
    printed = one.name
    if one.name.isupper():
        words = r"\s+".join(map(re.escape, one.name.split()))
        end = page.title.end if page.title else 0
        found = re.compile(rf"(?<!\w){words}(?!\w)", re.I).search(page.sheet.text, end)
        if found:
            printed = " ".join(found[0].split())
            one = replace(one, span=Span(*found.span()))
    oblique = page.language == "ru" and one.role is not None
    return replace(one, name=nominative(printed) if oblique else printed)


def _from_header(page: _Page) -> tuple[Signatory, ...]:
    """Return the person whom a line such as ``From: Name <address>`` names."""
    for line in page.lines[:12]:
        headed = read_header(line)
        if headed and is_header(headed, "addressed", "from"):
            named = re.sub(r"[<(\[].*", "", line.text[headed.at :])
            found = words_of(named)
            return of_text(named, line.span(headed.at, len(line.text)).start) if found else ()
    return ()


def _from_front(sheet: Sheet) -> tuple[Signatory, ...]:
    """Return the authors that front matter names; a user id is no name."""
    values = front_values(sheet, "authors", "author", "by", "signatories", "signed")
    return tuple(
        Signatory(name=value.text, span=value.span)
        for value in values
        if value.text[:1].isupper() and not re.search(r"\d", value.text)
    )


def _addressees(page: _Page, reported: Reported | None) -> tuple[Addressee, ...]:
    titled = _in_title(page)
    if reported is not None:
        found = merge([*reported.addressees, *titled])
    else:
        found = unite(page.block, greeted(page.salutations))
        found = unite(titled, found) if not page.block else found
        found = unite(_petitioned(page), found) if not page.block else found
        found = found or posted(page.lines) or _pressed(page) or called(page.lines)
    return tuple(_straight(page, one.as_printed()) for one in found)


def _straight(page: _Page, one: Addressee) -> Addressee:
    """Return an addressee in the nominative where Russian prints the office in the dative."""
    dative = one.office and one.name != one.office and one.office.split()[0][-1].lower() in "ую"
    if page.language != "ru" or not dative:
        return one
    return replace(one, name=nominative(one.name))


def _petitioned(page: _Page) -> list[Addressed]:
    """Return whom a petition platform names as its target."""
    if page.platform.target is None:
        return []
    line, start = page.platform.target
    return of_line(line, read_parties(line.text, start))


def _pressed(page: _Page) -> list[Addressed]:
    return pressed(page.title_text, page.title.start) if page.title else []


def _in_title(page: _Page) -> list[Addressed]:
    title = page.title_text
    _, to = title_places(title, page.language)
    if page.title is None or to is None:
        return []
    start = page.title.start
    return [
        Addressed(
            printed(title, one.name),
            printed(title, one.office),
            Span(start + one.whole[0], start + one.whole[1]),
        )
        for one in read_parties(title, *to)
    ]


def _last_own(page: _Page) -> int:
    """Return the number of the last block of the letter itself."""
    end = max((span.end for span in page.signatures.zone), default=0)
    return max(
        (
            line.index
            for line in page.lines
            if line.use is Use.BODY and (line.is_prose or line.passage.block.span.start < end)
        ),
        default=-1,
    )
