"""What the tests do to bags: seal them again after a change, as somebody who forges one would."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from habeas.render import bag

type Change = Callable[[list[Any]], object]


def seal(folder: Path) -> None:
    """Write the manifests of a bag anew, so that they say what is in it now."""
    files = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    entries = [bag.entry(str(one.relative_to(folder)), one.read_bytes()) for one in files]
    for name, data in bag.tag_files({"Bagging-Date": "2026-01-02"}, entries).items():
        (folder / name).write_bytes(data)


def rewrite(folder: Path, name: str, change: Change) -> None:
    """Change the objects of a file of the payload and seal the bag again."""
    path = folder / "data" / name
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    change(found)
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), "utf-8")
    seal(folder)


def payload(folder: Path) -> dict[str, bytes]:
    """Return the files of the payload."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in (folder / "data").rglob("*")
        if path.is_file()
    }
