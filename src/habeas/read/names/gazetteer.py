"""Find again in the whole text the names that are known from somewhere in it.

Sees what the model overlooked: a family name alone, capitals, a name without its space. Menus and
tag lists are passed over.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator

from habeas.model import EntityType
from habeas.read.names.mention import Mention
from habeas.read.names.same import Group
from habeas.read.names.vocabulary import UPPER
from habeas.read.passage import Passage

_BEFORE = re.compile(rf"(?:[{UPPER}]\.\s?)+$")
LEAST = 3  # characters of a name word that is searched for alone


class Taken:
    """The stretches of passages that names already fill."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.spans: dict[int, list[tuple[int, int]]] = {}
        for one in mentions:
            self.spans.setdefault(one.passage, []).append((one.start, one.end))
        for spans in self.spans.values():
            spans.sort()

    def add(self, one: Mention) -> None:
        """Take the characters of a mention."""
        insort(self.spans.setdefault(one.passage, []), (one.start, one.end))

    def meets(self, passage: int, start: int, end: int) -> bool:
        """Say whether a name stands on any of these characters."""
        spans = self.spans.get(passage, [])
        at = bisect_right(spans, (start, end))
        return any(s < end and start < e for s, e in spans[max(0, at - 2) : at + 1])


def find_again(passages: dict[int, Passage], groups: list[Group]) -> Iterator[Mention]:
    """Yield further mentions of the groups' names, none where a name is already seen."""
    kinds = _searched(groups)
    if not kinds:
        return
    names = "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(kinds, key=lambda n: -len(n))
    )
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    taken = Taken(one for group in groups for one in group.mentions)
    for number, passage in passages.items():
        for found in pattern.finditer(passage.text):
            kind = kinds[" ".join(found[0].split())]
            start = found.start()
            if kind is EntityType.PERSON:
                lead = _BEFORE.search(passage.text, max(0, start - 8), start)
                start = lead.start() if lead else start
            body = kind is not EntityType.PERSON and " " in found[0]
            if body or not taken.meets(number, start, found.end()):
                yield Mention(number, start, found.end(), passage.text[start : found.end()], kind)


def _searched(groups: list[Group]) -> dict[str, EntityType]:
    """Return the forms to search for: whole names, their capitals, persons' family names."""
    forms: dict[str, EntityType] = {}
    for one in groups:
        for mention in one.mentions:
            name = " ".join(mention.text.split())
            if len(name) < LEAST or name.islower():
                continue
            forms.setdefault(name, one.kind)
            if " " in name:
                forms.setdefault(name.upper(), one.kind)
                forms.setdefault(" ".join([*name.split()[:-1], name.split()[-1].lower()]), one.kind)
        if one.kind is EntityType.PERSON:
            words = one.name.split()
            last = words[-1]
            if len(words) > 1 and len(last) > LEAST and "." not in last:
                forms.setdefault(last, one.kind)
                forms.setdefault(last.title(), one.kind)
    return forms


def find_declined(passages: dict[int, Passage], groups: list[Group]) -> Iterator[Mention]:
    """Yield further mentions of persons with Russian names, in any case and in capitals."""
    names: dict[str, None] = {}
    for one in groups:
        if one.kind is EntityType.PERSON:
            stems = [
                stem for stem in max(one.forms, key=len) if len(stem) > LEAST and stem[0] >= "а"
            ]
            whole = r"\s+".join(rf"{re.escape(stem)}[а-яё]{{0,3}}" for stem in stems)
            names |= dict.fromkeys([whole] if stems else [])
            names |= dict.fromkeys(
                rf"{re.escape(stem)}(?:[аеуыиюя]|ом|ым|ой|ого|ому)?" for stem in stems
            )
    if not names:
        return
    ordered = sorted(names, key=lambda name: (r"\s" in name, len(name)), reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)
    taken = Taken(one for group in groups for one in group.mentions)
    for number, passage in passages.items():
        folded = (
            passage.text.replace("ё", "е").replace("Ё", "Е").replace("й", "и").replace("Й", "И")
        )
        for found in pattern.finditer(folded):
            start, end = found.span()
            proper = all(word[0].isupper() for word in found[0].split())
            if proper and not taken.meets(number, start, end):
                yield Mention(number, start, end, passage.text[start:end], EntityType.PERSON)
