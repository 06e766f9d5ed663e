"""Read what somebody typed into a search, and say which words passages must hold.

Any text is a query: what makes no sense is read as words. ``a b`` asks for both, ``a OR b`` for
one of them, ``"a b"`` for the words side by side, ``-a`` for passages without it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, product

from habeas.web.search.backend import Phrase, Wanted
from habeas.web.search.lemma import lemmas
from habeas.web.search.spelling import Typed, spellings
from habeas.web.search.word import Word, words

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PART = re.compile(r'(?P<minus>[-−–](?=["\w]))?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')
_LONGEST = 500  # code points; the rest of a longer query is not looked for
_MOST_PHRASES = 64  # ways to spell one phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for. None asks for all; `speaker` is the number of an entity."""

    words: str
    limit: int = 20
    offset: int = 0
    kind: str | None = None
    speaker: int | None = None
    country: str | None = None
    year: int | None = None
    tag: str | None = None
    language: str | None = None
    document: int | None = None


class Why(StrEnum):
    """Why a printed word matches a typed one."""

    WORD = "the word"
    FORM = "another form of the word"
    NAME = "another spelling of the name"


type Reason = tuple[str, Why]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a query: words side by side, or a single word."""

    words: tuple[Word, ...]
    unwanted: bool = False


@dataclass(slots=True)
class Asked:
    """A query understood: what passages must hold, and what each word of that was typed as."""

    wanted: Wanted
    why: dict[str, Reason] = field(default_factory=dict)  # of words alone
    phrases: set[Phrase] = field(default_factory=set)
    spelt: dict[str, Reason] = field(default_factory=dict)  # of words in phrases


def parts(text: str) -> list[list[Part]]:
    """Return the parts of a query, those in one list that are joined by OR."""
    found, joined = list[list[Part]](), False
    for match in _PART.finditer(text[:_LONGEST].translate(_QUOTES)):
        if match["plain"] in ("OR", "|"):
            joined = bool(found)
            continue
        part = Part(tuple(words(match["quoted"] or match["plain"] or "")), bool(match["minus"]))
        if not part.words:
            continue
        if joined and not part.unwanted and not found[-1][0].unwanted:
            found[-1].append(part)
        else:
            found.append([part])
        joined = False
    return found


def understand(text: str, languages: Iterable[str]) -> Asked:
    """Return what is asked for, in every form that words have in these languages."""
    reader = _Reader(tuple(languages))
    clauses = parts(text)
    needed = tuple(reader.clause(one) for one in clauses if not one[0].unwanted)
    hidden = _Reader(reader.languages)
    unwanted = tuple(phrase for one in clauses if one[0].unwanted for phrase in hidden.clause(one))
    reader.asked.wanted = Wanted(needed, tuple(dict.fromkeys(unwanted)))
    return reader.asked


@dataclass(slots=True)
class _Reader:
    """One query at work."""

    languages: tuple[str, ...]
    asked: Asked = field(default_factory=lambda: Asked(Wanted(())))
    _near: dict[str, dict[str, float]] = field(default_factory=dict)

    def clause(self, those: Iterable[Part]) -> tuple[Phrase, ...]:
        """Return the phrases of which a passage must hold one."""
        return tuple(dict.fromkeys(phrase for part in those for phrase in self.part(part)))

    def part(self, part: Part) -> Iterator[Phrase]:
        """Yield the phrases that fulfil one part."""
        if len(part.words) == 1:
            yield from self.word(part.words[0])
            return
        ways = [self.spelt(word) for word in part.words]
        for phrase in islice(_nearest(ways), _MOST_PHRASES):
            self.asked.phrases.add(phrase)
            yield phrase

    def spelt(self, word: Word) -> list[str]:
        """Return a word in a phrase and the spellings of the name that it may be.

        What a dictionary knows and is typed small is no name there: a phrase is meant as it is.
        """
        self.asked.spelt.setdefault(word.form, (word.printed, Why.WORD))
        if word.printed.islower() and Typed(word, self.languages).common:
            return [word.form]
        for form in self.near(word):
            self.asked.spelt.setdefault(form, (word.printed, Why.NAME))
        return [word.form, *self.near(word)]

    def word(self, word: Word) -> Iterator[Phrase]:
        """Yield a word, its lemmas and the spellings of the name that it may be."""
        found = {word.form: Why.WORD}
        found |= dict.fromkeys(lemmas(word.printed, self.languages) - found.keys(), Why.FORM)
        found |= dict.fromkeys(self.near(word).keys() - found.keys(), Why.NAME)
        for form, why in found.items():
            self.asked.why.setdefault(form, (word.printed, why))
            yield (form,)

    def near(self, word: Word) -> dict[str, float]:
        """Return the spellings of the name that a word may be."""
        if word.form not in self._near:
            self._near[word.form] = spellings(Typed(word, self.languages))
        return self._near[word.form]


def _nearest(ways: list[list[str]]) -> Iterator[Phrase]:
    """Yield ways to spell a phrase, those nearest to what was typed first."""
    for depth in range(1, max(map(len, ways)) + 1):
        # Each round takes one spelling more of every word, and yields what is new in it.
        for phrase in product(*(way[:depth] for way in ways)):
            pairs = zip(phrase, ways, strict=True)
            if depth == 1 or any(word in way[depth - 1 : depth] for word, way in pairs):
                yield phrase
