"""A bag makes the archive that it was, all of it or nothing; what is wrong with it is noticed."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256

import pytest
from tests.conftest import ROOT
from tests.web.archive.bags import payload, rewrite, seal
from tests.web.ground import NOW

from habeas.errors import ArchiveExists, BagRefused
from habeas.model import Verdict
from habeas.web.archive.adding import add_reading
from habeas.web.archive.correcting import Word, different, same
from habeas.web.archive.exporting import Exporting
from habeas.web.archive.importing import import_bag, size
from habeas.web.archive.opening import open_archive
from habeas.web.archive.removing import remove
from habeas.web.archive.room import ROOMS
from habeas.web.archive.undoing import undo
from habeas.web.archive.verifying import verify
from habeas.web.ledger import models as ledger
from habeas.web.ledger.telling import forget, tellings
from habeas.web.people import models as people
from habeas.web.search import models as index
from habeas.web.search.access import Query, find
from habeas.web.sources import access as sources
from habeas.web.sources import actions, models
from habeas.web.sources.log import Hand
from habeas.web.sources.number import take

HAND = Hand("ana", NOW)
WORD = Word(HAND, "I know them")
embedded = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)


def state():
    """Return all that an archive holds, but for numbers that nobody sees and the log."""
    kept = {
        model._meta.label: list(model.objects.order_by("pk").values_list())
        for model in (
            *(models.Document, models.Tombstone, people.Entity, people.Appearance),
            *(people.Judgement, ledger.Event, ledger.Claim, ledger.Judgement),
        )
    }
    kept["counters"] = dict(models.Counter.objects.exclude(name="entry").values_list())
    for model, *columns in (
        (people.EntityKey, "key", "entity"),
        (ledger.EventKey, "key", "event"),
        (people.Signature, "document", "appearance"),
        (ledger.Part, "claim", "appearance", "role"),
        (models.Origin, "document", "path", "entry"),
        (index.Label, "document", "term__facet", "term__value"),
        (index.Voice, "document", "appearance"),
        (index.Indexed, "document", "digest"),
    ):
        kept[model._meta.label] = sorted(model.objects.values_list(*columns))
    return kept


def searches():
    """Return what is found of names and words."""
    names = people.Entity.objects.order_by("number").values_list("name", flat=True)[:40]
    return {words: find(Query(words=words)) for words in [*names, "detention", "тюрьма"]}


def name_words():
    return set(index.NameKey.objects.values_list("word__word", "key"))


def log_lines():
    return list(sources.entries().values_list())


def bag_of(archive, folder):
    Exporting(archive=archive, hand=HAND).bag(folder)
    return folder


@pytest.fixture
def other(ground, empty_template, tmp_path):
    """Return what opens an empty archive, in place of the one that is open."""
    found = []

    def make():
        found.append(ground.copy(empty_template, tmp_path / f"other{len(found)}"))
        return found[-1]

    yield make
    for one in found:
        ground.drop(one)


def worked_on(archive, readings):
    """Do all that can be done to an archive."""
    persons = people.Entity.objects.filter(type="Person").order_by("-documents", "number")
    one, two, three = [f"P{row.number}" for row in persons[:3]]
    same(archive, [one, two], WORD).carry_out()
    undo(archive, hand=HAND).carry_out()
    same(archive, [three, two], WORD).carry_out()
    told = ledger.Event.objects.filter(claims__gt=1).first()
    claim = told.members.order_by("-number").first()
    different(archive, [f"E{told.number}", f"C{claim.number}"], WORD).carry_out()
    actions.add_origin(sources.document(4), "elsewhere/letter.txt", HAND)
    for number in (3, len(readings)):
        remove(archive, number, "its author asked for it", HAND)


def test_a_bag_makes_the_same_archive(filled, other, readings, tmp_path):
    worked_on(filled, readings)
    bag = bag_of(filled, tmp_path / "bag")
    before, written, found, names = state(), log_lines(), searches(), name_words()
    archive = other()
    assert import_bag(archive, bag, HAND) == len(readings) - 2
    assert state() == before
    assert searches() == found
    # A word that was a name only in a letter that was taken out stays known as one.
    assert name_words() <= names
    assert log_lines()[:-1] == written
    assert not any(verify(archive))
    again = payload(bag_of(archive, tmp_path / "again"))
    first = payload(bag)
    assert again.pop("data/log.jsonl").startswith(first.pop("data/log.jsonl"))
    assert again == first


def test_an_imported_archive_goes_on_where_the_other_stopped(filled, other, readings, tmp_path):
    last = len(readings)
    remove(filled, last, "its author asked for it", HAND)
    same(filled, ["P1", "P2"], WORD).carry_out()
    act = sources.entries().last().number
    given = {name: take(name)[0] for name in ("appearance", "claim", "people judgement")}
    bag = bag_of(filled, tmp_path / "bag")
    archive = other()
    import_bag(archive, bag, HAND)
    assert {name: take(name)[0] for name in given} == {n: number + 1 for n, number in given.items()}
    assert add_reading(archive, readings[-1], HAND) == last + 1
    undo(archive, act, hand=HAND).carry_out()
    assert not any(verify(archive))


def test_the_import_is_in_the_log_with_the_bag_it_was(filled, other, readings, tmp_path):
    bag = bag_of(filled, tmp_path / "bag")
    import_bag(other(), bag, Hand("ben", NOW))
    last = sources.entries().last()
    manifest = (bag / "manifest-sha256.txt").read_bytes()
    assert (last.act, last.by) == ("import", "ben")
    assert json.loads(last.detail) == {
        "bag": sha256(manifest).hexdigest(),
        "documents": len(readings),
    }


def test_what_is_done_is_told_and_all_names_are_found(filled, other, readings, tmp_path):
    bag, told, names = bag_of(filled, tmp_path / "bag"), [], name_words()
    import_bag(other(), bag, HAND, tell=lambda done, at: told.append((done, at)))
    assert name_words() == names
    assert told == [(n, f"D{n}") for n in range(1, len(readings) + 1)]
    assert size(bag) == len(readings)


def test_an_empty_archive_goes_into_a_bag_too(archive, other, tmp_path):
    bag = bag_of(archive, tmp_path / "bag")
    assert import_bag(other(), bag, HAND) == 0


def test_nothing_is_added_to_what_is_there(filled, other, tmp_path):
    bag = bag_of(filled, tmp_path / "bag")
    with pytest.raises(ArchiveExists, match="there is something in this archive"):
        import_bag(filled, bag, HAND)
    archive = other()
    import_bag(archive, bag, HAND)
    with pytest.raises(ArchiveExists):
        import_bag(archive, bag, HAND)
    assert not any(verify(archive))


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from habeas.web.archive.database import prepare
prepare()
from habeas.web.archive.importing import import_bag
from habeas.web.archive.opening import open_archive
from habeas.web.sources.log import Hand
archive = open_archive(Path(sys.argv[1]))
hand = Hand("ana", datetime(2026, 1, 2, tzinfo=UTC))
die = lambda done, at: os.kill(os.getpid(), 9) if done == int(sys.argv[3]) else None
import_bag(archive, Path(sys.argv[2]), hand, tell=die)
"""


