"""Requests in parsed English: which words may ask, and what reads each of them."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from habeas.read.demands.asking import asked_by_noun, asking, is_asking, wishing
from habeas.read.demands.duty import deserving, duty, is_imperative, needful, told
from habeas.read.demands.implied import implied
from habeas.read.demands.request import Request
from habeas.read.lexicon import words
from habeas.read.passage import Passage


def read_requests(passage: Passage) -> Iterator[Request]:
    """Yield the requests of a parsed passage."""
    doc = passage.doc
    triggers = _triggers()
    if passage.text.rstrip().endswith(":"):
        return  # the header of a list: what is asked stands in the items
    for token in doc or ():
        if token.lemma_.lower() in triggers or token.tag_ in ("VB", "VBP"):
            yield from _at(passage, token)


@cache
def _triggers() -> frozenset[str]:
    parts = ("request", "wish", "duty", "drawing", "campaign")
    return frozenset().union(*(words("demands", "en", part) for part in parts), ("by",))


def _at(passage: Passage, token: Token) -> Iterator[Request]:
    lemma = token.lemma_.lower()
    if is_asking(token):
        yield from asking(passage, token)
    elif token.pos_ == "NOUN" and lemma in words("demands", "en", "request", "nouns"):
        yield from asked_by_noun(passage, token)
    if lemma in words("demands", "en", "wish"):
        yield from wishing(passage, token)
    if token.tag_ == "MD" and lemma in words("demands", "en", "duty", "modals"):
        yield from duty(passage, token)
    if lemma in words("demands", "en", "duty", "adjectives"):
        yield from needful(passage, token)
    if token.pos_ == "VERB" and lemma in words("demands", "en", "duty", "verbs"):
        yield from deserving(passage, token)
    if token.tag_ in ("VB", "VBP") and is_imperative(token):
        yield from told(passage, token)
    yield from implied(passage, token)
