"""Put the mentions of one document that can be one name together.

A family name alone goes to the bearer who is named most. Nothing is merged across documents.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from habeas.model import EntityType
from habeas.read.names.mention import Mention
from habeas.read.names.spelling import acronym, agree, body_key, is_initial, parts, place_key
from habeas.read.names.vocabulary import ALIASES, fold
from habeas.read.passage import Passage

_OPENED = re.compile(r"\s*[(\[]\s*[\"“‘]?")
_KNOWN_AS = re.compile(r",?\s*(?:also|otherwise|better)?\s*known\s+as\s+(?:the\s+)?")
ALIAS = 6  # letters of a short name made of a person's initials
_BODIES = (EntityType.ORGANIZATION, EntityType.PUBLIC_BODY)


@dataclass(slots=True)
class Group:
    """The mentions held to be of one person, body or place, while they are being gathered."""

    kind: EntityType
    mentions: list[Mention] = field(default_factory=list)
    forms: list[list[str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form that is printed; of equal ones the first."""
        return max((" ".join(one.text.split()) for one in self.mentions), key=_fullness)

    @property
    def first(self) -> tuple[int, int]:
        """Where it is first named."""
        return min((one.passage, one.start) for one in self.mentions)


def _fullness(name: str) -> tuple[int, int, bool]:
    words = parts(name)
    return sum(not is_initial(word) for word in words), len(words), not name.isupper()


def group(passages: dict[int, Passage], mentions: Iterable[Mention]) -> list[Group]:
    """Return the groups of the mentions in the order of their first."""
    listed = sorted(mentions)
    people = [one for one in listed if one.kind is EntityType.PERSON]
    others = [one for one in listed if one.kind is not EntityType.PERSON]
    found = _people(passages, people) + _others(passages, others)
    return sorted(found, key=lambda one: one.first)


def _people(passages: dict[int, Passage], mentions: list[Mention]) -> list[Group]:
    by_form: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for one in mentions:
        by_form[tuple(parts(one.text))].append(one)
    groups: list[Group] = []
    glosses = {two.text: one for one, two in _glossed(passages, mentions) if two.text.isupper()}
    for form in sorted(by_form, key=lambda form: _rank(form, by_form[form])):
        gloss = glosses.get(by_form[form][0].text)
        home = _home(parts(gloss.text) if gloss else list(form), groups)
        if home is None:
            home = Group(EntityType.PERSON)
            groups.append(home)
        home.mentions += by_form[form]
        home.forms.append(list(form))
    return groups


def _rank(form: tuple[str, ...], mentions: list[Mention]) -> tuple[bool, int, int, Mention]:
    """Order forms so that full names found groups before initials and single words join them."""
    full = sum(not is_initial(word) for word in form)
    return len(form) == 1, -full, -len(mentions), mentions[0]


def _home(form: list[str], groups: list[Group]) -> Group | None:
    """Return the group that a form joins: the best agreement, then the most named."""
    best, score = None, (0, 0)
    for one in groups:
        worth = agree(form, one.forms[0])
        if worth and (worth, len(one.mentions)) > score:
            best, score = one, (worth, len(one.mentions))
    return best


def _others(passages: dict[int, Passage], mentions: list[Mention]) -> list[Group]:
    by_key: dict[tuple[EntityType, str], Group] = {}
    for one in mentions:
        key = _key(one)
        by_key.setdefault(key, Group(key[0])).mentions.append(one)
    links = _bracketed(passages, mentions) | _initials(by_key)
    for short, long in links.items():
        if short in by_key and long in by_key and short != long:
            by_key[long].mentions += by_key.pop(short).mentions
    _shortened(by_key)
    return list(by_key.values())


def _key(one: Mention) -> tuple[EntityType, str]:
    kind = one.kind or EntityType.ORGANIZATION
    name = " ".join(one.text.split())
    if kind is EntityType.PLACE:
        return kind, place_key(name)
    name = ALIASES.get(name, name)
    if kind is EntityType.PUBLIC_BODY:
        return kind, body_key(name)
    return kind, re.sub(r"^the ", "", fold(name))


def _bracketed(
    passages: dict[int, Passage], mentions: list[Mention]
) -> dict[tuple[EntityType, str], tuple[EntityType, str]]:
    """Link "Long Name (LN)", "LN (Long Name)" and "Long Name, known as LN": short key to long."""
    links = {}
    for one, two in _glossed(passages, mentions):
        a, b = sorted((_key(one), _key(two)), key=lambda key: len(key[1]))
        if " " not in a[1] and a[0] in _BODIES and b[0] in _BODIES:
            links[a] = b
    return links


def _glossed(
    passages: dict[int, Passage], mentions: list[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Yield a name and the other name that brackets or "known as" put beside it."""
    for one, two in pairwise(mentions):
        if one.passage == two.passage:
            text = passages[one.passage].text
            between, after = text[one.end : two.start], text[two.end : two.end + 2]
            bracketed = _OPENED.fullmatch(between) and ")" in after
            if bracketed or _KNOWN_AS.fullmatch(between) or _is_alias(two, between + after[:1]):
                yield one, two


def _is_alias(one: Mention, around: str) -> bool:
    """Say whether capitals between commas are a person's short name: "A B, AB, said"."""
    short = one.text.isupper() and len(one.text) <= ALIAS
    return short and one.kind is EntityType.PERSON and around == ", ,"


def _initials(
    by_key: dict[tuple[EntityType, str], Group],
) -> dict[tuple[EntityType, str], tuple[EntityType, str]]:
    long = defaultdict(list)
    for kind, name in by_key:
        if " " in name:
            long[acronym(name)].append((kind, name))
    return {
        key: long[key[1]][0]
        for key, group_ in by_key.items()
        if " " not in key[1] and len(long[key[1]]) == 1 and group_.name.isupper()
    }


def _shortened(by_key: dict[tuple[EntityType, str], Group]) -> None:
    """Let the first word, or the last ones, of a name join the only longer name of its kind."""
    first = defaultdict(list)
    for kind, name in by_key:
        if " " in name and " of " not in name:
            first[kind, name.split()[0]].append((kind, name))
    for key in [key for key in by_key if key[0] is not EntityType.PLACE]:
        longer = first[key]
        if " " in key[1]:
            longer = [one for one in by_key if one[0] == key[0] and one[1].endswith(f" {key[1]}")]
        if len(longer) == 1 and longer[0] in by_key:
            by_key[longer[0]].mentions += by_key.pop(key).mentions
