"""Mentions: the places of a passage where a name stands, before it is known whose it is.

Finds runs of capitalised words and cuts them where an office, an honorific or another name begins.
What a name is of, is decided in ``kind``; whom it denotes, in ``same``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model import EntityType
from habeas.read.names.vocabulary import (
    AFTER_ORGANIZATION,
    COUNTRIES,
    DEMONYMS,
    GIVEN,
    HEADS,
    HONORIFICS,
    KNOWN,
    OFFICES,
    PERSON_NOUNS,
    PLACES,
    PLAIN,
    UPPER,
    WEEKDAYS,
    alternatives,
    fold,
)
from habeas.read.passage import Passage


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in passage number `passage`, at `[start, end)` of its plain words.

    `kind` is None while undecided. `label` is what the model calls it.
    """

    passage: int
    start: int
    end: int
    text: str
    kind: EntityType | None = None
    label: str | None = None


_SUFFIX = "based|led|born|backed|run|style|owned|wide|related|funded|controlled|sponsored|held|era"
_CAP = (
    rf"(?:(?:al|el|an|ar|as|ash|at|ad)-|[dDlL][’'](?=[{UPPER}]))?[{UPPER}][^\W_]*"
    rf"(?:[-–](?!(?:{_SUFFIX})\b)[^\W_]+|[’'](?!s\b)[^\W\d_]+|\.(?=[{UPPER}]\.))*"
)
_INITIAL = rf"[{UPPER}][a-zа-я]?\.(?=[\s{UPPER}-])"
_PARTICLE = (
    r"(?:de|van|von|der|den|ter|bin|bint|ibn|ben|al|el|la|le|du|da|das|dos|del|della|di"
    r"|ould|zu|ud|ul|i|y)"
)
_RUN = re.compile(
    rf"(?:{_INITIAL}|{_CAP})(?:\s?(?<=\.)(?:{_INITIAL}|{_CAP})|\s(?:{_PARTICLE}\s){{0,2}}(?:{_INITIAL}|{_CAP}))*"
)
_WORD = re.compile(rf"{_INITIAL}|\S+")
_LINK = re.compile(
    r"(?P<link>\s(?:of|for|on|to|against|and|in|de|des|du|et|pour|with)\s(?:the\s|la\s|les\s)?|\s?[’']\s)"
)
_KNOWN = re.compile(rf"(?<![\w-])(?:{alternatives(frozenset(KNOWN))})(?!\w)")
_PLACE = re.compile(rf"(?<!\w)(?:{alternatives(PLACES)})(?!\w)")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_WORDY = {"ORG", "EVENT", "LAW", "WORK_OF_ART", "FAC"}
_PORTFOLIO = re.compile(r"(?i:minist(?:er|ry)|secretary|department)\s+(?:of|for)\s+(?:the\s+)?$")
_ALL_HEADS = frozenset().union(*HEADS.values())
_NO_BEGINNING = {"the", "a", "an", "dear"} | WEEKDAYS
_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|our|my)\s+", re.I)
_TITLES = HONORIFICS | OFFICES | PERSON_NOUNS


def has_head(text: str) -> bool:
    """Say whether a name holds a word that tells what kind of body, law or event it is of."""
    return any(word in _ALL_HEADS for word in text.lower().split())


def runs(passage: Passage, number: int) -> Iterator[Mention]:
    """Yield the names of a passage as its capitals show them, cut at offices and other names."""
    for found in _RUN.finditer(passage.text):
        words = [(found.start() + word.start(), word[0]) for word in _WORD.finditer(found[0])]
        part = len(words) == 1 and passage.text.endswith((" of ", " for "), 0, found.start())
        for start, end in [(0, 1)] if part else _cut(words):
            first, last = words[start], words[end - 1]
            stop = last[0] + len(last[1])
            yield Mention(number, first[0], stop, passage.text[first[0] : stop])


