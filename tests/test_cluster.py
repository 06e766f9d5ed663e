"""Many processes read as one does: the same readings in the same order, whatever dies.

Schedulers and workers are started with the commands of docs/cluster.md, word for word.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from time import sleep

import dask
import psutil
import pytest
import trustme

from habeas import intake
from habeas.cluster import Certificates, read_on, remote
from habeas.cluster import crew as crew_of
from habeas.cluster.crew import AHEAD, refuse
from habeas.cluster.local import processes
from habeas.cluster.remote import machines
from habeas.cluster.setting import own_config
from habeas.cluster.work import LEAKS, Kit, kit, versions, work
from habeas.errors import (
    ClusterLost,
    ClusterRefused,
    ClusterUnreachable,
    EmptyFile,
    HabeasError,
    IntakeError,
    ReaderFailed,
    ReaderKilled,
)
from habeas.flow import read_all
from habeas.model import Document, Reading

type Found = list[Document | IntakeError]
PAGE = Path(__file__).parent.parent / "docs" / "cluster.md"
SHOWN = dict(re.findall(r"^```(?:sh|yaml) (\w+)\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S))


@dataclass(frozen=True)
class Cluster:
    """A scheduler and its workers, as their own commands start them."""

    address: str
    certificates: Certificates
    scheduler: psutil.Process
    workers: tuple[psutil.Process, ...]

    def read(self, found: Iterator[Document | IntakeError] | Found) -> list[Reading | HabeasError]:
        return list(read_on(found, scheduler=self.address, certificates=self.certificates))


@contextmanager
def started(folder: Path, *, workers: int, settings: str = SHOWN["settings"]) -> Iterator[Cluster]:
    """Start a cluster in a folder of certificates, with the commands of the page."""
    (folder / "dask.yaml").write_text(settings)
    place = folder / "scheduler.json"
    port = f"--host 127.0.0.1 --port 0 --scheduler-file {place}"
    with ExitStack() as stack:
        command = SHOWN["scheduler"].replace("--port 8786", port)
        scheduler = stack.enter_context(running(command, folder))
        while not place.exists() or not place.read_text():
            sleep(0.05)
        address = json.loads(place.read_text())["address"]
        command = SHOWN["worker"].replace("tls://scheduler.example:8786", address)
        crew = [stack.enter_context(running(command, folder)) for _ in range(workers)]
        yield Cluster(address, named(folder, "archive"), scheduler, tuple(crew))


@contextmanager
def running(command: str, folder: Path) -> Iterator[psutil.Process]:
    """Run a command, and stop it with all its children, at once."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    with (folder / "log.txt").open("a") as log:
        shell = ["sh", "-e", "-c", command]
        process = psutil.Popen(shell, cwd=folder, env=os.environ | {"PATH": path}, stderr=log)
    yield process
    kill(process)
    process.wait(10)


def kill(process: psutil.Process) -> None:
    if process.is_running():
        for one in (*process.children(recursive=True), process):
            one.kill()


def kill_reader(process: psutil.Process) -> None:
    """Kill what reads and not its nanny, as the kernel does where memory runs out."""
    readers = [one for one in process.children(recursive=True) if "spawn_main" in one.cmdline()[-2]]
    assert len(readers) == 1
    readers[0].kill()


def named(folder: Path, machine: str) -> Certificates:
    return Certificates(
        ca_file=folder / "ca.pem", cert=folder / f"{machine}.pem", key=folder / f"{machine}.key"
    )


def certified(folder: Path) -> Path:
    """Fill a folder with the certificates of an authority of its own."""
    authority = trustme.CA()
    for machine in ("scheduler", "reader", "archive"):
        files, issued = named(folder, machine), authority.issue_cert(machine)
        authority.cert_pem.write_to_path(files.ca_file)
        issued.cert_chain_pems[0].write_to_path(files.cert)
        issued.private_key_pem.write_to_path(files.key)
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with started(certified(tmp_path_factory.mktemp("cluster")), workers=2) as one:
        yield one


