"""Give words in quotation marks that no verb introduces to whoever speaks around them.

A name, a title of a work and the label of a link are nobody's words.
"""

from collections.abc import Iterator

from habeas.model import QuotationKind
from habeas.read import grammar
from habeas.read.voices.cues import Use
from habeas.read.voices.draft import Draft, Range, trim
from habeas.read.voices.page import Page, Quote, is_name
from habeas.read.voices.source import Sourced, sourced
from habeas.read.voices.voice import Stance

_INNER = Use(Stance.SAID, worded=True)
_CHARGES = frozenset({"for", "of", "with", "on"})
_TERMS = frozenset({"year", "month", "term", "sentence", "life", "day", "fine"})
NOBODY: Sourced = (None, None)


def read_partial(page: Page, left: list[Quote], drafts: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each quotation that nothing introduces; `drafts` are those around it."""
    for quote in left:
        words = trim(page.doc, quote.words)
        if words is None or is_name(page, words):
            continue
        if any(d.kind is QuotationKind.DIRECT and d.holds(words[0]) for d in drafts):
            continue
        outer = min((d for d in drafts if d.holds(words[0])), key=_size, default=None)
        source, printed = _source(page, words, outer, drafts)
        yield Draft(
            head=page.doc[words[0]],
            verb=None,
            frame="partial" if outer else "scare",
            use=_INNER,
            at=page.at,
            contents=[(page.at, words)],
            source=source,
            printed=printed,
            kind=QuotationKind.DIRECT,
        )


def _source(page: Page, words: Range, outer: Draft | None, drafts: list[Draft]) -> Sourced:
    begun = _begun(words, drafts)
    for draft in begun:  # "the members “remind the state that …”": they say all of it
        drafts.remove(draft)
    near = next(iter(begun), None) or outer
    if near is None and (charged := _charged(page, words)) != NOBODY:
        return charged
    near = near or _beside(page, words, drafts)
    return (near.source, near.printed) if near is not None else NOBODY


def _begun(words: Range, drafts: list[Draft]) -> list[Draft]:
    """Return the voices whose verb stands in a quotation, and whose source before it."""
    inside = (d for d in drafts if words[0] <= d.head.i < words[1] and d.source is not None)
    return [d for d in inside if d.source is not None and d.source.i < words[0] and d.use.worded]


def _charged(page: Page, words: Range) -> Sourced:
    """Return who punishes or accuses somebody of what is quoted: "gave her a year for “…”"."""
    before = page.doc[max(words[0] - 2, 0)]
    if before.lower_ not in _CHARGES or before.dep_ != "prep":
        return NOBODY
    noun = before.head if before.head.pos_ == "NOUN" else grammar.child(before.head, "dobj")
    verb = before.head.head if noun == before.head else before.head
    term = noun is not None and noun.lemma_.lower() in _TERMS
    if verb.pos_ != "VERB" or not (term or page.cues.lemma(verb) in page.cues.penal):
        return NOBODY
    return sourced(verb, [words], page.cues)


def _beside(page: Page, words: Range, drafts: list[Draft]) -> Draft | None:
    """Return the one voice whose cue stands before a quotation in its sentence."""
    start = page.doc[words[0]].sent.start
    told = [d for d in drafts if d.use.worded or d.frame == "name"]
    near = [d for d in told if start <= d.head.i < words[0] and d.source is not None]
    return near[0] if len(near) == 1 else None


def _size(draft: Draft) -> int:
    return sum(end - start for _, (start, end) in draft.contents)
