"""The page for a person: every claim behind its speaker, in the document's own words."""

import io

import pytest
from rich.console import Console

from habeas import intake
from habeas.model import (
    AUTHOR,
    PAGE,
    Anatomy,
    Basis,
    Claim,
    ClaimClass,
    Demand,
    Entity,
    EntityType,
    Modality,
    Petition,
    PrintedDate,
    Reading,
    Signatory,
    Source,
    Span,
    Unread,
)
from habeas.render.terminal import STANCES, show

TEXT = "The Society says that Oren Dask was beaten. We ask for his release."
DOCUMENT = intake.from_text(TEXT, "letter.txt")
OREN = Entity(id="e1", type=EntityType.PERSON, name="Oren Dask", mentions=(Span(22, 31),))
SOCIETY = Entity(id="e2", type=EntityType.ORGANIZATION, name="Society", mentions=(Span(4, 11),))


def page(**parts):
    reading = Reading(document=DOCUMENT, entities=(OREN, SOCIETY), **parts)
    out = io.StringIO()
    show([reading], Console(file=out, width=120, highlight=False, markup=False))
    return out.getvalue()


def claim(modality=Modality.ASSERTED, **source):
    return Claim(
        id="c1",
        kind=ClaimClass.TORTURE_ILL_TREATMENT,
        type="assault",
        span=Span(22, 42),
        victims=("e1",),
        date=PrintedDate("2019-05-03", Span(0, 3)),
        source=Source(**source),
        basis=Basis.QUOTED,
        modality=modality,
    )


def test_puts_the_speaker_before_the_claim():
    shown = page(claims=(claim(asserter=("e2",), relayed_by=(AUTHOR,)),))
    speaker = shown.index("Society (relayed by The author) says:")
    assert speaker < shown.index("“Oren Dask was beaten”")
    assert "assault; of Oren Dask; 2019-05-03 (quoted)" in shown


@pytest.mark.parametrize("modality", list(Modality))
def test_shows_the_stance_by_a_sign_and_not_by_colour_alone(modality):
    assert STANCES[modality][0] in page(claims=(claim(modality),))
    assert len({sign for sign, _ in STANCES.values()}) == len(Modality)


def test_says_when_nobody_is_named_as_the_speaker():
    assert "Somebody who is not named says:" in page(claims=(claim(asserter=()),))
    assert "The page says:" in page(claims=(claim(asserter=(PAGE,)),))


def test_shows_anatomy_demands_and_what_was_not_read():
    shown = page(
        anatomy=Anatomy(
            signatories=(Signatory(name="Vela Dask", role="teacher", span=Span(22, 31)),),
            petition=Petition(starter=None, supporters=1200, span=Span(0, 3)),
        ),
        demands=(Demand(span=Span(44, 66), addressees=("e2",)),),
        unread=(Unread(Span(0, 3), "why it was not read"),),
    )
    for words in (
        "signed    Vela Dask, teacher",
        "1,200 supporters, started by nobody named",
        "The author asks of Society: “We ask for his release”",
        "why it was not read",
    ):
        assert words in shown


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x1b]0;x\x07", "\u202e", "\x9b31m", "\r"])
def test_lets_no_document_command_the_terminal(hostile):
    text = f"Oren{hostile} Dask was beaten."
    document = intake.from_text(text, f"{hostile}.txt")
    name = f"Oren{hostile}"
    entity = Entity(id="e1", type=EntityType.PERSON, name=name, mentions=(Span(0, 4),))
    said = Claim(id="c1", kind=ClaimClass.ASSESSMENT_OTHER, type="x", span=Span(0, len(text)))
    out = io.StringIO()
    reading = Reading(document=document, entities=(entity,), claims=(said,))
    show([reading], Console(file=out, width=80, highlight=False, markup=False))
    assert not set(hostile) & set("\x1b\x07\x9b\u202e\r") & set(out.getvalue())
