"""Cut from what somebody says the remarks that are the relating author's own.

A clause after a comma that begins with "which", and what begins with "while" or "although", is
taken for such a remark; so is any relative clause after a noun phrase that is the whole content.
"""

from spacy.tokens import Doc, Token

from habeas.read.voices.draft import Draft, Range, trim

_CONCESSIVE = frozenset({"while", "whereas", "although", "though", "despite"})
_WHOLE = frozenset({"that", "quote", "aside", "according", "noun-that", "adjective-that"})


def core(doc: Doc, draft: Draft, content: Range) -> Range:
    """Return a content without the remarks at its end."""
    clause = draft.frame in _WHOLE
    for token in doc[content[0] + 1 : content[1]]:
        if _begins_remark(token, clause=clause) and token.i - content[0] > 1:
            end = _end(token)
            if end >= content[1]:
                return _trimmed(doc, (content[0], token.i)) or content
    return content


def _trimmed(doc: Doc, content: Range) -> Range | None:
    """Return a range without marks and conjunctions at its end."""
    kept = trim(doc, content)
    while kept is not None and doc[kept[1] - 1].pos_ == "CCONJ":
        kept = trim(doc, (kept[0], kept[1] - 1))
    return kept


def _begins_remark(token: Token, *, clause: bool) -> bool:
    if token.lower_ in _CONCESSIVE:
        return not clause and token.dep_ in ("mark", "prep")
    if token.tag_ not in ("WDT", "WP", "WP$") or token.lower_ == "what":
        return False
    after_comma = token.nbor(-1).text == "," or token.nbor(-1).tag_ == "IN"
    return after_comma or not clause


def _end(token: Token) -> int:
    """Return where the clause that a word opens ends."""
    while token.head != token and token.dep_ not in ("relcl", "advcl", "prep"):
        token = token.head
    return int(token.right_edge.i) + 1
