"""Names as a model labels them where there is no parse: one kind for all forms of a name.

Takes titles and quotation marks off, drops what is no name, and lets the occurrences of a name in
all its cases decide together what it is of.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from habeas.model import EntityType
from habeas.read.lexicon import load
from habeas.read.names.gazetteer import Taken
from habeas.read.names.mention import Mention
from habeas.read.names.printed import is_given, is_land, is_title
from habeas.read.names.spelling import parts
from habeas.read.names.vocabulary import GIVEN, fold
from habeas.read.passage import Passage

PERSON, PLACE = EntityType.PERSON, EntityType.PLACE
BODY, ORGANIZATION = EntityType.PUBLIC_BODY, EntityType.ORGANIZATION
_KINDS = {"PER": PERSON, "LOC": PLACE, "ORG": ORGANIZATION}
_PART = re.compile(r"[^()]+")  # a name and the same in other letters: "X (Y)"
_EDGES = " «»\"“”„'’()[],;:!?*"


def voted(passages: dict[int, Passage], language: str) -> list[Mention]:
    """Return the names that the model sees in one of the languages that have only names."""
    seen = [one for n, p in passages.items() for one in _labelled(p, n, language)]
    votes: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    for one in seen:
        if one.kind:
            votes[tuple(parts(one.text))][one.kind] += 1
    _share(votes)
    found = []
    for one in seen:
        counted = votes[tuple(parts(one.text))]
        kind = max(counted, key=lambda kind: counted[kind])
        found.append(
            replace(one, kind=_of_body(one.text, language) if kind is ORGANIZATION else kind)
        )
    return found


def completed(found: list[Mention], model: list[Mention], language: str) -> list[Mention]:
    """Return the names found by rule, with those of the model where there are none.

    A body's longer name takes the place of the land or body named within it; in Russian the model
    also knows better where a name ends, unless a rule sees a person's full name.
    """
    people = {one.text for one in found if one.kind is PERSON}
    model = [replace(one, kind=PERSON) if one.text in people else one for one in model]
    surer: dict[int, list[Mention]] = defaultdict(list)
    for one in model:
        if language == "ru" or (one.kind in (BODY, ORGANIZATION) and " " in one.text):
            surer[one.passage].append(one)
    kept = [one for one in found if not any(_yields(one, two) for two in surer[one.passage])]
    taken = Taken(kept)
    return sorted([*kept, *(one for one in model if not taken.meets(*_place(one)))])


def _place(one: Mention) -> tuple[int, int, int]:
    return one.passage, one.start, one.end


def _yields(one: Mention, model: Mention) -> bool:
    """Say whether the model sees better a name that a rule has found."""
    if one.end <= model.start or model.end <= one.start or one.text.isupper():
        return False
    if one.kind is EntityType.NAMED_EVENT:
        return False
    if model.kind is PERSON:
        return True
    return not _has_given(one) and len(model.text) >= len(one.text)


def _has_given(one: Mention) -> bool:
    """Say whether a name found by rule is a full one with a known given name."""
    return one.kind is PERSON and " " in one.text and any(map(is_given, one.text.split()))


def _share(votes: dict[tuple[str, ...], Counter[EntityType]]) -> None:
    """Let a full name vouch for its words that stand alone."""
    families = {form[-1] for form, counted in votes.items() if counted[PERSON] and len(form) > 1}
    for form, counted in list(votes.items()):
        if len(form) > 1 and form[-1] in families:
            counted[PERSON] += 3
        if 1 < len(form) < 4 and counted[PERSON] > counted.total() / 2:
            for word in form:
                if (word,) in votes:
                    votes[word,][PERSON] += 3


def _labelled(passage: Passage, number: int, language: str) -> Iterator[Mention]:
    if passage.named is None:
        return
    for one in passage.named.ents:
        kind = _KINDS.get(one.label_)
        for part in _PART.finditer(passage.text, one.start_char, one.end_char) if kind else ():
            start, end = _bare(passage.text, *part.span(), language)
            text = passage.text[start:end]
            if kind and _is_name(text, kind, language) and _is_whole(passage, start, end):
                yield Mention(number, start, end, text, kind)


def _is_whole(passage: Passage, start: int, end: int) -> bool:
    """Say whether no mark of emphasis in the document divides a stretch."""
    return len(passage.place(start, end)) <= end - start + 1


def _bare(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return a span without marks at its ends and titles at its beginning."""
    moved = True
    while moved and start < end:
        words = text[start:end]
        lead = len(words) - len(words.lstrip(_EDGES))
        tail = len(words) - len(words.rstrip(_EDGES))
        first = words[lead:].split(maxsplit=1)
        dropped = len(first) > 1 and _is_lead(first[0], language)
        start += lead + (len(first[0]) if dropped else 0)
        end -= tail
        moved = dropped
    return start, max(start, end)


def _is_lead(word: str, language: str) -> bool:
    small = word[0].islower() and "’" not in word
    if language == "fr" and word.endswith("ez"):  # "Libérez", "Signez"
        return True
    return word in load(f"names_{language}")["no_name"] or (small and is_title(word, language))


def _is_name(text: str, kind: EntityType, language: str) -> bool:
    """Say whether a labelled text has the form of a name of its kind."""
    if len(text) < 2 or not any(char.isupper() for char in text):
        return False
    words = text.split()
    if any(char in ":\n;" for char in text) or (text.isupper() and len(words) > 2):
        return False
    if text in load(f"names_{language}")["no_name"] or (
        len(words) == 1 and is_title(text, language)
    ):
        return False
    if kind is PERSON:
        return text[0].isupper() and len(words) < 6 and not is_land(text, language)
    if language == "fr" and kind is ORGANIZATION and not text.isupper():
        heads = load("names_fr")
        known = (*heads["organization"], *heads["state"], *heads["public"], *heads["executive"])
        return any(word in known for word in text.lower().replace("’", " ").split())
    if language == "fr" and kind is PLACE:
        return text[0].isupper() and (len(words) > 1 or fold(text) not in GIVEN)
    return True


def _of_body(text: str, language: str) -> EntityType:
    """Tell a state's body from a private one by its words."""
    table, lowered = load(f"names_{language}"), text.lower()
    if lowered.split()[0] in table["organization"]:
        return ORGANIZATION
    words = lowered.replace("-", " ").replace("’", " ").split()
    for stem in (*table["executive"], *table["public"], *table["state"]):
        if stem in lowered if " " in stem else any(_starts(w, stem, language) for w in words):
            return BODY
    return ORGANIZATION


def _starts(word: str, stem: str, language: str) -> bool:
    return word.startswith(stem) if language == "ru" and len(stem) > 3 else word == stem
