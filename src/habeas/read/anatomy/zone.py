"""Find the lines under a letter on which it is signed.

They follow a closing (``Sincerely yours,``) or a header (``Signed by:``), or stand unannounced at
the end in the form of signatures. Who signs on them is for ``signatory`` to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.read.anatomy.front import is_header, read_header
from habeas.read.anatomy.line import Line, postscript
from habeas.read.anatomy.name import (
    holds_body,
    holds_institution,
    holds_office,
    is_person,
    words_of,
)
from habeas.read.anatomy.signature import CONTACT, Entry, read_entries, read_list
from habeas.read.anatomy.wording import SENTENCE_END, WORDS, phrase
from habeas.read.layout import Shape
from habeas.read.lexicon import words

_STEMS = re.compile(
    r"\b(?:sign(?:ed|ator|ature|ing)|undersign|co-?sign|endors|support(?:ing|ed)\s+(?:org|by)|подпис|нижеподпис|signata|sousign|soussign|unterzeich|firmant|abajo|підпис|sygnat|podpis|firmatar|sottoscri)",
    re.I,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_CONTACT = re.compile(r"@|https?:|www\.|\+?\d[\d\s()-]{6,}\d")
# "[Your name]": where a reader is to sign.
_PLACEHOLDER = re.compile(r"[\[(<{_].*[\])>}_]|_+")
LONGEST = 240  # characters of a signature line


@dataclass(frozen=True, slots=True)
class Row:
    """A line to be read for signatures from `start` on; `sure` where a header announces them."""

    line: Line
    start: int
    sure: bool


def marked(body: list[Line]) -> Iterator[Row]:
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
            yield Row(line, start, sure)
        for j in range(i + 1, len(body)):
            apart = body[j].index > body[j - 1].index + 2
            if apart or (_ends(body[j], sure=sure) and not (sure and _is_list(body[j]))):
                break
            if _header_end(body[j], body[j + 1 : j + 2]) is not None:
                break
            taken = j
            yield Row(body[j], 0, sure)


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
    inline = phrase("signed", "by").match(line.text)
    if inline and line.text[inline.end() :].lstrip(" :")[:1].isupper():
        return inline.end()
    ends = line.text.rstrip(" *").endswith(":") and len(line.text.split()) <= 20
    lists = bool(following) and not following[0].is_prose
    return len(line.text) if ends and lists and _STEMS.search(line.text) else None


def _ends(line: Line, *, sure: bool) -> bool:
    """Say whether the signatures are over at this line."""
    bare = line.text.strip(" :*#").lower()
    if bare in words("furniture", "navigation") and not sure:
        return True
    if line.shape is Shape.HEADING and not sure and not _surely_signs(line):
        return True
    if bare in words(WORDS, "page", "stop") or is_header(read_header(line), "page", "stop"):
        return True
    if _counts(line.text) or phrase("petition", "started").search(line.text):
        return True
    long = len(line.text) > LONGEST or line.is_prose
    return (long or bool(SENTENCE_END.search(line.text))) and not (sure and "\t" in line.text)


def _is_list(line: Line) -> bool:
    """Say whether a long line is a running list of persons."""
    entries = read_list(line.text, 0, len(line.text))
    return sum(entry.person for entry in entries) > 1


def _counts(text: str) -> bool:
    return bool(re.search(r"\d", text) and phrase("petition", "counted").search(text))


def trailing(body: list[Line]) -> Iterator[Row]:
    """Yield the lines at the end that read as signatures though nothing announces them."""
    end = postscript(body)
    while end and _is_after(body[end - 1]):
        end -= 1
    start = end
    while start and _may_sign(body[start - 1]):
        start -= 1
    zone = _without_demands(body[start:end], body)
    if start == 0 or not any(_surely_signs(line) for line in zone):
        yield from (Row(line, 0, False) for line in _bodies(body))
        return
    first = next(i for i, line in enumerate(zone) if _surely_signs(line) or _is_role(line))
    yield from (Row(line, 0, False) for line in zone[first:])


def _bodies(body: list[Line]) -> list[Line]:
    """Return the last lines if they are bodies' names, two or more or named in the text too."""
    body = [line for line in body if not _is_dateline(line)]
    end = len(body)
    while end and _names_body(body[end - 1]):
        end -= 1
    zone = body[end:]
    known = any(_named_in(line, other) for line in zone for other in body[:end])
    return zone if end and (known or len(zone) > 1) else []


def _is_dateline(line: Line) -> bool:
    return bool(_DATED.search(line.text)) and len(line.text.split()) < 8


