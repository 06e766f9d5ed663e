"""Reading claims and events: who says so, in which words, and where it is at odds."""

import pytest
from tests.web.ground import NOW

from habeas.errors import NotInArchive
from habeas.model import AUTHOR, PAGE, Modality
from habeas.web.archive.correcting import Word, same
from habeas.web.ledger import access
from habeas.web.ledger.access import Sought
from habeas.web.ledger.models import Claim, Event
from habeas.web.people import access as people
from habeas.web.sources import access as sources
from habeas.web.sources.log import Hand


def made(document):
    """Return a document's claims as they are shown, with those of its reading."""
    found = {one.claim: one for one in access.accounts(access.claims(Sought(document=document)))}
    read = {claim.id: claim for claim in sources.reading(document).claims}
    rows = Claim.objects.filter(document=document)
    return [(found[f"C{row.number}"], read[row.local]) for row in rows]


def test_every_account_says_what_the_reading_says(filled):
    for row in sources.documents():
        text = sources.reading(row.number).document.text
        for account, claim in made(row.number):
            assert account.words == claim.span.of(text) == text[account.start : account.end]
            assert account.modality == claim.modality
            assert account.said_by.author == (AUTHOR in claim.source.asserter)
            assert account.said_by.page == (PAGE in claim.source.asserter)
            assert len(account.said_by.relayed_by) <= len(claim.source.relayed_by)
            assert bool(account.victims) == bool({*claim.victims} - {AUTHOR, PAGE}) or (
                AUTHOR in claim.victims
            )


def test_what_an_author_tells_of_himself_is_about_him(filled):
    told = [
        (account, access.signatories([row.number]).get(row.number, []))
        for row in sources.documents()
        for account, claim in made(row.number)
        if AUTHOR in claim.victims
    ]
    assert len(told) > 10
    for account, signed in told:
        if 0 < len(signed) <= 3:
            victims = {one.ref for one in account.victims}
            assert {f"P{number}" for number in signed} <= victims


def test_what_an_author_says_is_said_by_whoever_signed(filled):
    signed = access.signatories([2])[2]
    names = tuple(people.named(signed)[one] for one in signed)
    own = [account for account, _ in made(2) if account.said_by.author]
    assert own
    assert all(account.said_by.who[: len(names)] == names for account in own)


def test_claims_about_somebody_and_by_somebody_add_up_to_the_counts(filled):
    rows = list(people.entities()[:20])
    counts = access.counts([row.number for row in rows])
    for row in rows:
        about = access.claims(Sought(about=row.number)).count()
        by = access.claims(Sought(said_by=row.number)).count()
        assert counts[row.number] == (about, by)


def test_those_most_is_told_of_come_first(filled):
    found = list(access.most_told(people.entities())[:10])
    about = [access.counts([row.number])[row.number][0] for row in found]
    assert about == sorted(about, reverse=True)
    assert about[0] > 50


@pytest.mark.parametrize(
    ("sought", "holds"),
    [
        (Sought(kind="arrest"), lambda c: c.kind.startswith("arrest") or c.type == "arrest"),
        (Sought(modality=Modality.DENIED), lambda c: c.modality == "denied"),
        (Sought(since="2021-01-01"), lambda c: c.until is None or c.until >= "2021-01-01"),
        (Sought(until="2018-12-31"), lambda c: c.since is None or c.since <= "2018-12-31"),
        (Sought(document=5, kind="deport"), lambda c: c.document_id == 5),
    ],
)
def test_claims_are_those_asked_for(filled, sought, holds):
    found = list(access.claims(sought))
    assert found
    assert all(holds(claim) for claim in found)
    if sought.since or sought.until:
        assert all(claim.since or claim.until for claim in found)


def test_every_value_of_an_event_is_carried_by_its_claims(filled):
    for row in access.events()[:12]:
        event = access.event(row.number)
        known = {one.claim for one in event.accounts}
        carried = {c for value in event.values for one in value.sources for c in one.claims}
        assert carried == known
        assert len(known) == event.told.claims
        assert len({one.document for one in event.accounts}) == event.told.documents
        assert len(event.voices) == event.told.voices
        assert len(event.conflicts) == event.told.conflicts
        for conflict in event.conflicts:
            assert len(conflict.values) > 1 or conflict.matter == "stance"
            assert all(value.sources for value in conflict.values)


def test_an_event_of_a_single_claim_is_whole_as_well(filled):
    alone = Event.objects.filter(claims=1).exclude(title="").first()
    event = access.event(alone.number)
    assert [one.claim for one in event.accounts] == [f"C{alone.number}"]
    assert event.values
    dated = access.events().filter(claims=1, members__date__isnull=False).first()
    assert access.told(dated).date == access.event(dated.number).told.date is not None


def test_what_a_person_judged_is_read_at_once(filled):
    first, second = (access.told(row) for row in access.events()[:2])
    refs = (first.event, second.event)
    same(filled, refs, Word(Hand("ana", NOW))).carry_out()
    joined = access.event(int(first.event[1:]))
    assert joined.told.claims == first.claims + second.claims
    assert access.event(int(second.event[1:])) == joined


def test_pairs_to_judge_are_counted_once(filled):
    pairs = {
        frozenset({row.number, int(one.event[1:])})
        for row in access.doubtful()
        for one in access.event(row.number).candidates
    }
    assert len(pairs) == access.unsure_count()


def test_refuses_a_number_that_no_event_has(filled):
    with pytest.raises(NotInArchive, match="E99999"):
        access.event(99999)
