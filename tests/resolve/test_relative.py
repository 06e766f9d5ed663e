"""Whom ties of kin make one, and whom they only make worth a look."""

from typing import Any

import pytest
from tests.resolve.portrait_samples import person

from habeas.flow import read_document
from habeas.intake import from_text
from habeas.model import Reading, Verdict
from habeas.resolve import Portrait, blocking, judge
from habeas.resolve.gathering import Group, gather
from habeas.resolve.portrait import Kin, Way

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
WOMAN, MAN = {"f": 1}, {"m": 1}
MARAT = "Marat Tulebek"


def her(*kin: Kin, **rest: Any) -> Portrait:
    """Return the portrait of a woman who is not named."""
    return person(kin=kin, genders=rest.pop("genders", WOMAN), **rest)


wife = Kin("spouse_of", MARAT)
former = Kin("spouse_of", MARAT, Way.SEVERAL)
mother_of_his = Kin("spouse_of", MARAT, Way.CHILDREN)
mother = Kin("parent_of", "Timur Tulebek")
his_wife = Kin("parent_of", "Timur Tulebek", Way.MARRIAGE)
daughter = Kin("child_of", MARAT)
sister_of_his = Kin("child_of", MARAT, Way.SIBLING)
daughter_of_hers = Kin("child_of", MARAT, Way.MARRIAGE)

