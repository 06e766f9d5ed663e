"""Roles: the office, profession or description printed beside a name, and the honorifics.

Looks before the name ("activist X", "President X of Y"), at its apposition and at "X is a …".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from habeas.read import lexicon
from habeas.read.grammar import phrase
from habeas.read.names.actor import Actor
from habeas.read.names.vocabulary import (
    COUNTRIES,
    DEMONYMS,
    GENDERS,
    HONORIFICS,
    OFFICES,
    PERSON_NOUNS,
)
from habeas.read.passage import Passage

_PORTFOLIO = re.compile(
    r"(?:of|for)\s+(?:the\s+)?((?:[A-Z]\w+(?:\s+and\s+)?\s*)+?)\s*(?:(?:of|to)\b.*|[,;].*|$)"
)
_BODY_NOUNS = lexicon.words("names_words", "reference", "body")
_EDITORS = ("editor", "editor-in-chief", "reporter", "columnist", "correspondent")
_PAPERS = {"newspaper", "magazine", "paper", "weekly"}
_PLAIN = ("mr", "mrs", "ms", "dear")


GREETINGS = frozenset({"dear", "esteemed", "honourable", "honorable", "respected"})


def read_roles(passage: Passage, name: Words, actor: Actor) -> None:
    """Note on the actor what the words around one of its names say that it is."""
    for noun, words in (*_before(name), *_beside(name)):
        if any(
            one.ent_type_ == "PERSON" and one.i not in range(name.start, name.end) for one in words
        ):
            continue
        actor.nouns.add(noun.lower_)
        actor.nouns.update(one.lower_ for one in noun.conjuncts)
        _office(noun, words, actor)
        if GENDERS.get(noun.lower_) and not actor.gender:
            actor.gender = GENDERS[noun.lower_]
        words = _ungreeted(words)
        actor.roles.setdefault(passage.span(words), words.text)


def _ungreeted(words: Words) -> Words:
    """Return the words of a role without the greeting before it: "Dear Minister"."""
    greeted = len(words) > 1 and words[0].lower_ in GREETINGS
    return words[1:] if greeted else words


def read_nouns(name: Words, actor: Actor) -> None:
    """Note what a body is called beside its name: "the newspaper X", "X, a broadcaster"."""
    root = name.root
    near = [one for one in root.children if one.dep_ == "appos"]
    near += [root.head] if root.dep_ == "appos" else []
    near += [name.doc[name.start - 1]] if name.start else []
    actor.nouns.update(one.lower_ for one in near if one.lower_ in _BODY_NOUNS)
    edits = name.start > 1 and name.doc[name.start - 2].lower_ in _EDITORS
    if edits and name.doc[name.start - 1].lower_ in ("of", "at", "for"):
        actor.nouns |= _PAPERS


def honorific_gender(name: Words) -> str | None:
    """Return the gender that "Mr" or "Mrs" before a name shows."""
    if name.start == 0:
        return None
    word = name.doc[name.start - 1].lower_.rstrip(".")
    if word == "." and name.start > 1:
        word = name.doc[name.start - 2].lower_
    return GENDERS.get(word) if word in HONORIFICS else None


def _before(name: Words) -> Iterator[tuple[Token, Words]]:
    """Yield the noun right before a name, with its words from the article on."""
    doc, at = name.doc, name.start - 1
    while at >= 0 and (doc[at].lower_.rstrip(".") in _PLAIN or doc[at].text == "."):
        at -= 1
    if at < 0 or doc[at].lower_ not in PERSON_NOUNS | OFFICES:
        yield from _country_office(name, at)
        return
    start = at
    while start > 0 and _belongs(doc[start - 1], doc[at]):
        start -= 1
    yield doc[at], doc[start : at + 1]


def _country_office(name: Words, at: int) -> Iterator[tuple[Token, Words]]:
    """Yield the office of "Minister of Foreign Affairs of X" right before a name."""
    doc, start = name.doc, at
    while (
        start >= 0
        and at - start < 8
        and (doc[start].text[0].isupper() or doc[start].lower_ in ("of", "the", "and", "for", "to"))
    ):
        if (
            doc[start].lower_ in OFFICES
            and start < at
            and doc[start + 1].lower_ in ("of", "for", "to")
        ):
            first = start
            while first > 0 and f"{doc[first - 1].lower_} {doc[first].lower_}" in OFFICES:
                first -= 1
            if doc[at].text[0].isupper():
                yield doc[start], doc[first : at + 1]
            return
        start -= 1


def _belongs(word: Token, noun: Token) -> bool:
    if word.is_punct and word.text != "-":
        return False
    if word.tag_ in ("DT", "PRP$", "IN", "CC", "TO") or word.dep_ == "ROOT":
        return False
    return word.head == noun or (
        word.head.i <= noun.i + 4
        and word.tag_ in ("JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "VBN")
        and word.head.i >= word.i
    )


def _beside(name: Words) -> Iterator[tuple[Token, Words]]:
    """Yield the nouns in apposition to a name and those that "is" joins to it."""
    root = name.root
    near = [one for one in root.children if one.dep_ == "appos" and one.i > name.end - 1]
    if root.dep_ == "appos":
        near.append(root.head)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        near += [one for one in root.head.children if one.dep_ == "attr" and one.i > root.i]
    for noun in near:
        singular = noun.tag_ in ("NN", "NNP") and noun.i not in range(name.start, name.end)
        if singular and noun.lower_ in PERSON_NOUNS | OFFICES:
            words = phrase(noun)
            if words.start < name.end and words.end > name.start:
                words = (
                    noun.doc[words.start : min(words.end, name.start)]
                    if words.start < name.start
                    else noun.doc[noun.i : noun.i + 1]
                )
            words = _trimmed(words)
            if len(words):
                yield noun, words


def _trimmed(words: Words) -> Words:
    while len(words) and words[-1].is_punct:
        words = words[:-1]
    return words


def _office(noun: Token, words: Words, actor: Actor) -> None:
    if noun.lower_ in OFFICES:
        land = country_of(words)
        actor.offices.add((title_of(noun, words), land))


def title_of(noun: Token, words: Words) -> str:
    """Return an office with its portfolio, its country left out: "minister of health"."""
    pair = f"{noun.nbor(-1).lower_} {noun.lower_}" if noun.i else ""
    title = pair if pair in OFFICES else noun.lower_
    after = noun.doc[noun.i + 1 : max(words.end, noun.i + 1)].text
    found = _PORTFOLIO.match(after)
    if found and found[1] not in COUNTRIES and not found[1].islower():
        title += f" of {found[1].lower()}"
    return title


def country_of(words: Words) -> str | None:
    """Return the country that a phrase names, as its first name."""
    text = f" {words.text} "
    for one in words:
        if one.text in DEMONYMS:
            return DEMONYMS[one.text]
        if one.text in COUNTRIES:
            return COUNTRIES[one.text]
    return next(
        (land for name, land in COUNTRIES.items() if " " in name and f" {name} " in text), None
    )
