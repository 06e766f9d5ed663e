"""The documents do not lie: what they show is run, and what they name is there."""

import doctest
import re
from pathlib import Path

import pytest

from habeas import model
from habeas.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_tour_is_true():
    failed, tried = doctest.testfile(str(ROOT / "docs" / "tour.md"), module_relative=False)
    assert tried > 8
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_is_documented():
    text = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert [name for name in main.commands if f"habeas {name}" not in text] == []


def test_the_glossary_has_every_noun_and_value():
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8").lower()
    enums = (model.Kind, model.Basis, model.Modality, model.QuotationKind, model.ClaimClass)
    values = [one.value for enum in enums for one in enum]
    names = [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name) for name in model.__all__]
    words = [*(name.lower() for name in names), *values]
    assert [word for word in words if word not in text] == []


def test_the_readme_names_every_chore_it_uses():
    chores = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    used = set(re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))
    assert used <= chores | {"run"}
