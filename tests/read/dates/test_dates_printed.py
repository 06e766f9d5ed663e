"""Dates that say for themselves when they are."""

import pytest

from habeas.read.dates import DateKind, find_dates

# words -> [(printed, EDTF)]
ENGLISH = {
    "Held on 31 May 2013 at Port Sel.": [("31 May 2013", "2013-05-31")],
    "Held on May 31, 2013.": [("May 31, 2013", "2013-05-31")],
    "On the 31st of May, 2013 they came": [("the 31st of May, 2013", "2013-05-31")],
    "Dated 10th of August 2015": [("10th of August 2015", "2015-08-10")],
    "Oct. 5, 2013 and Sept. 2012": [("Oct. 5, 2013", "2013-10-05"), ("Sept. 2012", "2012-09")],
    "Posted 2013-05-31, edited 2013-06-01T09:30:00+02:00.": [
        ("2013-05-31", "2013-05-31"),
        ("2013-06-01T09:30:00+02:00", "2013-06-01"),
    ],
    "Monday, 5 May 2014": [("Monday, 5 May 2014", "2014-05-05")],
    "in 2016, May 13, they came": [("2016, May 13", "2016-05-13")],
    "in July 2002, in 2011": [("July 2002", "2002-07"), ("2011", "2011")],
    "by the end of September 1940": [("the end of September 1940", "1940-09")],
    "mid-2012, early May 2013": [("mid-2012", "2012"), ("early May 2013", "2013-05")],
    "the summer of 1944": [("the summer of 1944", "1944-22")],
    "the 1980s": [("the 1980s", "1980/1989")],
    "1980s fashion": [("1980s", "1980/1989")],
    "the late 19th century": [("the late 19th century", "1800/1899")],
    "in 44 BC": [("44 BC", "-0043")],
    "the 470s BC": [("the 470s BC", "-0478/-0469")],
    "around 2010": [("around 2010", "2010~")],
    "about May 2010": [("about May 2010", "2010-05~")],
    "The river had 2011 as its worst year": [("2011", "2011")],
    "in a 2013 raid": [("2013", "2013")],
    "at 5:30 pm on 3 May 2012": [("5:30 pm on 3 May 2012", "2012-05-03")],
    "the night of 3 July 2013": [("the night of 3 July 2013", "2013-07-03")],
    "on 30 February 2014": [("30 February 2014", None)],
    "on 29 February 2012": [("29 February 2012", "2012-02-29")],
}
RANGES = {
    "5-6 December 2014": [("5-6 December 2014", "2014-12-05/2014-12-06")],
    "May 5th–7th, 2013": [("May 5th–7th, 2013", "2013-05-05/2013-05-07")],
    "between 3 and 5 May 2011": [("between 3 and 5 May 2011", "2011-05-03/2011-05-05")],
    "12 and 13 May 2011": [("12 and 13 May 2011", "2011-05-12/2011-05-13")],
    "12 and 25 May 2011": [("12", "2011-05-12"), ("25 May 2011", "2011-05-25")],
    "from July 2002 to January 2003": [("from July 2002 to January 2003", "2002-07/2003-01")],
    "from November to January 2003": [("from November to January 2003", "2002-11/2003-01")],
    "1 January 2013 - 5 March 2014": [("1 January 2013 - 5 March 2014", "2013-01-01/2014-03-05")],
    "October–November 2011": [("October–November 2011", "2011-10/2011-11")],
    "the 1955-1963 ban": [("the 1955-1963", "1955/1963")],
    "from 499 to 493 BC": [("from 499 to 493 BC", "-0498/-0492")],
    "the report for 2010-12": [("2010-12", "2010/2012")],
    "2013-05 and 2013-14": [("2013-05", "2013-05"), ("2013-14", "2013/2014")],
    "On 12 May and 3 June 2013": [("12 May", "2013-05-12"), ("3 June 2013", "2013-06-03")],
    "between late March and early May 2013": [
        ("between late March and early May 2013", "2013-03/2013-05"),
    ],
    "7-Oct-2013": [("7-Oct-2013", "2013-10-07")],
    "2014-2013": [("2014", "2014"), ("2013", "2013")],  # no interval runs backwards
    "from 2009 to the 1990s": [("2009", "2009"), ("the 1990s", "1990/1999")],
    "the school year 2013/14": [("2013/14", "2013/2014")],
    "held between 1999 and 2003": [("between 1999 and 2003", "1999/2003")],
}
NO_DATES = [
    "",
    "The court sat.",
    "2000 people, 1945 men",
    "page 1987 of the file",
    "Law No. 1847 forbids it",
    "a fine of $1995 or €2010",
    "flight AB1945, room B-1204b",
    "May I march? You may, second to none.",
    "May Smith and April Jones met June Brown",
    "He fell and sprang; a spring in the hills",
]
FRENCH = {
    "Le 31 mai 2013, le 1er juin 2013": [
        ("Le 31 mai 2013", "2013-05-31"),
        ("le 1er juin 2013", "2013-06-01"),
    ],
    "le lundi 5 mai 2014": [("le lundi 5 mai 2014", "2014-05-05")],
    "en juillet 2002, depuis 2009": [("juillet 2002", "2002-07"), ("2009", "2009")],
    "du 3 au 5 mai 2011": [("du 3 au 5 mai 2011", "2011-05-03/2011-05-05")],
    "du 3 mai au 5 juin 2011": [("du 3 mai au 5 juin 2011", "2011-05-03/2011-06-05")],
    "de 2009 à 2012": [("de 2009 à 2012", "2009/2012")],
    "entre 1999 et 2003": [("entre 1999 et 2003", "1999/2003")],
    "début octobre 2013, à la mi-mai 2014": [
        ("début octobre 2013", "2013-10"),
        ("la mi-mai 2014", "2014-05"),
    ],
    "au printemps 2014": [("printemps 2014", "2014-21")],
    "les années 1990, les années 80": [
        ("les années 1990", "1990/1999"),
        ("les années 80", "1980/1989"),
    ],
    "au XIXe siècle": [("XIXe siècle", "1800/1899")],
    "vers 2010": [("vers 2010", "2010~")],
    "1500 personnes, la loi 1881": [],
}
RUSSIAN = {
    "31 мая 2013 года, 1-го июня 2013 г.": [
        ("31 мая 2013 года", "2013-05-31"),
        ("1-го июня 2013 г.", "2013-06-01"),
    ],
    "в июле 2002 года": [("июле 2002 года", "2002-07")],
    "в 2018 году": [("2018 году", "2018")],
    "1 и 2 июля 2022": [("1 и 2 июля 2022", "2022-07-01/2022-07-02")],
    "с 3 по 5 мая 2011 года": [("с 3 по 5 мая 2011 года", "2011-05-03/2011-05-05")],
    "с 2009 по 2012 годы": [("с 2009 по 2012 годы", "2009/2012")],
    "в 2012/2013 году": [("2012/2013 году", "2012/2013")],
    "в 1990-х годах, в 80-е годы": [
        ("1990-х годах", "1990/1999"),
        ("80-е годы", "1980/1989"),
    ],
    "в XIX веке": [("XIX веке", "1800/1899")],
    "в начале октября 2013 года": [("начале октября 2013 года", "2013-10")],
    "летом 2014 года": [("летом 2014 года", "2014-22")],
    "вечером 5 мая 2012 года": [("вечером 5 мая 2012 года", "2012-05-05")],
    "около 2010 года": [("около 2010 года", "2010~")],
    "между 1999 и 2003 годами": [("между 1999 и 2003 годами", "1999/2003")],
    "1500 человек, статья 1847": [],
}


