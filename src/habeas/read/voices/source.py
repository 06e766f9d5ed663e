"""Find whose voice a cue gives: its subject or agent, the maker of a document that speaks.

Pronouns stay pronouns; who they are, is for ``names``.
"""

from spacy.tokens import Token

from habeas.read import grammar
from habeas.read.voices.cues import Cues
from habeas.read.voices.draft import RELATIVES, Range, source_range, subtree, verb_range

Sourced = tuple[Token | None, Range | None]
NOBODY: Sourced = (None, None)
_MADE_BY = ("by", "from")
_PLACES = ("in", "on")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINATIVE = frozenset({"i", "we", "he", "she", "they"})
_INNER = frozenset(
    {"pobj", "poss", "compound", "appos", "dobj", "npadvmod", "nmod", "pcomp", "conj"}
)
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})


def sourced(verb: Token, contents: list[Range], cues: Cues) -> Sourced:
    """Return whose voice a verb gives, and the phrase as printed."""
    if _shares_passive(verb, cues):
        source = _agent(verb, cues) or _agent(verb.head, cues)
    else:
        source = _agent(verb, cues) if _is_passive(verb) else _subject(verb)
    if source is None or _is_empty(source) or source.i == verb.i:
        return NOBODY
    if any(start <= source.i < end for start, end in contents):
        return NOBODY
    own = grammar.child(verb, "nsubj")
    if own is not None and own.tag_ in RELATIVES and own != source:
        return _maker(source, cues), (own.i, own.i + 1)
    cue, sentence = verb_range(verb), (source.sent.start, source.sent.end)
    return _maker(source, cues), _outside(source_range(source, cue, sentence), contents)


def _is_empty(source: Token) -> bool:
    return source.lower_ in ("it", "there") and source.dep_ == "expl"


def _is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive; "he's called for" is none, whatever the parse says."""
    if not grammar.is_passive(verb) or _is_lost_finite(verb):
        return False
    be = grammar.child(verb, "auxpass")
    clipped = be is not None and be.text in ("'s", "’s") and verb.tag_ == "VBN"
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return not (clipped and after in ("to", "for", "that", "the", "a") and verb.lemma_ != "expect")


def _shares_passive(verb: Token, cues: Cues) -> bool:
    """Say whether a verb takes up the passive before it: "was summoned and warned that"."""
    if verb.dep_ != "conj" or not grammar.is_passive(verb.head) or verb.tag_ not in ("VBD", "VBN"):
        return False
    own = grammar.child(verb, "nsubj", "aux", "dobj", "dative")
    return own is None and cues.lemma(verb) in cues.passable


def _is_lost_finite(verb: Token) -> bool:
    """Say whether the parse took "The paper named her one of …" for a noun with a participle."""
    return (
        verb.dep_ == "acl"
        and _top(verb.head).dep_ == "ROOT"
        and grammar.child(verb, "dobj", "oprd", "ccomp") is not None
        and grammar.agent(verb) is None
    )


def _top(noun: Token) -> Token:
    """Return the noun to which a name is set beside: "the mayor, Ann Roe"."""
    return noun.head if noun.dep_ == "appos" else noun


def _agent(verb: Token, cues: Cues) -> Token | None:
    """Return the agent of a passive, or the paper or report in which it says so."""
    agent = grammar.agent(verb)
    for one in verb.rights if agent is None else ():
        if one.dep_ in ("oprd", "acomp", "xcomp"):  # "was found unfair by observers"
            agent = agent or grammar.agent(one)
    if agent is not None:
        return agent
    for word, noun in grammar.prepositions(verb):
        if word in _PLACES and noun.lemma_.lower() in cues.documents:
            return noun
    return None


def _subject(verb: Token) -> Token | None:
    """Return who speaks in the active: the subject, or who holds what the infinitive is about."""
    if verb.dep_ in ("acl", "relcl") and any(one.tag_ == "TO" for one in verb.lefts):
        above = grammar.clause_verb(verb.head)
        if verb.head.lower_ == "order":  # "in order to"
            return grammar.subject(above)
        if (
            above.pos_ in ("VERB", "AUX")
            and above.i < verb.i
            and verb.head.dep_ in ("dobj", "attr")
        ):
            return grammar.subject(above)
    if _is_lost_finite(verb) and verb.tag_ != "VBG":
        return _top(verb.head)
    found = grammar.subject(verb) or grammar.child(verb, "nsubjpass")
    finite = verb.tag_ in _FINITE or (verb.dep_ == "ROOT" and verb.i > verb.sent.start + 2)
    if found is None and finite and verb.dep_ not in ("relcl", "advcl", "pcomp"):
        return _first_name(verb)
    return found


def _first_name(verb: Token) -> Token | None:
    """Return the noun or pronoun that opens the sentence of a verb whose subject the parse lost."""
    before = verb.doc[verb.sent.start : verb.i]
    return next((one for one in before if _may_speak(one)), None)


def _may_speak(token: Token) -> bool:
    if token.lower_ in _NOMINATIVE:
        return True
    if token.ent_type_ in ("DATE", "TIME", "GPE") or token.pos_ not in _NAMES:
        return False
    named = token.ent_type_ in ("PERSON", "ORG") and token.dep_ in ("npadvmod", "dep")
    return named or token.dep_ not in _INNER


def publisher(document: Token, cues: Cues) -> Token:
    """Return the name of whoever made a report, where it is printed: "reports by X"."""
    if document.lemma_.lower() in cues.documents:
        for word, noun in grammar.prepositions(document):
            if word in _MADE_BY and noun.pos_ == "PROPN":
                return noun
    return document


def _maker(source: Token, cues: Cues) -> Token:
    """Return who made a letter that speaks: "a letter from X asking", "X sent a letter asking"."""
    if source.lemma_.lower() not in cues.messages:
        return source
    maker = grammar.child(source, "poss")
    for one in source.rights if maker is None else ():
        if one.dep_ == "prep" and one.lower_ in _MADE_BY:
            maker = maker or grammar.child(one, "pobj")
    if maker is None and source.dep_ == "dobj":
        maker = grammar.subject(source.head)
    return maker or source


def _outside(printed: Range, contents: list[Range]) -> Range:
    """Return a source's phrase up to where the content begins, should it reach into it."""
    for start, end in contents:
        if printed[0] < start < printed[1]:
            printed = (printed[0], start)
        elif start <= printed[0] < end < printed[1]:
            printed = (end, printed[1])
    return printed


def owner(noun: Token, contents: list[Range], cues: Cues) -> Sourced:
    """Return whose a claim, belief or demand is: its possessor or maker."""
    possessor = grammar.child(noun, "poss")
    if possessor is not None:
        return possessor, subtree(possessor)
    for one in noun.rights:
        if (one.dep_ == "prep" and one.lower_ in ("by", "from", "of")) or one.dep_ == "agent":
            maker = grammar.child(one, "pobj")
            if maker is not None and not any(s <= maker.i < e for s, e in contents):
                return maker, source_range(maker, (noun.i, one.i + 1), subtree(maker))
        if one.dep_ == "acl" and one.tag_ == "VBN" and (maker := _agent(one, cues)) is not None:
            return maker, subtree(maker)
    return NOBODY
