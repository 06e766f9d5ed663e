"""Measure everything that has a floor, and print it beside the floor and the peers.

    make bench                      all of it
    python benchmarks/run.py letters speed

What needs ../shared (real letters with gold readings, public benchmarks) is skipped with the
reason where that folder is not there.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
BENCH = SHARED / "bench"
MAKE = ROOT / "demo" / "bench"


def run(*command: object, output: Path | None = None) -> None:
    """Run a command; its standard output goes to a file where one is named."""
    words = [str(word) for word in command]
    if output is None:
        subprocess.run(words, check=True)
        return
    with output.open("w", encoding="utf-8") as out:
        subprocess.run(words, check=True, stdout=out)


def letters() -> None:
    """Score readings of the real letters with the shared scorer."""
    predictions = MAKE / "letters.jsonl"
    found = sorted((SHARED / "letters").glob("*.txt"))
    run(sys.executable, "-m", "habeas.cli", "read", "--quiet", "-o", predictions, *found)
    score = SHARED / "score" / "score.py"
    gold = ("--gold", SHARED / "gold", "--letters", SHARED / "letters")
    run(sys.executable, score, predictions, *gold)


def scored(kind: str, name: str, scorer: str, wanted: dict[str, str]) -> Callable[[], None]:
    """Return a measurement on a public benchmark: predict, score, print the rows `wanted`."""

    def measure() -> None:
        docs, gold = (BENCH / "data" / f"{name}.{part}.jsonl" for part in ("docs", "gold"))
        predictions, result = MAKE / f"{name}.jsonl", MAKE / f"{name}.json"
        run(sys.executable, HERE / "predict.py", kind, docs, output=predictions)
        arguments = ("--gold", gold, "--pred", predictions, "--json", result)
        run(sys.executable, BENCH / scorer, *arguments, output=MAKE / f"{name}.txt")
        for row, floor in wanted.items():
            print(f"  {name:24} {row:28} {shown(json.loads(result.read_text()), row)}  {floor}")

    return measure


NAMES = {
    "nk_name_bench": "floor 78 (nomenklatura 76.7)",
    "un_sc_variants": "floor 98 (nomenklatura 98.1)",
    "wd_en_he_full": "floor 78 (Jaro-Winkler on ASCII 75.8)",
    "wd_en_ko_full": "floor 75 (best other 72.6)",
    "wd_en_ar_word": "floor 77 (name-based 75.4)",
    "wd_en_ru_word": "floor 88 (nomenklatura 87.1)",
}


def names() -> None:
    """Score the comparison of names: at its own threshold, and at the best one for the file."""
    for name, floor in NAMES.items():
        pairs, gold = (BENCH / "data" / f"names_{name}.{part}.jsonl" for part in ("pairs", "gold"))
        predictions, result = MAKE / f"names_{name}.jsonl", MAKE / f"names_{name}.json"
        run(sys.executable, HERE / "names.py", pairs, output=predictions)
        arguments = ("--gold", gold, "--pred", predictions, "--json", result)
        run(sys.executable, BENCH / "score_names.py", *arguments, output=MAKE / f"names_{name}.txt")
        scores = json.loads(result.read_text())
        for row in ("own match flag", "at best threshold"):
            print(f"  {name:24} {row:28} {shown(scores, row)}  {floor}")


def shown(scores: dict[str, Any], row: str) -> str:
    """Return a row of a scorer as precision, recall and F1."""
    value = scores[row]
    return "  ".join(f"{k} {value[k]:5.1f}" for k in ("P", "R", "F1"))


EVENTS = {
    "victims exact": "floor 42 (T5-large 47.4 on the test part)",
    "violation types": "floor 68 (T5-large 71.4 on the test part)",
}
MEASURES: dict[str, Callable[[], None]] = {
    "letters": letters,
    "attribution": scored(
        "attribution",
        "attribution_polnear_dev",
        "score_attribution.py",
        {"linked.full": "floor 50 (Citron retrained 54.8 on the same files)"},
    ),
    "events": scored("events", "events_hrds_dev", "score_events.py", EVENTS),
    "events-train": scored("events", "events_hrds_train", "score_events.py", EVENTS),
    "dates": scored(
        "timex",
        "timex_wikiwars_train",
        "score_timex.py",
        {"value (relaxed span)": "floor 75 (HeidelTime 78.1)"},
    ),
    "names": names,
    "speed": lambda: run(
        sys.executable, HERE / "speed.py", *sorted((SHARED / "letters").glob("*.txt"))
    ),
    "memory": lambda: run(sys.executable, HERE / "memory.py"),
    # Beside its peer with: names_speed.py --peer-python PYTHON, which says how to make that PYTHON.
    "names-speed": lambda: run(sys.executable, HERE / "names_speed.py"),
    "identity": lambda: run(
        sys.executable, HERE / "identity.py", ROOT / "tests/resolve/cast.toml", ROOT / "examples"
    ),
    "archive": lambda: run(sys.executable, HERE / "archive.py"),
    "search": lambda: run(sys.executable, HERE / "search.py"),
    "workers": lambda: run(sys.executable, HERE / "workers.py"),
}
ALONE = {"speed", "memory", "identity", "archive", "search", "workers"}


def main(names: list[str]) -> None:
    """Run the measurements named, or all of them."""
    MAKE.mkdir(parents=True, exist_ok=True)
    for name in names or MEASURES:
        print(f"\n== {name}", flush=True)
        if name not in ALONE and not SHARED.is_dir():
            print("  skipped: it needs the letters and benchmarks of ../shared")
            continue
        MEASURES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
