"""Find the printed title, and whom a title such as ``Open letter from X to Y`` names.

A text may have none: an addressee, a greeting, a date or a body's letterhead is no title.
"""

import re
from functools import cache

from habeas.model import Span
from habeas.read.anatomy.front import front_values, is_header, read_header
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import holds_body, holds_office, is_person, words_of
from habeas.read.anatomy.party import Place
from habeas.read.anatomy.wording import WORDS, alternatives, is_listed, phrase
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import load, words
from habeas.read.sheet import Sheet

# A line that opens so names an addressee.
TO_WHOM = re.compile(
    r"(?:To\s+(?=the\s|His\s|Her\s|Mrs?\b|Ms\b|[A-Z])|An\s+(?=den\s|die\s|das\s)|Кому\s"
    r"|(?:À|A)\s+(?=Monsieur|Madame|M\.|Mme|Son\s)|Al?\s+(?=Señor|Sr|Excmo))"
)
ABOVE = 8  # blocks between the first line of an addressee and the greeting
LONGEST = 300  # characters
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOUNS = ("open_letter", "joint_letter", "petition", "statement", "report", "letter")
_HEADERS = (
    ("addressed", "header"),
    ("addressed", "from"),
    ("addressed", "copy"),
    ("addressed", "date"),
    ("addressed", "subject"),
    ("page",),
    ("signed", "header"),
)
# Where the person addressed ends and the matter begins.
_CUT = re.compile(
    r"\s*(?:[:;!?“”\"«—]|(?<!\b\w)\.|\s[-–]\s"
    r"|,\s*(?!Mrs?\b|Ms\b|Dr\b|M\.|Mme\b|Monsieur|Madame|г-н|господин)(?-i:(?=[a-zа-яà-ÿ]))"
    r"|\s(?P<word>on|over|about|regarding|concerning|in|asking|calling|urging|demanding|requesting"
    r"|for|against|following|after|ahead|before|to|sur|pour|concernant|afin|contre|demandant|suite"
    r"|au\s+sujet|à\s+propos|о|об|обо|по\s+поводу|в\s+связи|с\s+(?:требованием|просьбой|призывом)"
    r"|против|в\s+защиту|по|für|wegen|zur|zum|gegen|über|sobre|para|por|contra|про|щодо|проти"
    r"|на\s+захист|per|w\s+sprawie|o)\s)",
    re.I,
)


# After these words a preposition may belong to an office: a list of the names lexicon each.
_WITHIN = {
    "for": ("office",),
    "für": ("office",),
    "по": ("office",),
    "para": ("office",),
    "on": ("body",),
}


def find_title(sheet: Sheet, lines: list[Line], greeting: int | None) -> Span | None:
    """Return where the title stands, None where none is printed.

    `greeting` is the number of the block that greets: an office right above it is an addressee's.
    """
    for value in front_values(sheet, "title", "headline"):
        return value.span if value.text else None
    body = [line for line in lines if line.use is Use.BODY and _LETTERS.search(line.text)]
    named = _of_metadata(sheet, body)
    if named is not None:
        return named.whole
    heading = next((line for line in body[:6] if _is_heading(line)), None)
    first = heading or next(iter(body), None)
    if first and not heading and _is_rubric(first):
        return _under(first, body)
    if first is None or not (heading or _is_title(first, body)):
        return _between(body, greeting) or _subject(sheet)
    near = greeting is not None and greeting - first.index <= ABOVE
    if near and words_of(first.text)[0].is_office and not _names_letter(first.text):
        return _between(body, greeting)
    return _with_next(first, body)


def _between(body: list[Line], greeting: int | None) -> Span | None:
    """Return a title in capitals between the addressee and the text."""
    above = [line for line in body if greeting is None or line.index < greeting]
    end = next((i for i, line in enumerate(above) if line.is_prose), len(above))
    for line in above[1 : min(end, ABOVE + 2)]:
        head = line.text.split("\n")[0]
        found = words_of(head)
        alone = (head.isupper() or _names_kind(head)) and 0 < len(found) <= 14 and len(head) > 5
        if alone and (_names_kind(line.text) or not (is_person(found) or holds_office(found))):
            return None if holds_body(found) and not _names_kind(line.text) else line.whole
    return None


