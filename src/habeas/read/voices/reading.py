"""Put the readers of voices in order, and make their drafts into voices with places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from habeas.model import QuotationKind, Span
from habeas.read.layout import Shape
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet
from habeas.read.voices.according import read_according
from habeas.read.voices.block import read_blocks
from habeas.read.voices.comment import read_comments
from habeas.read.voices.core import core
from habeas.read.voices.cues import cues
from habeas.read.voices.direct import Speech, heads, read_direct
from habeas.read.voices.draft import Draft, Range, trim
from habeas.read.voices.label import read_labels
from habeas.read.voices.nouns import read_nouns
from habeas.read.voices.page import Page
from habeas.read.voices.partial import read_partial
from habeas.read.voices.plain import read_plain
from habeas.read.voices.repeat import name_repeats
from habeas.read.voices.saying import read_verbs
from habeas.read.voices.voice import Stance, Voice

NEAR = 12  # tokens ("the House of Commons to") between a verb and its content in a cue
_FIRST = frozenset({"i", "we"})


def read_voices(sheet: Sheet) -> list[Voice]:
    """Return the voices of a document in order of their content."""
    known = cues(sheet.language or "")
    if known is None:
        return _nest([*read_plain(sheet), *read_comments(sheet)])
    pages = {
        at: Page(at, passage, passage.doc, known)
        for at, passage in enumerate(sheet.passages)
        if passage.doc is not None
    }
    found = list(_drafts(list(pages.values())))
    voices = [voice for draft in found if (voice := _voice(draft, pages)) is not None]
    voices.extend([*read_blocks(sheet, known), *read_comments(sheet)])
    return _nest(name_repeats(sheet.text, voices))


def _drafts(pages: list[Page]) -> Iterator[Draft]:
    labels = list(read_labels(pages))
    spoken = {draft.at for draft in labels if draft.kind is QuotationKind.DIRECT}
    speech = Speech()
    for page in pages:
        if page.passage.block.shape is not Shape.QUOTE and not _is_link(page):
            yield from _read(page, speech, spoken=page.at in spoken)
    yield from speech.drafts
    yield from labels


def _is_link(page: Page) -> bool:
    """Say whether a passage is nothing but a link, such as the title of another document."""
    linked = sum(len(label) for label, _ in page.passage.links)
    return linked >= 0.9 * len(page.passage.text)


def _read(page: Page, speech: Speech, *, spoken: bool) -> list[Draft]:
    left = [] if spoken else read_direct(page, speech)
    used = set(heads(speech.drafts, page.at))
    drafts = list(chain(read_verbs(page, used), read_nouns(page), read_according(page)))
    voiced = {draft.within for draft in drafts}
    drafts = [d for d in drafts if d.frame != "object" or d.head.i not in voiced]
    for draft in drafts:
        _snap(page, draft)
    partial = list(read_partial(page, left, drafts))  # which may take some of the drafts away
    return [*drafts, *partial]


def _snap(page: Page, draft: Draft) -> None:
    """Let a content that reaches into a quotation hold the whole of it."""
    draft.contents = [(at, _whole(page, one, draft.head.i)) for at, one in draft.contents]
    quoted = all(_is_quoted(page, one) for _, one in draft.contents)
    if quoted and page.quote_at(draft.head.i) is None:
        draft.kind = QuotationKind.DIRECT


def _whole(page: Page, one: Range, cue: int) -> Range:
    start, end = one
    first, last = page.quote_at(start), page.quote_at(end - 1)
    if first is not None and not first.words[0] <= cue < first.words[1]:
        start = min(start, max(first.words[0], cue + 1 if cue < start else 0))
    if last is not None and not last.words[0] <= cue < last.words[1]:
        end = max(end, last.words[1])
    return trim(page.doc, (start, end)) or one


def _is_quoted(page: Page, one: Range) -> bool:
    quote = page.quote_at(one[0])
    return quote is not None and one[1] <= quote.words[1]


def _voice(draft: Draft, pages: dict[int, Page]) -> Voice | None:
    if not draft.contents:
        return None
    page = pages[draft.at]
    draft.contents = [(at, _after_that(pages[at], one)) for at, one in draft.contents]
    parts = tuple(
        sorted(_span(pages[at].passage, one) for at, one in dict.fromkeys(draft.contents))
    )
    content = Span(parts[0].start, max(part.end for part in parts))
    at, last = max(draft.contents)
    kept = core(page.doc, draft, last) if at == draft.at else last
    verb = _span(page.passage, draft.verb) if draft.verb else None
    quote = page.quote_at(draft.head.i)
    return Voice(
        passage=page.passage,
        content=content,
        core=Span(content.start, max(_span(pages[at].passage, kept).end, parts[-1].start + 1)),
        parts=parts,
        kind=draft.kind,
        stance=_stance(draft),
        frame="performative" if _is_performative(draft, page) else draft.frame,
        head=draft.head if draft.verb is not None else None,
        source=draft.source,
        source_span=_span(page.passage, draft.printed) if draft.printed else None,
        verb=verb,
        cue=_cue(draft, page),
        own=draft.source is not None and draft.source.lower_ in _FIRST and quote is None,
        negated=draft.negated,
        worded=draft.use.worded,
        real=draft.real,
    )


def _is_performative(draft: Draft, page: Page) -> bool:
    """Say whether the author declares in so many words: "I hereby declare that"."""
    if draft.frame != "that" or draft.source is None or draft.source.lower_ not in _FIRST:
        return False
    return page.cues.lemma(draft.head) in page.cues.performative


def _after_that(page: Page, one: Range) -> Range:
    """Return a content without the "that" that introduces it."""
    first = page.doc[one[0]]
    if first.lower_ == "that" and first.dep_ == "mark" and one[1] - one[0] > 1:
        return trim(page.doc, (one[0] + 1, one[1])) or one
    return one


def _span(passage: Passage, one: Range) -> Span:
    doc = passage.doc
    assert doc is not None
    return passage.span(doc[one[0] : one[1]])


def _cue(draft: Draft, page: Page) -> Span | None:
    """Return the introducing words: source and verb, up to the content where that follows."""
    if draft.verb is None:
        return None
    start, end = draft.verb
    if draft.printed and abs(draft.printed[0] - end) < 40 > abs(start - draft.printed[1]):
        start, end = min(start, draft.printed[0]), max(end, draft.printed[1])
    here = [one for at, one in draft.contents if at == draft.at]
    after = [one[0] for one in here if one[0] >= draft.verb[1]]
    before = [one[1] for one in here if one[1] <= draft.verb[0]]
    if after and min(after) - draft.verb[1] < NEAR:
        end = min(after)
    if before:
        start = max(start, max(before))
    cue = trim(page.doc, (start, end)) or draft.verb
    return _span(page.passage, cue)


def _stance(draft: Draft) -> Stance:
    return Stance.REJECTED if _is_rejected(draft.head) else draft.use.stance


_VAGUE = frozenset({"some", "many", "others", "critics", "people", "opponents", "they"})


def _is_rejected(verb: Token) -> bool:
    """Say whether the text goes on against what nobody in particular says: "Some say …, but"."""
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in _VAGUE:
        return False
    return any(one.dep_ == "cc" and one.lower_ in ("but", "yet") for one in verb.rights)


def _nest(voices: Iterable[Voice]) -> list[Voice]:
    """Return voices in order, each with the place of the smallest that holds it."""
    ordered = sorted(voices, key=lambda v: (v.content.start, -v.content.end))
    found: list[Voice] = []
    open_: list[int] = []
    for i, voice in enumerate(ordered):
        while open_ and ordered[open_[-1]].content.end <= voice.content.start:
            open_.pop()
        outer = next((j for j in reversed(open_) if _within(voice, ordered[j])), None)
        found.append(_placed(voice, outer))
        open_.append(i)
    return found


def _within(inner: Voice, outer: Voice) -> bool:
    if not outer.content.holds(inner.content) or inner.content == outer.content:
        return False
    return inner.verb is None or any(part.holds(inner.verb) for part in outer.parts)


def _placed(voice: Voice, outer: int | None) -> Voice:
    return replace(voice, nested_in=outer) if outer is not None else voice
