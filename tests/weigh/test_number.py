import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.weigh.number import counts, has_people, parse_count

COUNTED = {
    "eleven people were shot": {"11"},
    "two persons died as a result of a crush": {"2"},
    "at least twenty-six journalists were jailed": {"at least 26"},
    "up to 30 demonstrators": {"at most 30"},
    "14 dead, 64 wounded": {"14", "64"},
    "1,200 protesters": {"1200"},
    "1 200 manifestants": {"1200"},
    "three young men": {"3"},
    "onze personnes sont mortes": {"11"},
    "au moins seize morts": {"at least 16"},
    "убиты одиннадцать человек": {"11"},
    "не менее двадцати": set(),
    "не менее 16 погибших": {"at least 16"},
    "in May 2019, four years later, people left": set(),
    "on 12 May 2019 people came": set(),
    "eight years in prison": set(),
    "people of 2019": set(),
    "he paid 300 roubles; people stared": set(),
    "": set(),
}


@pytest.mark.parametrize(("words", "expected"), COUNTED.items())
def test_counts_people_and_nothing_else(words, expected):
    assert {str(one) for one in counts(words)} == expected


@given(st.text("0123456789, .;elvntwopeopledead-", max_size=40))
def test_no_words_make_it_fail_and_every_count_reads_back(words):
    for one in counts(words):
        low, high = parse_count(str(one))
        assert low <= high


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("striking workers were massacred", True),
        ("journalist Mira Orlin was killed", False),
        ("рабочих расстреляли", True),
        ("a person", False),
    ],
)
def test_tells_people_in_the_plural(words, many):
    assert has_people(words) is many
