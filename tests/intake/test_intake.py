"""Every format gives its text layer; every place lies in it; nothing is ever raised."""

import random
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.intake_samples import LETTER, every, mail, packed, page, pdf, plain, word

from habeas.errors import IntakeError
from habeas.intake import documents, from_bytes, from_text
from habeas.model import Document

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    "letter.txt": ["text/plain"],
    "letter.md": ["text/markdown"],
    "letter.html": ["text/html"],
    "letter.eml": ["message/rfc822", "application/pdf", "text/plain"],
    "letter.docx": [WORD],
    "letter.pdf": ["application/pdf"],
    "letters.zip": ["text/plain", "text/html"],
}
# A name says nothing: the content is under each of these names in turn.
NAMES = ["letter.txt", "letter.pdf", "letter.docx", "letter.zip", "letter"]


def places(document):
    """Return every span that intake put on a document."""
    regions = [region.span for region in document.regions]
    return [*document.pages, *regions, *(link.span for link in document.links)]


@pytest.mark.parametrize("name", every())
def test_reads_every_format(name):
    found = list(from_bytes(every()[name], name))
    assert [document.media_type for document in found] == TYPES[name]
    assert all(
        "Ana Roe" in one.text
        for one in found
        if one.media_type not in ("message/rfc822",) and not one.path.endswith("note.txt")
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (plain(), "text/plain"),
        (page(), "text/html"),
        (word(), WORD),
        (pdf(), "application/pdf"),
        (mail(), "message/rfc822"),
    ],
)
def test_reads_a_mislabelled_file_as_what_it_is(data, kind, name):
    first = next(iter(from_bytes(data, name)))
    assert first.media_type == kind


@pytest.mark.parametrize("name", every())
def test_gives_the_same_document_for_the_same_bytes(name):
    assert list(from_bytes(every()[name], name)) == list(from_bytes(every()[name], name))


@pytest.mark.parametrize("name", every())
def test_every_place_holds_words_of_the_text(name):
    for document in from_bytes(every()[name], name):
        for span in places(document):
            assert 0 <= span.start < span.end <= len(document.text)
            assert span.of(document.text) == span.of(document.text).strip()


def test_names_what_is_packed_and_hashes_its_bytes():
    archive = packed({"b.eml": mail(), "a/letter.txt": plain()})
    found = list(from_bytes(archive, "all.zip"))
    assert [document.path for document in found] == [
        "all.zip!/a/letter.txt",
        "all.zip!/b.eml",
        "all.zip!/b.eml!/letter.pdf",
        "all.zip!/b.eml!/note.txt",
    ]
    assert [document.sha256 for document in found[:3]] == [
        sha256(data).hexdigest() for data in (plain(), mail(), pdf())
    ]


def test_numbers_members_of_the_same_name():
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "One")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "Two")
    found = list(from_bytes(buffer.getvalue(), "z.zip"))
    assert [(one.path, one.text) for one in found] == [
        ("z.zip!/a.txt", "One"),
        ("z.zip!/a.txt (2)", "Two"),
    ]


def test_takes_a_text_at_hand_unchanged():
    document = from_text(f"\ufeff{LETTER}\r\n ")
    assert document.text == f"\ufeff{LETTER}\r\n "
    assert (document.path, document.media_type) == ("-", "text/plain")


def test_reads_standard_input_in_its_turn(tmp_path):
    (tmp_path / "a.txt").write_bytes(plain())
    found = list(documents(["-", tmp_path / "a.txt"], stdin=BytesIO(page())))
    assert [(one.path, one.media_type) for one in found] == [
        ("-", "text/html"),
        (str(tmp_path / "a.txt"), "text/plain"),
    ]


@given(st.text(min_size=1).filter(lambda text: text.strip().isprintable() and text.strip()))
@settings(max_examples=200, deadline=None)
def test_plain_text_is_the_file_unchanged(text):
    found = next(iter(from_bytes(text.encode(), "letter.txt")))
    if isinstance(found, Document) and found.media_type.startswith("text/pl"):
        assert found.text == text


@st.composite
def mutated(draw):
    """Return a sample of some format with bytes flipped, cut out or doubled."""
    name = draw(st.sampled_from(sorted(every())))
    chance = random.Random(draw(st.integers(0, 2**32)))
    data = bytearray(every()[name])
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        match chance.randint(0, 2):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 40)]
        if not data:
            break
    return name, bytes(data)


@given(mutated())
@settings(max_examples=150, deadline=None)
def test_damaged_files_give_documents_or_errors(sample):
    name, data = sample
    found = list(from_bytes(data, name))
    assert found
    for one in found:
        assert isinstance(one, Document | IntakeError)
        if isinstance(one, Document):
            one.text.encode()
            assert all(0 <= s.start <= s.end <= len(one.text) for s in places(one))
        else:
            assert str(one).isprintable()
