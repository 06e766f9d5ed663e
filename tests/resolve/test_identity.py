"""The people of the examples, gathered from all of them, against a table made by hand."""

from pathlib import Path

import pytest
from benchmarks.identity import Score, measure, read_table, readings_of, score

from habeas.model import Reading
from habeas.resolve.gathering import Group, gather

TABLE = Path(__file__).with_name("cast.toml")


@pytest.fixture(scope="module")
def readings(examples: Path) -> list[Reading]:
    """Return the readings of the examples."""
    return readings_of(examples)


@pytest.fixture(scope="module")
def found(readings: list[Reading]) -> Score:
    """Return the score of the examples."""
    return measure(readings, read_table(TABLE))


def test_nobody_is_put_together_with_another(found: Score) -> None:
    assert found.wrong == []


def test_nearly_everybody_is_found_again(found: Score) -> None:
    assert found.recall >= 0.94, found.missed


def test_what_is_not_found_is_the_readers(found: Score) -> None:
    """Each miss is of somebody whom the reader did not find, or found twice, in that document."""
    unread = {name.partition(" ×")[0] for name, _ in found.unread}
    assert {name for name, _, _ in found.missed} <= unread


def test_the_order_of_the_documents_does_not_matter(readings: list[Reading]) -> None:
    turned = measure(readings[::-1], read_table(TABLE))
    assert turned.wrong == []
    assert turned.recall >= 0.94, turned.missed


def test_a_table_counts_what_was_put_together_wrongly(readings: list[Reading]) -> None:
    groups = gather(readings)
    whole = Group(groups[0].portrait, [one for group in groups for one in group.members])
    found = score(readings, read_table(TABLE), [whole])
    assert found.precision < 0.2
    assert found.recall > 0.9


def test_a_table_counts_what_was_not_put_together(readings: list[Reading]) -> None:
    groups = gather(readings)
    alone = [Group(group.portrait, [one]) for group in groups for one in group.members]
    assert score(readings, read_table(TABLE), alone).recall == 0
