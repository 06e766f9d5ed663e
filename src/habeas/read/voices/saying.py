"""Read verbs that give content to another voice: said that, urged to, accused of, as she put it.

Direct speech is for ``direct``; a verb that it has used is not read again here.
"""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from habeas.read import grammar
from habeas.read.voices.cues import Cues, Frames, Use
from habeas.read.voices.draft import RELATIVES, Draft, Range, is_real, subtree, trims, verb_range
from habeas.read.voices.frames import contents, is_infinitive
from habeas.read.voices.page import Page
from habeas.read.voices.source import sourced
from habeas.read.voices.voice import Stance

# Frames whose content may reach further than the parse says.
REACHING = frozenset(
    {
        *("that", "to", "object-to", "object-of", "passive-to", "for", "about", "of", "on"),
        *("against", "as", "name", "ing", "object"),
    }
)
SHORTEST = 2  # tokens that are no clause
_INSIDE = frozenset({"-", "’", "'", "(", "“", "”", '"', "‘", "/"})
_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where"})
_MAIN = frozenset({"aux", "auxpass", "neg", "attr", "acomp", "dobj", "nsubj", "cop"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLOSING = frozenset({"ADV", "NOUN", "PROPN", "PUNCT", "ADP", "DET", "NUM", "SPACE"})
_FETCHING = frozenset({"ask", "apply", "beg"})
_DEEDS = frozenset({"release", "inquiry", "probe", "trial", "justice", "mercy", "access", "visit"})
_EVENTS = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "al",
    "ure",
    "ing",
    "over",
    "down",
    "death",
    "fact",
)
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
        return _aside(page, verb, frames) or _tail(page, verb, frames)
    frame, (ranges, end) = found
    if frame == "object" and _lets_in(verb):
        return None
    kept = trims(page.doc, (_beyond(one, verb) for one in ranges))
    if not kept:
        return None
    draft = make_draft(page, verb, kept, frame=frame)
    if frame == "name" and (_is_name(page, draft) or (verb.dep_ == "acl" and not draft.source)):
        draft.frame = "called"  # "a group called so" is a name, not a judgement
    if (
        frame in REACHING or (frame, draft.use.stance) == ("object", Stance.DEMANDED)
    ) and draft.verb is not None:
        draft.contents = [(page.at, reach(page.doc, one, verb)) for one in kept]
    if end is not None and verb.i < end <= min(kept[0][0] + 1, verb.i + 3) and draft.verb:
        draft.verb = (draft.verb[0], end)
    return draft


def _lets_in(verb: Token) -> bool:
    """Say whether somebody is let in: "to admit a doctor to the prison"."""
    into = verb.lemma_ == "admit" and any(
        w in ("to", "into") for w, _ in grammar.prepositions(verb)
    )
    return into or (verb.lemma_ == "admit" and _goes_to(grammar.child(verb, "dobj")))


def _goes_to(thing: Token | None) -> bool:
    return thing is not None and any(word == "to" for word, _ in grammar.prepositions(thing))


def _is_name(page: Page, draft: Draft) -> bool:
    """Say whether what somebody calls a thing is a name: "which all call the Mill"."""
    last = page.doc[draft.contents[-1][1][1] - 1]
    return last.pos_ == "PROPN" and page.quote_at(last.i) is None and last.head == draft.head


def _beyond(one: Range, verb: Token) -> Range:
    """Return a range without the cue verb, should it hold it."""
    if one[0] <= verb.i < one[1]:
        return (verb.i + 1, one[1])
    return one


def make_draft(page: Page, verb: Token, contents: list[Range], *, frame: str) -> Draft:
    """Return the draft of a verb's voice with its source."""
    cue = verb_range(verb)
    source, printed = sourced(verb, contents, page.cues)
    use = _use(page.cues.of_verb(verb), frame, page.doc[contents[0][0]])
    tells = page.cues.lemma(verb) not in page.cues.issuing
    if (
        frame == "object"
        and use.stance is Stance.SAID
        and _is_document(source, page.cues)
        and tells
    ):
        use = Use(use.stance, worded=True)  # what a report describes, it says
    if frame == "for" and _is_thing(verb):
        use = Use(use.stance, worded=False)
    if frame == "that" and page.cues.lemma(verb) in page.cues.evidence and _is_event(source):
        use = Use(use.stance, worded=False)  # what an event shows, nobody says
    return Draft(
        head=verb,
        verb=cue,
        frame=frame,
        use=use,
        at=page.at,
        contents=[(page.at, one) for one in contents],
        source=source,
        printed=printed,
        negated=grammar.is_negated(verb),
        real=is_real(verb) and not _is_wished(verb, source, frame),
    )


def _is_wished(verb: Token, source: Token | None, frame: str) -> bool:
    """Say whether something is yet to be said: "please write what", "to disclose where"."""
    if frame == "object-to" or verb.tag_ != "VB" or grammar.child(verb, "nsubj", "aux") is not None:
        return frame != "object-to" and source is None and is_infinitive(verb)
    return source is None and verb.dep_ in ("ROOT", "conj", "ccomp")


def _is_document(source: Token | None, known: Cues) -> bool:
    lemma = source.lemma_.lower() if source is not None else ""
    return lemma in known.documents and source is not None and source.dep_ == "nsubj"


def _is_thing(verb: Token) -> bool:
    """Say whether somebody wants a thing, not that something be done: "asked for asylum"."""
    noun = next((noun for word, noun in grammar.prepositions(verb) if word == "for"), None)
    if noun is None or verb.lemma_ not in _FETCHING or noun.lower_.endswith(_EVENTS):
        return False
    return noun.lemma_ not in _DEEDS and not any(one.tag_ in ("TO", "VBN") for one in noun.subtree)


def _is_event(source: Token | None) -> bool:
    """Say whether a subject is something that happened: "the conviction shows that"."""
    return source is not None and source.tag_ == "NN" and source.lower_.endswith(_EVENTS)


def _use(frames: Frames, frame: str, first: Token) -> Use:
    """Return what a verb means in a frame; a clause with a question word is a question."""
    asks = frame == "that" and first.lower_ in _QUESTIONS
    return frames["question"] if asks and "question" in frames else frames[frame]


def reach(doc: Doc, content: Range, cue: Token) -> Range:
    """Return a content that follows its cue, up to the next mark or coordinate of the cue.

    A parser often cuts a clause short and hangs the rest elsewhere.
    """
    if content[0] <= cue.i:
        return content
    end = content[1]
    while end < len(doc) and not _ends(doc[end], cue):
        end += 1
    return content[0], end


def _ends(token: Token, cue: Token) -> bool:
    if token.is_punct and token.text not in _INSIDE:
        return True
    if token.is_space or (token.dep_ == "cc" and token.head.i <= cue.i and not _adds_act(token)):
        return True
    if token.is_ancestor(cue) or token.i in _starts(cue):
        return True
    return token.dep_ in _MAIN and token.head.is_ancestor(cue)


def _adds_act(conjunction: Token) -> bool:
    """Say whether "and" joins a gerund to nouns: "included arson and sending films"."""
    after = conjunction.doc[conjunction.i + 1 : conjunction.i + 2]
    return any(one.tag_ == "VBG" for one in after) and conjunction.head.tag_ in _FINITE


def _starts(cue: Token) -> set[int]:
    """Return where clauses beside that of the cue begin."""
    sides = (
        one
        for one in cue.rights
        if (one.dep_ == "conj" and one.tag_ != "VBG")
        or (one.dep_ == "advcl" and one.left_edge.lower_ != "so")
    )
    return {one.left_edge.i for one in sides}


def _aside(page: Page, verb: Token, frames: Frames) -> Draft | None:
    """Read "as she said", "as stated by": the clause around it is the content."""
    if "aside" not in frames or not _has_as(verb):
        return None
    inner = verb if verb.dep_ == "advcl" else verb.head
    host = inner.head
    if host == inner or not host.is_alpha:
        return None
    (start, end), whole = subtree(inner), subtree(host)
    ranges = [(whole[0], start), (end, whole[1])] if start > whole[0] else [(end, whole[1])]
    kept = [one for one in trims(page.doc, ranges) if one[1] - one[0] > SHORTEST]
    return make_draft(page, verb, kept, frame="aside") if kept else None


def _tail(page: Page, verb: Token, frames: Frames) -> Draft | None:
    """Read "…, the groups said today." at the end of a sentence that the parse took apart."""
    subject = grammar.child(verb, "nsubj")
    if "that" not in frames or subject is None or verb.tag_ not in _FINITE:
        return None
    if subject.i > verb.i or subject.tag_ in RELATIVES:
        return None
    first, start, end = subject.left_edge.i, verb.sent.start, verb.sent.end
    if first <= start + SHORTEST or page.doc[first - 1].text != ",":
        return None
    if any(one.pos_ not in _CLOSING for one in page.doc[verb.i + 1 : end]):
        return None
    kept = trims(page.doc, [(start, first)])
    return make_draft(page, verb, kept, frame="that") if kept else None


def _has_as(verb: Token) -> bool:
    if verb.dep_ == "advcl":
        first = verb.left_edge
        return first.lower_ == "as" and first.head == verb
    return verb.dep_ in ("pcomp", "pobj") and verb.head.lower_ == "as"
