"""The door: no span and no id that is not there."""

from dataclasses import replace

import pytest

from habeas import intake
from habeas.errors import DanglingId, SpanNotInText
from habeas.model import (
    Anatomy,
    Claim,
    ClaimClass,
    Demand,
    Entity,
    EntityType,
    Petition,
    PrintedDate,
    Quotation,
    QuotationKind,
    Reading,
    Relation,
    Signatory,
    Source,
    Span,
)
from habeas.read import door

DOCUMENT = intake.from_text("Oren Dask was taken. ")
POET = Entity(id="e1", type=EntityType.PERSON, name="Oren Dask", mentions=(Span(0, 9),))
GOOD = Reading(document=DOCUMENT, entities=(POET,))


def claim(**changes):
    kind = ClaimClass.ARREST_DETENTION
    return Claim(id="c1", kind=kind, type="arrest", span=Span(0, 19), **changes)


def test_lets_a_sound_reading_pass():
    sound = replace(GOOD, claims=(claim(victims=("e1",)),), demands=(Demand(span=Span(0, 4)),))
    assert door.check(sound) is sound


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(5, 2), Span(0, 99), Span(19, 21)])
def test_stops_a_span_that_is_no_words(span):
    with pytest.raises(SpanNotInText, match="is no words of a text of 21"):
        door.check(replace(GOOD, demands=(Demand(span=span),)))


QUOTE = Quotation(content=Span(0, 4), kind=QuotationKind.DIRECT, source=("e9",))
STRANGERS = [
    replace(GOOD, claims=(claim(victims=("e9",)),)),
    replace(GOOD, claims=(claim(source=Source(asserter=("e9",))),)),
    replace(GOOD, demands=(Demand(span=Span(0, 4), by=("e9",)),)),
    replace(GOOD, quotations=(QUOTE,)),
    replace(GOOD, relations=(Relation(type="knows", source="e1", target="e9", span=Span(0, 4)),)),
    replace(
        GOOD, anatomy=Anatomy(signatories=(Signatory(name="X", span=Span(0, 4), entity="e9"),))
    ),
    replace(GOOD, anatomy=Anatomy(petition=Petition(starter="e9", supporters=1, span=Span(0, 4)))),
    replace(GOOD, entities=(POET, POET)),
    replace(GOOD, entities=(replace(POET, id="author"),)),
]


@pytest.mark.parametrize("reading", STRANGERS)
def test_stops_an_id_that_nobody_has(reading):
    with pytest.raises(DanglingId):
        door.check(reading)


def test_takes_out_what_is_unsound_and_says_so():
    bad = Quotation(content=Span(0, 4), kind=QuotationKind.DIRECT, cue=Span(7, 7))
    sound = Demand(span=Span(0, 4))
    stray = replace(POET, mentions=(Span(0, 9), Span(40, 50)))
    date = PrintedDate("2020", Span(3, 99))
    reading = replace(
        GOOD,
        entities=(stray,),
        quotations=(bad,),
        demands=(sound,),
        anatomy=Anatomy(date_written=date),
    )
    admitted = door.admit(reading)
    assert admitted.quotations == ()
    assert admitted.demands == (sound,)
    assert admitted.entities == (POET,)
    assert admitted.anatomy.date_written is None
    assert [one.reason for one in admitted.unread] == [
        door.UNSOUND.format(part=part) for part in ("quotations", "date_written")
    ]


def test_admits_a_sound_reading_as_it_is():
    assert door.admit(GOOD) is GOOD
