"""One passage without a parse: its sentences, its quoted stretches, and who stands where.

A full stop after one or two letters ends no sentence, nor does one inside quotation marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from habeas.read.layout import Shape
from habeas.read.passage import Passage
from habeas.read.voices.quotes import Stretch, quoted
from habeas.read.voices.wording import Wording

Range = tuple[int, int]  # characters of the passage's text
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?")
_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:['’]|\.(?=\s?[^\W\d_]))?|[^\w\s]")
_STOP = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?…]+[»”“\")]*(?=\s|$)|[!?…][»”\")]*(?=\s|$)|\n")
_DIALOGUE = re.compile(r"\s*(?:[—–]\s+)?(\S.*?)[,!?…]\s*[—–]\s+")
_INNER = re.compile(r"[.!?…;:,()]")
_EDGE = " \t\n.,;:!?…«»“”„\"'’–—-*()"
LONG = 5  # words of a name beside an office: "son avocate, Samira Roe, affirme"
TITLED = 8
NEAR = 3  # words after a dash among which is the verb


@dataclass(frozen=True)
class Line:
    """A passage at work."""

    passage: Passage
    known: Wording

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.passage.text

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What stands between quotation marks."""
        return self._dialogue() or quoted(self.text)

    def _dialogue(self) -> list[Stretch]:
        """Return what is said between dashes: "— It is over, — she said."."""
        dashed = self.passage.block.shape is Shape.ITEM or self.text.lstrip()[:1] in ("—", "–")
        spoken = _DIALOGUE.match(self.text) if dashed else None
        if spoken is None:
            return []
        after = WORD.findall(self.text, spoken.end())[:NEAR]
        if not any("say" in self.known.tables.get(word.lower(), ()) for word in after):
            return []
        return [Stretch(*spoken.span(1))]

    @cached_property
    def mask(self) -> str:
        """The text with the marks inside quotations made blank, as long as the text."""
        pieces, at = [], 0
        for one in self.stretches:
            pieces += [self.text[at : one.start], _INNER.sub(" ", self.text[one.start : one.end])]
            at = one.end
        return "".join([*pieces, self.text[at:]])

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences in order, stops outside."""
        found, start = [], 0
        for stop in _STOP.finditer(self.mask):
            found.append((start, stop.start()))
            start = stop.end()
        return [*found, (start, len(self.text))]

    def trim(self, start: int, end: int) -> Range | None:
        """Return a range without marks and spaces at its ends, None if nothing is left."""
        while start < end and self.text[start] in _EDGE:
            start += 1
        while start < end and self.text[end - 1] in _EDGE:
            end -= 1
        return (start, end) if start < end else None

    def words(self, source: Range | None) -> list[str]:
        """Return the words of a range in small letters."""
        return [] if source is None else WORD.findall(self.text[slice(*source)].lower())

    def has(self, source: Range | None, table: str) -> bool:
        """Say whether a range has one of the small words of a table."""
        return any(word in self.known.words[table] for word in self.words(source))

    def until(self, start: int, end: int, marks: str) -> int:
        """Return where the first of some marks stands in a range, else its end."""
        places = [at for mark in marks if (at := self.mask.find(mark, start, end)) >= 0]
        return min(places, default=end)

    def subject(self, start: int, verb: int) -> Range | None:
        """Return what stands before a verb in its clause: its subject, most often."""
        pieces = self._pieces(start, verb)
        if not pieces:
            return None
        words = pieces[0]
        told = False
        while words and (
            self._is_told(words[-1][0]) or words[-1][0] in self.known.words["skipped"]
        ):
            told |= self._is_told(words.pop()[0])
        if told and not words:
            return None  # "от неё требовали": whom one tells, not who does
        if len(words) == 1 and words[0][0] in self.known.words["relative"]:
            words = []
        if words:
            return words[0][1], words[-1][2]
        if len(pieces) < 2 or not pieces[1]:
            return None
        # the verb follows a comma: "Roe, the lawyer of X, says", "the lawyer, Ann Roe, says"
        near = pieces[1]
        far = pieces[2] if len(pieces) > 2 and len(near) <= LONG else []
        first = (
            far[0] if far and len(far) <= TITLED and self.text[near[0][1]].isupper() else near[0]
        )
        return first[1], near[-1][2]

    def _is_told(self, word: str) -> bool:
        return word in self.known.words["oblique"]

    def speaker(self, start: int, end: int) -> Range | None:
        """Return who stands after a verb, the words that may come between left out."""
        between = self.known.words["skipped"] - self.known.words["articles"]
        for one in WORD.finditer(self.mask, start, end):
            if not self._is_told(one[0].lower()) and one[0].lower() not in between:
                return self.trim(one.start(), end)
        return None

    def _pieces(self, start: int, end: int) -> list[list[tuple[str, int, int]]]:
        """Return the words before a place, piece by piece between marks, the last piece first."""
        pieces: list[list[tuple[str, int, int]]] = [[]]
        for one in _PART.finditer(self.mask, start, end):
            word = one[0].lower()
            if not word[0].isalnum():
                if word in ",;:()—–":
                    pieces.append([])
            elif word in self.known.words["joins"]:
                pieces = [[]]
            else:
                pieces[-1].append((word, *one.span()))
        return pieces[::-1]

    def named_in(self, sentence: Range) -> Iterator[tuple[str, Range]]:
        """Yield the names in a range, with their labels."""
        for one in self.passage.named.ents if self.passage.named is not None else ():
            if sentence[0] <= one.start_char and one.end_char <= sentence[1]:
                yield one.label_, (one.start_char, one.end_char)
