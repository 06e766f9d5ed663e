"""What is named: where the names stand, of what they are, and which are one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.names.reading import kinds, named, read

FORMS = {
    "Mr. Anton Vesnin was arrested. Vesnin’s lawyer says that A. Vesnin was beaten.": {
        "Anton Vesnin": ["Anton Vesnin", "Vesnin", "A. Vesnin"]
    },
    "The journalist Marta Kolm was released. MARTA KOLM is free.": {
        "Marta Kolm": ["Marta Kolm", "MARTA KOLM"]
    },
    "Anton Vesnin and Vera Vesnina were tried. Vesnina was freed.": {
        "Anton Vesnin": ["Anton Vesnin"],
        "Vera Vesnina": ["Vera Vesnina", "Vesnina"],
    },
    "Gregor Tamboev was detained. They freed Tambaev, Gregor Tamboev’s brother said.": {
        "Gregor Tamboev": ["Gregor Tamboev", "Tambaev", "Gregor Tamboev"]
    },
    "“The М. Ostrov case began, and Mikhail Ostrov waited.”": {
        "Mikhail Ostrov": ["М. Ostrov", "Mikhail Ostrov"]
    },
}
KINDS = {
    "The Norwegian authorities wrote to the government of Norway.": {
        "government of Norway": "PublicBody"
    },
    "He appealed to the Ministry of Justice of Malta.": {
        "Ministry of Justice of Malta": "PublicBody"
    },
    "The Dockers Relief Foundation and the Harbour Party protested.": {
        "Dockers Relief Foundation": "Organization",
        "Harbour Party": "Organization",
    },
    "She was held in Ostrava prison near Lisbon.": {"Ostrava prison": "Place", "Lisbon": "Place"},
    "They broke the European Convention on Torture and international law.": {
        "European Convention on Torture": "Treaty",
        "international law": "Treaty",
    },
    "After the tragedy in Vellmar the police came.": {
        "tragedy in Vellmar": "NamedEvent",
        "Vellmar": "Place",
    },
    "On Monday in December nobody came.": {},
}


@pytest.mark.parametrize(("text", "forms"), FORMS.items())
def test_finds_each_person_in_every_form(text, forms):
    found = named(text)
    assert {name: found.get(name) for name in forms} == forms


@pytest.mark.parametrize(("text", "expected"), KINDS.items())
def test_tells_what_a_name_is_of(text, expected):
    assert kinds(text) == expected


def test_joins_a_body_with_its_letters():
    text = "The Harbour Relief Committee (HRC) met. The HRC wrote to the Harbour Relief Committee."
    assert list(named(text).values()) == [
        ["Harbour Relief Committee", "HRC", "HRC", "Harbour Relief Committee"]
    ]


def test_cuts_a_place_from_the_person_after_it():
    text = "The Minister of Health of Malta E. Sorrin wrote to us."
    assert named(text) == {"Malta": ["Malta"], "E. Sorrin": ["E. Sorrin"]}


def test_reads_russian_names_in_any_case():
    text = (
        "Мы просим освободить журналиста Антона Веснина. Антон Веснин задержан в Таллине. "
        "Адвокаты Веснина обратились к властям Эстонии и требуют встречи с ним."
    )
    found = named(text)
    assert found["Антона Веснина"] == ["Антона Веснина", "Антон Веснин", "Веснина"]
    assert found["властям Эстонии"] == ["властям Эстонии"]


def test_reads_french_names_after_titles():
    text = (
        "Nous demandons la libération de la journaliste Marthe Kolm, détenue à Bamako depuis un an"
        " déjà. Les autorités maliennes refusent de répondre à la famille de Marthe Kolm."
    )
    found = named(text)
    assert found["Marthe Kolm"] == ["Marthe Kolm", "Marthe Kolm"]
    assert found["autorités maliennes"] == ["autorités maliennes"]


WORDS = "Anton Vesnin Marta Kolm Malta the was arrested in and of by President Mr. Ministry ( ) , ."
words = st.sampled_from(WORDS.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=6, max_size=30).map(" ".join))
def test_every_span_is_words_of_the_text(text):
    sheet, names = read(text)
    for one in names.entities:
        for span in (*one.mentions, *one.references, *(role.span for role in one.roles)):
            printed = span.of(sheet.text)
            assert printed
            assert printed == printed.strip()
    starts = [span for one in names.entities if one.type != "NamedEvent" for span in one.mentions]
    assert len(starts) == len(set(starts))
