"""A Word document is printed as it stands with its changes accepted."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.intake.intake_samples import packed, word

from habeas.intake.limits import File
from habeas.intake.word import convert
from habeas.model import Layer

W = nsdecls("w")
RUNS = {
    "<w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t></w:r>": "One two",
    "<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>": "One\ttwo",
    "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>": "One\ntwo",
    "<w:r><w:t>Port</w:t><w:noBreakHyphen/><w:t>Laurent</w:t></w:r>": "Port‑Laurent",
    "<w:ins><w:r><w:t>added</w:t></w:r></w:ins>": "added",
    "<w:del><w:r><w:delText>struck</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r>": "kept",
    "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>": "1",
    "<w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>": "field",
    "<w:smartTag><w:r><w:t>Tarsk</w:t></w:r></w:smartTag>": "Tarsk",
    "<w:r><w:t>word</w:t><w:footnoteReference w:id='2'/></w:r>": "word[2]",
    "<w:r><w:t>a</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
    "</w:txbxContent></w:pict></w:r><w:r><w:t>b</w:t></w:r>": "ab\n\nbox",
}


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes):
    return convert(File("letter.docx", data))


@pytest.mark.parametrize(("runs", "text"), RUNS.items())
def test_reads_what_a_paragraph_shows(runs, text):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{runs}</w:p>"))
    assert read(saved(document)).text == text


def test_reads_headers_headings_tables_and_footers_in_order():
    found = read(word())
    assert found.text == (
        "Committee for Ana Roe\n\nOpen letter\n\nWe ask you to free Ana Roe.\n\n"
        "Name\tHeld since\nAna Roe\t2014\n\nWith respect,\nIvo Lund\n\nPage 1"
    )
    assert [(region.layer, region.span.of(found.text)) for region in found.regions] == [
        (Layer.HEADER, "Committee for Ana Roe"),
        (Layer.HEADING, "Open letter"),
        (Layer.TABLE, "Name\tHeld since\nAna Roe\t2014"),
        (Layer.FOOTER, "Page 1"),
    ]


def test_reads_a_letterhead_laid_out_in_a_table_as_paragraphs():
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for text in (
        "The committee writes to you, Minister, once again.",
        "It asks for an answer now.",
    ):
        cells[0].add_paragraph(text * 2)
    cells[1].text = "Tarsk, 3 May 2014"
    found = read(saved(document))
    assert found.text.endswith("now.\n\nTarsk, 3 May 2014")
    assert found.regions == ()


def test_keeps_links_with_their_words():
    document = docx.Document()
    part = document.part
    link = part.relate_to(
        "https://example.org/roe", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    inner = f"<w:hyperlink r:id='{link}'><w:r><w:t>Ana Roe</w:t></w:r></w:hyperlink>"
    xml = f"<w:p {W} {nsdecls('r')}><w:r><w:t>Free </w:t></w:r>{inner}</w:p>"
    document.element.body.insert(0, parse_xml(xml))
    found = read(saved(document))
    assert [(one.span.of(found.text), one.target) for one in found.links] == [
        ("Ana Roe", "https://example.org/roe")
    ]


LEVEL = (
    "<w:lvl w:ilvl='{}'><w:start w:val='{}'/><w:numFmt w:val='{}'/><w:lvlText w:val='{}'/></w:lvl>"
)
COUNTED = {
    ("decimal", "%1."): ["1.", "2.", "3."],
    ("decimal", "({0}%1)"): ["({0}1)", "({0}2)", "({0}3)"],
    ("lowerLetter", "%1)"): ["a)", "b)", "c)"],
    ("upperRoman", "%1"): ["I", "II", "III"],
    ("bullet", "•"): ["", "", ""],
}


def listed(levels: str, places: list[int]) -> bytes:
    """Return a document of a list whose items stand at the levels in `places`."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = parse_xml(f"<w:abstractNum {W} w:abstractNumId='77'>{levels}</w:abstractNum>")
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f"<w:num {W} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    for level in places:
        item = document.add_paragraph("Item")
        place = f"<w:numPr {W}><w:ilvl w:val='{level}'/><w:numId w:val='77'/></w:numPr>"
        item._p.get_or_add_pPr().append(parse_xml(place))
    return saved(document)


@pytest.mark.parametrize(("level", "numbers"), COUNTED.items())
def test_prints_the_numbers_that_word_shows(level, numbers):
    text = read(listed(LEVEL.format(0, 1, *level), [0, 0, 0])).text
    assert text.split("\n\n") == [f"{number} Item".strip() for number in numbers]


def test_counts_the_levels_of_a_list():
    levels = LEVEL.format(0, 1, "decimal", "%1.") + LEVEL.format(1, 1, "decimal", "%1.%2.")
    text = read(listed(levels, [0, 1, 1, 0, 1])).text
    assert text.replace(" Item", "").split() == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_numbers_a_paragraph_by_its_style():
    document = docx.Document()
    for text in ("Drop the charges.", "Let her go."):
        document.add_paragraph(text, style="List Number")
    assert read(saved(document)).text == "1. Drop the charges.\n\n2. Let her go."


def test_reads_core_properties_and_makes_none_up():
    assert read(word()).metadata["author"] == "Ivo Lund"
    with zipfile.ZipFile(BytesIO(word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rels = parts["_rels/.rels"].replace(b"metadata/core-properties", b"metadata/other")
    assert read(packed(parts | {"_rels/.rels": rels})).metadata == {}


def test_damaged_properties_do_not_cost_the_letter():
    with zipfile.ZipFile(BytesIO(word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    found = read(packed(parts | {"docProps/core.xml": b"<other/>"}))
    assert "Ana Roe" in found.text
    assert found.metadata == {}
