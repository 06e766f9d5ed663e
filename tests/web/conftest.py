"""Archives for the tests: on SQLite and on PostgreSQL, fresh or with the examples in them."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from tests.web.ground import NOW, Ground
from tests.web.postgres import MISSING, Server, serve

from habeas.errors import HabeasError, IntakeError
from habeas.flow import read_all
from habeas.intake import documents
from habeas.model import Document, Reading
from habeas.web.archive.database import connect, prepare
from habeas.web.archive.folder import Archive

prepare()  # before test modules name rows
type Found = Document | IntakeError


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a PostgreSQL that runs; skip where it is not installed."""
    with serve() as found:
        if found is None:
            pytest.skip(MISSING)
        yield found


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Return where archives of one kind are made; every test that uses it runs on both."""
    home = tmp_path_factory.mktemp(request.param)
    on_server = request.param == "postgres"
    return Ground(home, request.getfixturevalue("server") if on_server else None)


@pytest.fixture(scope="session")
def empty_template(ground: Ground) -> Archive:
    """Return an empty archive to copy from."""
    return ground.make("empty")


@pytest.fixture(scope="session")
def filled_template(ground: Ground, empty_template: Archive, add: "Add") -> Archive:
    """Return an archive with all examples to copy from."""
    archive = ground.copy(empty_template, ground.home / "filled")
    add(archive)
    return archive


@pytest.fixture
def archive(ground: Ground, empty_template: Archive, tmp_path: Path) -> Iterator[Archive]:
    """Return a fresh archive that is open."""
    found = ground.copy(empty_template, tmp_path / "archive")
    yield found
    ground.drop(found)


@pytest.fixture
def filled(ground: Ground, filled_template: Archive, tmp_path: Path) -> Iterator[Archive]:
    """Return an archive that is open, with all examples in it."""
    found = ground.copy(filled_template, tmp_path / "filled")
    yield found
    ground.drop(found)


@pytest.fixture(scope="session")
def readings_file(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pickled readings of all examples, read once for all processes."""
    # Under xdist each process has a folder of its own, in one that they share.
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    kept = shared / "readings.pickle"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.exists():
            found = list(read_all(documents([examples])))
            assert all(isinstance(one, Reading) for one in found)
            kept.write_bytes(pickle.dumps(found))
    return kept


@pytest.fixture(scope="session")
def readings(readings_file: Path) -> list[Reading]:
    """Return the readings of all examples, with their bytes."""
    return pickle.loads(readings_file.read_bytes())


type Reader = Callable[[Iterable[Found]], Iterator[Reading | HabeasError]]
type Add = Callable[[Archive], None]


@pytest.fixture(scope="session")
def read(readings: list[Reading]) -> Reader:
    """Return a reader that knows the examples by heart."""
    by_heart = {one.document.sha256: one for one in readings}
    return lambda found: read_all(found, lambda document: by_heart[document.sha256])


@pytest.fixture(scope="session")
def add(readings: list[Reading], read: Reader) -> Add:
    """Return what adds all examples to an archive, as ``habeas add examples`` does."""
    from habeas.web.archive.adding import Adding
    from habeas.web.ledger.weighing import weigh_stale

    def all_examples(archive: Archive) -> None:
        connect(archive)
        adding = Adding(archive=archive, read=read, name="ana", now=lambda: NOW)
        list(adding.add(one.document for one in readings))
        list(weigh_stale())

    return all_examples
