"""The benchmark of attribution writes lines whose places are words of the document."""

import json
import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "attribution.py"
TEXT = "“It is over,” the mayor said. Her lawyers deny that. According to the union, it began."


@pytest.fixture(scope="module")
def predict():
    return runpy.run_path(str(SCRIPT))["predict"]


def test_writes_source_cue_and_content(predict):
    (line,) = predict([{"id": "a", "text": TEXT}])
    words = [
        {role: [TEXT[start:end] for start, end in one[role]] for role in one}
        for one in line["attributions"]
    ]
    assert words[0] == {"source": ["the mayor"], "cue": ["said"], "content": ["It is over"]}
    assert words[-1]["source"] == ["the union"]


def test_writes_a_line_a_document_to_standard_output(tmp_path, monkeypatch, capsys):
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["attribution.py", str(path)])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    printed = capsys.readouterr()
    assert [json.loads(line)["id"] for line in printed.out.splitlines()] == ["a"]
    assert "a second" in printed.err
