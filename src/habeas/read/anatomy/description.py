"""Read what a signature says of its person: role, affiliation, country, political group.

Each is a place in the line, as printed. What is in brackets after a name is read like the rest.
"""

import re
from dataclasses import dataclass, replace

from habeas.read.anatomy.name import Word, holds_body, holds_institution, holds_post, words_of
from habeas.read.anatomy.party import Place
from habeas.read.anatomy.wording import alternatives, is_country, is_listed

_PIECE = re.compile(
    r"(?:[^,;\n\t|()–—«“\"‘]|[–—](?=\w)|(?<=\w)[‘\"]|«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^’]*’)+"
)
_DASH = re.compile(r"^[\s–—/:.-]+|[\s–—/:.-]+$")
_GROUP = re.compile(r"[A-ZА-ЯЁ&/][\w&/.'’+-]{0,14}(?:\s*/\s*[\w&.]+)?")
_BRACKETED = re.compile(
    r"\s*[(\[]\s*([^\W\d_][^();,\[\]]*?)\s*(?P<mark>[;,])\s*([^();,\[\]]+?)\s*[)\]]"
)
# "(2009-2014)", "12": years of office, numbers.
_ORDINAL = re.compile(r"[\d\s–—./-]+")
QUOTES = '«“"‘'


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Places of what is said of a person; None where nothing is printed."""

    role: Place | None = None
    affiliation: Place | None = None
    country: Place | None = None
    group: Place | None = None

    def under(self, other: "Description") -> "Description":
        """Return this with what it lacks taken from another."""
        return Description(
            role=other.role or self.role,
            affiliation=self.affiliation or other.affiliation,
            country=self.country or other.country,
            group=self.group or other.group,
        )


def describe(text: str, start: int, end: int) -> Description:
    """Return what a stretch after or before a name says."""
    bracket = _BRACKETED.match(text, start, end)
    if bracket and _is_place(text, bracket):
        about = Description(country=bracket.span(1), group=bracket.span(3))
        return about.under(describe(text, bracket.end(), end))
    about = Description()
    for found in _PIECE.finditer(text, start, end):
        place = _trim(text, found.start(), found.end())
        if place[0] < place[1]:
            about = _add(text, about, place)
    return about


def _is_place(text: str, bracket: re.Match[str]) -> bool:
    """Say whether a bracket of two parts gives a country and a political group, by its form.

    The country need not be known: the first part names neither an office nor a body, the second
    is short and, where only a comma is between, an acronym.
    """
    first = words_of(text, *bracket.span(1))
    if any(word.is_office or word.is_body for word in first) or len(first) > 5:
        return False
    group = text[slice(*bracket.span(3))]
    if bracket["mark"] == ";":
        return len(group) <= 40 and not words_of(group)[0].text[0].islower()
    return bool(_GROUP.fullmatch(group)) and group.isupper()


def _is_party(text: str, about: Description, place: Place) -> bool:
    """Say whether a bracket names a political group: a known one, or a member's acronym."""
    if about.group or text[place[0] - 1 : place[0]] != "(":
        return False
    if is_listed(text[slice(*place)], "party", "words"):
        return True
    if about.role is None:
        return False
    held = words_of(text, *about.role)
    member = any(is_listed(word.text, "member") for word in held)
    return member and text[slice(*place)].isupper() and bool(_GROUP.fullmatch(text[slice(*place)]))


def _trim(text: str, start: int, end: int) -> Place:
    words = text[start:end]
    left = _DASH.match(words)
    start += left.end() if left else 0
    right = re.search(r"[\s–—/:.,-]+$", text[start:end])
    return start, start + right.start() if right else end


def _add(text: str, about: Description, place: Place) -> Description:
    printed, found = text[slice(*place)], words_of(text, *place)
    if not found:
        return about
    if is_country(printed) and not about.country:
        return replace(about, country=place)
    if _ORDINAL.fullmatch(printed):
        return about
    if _is_party(text, about, place):
        return replace(about, group=place)
    if about.country and not about.group and _is_group(text, place, about.country):
        return replace(about, group=place)
    behalf = re.match(rf"(?:{alternatives('signed', 'behalf')})\s+", printed, re.I)
    if behalf and not about.affiliation and len(printed) > behalf.end():
        return replace(about, affiliation=(place[0] + behalf.end(), place[1]))
    of_body = len(found) > 1 and holds_institution(found[:1]) and found[1].text[0].islower()
    if (holds_post(found) and not of_body) or (
        found[0].text[0].islower() and not holds_body(found)
    ):
        return _with_role(text, about, place)
    if not about.affiliation:
        return replace(about, affiliation=place)
    return about


def _is_group(text: str, place: Place, country: Place) -> bool:
    """Say whether a short label beside a country in brackets is a political group."""
    between = text[min(country[1], place[1]) : max(country[0], place[0])]
    near = between.strip() in (",", ";", "/", "-", "–", "|", "")
    return near and bool(_GROUP.fullmatch(text[slice(*place)]) or "group" in between)


def _with_role(text: str, about: Description, place: Place) -> Description:
    role = place
    if about.role and re.fullmatch(r"[,\s]*", text[about.role[1] : place[0]]):
        role = about.role[0], place[1]
    elif about.role:
        role = about.role
    return replace(about, role=role, affiliation=about.affiliation or _body_in(text, place))


def _body_in(text: str, place: Place) -> Place | None:
    """Return the body that a role is held in, ``Head of the [Body]``, if its words say so."""
    found = words_of(text, *place)
    last = max(
        (i for i, w in enumerate(found) if w.is_office and not _in_body(found, i)), default=-1
    )
    quote = next((i for i in range(*place) if text[i] in QUOTES), None)
    rest = range(last + 1, len(found))
    first = next((i for i in rest if holds_institution(found[i : i + 1])), None)
    if first is None:
        return (quote, place[1]) if quote is not None and last >= 0 else None
    while first - 1 > last and found[first - 1].text[0].isupper():
        first -= 1
    bare = first == len(found) - 1 and first and not is_listed(found[first - 1].text, "article")
    if bare and quote is None:
        return None  # "Member of Parliament": a word without an article is no name
    start = found[first].start
    return (start - (text[start - 1] in QUOTES), place[1]) if start > place[0] else None


def _in_body(found: list[Word], i: int) -> bool:
    """Say whether a word of office is part of a body's name: ``the Council of Deputies``."""
    return i > 0 and (holds_body(found[:i]) or is_listed(found[i].text, "surname"))