def _names_kind(text: str) -> bool:
    return any(phrase("noun", noun).match(text.strip(" *")) for noun in _NOUNS)


def _of_metadata(sheet: Sheet, body: list[Line]) -> Line | None:
    """Return the line that the file itself names as its title, in full or as its first part."""
    title = _plain(sheet.document.metadata.get("title") or "")
    known = (line for line in body[:8] if len(words_of(line.text)) > 2 and not line.is_prose)
    return next((one for one in known if title and _is_part(_plain(one.text), title)), None)


def _is_part(text: str, title: str) -> bool:
    return title == text or bool(re.match(rf"{re.escape(text)}\s*[:|–—(-]", title))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _subject(sheet: Sheet) -> Span | None:
    """Return the subject that the head of a mail prints."""
    if sheet.document.media_type != "message/rfc822":
        return None
    found = re.search(r"^Subject:[ \t]*(\S.*?)[ \t]*$", sheet.text, re.M)
    return Span(*found.span(1)) if found else None


def _is_heading(line: Line) -> bool:
    found = words_of(line.text)
    return line.shape is Shape.HEADING and len(found) > 2 and len(line.text) <= LONGEST


def _is_title(line: Line, body: list[Line]) -> bool:
    text, found = line.text, words_of(line.text)
    if len(text) > LONGEST or len(found) < 3 or line.shape is Shape.ITEM:
        return False
    if text.strip(" :*").lower() in words(WORDS, "addressed", "header"):
        return False
    if _names_letter(text):
        return not phrase("salutation", "greeting").match(text)
    if text.endswith((",", ":", ";")) and not text.isupper():
        return False
    return not (_is_label(line) or text.count(". ") > 1) and _stands_out(line, body)


def _names_letter(text: str) -> bool:
    return any(phrase("noun", noun).search(text[:120]) for noun in _NOUNS[:5])


def _is_label(line: Line) -> bool:
    """Say whether a first line is a letterhead, a name, an addressee, a date or a greeting."""
    found = words_of(line.text)
    headed = read_header(line)
    if any(is_header(headed, *path) for path in _HEADERS):
        return True
    if TO_WHOM.match(line.text) and len(line.text) < 160:
        return True
    greets = phrase("salutation", "greeting").match(line.text)
    dated = re.search(r"\b(?:19|20)\d\d\b", line.text) and len(found) < 7
    named = is_person(found) and not (line.text.isupper() and len(found) > 3)
    return bool(greets or dated) or named or _is_nominal(line)


def _is_nominal(line: Line) -> bool:
    """Say whether a line is the name of a body or an office and no more than that."""
    found = words_of(line.text)
    small = [word for word in found if word.text[0].islower() and len(word.text) > 3]
    verbless = len(small) <= len(found) / 4 and not line.text.isupper()
    if found[0].is_office and verbless:
        return True
    return holds_body(found[:2]) and verbless and len(found) <= 12 and ":" not in line.text


def _stands_out(line: Line, body: list[Line]) -> bool:
    """Say whether the line is set off: alone in its group, or much shorter than what follows."""
    rest = [one for one in body if one.index > line.index][:6]
    if not rest:
        return False
    alone = rest[0].group != line.group
    longest = max(len(one.text) for one in rest)
    return (alone or len(line.text) < longest) and longest > 80


def _with_next(first: Line, body: list[Line]) -> Span:
    """Join a title that is printed on two lines of capitals."""
    i = body.index(first)
    if i + 1 < len(body) and first.text.isupper() and body[i + 1].text.isupper():
        following = body[i + 1]
        if len(following.text) > 12 and following.index == first.index + 1:
            return first.whole.join(following.whole)
    return first.whole


