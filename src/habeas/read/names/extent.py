"""How far a name reaches: its number ("Colony No. 9"), its year ("Treaty 2003") and its "The".

Only moves the ends of a name that is already seen.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from habeas.model import EntityType
from habeas.read.names.kind import head_kind
from habeas.read.names.mention import Mention
from habeas.read.names.vocabulary import fold
from habeas.read.passage import Passage

_NUMBER = re.compile(r"\s+(?:No|Nr|Number|№)\.?\s*\d+(?!\w)")
_CUT = re.compile(r"\s+(?:No|Nr|Number)\.?$")
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:1[89]|20)\d\d\s$")
_YEAR_AFTER = re.compile(r"\s(?:1[89]|20)\d\d(?!\w)(?!\s*[-–]\s*\d)")
_YEARLY = (EntityType.TREATY, EntityType.NAMED_EVENT)
_THE = re.compile(r"(?P<before>[^\s\"“‘«(*])?[\s\"“‘«(*]+The\s$|^The\s$")
_ENDS = ".!?:;"


def extended(passage: Passage, one: Mention) -> Mention:
    """Return a name with the number or year that belongs to it."""
    text, start, end = passage.text, one.start, one.end
    cut = _CUT.search(one.text)
    end -= len(cut[0]) if cut else 0
    kind = head_kind(text[start:end])
    number = _NUMBER.match(text, end) if kind or cut else None
    if number:
        end = number.end()
    elif kind in _YEARLY:
        year = _YEAR_AFTER.match(text, end) if kind is EntityType.TREATY else None
        end = year.end() if year else end
        start -= 5 if _YEAR_BEFORE.search(text, max(0, start - 6), start) else 0
    if (start, end) == (one.start, one.end):
        return one
    return replace(one, start=start, end=end, text=text[start:end])


def with_article(passages: dict[int, Passage], mentions: Iterable[Mention]) -> list[Mention]:
    """Return the names, "The" taken in where a body is printed with it within a sentence."""
    listed = list(mentions)
    titled: set[str] = set()
    for one in listed:
        if one.kind is EntityType.ORGANIZATION:
            found = _article(passages[one.passage].text, one)
            if found and found["before"] and found["before"] not in _ENDS:
                titled.add(fold(one.text))
    if not titled:
        return listed
    return [_titled(passages[one.passage].text, one, titled) for one in listed]


def _article(text: str, one: Mention) -> re.Match[str] | None:
    return _THE.search(text[max(0, one.start - 8) : one.start])


def _titled(text: str, one: Mention, titled: set[str]) -> Mention:
    if fold(one.text) not in titled or not text.endswith("The ", 0, one.start):
        return one
    start = one.start - 4
    return replace(one, start=start, text=text[start : one.end])
