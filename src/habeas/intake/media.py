"""Tell what a file is by its content.

The name only breaks a tie between kinds of text that look alike: typed lines "From: … To: …" are
a mail when the file is called so, and a letter otherwise. Opens nothing.
"""

import re
from enum import StrEnum

from habeas.errors import EncryptedFile, IntakeError, UnsupportedFormat
from habeas.intake.decode import peek
from habeas.intake.limits import File


class Format(StrEnum):
    """The kinds of file that intake reads, named by media type (RFC 6838)."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    MAIL = "message/rfc822"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    # An archive or an office document: which of them, only opening it can tell.
    ZIP = "application/zip"


_OCR = "run it through OCR (for example ocrmypdf) and add the PDF"
_UNPACK = "unpack it and add what is in it, or pack it as .zip"
_PICTURE = ("is a picture or a recording", _OCR)
_ARCHIVE = ("is an archive that Habeas does not open", _UNPACK)
_MAGIC: tuple[tuple[bytes, tuple[str, str]], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"7z\xbc\xaf'\x1c", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"{\\rtf", ("is rich text (RTF)", "save it as .docx or .txt")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A document with a password is stored in a stream of this name ([MS-OFFCRYPTO], section 2.3.4).
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_FIELD = r"[!-9;-~]+:[ \t]?.*(?:\n[ \t].*)*\n"
_HEADERS = re.compile(rf"\s*(?:From .*\n)?((?:{_FIELD}){{2,}})")
_TECHNICAL = re.compile(
    r"^(?:mime-version|message-id|received|return-path|content-transfer-encoding|dkim-signature"
    r"|x-[\w-]+):",
    re.I | re.M,
)
_TYPED = re.compile(r"^(?:from|to|subject|date|content-type):", re.I | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
_PAGES = (".html", ".htm", ".xhtml")
_XML = re.compile(r"\s*<(?:\?xml|!doctype)\b", re.I)
_DRAWN = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+svg[^>]*>\s*)?<svg\b", re.I)
_TAG = re.compile(r"<(?:p|div|br|a|table|h[1-6]|span|b|i|ul|font|html)\b[^<>]*>|\s*<", re.I)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?---[ \t]*\r?\n")
_PDF = re.compile(rb"(?:\A|[\r\n])[ \t]*%PDF-\d")


def format_of(file: File) -> Format:
    """Return what `file` is; raise UnsupportedFormat or EncryptedFile where it cannot be read."""
    _refuse_known(file)
    if file.data.startswith((b"PK\3\4", b"PK\5\6")):
        return Format.ZIP
    if _PDF.search(file.data[:1024]):
        return Format.PDF
    head = _COMMENT.sub("", peek(file.data))
    if _is_page(head, file.name):
        return Format.HTML
    if _XML.match(head):
        raise UnsupportedFormat(file.path, what="is XML of another kind")
    return Format.MAIL if _is_mail(head, file.name) else Format.TEXT


def text_format(text: str, name: str) -> Format:
    """Return whether plain text is meant as Markdown."""
    marked = name.endswith((".md", ".markdown")) or _FRONT_MATTER.match(text[:8192]) is not None
    return Format.MARKDOWN if marked else Format.TEXT


def _refuse_known(file: File) -> None:
    if file.data.startswith(_OLE):
        raise _old_office(file)
    for magic, (what, remedy) in _MAGIC:
        if file.data.startswith(magic):
            raise UnsupportedFormat(file.path, what=what, remedy=remedy)


def _old_office(file: File) -> IntakeError:
    if _LOCKED in file.data:
        return EncryptedFile(file.path)
    return UnsupportedFormat(
        file.path,
        what="is an Office file of the kind before 2007",
        remedy="open it and save it as .docx or PDF",
    )


def _is_page(head: str, name: str) -> bool:
    if _DRAWN.match(head):
        return False
    if _PAGE.match(head):
        return True
    if _XML.match(head):
        # Entities are refused with the page that declares them.
        return "<html" in head.lower() or "<!ENTITY" in head or name.endswith(_PAGES)
    return name.endswith(_PAGES) and _TAG.search(head) is not None


def _is_mail(head: str, name: str) -> bool:
    found = _HEADERS.match(head.replace("\r\n", "\n"))
    if found is None:
        return False
    fields = found[1]
    if name.endswith((".eml", ".mht", ".mhtml")):
        return _TYPED.search(fields) is not None
    return _TECHNICAL.search(fields) is not None and _TYPED.search(fields) is not None
