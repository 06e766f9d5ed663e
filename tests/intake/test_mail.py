"""A mail gives its headers and body, and its attachments as files of their own."""

from email.message import EmailMessage

import pytest
from tests.intake.intake_samples import mail, pdf

from habeas.errors import IntakeError
from habeas.intake import from_bytes
from habeas.model import Layer

HEAD = "From: ivo@example.org\nMIME-Version: 1.0\n"
BODIES = {
    "Content-Type: text/plain\n\nHello\n\nAna": "Hello\n\nAna",
    "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n8MnT2M3P": (
        "Письмо"
    ),
    "Content-Type: text/plain; charset=nonsense\n\nHello": "Hello",
    "Content-Type: text/html\n\n<p>Hello <b>Ana</b>": "Hello Ana",
    "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nd=C3=A9j=C3=A0": (
        "déjà"
    ),
    "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n"
    "--b\nContent-Type: text/html\n\n<p>Only here\n--b--": "Only here",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nCut off": "Cut off",
}


@pytest.mark.parametrize(("source", "body"), BODIES.items())
def test_reads_the_body(source, body):
    [document] = from_bytes(f"{HEAD}{source}".encode(), "a.eml")
    assert document.text == f"From: ivo@example.org\n\n{body}"


def test_prints_and_keeps_the_headers():
    document = next(iter(from_bytes(mail(), "a.eml")))
    [region] = document.regions
    assert region.layer is Layer.HEADER
    assert region.span.of(document.text).splitlines() == [
        "From: Ivo Lund <ivo@example.org>",
        "To: press@example.org",
        "Date: Fri, 09 May 2014 10:11:12 +0200",
        "Subject: Déclaration",
    ]
    assert document.metadata["subject"] == document.metadata["title"] == "Déclaration"
    assert document.metadata["date"] == "Fri, 09 May 2014 10:11:12 +0200"


@pytest.mark.parametrize(
    "header",
    ["Date: 99 99 9999999999", "From: <<<>", "Subject: =?utf-8?q?=?=", "To: a@[", "Subject: \xff"],
)
def test_reads_on_after_a_malformed_header(header):
    source = f"Message-ID: <1>\n{header}\nMIME-Version: 1.0\n\nHello"
    [document] = from_bytes(source.encode("latin-1"), "a.eml")
    assert document.text.endswith("Hello")


def test_each_attachment_is_a_document():
    found = list(from_bytes(mail(), "a.eml"))
    assert [one.path for one in found] == ["a.eml", "a.eml!/letter.pdf", "a.eml!/note.txt"]
    assert next(from_bytes(pdf(), "letter.pdf")).text == found[1].text


def attached(name: str | None) -> bytes:
    message = EmailMessage()
    message["From"] = "ivo@example.org"
    message.set_content("See below")
    message.add_attachment(b"Ana Roe", maintype="text", subtype="plain", filename=name)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../letter.txt", "letter.txt"),
        ("C:\\x\\letter.txt", "letter.txt"),
        ("Письмо.txt", "Письмо.txt"),
        ("..", "part-1.txt"),
        (None, "part-1.txt"),
    ],
)
def test_an_attachment_is_named_within_its_mail(name, path):
    found = list(from_bytes(attached(name), "a.eml"))
    assert found[1].path == f"a.eml!/{path}"


def test_reads_an_enclosed_mail_with_its_attachments():
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer["From"] = "a@example.org"
    outer.set_content("See below")
    from email import message_from_bytes, policy

    outer.add_attachment(message_from_bytes(mail(), policy=policy.default))
    found = [one.path for one in from_bytes(outer.as_bytes(), "a.eml")]
    inner = "a.eml!/part-1.eml"
    assert found == ["a.eml", inner, f"{inner}!/letter.pdf", f"{inner}!/note.txt"]


def test_typed_headers_are_a_letter_unless_the_file_is_called_a_mail():
    memo = b"From: Ivo Lund\nTo: The Minister\n\nFree Ana Roe.\n"
    assert [one.media_type for one in from_bytes(memo, "memo.txt")] == ["text/plain"]
    assert [one.media_type for one in from_bytes(memo, "memo.eml")] == ["message/rfc822"]


def test_says_which_attachment_cannot_be_read():
    message = EmailMessage()
    message["From"] = "ivo@example.org"
    message.set_content("See below")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    document, error = from_bytes(message.as_bytes(), "a.eml")
    assert document.text.endswith("See below")
    assert isinstance(error, IntakeError)
    assert str(error).startswith("a.eml!/a.png: is a picture")
