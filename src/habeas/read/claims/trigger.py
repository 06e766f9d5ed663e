"""Find the words of a parse that tell of an act or a state.

A trigger is a word with the sense that its neighbours in the parse give it. Names are no triggers:
the Committee against Torture tells of no torture.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from habeas.read import lexicon
from habeas.read.claims.vocabulary import (
    LEXICON,
    NOTHING,
    PREPOSITIONS,
    Entry,
    Part,
    fold,
    groups,
    vocabulary,
)
from habeas.read.grammar import ancestors, child, prepositions

DEEP = 60  # words above a word in its sentence
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod", "poss"})
_PREDICATIVE = frozenset(
    {"acomp", "attr", "oprd", "ROOT", "ccomp", "xcomp", "conj", "acl", "advcl", "relcl"}
)
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, the sense it has, and the words that give it that sense."""

    token: Token
    entry: Entry
    words: tuple[Token, ...]


def find_triggers(
    doc: Doc, is_named: Callable[[Token], bool], is_apt: Callable[[Trigger], bool]
) -> list[Trigger]:
    """Return the triggers of a parse in order.

    `is_named` knows the words of names; `is_apt` says whether a sense suits those who take part.
    """
    known = vocabulary()
    found = [
        trigger
        for sentence in doc.sents
        for token, entries in _possible(sentence, known)
        if not is_named(token)
        and not _is_buried(token)
        and (trigger := _sense(token, entries, is_apt))
    ]
    return [one for one in _longest(found) if one.entry.type != NOTHING]


def _possible(
    sentence: Words, known: dict[str, tuple[Entry, ...]]
) -> Iterator[tuple[Token, list[Entry]]]:
    """Yield the words of a sentence with the entries all whose words the sentence has."""
    present = set().union(*map(_forms, sentence))
    for token in sentence:
        some = known.get(fold(token.lemma_.lower()))
        if some:
            entries = [one for one in some if present.issuperset(one.rest)]
            if entries:
                yield token, entries


def _forms(token: Token) -> frozenset[str]:
    """Return what a word of a phrase may be called: its lemma, itself, the groups it is in."""
    return _called(token.lemma_, token.lower_, negates=token.dep_ == "neg")


@lru_cache(maxsize=1 << 15)
def _called(lemma: str, word: str, *, negates: bool) -> frozenset[str]:
    base = fold(lemma.lower())
    own = {base, word} | ({"not"} if negates and word != "never" else set())
    return frozenset(own | groups().get(base, frozenset()))


def _is_buried(token: Token) -> bool:
    """Say whether a word stands deeper in its sentence than any sentence goes that can be read."""
    return next(islice(ancestors(token), DEEP, None), None) is not None


def _sense(token: Token, entries: list[Entry], is_apt: Callable[[Trigger], bool]) -> Trigger | None:
    """Return the first sense of a word that the words around it allow."""
    for entry in entries:
        if not _fits(token, entry):
            continue
        words = _gather(token, entry)
        if words is not None:
            trigger = Trigger(token, entry, words)
            if entry.type == NOTHING or is_apt(trigger):
                return trigger
    return None


def _fits(token: Token, entry: Entry) -> bool:
    match entry.frame.part:
        case Part.VERB:
            return _is_verb(token) or (token.pos_ in ("NOUN", "ADJ") and bool(entry.rest))
        case Part.NOUN:
            return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in _ATTRIBUTIVE
        case Part.ROLE:
            return _is_role(token)
    return _is_state(token, entry)


def _is_verb(token: Token) -> bool:
    if token.pos_ in _VERBAL:
        return True
    return token.tag_ in ("VBN", "VBD", "JJ") and token.text.endswith("ed")


def _is_role(token: Token) -> bool:
    """Say whether a noun is what a copula says of its subject, or one of a list of such."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "attr" and child(token.head, "nsubj") is not None


def _is_state(token: Token, entry: Entry) -> bool:
    if entry.rest and entry.rest[0] in PREPOSITIONS:
        above = token.head
        return token.dep_ == "pobj" and above.lower_ == entry.rest[0]
    return token.dep_ in _ATTRIBUTIVE or token.dep_ in _PREDICATIVE


def _gather(token: Token, entry: Entry) -> tuple[Token, ...] | None:
    """Return the words of a phrase that hang together with its head, None if one is absent."""
    if not entry.rest:
        return (token,)
    missing = list(entry.rest)
    found = [token]
    for at in found:
        for near in _neighbours(at, entry, first=at.i == token.i):
            word = _wanted(near, missing)
            if word is not None:
                missing.remove(word)
                found.append(near)
                if not missing:
                    return tuple(found)
    return None


def _wanted(token: Token, missing: list[str]) -> str | None:
    """Return which of the missing words a word is."""
    forms = _forms(token)
    return next((one for one in missing if one in forms), None)


def _neighbours(token: Token, entry: Entry, *, first: bool) -> Iterator[Token]:
    """Yield the words that hang on a word of a phrase, through "a number of" too."""
    for one in token.children:
        yield one
        if one.dep_ == "dobj" and one.lemma_ in lexicon.words(LEXICON, "bearing", "measure"):
            yield from (noun for name, noun in prepositions(one) if name == "of")
    clause = first and entry.frame.part is Part.VERB and token.dep_ in ("acl", "relcl")
    phrase = entry.frame.part is Part.STATE and token.dep_ in ("pobj", "prep")
    if clause or phrase:
        yield token.head


def _longest(found: list[Trigger]) -> list[Trigger]:
    """Drop the triggers that are only a word of a longer one."""
    taken: dict[int, int] = {}
    for trigger in found:
        for word in trigger.words[1:]:
            taken[word.i] = max(taken.get(word.i, 0), len(trigger.words))
    return [one for one in found if taken.get(one.token.i, 0) <= len(one.words) - 1]
