"""The scene of a story: the names in their places, their roles, and the lists they stand in.

Set before the story is told, so that a description can denote who is named only later.
"""

import re

from spacy.tokens import Span as Words

from habeas.model import Anatomy, EntityType
from habeas.read.names.actor import Cast
from habeas.read.names.answer import Names, Where
from habeas.read.names.description import Descriptions
from habeas.read.names.kin import Kinship
from habeas.read.names.pronoun import Stage
from habeas.read.names.role import honorific_gender, read_nouns, read_roles
from habeas.read.names.same import Group
from habeas.read.names.unnamed import Unnamed
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

_LIST = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:,|;|/|&|and|or|,\s+and|,\s+or|as\s+well\s+as)\s*")


class Scene:
    """Who is named where in one document, and what stands beside the names."""

    def __init__(self, sheet: Sheet, anatomy: Anatomy, groups: list[Group]) -> None:
        self.sheet, self.cast = sheet, Cast(anatomy)
        self.parsed = {i: p for i, p in enumerate(sheet.passages) if p.doc is not None}
        self.denoted: dict[Where, tuple[str, ...]] = {}
        self.heads: dict[Where, str] = {}
        self.listed: dict[Where, tuple[str, ...]] = {}
        self.named: dict[int, list[tuple[Words, str]]] = {}
        self.quoted = False
        for group in groups:
            self._enter(group)
        self.cast.settle_parties()
        self.stage, self.kin, self.unnamed = (
            Stage(self.cast),
            Kinship(self.cast),
            Unnamed(self.cast),
        )

    def _enter(self, group: Group) -> None:
        actor = self.cast.enter_group(group)
        for one in group.mentions:
            passage = self.sheet.passages[one.passage]
            actor.mentions.append(passage.place(one.start, one.end))
            doc = passage.doc
            words = doc.char_span(one.start, one.end, alignment_mode="expand") if doc else None
            if words is not None:
                self.named.setdefault(one.passage, []).append((words, actor.id))

    def roles(self, number: int) -> None:
        """Read what is said of the persons named in a passage, and mark their words."""
        passage = self.parsed[number]
        named = sorted(self.named.get(number, ()), key=lambda pair: -len(pair[0]))
        for name, id_ in named:
            self._mark(passage, name, id_)
            self.heads[passage.block.span.start, name.root.i] = id_
            actor = self.cast.actors[id_]
            if actor.is_person:
                actor.gender = honorific_gender(name) or actor.gender
                read_roles(passage, name, actor)
            elif actor.kind is EntityType.ORGANIZATION:
                read_nouns(name, actor)

    def begin(self) -> None:
        """Look over the cast before the story is told."""
        self.descriptions = Descriptions(self.cast)
        for number, named in self.named.items():
            self._lists(self.parsed[number], sorted(named, key=lambda pair: pair[0].start))

    def _lists(self, passage: Passage, named: list[tuple[Words, str]]) -> None:
        """Note which persons a passage names in one breath: "A (25), B and C"."""
        run: list[tuple[Words, str]] = []
        for words, id_ in [*named, (passage.doc[0:0], "")]:  # type: ignore[index]
            person = bool(id_) and self.cast.get(id_).is_person
            if (
                person
                and run
                and not _LIST.fullmatch(passage.text, run[-1][0].end_char, words.start_char)
            ):
                self._list(passage, run)
                run = []
            if person:
                run.append((words, id_))
        self._list(passage, run)

    def _list(self, passage: Passage, run: list[tuple[Words, str]]) -> None:
        ids = tuple(dict.fromkeys(id_ for _, id_ in run))
        if len(ids) > 1:
            self.descriptions.lists.append(ids)
            self.listed[passage.block.span.start, run[-1][0].root.i] = ids

    def _mark(self, passage: Passage, words: Words, id_: str) -> None:
        for at in range(words.start, words.end):
            self.denoted[passage.block.span.start, at] = (id_,)

    def names(self) -> Names:
        """Return what was read."""
        entities = self.cast.entities()
        places: dict[int, str] = {}
        for one in sorted(entities, key=lambda one: one.type is not EntityType.NAMED_EVENT):
            for span in (*one.references, *one.mentions) if not self.cast.is_latent(one.id) else ():
                places[span.start] = one.id
        return Names(
            entities,
            self.cast.stated(),
            {
                where: tuple(dict.fromkeys(map(self.cast.now, ids)))
                for where, ids in self.denoted.items()
            },
            places,
            {one.id: one for one in entities},
            {one.id for one in entities if self.cast.is_latent(one.id)},
            self.cast.authors,
        )
