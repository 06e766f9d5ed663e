"""All mentions of a document: what each finder sees, brought to one list without overlaps."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from habeas.model import Anatomy, EntityType
from habeas.read.furniture import Use
from habeas.read.names.described import described
from habeas.read.names.extent import extended, with_article
from habeas.read.names.gazetteer import Taken
from habeas.read.names.kind import decide, head_kind, is_personlike, kind_of_body
from habeas.read.names.mention import Mention, joined, known, labelled, runs
from habeas.read.names.printed import LANGUAGES, printed, respelled
from habeas.read.names.vocabulary import (
    DEMONYMS,
    GIVEN,
    MONTHS,
    OFFICES,
    PLAIN,
    STRONG,
    UPPER,
    fold,
)
from habeas.read.names.voted import completed, voted
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_BRACKETS = re.compile(r"\s*[()]\s*")
_COUPLE = re.compile(r"\s+(?:couple|brothers|sisters|spouses)\b")
_ITEM = re.compile(r"[^\W_][\w .’'-]*[^\W_]")
_BYLINES = ("author", "authors", "by", "byline", "creator")
_OUTLETS = ("publisher", "site", "site_name", "outlet", "source")
_DESKS = ("desk", "team", "staff", "editors", "newsroom", "reporter", "press office")
_OWNED = re.compile(
    rf"©\s*(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?\s+)?([{UPPER}][^–—·|,\n]*?[^\s.])(?=\s*(?:[–—·|,\n.]|$))"
)
# "(Country; GROUP)" beside the name of a member of an assembly.
_BENCH = re.compile(rf"\(([{UPPER}][^();,\d]{{2,40}})[;,]\s*([{UPPER}][{UPPER}/&-]{{1,9}})\)")
SKIPPED = {Use.NAVIGATION, Use.TAGS}


def readable(sheet: Sheet) -> dict[int, Passage]:
    """Return the passages that are read for names, by number."""
    pairs = zip(sheet.passages, sheet.uses, strict=True)
    return {i: passage for i, (passage, use) in enumerate(pairs) if use not in SKIPPED}


def seen(passages: dict[int, Passage], anatomy: Anatomy, language: str | None) -> list[Mention]:
    """Return the mentions with their kinds, in order, none within another but in events."""
    sure, loose = list(_printed(passages, anatomy)), list[Mention]()
    lands = {
        fold(one.text)
        for n, p in passages.items()
        for one in _fields(p, n)
        if one.kind is EntityType.PLACE
    }
    sure = [one for one in sure if fold(one.text) not in lands]
    people = [name for name, kind in parties(anatomy).items() if kind is EntityType.PERSON]
    for number, passage in passages.items():
        sure += _fields(passage, number)
        loose += _of_passage(passage, number)
        if language in LANGUAGES:
            loose += printed(passage, number, language)
            loose += respelled(passage, number, people)
    loose = [extended(passages[one.passage], one) for one in loose]
    found = settled(sure, with_article(passages, decide(passages, cut(loose))))
    if language not in LANGUAGES:
        return found
    return completed(found, voted(passages, language), language)


def is_pair(passage: Passage, one: Mention) -> bool:
    """Say whether a family name stands for two: "the X couple"."""
    return " " not in one.text and bool(_COUPLE.match(passage.text, one.end))


def cut(mentions: list[Mention]) -> list[Mention]:
    """Cut a word off a name that stands without it elsewhere: "A B Freed" where "A B" is named."""
    count = Counter(one.text for one in mentions if one.kind is None)
    found = []
    for one in mentions:
        shorter = " ".join(one.text.split()[:-1])
        known_ = one.kind is None and " " in shorter and count[shorter] >= count[one.text]
        if known_ and not head_kind(one.text) and one.text.startswith(shorter):
            end = one.start + len(shorter)
            one = Mention(one.passage, one.start, end, shorter, None, one.label)
        found.append(one)
    return found


def _fields(passage: Passage, number: int) -> Iterator[Mention]:
    """Yield the authors that the front matter of a page names, user names too."""
    label = passage.block.label
    if label in _BYLINES or label in _OUTLETS:
        for found in _ITEM.finditer(passage.text):
            person = label in _BYLINES and not _is_desk(found[0])
            kind = EntityType.PERSON if person else EntityType.ORGANIZATION
            yield Mention(number, found.start(), found.end(), found[0], kind)
    for found in _OWNED.finditer(passage.text) if "©" in passage.text else ():
        yield Mention(number, found.start(1), found.end(1), found[1], EntityType.ORGANIZATION)
    for found in _BENCH.finditer(passage.text) if "(" in passage.text else ():
        yield Mention(number, found.start(1), found.end(1), found[1], EntityType.PLACE)
        yield Mention(number, found.start(2), found.end(2), found[2], EntityType.ORGANIZATION)


def _is_desk(name: str) -> bool:
    """Say whether a byline is no person's: "Newsdesk", "Staff reporter"."""
    return name.lower().endswith(_DESKS)


