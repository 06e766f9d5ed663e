"""People at the terminal: found under any spelling, with every spelling shown."""

import pytest
from tests.cli.conftest import run

EDITOR = "Zhanna Velkarova"


@pytest.mark.parametrize(
    ("typed", "printed"),
    {
        "Zhanna Velkarova": EDITOR,
        "Жанна Велькарова": EDITOR,
        "velkarova": EDITOR,
        "Jeanna Vel’karova": EDITOR,
        "Roustem Bagachvine": "Rustem Bagashvin",
        "Рустем Багашвин": "Rustem Bagashvin",
        "S. R. Oldeyeva": "Samira Oldeyeva",
        "Степан Кулагов": "Stepan Kulagov",
        "Орломир": "Orlomir",
        "lantern committee": "Lantern Committee",
    }.items(),
)
def test_a_name_in_any_spelling_finds_who_is_meant(rows, typed, printed):
    spellings = [{s["name"] for s in one["spellings"]} for one in rows("person", typed)]
    assert printed in spellings[0]


def test_a_number_finds_the_same_as_the_name(rows):
    [by_name] = rows("person", *EDITOR.split())
    assert rows("person", by_name["ref"]) == [by_name]
    for seen in by_name["appearances"]:
        assert rows("person", seen["ref"]) == [by_name]


def test_a_whole_name_finds_nobody_else_of_the_family(rows):
    [found] = rows("person", "Надежда Багашвина")
    assert found["name"].startswith("Nadezhda")


def test_several_who_may_be_meant_are_listed(look, rows):
    found = rows("person", "Velkarov")
    assert len(found) > 1
    result = look("person", "Velkarov")
    assert "may be meant" in result.stderr
    assert all(one["ref"] in result.stdout for one in found)
    refused = look("claims", "--about", "Velkarov")
    assert refused.exit_code == 2
    assert all(one["ref"] in refused.stderr for one in found)


def test_a_name_that_nobody_has_is_not_repeated(look):
    result = look("person", "Quintilla Vombattus")
    assert result.exit_code == 1
    assert "habeas search" in result.stderr
    assert "Vombattus" not in result.output


def test_lists_every_spelling_and_cuts_none(look, rows):
    found = rows("people", "--type", "person")
    shown = look("people", "--type", "person", "--limit", len(found)).stdout
    flat = "".join(shown.split())
    for one in found:
        for spelling in one["spellings"]:
            assert "".join(spelling["name"].split()) in flat
    assert max(map(len, shown.splitlines())) <= 80


def test_says_how_many_it_leaves_out(look):
    result = look("people", "--limit", 3)
    assert result.stdout.count("\nP") == 3
    assert "3 of " in result.stderr
    assert "--limit" in result.stderr


@pytest.mark.parametrize(
    ("sort", "key"),
    {
        "documents": lambda one: -one["documents"],
        "claims": lambda one: -one["claims_about"],
        "name": lambda one: one["name"].encode(),
        "number": lambda one: int(one["ref"][1:]),
    }.items(),
)
def test_sorts_as_asked(rows, ground, sort, key):
    found = rows("people", "--type", "person", "--sort", sort)
    if sort == "name" and ground.server:
        return  # PostgreSQL sorts by the language of the server
    assert found == sorted(found, key=key)


def test_those_to_judge_are_shown_with_the_commands_that_judge(look, rows):
    found = rows("people", "--unsure")
    assert found
    for one in found:
        [page] = rows("person", one["ref"])
        assert page["candidates"]
        assert all(other["reasons"] for other in page["candidates"])
    shown = look("person", found[0]["ref"]).stdout
    other = rows("person", found[0]["ref"])[0]["candidates"][0]["who"]["ref"]
    assert f"habeas same {found[0]['ref']} {other}" in shown


def test_a_page_leaves_out_claims_only_with_the_command_that_shows_them(look, rows):
    [page] = rows("person", EDITOR)
    every = rows("claims", "--about", page["ref"])
    shown = look("person", page["ref"], "--limit", 2).stdout
    assert f"Claims about ({len(every)})" in shown
    assert f"{len(every) - 2} more: habeas claims --about {page['ref']}" in shown


def test_control_characters_of_a_letter_do_not_reach_the_terminal(archive, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Open letter\n\nWe ask you to free Oren \x1b[31mDask, arrested in May.\n")
    assert run("add", path, "-a", archive.folder).exit_code == 0
    for words in (["people"], ["claims"], ["document", "D1"]):
        assert "\x1b[31m" not in run(*words, "-a", archive.folder).stdout
