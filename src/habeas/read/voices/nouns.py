"""Read nouns and adjectives that give content to another voice: "his claim that", "adamant that".

A noun without a named source is kept; whose report it is, the text may not say.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.model import QuotationKind
from habeas.read import grammar
from habeas.read.voices.cues import Frames, Use
from habeas.read.voices.draft import Draft, Range, source_range, subtree, trim, trims, verb_range
from habeas.read.voices.frames import is_infinitive
from habeas.read.voices.page import Page
from habeas.read.voices.saying import reach
from habeas.read.voices.source import Sourced, owner, sourced
from habeas.read.voices.voice import Stance

_PLACES = frozenset({"in", "at", "during", "under", "within", "across", "inside"})
_SET = ("to", "of")
_THEIRS = frozenset({"his", "her", "its", "their"})
_BY = frozenset({"with", "through", "by", "via"})  # "answered with the claim that"
_LINKING = frozenset({"be", "feel", "seem", "become", "remain", "grow", "sound", "stay", "look"})


def read_nouns(page: Page) -> Iterator[Draft]:
    """Yield a draft for each cue noun or adjective of a page that has content."""
    for token in page.doc:
        if token.pos_ == "NOUN":
            frames = page.cues.nouns.get(token.lemma_.lower())
            draft = _noun(page, token, frames) if frames else None
        elif token.pos_ in ("ADJ", "VERB") and token.dep_ in (
            "acomp",
            "ROOT",
            "conj",
            "ccomp",
            "amod",
            "advcl",
            "acl",
            "appos",
        ):
            frames = page.cues.adjectives.get(token.lower_)
            draft = _adjective(page, token, frames) if frames else None
        else:
            continue
        if draft is not None:
            yield draft


def _content(cue: Token, frames: Frames) -> tuple[str, Range, int] | None:
    """Return the frame that is filled, the content, and where a longer cue ends."""
    for one in cue.rights:
        if one.dep_ in ("acl", "ccomp", "xcomp", "relcl", "advcl", "oprd"):
            start, end = subtree(one)
            if is_infinitive(one):
                if "to" in frames and one.dep_ != "relcl":
                    return "to", (start, end), cue.i + 1
            elif "that" in frames and _is_that(one):
                return "that", (start, end), cue.i + 1
        elif one.dep_ == "prep" and one.lower_ in (*frames, *_LIKE_ABOUT):
            frame = one.lower_ if one.lower_ in frames else "about"
            if _names_maker(one):
                continue
            if frame in frames and any(one.children):
                return frame, (one.i + 1, _last(cue, one)), one.i + 1
    return _topic(cue) if "about" in frames else None


def _topic(cue: Token) -> tuple[str, Range, int] | None:
    """Return what follows "regarding" right after a cue, wherever the parse hangs it."""
    after = cue.nbor() if cue.i + 1 < len(cue.doc) else cue
    if after.lower_ not in _LIKE_ABOUT or not any(after.children):
        return None
    return "about", (after.i + 1, subtree(after)[1]), after.i + 1


def _last(cue: Token, preposition: Token) -> int:
    """Return where the noun after a preposition ends, its coordinates with it."""
    end = subtree(preposition)[1]
    for one in cue.rights:
        further = one.dep_ == "prep" and one.left_edge.i == end and one.lower_ in _PLACES
        if further or (one.dep_ == "conj" and one.i > end):
            end = subtree(one)[1]
    return end


def _names_maker(preposition: Token) -> bool:
    """Say whether "of" goes before a name: "the report of the Watch" is not about the Watch."""
    noun = grammar.child(preposition, "pobj")
    named = noun is not None and noun.ent_type_ in ("ORG", "PERSON") and noun.pos_ == "PROPN"
    return preposition.lower_ == "of" and named


_LIKE_ABOUT = frozenset({"regarding", "concerning", "over"})


def _is_that(clause: Token) -> bool:
    if clause.dep_ == "ccomp":
        return True
    return any(
        one.lower_ in ("that", "whether", "how", "why") and one.dep_ in ("mark", "advmod")
        for one in clause.lefts
    )


def _noun(page: Page, noun: Token, frames: Frames) -> Draft | None:
    found = _content(noun, frames) or _equated(noun, frames)
    if found is None or (found[0] in _SET and noun.i > 0 and noun.nbor(-1).lower_ == "in"):
        return None  # "in order to" orders nothing, and "in charge of" charges nobody
    frame, content, end = found
    if frame == "that":
        content = reach(page.doc, content, noun)
    kept = trims(page.doc, [content])
    if not kept:
        return None
    source, printed, cue = _source(page, noun, kept)
    quote = page.quote_at(noun.i)
    if quote is not None and cue is not None and not quote.words[0] <= cue[0]:
        return _quoted(page, noun, (source, printed))
    if cue is None:
        cue = (noun.i, end)
    elif noun.i < end <= noun.i + 3:
        cue = (cue[0], max(end, cue[1]))
    light = _light(page, noun)
    return Draft(
        head=noun,
        within=light.i if light is not None else _passive(noun),
        verb=cue,
        frame=f"noun-{frame}",
        use=frames[frame],
        at=page.at,
        contents=[(page.at, one) for one in kept],
        source=source,
        printed=printed,
    )


def _quoted(page: Page, noun: Token, sourced: Sourced) -> Draft | None:
    """Return the draft of "expressed “deep fear” about it": the words in marks are the content."""
    verb, quote = _light(page, noun), page.quote_at(noun.i)
    words = trim(page.doc, quote.words) if quote is not None else None
    if verb is None or words is None:
        return None
    return Draft(
        head=noun,
        within=verb.i,
        verb=verb_range(verb),
        frame="noun-quote",
        use=Use(Stance.SAID, worded=True),
        at=page.at,
        contents=[(page.at, words)],
        source=sourced[0],
        printed=sourced[1],
        kind=QuotationKind.DIRECT,
    )


def _equated(noun: Token, frames: Frames) -> tuple[str, Range, int] | None:
    """Return what follows "the conclusion was that", "the charges included"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("be", "include", "read"):
        return None
    clause = grammar.child(verb, "ccomp") if "that" in frames else None
    if clause is not None and _is_that(clause) and clause.i > verb.i:
        return "that", subtree(clause), noun.i + 1
    thing = grammar.child(verb, "dobj") if verb.lemma_ == "include" else None
    if thing is not None and "of" in frames:
        return "of", reach(noun.doc, subtree(thing), verb), noun.i + 1
    return None


