"""What a name is of: evidence from its words, the words beside it, and the model, added up.

The evidence of every place where one form stands counts together, so that one slip of the model
does not make a person a town. A form with too little evidence is no name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from habeas.model import EntityType
from habeas.read.lexicon import words as listed_words
from habeas.read.names.context import around
from habeas.read.names.mention import Mention
from habeas.read.names.vocabulary import (
    DEMONYMS,
    GIVEN,
    HEADS,
    KNOWN,
    PLACES,
    STATE,
    STRONG,
    fold,
)
from habeas.read.passage import Passage

PERSON, ORGANIZATION, BODY = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PUBLIC_BODY
PLACE, TREATY, EVENT = EntityType.PLACE, EntityType.TREATY, EntityType.NAMED_EVENT
Votes = dict[EntityType, float]
_LABELS = {
    "PERSON": (PERSON, 2.0),
    "ORG": (ORGANIZATION, 1.2),
    "GPE": (PLACE, 1.5),
    "LOC": (PLACE, 1.5),
    "FAC": (PLACE, 0.7),
    "EVENT": (EVENT, 1.0),
    "LAW": (TREATY, 1.0),
    "WORK_OF_ART": (ORGANIZATION, 0.3),
    "PRODUCT": (ORGANIZATION, 0.3),
    "NORP": (ORGANIZATION, -1.0),
}
# Whose congress or conference is a standing body, not an event.
_MEMBERS = re.compile(
    r"\b(?:trades?|labou?r|unions?|workers|parties|bishops|churches|rabbis|teachers|students)\b"
)
_INITIALS = re.compile(r"(?:\w\.[\s-]?)+\w{2,}")
ENOUGH = 1.4
SAID = 2  # as often as this the model's word counts, however many times it says it


def decide(passages: dict[int, Passage], mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with the kind that the evidence shows, without those of no kind."""
    listed = list(mentions)
    totals: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    labels: dict[str, list[str]] = defaultdict(list)
    for one in listed:
        if one.kind is None:
            _add(totals[fold(one.text)], _votes(one, passages[one.passage].text))
            labels[fold(one.text)].append(one.label or "")
    for form, some in labels.items():
        _add(totals[form], _of_model(some))
    _share(totals)
    kinds = {form: _winner(votes) for form, votes in totals.items()}
    found = []
    for one in listed:
        kind = one.kind or kinds[fold(one.text)]
        if kind:
            found.append(Mention(one.passage, one.start, one.end, one.text, kind, one.label))
    return found


def _add(total: Votes, votes: Iterable[tuple[EntityType, float]]) -> None:
    for kind, weight in votes:
        total[kind] += weight


def _of_model(labels: list[str]) -> Iterable[tuple[EntityType, float]]:
    """Yield what the model says of a form: its mean, so that one mistake made often counts once."""
    scale = min(len(labels), SAID) / len(labels)
    for label, count in Counter(labels).items():
        if label in _LABELS:
            kind, weight = _LABELS[label]
            yield kind, weight * count * scale


def _share(totals: dict[str, Votes]) -> None:
    """Let a full name vouch for the family name and the given name that stand alone."""
    for form, votes in list(totals.items()):
        words = form.split()
        if 1 < len(words) <= 4 and votes[PERSON] >= 2 and _winner(votes) is PERSON:
            for word in (words[0], words[-1]):
                if word in totals and len(word) > 2:
                    totals[word][PERSON] += 4


def _winner(votes: Votes) -> EntityType | None:
    if not votes:
        return None
    kind, weight = max(votes.items(), key=lambda item: item[1])
    return kind if weight >= ENOUGH else None


def _votes(one: Mention, text: str) -> Iterable[tuple[EntityType, float]]:
    yield from _of_words(one.text)
    yield from around(text, one.start, one.end)


def _of_words(name: str) -> Iterable[tuple[EntityType, float]]:
    """Yield what the words of a name say of it."""
    words = name.split()
    head = head_kind(name)
    if name in KNOWN:
        yield KNOWN[name], 6
    if name in PLACES:
        yield PLACE, 6
    if name in DEMONYMS:
        yield PERSON, -3
    if head:
        yield head, 3.5
        yield PERSON, -3
        return
    if name.endswith("gate") and len(name) > 7:
        yield EVENT, 2
    given = fold(words[0]) in GIVEN
    if len(words) == 1:
        yield PERSON, 0.6 if given else 0
        if name.isupper() and 2 <= len(name) <= 6:
            yield ORGANIZATION, 1.0
            yield PERSON, -4
    elif len(words) <= 4:
        yield PERSON, 2.5 if given else 0.4
    if fold(words[-1]).endswith(STRONG) and len(words[-1]) > 4:
        yield PERSON, 2
    if _INITIALS.fullmatch(name):
        yield PERSON, 3


def is_personlike(name: str) -> bool:
    """Say whether a name that stands alone in a list has the form of a person's."""
    parts = name.split()
    if (
        head_kind(name)
        or any(char.isdigit() or char in ",;:" for char in name)
        or not 1 < len(parts) < 6
    ):
        return False
    small = [word for word in parts if not word[0].isupper()]
    return all(word in _PARTICLES for word in small)


_PARTICLES = listed_words("names_words", "small", "particle")


def head_kind(name: str) -> EntityType | None:
    """Return what the head word of a name says that it is of."""
    words = [word.lower().strip("’'") for word in name.split()]
    if len(words) < 2 and name not in KNOWN:
        return None
    heads = [(at, word) for at, word in enumerate(words)]
    stop = next((at for at, word in heads if word in ("of", "for", "on", "against") and at), None)
    for _, word in reversed(heads[:stop]):
        for kind in (TREATY, EVENT, PLACE, ORGANIZATION, BODY):
            if word in HEADS[kind]:
                return _public(kind, word, name)
    return None


def _public(kind: EntityType, word: str, name: str) -> EntityType:
    """Tell a state's committee, union or agency from a private one."""
    lowered = name.lower()
    state = any(f"{modifier} " in lowered for modifier in STATE)
    if kind is ORGANIZATION and word in ("committee", "union", "agency", "bank") and state:
        return BODY
    if kind is EVENT and word in ("congress", "conference") and _MEMBERS.search(lowered):
        return ORGANIZATION
    if kind is PLACE and word == "bank":
        return ORGANIZATION
    return kind


def kind_of_body(name: str) -> EntityType:
    """Return what a name that is no person's is of: what its words say, or an organisation."""
    head = KNOWN.get(name) or head_kind(name)
    return head if head in (BODY, PLACE) else ORGANIZATION
