"""Small files of every format that intake reads, made here: an invented country, nobody real."""

import zipfile
from email.message import EmailMessage
from functools import cache
from io import BytesIO

import docx

LETTER = "Open letter\n\nWe ask you to free Ana Roe, arrested on 3 May 2014 in Tarsk.\n"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Open letter | The Tarsk Monitor</title>
<meta property="og:site_name" content="The Tarsk Monitor">
<meta property="article:published_time" content="2014-05-09">
<meta name="author" content="Ivo Lund"></head>
<body class="page has-menu">
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Open   letter</h1>
<p>Dear Minister,<br>we ask you to free <a href="https://example.org/roe">Ana Roe</a>.</p>
<ol><li>Drop the charges.</li><li><p>Let her see a doctor.</p></li></ol>
<table><tr><th>Name</th><th>Held since</th></tr><tr><td>Ana Roe</td><td>2014</td></tr></table>
<p>She said <q>they came at dawn</q>.</p>
<script>track()</script><p hidden>Unseen</p><p style="display: none">Unseen</p>
<div class="post-tags">Tags: <a href="/t/1">Tarsk</a><a href="/t/2">Prisons</a></div>
</article><aside><a href="/x">More news</a></aside>
<footer>© The Tarsk Monitor</footer></body></html>
"""


def plain() -> bytes:
    """Return a letter as plain text."""
    return LETTER.encode()


def page() -> bytes:
    """Return a letter on a page with a menu, tags and a footer."""
    return PAGE.encode()


def word() -> bytes:
    """Return a letter as a Word document with a heading, a table, a header and a footer."""
    document = docx.Document()
    document.core_properties.author = "Ivo Lund"
    document.core_properties.title = "Open letter"
    document.sections[0].header.paragraphs[0].text = "Committee for Ana Roe"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Open letter", 1)
    document.add_paragraph("We ask you to free Ana Roe.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Name", "Held since", "Ana Roe", "2014"], strict=True):
        cell.text = text
    document.add_paragraph("With respect,\nIvo Lund")
    buffer = BytesIO()
    document.save(buffer)
    # Packed again, since python-docx stamps the time on every part.
    with zipfile.ZipFile(buffer) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


Lines = list[tuple[int, str]]


def pdf(*pages: str | Lines) -> bytes:
    """Return a PDF with a text layer: of each page its one line, or lines by height in points."""
    pages = pages or ("We ask you to free Ana Roe.", "With respect, Ivo Lund")
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, page in enumerate(pages):
        lines = [(720, page)] if isinstance(page, str) else page
        shown = "".join(f"1 0 0 1 72 {y} Tm ({words}) Tj\n" for y, words in lines if words)
        content = f"BT /F1 12 Tf\n{shown}ET"
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {first + 2 * number + 1} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    info = "<</Title(Open letter)/Author(Ivo Lund)/CreationDate(D:20140509101112+02'00')>>"
    return _assembled([*objects, info])


def mail() -> bytes:
    """Return a mail with two attachments."""
    message = EmailMessage()
    message["From"] = "Ivo Lund <ivo@example.org>"
    message["To"] = "press@example.org"
    message["Date"] = "Fri, 09 May 2014 10:11:12 +0200"
    message["Subject"] = "Déclaration"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("The letter is attached.\n")
    message.add_alternative("<p>The letter is <b>attached</b>.</p>", subtype="html")
    message.add_attachment(pdf(), maintype="application", subtype="pdf", filename="letter.pdf")
    message.add_attachment("A note, in German: süß.\n", filename="note.txt")
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"part-{number}")
    return message.as_bytes()


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip with `files`, compressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def bundle() -> bytes:
    """Return a zip with a letter and a page in a folder."""
    return packed({"letter.txt": plain(), "pages/letter.html": page()})


@cache
def every() -> dict[str, bytes]:
    """Return one sample of every format, by file name."""
    return {
        "letter.txt": plain(),
        "letter.md": b"---\ntitle: Open letter\n---\n\n# Open letter\n\nFree *Ana Roe*.\n",
        "letter.html": page(),
        "letter.eml": mail(),
        "letter.docx": word(),
        "letter.pdf": pdf(),
        "letters.zip": bundle(),
    }


def _assembled(objects: list[str]) -> bytes:
    """Return a PDF file of the objects, numbered from 1; the last is its information."""
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"<</Size {size}/Root 1 0 R/Info {len(objects)} 0 R>>"
    xref = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer{trailer}\n"
    return f"{body}{xref}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")
