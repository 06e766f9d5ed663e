"""Give words in quotation marks to the verb that introduces them, before, after or between.

Works along the line of the text, not down the parse: a parser stumbles over quotation marks.
Quotations that nothing introduces are left for others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from habeas.model import QuotationKind
from habeas.read import grammar
from habeas.read.voices.beside import NOUNS, beside, clip, first_noun
from habeas.read.voices.cues import Use
from habeas.read.voices.draft import Draft, Range, trim, verb_range
from habeas.read.voices.page import Page, Quote, is_name
from habeas.read.voices.source import sourced
from habeas.read.voices.voice import Stance

_STOPS = frozenset({".", "!", "?", ";", "…"})
_INNER = frozenset({"relcl", "acl", "amod", "appos", "compound", "pcomp"})
FAR = 30  # tokens between a quotation and its verb
SHORT = 6  # tokens of "the deputies wrote" after a quotation without a comma
_PLAIN = Use(Stance.SAID, worded=True)


@dataclass(slots=True)
class Speech:
    """What was found on the pages so far: the last direct draft, and whether it is still open."""

    last: Draft | None = None
    open: bool = False
    drafts: list[Draft] = field(default_factory=list)


def read_direct(page: Page, speech: Speech) -> list[Quote]:
    """Add the direct speech of a page to `speech`; return the quotations that nobody says."""
    left = [quote for k, quote in enumerate(page.quotes) if not _read_quote(page, k, speech)]
    if not page.quotes and len(page.doc) > 1:
        speech.last, speech.open = None, False
    if page.doc[-1].text == ":":
        _announce(page, speech)
    return left


def _announce(page: Page, speech: Speech) -> None:
    """Keep the verb of "He said:" for a quotation that begins the next paragraph."""
    words = (page.quotes[-1].words[1] if page.quotes else 0), len(page.doc)
    verb = _last_verb(page, words)
    if verb is not None:
        speech.last, speech.open = _new(page, verb, words), True
        speech.drafts.append(speech.last)


def _read_quote(page: Page, k: int, speech: Speech) -> bool:
    """Give a quotation to its speaker, a new one or the last; say whether there is one."""
    quote, before, after = page.quotes[k], _before(page, k), _after(page, k)
    words = trim(page.doc, quote.words) or quote.words
    if k == 0 and _goes_on(page, before, speech):
        _add(speech, page, k, words=words)
        return True
    draft = _introduced(page, k, speech)
    if draft is None and (draft := _followed(page, quote, after)) is not None:
        words = _mixed(page, k, draft) or words
    if draft is not None:
        if draft is not speech.last:
            speech.drafts.append(draft)
        speech.last = draft
    elif not k or not _chained(page, k, speech):
        speech.open = speech.open and speech.last is None
        return False
    _add(speech, page, k, words=words)
    return True


def _mixed(page: Page, k: int, draft: Draft) -> Range | None:
    """Return the whole clause that ends in a quotation: "It “will not do,” she said"."""
    start, end = page.quotes[k].words
    first = start - 1
    while first > 0 and page.doc[first - 1].text not in _STOPS and not page.doc[first - 1].is_space:
        first -= 1
    if not any(token.is_alpha for token in page.doc[first : start - 1]):
        return None
    draft.frame = "that"
    return trim(page.doc, (first, end))


def _add(speech: Speech, page: Page, k: int, *, words: Range) -> None:
    quote = page.quotes[k]
    if speech.last is not None:
        speech.last.contents.append((page.at, words))
        if words[0] >= quote.words[0]:
            speech.last.kind = QuotationKind.DIRECT
        speech.open = not quote.closed


def _goes_on(page: Page, before: Range, speech: Speech) -> bool:
    """Say whether a paragraph that begins with a quotation goes on with that of the last one."""
    if speech.last is None or before[1] > 1 or any(t.is_alpha for t in page.doc[: before[1]]):
        return False
    if speech.open:
        return True
    return (
        page.quotes[0].words[1] >= len(page.doc) - 2 and speech.last.contents[-1][0] == page.at - 1
    )


def _before(page: Page, k: int) -> Range:
    """Return the words of the sentence before a quotation, after the last one."""
    end = page.quotes[k].words[0] - 1
    start = page.quotes[k - 1].words[1] if k else 0
    for i in range(end - 1, start - 1, -1):
        if page.doc[i].text in _STOPS or page.doc[i].text == "\n":
            return i + 1, end
    return start, max(start, end)


def _after(page: Page, k: int) -> Range:
    """Return the words of the sentence after a quotation, before the next one."""
    start = page.quotes[k].words[1]
    end = page.quotes[k + 1].words[0] - 1 if k + 1 < len(page.quotes) else len(page.doc)
    for i in range(start, end):
        if page.doc[i].text in _STOPS:
            return start, i
    return start, max(start, end)


def _speaks(page: Page, token: Token) -> Use | None:
    """Return what a verb of saying means, None if the word is none."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ == "amod":
        return None
    frames = page.cues.of_verb(token)
    return frames.get("quote") or frames.get("that")


def _introduced(page: Page, k: int, speech: Speech) -> Draft | None:
    """Return the draft of the verb before a quotation, a new one or the last again."""
    before = start, end = _before(page, k)
    if end <= start:
        return None
    last = page.doc[end - 1]
    verb = _last_verb(page, before)
    if verb is None:
        return _headed(page, before) if last.text == ":" else None
    if last.text not in (":", ",") and not _ends_in(page, verb, page.quotes[k]):
        return None
    if last.text == "," and _another_verb(page, verb.i + 1, end):
        return None
    if speech.last is not None and speech.last.head == verb:
        return speech.last
    return _new(page, verb, before)