def _source(
    page: Page, noun: Token, contents: list[Range]
) -> tuple[Token | None, Range | None, Range | None]:
    """Return whose claim, belief or demand it is, and the cue if a verb voices it."""
    verb = _light(page, noun)
    voiced = (None, None) if verb is None else sourced(verb, contents, page.cues)
    cue = (verb_range(verb)[0], noun.i + 1) if verb is not None and voiced[0] is not None else None
    possessor = grammar.child(noun, "poss")
    if possessor is not None:
        adopted = verb is not None and page.cues.lemma(verb) in page.cues.adopting
        if cue and (adopted or possessor.lower_ in _THEIRS):
            return *voiced, cue
        return *owner(noun, contents, page.cues), None
    if cue is not None:
        return *voiced, cue
    return *owner(noun, contents, page.cues), None


def _passive(noun: Token) -> int | None:
    return noun.head.i if noun.dep_ == "nsubjpass" else None


def _light(page: Page, noun: Token) -> Token | None:
    """Return the verb that a noun completes: "expressed the hope that", "in the belief that"."""
    verb = noun.head
    if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX"):
        return verb if page.cues.lemma(verb) in page.cues.light else None
    if noun.dep_ == "conj" and noun.head.dep_ == "dobj":
        return _light(page, noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ in _BY and noun.head.head.pos_ == "VERB":
        return noun.head.head
    return None


def _beside(adjective: Token, frames: Frames) -> tuple[str, Range, int] | None:
    """Return the clause that the parse hung on the "be" of "is adamant that"."""
    if adjective.dep_ != "acomp" or "that" not in frames:
        return None
    clause = grammar.child(adjective.head, "ccomp")
    if clause is None or clause.i < adjective.i:
        return None
    return "that", subtree(clause), adjective.i + 1


def _adjective(page: Page, adjective: Token, frames: Frames) -> Draft | None:
    found = _content(adjective, frames) or _beside(adjective, frames)
    if found is None:
        return None
    frame, content, end = found
    if frame == "that":
        content = reach(page.doc, content, adjective)
    kept = trims(page.doc, [content])
    verb = adjective.head if adjective.dep_ == "acomp" else adjective
    if not kept or (adjective.dep_ == "acomp" and verb.lemma_ not in _LINKING):
        return None
    cue = verb_range(verb) if verb != adjective else (adjective.i, adjective.i + 1)
    source, printed = sourced(verb, kept, page.cues)
    if source is None and adjective.dep_ == "amod":
        source = adjective.head
        printed = source_range(source, cue, subtree(source))
    if source is None or source.lower_ == "it":
        return None
    return Draft(
        head=adjective,
        verb=(cue[0] if cue[0] <= adjective.i else adjective.i, end),
        frame=f"adjective-{frame}",
        use=frames[frame],
        at=page.at,
        contents=[(page.at, one) for one in kept],
        source=source,
        printed=printed,
        negated=grammar.is_negated(verb),
    )
