"""How names come apart."""

import pytest

from habeas.resolve.form import parse
from habeas.resolve.script import Script, script_of
from habeas.resolve.word import Sort

WORDS = {
    "TULEBEK, Marat": ["marat", "tulebek"],
    "Dr. Marat Tulebek": ["marat", "tulebek"],
    "Marat Tulebek Jr.": ["marat", "tulebek"],
    "Anna König": ["anna", "konig"],
    "König": ["konig"],  # a title that is all of a name is the name
    "King Clement": ["clement"],
    "Stella King": ["stella", "king"],
    "Jean-Pierre Dorand": ["jean", "pierre", "dorand"],
    "J.-P. Dorand": ["j", "p", "dorand"],
    "JP Dorand": ["j", "p", "dorand"],
    "O’Dorin": ["odorin"],
    "Tulebek's": ["tulebek"],
    "M4rta L0tova": ["marta", "lotova"],
    "Ёлкин": ["елкин"],
    "김민지": ["김", "민지"],
    "王小明": ["wang", "xiaoming"],
    "Abd al-Aziz Karim": ["abdalaziz", "karim"],
    "Clement VII": ["clement", "7"],
    "Clement V": ["clement", "5"],
    "b:B`": ["b", "b"],  # a stray apostrophe is no letter
    "'김": ["김"],
    "'דורץ'": ["דורץ'"],  # but after a Hebrew letter it says how that sounds
    "": [],
}
SORTS = {
    "M. Tulebek": [Sort.INITIAL, Sort.NAME],
    "Ludwig van Barg": [Sort.NAME, Sort.PARTICLE, Sort.NAME],
    "Haji Karim": [Sort.HONORIFIC, Sort.NAME],
    "Clement VII": [Sort.NAME, Sort.NUMBER],
}


@pytest.mark.parametrize(("name", "words"), WORDS.items())
def test_words_of_a_name(name, words):
    assert [word.plain for word in parse(name).words] == words


@pytest.mark.parametrize(("name", "sorts"), SORTS.items())
def test_sorts_of_words(name, sorts):
    assert [word.sort for word in parse(name).words] == sorts


def test_a_compound_is_also_one_word():
    (whole,) = parse("Annabel Garza-Lopil").others
    assert [word.plain for word in whole] == ["annabel", "garzalopil"]


def test_of_three_syllables_two_may_be_one_name():
    others = parse("Min Ji Park").others
    assert [[word.plain for word in words] for words in others] == [
        ["min", "jipark"],
        ["minji", "park"],
    ]
    assert parse("Marat Asanovich Tulebek").others == ()


SCRIPTS = {
    "Marat": Script.LATIN,
    "Şenel": Script.LATIN,
    "Марат": Script.CYRILLIC,
    "كريم": Script.ARABIC,
    "דורין": Script.HEBREW,
    "김": Script.HANGUL,
    "王": Script.HAN,
    "გიორგი": Script.OTHER,
}


@pytest.mark.parametrize(("word", "script"), SCRIPTS.items())
def test_script_of_a_word(word, script):
    assert script_of(word) is script
