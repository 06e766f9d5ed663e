"""Read the comments that a page keeps in its front matter: each is the words of an unnamed reader.

Looks at fields under a key ``comments`` only; what follows the text of a page is not read here.
"""

import re
from collections.abc import Iterator

from habeas.model import QuotationKind, Span
from habeas.read.furniture import Use
from habeas.read.sheet import Sheet
from habeas.read.voices.voice import Stance, Voice

_COMMENTS = re.compile(r"^(?P<key>comments?):[ \t]*\n(?P<items>(?:[ \t-].*(?:\n|$))+)", re.M)
# YAML: a value on its line, or folded (">", "|") on the lines below, which are indented further.
_SAID = re.compile(
    r"\b(?:value|text|body|content):[ \t]*(?:[>|][+-]?[ \t]*\n)?[ \t]*"
    r"(?P<said>[^\s>|].*(?:\n[ \t]{3,}(?!\w+:|- ).*)*)"
)
_EDGE = " \t\n.\"'“”"


def read_comments(sheet: Sheet) -> Iterator[Voice]:
    """Yield a voice for each comment in the front matter of a document."""
    front = [i for i, use in enumerate(sheet.uses) if use is Use.FRONT]
    if not front:
        return
    end = sheet.blocks[front[-1]].span.end
    for found in _COMMENTS.finditer(sheet.text, sheet.blocks[front[0]].span.start, end + 1):
        for said in _SAID.finditer(sheet.text, *found.span("items")):
            yield from _voice(sheet, front[0], Span(*found.span("key")), said)


def _voice(sheet: Sheet, at: int, key: Span, said: re.Match[str]) -> Iterator[Voice]:
    start, end = said.span("said")
    start += len(said["said"]) - len(said["said"].lstrip(_EDGE))
    end -= len(said["said"]) - len(said["said"].rstrip(_EDGE))
    if start < end:
        span = Span(start, end)
        yield Voice(
            passage=sheet.passages[at],
            content=span,
            core=span,
            parts=(span,),
            kind=QuotationKind.BLOCK,
            stance=Stance.SAID,
            frame="comment",
            cue=key,
        )
