import pytest
from tests.weigh.samples import DRIVER, EDITOR, MINISTRY, told

from habeas.model import Modality
from habeas.weigh.act import concerned, families
from habeas.weigh.lexicon import load

FAMILIES = {
    ("arrest", None, ""): ["seizure"],
    ("kidnapping", None, ""): ["removal", "seizure"],
    ("detention", None, ""): ["custody"],
    ("detention", "2019-05-12", ""): ["seizure"],
    ("detention", "2019-05", ""): ["seizure"],
    ("detention", "2019", ""): ["custody"],
    ("transfer", None, "he was handed over"): ["removal"],
    ("transfer", None, "moved to a penal colony"): ["moving"],
    ("transfer", None, "этапирован в колонию"): ["moving"],
    ("assessment", None, ""): [],
    ("a_type_nobody_knows", None, ""): [],
}


@pytest.mark.parametrize(("said", "expected"), FAMILIES.items())
def test_knows_the_family_of_an_act(said, expected):
    kind, date, words = said
    assert [one.name for one in families(told(kind, date=date, words=words))] == expected


def test_what_is_not_said_to_be_so_has_no_family():
    for modality in (Modality.FEARED, Modality.HYPOTHETICAL, Modality.DEMANDED):
        assert families(told("arrest", modality=modality)) == ()


@pytest.mark.parametrize(
    ("kind", "victims", "actors", "expected"),
    [
        ("arrest", {DRIVER}, {MINISTRY}, {DRIVER}),
        ("arrest", set(), {MINISTRY}, set()),
        ("return", set(), {DRIVER}, {DRIVER}),
        ("return", {DRIVER}, {MINISTRY}, {DRIVER}),
        ("refusal_false_confession", {DRIVER}, {EDITOR}, {EDITOR}),
        ("refusal_false_confession", {DRIVER}, set(), {DRIVER}),
    ],
)
def test_knows_whom_an_act_concerns(kind, victims, actors, expected):
    one = told(kind, victims=victims, actors=actors)
    assert concerned(one, families(one)[0]) == expected


def test_a_type_has_one_family_of_its_own():
    """Those that are told apart by their words aside."""
    own = [t for family in load("acts").values() if "worded" not in family for t in family["types"]]
    assert len(own) == len(set(own))


def test_senses_name_families():
    assert set(load("senses")) <= set(load("acts"))
