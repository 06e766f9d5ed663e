"""Bodies, laws and events that are named by description: "the Xish authorities", "the Y tragedy".

Each has a fixed form: a country or demonym with a noun of the lexicon. Nothing else is taken.
"""

import re
from collections.abc import Iterator

from habeas.model import EntityType
from habeas.read.lexicon import words
from habeas.read.names.mention import Mention
from habeas.read.names.vocabulary import (
    AFTER_EVENT,
    AFTER_PLACE,
    BEFORE_EVENT,
    COUNTRIES,
    DEMONYMS,
    EXECUTIVE,
    LAW,
    MONTHS,
    PRIVATE,
    PUBLIC,
    UPPER,
    alternatives,
)
from habeas.read.passage import Passage

_NOUNS = {
    **dict.fromkeys(PRIVATE, EntityType.ORGANIZATION),
    **dict.fromkeys(LAW, EntityType.TREATY),
    **dict.fromkeys(EXECUTIVE | PUBLIC, EntityType.PUBLIC_BODY),
}
_STATE = alternatives(EXECUTIVE | PUBLIC)
_LANDED = alternatives(
    (EXECUTIVE - {"regime", "leadership"}) | {"parliament", "embassy", "consulate"}
)
_ANY = alternatives(frozenset(_NOUNS))
_COUNTRY = alternatives(frozenset(COUNTRIES))
_DEMONYM = alternatives(frozenset(DEMONYMS))
_CAP = rf"[{UPPER}][^\W_]+(?:[-’'](?!s\b)[^\W\d_]+)*"
_MONTH = alternatives(frozenset(month.title() for month in MONTHS))
_YEAR = r"(?:\s+of\s+\d{4}|\s+on\s+\w+\s+\d+)"
_BODY = re.compile(
    rf"(?<![\w-])(?:(?:private|local|independent|state|official)\s+(?=(?:{_DEMONYM})))?(?:{_DEMONYM})\s+(?P<adjective>(?i:{_ANY}))(?!\w)"
    rf"|(?<![\w-])(?:{_COUNTRY})(?:[’'´]s?)?\s+(?P<owner>(?i:{_STATE}))(?!\w|\s+of\b)"
    rf"|(?<![\w-])(?P<of>(?i:{_STATE}))\s+of\s+(?:the\s+)?(?:{_COUNTRY})(?!\w)"
    rf"|(?<![\w-])(?P<land>(?i:{_LANDED}))\s+of\s+(?:the\s+)?{_CAP}(?:\s{_CAP})?(?!\w)"
    rf"|(?<![\w-])[{UPPER}][^\W\d_]+(?:ian|ese|stani|ish)\s+(?P<unknown>(?i:{_LANDED}))(?!\w)"
    r"|(?<!\w)(?P<law>[Ii]nternational\s+law)(?!\w)"
)
_EVENT = re.compile(
    rf"(?<![\w-])(?:(?:{_DEMONYM}|{_CAP})\s+(?:{alternatives(AFTER_EVENT)})(?!\w)(?!\s+of\s+[{UPPER}])"
    rf"|(?:{_DEMONYM}|{_CAP})\s+(?:Revolution|Uprising|Massacre|Spring)(?!\w)"
    rf"|(?:{alternatives(BEFORE_EVENT)})\s+(?:in|at|of)\s+(?:the\s+)?{_CAP}"
    rf"|[Ss]anctions\s+against\s+(?:{_COUNTRY})"
    rf"|(?:(?:{_MONTH})[’']s\s+)?(?:(?:presidential|parliamentary|general|local|municipal)\s+)elections?(?:{_YEAR})?\s+in\s+(?:{_COUNTRY})"
    rf"|(?:annual\s+)?[{UPPER}]{{2,}}\s+(?:conference|summit)\s+in\s+{_CAP})"
)
_SITE = re.compile(
    rf"(?<![\w-])(?!(?:{_DEMONYM})\s+[a-z]){_CAP}(?:\s{_CAP}){{0,2}}\s+(?i:{alternatives(AFTER_PLACE)})(?!\w)"
)
_TRIGGER = re.compile(rf"(?i:{alternatives(AFTER_EVENT | BEFORE_EVENT | {'sanctions', 'spring'})})")
_NOT_FIRST = words("names_words", "small", "never_first")


def described(passage: Passage, number: int) -> Iterator[Mention]:
    """Yield the described bodies, laws and events of a passage; events may hold other names."""
    for found in _BODY.finditer(passage.text):
        noun = " ".join((found[found.lastgroup or 0]).lower().split())
        kind = _NOUNS.get(noun, EntityType.TREATY if found["law"] else EntityType.PUBLIC_BODY)
        yield Mention(number, found.start(), found.end(), found[0], kind)
    for found in _SITE.finditer(passage.text):
        if found[0].split()[0] not in _NOT_FIRST:
            yield Mention(number, found.start(), found.end(), found[0], EntityType.PLACE)
    if _TRIGGER.search(passage.text):
        for found in _EVENT.finditer(passage.text):
            if found[0].split()[0] not in _NOT_FIRST:
                yield Mention(number, found.start(), found.end(), found[0], EntityType.NAMED_EVENT)
