"""Which word of an invented name is the surname, and how two printed names meet."""

import pytest

from habeas.resolve.meeting import Level, initial_of, meet
from habeas.resolve.shape import Fullness, shape

SHAPES = {
    "Marat Tulebek": ("Tulebek", ("Marat",), (), Fullness.FULL),
    "Orlin Pavel Ivanovich": ("Orlin", ("Pavel", "Ivanovich"), (), Fullness.FULL),
    "Орлин Павел": ("Орлин", ("Павел",), (), Fullness.FULL),
    "Dr. Anna Weiss": ("Weiss", ("Anna",), (), Fullness.FULL),
    "Marie-Claire Dorand": ("Dorand", ("Marie-Claire",), (), Fullness.FULL),
    "Xi Zemin": ("Zemin", ("Xi",), (), Fullness.FULL),
    "M. A. Tulebek": ("Tulebek", (), ("m", "a"), Fullness.INITIALS),
    "Zh. P. Orlina": ("Orlina", (), ("zh", "p"), Fullness.INITIALS),
    "Yu.M. Orlin": ("Orlin", (), ("yu", "m"), Fullness.INITIALS),
    "Орлин Э.Р.": ("Орлин", (), ("э", "р"), Fullness.INITIALS),
    "Tulebek": ("Tulebek", (), (), Fullness.WORD),
    "A. B.": ("", (), ("a", "b"), Fullness.NOTHING),
}
MEETINGS = {
    ("Marat Tulebek", "TULEBEK, Marat"): Level.WHOLE,
    ("Zhanna Orlina", "Жанну Орлину"): Level.WHOLE,
    ("Zh. P. Orlina", "Жанна Орлина"): Level.INITIAL,
    ("Zh. Orlina", "Jeanna Orlina"): Level.INITIAL,
    ("Y. M. Kalashin", "Iéfim Kalachine"): Level.INITIAL,
    ("M. Tulebek", "M. A. Tulebek"): Level.INITIAL,
    ("Marat A. Tulebek", "Marat Tulebek"): Level.WHOLE,
    ("Marat K. Tulebek", "Marat B. Tulebek"): Level.NOTHING,
    ("David H. Cole", "David Harn"): Level.NOTHING,
    ("Tulebek", "Marat Tulebek"): Level.SURNAME,
    ("Tulebek", "M. Tulebek"): Level.SURNAME,
    ("Tulebek", "Tulebek"): Level.SURNAME,
    ("Marat", "Marat Tulebek"): Level.GIVEN,
    ("Zhanna Pavlovna", "Zhanna Orlina"): Level.GIVEN,
    ("Marie", "Marie-Claire Dorand"): Level.NOTHING,
    ("Aigul", "Marat Tulebek"): Level.NOTHING,
    ("Marat Tulebek", "Aigul Tulebek"): Level.CLASH,
    ("Valeri Orlin", "Valeria Orlina"): Level.CLASH,
    ("K. Tulebek", "Marat Tulebek"): Level.CLASH,
    ("M. K. Tulebek", "M. A. Tulebek"): Level.CLASH,
    ("Orlina", "Pavel Orlin"): Level.CLASH,
    ("A. B.", "Marat Tulebek"): Level.NOTHING,
    ("김'", "A. Tulebek"): Level.NOTHING,
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_shape_of_a_name(name: str) -> None:
    found = shape(name)
    assert (found.surname, found.given, found.initials, found.fullness) == SHAPES[name]


@pytest.mark.parametrize("pair", MEETINGS, ids=" / ".join)
def test_how_two_names_meet(pair: tuple[str, str]) -> None:
    one, other = pair
    assert meet(one, other).level is MEETINGS[pair]
    assert meet(other, one).level is MEETINGS[pair]


@pytest.mark.parametrize(
    "pair", [p for p in MEETINGS if MEETINGS[p] > Level.NOTHING], ids=" / ".join
)
def test_what_agrees_is_said(pair: tuple[str, str]) -> None:
    assert meet(*pair).reasons


@pytest.mark.parametrize(
    ("initial", "name", "agrees"),
    [("y", "Iéfim", True), ("Ж", "Zhanna", True), ("k", "Хасан", True), ("m", "Anton", False)],
)
def test_an_initial_may_be_romanised_otherwise(initial: str, name: str, agrees: bool) -> None:
    assert initial_of(initial, name) is agrees