def _names_body(line: Line) -> bool:
    """Say whether a line is the name of a body and nothing else."""
    found = words_of(line.text)
    short = 0 < len(found) <= 8 and not line.text.endswith((".", "!", "?", ":"))
    return short and found[0].text[0].isupper() and holds_institution(found)


def _named_in(line: Line, other: Line) -> bool:
    quoted = re.search(r"[«“\"]([^»”\"]+)[»”\"]", line.text)
    return (quoted[1] if quoted else line.text.strip()) in other.text


def _without_demands(zone: list[Line], body: list[Line]) -> list[Line]:
    """Return the lines without those of a list in which some item names nobody."""
    groups = {line.group for line in zone if line.shape is Shape.ITEM}
    items = [line for line in body if line.shape is Shape.ITEM and line.group in groups]
    if all(_surely_signs(line) for line in items):
        return zone
    return [line for line in zone if line.shape is not Shape.ITEM]


def leading(body: list[Line]) -> Iterator[Row]:
    """Yield the lines above the text on which members sign with their groups in brackets."""
    top = next((i for i, line in enumerate(body) if line.is_prose), 0)
    for line in body[:top]:
        entries = read_entries(line.text)
        if entries and all(one.person and one.about.group for one in entries):
            yield Row(line, 0, False)


def posting(body: list[Line]) -> int:
    """Return the place of the header under which a text says where to write, else the end."""
    found = (i for i, line in enumerate(body) if i and is_posting(line))
    return next(found, len(body))


def is_posting(line: Line) -> bool:
    """Say whether a line is a header such as ``Send appeals to:``."""
    return line.text.strip(" :*").lower() in words(WORDS, "addressed", "post")


def _is_after(line: Line) -> bool:
    """Say whether a line at the end is furniture that no one marked."""
    if _counts(line.text) or phrase("petition", "started").search(line.text):
        return True
    return not (_surely_signs(line) or line.is_prose or _is_role(line))


def _may_sign(line: Line) -> bool:
    if len(line.text) > LONGEST or line.is_prose or line.shape in (Shape.HEADING, Shape.QUOTE):
        return False
    if line.text.rstrip().endswith(("?", "!", ":")) or SENTENCE_END.search(line.text):
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
    if len(text) > LONGEST or text.endswith(("?", "!", ":")) or SENTENCE_END.search(text):
        return False
    if (line.is_prose and text.endswith(".")) or text.lower().split(" ", 1)[0] in _never():
        return False
    entries = read_entries(line.text)
    named = bool(entries) and all(entry.person for entry in entries)
    return named and not _is_clause(line, entries)


def _never() -> frozenset[str]:
    """Return the words that begin no name: pronouns, and what menus are made of."""
    return words(WORDS, "we") | words("furniture", "navigation")


def _is_clause(line: Line, entries: list[Entry]) -> bool:
    """Say whether a line that begins with a name goes on as a sentence."""
    last = entries[-1]
    rest = line.text[last.name[1] :] if last.name else ""
    return bool(re.match(r"\s+[a-zа-яё]", rest)) and not holds_office(words_of(rest)[:3])


def _is_role(line: Line) -> bool:
    entries = read_entries(line.text)
    return len(entries) == 1 and entries[0].name is None and not line.text.endswith(".")


def is_skipped(row: Row) -> bool:
    text = CONTACT.sub("", row.line.text[row.start :]).strip()
    cells = [cell.strip().lower() for cell in re.split(r"[|\t]", text) if cell.strip()]
    if not re.search(r"[^\W\d_]", text) or (len(cells) > 1 and cells[0] in words(WORDS, "table")):
        return True
    if not text or (_CONTACT.search(text) and not is_person(words_of(text)[:2])):
        return True
    if phrase("phone", "words").match(text) and len(text) < 80:
        return True
    if phrase("signed", "more").search(text) or _remarks(row, text) or _PLACEHOLDER.fullmatch(text):
        return True
    outside = re.sub(r"\([^()]*\)", "", text)  # in brackets stand years of office
    dated = _DATED.search(outside) and len(text.split()) < 10 and not re.match(r"\d+[.)]\s", text)
    described = any(one.person and one.about.role for one in read_entries(outside))
    return bool(dated and not described) or (row.sure and text.endswith(":") and row.start == 0)


def _remarks(row: Row, text: str) -> bool:
    """Say whether a line is a sentence about the list: most of its words are small."""
    found = words_of(text)
    small = sum(word.text[0].islower() for word in found)
    sentence = text.endswith(".") and len(found) > 4 and 2 * small > len(found)
    return sentence and not any(entry.person for entry in read_entries(row.line.text, row.start))
