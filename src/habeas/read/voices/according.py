"""Read phrases that name a source for the clause they stand in: "according to", "in X's view"."""

from collections.abc import Iterator

from spacy.tokens import Token

from habeas.read import grammar
from habeas.read.voices.cues import Use
from habeas.read.voices.draft import Draft, Range, subtree, trim, trims
from habeas.read.voices.page import Page
from habeas.read.voices.source import publisher
from habeas.read.voices.voice import Stance

_USE = Use(Stance.SAID, worded=True)
_INNER = frozenset({"relcl", "acl", "ccomp", "advcl"})


def read_according(page: Page) -> Iterator[Draft]:
    """Yield a draft for each phrase of a page that names a source."""
    for token in page.doc:
        if token.lower_ == "according":
            draft = _according(page, token)
        elif token.lower_ in ("in", "by") and token.dep_ == "prep":
            draft = _possessed(page, token)
        elif token.lower_ == "based":
            draft = _based(page, token)
        else:
            continue
        if draft is not None:
            yield draft


def _according(page: Page, token: Token) -> Draft | None:
    to = token.nbor() if token.i + 1 < len(page.doc) else None
    if to is None or to.lower_ != "to":
        return None
    noun = grammar.child(to, "pobj") or grammar.child(token, "pobj")
    if noun is None:
        return None
    phrase = (token.i, max(subtree(noun)[1], subtree(token)[1]))
    return _draft(page, noun, cue=(token.i, to.i + 1), phrase=phrase)


def _possessed(page: Page, token: Token) -> Draft | None:
    noun = grammar.child(token, "pobj")
    if noun is None or noun.lower_ not in page.cues.possessed or not _is_set_off(token):
        return None
    owner = grammar.child(noun, "poss")
    of = grammar.child(noun, "prep")
    if owner is None and of is not None and of.lower_ == "of":
        owner = grammar.child(of, "pobj")
    if owner is None:
        return None
    return _draft(page, owner, cue=(token.i, noun.i + 1), phrase=subtree(token))


def _is_set_off(token: Token) -> bool:
    """Say whether a phrase opens its sentence or follows a mark."""
    return token.i == token.sent.start or token.nbor(-1).is_punct or token.nbor(-1).dep_ == "cc"


def _based(page: Page, token: Token) -> Draft | None:
    on = grammar.child(token, "prep")
    noun = grammar.child(on, "pobj") if on is not None and on.lower_ in ("on", "upon") else None
    if noun is None or noun.lemma_.lower() not in page.cues.based or token.dep_ == "acl":
        return None
    return _draft(page, noun, cue=(token.i, noun.left_edge.i), phrase=subtree(token))


def _draft(page: Page, noun: Token, *, cue: Range, phrase: Range) -> Draft | None:
    token = page.doc[cue[0]]
    ranges = _around(page, token, phrase)
    printed = trim(page.doc, (max(noun.left_edge.i, token.i + 1), min(subtree(noun)[1], phrase[1])))
    contents = trims(page.doc, ranges)
    if not contents:
        return None
    if printed is not None and printed[0] < cue[1] < printed[1] and cue[1] - cue[0] == 2:
        printed = (cue[1], printed[1])
    return Draft(
        head=token,
        verb=cue,
        frame="according",
        use=_USE,
        at=page.at,
        contents=[(page.at, one) for one in contents],
        source=publisher(noun, page.cues),
        printed=printed,
    )


def _around(page: Page, token: Token, phrase: Range) -> list[Range]:
    """Return the clause that a phrase is about: what follows it, or what it follows."""
    sentence = token.sent.start, token.sent.end
    verb = grammar.clause_verb(token.head) if token.head != token else token
    clause = subtree(verb) if verb != token else sentence
    start, end = max(clause[0], sentence[0]), min(clause[1], sentence[1])
    before, after = trim(page.doc, (start, phrase[0])), trim(page.doc, (phrase[1], end))
    if before is None or (before[1] - before[0] <= 2 and after is not None):
        return [(phrase[1], end if verb.dep_ in _INNER else sentence[1])]
    if after is None or after[1] - after[0] <= 2:
        return [before]
    return [before, after]
