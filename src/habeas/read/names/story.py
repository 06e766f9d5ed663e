"""Tell a document through once, sentence by sentence, and keep whom each word denotes.

Names, pronouns and descriptions come to the same ids here. What is doubtful denotes nobody.
"""

from spacy.tokens import Doc, Token

from habeas.model import AUTHOR, Anatomy, EntityType
from habeas.read import lexicon
from habeas.read.grammar import ancestors, phrase
from habeas.read.names.actor import Actor
from habeas.read.names.answer import NOBODY, Names
from habeas.read.names.description import is_human, is_office
from habeas.read.names.kin import is_kin, owner_of, span_of
from habeas.read.names.pronoun import FIRST, PRONOUNS, SECOND, THIRD
from habeas.read.names.relation import read_relations
from habeas.read.names.role import country_of, title_of
from habeas.read.names.same import Group
from habeas.read.names.vocabulary import HONORIFICS, KIN, MANY, OFFICES, PERSON_NOUNS
from habeas.read.names.wings import Wings, bare_phrase
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

# What a quotation mark does: it opens, closes, or does what the last one of its kind did not.
QUOTES: dict[str, bool | None] = {
    "“": True,
    "”": False,
    "«": True,
    "»": False,
    '"': None,
    "``": None,
    "''": None,
}
TEXTS = lexicon.words("names_words", "reference", "text")
STATE_OFFICES = lexicon.words("names_words", "reference", "state_office")


def _paired(token: Token) -> Token | None:
    """Return the name that goes with one of several kin: "my niece and nephew, X and Y"."""
    kin = [one for one in (token, *token.conjuncts) if one.lower_ in KIN]
    names = next((one for noun in kin for one in noun.children if one.dep_ == "appos"), None)
    listed = [names, *names.conjuncts] if names is not None else []
    if len(kin) < 2 or len(listed) != len(kin):
        return None
    return sorted(listed, key=lambda one: one.i)[sorted(one.i for one in kin).index(token.i)]


def tell(sheet: Sheet, anatomy: Anatomy, groups: list[Group]) -> Names:
    """Return the names of a document from the groups of its mentions."""
    telling = Telling(sheet, anatomy, groups)
    for number in sorted(telling.parsed):
        telling.roles(number)
    telling.begin()
    for number in sorted(telling.parsed):
        telling.passage(number)
    read_relations(telling.cast, anatomy)
    return telling.names()