def title_places(text: str, language: str) -> tuple[Place | None, Place | None]:
    """Return where a title names who writes and who is addressed, such as ``Open letter to Y``."""
    found = re.search(_form(language), text, re.I)
    if found:
        return found.span("by") if found["by"] else _owner(text, found.start()), _cut(text, found)
    noun = re.search(_nouns(), text, re.I)
    if noun is None:
        return None, None
    return _owner(text, noun.start()) or _writer(text, noun.end(), language), _dative(text, noun)


@cache
def _form(language: str) -> str:
    """Return the pattern of ``noun [from X] to Y`` in a language."""
    language = language if language in load(WORDS)["preposition"]["to"] else "en"
    by = "|".join(_spaced(word) for word in load(WORDS)["preposition"]["by"][language])
    to = alternatives("preposition", "to", language)
    return rf"(?:{_nouns()})(?:\s+(?:{by})(?P<by>\S.*?))?\s+(?:{to})\s+(?P<to>\S.*)"


def _spaced(word: str) -> str:
    if not word:
        return ""
    return re.escape(word) + ("" if word.endswith("'") else r"\s+")


@cache
def _nouns() -> str:
    return "|".join(rf"(?<!\w)(?:{alternatives('noun', noun)})" for noun in _NOUNS)


def _writer(text: str, at: int, language: str) -> Place | None:
    """Return the writer named after the noun where nobody is addressed: ``Statement by X``."""
    by = "|".join(_spaced(w) for w in load(WORDS)["preposition"]["by"].get(language, ["by"]) if w)
    found = re.compile(rf"\s+(?:{by})", re.I).match(text, at)
    if not found:
        return None
    return found.end(), _matter(text, found.end() + 1)


def _cut(text: str, found: re.Match[str]) -> Place:
    start = found.start("to")
    return start, _matter(text, start + 1)


def _matter(text: str, at: int) -> int:
    """Return where the matter begins; ``Minister for X`` and ``Committee on Y`` go on."""
    for found in _CUT.finditer(text, at):
        after = words_of(text, found.end(), found.end() + 40)
        if found[0].strip() == "," and after and after[0].is_office:
            continue  # "to Ms Roe, minister of Y"
        before = words_of(text, max(0, found.start() - 30), found.start())
        word = (found["word"] or "").lower()
        if before and word in _WITHIN and is_listed(before[-1].text, *_WITHIN[word]):
            continue
        return found.start()
    return len(text)


def _owner(text: str, end: int) -> Place | None:
    """Return the writer named before the noun: ``Ann Roe's open letter``."""
    found = re.search(r"(\S.*?)['’´]s?\s+$", text[:end])
    return found.span(1) if found else None


def _dative(text: str, noun: re.Match[str]) -> Place | None:
    """Return an addressee in the dative right after the noun, as Russian and Ukrainian print it."""
    after = words_of(text, noun.end())
    if not after or not after[0].is_office or after[0].text[-1].lower() not in "уюеі":
        return None
    return after[0].start, _matter(text, after[0].end)


def _is_rubric(line: Line) -> bool:
    """Say whether a line is a bare word for a kind of page, such as ``Statement``."""
    bare = line.text.strip(" :*").lower()
    return any(phrase("noun", noun).fullmatch(bare) for noun in _NOUNS[:5])


def _under(rubric: Line, body: list[Line]) -> Span:
    """Return the title under a word for the kind; the word itself where none stands there."""
    rest = [line for line in body if line.index > rubric.index]
    if rest and rest[0].text[0].islower() and not rest[0].is_prose:
        return rubric.whole.join(rest[0].whole)
    for i, line in enumerate(rest[:3]):
        headline = len(words_of(line.text)) > 4 and not (line.is_prose or read_header(line))
        if not _names_letter(line.text) and (headline or _is_title(line, rest[i:])):
            return line.whole
        if line.is_prose or read_header(line) is None:
            break
    return rubric.whole
