"""Find to whom a letter is addressed: in a block above it, its greeting, its title or its calls.

The same person greeted, listed and named in the title is one addressee. Who that is, is not asked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from habeas.model import Addressee, Signatory, Span
from habeas.read.anatomy.front import Headed, is_header, read_header
from habeas.read.anatomy.line import Line
from habeas.read.anatomy.name import Word, holds_body, is_person, words_of
from habeas.read.anatomy.party import Party, Place, read_parties
from habeas.read.anatomy.salutation import Salutation
from habeas.read.anatomy.title import TO_WHOM
from habeas.read.anatomy.wording import WORDS, is_listed, phrase
from habeas.read.anatomy.zone import posting
from habeas.read.furniture import Use
from habeas.read.lexicon import words

_ADDRESS = re.compile(
    r"^\s*\d+[,\s]|@|https?:|www\.|\d{3}|\b(?:street|st\.|avenue|ave|road|rue|boulevard|square|palace|palais|str\.|straße|ул\.|улица|проспект|вул\.|calle|via|plaza)\b",
    re.I,
)
BLOCK = 14  # lines above a greeting that may name whom the letter is for


@dataclass(frozen=True, slots=True)
class Addressed:
    """One addressee as one place prints it."""

    name: str | None
    office: str | None
    span: Span
    collective: bool = False

    def as_printed(self) -> Addressee:
        """Return it for the reading; an office stands for a name that is not printed."""
        return Addressee(name=self.name or self.office or "", office=self.office, span=self.span)


def of_line(line: Line, parties: Iterable[Party]) -> list[Addressed]:
    """Return the parties of a line with their words and places."""
    return [
        Addressed(
            printed(line.text, one.name),
            printed(line.text, one.office),
            line.span(*one.whole),
            one.collective,
        )
        for one in parties
    ]


def printed(text: str, place: Place | None) -> str | None:
    """Return the words at a place of a line, every run of spaces made one."""
    return " ".join(text[slice(*place)].split()) if place else None


def greeted(salutations: list[Salutation]) -> list[Addressed]:
    """Return those whom the greetings name."""
    found = [
        one for salutation in salutations for one in of_line(salutation.line, salutation.parties)
    ]
    return merge(found)


def in_block(lines: list[Line], first: Salutation | None, skip: Span | None) -> list[Addressed]:
    """Return those whom the lines above the greeting name, or lines headed ``To:``."""
    head = [line for line in lines if line.use is Use.BODY and not _meets(line, skip)]
    if first:
        above = [line for line in head if line.index < first.line.index]
        start = max((i + 1 for i, line in enumerate(above) if line.is_prose), default=0)
        return _read_block(above[start:][-BLOCK:], sure=True)
    top = next((i for i, line in enumerate(head) if line.is_prose), len(head))
    return _read_block(head[:top][:BLOCK], sure=False)


def posted(lines: list[Line]) -> list[Addressed]:
    """Return whom the lines under a header such as ``Send appeals to:`` name."""
    body = [line for line in lines if line.use is Use.BODY]
    at = posting(body)
    return _read_block(body[at + 1 :][:BLOCK], sure=True)


def _meets(line: Line, span: Span | None) -> bool:
    return span is not None and line.whole.meets(span)


def _read_block(block: list[Line], *, sure: bool) -> list[Addressed]:
    """Read lines one by one; a header opens the addressees, another header ends them."""
    found: list[Addressed] = []
    taking = sure and not any(is_header(read_header(line), "addressed", "from") for line in block)
    explicit, street = False, -1
    for line in block:
        headed = read_header(line)
        opened = _opens(line, headed)
        if _is_dated(line) and not explicit and all(one.name is None for one in found):
            found = []  # what stands above the date was a letterhead
        taking = opened is not None or (taking and not _closes(line, headed))
        explicit = explicit or opened is not None
        start = opened or 0
        if phrase("page", "delivery").match(line.text):
            continue
        if _ADDRESS.search(_MAILBOX.sub("", line.text[start:])):
            street = line.group if opened is None else street
        elif taking and not (opened is None and street == line.group and _is_town(line)):
            found = _add(found, _read_line(line, start, sure=sure or explicit, explicit=explicit))
    return found


def _is_town(line: Line) -> bool:
    """Say whether a line under a street has no sign of a person or an office."""
    found = words_of(line.text)
    return not any(word.is_office or word.is_body or word.is_honorific for word in found)


def without(block: list[Addressed], signatories: Iterable[Signatory]) -> list[Addressed]:
    """Return the listed without those who sign: a sender prints his own name above too."""
    names = {one.name.casefold() for one in signatories}
    return [one for one in block if (one.name or "").casefold() not in names]


def _opens(line: Line, headed: Headed | None) -> int | None:
    """Return where the addressees begin in a line such as ``To: X`` or ``Letter to``."""
    if is_header(headed, "addressed", "header") and headed:
        return headed.at
    bare = " ".join(line.text.strip(" :*").lower().split())
    if bare in _headers():
        return len(line.text)
    found = TO_WHOM.match(line.text)
    return found.end() if found and not line.is_prose else None


def _headers() -> frozenset[str]:
    return words(WORDS, "addressed", "header") - {"a", "al", "do", "an", "para", "alla"}


def _closes(line: Line, headed: Headed | None) -> bool:
    if any(is_header(headed, *path) for path in _CLOSING):
        return True
    return bool(re.match(r"(?:от|from|від|von|de la part)\s", line.text, re.I))


_CLOSING = (
    ("addressed", "copy"),
    ("addressed", "from"),
    ("addressed", "subject"),
    ("addressed", "date"),
    ("page",),
    ("phone", "words"),
)


_SENDER = re.compile(r"\n\s*(?:from|от|von|de\s+la\s+part|від)\s", re.I)
_MAILBOX = re.compile(r"<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)")


def _read_line(line: Line, start: int, *, sure: bool, explicit: bool) -> list[Addressed]:
    text = _MAILBOX.sub(lambda box: " " * len(box[0]), line.text)
    sender = _SENDER.search(text, start)
    text = text[: sender.start()] if sender else text
    found = words_of(text, start)
    if not found or len(found) > 30 or re.search(r"\b(?:19|20)\d\d\b", line.text):
        return []
    known = is_person(found) or any(word.is_office for word in found) or holds_body(found)
    if not sure and not (is_person(found) or found[0].is_office):
        return []
    if known and not explicit and not _may_receive(found):
        return []
    small = sum(word.text[0].islower() for word in found)
    if not known and phrase("noun", "letter").search(text, start):
        return []
    if not known and (small * 2 > len(found) or len(found) > 6 or len(found) < 2):
        return []
    return of_line(line, read_parties(text, start))


def _is_dated(line: Line) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b", line.text)) and len(words_of(line.text)) < 9


def _may_receive(found: list[Word]) -> bool:
    """Say whether a line without "To" names a person, an office or a body of a state."""
    return is_person(found) or any(
        word.is_office or is_listed(word.text, "public", "words") for word in found
    )


def _add(held: list[Addressed], new: list[Addressed]) -> list[Addressed]:
    """Add what a line names; a name and an office on two lines are one addressee."""
    if len(new) == 1 and held:
        last, one = held[-1], new[0]
        if (one.name is None) != (last.name is None) and (one.office is None) != (
            last.office is None
        ):
            joined = replace(
                last,
                name=last.name or one.name,
                office=last.office or one.office,
                span=last.span.join(one.span),
            )
            return [*held[:-1], joined]
    return held + new


def merge(found: Iterable[Addressed]) -> list[Addressed]:
    """Make one of those that are the same, in the order of first sight."""
    kept: list[Addressed] = []
    for one in found:
        at = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _union(kept[at], one)
    return kept


def unite(block: list[Addressed], greeting: list[Addressed]) -> list[Addressed]:
    """Add the greeted to the listed: one greeted and one listed are the same."""
    named = [one for one in greeting if not one.collective]
    if not block or (greeting and not named):
        return greeting or block
    if len(block) == 1 and len(named) == 1:
        return [_union(block[0], named[0])]
    return merge([*block, *(one for one in named if one.name)])


def _union(one: Addressed, other: Addressed) -> Addressed:
    """Return two notices of one addressee as one, with the fuller name and office."""
    names = [name for name in (one.name, other.name) if name]
    name = max(names, key=lambda words: len(words.split()), default=None)
    # A body that stands under an office-holder is where he sits.
    offices = [x.office for x in (one, other) if x.office]
    held = [office for office in offices if not words_of(office)[0].is_body]
    office = max(held or offices, key=len, default="")
    base = one if one.name or not other.name else other
    return Addressed(name and _uninflected(name, names), office or None, base.span)


def _uninflected(name: str, names: list[str]) -> str:
    """Return a Russian name with the words that a greeting prints in the nominative."""
    if not re.match(r"[\u0400-\u052f]", name):
        return name
    others = [word for other in names if other != name for word in other.split()]
    words = ([o for o in others if same_word(_plain(o), _plain(word))] for word in name.split())
    return " ".join(
        same[0] if same else word for same, word in zip(words, name.split(), strict=True)
    )


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е")


def _same(one: Addressed, other: Addressed) -> bool:
    if one.name and other.name:
        return _share(one.name, other.name)
    if one.office and other.office:
        mine, theirs = _heads(one.office), _heads(other.office)
        return bool(mine & theirs) and (mine <= theirs or theirs <= mine)
    return False


def _share(one: str, other: str) -> bool:
    """Say whether two names share a word, whatever its case ending."""
    return any(same_word(a, b) for a in _name_words(one) for b in _name_words(other))


def _name_words(name: str) -> Iterator[str]:
    return (word for word in re.findall(r"[^\W\d_][\w’'-]+", name.casefold()) if len(word) > 2)


def same_word(one: str, other: str) -> bool:
    """Say whether two words are forms of one: the same but for a short ending."""
    least = min(len(one), len(other))
    stem = max(3, least - 2)
    return one[:stem] == other[:stem] and max(len(one), len(other)) - stem <= 4


def _heads(office: str) -> set[str]:
    return {word.text.casefold()[:6] for word in words_of(office) if is_listed(word.text, "office")}
