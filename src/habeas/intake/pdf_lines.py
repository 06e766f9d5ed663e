"""Put the lines of a PDF page together as the page shows them.

PDFium gives lines without paragraphs and swallows the hyphen and the line end of a broken word;
both are put back. Words are never joined and columns never guessed.
"""

from collections.abc import Sequence
from itertools import pairwise

import pypdfium2
from pypdfium2 import PdfTextPage, raw

# PDFium's sign for a hyphen that breaks a word at the end of a line, in either of its calls.
_HYPHEN = "\ufffe"
_HYPHEN_BOUNDED = "\x02"
# A gap that is so much wider than the usual one parts paragraphs.
_WIDE = 1.35
# Points; what is less parts a raised sign from its line.
_LEAST = 4.0


def page_text(words: PdfTextPage) -> str:
    """Return the text of a page, with a blank line where the page leaves a gap."""
    whole: str = words.get_text_bounded(errors="replace")
    if max(whole, default="") > "\uffff":
        # Places of characters beyond the basic plane cannot be asked for.
        return whole.replace(_HYPHEN_BOUNDED, "-\n")
    text: str = words.get_text_range(errors="replace")
    lines = text.replace(_HYPHEN, f"{_HYPHEN}\r\n").split("\r\n")
    return _joined(lines, _heights(words, lines)).replace(_HYPHEN, "-")


def _joined(lines: Sequence[str], heights: Sequence[float | None]) -> str:
    gaps = [_gap(above, below) for above, below in pairwise(heights)]
    usual = _usual([gap for gap in gaps if gap is not None])
    wide = [gap is not None and gap > _WIDE * usual for gap in gaps]
    parts = [lines[0]]
    for line, parted in zip(lines[1:], wide, strict=True):
        parts += ["\n\n" if parted else "\n", line.rstrip(" ")]
    return "".join(parts)


def _heights(words: PdfTextPage, lines: Sequence[str]) -> list[float | None]:
    """Return how high above the foot of the page each line stands, in points."""
    heights, at = [], 0
    for line in lines:
        heights.append(_height(words, at) if line.strip() else None)
        # A word that was broken has no line end in PDFium's count, only its sign.
        at += len(line) + (0 if line.endswith(_HYPHEN) else 2)
    return heights


def _height(words: PdfTextPage, at: int) -> float | None:
    index = raw.FPDFText_GetCharIndexFromTextIndex(words, at)
    if index < 0:
        return None
    try:
        _, bottom, _, _ = words.get_charbox(index, loose=True)
    except pypdfium2.PdfiumError:
        return None
    return float(bottom)


def _gap(above: float | None, below: float | None) -> float | None:
    if above is None or below is None or above - below < _LEAST:
        return None
    return above - below


def _usual(gaps: list[float]) -> float:
    """Return the gap between two lines of a paragraph: a narrow one, since some part paragraphs."""
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0
