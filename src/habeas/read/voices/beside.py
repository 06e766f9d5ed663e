"""Find the speaker next to a verb where quotation marks made the parse lose it."""

from spacy.tokens import Token

from habeas.read.voices.draft import Range, source_range, verb_range
from habeas.read.voices.page import Page

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def clip(words: Range, start: int, end: int) -> Range:
    if words[0] < end and words[1] > start:
        return max(words[0], start), min(words[1], end)
    return words


def beside(page: Page, verb: Token, within: Range) -> tuple[Token, Range] | None:
    """Return the noun phrase right after a verb ("said the minister"), or right before it."""
    start, end = within
    after = verb.i + 1
    if after < end and page.doc[after].lower_ == "by":  # "as stated by the deputies"
        after += 1
    first = first_noun(page, after, min(end, after + 1)) or _phrase_at(page, after, end)
    if first is None:
        first = first_noun(page, start, verb.i)
    if first is None or first.i == verb.i:
        return None
    printed = source_range(first, verb_range(verb), (start, end))
    return first, printed


def _phrase_at(page: Page, i: int, end: int) -> Token | None:
    """Return the head of the noun phrase that begins at token `i`."""
    if i >= end or page.doc[i].pos_ not in (*NOUNS, "ADJ"):
        return None
    return _top(page.doc[i], i, end)


def first_noun(page: Page, start: int, end: int) -> Token | None:
    for token in page.doc[start:end]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return _top(token, start, end)
    return None


def _top(token: Token, start: int, end: int) -> Token:
    while token.head != token and start <= token.head.i < end:
        if token.head.pos_ not in NOUNS or token.dep_ in ("appos", "conj", "relcl"):
            break
        token = token.head
    return token
