"""What holds of every text: nothing invented, nothing malformed, nothing that depends on chance."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Span
from habeas.read.dates import find_dates, is_edtf

_WORDS = {
    "en": """in on the of may March 5 31 1999 2010 , . - – ' s st th BC early last next week years
        two a half night ago later since to from between and 12.06.2014 2014-01-01 5:30 pm XIX
        century 00 99 3000 every first spring winter now after before that same about Monday""",
    "fr": """le la l' du au 5 1er mai mars 2010 1999 , . - années 90 il y a trois ans dernier
        prochain semaine hier en été début fin siècle XIXe entre et jusqu'à après lundi depuis""",
    "ru": """в 5 мая 2010 году года - го с по и до лет назад через два дня прошлом месяце 90 х
        годах XIX веке летом около конце начале , . тогда с тех пор""",
}
_ANCHORS = [None, "2015-11-04", "2015", "2015-11", "2015-XX", "soon", "0001-01-01", "9999-12-31"]

languages = st.sampled_from(["en", "fr", "ru", "kk", "", "../en", None])
anchors = st.sampled_from(_ANCHORS)
gaps = st.sampled_from([" ", " ", " ", "", "\n", "\n\n"])


@st.composite
def sentences(draw):
    """Draw words of time in any order, with a language for them."""
    language = draw(st.sampled_from(sorted(_WORDS)))
    words = draw(st.lists(st.tuples(st.sampled_from(_WORDS[language].split()), gaps), max_size=14))
    return language, "".join(word + gap for word, gap in words)


def every(found):
    """Yield expressions and their parts."""
    for date in found:
        yield date
        yield from date.parts


@given(sentences(), anchors)
def test_writes_only_edtf_and_quotes_only_the_text(sentence, anchor):
    language, text = sentence
    for date in every(find_dates(text, language=language, anchor=anchor)):
        words = date.span.of(text)
        assert words
        assert words == words.strip()
        assert date.edtf is None or is_edtf(date.edtf)


@given(sentences(), anchors)
def test_finds_apart_in_order_and_every_time_the_same(sentence, anchor):
    language, text = sentence
    found = find_dates(text, language=language, anchor=anchor)
    ends = [Span(0, 0), *(date.span for date in found)]
    assert all(one.end <= two.start for one, two in pairwise(ends))
    assert find_dates(text, language=language, anchor=anchor) == found


@given(sentences(), anchors)
def test_a_paragraph_before_only_shifts_the_places(sentence, anchor):
    language, text = sentence
    before = "Ωmega & σigma.\n\n"
    shifted = find_dates(before + text, language=language, anchor=anchor)
    moved = [
        Span(d.span.start + len(before), d.span.end + len(before)) for d in _plain(sentence, anchor)
    ]
    assert [date.span for date in shifted] == moved


def _plain(sentence, anchor):
    language, text = sentence
    return find_dates(text, language=language, anchor=anchor)


@given(st.text(), languages, anchors)
def test_never_raises(text, language, anchor):
    assert all(date.span.of(text) for date in find_dates(text, language=language, anchor=anchor))
