"""Whether two portraits of invented people or bodies are found to be of one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.portrait_samples import CASE, body, kin, named, office, person

from habeas.model import EntityType, Verdict
from habeas.resolve import Finding, Portrait, choose, judge

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
IN_CASE: dict[str, Any] = {"around": CASE}
ORG = EntityType.ORGANIZATION
PEOPLE = {
    "one full name": (person("Marat Tulebek"), person("TULEBEK Marat"), SAME),
    "one name in two scripts": (person("Marat Tulebek"), person("Марата Тулебека"), SAME),
    "a family": (person("Marat Tulebek"), person("Timur Tulebek", **IN_CASE), DIFFERENT),
    "a man and a woman": (person("Marat Orlin"), person("Orlina"), DIFFERENT),
    "a family under one surname": (
        person("Tulebek", "Marat Tulebek", **IN_CASE),
        person("Tulebek", "Timur Tulebek", **IN_CASE),
        DIFFERENT,
    ),
    "an initial among strangers": (person("Marat Tulebek"), person("M. Tulebek"), UNSURE),
    "an initial in one case": (
        person("Marat Tulebek", **IN_CASE),
        person("M. Tulebek", around=CASE[:1]),
        SAME,
    ),
    "another initial": (
        person("Marat Tulebek", **IN_CASE),
        person("K. Tulebek", **IN_CASE),
        DIFFERENT,
    ),
    "a surname among strangers": (person("Marat Tulebek"), person("Tulebek"), UNSURE),
    "a surname in one case": (
        person("Marat Tulebek", **IN_CASE),
        person("Tulebek", around=CASE[:2]),
        SAME,
    ),
    "a surname in the same office": (
        person("Marat Tulebek", offices=(office("president"),)),
        person("Tulebek", offices=(office("president"),)),
        SAME,
    ),
    "a surname in another office at the time": (
        person("Marat Tulebek", offices=(office("president"),)),
        person("Tulebek", offices=(office("minister"),)),
        DIFFERENT,
    ),
    "a surname of the other gender": (
        person("Marat Tulebek", genders={"m": 2}, **IN_CASE),
        person("Tulebek", genders={"f": 1}, **IN_CASE),
        DIFFERENT,
    ),
    "a given name among strangers": (person("Marat Tulebek"), person("Marat"), DIFFERENT),
    "a given name beside two others of the case": (
        person("Marat Tulebek", **IN_CASE),
        person("Marat", around=CASE[:2]),
        UNSURE,
    ),
    "a given name of the same kin": (
        person("Marat Tulebek", kin=kin("child_of", "Aigul Tulebek")),
        person("Marat", kin=kin("child_of", "A. Tulebek")),
        SAME,
    ),
    "homonyms of two countries": (
        person("Marat Tulebek", places={"Tavland": 1}),
        person("Marat Tulebek", places={"Kelmark": 1}),
        UNSURE,
    ),
    "one name, two countries, one case": (
        person("Marat Tulebek", places={"Tavland": 1}, **IN_CASE),
        person("Marat Tulebek", places={"Kelmark": 1}, **IN_CASE),
        SAME,
    ),
    "the wife, unnamed": (
        person("Hana Sorok", kin=kin("spouse_of", "Marat Tulebek")),
        person(kin=kin("spouse_of", "M. Tulebek")),
        SAME,
    ),
    "a wife of another": (
        person("Hana Sorok", kin=kin("spouse_of", "Marat Tulebek")),
        person(kin=kin("spouse_of", "Timur Tulebek")),
        DIFFERENT,
    ),
    "a brother, of whom there may be several": (
        person("Timur Tulebek", kin=kin("sibling_of", "Marat Tulebek")),
        person(kin=kin("sibling_of", "Marat Tulebek")),
        UNSURE,
    ),
    "an office at the time": (
        person("Marat Tulebek", offices=(office("president"),)),
        person(offices=(office("president", year=2021),)),
        SAME,
    ),
    "an office, much later": (
        person("Marat Tulebek", offices=(office("president"),)),
        person(offices=(office("president", year=2031),)),
        UNSURE,
    ),
    "an office of another country": (
        person("Marat Tulebek", offices=(office("president"),)),
        person(offices=(office("president", place="Kelmark"),)),
        DIFFERENT,
    ),
    "an office of no country": (
        person("Marat Tulebek", offices=(office("president", place=None),)),
        person(offices=(office("president", place=None),)),
        DIFFERENT,
    ),
    "nobody": (person(), person(), DIFFERENT),
}
OTHERS = {
    "a body": (body("Lantern Circle"), body("The Lantern Circle"), SAME),
    "bodies with a word in common": (body("Open Docket"), body("Closed Docket"), DIFFERENT),
    "an organisation and a public body": (
        body("Eastern Tide Watch"),
        named(ORG, "Eastern Tide Watch"),
        SAME,
    ),
    "ministries of two countries": (
        body("Ministry of Justice of Tavland", places=["Tavland"]),
        body("Ministry of Justice of Kelmark", places=["Kelmark"]),
        DIFFERENT,
    ),
    "a ministry in two ways": (
        body("Ministry of Justice of Tavland", places=["Tavland"]),
        body("Tavlandish Ministry of Justice", places=["Tavland"]),
        SAME,
    ),
    "a ministry of no country": (body("Ministry of Justice"), body("Ministry of Justice"), UNSURE),
    "a ministry of no country, in one case": (
        body("Ministry of Justice", around=CASE),
        body("Ministry of Justice of Tavland", places=["Tavland"], around=CASE),
        SAME,
    ),
    "a known country by its adjective": (
        body("French Government", places=["France"]),
        body("Government of France", places=["France"]),
        SAME,
    ),
    "a short form among strangers": (
        body("Lantern Circle"),
        body("Lantern Circle for Open Ports"),
        UNSURE,
    ),
    "two courts": (body("Court of Appeal"), body("Court of Cassation"), DIFFERENT),
    "a place in two scripts": (
        named(EntityType.PLACE, "Hestrand"),
        named(EntityType.PLACE, "Хестранде"),
        SAME,
    ),
    "a country by its names": (
        named(EntityType.PLACE, "UK"),
        named(EntityType.PLACE, "Royaume-Uni"),
        SAME,
    ),
    "a country with its style": (
        named(EntityType.PLACE, "Republic of Tavland"),
        named(EntityType.PLACE, "Tavland"),
        SAME,
    ),
    "two countries of like names": (
        named(EntityType.PLACE, "Niger"),
        named(EntityType.PLACE, "Nigeria"),
        DIFFERENT,
    ),
    "numbered prisons": (
        named(EntityType.PLACE, "Penal Colony No. 9"),
        named(EntityType.PLACE, "Penal Colony No. 2"),
        DIFFERENT,
    ),
    "a treaty": (
        named(EntityType.TREATY, "Orsholm Fisheries Pact"),
        named(EntityType.TREATY, "Orsholm Fisheries Pact"),
        SAME,
    ),
    "some constitution": (
        named(EntityType.TREATY, "Constitution"),
        named(EntityType.TREATY, "Constitution"),
        DIFFERENT,
    ),
    "some code of law": (
        named(EntityType.TREATY, "Criminal Code"),
        named(EntityType.TREATY, "Criminal Code"),
        UNSURE,
    ),
    "a body and a part of it": (
        body("Eastern Tide", around=CASE),
        body("Eastern Tide Legal Fund", around=CASE),
        DIFFERENT,
    ),
    "two acronyms": (body("ARDEMO", around=CASE), body("ARDEMA", around=CASE), DIFFERENT),
    "places of like names": (
        named(EntityType.PLACE, "Alexandra"),
        named(EntityType.PLACE, "Alexandria"),
        UNSURE,
    ),
    "a place spelt in two ways in one case": (
        named(EntityType.PLACE, "Tavlandie", around=dict.fromkeys(CASE, 1)),
        named(EntityType.PLACE, "Tavlandia", around=dict.fromkeys(CASE, 1)),
        SAME,
    ),
    "a place and a body": (named(EntityType.PLACE, "Hestrand"), body("Hestrand"), DIFFERENT),
    "a person and a body of one name": (person("Lantern Circle"), body("Lantern Circle"), UNSURE),
    "a person and a body of one word": (person("Lantern"), body("Lantern"), DIFFERENT),
}
ALL = PEOPLE | OTHERS


@pytest.mark.parametrize("case", ALL)
def test_what_is_found(case: str) -> None:
    one, other, verdict = ALL[case]
    found = judge(one, other)
    assert found.verdict is verdict, found
    assert judge(other, one).verdict is verdict


@pytest.mark.parametrize("case", [case for case in ALL if ALL[case][2] is not DIFFERENT])
def test_every_proposal_has_reasons_in_sentences(case: str) -> None:
    one, other, _ = ALL[case]
    reasons = judge(one, other).reasons
    assert reasons
    assert all(" " in reason and "{" not in reason for reason in reasons)


@pytest.mark.parametrize("case", [case for case in ALL if ALL[case][2] is not DIFFERENT])
def test_two_of_one_document_need_more(case: str) -> None:
    one, other, _ = ALL[case]
    alone, together = judge(one, other), judge(one, other, together=True)
    order = [DIFFERENT, UNSURE, SAME]
    assert order.index(together.verdict) <= order.index(alone.verdict)


def test_a_document_that_spells_a_whole_name_in_two_ways_means_one() -> None:
    one, other = person("Orlin Pavel Ivanovich"), person("Pavel Orlin")
    assert judge(one, other, together=True).verdict is SAME


def test_a_bare_surname_beside_a_full_name_in_one_document_is_left_to_a_person() -> None:
    one, other = person("Pavel Orlin", **IN_CASE), person("Orlin", **IN_CASE)
    assert judge(one, other, together=True).verdict is UNSURE


_portraits = st.sampled_from(
    [portrait for one, other, _ in ALL.values() for portrait in (one, other)]
)


@given(one=_portraits, other=_portraits, together=st.booleans())
def test_the_order_of_two_does_not_matter(one: Portrait, other: Portrait, together: bool) -> None:
    left, right = judge(one, other, together=together), judge(other, one, together=together)
    assert left.verdict is right.verdict
    assert left.score == pytest.approx(right.score)
    assert 0 <= left.score <= 1


def finding(verdict: Verdict, score: float) -> Finding:
    """Return a finding with one reason."""
    return Finding(verdict, score, ("they agree",))


CHOICES = {
    "nothing": ({}, {}),
    "the only one": ({1: (SAME, 0.72)}, {1: SAME}),
    "clearly the best": ({1: (SAME, 0.75), 2: (SAME, 0.95)}, {2: SAME, 1: UNSURE}),
    "two as good": ({1: (SAME, 0.79), 2: (SAME, 0.78)}, {1: UNSURE, 2: UNSURE}),
    "a rival that is nearly as good": (
        {1: (SAME, 0.72), 2: (UNSURE, 0.69)},
        {1: UNSURE, 2: UNSURE},
    ),
    "different ones dropped": ({1: (DIFFERENT, 0.5), 2: (SAME, 0.9)}, {2: SAME}),
    "unsure ones kept": ({1: (UNSURE, 0.56), 2: (UNSURE, 0.65)}, {2: UNSURE, 1: UNSURE}),
}


@pytest.mark.parametrize("case", CHOICES)
def test_what_is_chosen(case: str) -> None:
    given_, expected = CHOICES[case]
    chosen = choose({n: finding(*one) for n, one in given_.items()})
    assert [(n, one.verdict) for n, one in chosen.items()] == list(expected.items())


def test_rivals_are_said_to_be_rivals() -> None:
    chosen = choose({1: finding(SAME, 0.79), 2: finding(SAME, 0.79)})
    assert all("2 candidates fit equally well" in one.reasons for one in chosen.values())


_findings = st.builds(finding, st.sampled_from(Verdict), st.floats(0, 1))


@given(st.dictionaries(st.integers(1, 60), _findings))
def test_at_most_one_is_the_same_and_few_are_kept(found: dict[int, Finding]) -> None:
    chosen = choose(found)
    assert sum(one.verdict is SAME for one in chosen.values()) <= 1
    assert all(one.verdict is not DIFFERENT for one in chosen.values())
    assert len(chosen) <= 3
    assert chosen.keys() <= found.keys()


def test_a_name_without_a_letter_is_nobodys() -> None:
    assert judge(body("—"), body("Lantern Circle for Ports")).verdict is DIFFERENT
    assert judge(person("—"), person("Marat Tulebek")).verdict is DIFFERENT
