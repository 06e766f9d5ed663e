"""Check a file of FollowTheMoney entities: ``.venv-ftm/bin/python ftm_check.py FILE``.

Prints what followthemoney says against it, and nothing where it takes all of it as it is.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.exc import InvalidData

type Things = dict[str, dict[str, Any]]


def faults(things: Things) -> Iterator[str]:
    """Yield what is wrong with entities."""
    for one in things.values():
        try:
            model.get(one["schema"]).validate(one)
        except InvalidData as error:
            yield f"{one['id']}: {error.errors}"
        if _sorted(model.get_proxy(one).to_dict()) != _sorted(one):
            yield f"{one['id']}: does not stay as it is when it is cleaned"
        yield from _references(one, things)


def _sorted(one: dict[str, Any]) -> dict[str, list[str]]:
    return {key: sorted(values) for key, values in one["properties"].items()}


def _references(one: dict[str, Any], things: Things) -> Iterator[str]:
    for prop, value in model.get_proxy(one, cleaned=False).itervalues():
        if prop.type.name == "entity":
            found = things.get(value)
            if found is None or not model.get(found["schema"]).is_a(prop.range):
                yield f"{one['id']}: {prop.name} is no {prop.range.name}"


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    found = {one["id"]: one for one in map(json.loads, lines)}
    for fault in faults(found):
        print(fault)
