"""The words that introduce another voice, with their frames: what ``lexicon/voices.toml`` says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from habeas.errors import InvalidLexicon
from habeas.read.lexicon import load
from habeas.read.voices.voice import Stance


@dataclass(frozen=True, slots=True)
class Use:
    """What a cue means in one of its frames."""

    stance: Stance
    worded: bool


Frames = Mapping[str, Use]
NONE: Frames = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cues of a language: frames by lemma ("point+out" with its particle), and phrases."""

    verbs: Mapping[str, Frames]
    nouns: Mapping[str, Frames]
    adjectives: Mapping[str, Frames]
    light: frozenset[str]
    adopting: frozenset[str]
    documents: frozenset[str]
    messages: frozenset[str]
    possessed: frozenset[str]
    based: frozenset[str]
    vague: frozenset[str]
    performative: frozenset[str]
    issuing: frozenset[str]
    evidence: frozenset[str]
    penal: frozenset[str]
    passable: frozenset[str]
    signers: frozenset[str]
    respelt: Mapping[str, str]

    def lemma(self, token: Token) -> str:
        """Return the lemma of a word, those set right that the parser gets wrong."""
        return self.respelt.get(token.lower_) or token.lemma_.lower()

    def of_verb(self, verb: Token) -> Frames:
        """Return the frames of a verb, with its particle if it has one."""
        lemma = self.lemma(verb)
        particle = next((one.lower_ for one in verb.rights if one.dep_ == "prt"), None)
        if particle is None:
            return self.verbs.get(lemma) or self._with_adverb(verb, lemma)
        bare = self.verbs.get(lemma, NONE)
        clauses = {name: use for name, use in bare.items() if name in ("that", "quote")}
        return self.verbs.get(f"{lemma}+{particle}", clauses)

    def _with_adverb(self, verb: Token, lemma: str) -> Frames:
        """Return the frames of a verb whose particle the parse took for another word."""
        if verb.i + 1 == len(verb.doc):
            return NONE
        return self.verbs.get(f"{lemma}+{verb.nbor().lower_}", NONE)


@cache
def cues(language: str) -> Cues | None:
    """Return the cues of a language, None where there is no lexicon of it."""
    tables = load("voices").get(language)
    if tables is None:
        return None
    return Cues(
        verbs=_frames(tables["verb"]),
        nouns=_frames(tables["noun"]),
        adjectives=_frames(tables["adjective"]),
        **{name: frozenset(words.split()) for name, words in tables["words"].items()},
        respelt=tables["respelt"],
    )


def _frames(groups: Iterable[Mapping[str, Any]]) -> Mapping[str, Frames]:
    found: dict[str, dict[str, Use]] = defaultdict(dict)
    for group in groups:
        try:
            use = Use(Stance(group["stance"]), bool(group.get("worded", False)))
            for lemma in group["lemmas"].split():
                for frame in group["frames"]:
                    found[lemma].setdefault(frame, use)
        except (KeyError, ValueError) as error:
            raise InvalidLexicon("voices", "groups of a known stance, frames and lemmas") from error
    return dict(found)
