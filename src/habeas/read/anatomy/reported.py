"""Read in a news item who signed the letter it tells of, to whom, and when.

The one who reports is no signatory. Reads the sentences that tell of the sending; with a parse
the subject of the sending is found, without one only names that open the sentence or a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from habeas.model import PrintedDate, Signatory
from habeas.read.anatomy.addressee import Addressed, merge, of_line
from habeas.read.anatomy.letterdate import dates_on
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import holds_institution, holds_office, is_person, words_of
from habeas.read.anatomy.party import Place, read_parties
from habeas.read.anatomy.signatory import Signed
from habeas.read.anatomy.signature import read_list
from habeas.read.anatomy.wording import SENTENCE_END, WORDS, alternatives, phrase
from habeas.read.lexicon import load

_OVER = re.compile(
    r"\s(?:over|about|on|regarding|concerning|requesting|[a-z]+ing|in|which|that|and|to|with|for|where|who|expressing|protesting|condemning|"
    r"dans|sur|pour|demandant|afin|qui|concernant|в|о|об|с|по|где|котор\w+|про|щодо|in\s+dem|wegen|über|sobre|para|en|con|per|w)\s|[.;:!?“”\"«(]|\s[–—-]\s",
    re.I,
)
_ADDRESSED = (
    r"(?:(?:jointly\s+)?(?:addressed|sent|directed|delivered|written|adressée?s?|envoyée?s?"
    r"|адресованн\w+|направленн\w+|dirigida|gerichtet(?:en)?)\s+)?"
)


_MEMBERS = re.compile(
    r"\b(?:members|membres|deputies|députés|delegates|senators|sénateurs|parliamentarians)\s+"
    r"(?:of|from|du|de)\s+(?:the\s+|la\s+|l['’])?"
)
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w’'-]*"
_BODY_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:of|for|on|and|de|du|des|et|pour)\s+(?:the\s+|la\s+|les\s+)?)?{_CAPITAL})*"
)
_DATELINE = re.compile(r"[^—–.]{2,50}?\s[—–-]\s(?=[^\W\d_a-zа-я])")


@dataclass(frozen=True, slots=True)
class Reported:
    """What a page tells of a letter."""

    signatories: tuple[Signatory, ...] = ()
    addressees: tuple[Addressed, ...] = ()
    written: PrintedDate | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of a letter."""

    line: Line
    start: int
    end: int
    noun: Place
    sent: bool


def read_reported(lines: list[Line], language: str) -> Reported:
    """Return who signed the letter that a page tells of, to whom and when."""
    tellings = list(_tellings(lines))
    sendings = [one for one in tellings if one.sent]
    signed = next((found for one in sendings if (found := _signers(one, lines))), ())
    body = next((name for one in tellings if (name := _common_body(one))), None)
    addressed = merge(party for one in tellings for party in _recipients(one, language))
    dates = (date for one in sendings for date in dates_on(one.line, language) if _in(date, one))
    written = next(dates, None) if signed else None
    return Reported(
        tuple(_of_body(one.as_printed(), body) for one in signed),
        tuple(addressed),
        written.printed if written else None,
    )


def _of_body(one: Signatory, body: str | None) -> Signatory:
    return one if one.affiliation or one.role else replace(one, affiliation=body)


def _common_body(one: Telling) -> str | None:
    """Return the body whose members are said to send the letter: ``six members of the Body``."""
    found = _MEMBERS.search(one.line.text, one.start, one.end)
    if not found:
        return None
    text = one.line.text
    run = _BODY_NAME.match(text, found.end(), one.end)
    body = run[0] if run and holds_institution(words_of(run[0])) else None
    return " ".join(body.split()) if body else None


def _in(date: object, one: Telling) -> bool:
    return one.start <= getattr(date, "start", -1) < one.end


def tells_of_letter(lines: list[Line]) -> int:
    """Return how many sentences tell of a letter's being signed or sent."""
    return sum(one.sent for one in _tellings(lines))