def test_a_killed_import_leaves_an_empty_archive(filled, other, readings, tmp_path):
    bag = bag_of(filled, tmp_path / "bag")
    archive = other()
    command = [sys.executable, "-c", KILLED, str(archive.folder), str(bag), "5"]
    assert subprocess.run(command, cwd=ROOT, timeout=60).returncode == -9
    open_archive(archive.folder)
    assert not sources.documents().exists()
    assert not sources.entries().exists()
    assert not any(verify(archive))
    assert import_bag(archive, bag, HAND) == len(readings)


# Somebody may have changed a bag, by mistake or not. `small` is one of three short letters.


@pytest.fixture(scope="session")
def small_bag(ground, empty_template, readings):
    archive = ground.copy(empty_template, ground.home / "small")
    short = sorted(readings, key=lambda one: len(one.document.text))
    for one in (*short[:3], short[4]):
        add_reading(archive, one, HAND)
    remove(archive, 4, "its author asked for it", HAND)
    bag = bag_of(archive, ground.home / "small-bag")
    ground.drop(archive)
    return bag


@pytest.fixture
def small(small_bag, tmp_path):
    return shutil.copytree(small_bag, tmp_path / "small")


def originals(bag):
    return sorted(path for path in (bag / "data/originals").rglob("*") if path.is_file())


def spoil(path):
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")


def link(bag):
    path = originals(bag)[0]
    elsewhere = path.rename(bag.parent / "elsewhere")
    path.symlink_to(elsewhere)


