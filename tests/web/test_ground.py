"""What the other tests stand on: archives of their own, and a server that leaves nothing."""

import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.web.postgres import MISSING, programs

from habeas.web.sources.models import Document, Entry


@pytest.mark.parametrize("time", ["first", "second"])
def test_fresh_archives_share_nothing(archive, time):
    assert not Entry.objects.exists()
    Entry.objects.create(number=1, at="", by="", act="", detail="", previous="", digest="")


@pytest.mark.parametrize("time", ["first", "second"])
def test_filled_archives_share_nothing(filled, readings, time):
    assert Document.objects.count() == len(readings)
    assert len(list(filled.originals.all())) == len(readings)
    Document.objects.all().delete()
    for digest in filled.originals.all():
        filled.originals.discard(digest)


def test_the_server_is_on_no_network(server):
    with closing(server.connection()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


_STARTS = """
import sys, time
from tests.web.postgres import serve
with serve() as server:
    print(server.folder, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(programs() is None, reason=MISSING)
def test_the_server_goes_when_whoever_started_it_is_killed():
    started = subprocess.Popen([sys.executable, "-c", _STARTS], stdout=subprocess.PIPE, cwd=ROOT)
    with started:
        folder = Path(started.stdout.readline().decode().strip())
        assert (folder / "data" / "postmaster.pid").exists()
        started.kill()
    end = time.monotonic() + 10
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not folder.exists()
