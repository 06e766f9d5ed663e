"""Judgements part items into groups; nobody who was judged different ends in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import Judgement, Verdict, partition

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def judged(*rows):
    return [
        Judgement(left=left, right=right, verdict=verdict, score=score, by=by)
        for left, right, verdict, score, by in rows
    ]


GROUPS = {
    "nothing judged": ((), [1, 2, 3]),
    "a chain": (((2, 1, SAME, 0.8, None), (3, 2, SAME, 0.8, None)), [1, 1, 1]),
    "unsure joins nobody": (((2, 1, UNSURE, 0.6, None),), [1, 2, 3]),
    "a person above the machine": (
        ((2, 1, SAME, 1.0, None), (1, 2, DIFFERENT, 1.0, "ana")),
        [1, 2, 3],
    ),
    "different holds through a third": (
        ((2, 1, SAME, 0.9, None), (3, 2, SAME, 0.8, None), (1, 3, DIFFERENT, 1.0, "ana")),
        [1, 1, 3],
    ),
    "a person's same before the machine's": (
        ((2, 1, SAME, 0.9, None), (3, 2, SAME, 0.1, "ana"), (1, 3, DIFFERENT, 1.0, "ana")),
        [1, 2, 2],
    ),
    "of others": (((2, 9, SAME, 0.9, None),), [1, 2, 3]),
}


@pytest.mark.parametrize(("rows", "groups"), GROUPS.values(), ids=GROUPS)
def test_parts_items(rows, groups):
    assert list(partition([1, 2, 3], judged(*rows)).values()) == groups


items = st.integers(1, 8)
judgements = st.lists(
    st.builds(
        Judgement,
        left=items,
        right=items,
        verdict=st.sampled_from(Verdict),
        score=st.floats(0, 1),
        by=st.sampled_from([None, "ana"]),
    ).filter(lambda one: one.left != one.right)
)


@given(judgements)
def test_never_joins_what_is_different_and_loses_nobody(found):
    groups = partition(range(1, 9), found)
    assert list(groups) == list(range(1, 9))
    assert all(groups[group] == group <= item for item, group in groups.items())
    for one in found:
        if one.verdict is DIFFERENT:
            assert groups[one.left] != groups[one.right]
