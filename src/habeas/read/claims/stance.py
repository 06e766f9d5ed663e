"""Say how a claim stands in its sentence: asserted, feared, supposed, denied or demanded.

An act that is only asked for is no claim: `stance` then gives None, for ``demands`` reads it.
"""

from spacy.tokens import Token

from habeas.model import ClaimClass, Modality
from habeas.read import lexicon
from habeas.read.claims.cast import Cast
from habeas.read.claims.trigger import Trigger
from habeas.read.claims.vocabulary import HARM, LEXICON, Entry, Part
from habeas.read.grammar import SUBJECTS, child, is_negated, subject

# What is undone yet when somebody asks that it be stopped.
_PENDING = frozenset({"execution", "extradition", "deportation", "handover_risk"})
# What would be no matter for a file unless it was.
_IDLE = frozenset({ClaimClass.TRAVEL_VISIT, ClaimClass.STATEMENT_APPEAL_PROTEST, ClaimClass.MEDIA})
# What is announced rather than feared when it is to come.
_SCHEDULED = frozenset({"legal_proceeding", "impunity", "failure_to_investigate"})
_DEMAND = frozenset({"should", "must", "ought", "shall", "let"})
_SUPPOSED = frozenset({"would", "could", "might", "may", "'d", "’d"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
_CLAUSAL = frozenset({"VERB", "AUX"})


def stance(trigger: Trigger, cast: Cast) -> Modality | None:
    """Return how what a trigger tells stands, None if it is only asked for or meant."""
    entry = trigger.entry
    if entry.frame.part is Part.NOUN and (cast.bearer is None or _is_wanted(trigger, cast.bearer)):
        found = _of_noun(trigger)
    else:
        token = cast.bearer if cast.bearer is not None else trigger.token
        found = _of_predicate(_predicate(token), trigger)
    conceded = trigger.token.dep_ == "advcl" and entry.type == "assessment"
    idle = entry.kind in _IDLE or conceded  # "even if it is bad"
    if found is Modality.HYPOTHETICAL and idle:
        return None
    return Modality.FEARED if entry.feared and found is Modality.ASSERTED else found


def _is_wanted(trigger: Trigger, bearer: Token) -> bool:
    """Say whether an event is taken for granted by what should be done about it."""
    return trigger.token.dep_ in ("nsubj", "nsubjpass") and bool(_auxiliaries(bearer) & _DEMAND)


def _predicate(token: Token) -> Token:
    """Return the verb that an adjective, noun or phrase is said with."""
    at = token
    while at.pos_ not in _CLAUSAL and at.dep_ in (
        "acomp",
        "attr",
        "oprd",
        "pobj",
        "prep",
        "advmod",
    ):
        at = at.head
    return at


def _is(token: Token, kind: str) -> bool:
    return token.lemma_.lower() in lexicon.words(LEXICON, "stance", kind)


# ------------------------------------------------------------------ predicates


def _of_predicate(verb: Token, trigger: Trigger) -> Modality | None:
    if verb.pos_ not in _CLAUSAL or verb.dep_ == "amod":
        return Modality.ASSERTED
    own = _by_auxiliaries(verb, trigger)
    if own is not Modality.ASSERTED:
        return own
    governed = _by_governor(verb, trigger)
    denied = governed is not None and _negated(verb, trigger)
    return Modality.DENIED if denied else governed


def _auxiliaries(verb: Token) -> set[str]:
    """Return the auxiliaries of a verb, those that a coordinate verb shares too."""
    while verb.dep_ == "conj" and child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None:
        if verb.head.pos_ not in _CLAUSAL:
            break
        verb = verb.head
    return {one.lower_ for one in verb.children if one.dep_ == "aux"}


def _by_auxiliaries(verb: Token, trigger: Trigger) -> Modality | None:
    auxiliaries, entry = _auxiliaries(verb), trigger.entry
    harm = entry.kind in HARM and not entry.remedy and entry.type not in _SCHEDULED
    if auxiliaries & _DEMAND or _is_imperative(verb):
        return None
    marks = [one for one in verb.children if one.dep_ == "mark"]
    if any(_is(one, "if") for one in marks) or _is_conditional(verb):
        return Modality.HYPOTHETICAL
    if any(one.lower_ in ("before", "until") for one in marks) and not _is_past(verb):
        return None
    if _is_wished(verb):
        return None
    if "would" in auxiliaries and any(map(_negates, trigger.words)):
        return Modality.ASSERTED  # "she would not sign" is how a refusal is told
    if auxiliaries & {"could", "would"} and ("have" in auxiliaries or child(verb, "neg")):
        return Modality.HYPOTHETICAL
    if auxiliaries & _SUPPOSED:
        return Modality.FEARED if harm else Modality.HYPOTHETICAL
    if auxiliaries & _FUTURE:
        return Modality.FEARED if harm else Modality.ASSERTED
    return Modality.ASSERTED


def _is_wished(verb: Token) -> bool:
    """Say whether a passive stands in the subjunctive: "that he be released"."""
    passive = child(verb, "auxpass")
    return passive is not None and passive.lower_ == "be" and child(verb, "aux") is None


def _is_past(verb: Token) -> bool:
    first = child(verb, "auxpass", "aux") or verb
    return first.tag_ in ("VBD", "VBN")


def _is_imperative(verb: Token) -> bool:
    if verb.tag_ != "VB" or child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return False
    if any(one.dep_ == "aux" and one.lower_ != "do" for one in verb.children):
        return False
    if verb.dep_ == "conj":
        return verb.head.pos_ in _CLAUSAL and (
            _is_imperative(verb.head) or bool(_auxiliaries(verb.head) & _DEMAND)
        )
    return verb.dep_ == "ROOT"


def _is_conditional(verb: Token) -> bool:
    return any(
        one.dep_ == "advcl"
        and any(mark.dep_ == "mark" and _is(mark, "if") for mark in one.children)
        for one in verb.children
    )


def _negated(verb: Token, trigger: Trigger) -> bool:
    """Say whether "not" stands with a verb and is no part of what the trigger says."""
    inside = set(trigger.words)
    found = [one for one in verb.children if one.dep_ == "neg" and one not in inside]
    found += [one for one in verb.children if one.dep_ in SUBJECTS and is_nobody(one)]
    turned = verb.lemma_ in ("evade", "escape", "avoid")
    return bool(found) != turned and not (found and any(map(_negates, inside)))


def _negates(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in _NOBODY


def is_nobody(subject: Token) -> bool:
    """Say whether a subject is "nobody", "no official", "neither of them"."""
    negations = (subject, *(one for one in subject.children if one.dep_ in ("det", "preconj")))
    return any(one.lower_ in _NOBODY for one in negations)


def _by_governor(verb: Token, trigger: Trigger) -> Modality | None:
    """Judge by the word above: "tried to", "risk of being", "fears that", "in order to"."""
    while verb.dep_ == "conj" and verb.head.pos_ in _CLAUSAL:
        verb = verb.head
    above = verb.head
    if verb.dep_ == "pcomp":
        return _after_preposition(verb, trigger)
    if verb.dep_ in ("acl", "relcl") and _is(above, "charge") and subject(verb) != above:
        return _as_told(above)
    if verb.dep_ == "ROOT" and any(
        one.lower_ == "to" and one.dep_ == "aux" for one in verb.children
    ):
        return None
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and _is(above, "breach"):
        return None  # "deporting anyone breaks the law" tells of no deportation
    if verb.dep_ in ("ROOT", "relcl", "parataxis") or above == verb:
        return Modality.ASSERTED
    if verb.dep_ == "ccomp":
        if verb.tag_ == "VB" and child(verb, "aux", "auxpass") is None and above.pos_ == "VERB":
            return _by_governor(above, trigger)
        return _as_content(above, trigger)
    if any(one.dep_ == "aux" and one.lower_ == "to" for one in verb.children):
        return _infinitive(verb, above, trigger)
    if verb.dep_ == "xcomp" and _is(above, "risk_verbs") and above not in trigger.words:
        return Modality.FEARED
    return Modality.ASSERTED


def _infinitive(verb: Token, above: Token, trigger: Trigger) -> Modality | None:
    harm = trigger.entry.kind in HARM and not trigger.entry.remedy
    if above.pos_ == "ADJ" or child(above, "acomp", "attr") is not None:
        return None
    if above.lemma_ == "be":
        return Modality.ASSERTED
    if above.dep_ == "ROOT" and above.pos_ in ("NOUN", "PROPN"):
        return None  # an item of a list of demands: "the government to release her"
    if above in trigger.words:
        return _of_predicate(above, trigger) if above.pos_ in _CLAUSAL else Modality.ASSERTED
    if _is(above, "risk_verbs") or _is(above, "risk"):
        return Modality.FEARED if harm else None
    if _is(above, "fact") and verb.dep_ in ("xcomp", "ccomp"):
        return _of_predicate(above, trigger)
    if above.lemma_ in ("try", "attempt", "strive", "effort", "campaign"):
        return Modality.ASSERTED if harm else None
    if above.lemma_ in ("refuse", "decline", "fail"):
        return Modality.DENIED
    if above.lemma_ in ("decision", "order", "signature", "agreement", "permission", "decide"):
        return Modality.ASSERTED
    return Modality.FEARED if harm and _is(above, "aim") else None


def _after_preposition(verb: Token, trigger: Trigger) -> Modality | None:
    preposition, above = verb.head, verb.head.head
    harm = trigger.entry.kind in HARM and not trigger.entry.remedy
    if preposition.lower_ in ("without", "instead"):
        return Modality.DENIED
    if preposition.lower_ == "of" and (_is(above, "risk") or _is(above, "risk_verbs")):
        return Modality.FEARED if harm else Modality.HYPOTHETICAL
    if preposition.lower_ == "from" or (preposition.lower_ == "for" and _is(above, "hope")):
        return None if above not in trigger.words else Modality.ASSERTED
    return Modality.ASSERTED


def _as_content(above: Token, trigger: Trigger) -> Modality | None:
    harm = trigger.entry.kind in HARM and not trigger.entry.remedy
    if _is(above, "risk_verbs"):
        return Modality.FEARED if harm else Modality.ASSERTED
    if _is(above, "reject") or any(_is(one, "wrongly") for one in above.children):
        return Modality.DENIED
    return Modality.DENIED if _is_belied(above) else Modality.ASSERTED


def _as_told(noun: Token) -> Modality:
    """Judge what a claim, a report or evidence says by what is said of that."""
    if any(one.lower_ == "no" or _is(one, "false") for one in noun.children):
        return Modality.DENIED
    above = _governor(noun)
    if above is not None and _is(above, "reject"):
        return Modality.DENIED
    said_of = noun.dep_ == "nsubj" and _is_belied(noun.head)
    return Modality.DENIED if said_of else Modality.ASSERTED


def _is_belied(copula: Token) -> bool:
    """Say whether something is said to be false, or not to be true."""
    while copula.dep_ in ("acomp", "attr"):
        copula = copula.head
    said = child(copula, "acomp", "attr")
    if said is None:
        return False
    negated = is_negated(copula) or child(said, "neg") is not None
    return _is(said, "true") if negated else _is(said, "false")


# ------------------------------------------------------------------ event nouns


def _of_noun(trigger: Trigger) -> Modality | None:
    noun, entry = trigger.token, trigger.entry
    if any(one.dep_ == "amod" and _is(one, "risk_words") for one in noun.children):
        return Modality.FEARED
    if any(
        one.dep_ == "det" and one.lower_ == "no" and one not in trigger.words
        for one in noun.children
    ):
        return Modality.DENIED
    above = _governor(noun)
    if above is None:
        return Modality.ASSERTED
    if _is(above, "risk") or (
        above.pos_ == "VERB" and above.lemma_ in ("risk", "fear", "avoid", "prevent", "avert")
    ):
        return Modality.FEARED
    if _is(above, "reject") or (_is(above, "charge") and _as_told(above) is Modality.DENIED):
        return Modality.DENIED
    if _is(above, "stop") and entry.type in _PENDING:
        return Modality.FEARED
    if entry.remedy or entry.type in _PENDING:
        return _asked(above, entry)
    return Modality.ASSERTED


def _governor(noun: Token) -> Token | None:
    """Return the word that an event noun is the object of, through a preposition and a list."""
    at = noun
    while at.dep_ == "conj":
        at = at.head
    if at.dep_ == "pobj":
        return (
            at.head.head
            if at.head.lower_ in ("of", "for", "about", "to", "on", "in", "with")
            else None
        )
    return at.head if at.dep_ in ("dobj", "obj", "conj", "nsubjpass") and at.head != at else None


def _asked(above: Token, entry: Entry) -> Modality | None:
    verb = above
    while verb.pos_ not in _CLAUSAL and verb.head != verb:
        verb = verb.head
    asked = (
        _is(above, "hope")
        or bool(_auxiliaries(verb) & _DEMAND)
        or _is_imperative(verb)
        or _is_asked(verb)
    )
    if not asked:
        return Modality.ASSERTED
    return None if entry.remedy else Modality.DEMANDED


def _is_asked(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "ccomp", "advcl") and _is(verb.head, "hope")
