"""Names in any spelling: which printed words a typed one may mean."""

import pytest

from habeas.model import Anatomy, Document, Entity, EntityType, Reading, Span
from habeas.web.search.models import NameKey, NameWord
from habeas.web.search.spelling import MOST, Typed, forget, held, keep, name_words, spellings
from habeas.web.search.word import words

LANGUAGES = ("en", "ru")
NAMES = "Quendarov Квендаров Квендарову Quendarova Kvendarov Brastin Брастина Mark Марк Oro"
# What is typed, and the names that it means beside itself.
MEANT = {
    "Квендаров": {"quendarov", "kvendarov", "квендарову", "quendarova"},
    "Quendarov": {"квендаров", "kvendarov", "квендарову", "quendarova"},
    "Брастин": {"brastin", "брастина"},
    "mark": {"марк"},
    "Zulumbek": set(),
    "Or": set(),
    "2014": set(),
}


def reading_of(names: str, kind: EntityType = EntityType.PERSON) -> Reading:
    document = Document(path="a.txt", sha256="0" * 64, media_type="text/plain", text=names)
    found = [
        Entity(id=f"e{i}", type=kind, name=word.printed, mentions=(Span(word.start, word.end),))
        for i, word in enumerate(words(names))
    ]
    return Reading(document=document, anatomy=Anatomy(language="en"), entities=tuple(found))


def meant(text: str) -> dict[str, float]:
    (word,) = words(text)
    return spellings(Typed(word, LANGUAGES))


@pytest.mark.parametrize(("typed", "names"), MEANT.items())
def test_finds_the_spellings_of_a_name(archive, typed, names):
    keep(reading_of(NAMES))
    assert meant(typed).keys() - {"mark"} == names


def test_the_nearest_come_first_and_not_too_many(archive):
    names = [f"Quendar{a}{b}v" for a in "aeiouy" for b in "aeiouyáéíóúäëïöü"]
    keep(reading_of(" ".join(["Квендаров", *names])))
    found = list(meant("Quendarov").values())
    assert found == sorted(found, reverse=True)
    assert 0 < len(found) <= MOST


def test_keeps_of_bodies_only_what_no_dictionary_knows(archive):
    body = reading_of("Quendar Ministry of Justice", EntityType.PUBLIC_BODY)
    assert set(name_words(body)) == {"quendar"}


def test_keeps_a_word_once_and_forgets_it_whole(archive):
    keep(reading_of(NAMES))
    count = NameWord.objects.count()
    keep(reading_of(NAMES))
    assert NameWord.objects.count() == count
    assert held(["oro", "nobody"]) == {"oro"}
    forget(NameWord.objects.values_list("word", flat=True))
    assert not NameWord.objects.exists()
    assert not NameKey.objects.exists()
