"""Find what is said about somebody or something where no event is told: "the case is unique".

Feelings, wishes and what the reader is or should do are no claims.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from habeas.model import ClaimClass
from habeas.read import lexicon
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import LEXICON, Entry, Frame, Part
from habeas.read.grammar import child

ASSESSMENT = Entry(kind=ClaimClass.ASSESSMENT_OTHER, type="assessment", frame=Frame(part=Part.VERB))
_COPULAS = frozenset({"be", "become", "remain", "seem", "prove"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis"})
_NOBODY = frozenset({"i", "we", "you", "what", "who", "there", "why", "how", "which"})


def find_portraits(doc: Doc) -> Iterator[Trigger]:
    """Yield the copulas of a parse that characterise their subject."""
    for token in doc:
        if token.dep_ in _MAIN and token.lemma_ in _COPULAS and _characterises(token):
            yield Trigger(token, ASSESSMENT, (token,))


def _characterises(copula: Token) -> bool:
    said = child(copula, "acomp", "attr")
    subject = child(copula, "nsubj", "csubj")
    if said is None or subject is None or subject.lower_ in _NOBODY or subject.lemma_ == "name":
        return False
    if said.pos_ not in ("ADJ", "NOUN", "VERB", "PROPN", "NUM") or _is_question(copula):
        return False
    if said.pos_ == "NUM" and copula.dep_ == "advcl":
        return False
    if said.lemma_.lower() in lexicon.words(LEXICON, "stance", "charge") and child(said, "acl"):
        return False
    if subject.lower_ == "it" and child(copula, "ccomp") is not None:
        return False
    if said.lemma_.lower() in lexicon.words(LEXICON, "stance", "false"):
        return False
    return said.lemma_.lower() not in lexicon.words(LEXICON, "portrait", "feelings")


def _is_question(verb: Token) -> bool:
    return verb.sent[-1].text == "?" or (
        verb.sent[-1].text in ("”", '"') and "?" in verb.sent.text[-3:]
    )
