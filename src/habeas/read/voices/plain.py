"""Read voices where there is no parse, from words, marks and layout alone.

Only what a cue word introduces and words in quotation marks are read; what the author says in the
first person is kept apart, and a name or a title in quotation marks is nobody's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.model import QuotationKind, Span
from habeas.read.layout import Shape
from habeas.read.sheet import Sheet
from habeas.read.voices.antecedent import meant
from habeas.read.voices.line import WORD, Line, Range
from habeas.read.voices.quotes import Stretch
from habeas.read.voices.voice import Stance, Voice
from habeas.read.voices.wording import wording

FAR = 60  # characters between a verb and the quotation it introduces
NEAR_WORDS = 2  # before a cue: "qui a", "comme l’"
NEAR = 10  # characters between "of" and the clause that it governs
FEWEST = 2  # words of a quotation that nothing introduces
SPEECH = 8  # words that are no title, though they begin with a capital
_STANCES = {
    "allege": Stance.ALLEGED,
    "deny": Stance.DENIED,
    "ask": Stance.ASKED,
    "demand": Stance.DEMANDED,
}
_FRAMED = {"accuse": Stance.ALLEGED, "charge": Stance.ALLEGED, "bid": Stance.DEMANDED}
_NOUNS = frozenset({"told", "claimed", "charge"})
_AFTER = re.compile(r"\s*[,:]?\s*(?:[—–-]\s*)?(?=\S)")
_MORE = re.compile(r"[»”“\"]\s*,?\s*(?:et|и|y|e|und|та|і)\s+\w{2,4}['’]?\s+$", re.I)
_HELD = ".;!?"


@dataclass(slots=True, kw_only=True)
class Found:
    """A voice in the making; `parts` and `source` are characters of the passage."""

    parts: list[Range]
    verb: Range
    frame: str
    source: Range | None = None
    kind: QuotationKind = QuotationKind.INDIRECT
    stance: Stance = Stance.SAID
    own: bool = False


@dataclass(slots=True)
class Reader:
    """Reads one passage; `used` are the quotations that somebody says."""

    line: Line
    used: set[Stretch] = field(default_factory=set)

    def read(self) -> Iterator[Voice]:
        """Yield the voices of the passage."""
        found: list[Found] = []
        for sentence in self.line.sentences:
            for cue in WORD.finditer(self.line.mask, *sentence):
                tables = self.line.known.tables.get(cue[0].lower())
                one = self._cued(sentence, cue, tables) if tables else None
                if one is not None:
                    found.append(one)
            found.extend(self._according(sentence))
        found.extend(self._left(found))
        yield from (self._voice(one) for one in found)

    def _cued(self, sentence: Range, cue: re.Match[str], tables: frozenset[str]) -> Found | None:
        """Return the voice that a cue word introduces, None if nothing follows that it could."""
        before = WORD.findall(self.line.mask, sentence[0], cue.start())[-1:]
        verbal = not tables & _NOUNS
        if verbal and before and before[0].lower() in self.line.known.words["articles"]:
            return None
        known, start, end = self.line.known, cue.end(), sentence[1]
        stance = next((_STANCES[name] for name in _STANCES if name in tables), Stance.SAID)
        for name, pattern in (
            ("accuse", known.of),
            ("charge", known.of),
            ("told", known.told_of),
            ("bid", known.bidden),
            ("claim", known.infinitive),
        ):
            opened = pattern.match(self.line.mask, start, end) if name in tables else None
            if opened is not None and opened.end() < end:
                marks = ";" if name in ("bid", "told") else ",;"
                stance, at = _FRAMED.get(name, stance), opened.end()
                clause = known.that.match(self.line.mask, at, end)
                if clause is not None and clause.end() - at <= NEAR:  # "в том, что"
                    marks, at = ";", clause.end()
                stop = self.line.until(at, end, marks)
                return self._new(sentence, cue, (at, stop), stance, frame=name)
        return self._clause(sentence, cue, tables, stance) or self._object(sentence, cue, tables)

    def _clause(
        self, sentence: Range, cue: re.Match[str], tables: frozenset[str], stance: Stance
    ) -> Found | None:
        if not tables & {"say", *_STANCES}:
            return None
        opened = self.line.known.that.match(self.line.mask, cue.end(), sentence[1])
        if opened is not None and opened.end() < sentence[1]:
            before = WORD.findall(self.line.mask, sentence[0], cue.start())[-NEAR_WORDS:]
            inner = any(word.lower() in self.line.known.words["relative"] for word in before)
            stop = self.line.until(opened.end(), sentence[1], ",;" if inner else ";")
            return self._new(sentence, cue, (opened.end(), stop), stance, frame="that")
        return self._speech(sentence, cue) or self._aside(sentence, cue)

    def _aside(self, sentence: Range, cue: re.Match[str]) -> Found | None:
        """Return the clause beside "comme l’affirme X", "как сообщает X"."""
        before = WORD.findall(self.line.mask, sentence[0], cue.start())[-NEAR_WORDS:]
        if not any(word.lower() in self.line.known.words["as"] for word in before):
            return None
        return self._beside(sentence, cue)

    def _object(self, sentence: Range, cue: re.Match[str], tables: frozenset[str]) -> Found | None:
        """Return the demand for a thing: "revendiquaient les libertés", "с требованием суда"."""
        start, end = cue.end(), self.line.until(cue.end(), sentence[1], ",;:")
        if "summon" in tables:
            opened = re.compile(r"[^.;:!?«»]{0,40}?\s[àa]\s+", re.I).match(self.line.mask, start)
            if opened is None:
                return None
            start, end = opened.end(), self.line.until(start, sentence[1], ";:")
        elif not tables & {"want", "claimed"}:
            return None
        if len(self.line.text[start:end].split()) < FEWEST:
            return None
        return self._new(sentence, cue, (start, end), Stance.DEMANDED, frame="object-to")

    def _speech(self, sentence: Range, cue: re.Match[str]) -> Found | None:
        """Return the quotation that a verb introduces, or that it follows."""
        for one in self.line.stretches:
            gap = self.line.mask[cue.end() : max(one.start - 1, cue.end())]
            opens = one.start > cue.end() and len(gap) <= FAR and not set(gap) & set(_HELD)
            if opens and (gap.rstrip()[-1:] == ":" or not gap.strip(" ,")):
                return self._direct(one, cue, self._source(sentence, cue))
            back = self.line.mask[one.end + 1 : max(cue.start(), one.end + 1)]
            if one.end < cue.start() and self._follows(back):
                after = self.line.until(cue.end(), sentence[1], ",;:—–.")
                return self._direct(one, cue, self.line.speaker(cue.end(), after))
        return None

    def _follows(self, gap: str) -> bool:
        """Say whether a verb comes right after a quotation: "«…», a déclaré", "«…», — сказал"."""
        opened = _AFTER.match(gap)
        words = WORD.findall(gap[opened.end() :] if opened is not None else gap)
        rest = set(gap) & set(_HELD)
        return not rest and all(word.lower() in self.line.known.words["skipped"] for word in words)

    def _direct(self, one: Stretch, cue: re.Match[str], source: Range | None) -> Found | None:
        words = self.line.trim(one.start, one.end)
        if one in self.used or words is None:
            return None
        self.used.add(one)
        return Found(
            parts=[words],
            verb=cue.span(),
            frame="quote",
            source=source,
            kind=QuotationKind.DIRECT,
            own=self._is_own(source),
        )

    def _new(
        self, sentence: Range, cue: re.Match[str], content: Range, stance: Stance, *, frame: str
    ) -> Found | None:
        source = self._source(sentence, cue)
        content = content[0], self._cut(*content)
        words = self.line.trim(*content)
        if words is None or self.line.has(source, "nobody"):
            return None
        noun = frame in ("told", "charge") or self._is_passive(sentence, cue)
        made = Found(
            parts=[words],
            verb=cue.span(),
            frame=frame,
            source=None if noun else source,
            stance=stance,
            own=not noun and self._is_own(source),
        )
        self._quote(made, content)
        return made

    def _cut(self, start: int, end: int) -> int:
        """Return where a content ends before the next cue: "demande la paix et exige que"."""
        joined: int | None = None
        for word in WORD.finditer(self.line.mask, start, end):
            tables = self.line.known.tables.get(word[0].lower(), frozenset())
            if joined is not None and tables & {"demand", "bid"} and joined > start:
                return joined
            joined = word.start() if word[0].lower() in self.line.known.words["joins"] else None
        return end

    def _quote(self, made: Found, content: Range) -> None:
        """Make direct what is wholly in quotation marks, with what is joined to it by "and"."""
        for one in self.line.stretches:
            inside = content[0] <= one.start and one.end <= content[1]
            begins = not self.line.mask[content[0] : one.start].strip(" «“„\"'‘")
            joined = _MORE.search(self.line.mask[content[0] : one.start - 1]) is not None
            if inside and (begins or (joined and made.kind is QuotationKind.DIRECT)):
                words = self.line.trim(one.start, one.end)
                if words is not None and (
                    made.kind is QuotationKind.DIRECT or self._ends(one, content)
                ):
                    made.parts = [*(made.parts if not begins else []), words]
                    made.kind = QuotationKind.DIRECT
                    self.used.add(one)

    def _ends(self, one: Stretch, content: Range) -> bool:
        """Say whether a content ends with a quotation, or goes on with another after "and"."""
        rest = self.line.mask[one.end + 1 : content[1]].strip(" .,")
        return not rest or bool(re.match(r"\w{1,3}\s+\w{2,4}['’]?\s+[«“„\"]", rest))

    def _source(self, sentence: Range, cue: re.Match[str]) -> Range | None:
        return self.line.subject(sentence[0], cue.start())

    def _is_own(self, source: Range | None) -> bool:
        return self.line.has(source, "first")

    def _is_passive(self, sentence: Range, cue: re.Match[str]) -> bool:
        before = WORD.findall(self.line.mask, sentence[0], cue.start())[-2:]
        return any(word.lower() in self.line.known.words["passive"] for word in before)

    def _according(self, sentence: Range) -> Iterator[Found]:
        for cue in self.line.known.according.finditer(self.line.mask, *sentence):
            found = self._beside(sentence, cue)
            if found is not None:
                yield found

    def _beside(self, sentence: Range, cue: re.Match[str]) -> Found | None:
        """Return the clause beside "according to X", before it, after it, or around it."""
        end = self.line.until(cue.end(), sentence[1], ",;:")
        further = self.line.until(end + 1, sentence[1], ",;:")
        name = self.line.text[end + 1 : further].strip()
        if further < sentence[1] and name[:1].isupper() and len(name.split()) < 4:
            end = further  # "selon son avocate, Ann Roe, …"
        source = self.line.trim(cue.end(), end)
        start = max(self.line.mask.rfind(mark, sentence[0], cue.start()) for mark in ";:")
        sides = (max(start + 1, sentence[0]), cue.start()), (end, sentence[1])
        parts = [words for side in sides if (words := self._clear(*side)) is not None]
        if source is None or not parts:
            return None
        return Found(
            parts=parts,
            verb=cue.span(),
            frame="according",
            source=source,
            own=self._is_own(source),
        )

    def _clear(self, start: int, end: int) -> Range | None:
        """Return a range without marks, and without the "that" it begins with."""
        words = self.line.trim(start, end)
        first = WORD.match(self.line.mask, *words) if words is not None else None
        small = self.line.known.words
        if first is not None and first[0].lower() in small["that"] | small["as"]:
            return self.line.trim(first.end(), end)
        return words

    def _left(self, found: list[Found]) -> Iterator[Found]:
        """Yield the quotations that nothing introduces, names and titles left out."""
        for one in self.line.stretches:
            words = self.line.trim(one.start, one.end)
            if one in self.used or words is None or self._is_name(words):
                continue
            outer = [f for f in found if f.parts[0][0] <= words[0] and words[1] <= f.parts[-1][1]]
            yield Found(
                parts=[words],
                verb=words,
                frame="partial" if outer else "scare",
                source=outer[-1].source if outer else self._judge(words),
                kind=QuotationKind.DIRECT,
                own=bool(outer) and outer[-1].own,
            )

    def _is_name(self, words: Range) -> bool:
        text = self.line.text[slice(*words)]
        length = len(text.split())
        return length < FEWEST or not (text[0].islower() or length >= SPEECH)

    def _judge(self, words: Range) -> Range | None:
        """Return who sentences somebody for what is quoted."""
        for sentence in self.line.sentences:
            if not sentence[0] <= words[0] < sentence[1]:
                continue
            for cue in WORD.finditer(self.line.mask, sentence[0], words[0]):
                if "penal" in self.line.known.tables.get(cue[0].lower(), ()):
                    passive = self._is_passive(sentence, cue)
                    return None if passive else self._source(sentence, cue)
        return None

    def _voice(self, one: Found) -> Voice:
        place = self.line.passage.place
        parts = tuple(place(*part) for part in sorted(one.parts))
        content = Span(parts[0].start, max(part.end for part in parts))
        source = meant(self.line, one.source)
        cue = self._cue(one)
        told = one.frame not in ("scare", "partial")
        return Voice(
            passage=self.line.passage,
            content=content,
            core=content,
            parts=parts,
            kind=one.kind,
            stance=one.stance,
            frame=one.frame,
            source_span=place(*source) if source is not None else None,
            verb=place(*one.verb) if told else None,
            cue=place(*cue) if told else None,
            own=one.own,
        )

    def _cue(self, one: Found) -> Range:
        """Return the introducing words: the verb with the source, if nothing said is between."""
        first = one.source or one.verb
        if one.source is None or min(one.verb[1], first[1]) <= one.parts[0][0] < max(
            one.verb[0], first[0]
        ):
            return one.verb
        return min(one.verb[0], first[0]), max(one.verb[1], first[1])


def read_plain(sheet: Sheet) -> Iterator[Voice]:
    """Yield the voices of a document that is not parsed; without a wording, quotations alone."""
    known = wording(sheet.language or "")
    for passage in sheet.body():
        if passage.text and passage.block.shape is not Shape.QUOTE:
            yield from Reader(Line(passage, known)).read()
