"""What a name is of: evidence from its words, the words beside it, and the model, added up.

The evidence of every place where one form stands counts together, so that one slip of the model
does not make a person a town. A form with too little evidence is no name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from habeas.model import EntityType
from habeas.read.lexicon import words as listed_words
from habeas.read.names.mention import Mention
from habeas.read.names.vocabulary import (
    AFTER_EVENT,
    AFTER_ORGANIZATION,
    AFTER_PLACE,
    DEMONYMS,
    GIVEN,
    HEADS,
    HONORIFICS,
    KIN,
    KNOWN,
    OFFICES,
    PERSON_NOUNS,
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
    "ORG": (ORGANIZATION, 1.0),
    "GPE": (PLACE, 1.5),
    "LOC": (PLACE, 1.5),
    "FAC": (PLACE, 0.7),
    "EVENT": (EVENT, 1.0),
    "LAW": (TREATY, 1.0),
    "WORK_OF_ART": (ORGANIZATION, 0.3),
    "PRODUCT": (ORGANIZATION, 0.3),
    "NORP": (ORGANIZATION, -1.0),
}
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[.,]?\s+[\"“‘'«(]*$")
_AFTER = re.compile(r"([’'´]s?)?[\"”’»]*\s+([^\W\d_]\w*)")
_DEED = re.compile(
    r"(?:murder|killing|assassination|arrest|detention|trial|case|torture|release|extradition|kidnapping|abduction|death|wife|husband|son|daughter|family|lawyers?|relatives?|support)\s+of\s+$",
    re.I,
)
_INITIALS = re.compile(r"(?:\w\.[\s-]?)+\w{2,}")
ENOUGH = 1.4


def decide(passages: dict[int, Passage], mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with the kind that the evidence shows, without those of no kind."""
    listed = list(mentions)
    totals: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for one in listed:
        if one.kind is None:
            _add(totals[fold(one.text)], _votes(one, passages[one.passage].text))
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
    if one.label in _LABELS:
        yield _LABELS[one.label]
    yield from _of_words(one.text)
    before = _BEFORE.search(text[max(0, one.start - 30) : one.start])
    yield from _of_before(
        before[1].lower() if before else "", text[max(0, one.start - 40) : one.start]
    )
    after = _AFTER.match(text, one.end)
    if after:
        yield from _of_after(after[2].lower(), possessive=bool(after[1]))


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
    if kind is PLACE and word == "bank":
        return ORGANIZATION
    return kind


def _of_before(word: str, text: str) -> Iterable[tuple[EntityType, float]]:
    if word in HONORIFICS:
        yield PERSON, 4
    elif word in OFFICES or word in PERSON_NOUNS or word in KIN:
        yield PERSON, 2.5
    elif word in ("in", "near", "into", "throughout", "outside"):
        yield PLACE, 1.5
        yield PERSON, -1
    elif word in ("to", "from", "at"):
        yield PLACE, 0.4
    elif word in ("by", "and"):
        yield PERSON, 0.3
    elif word == "the":
        yield PERSON, -1
        yield ORGANIZATION, 0.3
    if word in AFTER_ORGANIZATION and not text.rstrip().endswith(("the", "of")):
        yield ORGANIZATION, 2
    if word == "of" and _DEED.search(text):
        yield PERSON, 1.2


def _of_after(word: str, *, possessive: bool) -> Iterable[tuple[EntityType, float]]:
    if possessive:
        if word in KIN or word in (
            "lawyer",
            "lawyers",
            "case",
            "arrest",
            "trial",
            "death",
            "detention",
            "murder",
            "family",
            "husband",
        ):
            yield PERSON, 2
        return
    if word in AFTER_PLACE:
        yield PLACE, 4
    elif word in AFTER_ORGANIZATION:
        yield ORGANIZATION, 4
    elif word in AFTER_EVENT:
        yield PLACE, 2.5
    elif word in ("who", "whose", "whom", "said", "says", "told"):
        yield PERSON, 1.2
    elif word in ("was", "is", "has", "had"):
        yield PERSON, 0.2


def kind_of_body(name: str) -> EntityType:
    """Return what a name that is no person's is of: what its words say, or an organisation."""
    head = KNOWN.get(name) or head_kind(name)
    return head if head in (BODY, PLACE) else ORGANIZATION
