"""Make entities of speakers whom the text does not name: "a spokesman for the ministry", "lawyers".

Speakers under one head noun ("22 groups", "the groups") are held to be one. A report or a letter is
no speaker.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from habeas.model import Entity, EntityType, Span
from habeas.read import grammar
from habeas.read.passage import Passage
from habeas.read.voices.cues import Cues, cues
from habeas.read.voices.voice import Voice
from habeas.read.voices.whose import PEOPLE, Who

_QUANTIFIERS = frozenset({"many", "some", "one", "several", "others"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


class Speakers:
    """The unnamed sources of a document's voices; `who` knows them beside the named ones."""

    def __init__(self, voices: Iterable[Voice], who: Who, language: str = "en") -> None:
        self._who = who
        self._spans: dict[str, list[Span]] = {}
        self._heads: dict[str, Token] = {}
        known = cues(language)
        for voice in voices:
            if voice.source is not None and known is not None and voice.worded:
                for key, token in self._unnamed(voice.passage, voice.source, known):
                    self._heads.setdefault(key, token)
                    span = voice.passage.span(grammar.phrase(token))
                    if span not in self._spans.setdefault(key, []):
                        self._spans[key].append(span)
        self._ids = {key: f"s{n}" for n, key in enumerate(self._spans, 1)}

    def who(self, passage: Passage, token: Token) -> tuple[str, ...]:
        """Return the ids that a noun denotes, those of unnamed speakers too."""
        found = self._who(passage, token)
        parts = grammar.conjuncts(token)
        if len(found) >= len(parts):
            return found
        unnamed = (self._ids.get(_key(one)) for one in parts)
        return found + tuple(one for one in unnamed if one is not None)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The unnamed speakers, with the phrases that denote them as references."""
        return tuple(self._entity(key, id_) for key, id_ in self._ids.items())

    def _entity(self, key: str, id_: str) -> Entity:
        head = self._heads[key]
        name = grammar.phrase(head).text
        return Entity(id=id_, type=_type(head), name=name, references=tuple(self._spans[key]))

    def _unnamed(self, passage: Passage, token: Token, known: Cues) -> Iterator[tuple[str, Token]]:
        parts = grammar.conjuncts(token)
        if len(self._who(passage, token)) < len(parts):
            yield from ((_key(one), one) for one in parts if _may_speak(one, known))


def _may_speak(token: Token, known: Cues) -> bool:
    lemma = token.lemma_.lower()
    if lemma in known.documents or lemma in known.messages or lemma in known.nouns:
        return False
    return token.pos_ == "NOUN" or token.lower_ in _QUANTIFIERS


def _key(token: Token) -> str:
    """Return what makes two unnamed speakers the same: the head, and for "a …" the place."""
    article = token.left_edge.lower_ in _INDEFINITE
    return f"{token.lemma_.lower()}{token.tag_}{token.idx if article else ''}"


def _type(head: Token) -> EntityType:
    if head.lower_ == "one" or (head.tag_ == "NN" and head.lemma_.lower().endswith(PEOPLE)):
        return EntityType.PERSON
    return EntityType.ORGANIZATION
