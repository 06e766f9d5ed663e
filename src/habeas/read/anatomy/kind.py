"""Tell what kind of document a text is, by features of its form, each with its weight.

The features are of the genre: a greeting, signatures, the words of the title, who speaks. What the
text is about plays no part.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model import Kind, Signatory
from habeas.read.anatomy.front import front_values
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import holds_body, words_of
from habeas.read.anatomy.petition import Platform
from habeas.read.anatomy.reported import tells_of_letter
from habeas.read.anatomy.salutation import Salutation
from habeas.read.anatomy.signatory import Signatures
from habeas.read.anatomy.wording import WORDS, is_listed, phrase
from habeas.read.furniture import Use
from habeas.read.layout import Shape
from habeas.read.lexicon import words
from habeas.read.sheet import Sheet

_QUOTED = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")
_TOKEN = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"(?:an?|the|une?|la|le|eine?|una?)\s+")
_OF = re.compile(r"\s+(?:of|by|to|from|de|du|des|d['’]|von|der|à|au|к|an|den|del|al)(?!\w)")
SECTIONS, LONG = 5, 9_000  # headings and characters of a report
OFTEN = 3  # words of saying
# What a document may call itself, and what that weighs.
CALLED = {
    "open_letter": 3.0,
    "joint_letter": 4.0,
    "petition": 3.0,
    "statement": 3.0,
    "report": 2.5,
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for a kind, with its weight."""

    kind: Kind
    weight: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the kind is told from."""

    sheet: Sheet
    lines: list[Line]
    title: str
    salutations: list[Salutation]
    block: int
    signatures: Signatures
    platform: Platform


def tell_kind(evidence: Evidence) -> tuple[Kind, tuple[Feature, ...]]:
    """Return the kind with the greatest weight, and the features it rests on."""
    features = tuple(_features(evidence))
    sums: Counter[Kind] = Counter()
    for feature in features:
        sums[feature.kind] += feature.weight  # type: ignore[assignment]
    if not sums or max(sums.values()) < 1:
        return Kind.OTHER, features
    # Kinds in the order in which a tie is settled.
    order = [kind for kind in Kind if sums[kind] == max(sums.values())]
    return order[0], features


def _features(evidence: Evidence) -> Iterator[Feature]:
    yield from _of_title(evidence)
    yield from _of_form(evidence)
    yield from _of_petition(evidence)
    yield from _of_voice(evidence)
    yield from _of_sections(evidence.lines)
    yield from _of_front(evidence.sheet)


def _of_title(evidence: Evidence) -> Iterator[Feature]:
    """Yield what the title, and short lines above the text, call the document."""
    title = evidence.title
    found = {noun for noun in CALLED if _calls_itself(title, noun)}
    above = [text.lower() for text in _above(evidence.lines)]
    own = {noun for noun in CALLED if any(_is_called(line, noun) for line in above)}
    if found & {"open_letter", "joint_letter"}:
        found -= {"petition", "report", "statement"}
    if "statement" in found | own:
        found.discard("report")
    if phrase("noun", "letter").search(title) and phrase("sends").search(title):
        yield Feature(Kind.NEWS_REPORT, 1.5, "its title tells of a letter")
    if phrase("addressed", "press").match(title):
        yield Feature(Kind.PETITION, 1.5, "its title tells the reader whom to press")
    for noun in sorted(found | own):
        yield Feature(Kind(noun), CALLED[noun], f"calls itself {noun}")


def _above(lines: list[Line]) -> Iterator[str]:
    """Yield the short lines above the text."""
    for line in lines:
        if line.use is Use.BODY and line.is_prose:
            return
        if line.use is Use.BODY and len(line.text.split()) <= 12:
            yield line.text.strip(" :*")


def _is_called(line: str, noun: str) -> bool:
    """Say whether a line is the word for a kind, or that and whose: ``Report of the Body``."""
    if line in words(WORDS, "noun", noun):
        return True
    article = _ARTICLE.match(line)
    found = phrase("noun", noun).match(line, article.end() if article else 0)
    return bool(found and _OF.match(line, found.end()))


def _calls_itself(title: str, noun: str) -> bool:
    """Say whether a title gives the kind as a label; a petition in the news is only its matter."""
    found = phrase("noun", noun).search(title)
    if found and phrase("sends").search(title, 0, found.start()):
        return False
    if found is None or noun in ("open_letter", "joint_letter"):
        return found is not None
    before = title[: found.start()].rstrip()
    return not before or before[-1] in ":–—-|/" or len(title.split()) < 5


def _of_form(evidence: Evidence) -> Iterator[Feature]:
    """Yield what greeting, addressees and signatures say."""
    first = evidence.salutations[0] if evidence.salutations else None
    letter = bool(evidence.block) or (first is not None and not first.collective)
    if first and first.collective:
        yield Feature(Kind.STATEMENT, 2.5, "calls to a public")
    elif first:
        yield Feature(Kind.OPEN_LETTER, 4.0 if first.alone else 2.0, "greets an addressee")
    if evidence.block:
        yield Feature(Kind.OPEN_LETTER, 1.5, "names its addressee first")
    if evidence.signatures.signatories:
        yield Feature(Kind.OPEN_LETTER, 0.5, "is signed")
        yield Feature(Kind.STATEMENT, 1.0, "is signed")
    if _is_joint(evidence):
        kind = Kind.JOINT_LETTER if letter else Kind.STATEMENT
        weight = 10.0 if letter else 1.0
        yield Feature(kind, weight, "is signed for two or more bodies")


def _is_joint(evidence: Evidence) -> bool:
    """Say whether two or more sign for bodies, or as bodies.

    Scholars give their universities, but under an open letter sign for themselves.
    """
    personal = phrase("noun", "open_letter").search(evidence.title) is not None
    signed = [one for one in evidence.signatures.signatories if _for_body(one)]
    if personal and all(_is_scholar(one) for one in signed):
        return False
    return len({one.affiliation or one.name for one in signed}) > 1


def _is_scholar(one: Signatory) -> bool:
    where = words_of(one.affiliation or "")
    return any(is_listed(word.text, "academy", "words") for word in where)


def _for_body(one: Signatory) -> bool:
    return (
        bool(one.affiliation) or holds_body(words_of(one.name)) or one.political_group is not None
    )


def _of_petition(evidence: Evidence) -> Iterator[Feature]:
    if evidence.platform.petition:
        own = evidence.platform.printed or evidence.platform.starter is not None
        yield Feature(Kind.PETITION, 3.0 if own else 1.5, "counts its signatures")
    if evidence.platform.starter:
        yield Feature(Kind.PETITION, 2.0, "names who started it")
    calls = sum(
        bool(phrase("petition", "call").search(_QUOTED.sub("", line.text)))
        for line in evidence.lines
        if line.use in (Use.BODY, Use.NAVIGATION)
    )
    if calls:
        yield Feature(Kind.PETITION, min(1.0 + 0.5 * calls, 2.5), "asks the reader to sign")


def _of_voice(evidence: Evidence) -> Iterator[Feature]:
    """Yield who speaks: the author, or a page that gives the floor to others."""
    prose = [line for line in evidence.lines if line.use is Use.BODY and line.is_prose]
    if any(phrase("page", "today").search(line.text) for line in prose[:1]):
        yield Feature(Kind.STATEMENT, 2.5, "says today what it says")
    plain = (_QUOTED.sub(" ", line.text) for line in prose)
    count = Counter(token.lower() for text in plain for token in _TOKEN.findall(text))
    own, said, urged = (_sum(count, table) for table in ("we", "said", "urge"))
    if own:
        yield Feature(Kind.STATEMENT, 1.5 if own > 1 else 1.0, "speaks of its author")
        yield Feature(Kind.OPEN_LETTER, 0.5, "speaks of its author")
    if evidence.salutations:
        return
    if not evidence.block and (own or urged):
        yield Feature(Kind.STATEMENT, 1.0, "takes a side and greets nobody")
    if urged and not own:
        yield Feature(Kind.STATEMENT, 0.9, "takes a side without a first person")
    if not evidence.block and own <= 1 + count.total() // 1000:
        yield from _of_news(prose, said=said, own=own)


def _sum(count: Counter[str], table: str) -> int:
    return sum(count[word] for word in words(WORDS, table))


def _of_news(prose: list[Line], *, said: int, own: int) -> Iterator[Feature]:
    if tells_of_letter(prose):
        yield Feature(Kind.NEWS_REPORT, 2.5, "tells of a letter that others sent")
    if said and not own:
        yield Feature(Kind.NEWS_REPORT, 1.0, "gives the floor to others")
    if said >= OFTEN and not own:
        yield Feature(Kind.NEWS_REPORT, 1.0, "gives the floor to others again and again")


def _of_sections(lines: list[Line]) -> Iterator[Feature]:
    """Yield whether the text is parted as reports are."""
    headings = sum(line.shape is Shape.HEADING for line in lines)
    if headings >= SECTIONS and sum(len(line.text) for line in lines) > LONG:
        yield Feature(Kind.REPORT, 2.0, "is long and parted in sections")


def _of_front(sheet: Sheet) -> Iterator[Feature]:
    """Yield what front matter files the page under."""
    values = front_values(sheet, "categories", "category", "layout", "type", "tags", "section")
    filed = {value.text.lower() for value in values}
    if filed & words(WORDS, "news", "rubric"):
        yield Feature(Kind.NEWS_REPORT, 3.0, "is filed under news")
    if filed & words(WORDS, "news", "press"):
        yield Feature(Kind.STATEMENT, 2.5, "is filed under press releases")
    if filed & words(WORDS, "news", "letters"):
        yield Feature(Kind.OPEN_LETTER, 0.5, "is filed under letters")
