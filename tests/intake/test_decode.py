"""Text is decoded as it was meant, UTF-8 first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.intake.decode import decode, scalar

RUSSIAN = "Открытое письмо. Мы просим освободить Ивана Горного, задержанного 3 мая."
FRENCH = "Madame la Ministre, nous sommes très inquiets : « Léa » a été arrêtée à l’aube."
TEXTS = [
    (RUSSIAN, "utf-8"),
    (RUSSIAN, "utf-16"),
    (RUSSIAN, "utf-32"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"),
    (RUSSIAN, "cp866"),
    (FRENCH, "cp1252"),
    (FRENCH, "utf-16-le"),
    (FRENCH, "utf-16-be"),
    ("Dear Minister – we write about “Ana Roe”, who’s in prison.", "cp1252"),
]


@pytest.mark.parametrize(("text", "encoding"), TEXTS)
def test_decodes_what_was_encoded(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_keeps_the_mark_of_utf8_as_it_stands_in_the_file():
    assert decode(b"\xef\xbb\xbfLetter") == "\ufeffLetter"


def test_believes_the_label_of_a_file_after_utf8():
    assert decode("Łódź".encode("cp1250"), "windows-1250") == "Łódź"
    assert decode(RUSSIAN.encode(), "windows-1251") == RUSSIAN


def test_damaged_utf8_is_still_utf8():
    assert decode(RUSSIAN.encode() + b"\xff\n") == f"{RUSSIAN}\ufffd\n"


@pytest.mark.parametrize("data", [bytes(100), bytes(range(256)) * 4, b"\x01\x02\x03" * 9])
def test_refuses_what_is_no_text(data):
    assert decode(data) is None


@given(st.binary(max_size=300))
def test_never_fails_and_gives_text_that_can_be_written(data):
    text = decode(data)
    assert text is None or text.encode() or not text


@given(st.text(max_size=40))
def test_scalar_keeps_whole_characters(text):
    assert scalar(text) == text


def test_scalar_joins_and_replaces_surrogates():
    assert scalar("a\ud83d\ude00b\ud800c") == "a😀b\ufffdc"
