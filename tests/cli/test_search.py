"""Searching at the terminal: words in every form, names in every spelling, hits marked."""

import pytest


def marked(rows, *words):
    """Return what is marked in the snippets of the hits."""
    return {
        piece["text"].casefold()
        for hit in rows("search", *words, "--limit", 100)
        for piece in hit["snippet"]
        if piece["match"]
    }


@pytest.mark.parametrize(
    ("words", "printed"),
    {
        ("Багашвин",): {"bagashvin"},
        ("Bagashvin",): {"багашвина"},
        ("Велькарова",): {"velkarova", "велькаровой"},
        ("deport",): {"deported"},
        ("arrest", "OR", "deported"): {"arrested", "deported"},
    }.items(),
)
def test_finds_every_form_and_spelling(rows, words, printed):
    assert printed <= marked(rows, *words)


def test_marks_are_shown_with_what_they_are_another_spelling_of(look):
    shown = " ".join(look("search", "Багашвин").stdout.split())
    assert "“Bagashvin” is another spelling of the name “Багашвин”" in shown
    assert max(map(len, look("search", "Багашвин").stdout.splitlines())) <= 80


def test_looks_only_where_it_is_told_to(rows):
    every = rows("search", "Velkarova", "--limit", 100)
    by_document = {one["document"] for one in every}
    assert len(by_document) > 8
    for words, wanted in {
        ("--document", "D2"): {"D2"},
        ("--kind", "joint-letter"): {"D2", "D12"},
        ("--speaker", "Лидия Тармешова"): {"D1"},
        ("--year", "2020"): {"D9"},
        ("--language", "ru"): {"D11"},
    }.items():
        found = {one["document"] for one in rows("search", "Velkarova", *words, "--limit", 100)}
        assert found
        assert found <= by_document
        assert wanted & found


def test_counts_documents_by_label_and_names_what_it_leaves_out(rows, look):
    counts = rows("search", "Velkarova", "--facets")
    kinds = {one["name"]: one["documents"] for one in counts if one["facet"] == "kind"}
    found = {one["document"] for one in rows("search", "Velkarova", "--limit", 100)}
    assert sum(kinds.values()) == len(found)
    shown = " ".join(look("search", "Velkarova").stdout.split())
    speakers = [one for one in counts if one["facet"] == "speaker"]
    assert f"{len(speakers) - 6} more: --facets" in shown


@pytest.mark.parametrize("words", [["'"], ['"'], ["OR", "OR"], ["*:^"], ["quintillavombattus"]])
def test_what_is_not_found_is_said(look, words):
    result = look("search", *words)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "No passage has these words" in result.stderr
