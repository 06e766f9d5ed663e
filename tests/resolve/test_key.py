"""Names that agree share a key, and names that have nothing in common seldom do."""

from itertools import combinations

import pytest

from habeas.model import EntityType
from habeas.resolve import keys

SHARED_KEY = [
    ("M. Tulebek", "Тулебек Марат"),
    ("Szczerbin Anton", "Антон Щербин"),
    ("Karim Haddadi", "كريم حدادي"),
    ("Giora Zilbersk", "גיורא זילברסק"),
    ("Kim Min-ji", "김민지"),
    ("Wang Xiaoming", "王小明"),
    ("Jackson Worthel", "جاكسون ورثيل"),
    ("Orlin Metals Ltd", "Orlin Metals Aktiengesellschaft"),
    ("Margareta Lotova", "Margereta Lotof"),
]
STRANGERS = [
    "Marat Tulebek",
    "Ingrid Søderholm",
    "Paolo Viscardi",
    "Chiara Zanfretti",
    "Dmitri Goncharuk",
    "Наталья Бережная",
    "Fergus Halloran",
    "Yuki Tanimoto",
    "박서준",
    "Pilar Etxarri",
]


@pytest.mark.parametrize(("one", "other"), SHARED_KEY)
def test_spellings_of_one_name_share_a_key(one, other):
    assert keys(one) & keys(other)


def test_few_strangers_share_a_key():
    pairs = list(combinations(STRANGERS, 2))
    shared = [pair for pair in pairs if keys(pair[0]) & keys(pair[1])]
    assert len(shared) <= len(pairs) / 5


def test_particles_and_initials_are_no_keys_beside_a_name():
    assert keys("M. van Lotov") == keys("Lotov")
    assert keys("M.") != frozenset()


def test_legal_forms_are_no_keys():
    kind = EntityType.ORGANIZATION
    assert keys("Orlin Metals Ltd", kind=kind) == keys("Orlin Metals AG", kind=kind)


@pytest.mark.parametrize("name", ["", "—", "..."])
def test_what_has_no_letters_has_no_keys(name):
    assert keys(name, kind=EntityType.PERSON) == frozenset()


def test_a_name_has_few_keys():
    assert max(len(keys(name)) for name in STRANGERS) <= 40
