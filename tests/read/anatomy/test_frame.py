"""Any mixture of the lines that letters are made of: read without a fault, nothing invented."""

import hashlib
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.intake import from_text
from habeas.model import Document, Layer, Region, Span
from habeas.read.anatomy import read_frame
from habeas.read.sheet import make_sheet

# Russian and French, so that nothing waits for a parse.
LINES = [
    "Уважаемый господин министр!",
    "С уважением,",
    "Вера Лодыгина, адвокат",
    "Подписи:",
    "Президенту Норландии",
    "от Ильи Кремнёва",
    "15 октября 2021 года",
    "3 417 человек подписали",
    "Оля Керес запустила эту петицию",
    "Прошу Вас распорядиться о её освобождении и допустить к ней врача, поскольку её здоровье с"
    " каждым днём ухудшается, а в тюрьме нет ни врачей, ни лекарств, ни тепла.",
    "Письмо президенту Норландии Сорину Вальку направили двое депутатов.",
    "Lettre ouverte à Monsieur le Ministre",
    "Monsieur le Ministre,",
    "Fait à Lutèce, le 12 mars 2020",
    "Signataires : Anne Merlot, députée ; Karim Solah, avocat",
    "- Avocats sans murs",
    "© site.example 12.06.2014",
    "Страна Австрия Бельгия Тема выборы права человека суд",
    "#Свобода #Закон",
    "| | |",
    "—",
    "(",
    "To:",
]

# What marks parts off, letters of both cases and scripts, and what is none.
CHARACTERS = "AbcDé ЖизнЪ 019 \n\t\r\u2028\xa0.,;:!?()[]{}«»“”\"'’-–—|#@>*_&/\\№§©\u0301\ufeff\x0c"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_any_lines_are_read_and_every_span_is_words_of_the_text(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(path="x", sha256=digest, media_type="text/plain", text=text)
    frame = read_frame(make_sheet(document))
    anatomy = frame.anatomy
    people = [*anatomy.signatories, *anatomy.addressees]
    for one in [*people, *anatomy.tags, *anatomy.links]:
        assert one.span.of(text).strip()
    for person in people:
        assert person.name
        assert person.name == " ".join(person.name.split())
    for date in (anatomy.date_written, anatomy.date_published):
        assert date is None or date.span.of(text).strip()


@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet=CHARACTERS, max_size=120), data=st.data())
def test_no_text_and_no_marking_of_it_is_too_odd(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    layers = st.sampled_from(list(Layer))
    regions = tuple(
        Region(layer=data.draw(layers), span=Span(start, end)) for start, end in pairwise(cuts)
    )
    media_type = data.draw(st.sampled_from(["text/plain", "application/pdf", "message/rfc822"]))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        path="x",
        sha256=digest,
        media_type=media_type,
        text=text,
        regions=regions,
        metadata={"title": text[:20]},
    )
    anatomy = read_frame(make_sheet(document)).anatomy
    assert all(one.span.end <= len(text) for one in [*anatomy.signatories, *anatomy.addressees])


def test_you_in_a_title_is_nobody_addressed():
    text = "Open letter\n\nWe ask you to free Oren Dask, who was arrested in May.\n"
    assert read_frame(make_sheet(from_text(text))).anatomy.addressees == ()
