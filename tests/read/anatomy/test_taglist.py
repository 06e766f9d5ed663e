"""Undelimited lists of labels: the order of the alphabet says where a label may begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.anatomy.taglist import items_of, part, sort_key

LISTS = [
    ["Armenia", "Czech Republic", "Georgia", "South Africa", "United Kingdom"],
    ["amnesty", "Ana Keres", "Bar Association", "death penalty", "Dano Keres"],
    ["Brand", "Committee for Free Books", "Dunn", "freedom of speech", "human rights", "Keres"],
    ["вера лодыгина", "политзаключённые", "права человека", "свобода слова"],
    ["Olia Keres", "prison", "Prison Watch", "Quay Street", "the General Prosecutor of Norland"],
]


@pytest.mark.parametrize("labels", LISTS, ids=[labels[0] for labels in LISTS])
def test_parts_a_list_in_alphabetical_order(labels: list[str]) -> None:
    labels = sorted(labels, key=sort_key)
    assert parted(" ".join(labels), frozenset({"вера лодыгина"})) == labels


def test_keeps_a_name_that_the_text_prints() -> None:
    assert parted("Quist Roe Sand", frozenset({"quist roe"})) == ["Quist Roe", "Sand"]


@given(st.lists(st.text("abcXYZé-", min_size=1, max_size=8), max_size=12).map(" ".join))
def test_no_word_is_lost_or_moved(line: str) -> None:
    assert " ".join(parted(line)).split() == line.split()


def parted(line: str, known: frozenset[str] = frozenset()) -> list[str]:
    items = items_of(line, 0, len(line))
    return [line[items[a].start : items[b - 1].end] for a, b in part(items, known)]
