"""One passage while its voices are being read: its parse, its quoted stretches, the cues."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from habeas.read.passage import Passage
from habeas.read.voices.cues import Cues
from habeas.read.voices.draft import Range
from habeas.read.voices.quotes import Stretch, quoted


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch in tokens, marks outside; `closed` is False where it goes on after."""

    words: Range
    closed: bool
    single: bool = False


@dataclass(frozen=True)
class Page:
    """The passage at place `at` of the sheet."""

    at: int
    passage: Passage
    doc: Doc
    cues: Cues

    @cached_property
    def quotes(self) -> list[Quote]:
        """The outermost quoted stretches with words in them, in order."""
        found = quoted(self.passage.text)
        starts = [token.idx for token in self.doc] if found else []
        quotes = []
        for one in found:
            start = bisect_right(starts, one.start)
            start = start - 1 if start and starts[start - 1] == one.start else start
            end = bisect_right(starts, one.end - 1)
            if start < end and not self._is_title(one):
                quotes.append(Quote((start, end), one.closed, one.single))
        return quotes

    def _is_title(self, one: Stretch) -> bool:
        """Say whether a quotation is the whole label of a link, as the title of a page is."""
        labels = [label for label, _ in self.passage.links]
        if not labels:
            return False
        place = self.passage.place(one.start, one.end)
        return any(label.holds(place) and len(label) <= len(place) + 4 for label in labels)

    @cached_property
    def _begins(self) -> list[int]:
        return [quote.words[0] for quote in self.quotes]

    def quote_at(self, i: int) -> Quote | None:
        """Return the quotation in which token `i` stands."""
        place = bisect_right(self._begins, i) - 1
        if place < 0 or i >= self.quotes[place].words[1]:
            return None
        return self.quotes[place]


def is_name(page: Page, words: Range) -> bool:
    """Say whether what is quoted is a name or a title rather than somebody's words."""
    span = page.doc[words[0] : words[1]]
    first = span[0]
    alpha = [t for t in span if t.is_alpha]
    if not alpha or first.is_digit:
        return True
    capital = sum(t.text[0].isupper() for t in alpha if not t.is_stop or t is first)
    plain = sum(not t.is_stop for t in alpha)
    return first.text[0].isupper() and capital * 2 >= max(plain, 1) and len(alpha) < 12