def link_folder(bag):
    (bag / "data/originals").rename(bag.parent / "originals")
    (bag / "data/originals").symlink_to(bag.parent / "originals")


def pipe(bag):
    path = originals(bag)[0]
    path.unlink()
    os.mkfifo(path)


def lead_out(bag):
    path = bag / "manifest-sha256.txt"
    (bag.parent / "secret").write_text("s")
    line = f"{sha256(b's').hexdigest()}  data/../../secret\n"
    path.write_text(path.read_text() + line)


def add_file(bag, name, text="http://example.org/ 5 data/letter.txt\n"):
    (bag / name).write_text(text)
    seal(bag)


# What the manifests tell, or a look at the folder.
UNSOUND = {
    "an original changed": lambda bag: spoil(originals(bag)[0]),
    "an original missing": lambda bag: originals(bag)[0].unlink(),
    "the log changed": lambda bag: spoil(bag / "data/log.jsonl"),
    "the description changed": lambda bag: spoil(bag / "bag-info.txt"),
    "a manifest changed": lambda bag: spoil(bag / "manifest-sha512.txt"),
    "a manifest missing": lambda bag: (bag / "manifest-sha256.txt").unlink(),
    "no declaration": lambda bag: (bag / "bagit.txt").unlink(),
    "no payload": lambda bag: shutil.rmtree(bag / "data"),
    "no folder": shutil.rmtree,
    "a link": link,
    "a link to a folder": link_folder,
    "a pipe": pipe,
    "a way out": lead_out,
    "a file to fetch": lambda bag: add_file(bag, "fetch.txt"),
    "a strange file": lambda bag: add_file(bag, "data/run.sh"),
    "a strange original": lambda bag: add_file(bag, "data/originals/letter.txt"),
    "no text": lambda bag: (bag / "bag-info.txt").write_bytes(b"\xff\xfe\x00\xd8"),
}


def refuses(archive, bag, match=None):
    with pytest.raises(BagRefused, match=match) as caught:
        import_bag(archive, bag, HAND)
    assert not any(model.objects.exists() for model in (models.Entry, models.Document))
    assert not people.Entity.objects.exists()
    assert not any(archive.originals.all())
    return caught.value


