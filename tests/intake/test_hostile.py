"""Files built to exhaust, escape or mislead give one clear error each, and quote nothing."""

import os
import stat
import zipfile
from io import BytesIO

import pytest
from tests.intake.intake_samples import PAGE, every, mail, packed, pdf, plain, word

from habeas.errors import (
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IntakeError,
    OversizedFile,
    UnreadableFile,
    UnsupportedFormat,
)
from habeas.intake import Limits, documents, from_bytes
from habeas.intake.child import shared
from habeas.intake.limits import MIB

SECRET = "Ana Roe"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE laughs [<!ENTITY a0 "Ana Roe">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    + "]>"
)
QUADRATIC = f'<!DOCTYPE html [<!ENTITY a "{"Ana Roe" * 10_000}">]><html>{"&a;" * 10_000}</html>'


def _swapped(part: str, data: bytes) -> bytes:
    """Return a Word document with one of its parts replaced."""
    with zipfile.ZipFile(BytesIO(word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {part: data})


def _entry(name: str, data: bytes = b"Ana Roe", *, mode: int = 0) -> bytes:
    """Return a zip with one entry, its name written as given."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        entry.external_attr = mode << 16
        archive.writestr(entry, data)
    return buffer.getvalue()


def _locked_entry() -> bytes:
    """Return a zip whose one entry says that it is encrypted, in both its headers."""
    data = bytearray(packed({"letter.txt": plain()}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _nested(levels: int) -> bytes:
    data = packed({"letter.txt": plain()})
    for level in range(levels):
        data = packed({f"{level}.zip": data})
    return data


def _locked_pdf() -> bytes:
    """Return a PDF whose trailer names an encryption that no empty password opens."""
    secret = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"
    )
    return pdf().replace(b"/Info", secret + b"/ID[<41><41>]/Info")


HOSTILE: dict[str, tuple[bytes, type[IntakeError]]] = {
    "empty.txt": (b"", EmptyFile),
    "blank.txt": (b" \n\t\r\n\xef\xbb\xbf", EmptyFile),
    "blank.html": (b"<html><body><script>Ana Roe</script></body></html>", EmptyFile),
    "blank.pdf": (pdf(""), EmptyFile),
    "blank.zip": (packed({}), EmptyFile),
    "litter.zip": (packed({"__MACOSX/._a": b"x", ".DS_Store": b"x"}), EmptyFile),
    "zeros.txt": (bytes(10_000), UnsupportedFormat),
    "noise.txt": (bytes(range(256)) * 40, UnsupportedFormat),
    "photo.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(64), UnsupportedFormat),
    "letter.rtf": (b"{\\rtf1 Ana Roe}", UnsupportedFormat),
    "letter.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnsupportedFormat),
    "letters.gz": (b"\x1f\x8b\x08" + bytes(20), UnsupportedFormat),
    "feed.xml": (b"<?xml version='1.0'?><rss><item>Ana Roe</item></rss>", UnsupportedFormat),
    "sheet.docx": (
        packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}),
        UnsupportedFormat,
    ),
    "letter.odt": (packed({"mimetype": b"application/x", "content.xml": b""}), UnsupportedFormat),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        EncryptedFile,
    ),
    "locked.pdf": (_locked_pdf(), EncryptedFile),
    "locked.zip": (_locked_entry(), EncryptedFile),
    "locked.eml": (
        b"From: a@example.org\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/encrypted; boundary="b"\n\n--b\n\nAna Roe\n--b--\n',
        EncryptedFile,
    ),
    "cut.pdf": (b"%PDF-1.7\nAna Roe", UnreadableFile),
    "cut.zip": (packed({"letter.txt": plain()})[:40], UnreadableFile),
    "cut.docx": (word()[:2000], UnreadableFile),
    "hollow.docx": (_swapped("word/document.xml", b"<Ana Roe"), UnreadableFile),
    "big.txt": (b"Ana Roe " * (MIB // 8 + 1), OversizedFile),
    "bomb.zip": (packed({"a.txt": b" " * 16 * MIB}), HostileFile),
    "bomb.docx": (_swapped("word/media/a.png", b" " * 16 * MIB), HostileFile),
    "deep.zip": (_nested(9), HostileFile),
    "many.zip": (packed({f"{n}.txt": b"x" for n in range(101)}), HostileFile),
    "above.zip": (_entry("../../Ana Roe.txt"), HostileFile),
    "behind.zip": (_entry("..\\Ana Roe.txt"), HostileFile),
    "absolute.zip": (_entry("/etc/Ana Roe"), HostileFile),
    "drive.zip": (_entry("C:\\Ana Roe.txt"), HostileFile),
    "link.zip": (_entry("letter.txt", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), HostileFile),
    "deep.html": (b"<div>" * 10_000 + b"Ana Roe" + b"</div>" * 10_000, HostileFile),
    "laughs.html": (f"{LAUGHS}<html>&a9;</html>".encode(), HostileFile),
    "laughs16.html": (f"{LAUGHS}<html>&a9;</html>".encode("utf-16"), HostileFile),
    "laughs.xml": (f"{LAUGHS}<laughs>&a9;</laughs>".encode(), HostileFile),
    "quadratic.html": (QUADRATIC.encode(), HostileFile),
    "laughs.docx": (_swapped("word/document.xml", LAUGHS.encode()), HostileFile),
    "laughs16.docx": (_swapped("word/document.xml", LAUGHS.encode("utf-16")), HostileFile),
    "laughs-core.docx": (_swapped("docProps/core.xml", LAUGHS.encode()), HostileFile),
    "deep.eml": (
        b"From: a@example.org\nMIME-Version: 1.0\n"
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
        ),
        HostileFile,
    ),
}
STRICT = Limits(max_bytes=MIB, max_members=100, seconds=20)


@pytest.mark.parametrize(("name", "data", "kind"), [(n, *row) for n, row in HOSTILE.items()])
def test_gives_one_clear_error(name, data, kind):
    [error] = from_bytes(data, name, STRICT)
    assert type(error) is kind
    assert str(error).startswith(name)
    assert str(error).isprintable()
    assert SECRET not in str(error)
    assert error.remedy


def test_stops_a_conversion_that_takes_too_long():
    [error] = from_bytes(b"<p>x</p>" * 1_000_000, "slow.html", Limits(seconds=0.05))
    assert isinstance(error, HostileFile)
    assert "0.05 seconds" in str(error)


def test_stops_a_conversion_that_needs_too_much_memory():
    [error] = from_bytes(b"<p>x" * 1_000_000, "fat.html", Limits(memory_bytes=256 * MIB))
    assert isinstance(error, HostileFile | UnreadableFile)


def test_takes_a_path_with_any_character():
    [document] = from_bytes(PAGE.encode(), "a\ud800\u202e.html")
    assert document.path == "a\ud800\u202e.html"


def test_reads_on_after_a_hostile_file():
    for name, (data, _) in HOSTILE.items():
        list(from_bytes(data, name, STRICT))
    [document] = from_bytes(PAGE.encode(), "letter.html")
    assert "Ana Roe" in document.text


def test_starts_the_child_again_when_it_was_killed():
    list(from_bytes(pdf(), "letter.pdf"))
    shared()._process.kill()
    [document] = from_bytes(pdf(), "letter.pdf")
    assert document.text.startswith("We ask you")


def test_leaves_no_child_behind():
    stream = documents(["-"], stdin=BytesIO(PAGE.encode()))
    next(stream)
    pid = stream.gi_frame.f_locals["child"]._process.pid
    stream.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_reads_the_sound_files_of_an_archive_with_a_bad_one():
    archive = packed({"a.txt": plain(), "b.pdf": b"%PDF-1.7", "c.eml": mail()})
    found = list(from_bytes(archive, "all.zip"))
    assert [getattr(one, "path", None) for one in found] == [
        "all.zip!/a.txt",
        None,
        "all.zip!/c.eml",
        "all.zip!/c.eml!/letter.pdf",
        "all.zip!/c.eml!/note.txt",
    ]


def test_counts_what_is_packed_at_any_depth():
    inner = packed({f"{n}.txt": b"x" for n in range(60)})
    found = list(from_bytes(packed({"a.zip": inner, "b.zip": inner}), "two.zip", STRICT))
    assert isinstance(found[-1], HostileFile)
    assert len(found) <= STRICT.max_members + 1


@pytest.mark.parametrize("name", every())
def test_names_of_files_cannot_break_the_line(name):
    [*_, error] = from_bytes(every()[name], f"a\n\x1b[2J\u202e{name}", Limits(max_bytes=1))
    assert str(error).isprintable()
