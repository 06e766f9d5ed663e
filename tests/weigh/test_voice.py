"""Who is one source, and why the page says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.samples import (
    COMMITTEE,
    DRIVER,
    EDITOR,
    MINISTRY,
    NAMES,
    OTHER,
    WIFE,
    denied,
    quoted,
    told,
)
from tests.weigh.test_sketch import LETTER

from habeas.model import Basis
from habeas.weigh import Telling, sketch
from habeas.weigh.voice import voices

PASSAGE = (
    "On that night two guards led the driver out of the centre in his socks, and nobody asked."
)
CHANGED = (
    "That night two guards led the driver out of the centre in his socks, and nobody asked why."
)
PAGE = sketch(" ".join(LETTER))
AGAIN = sketch(" ".join(["They", "published", "this", "letter", *LETTER]))
WORDS = {"words": "two guards led the driver out"}


def heard(*tellings: Telling) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    return [(one.tellings, one.reasons) for one in voices(tellings, NAMES.__getitem__)]


ONE_VOICE = {
    "one document, one speaker": (
        told("arrest", 1, 1, asserters={WIFE}),
        told("arrest", 2, 1, asserters={WIFE}),
        "one speaker in D1",
    ),
    "one document whose author is not named": (
        told("arrest", 1, 1),
        told("arrest", 2, 1),
        "one speaker in D1",
    ),
    "one speaker in two documents": (
        told("arrest", 1, asserters={WIFE}),
        told("arrest", 2, asserters={WIFE, OTHER}),
        "the same speaker: Nadezhda Bagashvina",
    ),
    "a report, and who relays it": (
        told("arrest", 1, asserters={COMMITTEE}),
        quoted("arrest", 2, asserters={COMMITTEE}, relayed_by={OTHER}),
        "the same speaker: Lantern Committee",
    ),
    "two who relay one report": (
        quoted("arrest", 1, asserters={COMMITTEE}, relayed_by={WIFE}),
        quoted("arrest", 2, asserters={COMMITTEE}, relayed_by={OTHER}),
        "all relay Lantern Committee",
    ),
    "words that are nobody's": (
        told("arrest", 1, 1, asserters={WIFE}),
        quoted("arrest", 2, 1),
        "D1 does not say whose words it gives",
    ),
    "words that are nobody's, twice": (
        quoted("arrest", 1, 1),
        quoted("arrest", 2, 1),
        "D1 does not say whose words it gives",
    ),
    "nobody's words, relayed by somebody": (
        quoted("arrest", 1, relayed_by={WIFE}),
        told("arrest", 2, asserters={WIFE}),
        "the same speaker: Nadezhda Bagashvina",
    ),
    "a copied passage": (
        told("arrest", 1, asserters={WIFE}, passage=PASSAGE, **WORDS),
        told("arrest", 2, asserters={OTHER}, passage=PASSAGE, **WORDS),
        "D1 and D2 have a passage in common (100% of the words)",
    ),
    "a passage copied later": (
        told("arrest", 1, written="2021-05", asserters={WIFE}, passage=PASSAGE, **WORDS),
        told("arrest", 2, written="2020-12", asserters={OTHER}, passage=CHANGED, **WORDS),
        "D1 repeats a passage of D2 (93% of the words)",
    ),
    "a letter published again": (
        told("arrest", 1, written="2021-05", asserters={WIFE}, sketch=PAGE, **WORDS),
        told("arrest", 2, written="2021-06", sketch=AGAIN, **WORDS),
        "D2 publishes D1 again (100% of the words)",
    ),
}
TWO_VOICES = {
    "two speakers": (told("arrest", 1, asserters={WIFE}), told("arrest", 2, asserters={OTHER})),
    "two authors without names": (told("arrest", 1), told("arrest", 2)),
    "two who are quoted in one document": (
        quoted("arrest", 1, 1, asserters={WIFE}),
        quoted("arrest", 2, 1, asserters={MINISTRY}),
    ),
    "an author, and whom he quotes": (
        told("arrest", 1, 1, asserters={OTHER}),
        quoted("arrest", 2, 1, asserters={WIFE}, relayed_by={OTHER}),
    ),
    "nobody's words, and an author who says the contrary": (
        told("kidnapping", 1, 1, asserters={WIFE}),
        quoted("return", 2, 1),
    ),
    "an author, and nobody's denial": (
        told("kidnapping", 1, 1, asserters={WIFE}),
        denied("kidnapping", 2, 1, basis=Basis.QUOTED),
    ),
    "two voices of a passage that is copied": (
        quoted("kidnapping", 1, asserters={WIFE}, passage=PASSAGE, words="he was kidnapped"),
        quoted("return", 2, asserters={MINISTRY}, passage=PASSAGE, words="he returned at request"),
    ),
    "a few words alike": (
        told("arrest", 1, asserters={WIFE}, passage="he was arrested", words="arrested"),
        told("arrest", 2, asserters={OTHER}, passage="he was arrested", words="arrested"),
    ),
}


@pytest.mark.parametrize("why", ONE_VOICE)
def test_is_one_voice_and_says_why(why):
    one, other, reason = ONE_VOICE[why]
    assert heard(one, other) == [((1, 2), (reason,))]


@pytest.mark.parametrize("why", TWO_VOICES)
def test_is_two_voices(why):
    assert len(heard(*TWO_VOICES[why])) == 2


def test_a_page_that_relays_a_letter_is_not_a_second_source():
    letter = told("arrest", 1, 1, asserters={COMMITTEE})
    relayed = quoted("arrest", 2, 2, asserters={COMMITTEE})
    page = told("arrest", 3, 2)
    assert heard(letter, relayed, page) == [
        (
            (1, 2, 3),
            ("the same speaker: Lantern Committee", "D2 reports what Lantern Committee says"),
        )
    ]


def test_a_page_that_quotes_two_sides_is_neither():
    letters = [told("arrest", n, n, asserters={who}) for n, who in ((1, COMMITTEE), (2, MINISTRY))]
    relayed = [
        quoted("arrest", 2 + n, 9, asserters={who}) for n, who in ((1, COMMITTEE), (2, MINISTRY))
    ]
    assert len(heard(*letters, *relayed, told("arrest", 5, 9))) == 3


def test_two_who_say_the_same_in_a_letter_stay_two_when_it_is_published_again():
    said = [
        quoted("torture", number, document, asserters={who}, sketch=page, words="he was tortured")
        for number, document, who, page in (
            (1, 1, WIFE, PAGE),
            (2, 1, OTHER, PAGE),
            (3, 2, WIFE, AGAIN),
            (4, 2, OTHER, AGAIN),
        )
    ]
    assert [claims for claims, _ in heard(*said)] == [(1, 3), (2, 4)]


def test_a_form_letter_is_one_voice_however_many_sign_it():
    signed = [told("arrest", n, asserters={n}, passage=PASSAGE, **WORDS) for n in range(1, 60)]
    assert len(heard(*signed)) == 1


def test_says_who_speaks():
    [voice] = voices([told("arrest", 1, asserters={WIFE, EDITOR})], NAMES.__getitem__)
    assert voice.who == (EDITOR, WIFE)


speakers = st.frozensets(st.sampled_from([DRIVER, WIFE, OTHER, COMMITTEE]), max_size=2)
tellings = st.lists(
    st.builds(
        told,
        st.sampled_from(["deportation", "return"]),
        document=st.integers(1, 4),
        asserters=speakers,
        relayed_by=speakers,
        basis=st.sampled_from(Basis),
        passage=st.sampled_from(["", PASSAGE, CHANGED]),
        words=st.sampled_from(["", "two guards led the driver out"]),
    ),
    max_size=8,
).map(lambda found: [told_as(one, claim) for claim, one in enumerate(found, 1)])


def told_as(one: Telling, claim: int) -> Telling:
    return told(
        one.type,
        claim,
        one.document,
        asserters=one.asserters,
        relayed_by=one.relayed_by,
        basis=one.basis,
        passage=one.passage,
        words=one.words,
    )


@given(tellings, st.randoms())
def test_every_telling_is_in_one_voice_whatever_the_order(found, random):
    groups = {one for one, _ in heard(*found)}
    assert sorted(claim for group in groups for claim in group) == [one.claim for one in found]
    shuffled = found[:]
    random.shuffle(shuffled)
    assert {one for one, _ in heard(*shuffled)} == groups


@given(tellings)
def test_one_more_telling_of_a_speaker_is_no_further_voice(found):
    more = [told_as(one, 100 + one.claim) for one in found]
    assert len(heard(*found, *more)) == len(heard(*found))
