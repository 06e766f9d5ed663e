"""The examples are read as they were when somebody last looked (`make golden` renews)."""

import pytest

from tests.golden import renew

DOCUMENTS = {renew.name(one): one for one in renew.found()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_reads_the_example_as_before(name):
    golden = (renew.HERE / name).read_text("utf-8")
    assert renew.printed(renew.shown(DOCUMENTS[name])) == golden


def test_has_no_golden_reading_without_its_example():
    assert {path.name for path in renew.HERE.glob("*.json")} == set(DOCUMENTS)