def _cut(words: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a run that are names, offices and honorifics taken out."""
    begin, at = 0, 0
    while at < len(words):
        size = _office(words, at)
        if size:
            yield from _name(words, begin, at)
            at = begin = at + size
        elif at > begin and _turns(words, begin, at):
            yield from _name(words, begin, at)
            begin = at
            at += 1
        else:
            at += 1
    yield from _name(words, begin, len(words))


def _office(words: list[tuple[int, str]], at: int) -> int:
    """Return how many words from `at` on are an office or honorific, 0 if none."""
    for size in (2, 1):
        phrase = " ".join(word for _, word in words[at : at + size]).lower().rstrip(".")
        if len(words) - at < size or phrase not in _TITLES:
            continue
        if (
            len(words) == size
            or phrase in HONORIFICS
            or phrase in OFFICES
            or at + size < len(words)
        ):
            return size
    return 0


def _turns(words: list[tuple[int, str]], begin: int, at: int) -> bool:
    """Say whether a new name begins at `at`: a person after a country or a body."""
    held = " ".join(word for _, word in words[begin:at])
    word = words[at][1]
    starts = len(word) == 2 and word[1] == "." and word[0].isupper()
    starts = starts or (fold(word) in GIVEN and at + 1 < len(words))
    if not starts:
        return False
    plain = any(one.lower() in PLAIN for _, one in words[begin:at])
    return held in COUNTRIES or plain or (has_head(held) and len(words) > at + 1)


def _name(words: list[tuple[int, str]], begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and words[begin][1].lower() in _NO_BEGINNING:
        begin += 1
    while begin < end and words[end - 1][1] in ("i", "y", "al", *DEMONYMS) and end - begin > 1:
        end -= 1
    rest = " ".join(word for _, word in words[begin + 1 : end])
    if begin + 1 < end and words[begin][1] in DEMONYMS and not has_head(rest):
        begin += 1
    if begin < end:
        yield begin, end


def labelled(passage: Passage, number: int) -> Iterator[Mention]:
    """Yield the names that the model sees in a passage, articles and brackets taken off."""
    if passage.doc is None:
        return
    for one in passage.doc.ents:
        start, end = _bare(passage.text, one.start_char, one.end_char)
        text = passage.text[start:end]
        if text and any(char.isupper() for char in text):
            yield Mention(number, start, end, text, label=one.label_)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    start = max(start, text.rfind("[", start, end) + 1)
    start += 3 if text[start : start + 3].lower() == "ex-" else 0
    words = text[start:end]
    opened = words.find(" (")
    if opened > 0:
        words = words[:opened]
    words = re.sub(r"(?:\s+(?:and|of|for|the|on|in))+$", "", words)
    words = re.sub(r"(?:[’'´]s?|[.,;:”\"’)\]\s]+)$", "", words)
    lead = len(words) - len(words.lstrip(" (\"“‘'[«"))
    return start + lead, start + len(words)


def known(passage: Passage, number: int) -> Iterator[Mention]:
    """Yield the countries, capitals and well-known bodies that a passage names."""
    for found in _PLACE.finditer(passage.text):
        yield Mention(number, found.start(), found.end(), found[0], EntityType.PLACE)
    for found in _KNOWN.finditer(passage.text):
        name = " ".join(found[0].split())
        yield Mention(number, found.start(), found.end(), name, KNOWN.get(name))


def joined(passage: Passage, names: list[Mention], model: list[Mention]) -> Iterator[Mention]:
    """Yield the names, those of bodies and laws grown over "of", "for" and "and"."""
    held: Mention | None = None
    spans = [(m.start, m.end) for m in model if m.label in _WORDY]
    for one in names:
        if held and _links(passage.text, held, one, spans):
            text = passage.text[held.start : one.end]
            held = Mention(held.passage, held.start, one.end, text, None, held.label)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _links(text: str, held: Mention, one: Mention, spans: list[tuple[int, int]]) -> bool:
    between = text[held.end : one.start]
    if not _LINK.fullmatch(between) or one.text.split()[0].lower() in WEEKDAYS:
        return False
    if any(start <= held.start and one.end <= end for start, end in spans):
        return not _PORTFOLIO.search(text, max(0, held.start - 40), held.start)
    after = _NEXT.match(text, one.end)
    if between.strip() == "for" and after and after[1] in AFTER_ORGANIZATION:
        return True
    return between.strip() in ("of", "for", "of the", "on") and has_head(held.text)
