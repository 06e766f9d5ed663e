"""Any mixture of the lines that letters are made of: read without a fault, nothing invented."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model import Document
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