PAIRS = {
    "a wife and a wife": (her(wife), her(wife), SAME),
    "a wife and a mother of his children": (her(wife), her(mother_of_his), SAME),
    "a named wife, not said to be a woman, and a mother of his children": (
        person("Hana Sorok", kin=(wife,)),
        her(mother_of_his),
        SAME,
    ),
    "a mother and his wife, by the child": (her(mother), her(his_wife), SAME),
    "a wife and the mother of another's children": (
        her(wife),
        her(Kin("spouse_of", "Pavel Orlin", Way.CHILDREN)),
        DIFFERENT,
    ),
    "a former wife and a mother of his children": (her(former), her(mother_of_his), UNSURE),
    "a former wife and a wife": (her(former), her(wife), UNSURE),
    "two mothers of his children": (her(mother_of_his), her(mother_of_his), UNSURE),
    "a mother and a parent who may be the father": (her(mother), her(mother, genders={}), UNSURE),
    "a mother and a father": (her(mother), her(mother, genders=MAN), DIFFERENT),
    "a daughter and a sister of his children": (her(daughter), her(sister_of_his), UNSURE),
    "a daughter and a daughter of his wife": (her(daughter), her(daughter_of_hers), UNSURE),
    "a son and a sister of his children": (
        her(daughter, genders=MAN),
        her(sister_of_his),
        DIFFERENT,
    ),
    "a daughter by name, and a sister of her": (
        person("Aigul Tulebek", kin=(daughter,), genders=WOMAN),
        her(sister_of_his, Kin("sibling_of", "Aigul Tulebek")),
        DIFFERENT,
    ),
    "a man, and the wife of a man of his name": (
        person(MARAT, kin=(Kin("parent_of", "Timur Tulebek"),), genders=WOMAN),
        her(wife, mother),
        DIFFERENT,
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_what_kin_comes_to(case: str) -> None:
    one, other, verdict = PAIRS[case]
    found = judge(one, other)
    assert found.verdict is verdict, found
    assert judge(other, one) == found


@pytest.mark.parametrize("case", [case for case in PAIRS if PAIRS[case][2] is not DIFFERENT])
def test_whom_kin_makes_worth_a_look_shares_a_key(case: str) -> None:
    one, other, _ = PAIRS[case]
    assert blocking(one) & blocking(other)


def test_a_composed_tie_weighs_less_than_a_stated_one() -> None:
    assert judge(her(wife), her(mother_of_his)).score < judge(her(wife), her(wife)).score
    assert (
        judge(her(daughter), her(sister_of_his)).score < judge(her(daughter), her(daughter)).score
    )
    named = [person("Hana Sorok", kin=(kin,)) for kin in (wife, mother_of_his)]
    bare = person("Sorok", kin=(wife,))
    assert judge(bare, named[1]).score < judge(bare, named[0]).score


def test_a_tie_in_doubt_is_a_rival_to_one_that_is_not() -> None:
    sure, doubted = (judge(her(kin), her(mother_of_his)) for kin in (wife, former))
    assert 0 < sure.score - doubted.score < 0.05


REASONS = {
    "the mother of a child of “Marat Tulebek” may be the wife of “Marat Tulebek”": (
        her(wife),
        her(mother_of_his),
    ),
    "the father of a child of “Hana Sorok” may be the husband of “Hana Sorok”": (
        person(kin=(Kin("spouse_of", "Hana Sorok"),), genders=MAN),
        person(kin=(Kin("spouse_of", "Hana Sorok", Way.CHILDREN),), genders=MAN),
    ),
    "a sister of a child of “Marat Tulebek” may be a daughter of “Marat Tulebek”": (
        her(daughter),
        her(sister_of_his),
    ),
    "a child of the wife or husband of “Marat Tulebek” may be a child of “Marat Tulebek”": (
        person(kin=(daughter,)),
        person(kin=(daughter_of_hers,)),
    ),
    "the wife of a parent of “Timur Tulebek” may be the mother of “Timur Tulebek”": (
        her(mother),
        her(his_wife),
    ),
    "the father of a brother or sister of “Zoya Sorok” may be the father of “Zoya Sorok”": (
        person(kin=(Kin("parent_of", "Zoya Sorok"),), genders=MAN),
        person(kin=(Kin("parent_of", "Zoya Sorok", Way.SIBLING),), genders=MAN),
    ),
    "“Marat Tulebek” may have had more than one spouse": (her(former), her(mother_of_his)),
    "both are said to be spouse of “Marat Tulebek”": (her(wife), her(wife)),
}


@pytest.mark.parametrize("reason", REASONS)
def test_a_composed_tie_says_what_it_follows_from(reason: str) -> None:
    one, other = REASONS[reason]
    assert reason in judge(one, other).reasons


CHILDREN = """Open letter from the daughter and son of Marat Tulebek

Dear Prime Minister,

Our father was arrested in 2019. In May our mother and little sister were taken from Sundhavia.

Aigul Tulebek
Timur Tulebek
"""
WIFE = """Open letter to the Prime Minister of Sundhavia

My name is Hana Sorok. In 2019 the police arrested my husband, Marat Tulebek. I fear for him.

Hana Sorok
"""
REPORT = """Tavmark, 3 May 2021

On 2 May 2021 Marat Tulebek’s wife and daughter were deported from Sundhavia.
"""
TWO_WIVES = """Tavmark, 3 May 2021

The editor Marat Tulebek is in prison. His former wife Ines Dorand was questioned, and then his
wife Hana Sorok was arrested.
"""


def readings(*texts: str) -> list[Reading]:
    """Return the readings of letters."""
    return [read_document(from_text(text)) for text in texts]


def of_mother(groups: list[Group]) -> Group:
    """Return the group of the children's mother."""
    called = "mother of Aigul Tulebek and Timur Tulebek"
    return next(one for one in groups if called in one.portrait.descriptions)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_three_letters_tell_of_one_woman(order: tuple[int, ...]) -> None:
    texts = (CHILDREN, WIFE, REPORT)
    found = of_mother(gather(readings(*(texts[i] for i in order))))
    assert found.portrait.title == "Hana Sorok"
    assert len(found.members) == 3


def test_three_letters_do_not_make_one_of_the_daughters() -> None:
    found = gather(readings(CHILDREN, WIFE, REPORT))
    sister = "sister of Aigul Tulebek and Timur Tulebek"
    one = next(group for group in found if sister in group.portrait.descriptions)
    assert len(one.members) == 1
    assert one.doubts


def test_where_there_were_two_wives_a_person_decides() -> None:
    found = of_mother(gather(readings(TWO_WIVES, CHILDREN)))
    assert len(found.members) == 1
    assert len(found.doubts) == 2


def test_a_second_wife_known_from_another_letter_is_a_rival() -> None:
    second = WIFE.replace("Hana Sorok", "Ines Dorand")
    found = of_mother(gather(readings(WIFE, second, CHILDREN)))
    assert len(found.members) == 1
    assert len(found.doubts) == 2


MOTHER = """Tavmark, 3 May 2021

Timur Tulebek is a student. In May his mother was taken from Sundhavia.
"""
COUPLE = """Tavmark, 3 May 2021

The editor Marat Tulebek is in prison. His wife Hana Sorok was questioned. Ms Sorok is ill. Marat
Tulebek’s son, Timur Tulebek, is a student.
"""


def test_a_wife_and_a_child_of_one_letter_tell_of_the_mother_in_another() -> None:
    found = gather(readings(MOTHER, COUPLE))
    one = next(group for group in found if "Hana Sorok" in group.portrait.names)
    assert "mother of Timur Tulebek" in one.portrait.descriptions
    assert len(one.members) == 2


def test_a_mother_of_many_is_found_by_whose_wife_she_may_be() -> None:
    names = ("Aigul", "Asan", "Dana", "Pavel", "Timur")
    children = [Kin("child_of", f"{name} Sorok") for name in names]
    children += [Kin("parent_of", f"{name} Tulebek") for name in names]
    assert blocking(her(*children, mother_of_his)) & blocking(her(wife))
    assert blocking(her(*children, mother_of_his)) & blocking(her(children[-1]))
