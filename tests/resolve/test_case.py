"""Names of invented people in Cyrillic, in cases other than the nominative."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolve.case import nominatives
from habeas.resolve.meeting import Level, meet

NAMES = {
    "Антоном Велькаровым": "Антон Велькаров",
    "Нурланом Тулебаевым": "Нурлан Тулебаев",
    "Сергею Лотову": "Сергей Лотов",
    "Алмой Тулебаевой": "Алма Тулебаева",
    "Лидию Лотову": "Лидия Лотова",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_may_be_of_a_nominative(name: str) -> None:
    assert NAMES[name] in nominatives(name)


def test_other_scripts_and_initials_have_none() -> None:
    assert nominatives("Anton Velkarov") == ()
    assert nominatives("А. Велькаров") == ()


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Антоном Велькаровым", "Anton Velkarov", Level.WHOLE),
        ("Нурлана Тулебаева", "N. Tulebaev", Level.INITIAL),
        ("Тулебаевым", "Nurlan Tulebaev", Level.SURNAME),
        ("Антоном Велькаровым", "Timofey Velkarov", Level.NOTHING),
    ],
)
def test_names_meet_in_any_case(one: str, other: str, level: Level) -> None:
    assert max(meet(one, other).level, Level.NOTHING) is level


@given(st.text("абвгджзиклмнорстуыюяй .", max_size=30))
def test_whatever_is_written_gives_at_most_two(name: str) -> None:
    assert len(nominatives(name)) <= 2
