"""Put the steps in order that make claims of the words of a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from habeas.model import AUTHOR, PAGE, Anatomy, Basis, Claim, ClaimClass, Modality, Source
from habeas.read.claims.cast import is_person
from habeas.read.claims.circumstance import Circumstances, details
from habeas.read.claims.extent import extent
from habeas.read.claims.focus import above, has_victims, is_known, speaks_of_known
from habeas.read.claims.headline import headlines
from habeas.read.claims.history import History, is_own_appeal
from habeas.read.claims.impunity import unpunished
from habeas.read.claims.party import Parties
from habeas.read.claims.portrait import ASSESSMENT, find_portraits
from habeas.read.claims.role import cast
from habeas.read.claims.sift import Draft, sift
from habeas.read.claims.source import Hearing, Sources, hearsay, is_feared, is_refused
from habeas.read.claims.stance import stance
from habeas.read.claims.trigger import find_triggers
from habeas.read.claims.vocabulary import HARM, Entry, Part
from habeas.read.dates import DateExpression
from habeas.read.grammar import ancestors, child
from habeas.read.passage import Passage
from habeas.read.sheet import Sheet

if TYPE_CHECKING:
    from habeas.read.names import Names
    from habeas.read.voices import Voice

LANGUAGE = "en"
# What is never done to a place, though one may stand where the victim does.
_OF_PEOPLE = frozenset(
    {
        ClaimClass.ARREST_DETENTION,
        ClaimClass.TORTURE_ILL_TREATMENT,
        ClaimClass.KILLING_DEATH,
        ClaimClass.DEPORTATION_KIDNAPPING_TRANSFER,
        ClaimClass.TRAVEL_VISIT,
    }
)
_OPINIONS = frozenset(
    {
        "assessment",
        "situation_assessment",
        "motive",
        "state_of_repression",
        "complicity",
        "empty_guarantee",
        "civic_space",
        "threat_to_life",
    }
)


def read_claims(
    sheet: Sheet,
    anatomy: Anatomy,
    names: "Names",
    *,
    dates: Sequence[DateExpression],
    voices: "Sequence[Voice]",
) -> tuple[Claim, ...]:
    """Return the claims of a document in the order of its words."""
    reader = _Reader(
        names,
        Circumstances(sheet.text, names.entities, dates),
        Sources(voices, names, anatomy),
        Parties(names),
        History(),
    )
    if sheet.language != LANGUAGE:
        return ()
    found = [
        claim
        for page, passages in ((True, headlines(sheet)), (False, _once(sheet)))
        for passage in passages
        if passage.doc is not None
        for claim in reader.read(passage, passage.doc, page=page)
    ]
    found.sort(key=lambda claim: (claim.span.start, claim.span.end))
    return tuple(replace(claim, id=f"c{i}") for i, claim in enumerate(found, 1))


def _once(sheet: Sheet) -> Iterator[Passage]:
    """Yield the passages with a parse; of a line that a page repeats, only the last."""
    last = {passage.text: passage.block.span.start for passage in sheet.parsed()}
    for passage in sheet.parsed():
        if last[passage.text] == passage.block.span.start:
            yield passage


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known of the whole document when one passage is read."""

    names: "Names"
    circumstances: Circumstances
    sources: Sources
    parties: Parties
    history: History

    def read(self, passage: Passage, doc: Doc, *, page: bool) -> Iterator[Claim]:
        """Yield the claims of one passage; `page`: it is the page's own headline."""
        told: dict[int, tuple[str, ...]] = {}
        for draft in sift(list(self.drafts(passage, doc))):
            claim = self.claim(passage, draft, told)
            if page:
                claim = replace(claim, source=Source(asserter=(PAGE,)), basis=Basis.REPORTED)
            told[draft.trigger.token.i] = claim.victims
            own = is_own_appeal(claim, draft, reported=self.sources.narrator == PAGE)
            if not own and not self.history.repeats(claim, draft):
                yield claim
            self.history.keep(claim)
            self.parties.mention(claim.victims, claim.actors)
            if claim.kind in HARM:
                self.parties.remember(claim.victims)

    def drafts(self, passage: Passage, doc: Doc) -> Iterator[Draft]:
        """Yield what each trigger of a passage tells."""
        found = find_triggers(
            doc,
            lambda token: self.parties.is_named(passage, token),
            lambda trigger: self.parties.are_apt(passage, trigger, cast(trigger)),
        )
        for trigger in (*found, *find_portraits(doc)):
            played = cast(trigger)
            told, how = unpunished(trigger, stance(trigger, played))
            yield Draft(told, played, extent(told, played), how)

    def claim(self, passage: Passage, draft: Draft, told: dict[int, tuple[str, ...]]) -> Claim:
        """Return the claim that a draft makes."""
        entry = draft.trigger.entry
        span, place = passage.span(draft.words), passage.span(draft.trigger.token)
        taken = entry.frame.part is Part.NOUN and draft.cast.bearer is None
        hearing = self.sources.at(place, aside=_is_aside(draft.trigger.token), known=taken)
        hearing = hearsay(passage, draft.cast.bearer or draft.trigger.token, hearing)
        hearing = self.named(hearing)
        who = self.parties.spoken_by(hearing.speaker, passage)
        victims = who(draft.cast.victims)
        if any(self.is_told_of(one) for one in draft.cast.victims):
            victims = without(victims, (AUTHOR,))
        actors = who(draft.cast.actors)
        if entry.kind is ClaimClass.STATEMENT_APPEAL_PROTEST:
            victims = without(victims, actors)
        else:
            actors = without(actors, victims)
        if entry.kind in _OF_PEOPLE:
            victims = tuple(one for one in victims if not self.parties.is_place(one))
        if draft.cast.owned and all(self.parties.is_power(one) for one in victims):
            actors, victims = (*actors, *victims), ()
        if not victims and _is_open(draft):
            victims = self.meant(passage, draft, told, actors=actors)
        modality = _modality(draft, hearing)
        return Claim(
            id="",
            kind=entry.kind,
            type=entry.type,
            span=span,
            actors=actors,
            victims=victims,
            place=self.circumstances.places(span),
            date=self.circumstances.date(span, place),
            details=details(entry.type, draft.words.text),
            source=hearing.source,
            basis=self.basis(entry, hearing, modality, (*victims, *actors)),
            modality=modality,
        )

    def named(self, hearing: Hearing) -> Hearing:
        """Return a hearing with its speaker, where only the claims so far tell who "he" is."""
        if hearing.source.asserter or hearing.hearsay or not hearing.voices:
            return hearing
        voice = hearing.voices[0]
        if voice.source is None:
            return hearing
        found = self.parties.who(voice.passage, voice.source)
        return replace(hearing, source=replace(hearing.source, asserter=found))

    def is_told_of(self, token: Token) -> bool:
        """Say whether a page speaks of people who only share a word with the letter's authors.

        "His family members" are not the members who wrote it.
        """
        if self.sources.narrator != PAGE or token.pos_ != "NOUN":
            return False
        owner = child(token, "poss")
        return owner is not None and owner.lower_ not in ("our", "my")

    def basis(
        self, entry: Entry, hearing: Hearing, modality: Modality, parties: tuple[str, ...]
    ) -> Basis:
        """Return on what basis something is said: quoted before opinion before firsthand."""
        if hearing.voices or hearing.hearsay:
            return Basis.QUOTED
        if modality is Modality.FEARED or entry.type in _OPINIONS:
            return Basis.OPINION
        close = hearing.source.asserter != (PAGE,) and self.parties.close.intersection(parties)
        return Basis.FIRSTHAND if close else Basis.REPORTED

    def meant(
        self,
        passage: Passage,
        draft: Draft,
        told: dict[int, tuple[str, ...]],
        *,
        actors: tuple[str, ...],
    ) -> tuple[str, ...]:
        """Return whom an event is about where its own clause does not say."""
        if not has_victims(draft):
            return ()
        token = draft.trigger.token
        found = without(self.parties.named_after(passage, token, draft.words), actors)
        found = without(found, self.parties.named_in(passage, draft.cast.actors))
        if not found and draft.kind in HARM:
            found = above(draft, told)
        if not found and speaks_of_known(draft):
            found = without(self.parties.focus, actors)
        return found


def without(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that are not among the others, in order."""
    return tuple(one for one in some if one not in others)


def _is_aside(token: Token) -> bool:
    """Say whether a word stands in a relative clause, which tells what is known already."""
    return token.dep_ == "relcl" or any(one.dep_ == "relcl" for one in ancestors(token))


def _is_open(draft: Draft) -> bool:
    """Say whether a clause leaves open who is meant: no one, or for words a thing, is named."""
    if draft.kind in HARM:
        return all(is_known(token) for token in draft.cast.victims)
    return not any(is_person(token) for token in draft.cast.victims)


def _modality(draft: Draft, hearing: Hearing) -> Modality:
    """Return how a claim stands, the voice considered that it stands in."""
    own = draft.modality or Modality.ASSERTED
    if own is Modality.DENIED and draft.trigger.entry is ASSESSMENT and not hearing.voices:
        return own if is_refused(hearing) else Modality.ASSERTED  # what one is not is said as well
    if is_refused(hearing):
        return Modality.DENIED
    if own is Modality.ASSERTED and is_feared(hearing):
        return Modality.FEARED
    return own
