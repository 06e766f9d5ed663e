"""Say who is meant where a clause tells of an event and does not say whose.

Whoever the clause itself names besides the actor; else whoever the word above is about; else,
where "the attack" or "the case" speaks of what was told before, whoever that was about.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.model import ClaimClass
from habeas.read import lexicon
from habeas.read.claims.sift import Draft
from habeas.read.claims.vocabulary import HARM, LEXICON, Part
from habeas.read.grammar import ancestors, child, is_passive

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "such", "all"})
_TELLING = frozenset({"of", "in", "at", "against", "by"})
ABOUT = HARM | {ClaimClass.STATEMENT_APPEAL_PROTEST, ClaimClass.ASSESSMENT_OTHER}


def speaks_of_known(draft: Draft) -> bool:
    """Say whether a claim speaks of an event that was told before: "the attack", "the case"."""
    if draft.trigger.token.dep_ == "pcomp" and is_passive(draft.trigger.token):
        return True
    return any(is_known(noun) for noun in _nouns(draft))


def _nouns(draft: Draft) -> Iterator[Token]:
    for word in (*draft.trigger.words, draft.cast.bearer):
        if word is None:
            continue
        yield word
        for one in word.children:
            yield one
            if one.dep_ in ("prep", "agent"):
                yield from one.children


def is_known(noun: Token) -> bool:
    """Say whether a noun points back to an event: "the attack", "all cases", "his trial"."""
    if noun.lemma_ not in lexicon.words(LEXICON, "bearing", "known"):
        return False
    if any(one.dep_ == "prep" and one.lower_ in _TELLING for one in noun.children):
        return False
    pointer, owner = child(noun, "det"), child(noun, "poss")
    if owner is not None:
        return owner.pos_ == "PRON"
    return pointer is not None and pointer.lower_ in _POINTING


def has_victims(draft: Draft) -> bool:
    """Say whether events of this kind are about somebody: a dictatorship or a rally need not be."""
    harmless = (
        draft.trigger.entry.frame.victim is None and draft.trigger.entry.frame.part is Part.NOUN
    )
    return draft.kind in ABOUT and not (draft.kind in HARM and harmless)


def above(draft: Draft, victims: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Return whom the nearest word above in the sentence is about, () if none is."""
    found = (victims[one.i] for one in ancestors(draft.trigger.token) if one.i in victims)
    return next(found, ())
