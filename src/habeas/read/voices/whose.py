"""Find whose a voice is where its own noun denotes nobody known: "it said", "the letter says".

Falls back on what is written just before, and agrees in number: "they" never goes on from one man.
Where a page reports a letter, its words are its authors'.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from habeas.model import AUTHOR
from habeas.read import grammar
from habeas.read.passage import Passage
from habeas.read.voices.cues import Cues, cues
from habeas.read.voices.voice import Voice

Who = Callable[[Passage, Token], tuple[str, ...]]
Ids = tuple[str, ...]
_ONE = frozenset({"he", "she", "his", "her", "him"})
_MANY = frozenset({"they", "their", "them"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "their", "his", "her", "its"})
_SENT = frozenset({"write", "send", "address", "publish", "issue", "sign", "release"})
PEOPLE = ("man", "woman", "person", "er", "or", "ist", "ant", "ian", "ary", "chief", "ee", "judge")
_MADE_BY = ("from", "by", "of")


@dataclass(slots=True)
class Whose:
    """Finds the ids of the sources of voices, one after the other.

    `reported` says that the document is a report of a letter.
    """

    who: Who
    reported: bool = False
    language: str = "en"
    _last: Ids = ()
    _token: Token | None = None

    def of(self, voice: Voice) -> Ids:
        """Return the ids of a voice's source; call it for one voice after the other."""
        token = voice.source
        if token is None:
            return ()
        found = self._named(voice.passage, token) or self._meant(voice.passage, token)
        if found:
            self._last, self._token = found, token if token.pos_ != "PRON" else self._token
        return found

    def _named(self, passage: Passage, token: Token) -> Ids:
        found = self.who(passage, token)
        if AUTHOR in found and token.lower_ not in _FIRST:
            return (AUTHOR,)  # "the Watch and seven other groups", whose statement it is
        return found

    def _meant(self, passage: Passage, token: Token) -> Ids:
        known = cues(self.language)
        if known is None:
            return ()
        if token.lower_ in (*_ONE, *_MANY) and self._agrees(token):
            return self._last
        if token.lower_ in _MANY:
            body = _body(token)
            return self.who(passage, body) if body is not None else ()
        if token.lower_ == "it" or _is_message(token, known):
            if self.reported and _is_message(token, known):
                return (AUTHOR,)
            sender = _sender(token, known)
            return self.who(passage, sender) if sender is not None else ()
        return (AUTHOR,) if self._signed(token, known) else ()

    def _agrees(self, pronoun: Token) -> bool:
        """Say whether who spoke last may be meant by a pronoun."""
        if not self._last or self._token is None:
            return False
        several = self._token.tag_ in ("NNS", "NNPS") or len(grammar.conjuncts(self._token)) > 1
        several = several or len(self._last) > 1
        if pronoun.lower_ in _ONE:
            return not several and not _is_body(self._token)
        return several or not _is_person(self._token)

    def _signed(self, token: Token, known: Cues) -> bool:
        """Say whether a noun denotes those who signed the letter that is reported."""
        return self.reported and token.lemma_.lower() in known.signers


def _is_message(token: Token, known: Cues) -> bool:
    """Say whether a noun is a letter spoken of before: "the letter"."""
    return token.lemma_.lower() in known.messages and any(
        one.lower_ in _DEFINITE for one in token.lefts
    )


def _is_body(token: Token) -> bool:
    return token.ent_type_ in ("ORG", "GPE", "NORP")


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (token.tag_ == "NN" and token.lower_.endswith(PEOPLE))


def _sender(token: Token, known: Cues) -> Token | None:
    """Return who wrote or gave what "it" or "the letter" stands for, in the sentence before."""
    start = token.sent.start
    if not start:
        return None
    for one in reversed(list(token.doc[start - 1].sent)):
        lemma = one.lemma_.lower()
        if one.pos_ == "NOUN" and (lemma in known.messages or lemma in known.nouns):
            for word, noun in grammar.prepositions(one):
                if word in _MADE_BY:
                    return noun
        if one.pos_ == "VERB" and lemma in _SENT and token.lower_ != "it":
            return grammar.subject(one)
    return None


def _body(pronoun: Token) -> Token | None:
    """Return the office that "they" speaks for: "the prison refused because, they said, …"."""
    for one in pronoun.doc[pronoun.sent.start : pronoun.i]:
        singular = one.dep_ == "nsubj" and one.tag_ in ("NN", "NNP")
        if singular and one.ent_type_ != "PERSON" and one.head.i < pronoun.i:
            return one
    return None
