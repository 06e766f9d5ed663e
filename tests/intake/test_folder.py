"""Files are found in a stable order, and nothing but regular files is opened."""

import os
from io import BytesIO

import pytest
from tests.intake.intake_samples import LETTER

from habeas.errors import EmptyFile, HostileFile, OversizedFile, UnreadableFile
from habeas.intake import Limits, count, documents


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/10.txt", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LETTER)
    for name in (".hidden", "Thumbs.db", "~$b.docx", "a/.DS_Store"):
        (tmp_path / name).write_text("x")
    return tmp_path


def test_reads_a_folder_by_name_without_litter(folder):
    found = [one.path for one in documents([folder])]
    assert found == [str(folder / name) for name in ("a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt")]
    assert count([folder, folder / "b.txt", "-"]) == 6


def test_reads_paths_in_the_order_given(folder):
    paths = [folder / "c", folder / "b.txt", folder / "a"]
    found = [one.path for one in documents(paths)]
    assert found == [str(folder / name) for name in ("c/d/e.txt", "b.txt", "a/10.txt", "a/2.txt")]


def test_goes_on_after_a_file_that_cannot_be_read(folder):
    missing, document = documents([folder / "none.txt", folder / "b.txt"])
    assert isinstance(missing, UnreadableFile)
    assert "does not exist" in str(missing)
    assert document.text == LETTER


def test_does_not_follow_links_in_a_folder(folder):
    (folder / "a" / "link.txt").symlink_to(folder / "b.txt")
    (folder / "a" / "loop").symlink_to(folder)
    found = list(documents([folder / "a"]))
    assert [type(one) for one in found[2:]] == [HostileFile, HostileFile]
    assert all("is a link" in str(one) for one in found[2:])


def test_follows_a_link_that_is_given_by_name(folder):
    (folder / "link.txt").symlink_to(folder / "b.txt")
    [document] = documents([folder / "link.txt"])
    assert document.text == LETTER


def test_does_not_wait_at_a_pipe_or_read_a_device(folder):
    os.mkfifo(folder / "a" / "pipe.txt")
    found = list(documents([folder / "a", "/dev/zero"]))
    assert [type(one) for one in found[2:]] == [UnreadableFile, UnreadableFile]
    assert all("not a regular file" in str(one) for one in found[2:])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_says_what_may_not_be_read(folder):
    (folder / "b.txt").chmod(0)
    [error] = documents([folder / "b.txt"])
    assert "may not be read by you" in str(error)


def test_an_empty_folder_is_an_error_and_not_silence(tmp_path):
    (tmp_path / "inner").mkdir()
    [error] = documents([tmp_path])
    assert isinstance(error, EmptyFile)


@pytest.mark.parametrize("size", [9, 10, 11])
def test_reads_up_to_the_limit(tmp_path, size):
    (tmp_path / "a.txt").write_text("x" * size)
    found = list(documents(["-", tmp_path / "a.txt"], Limits(max_bytes=10), stdin=BytesIO(b"y")))
    assert isinstance(found[1], OversizedFile) == (size > 10)


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_a_path_that_cannot_be_is_an_error(path):
    [error] = documents([path])
    assert isinstance(error, UnreadableFile)
    assert str(error).isprintable()


def test_reads_a_name_that_is_no_utf8(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(name, "w") as opened:
        opened.write(LETTER)
    [document] = documents([tmp_path])
    assert document.path.encode().endswith("/\ufffd.txt".encode())


def test_reads_folders_deeper_than_python_calls(tmp_path):
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1_100):
            os.mkdir("d")
            os.chdir("d")
        os.chdir(tmp_path)
        (tmp_path / "z.txt").write_text(LETTER)
        assert [one.path for one in documents([tmp_path])][-1] == str(tmp_path / "z.txt")
    finally:
        os.chdir(here)
