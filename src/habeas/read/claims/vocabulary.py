"""The words for acts and states, by the word that a phrase hangs on.

Compiled once from ``lexicon/claims_en.toml``. Knows what words can mean, never whether a sentence
says so.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from habeas.model import ClaimClass
from habeas.read import lexicon

LEXICON = "claims_en"
NOTHING = ""
GROUP = "@"
PREPOSITIONS = frozenset(
    {"of", "on", "at", "in", "to", "for", "from", "with", "by", "as", "against", "into", "under"}
    | {"behind", "over", "about", "near", "without", "upon"}
)


# The classes of what is done to somebody.
HARM = frozenset(
    {
        ClaimClass.ARREST_DETENTION,
        ClaimClass.CHARGE_TRIAL_SENTENCE,
        ClaimClass.TORTURE_ILL_TREATMENT,
        ClaimClass.KILLING_DEATH,
        ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
        ClaimClass.EXTRADITION,
        ClaimClass.THREAT_PRESSURE_SEARCH,
        ClaimClass.PERSECUTION_REPRESSION,
    }
)


class Part(StrEnum):
    """What kind of word carries an event."""

    VERB = "verb"
    NOUN = "noun"
    STATE = "state"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a list of the lexicon reads: its part of speech and where the victim stands."""

    part: Part
    victim: str | None = None
    weak: bool = False
    person: bool = False


FRAMES = {
    "struck": Frame(part=Part.VERB, victim="object"),
    "struck_person": Frame(part=Part.VERB, victim="object", person=True),
    "chosen": Frame(part=Part.VERB, victim="chosen"),
    "suffers": Frame(part=Part.VERB, victim="subject"),
    "acts": Frame(part=Part.VERB),
    "acts_person": Frame(part=Part.VERB, person=True),
    "nouns": Frame(part=Part.NOUN, victim="of"),
    "weak_nouns": Frame(part=Part.NOUN, victim="of", weak=True),
    "deeds": Frame(part=Part.NOUN, weak=True),
    "doings": Frame(part=Part.NOUN),
    "states": Frame(part=Part.STATE, victim="subject"),
    "states_person": Frame(part=Part.STATE, victim="subject", person=True),
    "traits": Frame(part=Part.STATE),
    "roles": Frame(part=Part.ROLE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One word or phrase: what it tells, the words that must hang on its head, and its frame."""

    kind: ClaimClass
    type: str
    frame: Frame
    rest: tuple[str, ...] = ()
    remedy: bool = False
    absorbs: bool = False
    feared: bool = False


def fold(word: str) -> str:
    """Return a lemma in one spelling: -ise for -ize, -yse for -yze."""
    return word.replace("iz", "is").replace("yz", "ys") if "z" in word else word


@cache
def vocabulary() -> dict[str, tuple[Entry, ...]]:
    """Return the entries by the lemma that they hang on, the longest phrases first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for form, entry in (*_nothings(), *_entries()):
        found[form].append(entry)
    return {word: tuple(sorted(some, key=lambda e: -len(e.rest))) for word, some in found.items()}


def _entries() -> Iterator[tuple[str, Entry]]:
    for kind in ClaimClass:
        for name, table in lexicon.load(LEXICON)[kind.value].items():
            flags = {key: True for key in ("remedy", "absorbs", "feared") if table.get(key)}
            for title, frame in FRAMES.items():
                for phrase in _spellings(table.get(title, ())):
                    head, rest = _split(phrase, frame.part)
                    entry = Entry(kind=kind, type=name, frame=frame, rest=rest, **flags)
                    yield from ((form, one) for one, form in _headed(head, entry))


def _headed(head: str, entry: Entry) -> Iterator[tuple[Entry, str]]:
    """Yield an entry with each form of its head, and of each word of a group that heads it."""
    for phrase in sorted(group(head)) if head.startswith(GROUP) else [head]:
        first, *more = phrase.split()
        one = replace(entry, rest=(*more, *entry.rest)) if more else entry
        yield from ((one, form) for form in _forms(first, one))


@cache
def group(name: str) -> frozenset[str]:
    """Return the words that "@name" stands for in a phrase."""
    return frozenset(map(fold, lexicon.words(LEXICON, "group", name.removeprefix(GROUP))))


@cache
def groups() -> dict[str, frozenset[str]]:
    """Return the groups that a word is in, as phrases name them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in lexicon.load(LEXICON)["group"]:
        for word in group(GROUP + name):
            found[word].add(GROUP + name)
    return {word: frozenset(some) for word, some in found.items()}


def _nothings() -> Iterator[tuple[str, Entry]]:
    """Yield the phrases that look like events and are none."""
    for title, part in (("verbs", Part.VERB), ("nouns", Part.NOUN)):
        for phrase in lexicon.words(LEXICON, "nothing", title):
            head, rest = _split(phrase, part)
            kind, frame = ClaimClass.ASSESSMENT_OTHER, Frame(part=part)
            yield head, Entry(kind=kind, type=NOTHING, frame=frame, rest=rest)


def _spellings(phrases: list[str]) -> Iterator[str]:
    """Yield phrases, those with a hyphen also as the words that a tokenizer makes of them."""
    for phrase in phrases:
        yield phrase
        if "-" in phrase:
            yield phrase.replace("-", " ")


def _split(phrase: str, part: Part) -> tuple[str, tuple[str, ...]]:
    """Return the word that a phrase hangs on, and the others."""
    words = [fold(word) for word in phrase.lower().split()]
    at = _head(words, part)
    return words[at], tuple(words[:at] + words[at + 1 :])


def _head(words: list[str], part: Part) -> int:
    if part is Part.VERB:
        return next(
            i for i, word in enumerate(words) if word not in ("not", "never", "no", "yet", "only")
        )
    inner = [i for i, word in enumerate(words) if word in PREPOSITIONS and i]
    if part is Part.STATE and words[0] in PREPOSITIONS:
        return len(words) - 1
    return inner[0] - 1 if inner else len(words) - 1


def _forms(head: str, entry: Entry) -> list[str]:
    """Return the lemmas that a tagger may give a word: "jail", and "jailed" as an adjective."""
    if entry.frame.part is not Part.VERB or entry.rest:
        return [head]
    return [head, *_participles(head)]


def _participles(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"]
    doubled = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou"
    return [verb + "ed", verb + verb[-1] + "ed"] if doubled else [verb + "ed"]