def _tellings(lines: list[Line]) -> Iterator[Telling]:
    noun, sent = phrase("noun", "letter"), phrase("sent")
    for line in lines:
        if not noun.search(line.text):
            continue
        for start, end in sentences(line.text):
            found = noun.search(line.text, start, end)
            if found:
                done = sent.search(line.text, start, end) is not None
                yield Telling(line, start, end, found.span(), done)


def sentences(text: str) -> Iterator[Place]:
    """Yield the sentences of a line, by their stops."""
    start = 0
    for found in SENTENCE_END.finditer(text):
        yield start, found.start() + 1
        start = found.end()
    yield start, len(text)


def _signers(one: Telling, lines: list[Line]) -> tuple[Signed, ...]:
    return _after_by(one.line, one.start, one.end) or _near(one, lines) or _subject(one)


def _near(one: Telling, lines: list[Line]) -> tuple[Signed, ...]:
    """Look for a list of the signatories in what follows the sentence."""
    at = lines.index(one.line)
    for line in lines[at : at + 3]:
        found = _after_by(line, one.end if line is one.line else 0, len(line.text))
        if found:
            return found
    return ()


def _after_by(line: Line, start: int, end: int) -> tuple[Signed, ...]:
    """Return those listed after words such as ``signed by`` or ``namely``."""
    by, others = alternatives("signed", "by"), alternatives("signed", "others")
    others = rf"(?:(?:{others})\s*[:,]?\s*)?"
    pattern = re.compile(rf"(?<!\w)(?:{by})\s*[:,—–-]?\s*{others}", re.I)
    for found in pattern.finditer(line.text, start, end):
        entries = [entry for entry in read_list(line.text, found.end(), end) if entry.name]
        if entries and any(entry.person for entry in entries):
            return tuple(Signed(line, entry) for entry in entries if entry.person)
    return ()


def _subject(one: Telling) -> tuple[Signed, ...]:
    """Return the persons who open the sentence and are its subject."""
    verb = phrase("sent").search(one.line.text, one.start, one.end)
    if verb is None or verb.start() > one.noun[0]:
        return ()
    text = one.line.text
    # The names end where the small words of the predicate begin.
    dateline = _DATELINE.match(text, one.start)
    start = dateline.end() if dateline else one.start
    said = re.search(r"(?:\s+[a-zà-ÿа-яё][\w’'-]*)+\s*$", text[start : verb.start()])
    end = start + said.start() if said else verb.start()
    entries = read_list(text, start, end)
    if entries and entries[0].person:
        return tuple(Signed(one.line, entry) for entry in entries if entry.person)
    return ()


def _recipients(one: Telling, language: str) -> list[Addressed]:
    """Return those to whom the letter is said to be addressed."""
    text = one.line.text
    found = _to(language).match(text, one.noun[1], one.end)
    if not found:
        return _dative(one)
    over = _OVER.search(text, found.end(), one.end)
    end = over.start() if over else one.end
    words = words_of(text, found.end(), end)
    if not words or not (holds_office(words) or is_person(words)):
        return []
    return of_line(one.line, read_parties(text, found.end(), end))


def _dative(one: Telling) -> list[Addressed]:
    """Return the office and name in the dative after the noun, as Russian prints them."""
    words = words_of(one.line.text, one.noun[1], one.end)
    if not words or not words[0].is_office or words[0].text[-1].lower() not in "уюеі":
        return []
    capital = next((i for i, w in enumerate(words[:6]) if i and w.text[0].isupper()), 0)
    end = next((i for i in range(capital, len(words)) if words[i].text[0].islower()), len(words))
    end = max(end, 1)
    return of_line(one.line, read_parties(one.line.text, words[0].start, words[end - 1].end))


@cache
def _to(language: str) -> re.Pattern[str]:
    language = language if language in load(WORDS)["preposition"]["to"] else "en"
    to = alternatives("preposition", "to", language)
    return re.compile(rf"[^.;:“”\"«»]{{0,40}}?\b{_ADDRESSED}(?:{to})\s+", re.I)
