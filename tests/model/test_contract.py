"""The contract: what is printed fits the published schema and keeps every word."""

import json

import jsonschema

from habeas import intake
from habeas.flow import read_all
from habeas.model import (
    Addressee,
    Anatomy,
    Claim,
    ClaimClass,
    Demand,
    Entity,
    EntityType,
    Kind,
    PrintedDate,
    Quotation,
    QuotationKind,
    Reading,
    Relation,
    Signatory,
    Span,
    Unread,
)
from habeas.model.contract import as_json, from_json, line, schema

READING = Reading(
    document=intake.from_text("Oren Dask fut arrêté."),
    anatomy=Anatomy(
        kind=Kind.STATEMENT,
        title=Span(0, 9),
        language="fr",
        date_written=PrintedDate(None, Span(0, 4)),
        signatories=(Signatory(name="Oren Dask", span=Span(0, 9), entity="e1"),),
        addressees=(Addressee(name="Oren Dask", span=Span(0, 9)),),
    ),
    entities=(Entity(id="e1", type=EntityType.PERSON, name="Oren Dask", mentions=(Span(0, 9),)),),
    relations=(Relation(type="knows", source="e1", target="e1", span=Span(0, 9)),),
    claims=(Claim(id="c1", kind=ClaimClass.ARREST_DETENTION, type="arrest", span=Span(0, 20)),),
    demands=(Demand(span=Span(0, 9)),),
    quotations=(Quotation(content=Span(0, 9), kind=QuotationKind.DIRECT),),
    unread=(Unread(Span(0, 9), "why"),),
)


def test_comes_back_whole():
    assert from_json(json.loads(line(READING))) == READING


def test_comes_back_from_every_example(examples):
    for reading in read_all(intake.documents([examples])):
        whole = json.loads(line(reading))
        assert as_json(from_json(whole)) == whole
        assert from_json(whole, reading.document) == reading


def test_fits_the_schema():
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(line(READING)), schema())


def test_uses_the_keys_of_the_contract():
    printed = as_json(READING)
    assert printed["claims"][0]["class"] == "arrest_detention"
    assert printed["relations"][0]["from"] == "e1"
    assert printed["document"]["title"] == [0, 9]
    assert printed["text"] == READING.document.text


def test_is_one_line_and_keeps_letters_as_they_are():
    assert "\n" not in line(READING)
    assert "arrêté" in line(READING)
