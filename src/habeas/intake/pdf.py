"""Take the text layer out of a PDF, page by page.

Reads only text that the file carries as text: no OCR, no repair of words broken at line ends.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from habeas.errors import EmptyFile, EncryptedFile, UnreadableFile
from habeas.intake.layer import Extract, Writer
from habeas.intake.limits import File
from habeas.intake.media import Format
from habeas.intake.pdf_frame import running_lines
from habeas.intake.pdf_lines import page_text

_KEYS = {
    "title": "Title",
    "author": "Author",
    "subject": "Subject",
    "keywords": "Keywords",
    "date": "CreationDate",
    "modified": "ModDate",
    "producer": "Creator",
}
# ISO 32000-2, section 7.9.4: D:YYYYMMDDHHmmSSOHH'mm, all but the year optional.
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?\d\d)?.*")


def convert(file: File) -> Extract:
    """Return the text layer of a PDF, with its pages."""
    writer = Writer()
    try:
        with pypdfium2.PdfDocument(file.data) as pdf:
            for text in _pages(pdf):
                with writer.page():
                    writer.exact(text)
            found = writer.layer(Format.PDF, _metadata(pdf))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise (EncryptedFile if locked else UnreadableFile)(file.path) from None
    if not found.text.strip():
        raise EmptyFile(file.path, what="has pages but no text layer")
    return replace(found, regions=tuple(running_lines(found.text, found.pages)))


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in pdf:
        words = page.get_textpage()
        yield page_text(words)
        words.close()
        page.close()


def _metadata(pdf: pypdfium2.PdfDocument) -> dict[str, str | None]:
    given = {key: pdf.get_metadata_value(name) for key, name in _KEYS.items()}
    return {
        key: iso(value) if key in ("date", "modified") else value for key, value in given.items()
    }


def iso(printed: str) -> str:
    """Return a PDF date as ISO 8601, or as printed where it is malformed."""
    found = _DATE.fullmatch(printed)
    if found is None:
        return printed
    year, month, day, hour, minute, second, zone = found.groups()
    date = f"{year}-{month}-{day}"
    if hour is None:
        return date
    zone = (zone or "").replace("'", "")
    return f"{date}T{hour}:{minute}:{second or '00'}{zone[:3]}{':' if zone[3:] else ''}{zone[3:]}"
