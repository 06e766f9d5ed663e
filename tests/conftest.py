"""What the tests share: where the letters are."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the letters written for this project."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def letters() -> Path:
    """Return the folder of the real letters; skip where it is not there."""
    if not (SHARED / "letters").is_dir():
        pytest.skip("the real letters are not beside this repository (../shared/letters)")
    return SHARED / "letters"


@pytest.fixture(scope="session")
def shared(letters: Path) -> Path:
    """Return the folder that holds letters, gold readings and scorers."""
    return letters.parent
