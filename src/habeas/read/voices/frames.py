"""Where the content of a cue verb stands, frame by frame.

Each frame of ``lexicon/voices.toml`` has a function here from a verb to ranges of tokens. They look
at the parse only, never at the words beyond a preposition or "to".
"""

from collections.abc import Callable

from spacy.tokens import Token

from habeas.read import grammar
from habeas.read.voices.cues import Frames
from habeas.read.voices.draft import Range, subtree

Found = tuple[list[Range], int | None]  # the content, and where a longer cue ends
_INFINITIVES = ("xcomp", "ccomp", "advcl", "acl", "conj")
_COMPLEMENTS = ("oprd", "xcomp", "ccomp", "acomp")
_DASHES = frozenset({"–", "—", ")", ":", "-", "•"})
_CLOSERS = frozenset({",", "”", '"', "''", "’", "»", "—", "–", "--", "?", "!"})
_TAILS = frozenset({"for", "as", "of", "about"})
NEAR = 3  # tokens between a verb and an infinitive that the parse hangs elsewhere


def contents(verb: Token, frames: Frames) -> tuple[str, Found] | None:
    """Return the first frame that the verb's surroundings fill, with what fills it."""
    for name in ORDER:
        if name in frames and not (name == "that" and _is_asked(verb, frames)):
            found = _FRAMES[name](verb)
            if found is not None:
                return name, found
    return _prepositional(verb, frames)


def _prepositional(verb: Token, frames: Frames) -> tuple[str, Found] | None:
    for one in verb.rights:
        name = f"{one.lower_}:" if one.lower_ == "to" else one.lower_
        if one.dep_ in ("prep", "agent", "dative") and name in frames:
            ranges = _after(one)
            if ranges:
                return name, (ranges, one.i + 1)
        mark = one.left_edge
        if "for" in frames and mark.lower_ == "for" and _is_for_clause(one):
            return "for", ([(mark.i + 1, subtree(one)[1])], mark.i + 1)
    return None


def _is_for_clause(verb: Token) -> bool:
    return verb.dep_ in ("advcl", "ccomp") and is_infinitive(verb) and verb.left_edge.dep_ == "mark"


def _is_asked(verb: Token, frames: Frames) -> bool:
    """Say whether a clause is not what a verb says: "asked them to go, and they went"."""
    if _has_other_object(verb, frames):
        return True
    clause = grammar.child(verb, "ccomp") if "object-to" in frames else None
    act = grammar.child(verb, "xcomp")
    if clause is None or act is None or grammar.child(verb, "dobj") is None:
        return False
    return verb.i < act.i < clause.left_edge.i and is_infinitive(act)


def _has_other_object(verb: Token, frames: Frames) -> bool:
    """Say whether a verb has an object that is not whom it tells: "keep watch now that"."""
    thing = grammar.child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON":
        return False
    return not any(name.startswith("object-") for name in frames)


def is_infinitive(verb: Token) -> bool:
    """Say whether a verb has "to" before it and no tense."""
    return any(one.tag_ == "TO" for one in verb.lefts)


def _after(preposition: Token) -> list[Range]:
    return [subtree(one) for one in preposition.children if one.dep_ in ("pobj", "pcomp")]


def _clause(verb: Token) -> Found | None:
    for one in verb.children:
        if one.dep_ == "ccomp" and _is_finite(one) and (one.i > verb.i or _is_closed(one, verb)):
            return ([_left(one, verb)] if one.i < verb.i else [subtree(one)]), None
        if one.dep_ == "advcl" and one.i > verb.i and _is_indirect_question(one):
            return [subtree(one)], None
    return _parenthesis(verb) or _cleft(verb) or _lost_clause(verb)


def _lost_clause(verb: Token) -> Found | None:
    """Return "that …" which the parse hung on whom a verb tells: "told the groups that …"."""
    told = grammar.child(verb, "dobj", "dative")
    for one in told.rights if told is not None and told.i > verb.i else ():
        mark = one.left_edge
        if one.dep_ == "relcl" and mark.dep_ == "mark" and mark.lower_ == "that":
            return [subtree(one)], None
    return None