class Telling(Wings):
    """Reads one document through, word by word."""

    def passage(self, number: int) -> None:
        """Tell one passage."""
        passage = self.parsed[number]
        doc: Doc = passage.doc  # type: ignore[assignment]
        start = passage.block.span.start
        first, self.quoted = True, False
        for sentence in doc.sents:
            self.stage.turn(first)
            first = False
            for token in sentence:
                if token.text in QUOTES:
                    turns = QUOTES[token.text]
                    self.quoted = not self.quoted if turns is None else turns
                if (start, token.i) in self.heads:
                    self._name(passage, token)
                elif (start, token.i) not in self.denoted:
                    self._word(passage, token)

    def _name(self, passage: Passage, token: Token) -> None:
        start = passage.block.span.start
        id_ = self.heads[start, token.i]
        actor = self.cast.get(id_)
        plural = actor.many or (not actor.is_person and token.tag_ in ("NNS", "NNPS"))
        self.stage.see((id_,), token, many=plural)
        listed = self.listed.get((start, token.i))
        if listed:
            self.stage.see(listed, token, many=True)

    def _word(self, passage: Passage, token: Token) -> None:
        lower = token.lower_
        if lower in PRONOUNS:
            self._pronoun(passage, token)
        elif lower in KIN and is_kin(token):
            self._kin(passage, token)
        elif (
            lower in OFFICES
            and (lower not in PERSON_NOUNS or is_office(token))
            and self._office(passage, token)
        ):
            pass
        elif token.pos_ in ("NOUN", "PROPN", "NUM"):
            self._noun(passage, token)
        if token.pos_ in ("NOUN", "PROPN") and not self.denoted.get(
            (passage.block.span.start, token.i)
        ):
            self.wait(passage, token)

    def _pronoun(self, passage: Passage, token: Token) -> None:
        where = passage.block.span.start, token.i
        if token.lower_ in FIRST:
            self.denoted[where] = NOBODY if self.quoted else (AUTHOR,)
        elif token.lower_ in SECOND:
            self.denoted[where] = self.cast.addressees
        elif token.lower_ in THIRD:
            ids = self.stage.resolve(token)
            self.denoted[where] = ids
            if ids:
                self.stage.see(ids, token, many=THIRD[token.lower_] == MANY)

    def _kin(self, passage: Passage, token: Token) -> None:
        owner = owner_of(token)
        start = passage.block.span.start
        if owner is None:
            self._child(passage, token)
            return
        ids = self.denoted.get((start, owner.i))
        if ids is None and owner.lower_ in FIRST and not self.quoted:
            ids = (AUTHOR,)
        if not ids or any(self.cast.is_latent(one) for one in ids):
            return
        ids = self.cast.owner(ids)
        span = span_of(passage, token, owner)
        named = self._apposed(start, token, ids) or self._signing(token)
        if not token.doc[token.i].tag_.startswith("NNS") or KIN[token.lower_][1] == MANY:
            actor = self.kin.enter(token.lower_, ids, named)
            self.kin.state(token.lower_, actor, ids, span)
            self.denote(passage, token, actor, span)

    def _signing(self, token: Token) -> Actor | None:
        """Return the author whom "a letter from the daughter of X" means, if only one fits."""
        kin = (one for one in ancestors(token) if one.lower_ not in KIN)
        head = next(kin, token)
        if head.lower_ not in ("from", "by") or head.head.lower_ not in TEXTS:
            return None
        gender = KIN[token.lower_][1]
        authors = [self.cast.get(one) for one in sorted(self.cast.authors)]
        fits = [one for one in authors if one.gender in (None, gender) or gender is None]
        return fits[0] if len(fits) == 1 else None

    def _child(self, passage: Passage, token: Token) -> None:
        """Take "the child" as the son or daughter spoken of last."""
        if KIN[token.lower_] == ("child_of", None) and token.left_edge.lower_ == "the":
            last = next((s for t, s, _ in reversed(self.cast.relations) if t == "child_of"), None)
            if last and not self.cast.get(last).many:
                self.denote(passage, token, self.cast.get(last), passage.span(bare_phrase(token)))

    def _apposed(self, start: int, token: Token, owner: tuple[str, ...]) -> Actor | None:
        """Return the person named beside a noun: "my husband, X", "X, her husband"."""
        near = [one for one in token.children if one.dep_ == "appos"]
        if token.dep_ == "appos":
            near.append(token.head)
        if token.dep_ == "compound" or (token.dep_ == "nmod" and token.head.i > token.i):
            near.append(token.head)
        if (paired := _paired(token)) is not None:
            near = [paired]
        if token.dep_ == "attr":
            near += [one for one in token.head.children if one.dep_ == "nsubj"]
        if token.i + 1 < len(token.doc):
            near.append(token.doc[token.i + 1])
        if token.i + 2 < len(token.doc) and token.doc[token.i + 1].text == ",":
            near.append(token.doc[token.i + 2])
        for one in near:
            id_ = self.denoted.get((start, one.i), NOBODY)
            if len(id_) != 1 or id_[0] == AUTHOR:
                continue
            actor = self.cast.get(id_[0])
            if actor.is_person and actor.id not in owner and not actor.latent:
                return actor
        return None

    def _office(self, passage: Passage, token: Token) -> bool:
        """Take an office without a name beside it as its holder, if one is known."""
        title = is_office(token)
        before = token.doc[token.i - len((title or "").split())] if title and token.i else None
        if not title or (before is None) or (token.tag_ in ("NNS", "NNPS")):
            return False
        words = phrase(token)
        start = max(words.start, token.i - len(title.split()))
        vocative = before.lower_.rstrip(".") in HONORIFICS or before.text == "."
        definite = before.lower_ in ("the", "current", "former") or vocative
        if not definite:
            return False
        block = passage.block.span.start
        if self.names_somebody(block, words):
            return False
        land = country_of(words)
        actor = self.descriptions.office(title_of(token, words), land, vocative=vocative)
        if actor is None and land and not vocative and title in STATE_OFFICES:
            actor = self.cast.enter(
                EntityType.PERSON, f"[unnamed] {token.doc[start + 1 : words.end].text}"
            )
            actor.offices.add((title, land))
        if actor is None:
            return False
        if before.text == "." and start > 0:
            start -= 1
        comma = next(
            (at for at in range(start, words.end) if token.doc[at].text in ",;("), words.end
        )
        self.denote(passage, token, actor, passage.span(token.doc[start : max(comma, token.i + 1)]))
        return True

    def _noun(self, passage: Passage, token: Token) -> None:
        start = passage.block.span.start
        if self.descriptions.is_reported(token):
            self.denoted[start, token.i] = (AUTHOR,)
            return
        if token.tag_ in ("NNS", "NNPS"):
            ids = self.descriptions.plural(token)
            if ids:
                self.denoted[start, token.i] = ids
                for id_ in ids:
                    if id_ != AUTHOR:
                        self.cast.get(id_).references.add(passage.span(bare_phrase(token)))
            body = None if ids else self.descriptions.body(token)
            if body:
                self.denote(passage, token, body, passage.span(bare_phrase(token)))
            elif ids or is_human(token):
                self.stage.see(ids, token, many=True)
            return
        body = self.descriptions.body(token)
        if body:
            self.denote(passage, token, body, passage.span(bare_phrase(token)))
        elif token.lower_ in PERSON_NOUNS and token.left_edge.lower_ == "the":
            person = self.descriptions.person(token)
            if person and self.names_somebody(start, bare_phrase(token)):
                self.denoted[start, token.i] = (person.id,)
            elif person:
                self.denote(passage, token, person, passage.span(bare_phrase(token)))
        elif token.lower_ in PERSON_NOUNS and self._is_somebody(start, token):
            words = bare_phrase(token)
            actor = self.cast.enter(EntityType.PERSON, f"[unnamed] {words.text}")
            actor.nouns.add(token.lower_)
            actor.roles[passage.span(words)] = words.text
            self.denote(passage, token, actor, passage.span(words))

    def _is_somebody(self, start: int, token: Token) -> bool:
        """Say whether a noun brings in one person of whom something is said, unnamed."""
        if token.dep_ not in ("nsubj", "nsubjpass") and not (
            token.dep_ == "pobj" and token.head.dep_ == "agent"
        ):
            return False
        first = token.left_edge.lower_
        if first not in ("a", "an", "another") or any(
            one.dep_ == "appos" for one in token.children
        ):
            return False
        return not any(
            (start, at) in self.heads for at in range(token.i - 1, min(token.i + 3, len(token.doc)))
        )