def _last_verb(page: Page, words: Range) -> Token | None:
    for i in range(words[1] - 1, max(words[0], words[1] - FAR) - 1, -1):
        if _speaks(page, page.doc[i]):
            return page.doc[i]
    return None


def _another_verb(page: Page, start: int, end: int) -> bool:
    return any(t.pos_ == "VERB" and t.dep_ not in _INNER for t in page.doc[start:end])


def _ends_in(page: Page, verb: Token, quote: Quote) -> bool:
    """Say whether a verb leads straight into a whole quotation: "said that “…”", "reading “…”"."""
    last = page.doc[quote.words[0] - 2]
    gap = last.i - verb.i
    if not _is_whole(page, quote) or gap > 4:
        return False
    between = page.doc[verb.i + 1 : last.i + 1]
    return all(
        t.pos_ in ("PRON", "ADV", "SCONJ", "PART") or t.dep_ in ("dobj", "dative") for t in between
    )


def _is_whole(page: Page, quote: Quote) -> bool:
    """Say whether a quotation is a clause of its own, not a phrase in another's."""
    _start, end = quote.words
    if page.doc[end - 1].text in (",", ".", "?", "!"):
        return True
    after = page.doc[end + 1] if end + 1 < len(page.doc) else None
    return after is None or after.is_punct or after.lower_ in ("and", "but")


def _headed(page: Page, before: Range) -> Draft | None:
    """Return the draft of a line such as "The deputies: “…”": a noun phrase and a colon."""
    words = trim(page.doc, before)
    if words is None or words[1] - words[0] > FAR:
        return None
    head = page.doc[words[0] : words[1]].root
    if (
        any(t.pos_ in ("VERB", "AUX") for t in page.doc[words[0] : words[1]])
        or head.pos_ not in NOUNS
    ):
        return None
    first = first_noun(page, words[0], words[1])
    return Draft(
        head=page.doc[before[1] - 1],
        verb=(before[1] - 1, before[1]),
        frame="colon",
        use=_PLAIN,
        at=page.at,
        source=first,
        printed=words,
    )


def _followed(page: Page, quote: Quote, after: Range) -> Draft | None:
    """Return the draft of the verb after a quotation: "…, she said"."""
    if is_name(page, quote.words) and quote.words[0] > 1:
        return None
    start = after[0] + 1
    comma = _leaves_off(page, quote)
    for i in range(start, min(after[1], start + FAR)):
        token = page.doc[i]
        use = _speaks(page, token)
        if use is not None:
            if any(one.dep_ == "ccomp" for one in token.rights):
                return None
            near = comma or (i - start <= SHORT and quote.words[1] - quote.words[0] > SHORT)
            return (
                _new(page, token, (start, after[1]))
                if near and _leads(page, start, token)
                else None
            )
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in (*_INNER, "aux", "auxpass"):
            return None
    return None


def _leaves_off(page: Page, quote: Quote) -> bool:
    end = quote.words[1]
    after = page.doc[end : end + 2].text[-1:]
    return page.doc[end - 1].text in (",", "?", "!", "—", "–", "...", "…", "--") or after == ","


def _leads(page: Page, start: int, verb: Token) -> bool:
    """Say whether the words from `start` to a verb are its subject, if any."""
    subject = grammar.child(verb, "nsubj")
    if subject is not None and subject.i >= start and subject.i < verb.i:
        return True
    words = [t for t in page.doc[start : verb.i] if not t.is_punct and not t.is_space]
    return all(t.pos_ in (*NOUNS, "ADV", "ADJ", "AUX", "ADP", "PART", "CCONJ") for t in words)


def _new(page: Page, verb: Token, within: Range) -> Draft:
    start, end = within
    cue = verb_range(verb)
    source, printed = sourced(verb, [], page.cues)
    own = grammar.child(verb, "nsubj", "nsubjpass")
    stray = source is not None and verb.dep_ in ("ccomp", "advcl") and own is None
    if source is None or stray or (own is not None and not start <= own.i < end):
        source, printed = beside(page, verb, within) or (source, printed)
    if source is not None and page.quote_at(source.i) is not None:
        source = printed = None
    frames = page.cues.of_verb(verb)
    return Draft(
        head=verb,
        verb=cue,
        frame="quote",
        use=frames.get("quote") or frames.get("name") or frames["that"],
        at=page.at,
        source=source,
        printed=clip(printed, start, end) if printed else None,
        negated=grammar.is_negated(verb),
    )


def _chained(page: Page, k: int, speech: Speech) -> bool:
    """Say whether a quotation goes on after the cue: "“…,” she said. “…”"."""
    last = speech.last
    if last is None or not last.contents:
        return False
    at, words = last.contents[-1]
    start, end = page.quotes[k - 1].words[1], page.quotes[k].words[0] - 1
    if at != page.at or words[1] > start or words[1] <= page.quotes[k - 1].words[0]:
        return False
    gap = [t for t in page.doc[start:end] if t.is_alpha]
    if not gap:
        return True
    if last.at != page.at or not start <= last.head.i < end:
        return False
    stops = [t.i for t in page.doc[start:end] if t.text in _STOPS]
    return len(stops) == 1 and stops[0] >= end - 2 - (page.doc[end - 1].is_space)


def heads(drafts: list[Draft], at: int) -> Iterator[int]:
    """Yield the verbs that direct speech has used on a page."""
    return (draft.head.i for draft in drafts if draft.at == at)
