"""The data files: each is sound TOML, and a missing one says so."""

from importlib.resources import files

import pytest

from habeas.errors import InvalidLexicon
from habeas.read import lexicon

NAMES = sorted(one.name[:-5] for one in files(lexicon).iterdir() if one.name.endswith(".toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_sound(name):
    assert lexicon.load(name)


def test_gathers_words_at_any_depth():
    found = lexicon.words("furniture", "tags")
    assert "tags" in found


@pytest.mark.parametrize("path", [("nowhere",), ("furniture", "nothing")])
def test_says_which_file_lacks_what(path):
    with pytest.raises(InvalidLexicon, match=path[0]):
        lexicon.words(*path)
