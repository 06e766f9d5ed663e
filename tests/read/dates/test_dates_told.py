"""Dates that are told from another date: the document's, or the last one in the story."""

import pytest

from habeas.read.dates import find_dates

# A Wednesday.
WRITTEN = "2015-11-04"
ENGLISH = {
    "He vanished on October 3.": "2015-10-03",
    "He vanished on 20 December.": "2014-12-20",
    "The trial will open on 20 December.": "2015-12-20",
    "The hearing of 9 November was announced.": "2015-11-09",
    "He was moved in December.": "2014-12",
    "It will be heard in December.": "2015-12",
    "last year": "2014",
    "this week": "2015-11-02/2015-11-08",
    "next week": "2015-11-09/2015-11-15",
    "last month": "2015-10",
    "earlier this month": "2015-11",
    "11 years ago": "2004",
    "three weeks ago": "2015-10-14",
    "half a year ago": "2015-05",
    "a few days ago": None,
    "yesterday": "2015-11-03",
    "tomorrow morning": "2015-11-05",
    "He was beaten on Monday.": "2015-11-02",
    "The vote will be on Monday.": "2015-11-09",
    "On Tuesday morning they came.": "2015-11-03",
    "next Friday": "2015-11-06",
    "this Friday": "2015-11-06",
    "last Wednesday": "2015-10-28",
    "last December": "2014-12",
    "last summer": "2015-22",
    "by the end of the year": "2015",
    "today": WRITTEN,
    "He is currently in prison": WRITTEN,
    "over the past decade": "2005/2015",
    "in the last three weeks": "2015-10-14/2015-11-04",
    "from 2009 until now": "2009/2015-11-04",
    "in recent weeks": None,
    "so far": None,
}
FRENCH = {
    "l'année dernière": "2014",
    "le mois dernier": "2015-10",
    "la semaine prochaine": "2015-11-09/2015-11-15",
    "lundi dernier": "2015-11-02",
    "le 3 mai dernier": "2015-05-03",
    "il y a onze ans": "2004",
    "Cela fait aujourd'hui deux semaines": "2015-10-21",
    "hier": "2015-11-03",
    "aujourd’hui": WRITTEN,
    "actuellement": WRITTEN,
    "Le procès aura lieu le 5 décembre": "2015-12-05",
    "depuis plus de vingt ans": None,
}
RUSSIAN = {
    "в прошлом году": "2014",
    "в этом году": "2015",
    "в прошлом месяце": "2015-10",
    "на следующей неделе": "2015-11-09/2015-11-15",
    "одиннадцать лет назад": "2004",
    "три месяца назад": "2015-08",
    "вчера": "2015-11-03",
    "в настоящее время": WRITTEN,
    "с 2009 года и до настоящего времени": "2009/2015-11-04",
    "5 декабря состоится суд": "2015-12-05",
    "Весной его задержали": "2015-21",
    "несколько лет": None,
}
TABLE = [
    (language, text, edtf)
    for language, texts in (("en", ENGLISH), ("fr", FRENCH), ("ru", RUSSIAN))
    for text, edtf in texts.items()
]


@pytest.mark.parametrize(("language", "text", "edtf"), TABLE)
def test_resolves_against_the_date_of_the_document(language, text, edtf):
    found = find_dates(text, language=language, anchor=WRITTEN)
    assert [date.edtf for date in found if date.edtf] == ([edtf] if edtf else [])
    assert found
    assert all(date.relative for date in found if date.edtf)


UNDATED = {
    "5-6 December": "XXXX-12-05/XXXX-12-06",
    "on 5 December": "XXXX-12-05",
    "in December": "XXXX-12",
    "last year": None,
    "yesterday": None,
    "on Monday": None,
    "now": None,
    "11 years ago": None,
    "since then": None,
    "the following day": None,
}


@pytest.mark.parametrize(("text", "edtf"), UNDATED.items())
def test_leaves_unresolved_what_an_undated_text_does_not_settle(text, edtf):
    (date,) = find_dates(text)
    assert date.edtf == edtf


STORIES = {
    "He fell ill on 3 March 2012. Two days later he died.": ["2012-03-03", "2012-03-05"],
    "It was 3 March 2012. The following day he fled.": ["2012-03-03", "2012-03-04"],
    "It was 3 March 2012. That year, in the same month, he fled.": [
        "2012-03-03",
        "2012",
        "2012-03",
    ],
    "On 3 March 2012 he was held. On 9 May he was freed.": ["2012-03-03", "2012-05-09"],
    "In December 2012 he was held. In January he was freed.": ["2012-12", "2013-01"],
    "It began in 1990. A decade earlier nobody knew.": ["1990", "1980"],
    "On 3 March 2012 he fled. Two days after the fire she came.": ["2012-03-03", "2012-03-05?"],
    "He left on 9 May 2012. Since then he is silent.": ["2012-05-09", "2012-05-09/.."],
    "In 1956, as in 1614, they met. In May they parted.": ["1956", "1614", "1956-05"],
}


@pytest.mark.parametrize(("text", "dates"), STORIES.items())
def test_follows_a_story(text, dates):
    assert [date.edtf for date in find_dates(text)] == dates


@pytest.mark.parametrize("text", [text for text in STORIES if "3 March 2012" in text])
def test_follows_a_story_within_a_paragraph_of_a_letter(text):
    assert [date.edtf for date in find_dates(text, anchor=WRITTEN)] == STORIES[text]


def test_a_letter_dates_months_by_itself_and_a_history_by_its_story():
    letter = "The union was founded in 2009.\n\nOn 9 May the printer was held."
    history = "In 1801, 1803, 1805, 1807 and 1809 they fought.\n\nIn 1812, on 9 May, they met."
    assert find_dates(letter, anchor=WRITTEN)[-1].edtf == "2015-05-09"
    assert find_dates(history, anchor=WRITTEN)[-1].edtf == "1812-05-09"


def test_a_day_once_printed_with_its_year_keeps_it():
    text = "He was held on 15 March 2012.\n\nThe mother wrote. After 15 March all changed."
    assert [date.edtf for date in find_dates(text, anchor=WRITTEN)] == ["2012-03-15"] * 2