def read(text, language="en", anchor=None):
    """Return what is printed with its EDTF."""
    found = find_dates(text, language=language, anchor=anchor)
    return [(date.span.of(text), date.edtf) for date in found]


@pytest.mark.parametrize(("text", "dates"), (ENGLISH | RANGES).items())
def test_reads_english_dates(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize("text", NO_DATES)
def test_leaves_other_numbers_and_words_alone(text):
    assert read(text) == []


@pytest.mark.parametrize(("text", "dates"), FRENCH.items())
def test_reads_french_dates(text, dates):
    assert read(text, "fr") == dates


@pytest.mark.parametrize(("text", "dates"), RUSSIAN.items())
def test_reads_russian_dates(text, dates):
    assert read(text, "ru") == dates


NUMERIC = {
    "12.06.2014": ["2014-06-12"],  # a full stop: the day first
    "12/06/2014": ["2014-06-12"],  # nothing tells: the day first
    "31/05/13 and 10/11/15": ["2013-05-31", "2015-11-10"],
    "12/25/2014 and 10/11/15": ["2014-12-25", "2015-10-11"],  # a field over 12 tells
    "On May 31, 2013 and 10/11/2015": ["2013-05-31", "2015-10-11"],  # the words tell
    "On 31 May 2013 and 10/11/2015": ["2013-05-31", "2015-11-10"],
    "5/6/98 and 5/6/14": ["1998-06-05", "2014-06-05"],
    "2014/06/12 and 2014.06.13": ["2014-06-12", "2014-06-13"],
    "45.67.2014, 1.2.3.4, 12/13/14/15": [],
}


WORDLESS = [(text, dates) for text, dates in NUMERIC.items() if "May" not in text]


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [*(("en", *row) for row in NUMERIC.items()), *(("kk", *row) for row in WORDLESS)],
)
def test_reads_numeric_dates_in_any_language(language, text, dates):
    found = find_dates(text, language=language, anchor="2015-12-01")
    assert [date.edtf for date in found] == dates


LENGTHS = {
    "after 23 years": ("23 years", "P23Y", DateKind.DURATION),
    "for over 26 years": ("over 26 years", "P26Y", DateKind.DURATION),
    "a 6-month ban": ("6-month", "P6M", DateKind.DURATION),
    "ten or fifteen days": ("fifteen days", "P15D", DateKind.DURATION),
    "80 to 100 years": ("80 to 100 years", "P100Y", DateKind.DURATION),
    "a seven-year term": ("seven-year", "P7Y", DateKind.DURATION),
    "two and a half years": ("two and a half years", "P2.5Y", DateKind.DURATION),
    "two hundred days": ("two hundred days", "P200D", DateKind.DURATION),
    "twenty-five hours": ("twenty-five hours", "PT25H", DateKind.DURATION),
    "several weeks": ("several weeks", "PXW", DateKind.DURATION),
    "every day": ("every day", "XXXX-XX-XX", DateKind.SET),
    "an annual fair": ("annual", "XXXX", DateKind.SET),
    "every three months": ("every three months", "P3M", DateKind.SET),
    "he recently left": ("recently", "PAST_REF", DateKind.DATE),
    "a 38-year-old baker": ("38-year", "P38Y", DateKind.DURATION),
}


@pytest.mark.parametrize(("text", "expected"), LENGTHS.items())
def test_reads_lengths_and_habits_without_a_date(text, expected):
    (date,) = find_dates(text)
    assert (date.span.of(text), date.timex, date.kind) == expected
    assert date.edtf is None


def test_gives_the_ends_of_a_range_with_their_own_words():
    text = "from July 2002 to January 2003"
    (date,) = find_dates(text)
    assert [(part.span.of(text), part.timex) for part in date.parts] == [
        ("July 2002", "2002-07"),
        ("January 2003", "2003-01"),
    ]