@embedded
@pytest.mark.parametrize("spoil_it", UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_bag_is_refused(archive, small, spoil_it):
    spoil_it(small)
    refuses(archive, small)


def put(name, number, key, value):
    """Return what changes one value of one line, and seals the bag."""
    return lambda bag: rewrite(bag, name, lambda lines: lines[number].__setitem__(key, value))


def edit(name, change):
    return lambda bag: rewrite(bag, name, change)


def write(name, text):
    def change(bag):
        (bag / "data" / name).write_text(text, "utf-8")
        seal(bag)

    return change


def forge_log(lines):
    """Tell another story, with a chain that holds."""
    lines[0]["by"] = "somebody else"


# What the manifests cannot tell, for somebody wrote them anew.
FORGED = {
    "an act by another": (edit("log.jsonl", forge_log), "changed after it was written"),
    "an act missing": (edit("log.jsonl", lambda lines: lines.pop(1)), "do not fit together"),
    "acts in another order": (edit("log.jsonl", list.reverse), None),
    "a judgement changed": (
        put("judgements-people.jsonl", 0, "verdict", "different"),
        "judgements of this act were changed",
    ),
    "a judgement missing": (
        edit("judgements-people.jsonl", lambda lines: lines.pop()),
        "judgements of this act were changed",
    ),
    "a judgement on nobody": (
        put("judgements-people.jsonl", 0, "left", 10**6),
        "do not fit together",
    ),
    "a judgement by no act": (put("judgements-people.jsonl", 0, "made", 99), None),
    "no kind": (
        edit("readings.jsonl", lambda lines: lines[0]["document"].pop("kind")),
        "line 1 of readings",
    ),
    "no claims": (put("readings.jsonl", 0, "claims", []), "document 1 is not as Habeas reads it"),
    "another text": (
        edit("readings.jsonl", lambda lines: lines[0].update(text=lines[0]["text"] + "!")),
        "text was changed",
    ),
    "no text": (put("readings.jsonl", 0, "text", ""), "document 1 is not as Habeas reads it"),
    "a claim outside the text": (
        edit("readings.jsonl", lambda lines: lines[0]["claims"][0].update(span=[0, 10**6])),
        "document 1 is not as Habeas reads it",
    ),
    "a claim about nobody": (
        edit("readings.jsonl", lambda lines: lines[0]["claims"][0].update(victims=["e999"])),
        "document 1 is not as Habeas reads it",
    ),
    "a layout outside the text": (
        put("layers.jsonl", 0, "pages", [[0, 10**6]]),
        "document 1 is not as Habeas reads it",
    ),
    "a layout of an unknown part": (
        put("layers.jsonl", 0, "regions", [["cover", 0, 1]]),
        "document 1 is not as Habeas reads it",
    ),
    "another layout": (put("layers.jsonl", 0, "links", [["x", 0, 1]]), "reading was changed"),
    "a layout missing": (edit("layers.jsonl", lambda lines: lines.pop()), "the same documents"),
    "another size": (put("documents.jsonl", 0, "size", 1), "document 1"),
    "the bytes of another": (
        edit("documents.jsonl", lambda lines: lines[0].update(sha256=lines[1]["sha256"])),
        "document 1",
    ),
    "a way out of the folder": (
        put("documents.jsonl", 0, "sha256", "../../../../../../../etc/passwd"),
        "line 1 of documents",
    ),
    "one number for two": (put("documents.jsonl", 1, "number", 1), "do not fit together"),
    "another number": (put("documents.jsonl", 0, "number", 77), None),
    "an act that never was": (put("documents.jsonl", 0, "added", 99), "do not fit together"),
    "no numbers": (put("documents.jsonl", 0, "claims", {}), "document 1"),
    "nobody's numbers": (put("documents.jsonl", 0, "appearances", {}), "document 1"),
    "a document missing": (edit("documents.jsonl", lambda lines: lines.pop()), None),
    "a key too many": (put("documents.jsonl", 0, "sealed", True), "line 1 of documents"),
    "a tombstone missing": (edit("tombstones.jsonl", list.clear), "without a tombstone"),
    "counters set back": (put("counters.json", 0, "claim", 1), "were not given"),
    "no counters": (write("counters.json", "{}"), "were not given"),
    "no JSON": (write("counters.json", "{"), "line 1 of counters"),
    "not a number": (write("judgements-ledger.jsonl", '{"score":NaN}'), "line 1 of judgements"),
    "nested without end": (write("layers.jsonl", "[" * 100_000), "line 1 of layers"),
}


@embedded
@pytest.mark.parametrize(("forge", "match"), FORGED.values(), ids=FORGED)
def test_a_forged_bag_is_refused(archive, small, forge, match):
    forge(small)
    refuses(archive, small, match)


@pytest.mark.parametrize("reason", [r"\ud800", r"a\u0000"])
def test_what_no_database_keeps_is_refused(archive, small, reason):
    path = small / "data/tombstones.jsonl"
    path.write_text(path.read_text().replace("its author", reason))
    seal(small)
    if archive.database is None and "0000" in reason:
        import_bag(archive, small, HAND)  # SQLite keeps it
    else:
        refuses(archive, small)


@embedded
def test_a_sound_bag_is_taken_after_a_refused_one(archive, small_bag, small):
    spoil(originals(small)[0])
    refuses(archive, small)
    assert import_bag(archive, small_bag, HAND) == 3


@embedded
def test_nothing_of_a_refused_bag_is_at_hand(archive, small_bag, small):
    def replaced(lines):
        for one in lines:
            one["text"] = "x" * len(one["text"])

    forget()
    rewrite(small, "readings.jsonl", replaced)
    refuses(archive, small, "text was changed")
    import_bag(archive, small_bag, HAND)
    told = tellings(ledger.Claim.objects.values_list("number", flat=True))
    assert told
    assert not any(set(one.words) == {"x"} for one in told)


@embedded
def test_no_name_is_in_the_error(archive, small):
    rewrite(small, "log.jsonl", lambda lines: lines[0].update(by="Anton Velkarov"))
    assert "Velkarov" not in str(refuses(archive, small))


@embedded
def test_the_machine_judges_nothing_anew(archive, small_bag):
    import_bag(archive, small_bag, HAND)
    made = {row.made_id for room in ROOMS for row in room.judgements.objects.all()}
    assert made <= set(range(1, sources.entries().last().number))
    assert people.Judgement.objects.exclude(verdict=Verdict.UNSURE).exists()
