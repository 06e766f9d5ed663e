"""The public pairs of names, where they are beside this repository: what is promised of them."""

import json

import pytest
from benchmarks.names import KINDS
from tests.conftest import SHARED

from habeas.model import EntityType
from habeas.resolve import compare, keys

FLOORS = {
    "nk_name_bench": 78,
    "un_sc_variants": 98,
    "wd_en_he_full": 78,
    "wd_en_ko_full": 75,
    "wd_en_ar_word": 77,
    "wd_en_ru_word": 88,
}


def pairs(name):
    path = SHARED / "bench" / "data" / f"names_{name}.gold.jsonl"
    if not path.is_file():
        pytest.skip("the public pairs are not beside this repository (../shared/bench)")
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        kind = KINDS.get(pair["schema"], EntityType.ORGANIZATION)
        yield pair["name1"], pair["name2"], kind, pair["match"]


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_one_threshold_is_enough_for_every_set(name, floor):
    found = [(compare(a, b, kind=kind).same, match) for a, b, kind, match in pairs(name)]
    right = sum(same and match for same, match in found)
    f1 = 200 * right / (sum(same for same, _ in found) + sum(match for _, match in found))
    assert f1 >= floor


@pytest.mark.parametrize("name", FLOORS)
def test_pairs_rightly_found_share_a_key(name):
    same = [
        bool(keys(a, kind=kind) & keys(b, kind=kind))
        for a, b, kind, match in pairs(name)
        if match and compare(a, b, kind=kind).same
    ]
    assert sum(same) >= 0.99 * len(same)