@pytest.fixture(scope="module")
def found(examples: Path) -> Found:
    """Return the examples, with a file among them that gave no document."""
    documents = list(intake.documents([examples]))
    return [*documents[:4], EmptyFile("empty.txt"), *documents[4:]]


@pytest.fixture(scope="module")
def read_here(found: Found) -> list[Reading | HabeasError]:
    return list(read_all(found))


def paper(number: int, data: bytes | None = None) -> Document:
    return replace(intake.from_text(f"letter {number}", f"{number}.txt"), data=data)


def leaver():
    """Return a reader that finds nothing; made here, so that it travels by value."""
    return lambda document: Reading(document=document)


def own_processes() -> list[psutil.Process]:
    """Return the workers that were started by this process and not by a command."""
    mine = psutil.Process().children()
    return [one for one in mine if one.cmdline()[-1:] == ["habeas.cluster.process"]]


def when(at: int, act, stream):
    """Yield from a stream, and do something before the item at a place is taken."""
    for number, one in enumerate(stream):
        if number == at:
            act()
        yield one


def test_two_machines_read_as_one_process_does(cluster, found, read_here):
    assert cluster.read(found) == read_here
    assert sum(isinstance(one, Reading) for one in read_here) == len(found) - 1


def test_a_worker_killed_in_the_middle_loses_nothing(cluster, found, read_here):
    stream = when(9, lambda: kill_reader(cluster.workers[0]), found)
    assert cluster.read(stream) == read_here


def test_two_processes_read_as_one_does_though_one_is_killed(found, read_here):
    stream = when(9, lambda: kill_reader(own_processes()[0]), found)
    assert list(read_on(stream, workers=2)) == read_here


def test_without_workers_it_reads_here(found, read_here):
    assert list(islice(read_on(iter(found), workers=None), 3)) == read_here[:3]


def test_what_kills_its_worker_costs_only_itself(capfd):
    def deadly(document: Document) -> Reading:
        if document.path == "3.txt":
            sleep(0.3)  # until others wait behind it, whom Dask will blame as well
            os._exit(9)
        if document.path == "5.txt":
            raise KeyError("Oren Dask")
        return Reading(document=document)

    with processes(1, deadly) as crew:
        read = list(crew.read_all(paper(number) for number in range(8)))
    assert capfd.readouterr() == ("", "")
    killed, failed = read[3], read[5]
    assert type(killed) is ReaderKilled
    assert str(killed).startswith("3.txt: was not read, the process that read it died")
    assert type(failed) is ReaderFailed
    assert "5.txt" in str(failed)
    assert "KeyError at test_cluster.py" in str(failed)
    assert "Oren" not in str(failed)
    assert [one for one in read if one not in (killed, failed)] == [
        Reading(document=paper(number)) for number in (0, 1, 2, 4, 6, 7)
    ]


def test_takes_what_comes_as_it_goes_and_keeps_the_bytes(cluster):
    def without_bytes(document: Document) -> Reading:
        assert document.data is None
        return Reading(document=document)

    taken: list[int] = []
    endless = (taken.append(number) or paper(number, b"bytes") for number in count())
    with machines(cluster.address, cluster.certificates, without_bytes) as crew:
        read = list(islice(crew.read_all(endless), 50))
    assert [one.document.path for one in read] == [f"{number}.txt" for number in range(50)]
    assert {one.document.data for one in read} == {b"bytes"}
    assert len(taken) <= 50 + AHEAD * len(cluster.workers)


SCRIPT = """
import psutil
from habeas import intake
from habeas.cluster import read_on

stream = read_on((intake.from_text("letter") for _ in iter(int, 1)), workers=1)
print(next(stream).document.text, len(psutil.Process().children()))
stream.close()
print(len(psutil.Process().children()))
"""


def test_a_script_needs_no_guard_and_stopping_early_stops_the_processes(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    line = [sys.executable, "-W", "error", script]
    run = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr, run.returncode) == ("letter 1\n0\n", "", 0)


