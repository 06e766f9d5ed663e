"""The researcher reads a folder of letters at the terminal, as it comes out of the mailbox."""

import json
import subprocess
import sys
import zipfile

import jsonschema
import pytest

from habeas.model.contract import schema


def habeas(*words, stdin=None):
    command = [sys.executable, "-m", "habeas.cli", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def check(lines):
    readings = [json.loads(line) for line in lines.splitlines()]
    for one in readings:
        jsonschema.validate(one, schema())
    return readings


def test_reads_the_examples_and_a_damaged_file_among_them(examples, tmp_path):
    archive = tmp_path / "mailbox.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(examples.iterdir()):
            packed.write(path, path.name)
        packed.writestr("damaged.docx", b"PK\x03\x04 nothing here")
    result = habeas("read", archive)
    readings = check(result.stdout)
    kinds = {one["document"]["kind"] for one in readings}
    assert kinds >= {"petition", "joint_letter", "open_letter", "statement", "news_report"}
    assert "damaged.docx" in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.returncode == 0


def test_reads_the_real_letters(letters):
    files = sorted(letters.glob("*.txt"))
    result = habeas("read", "--strict", *files)
    assert result.stderr == ""
    readings = check(result.stdout)
    assert [one["path"] for one in readings] == [str(path) for path in files]
    for path, one in zip(files, readings, strict=True):
        assert one["text"] == path.read_bytes().decode()
        assert one["entities"]


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_knows_what_the_first_letters_are(letters, shared, name):
    gold = json.loads((shared / "gold" / f"{name}.json").read_text("utf-8"))["document"]
    document = check(habeas("read", letters / f"{name}.txt").stdout)[0]["document"]
    for key in ("authors", "addressees"):
        ours = document["signatories" if key == "authors" else key]
        assert [one["name"] for one in ours] == [one["name"] for one in gold[key]]
    assert document["kind"] == gold["kind"]
