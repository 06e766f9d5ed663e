"""What a text asks of whom, read from invented sentences."""

import pytest

from habeas import intake
from habeas.model import AUTHOR, Anatomy
from habeas.read.demands import read_demands
from habeas.read.sheet import make_sheet


class Nobody:
    """Names of a text that names nobody."""

    def who(self, passage, token, *, speaker=(AUTHOR,)):
        return speaker if token.lower_ in ("i", "we") else ()


def asked(text):
    sheet = make_sheet(intake.from_text(text))
    return [one.span.of(text) for one in read_demands(sheet, Anatomy(), Nobody())]


ONE = {
    "We ask you to release the poet.": "We ask you to release the poet",
    "I beg you not to sign the order.": "I beg you not to sign the order",
    "She stood outside, calling for her son's release.": "calling for her son's release",
    "He asked that his wife be given a lawyer.": "He asked that his wife be given a lawyer",
    "We hope that you will remain faithful to the treaty.": (
        "you will remain faithful to the treaty"
    ),
    "The trials of writers must stop.": "The trials of writers must stop",
    "Those responsible should be prosecuted.": "Those responsible should be prosecuted",
    "It is essential that the court hear the witnesses.": (
        "It is essential that the court hear the witnesses"
    ),
    "Please, while in Harsk, meet with the families.": (
        "Please, while in Harsk, meet with the families"
    ),
    "I would like to draw your attention to the fate of my son.": (
        "I would like to draw your attention to the fate of my son"
    ),
    "By not signing the order, you will save a life.": "By not signing the order",
    "The prisoners deserve a fair hearing.": "The prisoners deserve a fair hearing",
    "Thousands gave signatures to stop the execution.": "to stop the execution",
}


@pytest.mark.parametrize(("text", "words"), ONE.items())
def test_reads_a_request_in_its_words(text, words):
    assert asked(text) == [words]


def test_tells_apart_acts_that_stand_on_their_own():
    text = "We call on the ministry to open the cells and bring the guards to court."
    assert asked(text) == ["We call on the ministry to open the cells", "bring the guards to court"]


def test_keeps_together_acts_that_share_their_matter():
    text = "We ask you to read and consider the letter of the mothers."
    assert asked(text) == ["We ask you to read and consider the letter of the mothers"]


def test_names_what_a_request_includes():
    text = "We call on the court to act, including the release of all jailed teachers."
    assert "the release of all jailed teachers" in asked(text)


def test_reads_a_list_under_its_header():
    text = "The government must:\n\n- free the poet;\n- open the archive; and\n- end it.\n"
    assert asked(text) == ["free the poet", "open the archive", "end it"]


NOTHING = [
    "The guards did not even ask the doctor to come.",
    "Start a petition today to change something.",
    "We do, of course, understand that your office demands you to be careful.",
    "It should be noted that the road is long.",
    "The prosecutor requested ten years in prison.",
    "We hope this letter reaches you in time.",
    "What should she have done?",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_takes_no_remark_for_a_request(text):
    assert asked(text) == []


UNPARSED = {
    "Мы требуем немедленно освободить поэта Ивана Лесного, так как он невиновен и тяжело болен.": [
        "Мы требуем немедленно освободить поэта Ивана Лесного"
    ],
    "Nous demandons aux autorités de libérer la journaliste, car elle est innocente et malade.": [
        "Nous demandons aux autorités de libérer la journaliste"
    ],
    "Nous ne mettons en cause personne dans cette affaire et nous ne jugeons pas.": [],
    "Пусть все знают, что он жив и здоров, и семья его ждёт дома уже третий год.": [],
}


UNPARSED |= {
    "Поэтому я прошу Вас:\n\n– освободить поэта Лесного;\n– допустить к нему врача.\n": [
        "освободить поэта Лесного",
        "допустить к нему врача",
    ],
    "Nous, voisins de la famille, vous demandons de ne pas attendre cet arrêt pour la libérer.": [
        "vous demandons de ne pas attendre cet arrêt pour la libérer"
    ],
}


@pytest.mark.parametrize(("text", "words"), UNPARSED.items())
def test_reads_requests_in_languages_without_a_parse(text, words):
    assert asked(text) == words
