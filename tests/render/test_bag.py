"""The files of a bag are those of RFC 8493: bagit takes them."""

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.render.bag import ALGORITHMS, entry, manifest, tag_files


def write(folder, payload, labels):
    entries = []
    for name, data in payload.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        entries.append(entry(f"data/{name}", data))
    for name, data in tag_files(labels, entries).items():
        (folder / name).write_bytes(data)


@pytest.mark.filterwarnings("ignore:'count' is passed:DeprecationWarning")
def test_bagit_finds_it_whole(tmp_path):
    payload = {"a.txt": b"a", "b/c.txt": "é".encode(), "empty": b""}
    write(tmp_path, payload, {"Bagging-Date": "2026-01-02", "Contact-Name": "Ana\nRoe: x"})
    bag = bagit.Bag(str(tmp_path))
    assert bag.validate()
    assert bag.info["Bagging-Date"] == "2026-01-02"
    assert bag.info["Contact-Name"] == "Ana Roe: x"
    assert bag.info["Payload-Oxum"] == "3.3"
    assert sorted(bag.algorithms) == sorted(ALGORITHMS)
    assert len(list(bag.tagfile_entries())) == 4


def test_a_path_stays_on_its_line():
    one = entry("data/50%\r\n.txt", b"")
    assert manifest([one], "sha256").count("\n") == 1
    assert manifest([one], "sha256").endswith("  data/50%25%0D%0A.txt\n")


def test_files_stand_in_the_order_of_their_paths():
    found = [entry("data/b", b""), entry("data/a", b"")]
    assert [line.split()[1] for line in manifest(found, "sha512").splitlines()] == [
        "data/a",
        "data/b",
    ]


@given(st.dictionaries(st.sampled_from(["A", "B-C"]), st.text(max_size=40)))
def test_each_label_has_one_line(labels):
    info = tag_files(labels, [])["bag-info.txt"].decode("utf-8", "replace")
    assert len(info.splitlines()) == len(labels) + 1
