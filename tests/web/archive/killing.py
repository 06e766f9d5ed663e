"""Kill ``habeas add`` and ``habeas init`` at random moments, and see what is left of the archive.

``python -m tests.web.archive.killing READINGS HOME KILLS INITS [SERVER]`` prints what it saw as
JSON. The readings are known by heart, and each run is a fork of a process that is warm, so that
almost all of its time goes into writing.
"""

import json
import os
import pickle
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.web.ground import NOW, Ground
from tests.web.postgres import Server, programs

from habeas.model import Reading
from habeas.web.archive.database import disconnect, prepare
from habeas.web.archive.folder import CONFIG, Archive
from habeas.web.archive.opening import make_archive, open_archive

prepare()

from django.apps import apps  # noqa: E402  rows can be named from here on
from django.db.models import Field  # noqa: E402

from habeas.web.archive.adding import Adding  # noqa: E402
from habeas.web.archive.verifying import verify  # noqa: E402
from habeas.web.ledger.weighing import weigh_stale  # noqa: E402
from habeas.web.sources import access as sources  # noqa: E402

_SHARE = 0.5  # of the time that a whole run takes: by then a run is killed
_SEED = 20260102


@dataclass(slots=True)
class Seen:
    """What was seen: after each kill, and of each archive that was completed after kills."""

    kills: int = 0
    documents: list[int] = field(default_factory=list)  # after each kill: how many were in
    torn: int = 0  # kills between an original's coming and the commit of its document
    completed: int = 0
    different: int = 0  # archives completed that are not as one that was never killed
    inits: int = 0  # kills of an init that was not done
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Killer:
    """Adds the same readings again and again, and kills itself at it."""

    ground: Ground
    readings: Sequence[Reading]
    chance: random.Random
    seen: Seen = field(default_factory=Seen)

    def run(self, kills: int, inits: int) -> None:
        """Kill so many runs of `add`, then so many of `init`."""
        template = self.ground.make("template")
        whole = self.ground.copy(template, self.ground.home / "whole")
        self.add(whole.folder)  # warms up
        expected = content()
        self.ground.drop(whole)
        timed = self.ground.copy(template, self.ground.home / "timed")
        duration = self.timed(lambda: self.add(timed.folder))
        self.ground.drop(timed)
        while self.seen.kills < kills:
            archive = self.ground.copy(template, self.ground.home / f"run{self.seen.completed}")
            self.wear_out(archive, duration)
            self.seen.completed += 1
            self.seen.different += content() != expected
            self.ground.drop(archive)
        self.kill_inits(inits)

    def wear_out(self, archive: Archive, duration: float) -> None:
        """Add and be killed until all is in; check what is left each time."""
        while not self.killed(lambda: self.add(archive.folder), duration * _SHARE):
            self.seen.kills += 1
            open_archive(archive.folder)
            self.check(archive)
            kept = sources.documents().count()
            self.seen.documents.append(kept)
            self.seen.torn += len(list(archive.originals.all())) > kept
        open_archive(archive.folder)
        self.check(archive)

    def kill_inits(self, count: int) -> None:
        """Kill `init`, take it up again, and check what it made."""
        for number in range(count):
            archive = Archive(self.ground.home / f"init{number}", self.ground.database("template1"))
            make = _making(archive)
            if number == 0:
                duration = self.timed(make)
            else:
                self.killed(make, duration)
            if not (archive.folder / CONFIG).exists():
                self.seen.inits += 1
                make()
            open_archive(archive.folder)
            self.check(archive)
            self.ground.drop(archive)

    def check(self, archive: Archive) -> None:
        """Verify the archive, when the server has noticed that the killed one is gone."""
        with archive.writing(wait=10):
            self.seen.faults += [fault.what for fault in verify(archive) if fault]

    def add(self, folder: Path) -> None:
        """Add all readings, as ``habeas add`` does."""
        by_heart = {one.document.sha256: one for one in self.readings}
        archive = open_archive(folder)
        adding = Adding(
            archive=archive,
            read=lambda found: (by_heart[one.sha256] for one in found),
            name="ana",
            now=lambda: NOW,
        )
        list(adding.add(one.document for one in self.readings))
        with archive.writing():
            list(weigh_stale())

    def killed(self, act: Callable[[], None], within: float) -> bool:
        """Do an act in a fork and kill it; say whether it was done before."""
        child = _forked(act)
        time.sleep(self.chance.uniform(0, within))
        os.kill(child, signal.SIGKILL)
        return _is_done(child)

    def timed(self, act: Callable[[], None]) -> float:
        """Return the seconds that an act takes in a fork."""
        begin = time.perf_counter()
        assert _is_done(_forked(act))
        return time.perf_counter() - begin


def _making(archive: Archive) -> Callable[[], None]:
    def make() -> None:
        make_archive(archive.folder, archive.database)

    return make


def _forked(act: Callable[[], None]) -> int:
    disconnect()  # no connection may be in two processes
    child = os.fork()
    if child:
        return child
    try:
        act()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _is_done(child: int) -> bool:
    """Wait for a fork; say whether it came to its end, and raise where it failed."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), f"a run failed ({code})"
    return code == 0


def content() -> dict[str, list[str]]:
    """Return every row of the open archive, but for the numbers that a server deals out."""
    found = {}
    for model in apps.get_models():
        columns = [f.attname for f in model._meta.fields if not _is_dealt(f)]
        rows = model._default_manager.order_by().values_list(*columns)
        found[model._meta.label] = sorted(repr([_plain(cell) for cell in row]) for row in rows)
    return found


def _is_dealt(column: Field) -> bool:
    """Say whether the database deals out the number, and skips those of what was killed."""
    named = column.related_model._meta.pk if column.is_relation else column
    return named.attname == "id"


def _plain(cell: object) -> object:
    return bytes(cell) if isinstance(cell, memoryview) else cell


def main() -> None:
    """Kill, and print what was seen."""
    readings, home, kills, inits, *folders = sys.argv[1:]
    found = programs()
    server = Server(found, Path(folders[0])) if folders and found else None
    known = pickle.loads(Path(readings).read_bytes())
    killer = Killer(Ground(Path(home), server), known, random.Random(_SEED))
    killer.run(int(kills), int(inits))
    print(json.dumps(asdict(killer.seen)))


if __name__ == "__main__":
    main()