def _of_passage(passage: Passage, number: int) -> Iterator[Mention]:
    yield from described(passage, number)
    yield from known(passage, number)
    if passage.doc is None:
        return
    model = list(labelled(passage, number))
    proper = (_proper(passage, one) for one in runs(passage, number))
    names = [_with_label(one, model) for one in proper if one]
    grown = _grown(passage, number, names, model)
    yield from (one for one in grown if not all(word in PLAIN for word in one.text.lower().split()))


def _proper(passage: Passage, one: Mention) -> Mention | None:
    """Cut the words at the start that the parser takes for no name: "Torture", "Although"."""
    words = (
        passage.doc.char_span(one.start, one.end, alignment_mode="expand") if passage.doc else None
    )
    if words is None:
        return None
    start = 0
    while (
        start < len(words)
        and words[start].tag_ not in ("NNP", "NNPS", "FW")
        and (not words[start].ent_type_ or words[start].ent_type_ in ("CARDINAL", "DATE"))
    ):
        start += 1
    if start == len(words):
        return None
    at = max(one.start, words[start].idx)
    rest = passage.text[at : one.end]
    if rest in DEMONYMS or rest.lower() in MONTHS:
        return None
    return Mention(one.passage, at, one.end, passage.text[at : one.end])


def _with_label(one: Mention, model: list[Mention]) -> Mention:
    for seen_ in model:
        if seen_.start < one.end and one.start < seen_.end:
            return Mention(one.passage, one.start, one.end, one.text, None, seen_.label)
    return one


def _grown(
    passage: Passage, number: int, names: list[Mention], model: list[Mention]
) -> Iterator[Mention]:
    """Join names over small words where the model or a head word holds them together."""
    wide = [one for one in model if one.label in ("ORG", "EVENT", "LAW", "WORK_OF_ART", "FAC")]
    for one in joined(passage, names, model):
        for whole in wide:
            if (
                whole.start <= one.start
                and one.end <= whole.end
                and (whole.start, whole.end) != (one.start, one.end)
            ):
                if head_kind(whole.text) and whole.text.lower().split()[0] not in OFFICES:
                    one = Mention(number, whole.start, whole.end, whole.text, None, whole.label)
                break
        yield one


def _printed(passages: dict[int, Passage], anatomy: Anatomy) -> Iterator[Mention]:
    """Yield where the signatories, their bodies and the addressees stand."""
    for name, kind in parties(anatomy).items():
        words = r"\s+".join(map(re.escape, name.split()))
        for number, passage in passages.items():
            for found in re.finditer(rf"(?<!\w){words}(?!\w)", passage.text):
                yield Mention(number, found.start(), found.end(), found[0], kind)


def parties(anatomy: Anatomy) -> dict[str, EntityType]:
    """Return the names that the anatomy is sure of, with what they are of."""
    forms: dict[str, EntityType] = {}
    signed = [part for one in anatomy.signatories for part in _BRACKETS.split(one.name) if part]
    called = [part for one in anatomy.addressees for part in _BRACKETS.split(one.name) if part]
    bodies = sum(head_kind(one.name) is not None for one in anatomy.signatories)
    listed = 2 * bodies >= len(anatomy.signatories) > 2  # the signatories are bodies
    for name in signed:
        if _signs(name, signed) and not (listed and fold(name.split()[0]) not in GIVEN):
            forms[name] = EntityType.PERSON
        else:
            whole = name.split(", ")[0] if head_kind(name.split(", ")[0]) else name
            forms[whole] = kind_of_body(whole)
            seat = name[len(whole) :].lstrip(", ")
            if seat.istitle() and seat.isalpha():
                forms[seat] = EntityType.PLACE
    for name in called:
        if is_personlike(name) or (" " not in name and name.istitle()):
            forms.setdefault(name, EntityType.PERSON)
        elif head_kind(name) and not name[0].islower() and "," not in name:
            forms.setdefault(name, kind_of_body(name))
    for one in anatomy.signatories:
        if one.affiliation:
            forms[one.affiliation] = kind_of_body(one.affiliation)
    return forms


def _signs(name: str, signed: list[str]) -> bool:
    """Say whether a signatory is a person; a lone word among bodies is a body."""
    if " " in name:
        return is_personlike(name)
    folded = fold(name)
    return folded in GIVEN or folded.endswith(STRONG) or len(signed) == 1


def settled(sure: list[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Return the mentions of which none overlaps a surer or longer one."""
    listed = list(others)
    events = [one for one in listed if one.kind is EntityType.NAMED_EVENT]
    rest = sorted((one for one in listed if one.kind is not EntityType.NAMED_EVENT), key=_size)
    kept: list[Mention] = []
    _keep(sorted(sure, key=_size), kept)
    _keep(rest, kept)
    lone: list[Mention] = []
    _keep(sorted(events, key=_size), lone)
    whole = {(one.passage, one.start, one.end) for one in kept}
    return sorted([*kept, *(e for e in lone if (e.passage, e.start, e.end) not in whole)])


def _size(one: Mention) -> int:
    return -(one.end - one.start)


def _keep(mentions: Iterable[Mention], kept: list[Mention]) -> None:
    """Add the mentions to `kept` that overlap none of it."""
    taken = Taken(kept)
    for one in mentions:
        if not taken.meets(one.passage, one.start, one.end):
            taken.add(one)
            kept.append(one)
