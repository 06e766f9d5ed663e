"""Questions of grammar put to a parse: who does it, to whom, where a phrase begins and ends.

Works on spaCy's English labels (ClearNLP dependencies). Knows no words, only labels; what a word
means is for the lexicons.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
PASSIVES = frozenset({"nsubjpass", "csubjpass", "auxpass"})
OBJECTS = frozenset({"dobj", "obj", "dative"})
CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "xcomp", "conj", "parataxis", "ROOT"})
# What stands after a noun and is a remark on it rather than part of its name.
REMARKS = frozenset({"relcl", "acl", "appos", "advcl", "conj", "cc", "punct", "parataxis", "prep"})


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child of `token` with one of the labels."""
    return next((one for one in token.children if one.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive, or is a bare participle after its noun."""
    while not any(one.dep_ in PASSIVES for one in verb.children):
        shared = verb.dep_ == "conj" and verb.tag_ == "VBN" and not child(verb, "nsubj", "aux")
        if not shared:
            return verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN"
        verb = verb.head
    return True


def subject(verb: Token) -> Token | None:
    """Return who or what the verb is said of: its own subject, or the one that it shares."""
    at: Token | None = verb
    while at is not None:
        own = child(at, "nsubj", "nsubjpass", "csubj")
        if own is not None:
            return _antecedent(own, at) if own.tag_ in ("WDT", "WP") else own
        if at.dep_ in ("acl", "relcl"):
            return at.head
        lender = _lender(at)
        taken = child(lender, "dobj") if lender is not None and at.dep_ == "xcomp" else None
        if taken is not None:
            return taken
        at = lender
    return None


def _antecedent(pronoun: Token, verb: Token) -> Token:
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else pronoun


def _lender(verb: Token) -> Token | None:
    """Return the verb from which a verb without a subject borrows one."""
    if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "auxpass", "aux"):
        return None
    above = verb.head
    while verb.dep_ != "conj" and above.dep_ in ("prep", "prt", "pcomp") and above.head != above:
        above = above.head
    return above if above.pos_ in ("VERB", "AUX") else None


def objects(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, those of its coordinate verbs too where it has none itself."""
    while True:
        own = [one for one in verb.children if one.dep_ in OBJECTS]
        later = [one for one in verb.children if one.dep_ == "conj" and one.pos_ == "VERB"]
        if own or not later or child(verb, "prep", "ccomp", "xcomp", "nsubjpass"):
            yield from own
            return
        verb = later[0]


def agent(verb: Token) -> Token | None:
    """Return the noun after the "by" of a passive."""
    by = child(verb, "agent") or next(
        (one for one in verb.children if one.dep_ == "prep" and one.lower_ == "by"), None
    )
    return child(by, "pobj") if by is not None else None


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield each preposition below a word with its noun, chained ones ("out of X") too."""
    for one in token.children:
        if one.dep_ in ("prep", "agent", "dative"):
            for noun in one.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield one.lower_, noun
                elif noun.dep_ == "prep":
                    yield from (
                        (one.lower_, found) for found in noun.children if found.dep_ == "pobj"
                    )


def conjuncts(token: Token) -> list[Token]:
    """Return a word and those coordinated with it, in order."""
    return [token, *(one for one in token.conjuncts if one.i > token.i)]


def phrase(noun: Token) -> Span:
    """Return the noun phrase of a head, without the remarks that follow it."""
    doc: Doc = noun.doc
    start, end = begin(noun), noun.i + 1
    for one in noun.rights:
        if one.dep_ in REMARKS and not _belongs(one):
            break
        end = one.right_edge.i + 1
    return doc[start:end]


def begin(noun: Token) -> int:
    """Return where a noun phrase begins: at its determiner, where it has one.

    A parser hangs a date before the determiner ("on 3 May my husband") below the noun as well.
    """
    first = child(noun, "predet", "det", "poss")
    return noun.left_edge.i if first is None else first.left_edge.i


def _belongs(token: Token) -> bool:
    """Say whether what follows a noun is part of its phrase: "of X", "for X"."""
    return token.dep_ == "prep" and token.lower_ in ("of", "for")


def is_negated(verb: Token) -> bool:
    """Say whether a verb carries "not", "never" or "no longer", or a negated auxiliary."""
    return any(one.dep_ == "neg" for one in verb.children)


def clause_verb(token: Token) -> Token:
    """Return the verb of the clause that a word stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the words above a word, nearest first."""
    while token.head != token:
        token = token.head
        yield token