def _cleft(verb: Token) -> Found | None:
    """Return the clause of "what the letter says is that …"."""
    if verb.dep_ != "csubj" or not any(one.lower_ == "what" for one in verb.lefts):
        return None
    clause = grammar.child(verb.head, "ccomp", "attr")
    return ([subtree(clause)], None) if clause is not None and clause.i > verb.i else None


def _is_closed(clause: Token, verb: Token) -> bool:
    """Say whether a clause before its verb ends in a comma: "it is over, she said"."""
    mark = verb.doc[clause.right_edge.i + 1]
    return mark.text in _CLOSERS and not (verb.lemma_ == "know" and verb.i - mark.i == 2)


def _is_indirect_question(verb: Token) -> bool:
    return verb.left_edge.lower_ in ("whether", "how", "why", "what") and _is_finite(verb)


def _is_finite(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return any(one.dep_ in ("mark", "cop", "nsubj") for one in verb.lefts)
    if is_infinitive(verb):
        return any(one.tag_ in ("WDT", "WP", "WRB") for one in verb.lefts)
    if verb.tag_ == "VBG" or verb.tag_ == "VBN":
        return any(one.dep_ in ("aux", "auxpass", "mark") for one in verb.children)
    return verb.tag_ != "VB" or grammar.child(verb, "nsubj", "aux", "nsubjpass", "mark") is not None


def _left(clause: Token, verb: Token) -> Range:
    """Return a clause before its verb of saying, with what stands before it in the sentence."""
    start, end = subtree(clause)
    before = verb.doc[start - 1] if start else None
    if before is None or before.text in _DASHES or start <= verb.sent.start:
        return start, end
    return verb.sent.start, end


def _parenthesis(verb: Token) -> Found | None:
    """Return the clause in which "she said" stands between commas."""
    if verb.dep_ != "parataxis" or grammar.child(verb, "nsubj") is None:
        return None
    start, end = subtree(verb)
    whole = subtree(verb.head)
    ranges = [(max(whole[0], verb.sent.start), start), (end, whole[1])]
    return [one for one in ranges if one[0] < one[1]], None


def _infinitive(verb: Token) -> Found | None:
    for one in verb.rights:
        if one.dep_ in _INFINITIVES[:3] and is_infinitive(one) and one.pos_ in ("VERB", "AUX"):
            start, end = subtree(one)
            if start <= verb.i + NEAR and grammar.child(one, "nsubj") is None:
                return [(start, end)], None
    return None


def _object_infinitive(verb: Token) -> Found | None:
    for one in verb.rights:
        if one.dep_ not in _INFINITIVES or not is_infinitive(one):
            continue
        _start, end = subtree(one)
        other = grammar.child(one, "nsubj") or grammar.child(verb, "dobj", "dative", "nsubjpass")
        if other is None and grammar.child(verb, "prep") is None:
            continue
        to = next(two for two in one.lefts if two.tag_ == "TO")
        named = other is not None and other.pos_ != "PRON" and other.i > verb.i
        first = other.left_edge.i if named and other is not None else to.i - _is_negative(to)
        return [(first, end)], None
    # "urged [the minister to act]": the infinitive hangs on the noun
    noun = grammar.child(verb, "dobj")
    if noun is not None and any(
        one.dep_ in ("acl", "relcl") and is_infinitive(one) for one in noun.rights
    ):
        return [subtree(noun)], None
    return None


def _is_negative(to: Token) -> bool:
    return to.i > 0 and to.nbor(-1).dep_ == "neg"


def _gerund(verb: Token) -> Found | None:
    for one in verb.rights:
        if one.tag_ == "VBG" and one.dep_ in ("xcomp", "ccomp", "dobj", "advcl"):
            start, end = subtree(one)
            if start == verb.i + 1 or (one.dep_ == "xcomp" and start <= verb.i + NEAR):
                return [(start, end)], None
    return None


def _to_gerund(verb: Token) -> Found | None:
    for one in verb.rights:
        if one.lower_ == "to" and one.dep_ == "prep":
            ranges = [subtree(two) for two in one.children if two.dep_ == "pcomp"]
            if ranges:
                return ranges, one.i + 1
    return None


def _object(verb: Token) -> Found | None:
    if any(one.dep_ in ("nsubjpass", "auxpass") for one in verb.lefts):
        patient = grammar.child(verb, "nsubjpass")
        if patient is None or patient.tag_ in ("WDT", "WP", "PRP"):
            return None
        return [subtree(patient)], None
    thing = grammar.child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.tag_ in ("WP", "WDT", "PRP$"):
        return None
    return [_with_tail(thing, verb)], None


def _with_tail(thing: Token, verb: Token) -> Range:
    """Return an object with the "for" and "as" phrases that the parse hung on its verb."""
    start, end = subtree(thing)
    for one in verb.rights:
        if one.dep_ == "prep" and one.lower_ in _TAILS and one.left_edge.i == end:
            end = subtree(one)[1]
    return start, end


def _name(verb: Token) -> Found | None:
    named = grammar.child(verb, "dobj", "nsubjpass")
    for one in verb.rights:
        if one.dep_ not in _COMPLEMENTS or is_infinitive(one) or _is_verbal(one):
            continue
        start, end = subtree(one)
        end = min(
            [end, *(two.i for two in one.rights if two.lower_ == "by" and two.dep_ == "agent")]
        )
        if named is not None and named.i > verb.i:
            start = min(start, named.left_edge.i)
        return [(start, end)], None
    return None


def _is_verbal(token: Token) -> bool:
    return (token.pos_ == "VERB" and token.tag_ != "VBN") or any(
        one.dep_ in ("mark", "aux") for one in token.lefts
    )


def _as(verb: Token) -> Found | None:
    by = grammar.agent(verb)
    after = [*verb.rights, *(by.rights if by is not None else ())]
    for one in after:
        if one.lower_ == "as" and one.dep_ == "prep" and any(one.rights):
            start, end = one.i + 1, subtree(one)[1]
            named = grammar.child(verb, "dobj")
            if named is not None and verb.i < named.i < one.i:
                return [(named.left_edge.i, end)], None
            return [(start, end)], one.i + 1
    return None


def _passive_infinitive(verb: Token) -> Found | None:
    if not grammar.is_passive(verb) or verb.dep_ in ("acl", "amod"):
        return None
    patient = grammar.child(verb, "nsubjpass", "nsubj")
    for one in verb.rights:
        if one.dep_ in ("xcomp", "oprd", "ccomp", "advcl") and is_infinitive(one):
            ranges = [subtree(one)]
            if patient is not None and patient.tag_ not in ("WDT", "WP"):
                ranges.insert(0, (patient.left_edge.i, min(subtree(patient)[1], verb.i)))
            return ranges, None
    return None


def _object_then(word: str) -> Callable[[Token], Found | None]:
    """Return the frame of "accuse someone of something"."""

    def found(verb: Token) -> Found | None:
        named = grammar.child(verb, "dobj", "dative")
        passive = grammar.is_passive(verb)
        if named is None and not passive:
            return None
        for host in (verb, named):
            for one in host.rights if host is not None else ():
                if one.dep_ == "prep" and one.lower_ == word and (ranges := _after(one)):
                    return ranges, one.i + 1 if passive else None
        return None

    return found


def _object_and(word: str) -> Callable[[Token], Found | None]:
    """Return the frame of "linked one thing to another": both are content."""
    then = _object_then(word)

    def found(verb: Token) -> Found | None:
        ranges, named = then(verb), grammar.child(verb, "dobj")
        if ranges is None or named is None:
            return None
        return [(named.left_edge.i, ranges[0][0][1])], None

    return found


_FRAMES: dict[str, Callable[[Token], Found | None]] = {
    "that": _clause,
    "passive-to": _passive_infinitive,
    "object-to": _object_infinitive,
    "to": _infinitive,
    "ing": _gerund,
    "to-ing": _to_gerund,
    "as": _as,
    "name": _name,
    "object-of": _object_then("of"),
    "object-about": _object_then("about"),
    "object-on": _object_then("on"),
    "object-for": _object_then("for"),
    "object-with": _object_then("with"),
    "object-from": _object_then("from"),
    "object+to": _object_and("to"),
    "object+with": _object_and("with"),
    "object": _object,
    "quote": lambda verb: None,
}
ORDER = tuple(_FRAMES)
