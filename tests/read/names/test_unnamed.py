"""Those who take part without a name, and whom pronouns follow in a longer text."""

import pytest
from tests.read.names.reading import introduced, read, who

INTRODUCED = {
    ("The judge said that it was late.", "judge"): {"[unnamed] The judge"},
    ("Two guards beat Orin Vasko on the stairs.", "guards"): {"[unnamed] Two guards"},
    ("Orin Vasko was a driver.", "driver"): {"Orin Vasko"},
    ("No official has been charged with it.", "official"): set(),
    ("The decision surprised her.", "decision"): set(),
    ("Another driver, Orin Vasko, was beaten.", "driver"): {"Orin Vasko"},
}
ONCE = "A judge sat there. The judge spoke of Orin Vasko. The judge left, and another judge came."
MY_HUSBAND = (
    "Dear Mr Holm,\n\nMy husband is in prison. He was arrested in May. He rang me and he wept. "
    "They said that the car was ours.\n\nI sent the letters in June. The trial was short. "
    "It lasted an hour. I stood outside. The door was open. I heard him cry.\n\nRuta Orlan\n"
)


@pytest.mark.parametrize(("asked", "expected"), INTRODUCED.items())
def test_introduces_participants_only(asked: tuple[str, str], expected: set[str]) -> None:
    assert introduced(*asked) - {"Orin Vasko"} == expected - {"Orin Vasko"}


def test_nobody_is_an_entity_before_it_is_asked_for() -> None:
    _, names = read("The judge said that it was late, and two guards laughed.")
    assert not [one for one in names.entities if one.name.startswith("[")]
    assert who("The judge said that it was late.", "judge") == set()


def test_the_judge_is_the_judge_spoken_of() -> None:
    sheet, names = read(ONCE)
    judges = [
        names.denoted.get((passage.block.span.start, token.i))
        for passage in sheet.parsed()
        for token in passage.doc or ()
        if token.lower_ == "judge"
    ]
    assert judges[0] == judges[1] == judges[2] != judges[3]


def test_the_one_whom_the_text_is_about_is_remembered() -> None:
    assert who(MY_HUSBAND, "him") == who(MY_HUSBAND, "husband") != set()


def test_kin_of_one_family_name_need_no_naming() -> None:
    text = (
        "Dear Mr Holm,\n\nOrin Sorvin has been in prison since the spring, and nobody says why. "
        "My husband is ill and he should be at home with us.\n\nYours sincerely,\nRenée Sorvina\n"
    )
    assert who(text, "husband") == {"Orin Sorvin"}


def test_names_go_with_their_kin_in_order() -> None:
    text = "He lives with my niece and nephew, Mira and Orin Vasko, in our house."
    assert who(text, "nephew") == {"Orin Vasko"}
