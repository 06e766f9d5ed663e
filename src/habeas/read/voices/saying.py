"""Read verbs that give content to another voice: said that, urged to, accused of, as she put it.

Direct speech is for ``direct``; a verb that it has used is not read again here.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from habeas.read import grammar
from habeas.read.voices.cues import Use
from habeas.read.voices.draft import (
    RELATIVES,
    Draft,
    Range,
    source_range,
    subtree,
    trims,
    verb_range,
)
from habeas.read.voices.frames import contents
from habeas.read.voices.page import Page

_SKIPPED = frozenset({"amod", "compound", "aux", "auxpass", "case"})


def read_verbs(page: Page, used: Container[int]) -> Iterator[Draft]:
    """Yield a draft for each cue verb of a page that is not `used` and has content."""
    for token in page.doc:
        if token.pos_ == "VERB" and token.i not in used and token.dep_ not in _SKIPPED:
            frames = page.cues.of_verb(token)
            if frames:
                draft = _draft(page, token)
                if draft is not None:
                    yield draft


def _draft(page: Page, verb: Token) -> Draft | None:
    frames = page.cues.of_verb(verb)
    found = contents(verb, frames)
    if found is None:
        return _aside(page, verb)
    frame, (ranges, end) = found
    kept = trims(page.doc, (_beyond(one, verb) for one in ranges))
    if not kept:
        return None
    use = frames[frame]
    return make_draft(page, verb, frame=frame, use=use, contents=kept, upto=end)


def _beyond(one: Range, verb: Token) -> Range:
    """Return a range without the cue verb, should it hold it."""
    if one[0] <= verb.i < one[1]:
        return (verb.i + 1, one[1])
    return one


def make_draft(
    page: Page,
    verb: Token,
    *,
    frame: str,
    use: Use,
    contents: list[Range],
    upto: int | None = None,
) -> Draft:
    """Return the draft of a verb's voice with its source."""
    first = contents[0][0]
    upto = upto if upto is not None and verb.i < upto <= max(first, verb.i + 1) + 1 else None
    cue = verb_range(verb, upto=None)
    source, printed = sourced(verb, cue, contents)
    longer = (cue[0], upto) if upto and upto - verb.i <= 3 else cue
    return Draft(
        head=verb,
        verb=longer,
        frame=frame,
        use=use,
        at=page.at,
        contents=[(page.at, one) for one in contents],
        source=source,
        printed=printed,
        negated=grammar.is_negated(verb),
    )


def sourced(verb: Token, cue: Range, contents: list[Range]) -> tuple[Token | None, Range | None]:
    """Return whose voice a verb gives, and the phrase as printed."""
    source = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if source is None or (source.lower_ in ("it", "there") and source.dep_ == "expl"):
        return None, None
    if source.i == verb.i or any(one[0] <= source.i < one[1] for one in contents):
        return None, None
    own = grammar.child(verb, "nsubj")
    if own is not None and own.tag_ in RELATIVES and own != source:
        return source, (own.i, own.i + 1)
    return source, _outside(source_range(source, cue, _sentence(source)), contents)


def _sentence(token: Token) -> Range:
    return token.sent.start, token.sent.end


def _outside(printed: Range, contents: list[Range]) -> Range:
    """Return a source's phrase up to where the content begins, should it reach into it."""
    for start, end in contents:
        if printed[0] < start < printed[1]:
            printed = (printed[0], start)
        elif start <= printed[0] < end < printed[1]:
            printed = (end, printed[1])
    return printed


def _aside(page: Page, verb: Token) -> Draft | None:
    """Read "as she said", "as stated by": the clause around it is the content."""
    frames = page.cues.of_verb(verb)
    if "that" not in frames or not _has_as(verb):
        return None
    host = verb.head if verb.dep_ == "advcl" else verb.head.head
    inner = subtree(verb if verb.dep_ == "advcl" else verb.head)
    if host == verb or not host.is_alpha:
        return None
    whole = subtree(host)
    ranges = (
        [(whole[0], inner[0]), (inner[1], whole[1])]
        if inner[0] > whole[0]
        else [(inner[1], whole[1])]
    )
    kept = [one for one in trims(page.doc, ranges) if one[1] - one[0] > 2]
    if not kept:
        return None
    return make_draft(page, verb, frame="as-clause", use=frames["that"], contents=kept)


def _has_as(verb: Token) -> bool:
    if verb.dep_ == "advcl":
        first = verb.left_edge
        return first.lower_ == "as" and first.head == verb
    return verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "as"