def test_nobody_left_is_said_and_what_was_read_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(crew_of, "PATIENCE", 0.5)
    monkeypatch.setattr(crew_of, "GRACE", 0.5)
    # With the certificates that the page makes.
    subprocess.run(["sh", "-e", "-c", SHOWN["certificates"]], cwd=tmp_path, check=True)
    assert (tmp_path / "archive.key").stat().st_mode & 0o077 == 0
    kept: list[Reading | HabeasError] = []
    with (
        started(tmp_path, workers=1) as cluster,
        machines(cluster.address, cluster.certificates, leaver()) as crew,
    ):
        stream = when(20, lambda: kill(cluster.workers[0]), map(paper, count()))
        with pytest.raises(ClusterLost, match="has no workers left; start some"):
            kept.extend(crew.read_all(stream))
        stream = when(2, lambda: kill(cluster.scheduler), map(paper, count()))
        with pytest.raises(ClusterLost, match="went away; start it and run this again"):
            kept.extend(crew.read_all(stream))
    assert [one.document.path for one in kept][:12] == [f"{number}.txt" for number in range(12)]


@pytest.mark.parametrize("known", ["nothing", "ca_file"])
def test_strangers_are_not_let_in(known, cluster, tmp_path):
    theirs = named(certified(tmp_path), "archive")
    if known == "ca_file":
        theirs = replace(theirs, ca_file=cluster.certificates.ca_file)
    with pytest.raises(ClusterUnreachable, match="certificates are of one authority"):
        replace(cluster, certificates=theirs).read([])


def test_a_cluster_that_could_leak_is_refused(tmp_path):
    with (
        started(certified(tmp_path), workers=1, settings="{}") as cluster,
        pytest.raises(ClusterRefused, match=r"could leak texts, by distributed\.worker\.memory"),
    ):
        cluster.read([])


OLD = Kit((versions()[0], ("habeas", "0.0.1"), *versions()[2:]))


def test_a_worker_with_other_versions_reads_nothing(cluster):
    with (
        machines(cluster.address, cluster.certificates, leaver()) as crew,
        pytest.raises(ClusterRefused, match=r"habeas \S+, here 0\.0\.1; install the same"),
    ):
        list(replace(crew, kit=OLD).read_all([paper(1)]))


def test_a_worker_looks_before_it_reads():
    with own_config():
        assert work(OLD, b"not even opened") == kit() == Kit(versions())


@pytest.mark.parametrize("name", LEAKS)
def test_a_setting_that_leaks_is_seen(name):
    with own_config(), dask.config.set({name: 0.5}):
        assert kit().leaks == (name,)
        with pytest.raises(ClusterRefused, match=f"could leak texts, by {name}; start it with"):
            refuse(kit(), Kit(versions()), where="tls://reader")


REFUSED = {
    "tcp://scheduler:8786": "is not encrypted, and a letter is never sent in the clear; start",
    "scheduler:8786": "is not encrypted",
    "tls://scheduler:8786": "cannot be used without certificates; name them with --tls-ca-file",
}


@pytest.mark.parametrize(("address", "why"), REFUSED.items())
def test_nothing_is_sent_in_the_clear(address, why):
    with pytest.raises(ClusterRefused, match=why):
        list(read_on([], scheduler=address))


def test_one_way_at_a_time():
    with pytest.raises(ClusterRefused, match="either workers or a scheduler"):
        read_on([], workers=2, scheduler="tls://scheduler:8786")


def test_a_scheduler_that_does_not_answer_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(remote, "CONNECT", 0.5)
    files = named(certified(tmp_path), "archive")
    with pytest.raises(ClusterUnreachable, match=r"tls://127\.0\.0\.1:9: does not answer"):
        list(read_on([], scheduler="tls://127.0.0.1:9", certificates=files))


SPOILT = {"ca_file": "authority", "cert": "not the key", "key": "not the key"}


@pytest.mark.parametrize(("field", "why"), SPOILT.items())
def test_certificates_are_looked_at_first(field, why, tmp_path):
    files = named(certified(tmp_path), "archive")
    path = getattr(files, field)
    path.write_text("spoilt")
    with pytest.raises(ClusterRefused, match=why):
        files.security()
    path.unlink()
    with pytest.raises(ClusterRefused, match=r"\(No such file or directory\); make certificates"):
        files.security()
