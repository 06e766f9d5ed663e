"""What is handed on says who says so, loses nothing, and is in the log."""

import csv
import errno
import io
import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import bagit
import pytest
from tests.conftest import ROOT
from tests.web.ground import NOW

from habeas.errors import ArchiveBusy, DamagedArchive, ExportRefused
from habeas.model.contract import line
from habeas.render.table import COLUMNS, MARK
from habeas.web.archive.correcting import Word, same
from habeas.web.archive.exporting import TABLES, Exporting, size
from habeas.web.archive.folder import Archive
from habeas.web.archive.verifying import verify
from habeas.web.ledger import access as ledger
from habeas.web.ledger import models
from habeas.web.people.models import Appearance, Entity, Judgement
from habeas.web.sources import access as sources
from habeas.web.sources.log import Hand

HAND = Hand("ana", NOW)
# What has nothing to do with the database.
embedded = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
FTM = ROOT / ".venv-ftm" / "bin" / "python"


@pytest.fixture
def exporting(filled):
    return Exporting(archive=filled, hand=HAND)


def last():
    entry = sources.entries().last()
    return entry.act, entry.subject, entry.by, json.loads(entry.detail)


def test_json_lines_are_those_of_habeas_read(exporting, readings):
    out = io.StringIO()
    exporting.jsonl(out)
    assert out.getvalue() == "".join(line(one) + "\n" for one in readings)


FORMS = {
    "jsonl": lambda one, folder: one.jsonl(io.StringIO()),
    "csv": lambda one, folder: one.csv(folder),
    "ftm": lambda one, folder: one.ftm(io.StringIO()),
    "bag": lambda one, folder: one.bag(folder),
}


@pytest.mark.parametrize(("form", "export"), FORMS.items(), ids=FORMS)
def test_every_export_is_logged(exporting, readings, tmp_path, form, export):
    export(exporting, tmp_path / "out")
    act, subject, by, detail = last()
    assert (act, subject, by) == ("export", form, "ana")
    assert detail["documents"] == len(readings) == size()
    assert detail["claims"] == sum(len(one.claims) for one in readings)
    assert detail.get("to") in (None, str(tmp_path / "out"))
    assert not any(verify(exporting.archive))


@embedded
@pytest.mark.parametrize("export", FORMS.values(), ids=FORMS)
def test_an_empty_archive_is_handed_on_too(archive, tmp_path, export):
    export(Exporting(archive=archive, hand=HAND), tmp_path / "out")
    assert last()[0] == "export"


@pytest.mark.parametrize("form", ["jsonl", "ftm", "bag"])
def test_what_is_done_is_told(filled, readings, tmp_path, form):
    told = []
    FORMS[form](
        Exporting(archive=filled, hand=HAND, tell=lambda *one: told.append(one)), tmp_path / "out"
    )
    assert told == [(n, f"D{n}") for n in range(1, len(readings) + 1)]


def test_nobody_writes_meanwhile(filled):
    class Out:
        def write(self, text):
            with pytest.raises(ArchiveBusy), Archive(filled.folder).writing(wait=0):
                pass

    Exporting(archive=filled, hand=HAND).jsonl(Out())


@embedded
def test_what_the_reader_of_a_pipe_does_is_no_fault_of_the_archive(exporting):
    class Full:
        def write(self, text):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space") as caught:
        exporting.jsonl(Full())
    assert caught.type is OSError
    assert last()[0] == "export"  # something may have gone out


# Tables


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def tables(exporting, tmp_path):
    exporting.csv(tmp_path / "tables")
    return {name: (tmp_path / "tables" / f"{name}.csv").read_bytes() for name in TABLES}


@embedded
def test_tables_are_for_spreadsheets(tables):
    for name, data in tables.items():
        text = data.decode()
        assert text.startswith(MARK)
        assert text.removeprefix(MARK).split("\r\n")[0].split(",") == list(COLUMNS[name])


@embedded
def test_a_table_for_a_program_has_no_mark(exporting):
    out = io.StringIO()
    exporting.table("people", out)
    assert out.getvalue().startswith("entity,")
    assert last()[3]["table"] == "people"


def test_nobody_is_left_out_of_the_tables(tables):
    found = {name: rows(data.decode("utf-8-sig")) for name, data in tables.items()}
    assert [one["claim"] for one in found["claims"]] == [
        f"C{n}" for n in ledger.claims().values_list("number", flat=True)
    ]
    assert {one["entity"] for one in found["people"]} == {f"P{n.number}" for n in _entities()}
    assert {one["event"] for one in found["events"]} == {f"E{n.number}" for n in ledger.events()}
    assert [one["document"] for one in found["documents"]] == [
        f"D{one.number}" for one in sources.documents()
    ]


def _entities():
    return Entity.objects.all()


def test_every_claim_has_its_speaker_and_its_words(tables, readings):
    texts = {one.document.sha256: one.document.text for one in readings}
    for one in rows(tables["claims"].decode("utf-8-sig")):
        words = texts[one["sha256"]][int(one["start"]) : int(one["end"])]
        assert one["words"] in (words, f"'{words}")
        assert one["said_by_names"]
        assert one["said_by_names"].count("; ") == one["said_by"].count("; ")


def test_values_of_events_have_their_voices_and_conflicts(tables):
    found = rows(tables["events"].decode("utf-8-sig"))
    told = max(ledger.events(), key=lambda one: (one.conflicts, one.voices))
    telling = ledger.event(told.number)
    theirs = [one for one in found if one["event"] == f"E{told.number}"]
    assert [(one["matter"], one["value"].removeprefix("'")) for one in theirs] == [
        (one.matter, one.value) for one in telling.values
    ]
    assert [int(one["value_voices"]) for one in theirs] == [one.voices for one in telling.values]
    assert {one["conflict"] for one in theirs if one["conflict"]} == {
        one.reason for one in telling.conflicts
    }


def test_documents_have_their_custody(tables, readings):
    found = rows(tables["documents"].decode("utf-8-sig"))
    assert [one["sha256"] for one in found] == [one.document.sha256 for one in readings]
    assert {one["added_by"] for one in found} == {"ana"}
    assert [one["paths"] for one in found] == [one.document.path for one in readings]


# FollowTheMoney


@pytest.fixture
def linked(exporting):
    return _linked(exporting)


def _linked(exporting):
    out, spans = io.StringIO(), io.StringIO()
    exporting.ftm(out, spans)
    return tuple([json.loads(one) for one in each.getvalue().splitlines()] for each in (out, spans))


def test_ids_are_stable_and_hold_no_names(exporting, linked):
    things, _ = linked
    ids = [one["id"] for one in things]
    assert len(set(ids)) == len(ids)
    form = r"habeas-[0-9a-f]{12}-[PADC]\d+(-E\d+|-(relation|signatory|addressee)-\d+)?"
    assert all(re.fullmatch(form, one) for one in ids)
    assert _linked(exporting) == linked


def test_every_reference_leads_somewhere(linked):
    things, spans = linked
    ids = {one["id"] for one in things}
    space = things[0]["id"].rpartition("-")[0]
    values = [v for one in things for values in one["properties"].values() for v in values]
    assert {v for v in values if v.startswith(f"{space}-")} <= ids
    assert {one["entity"] for one in spans} <= ids
    said = [one for span in spans for one in span.get("said_by", [])]
    assert said
    assert set(said) <= ids


def test_every_claim_has_a_proof_and_a_speaker(linked, readings):
    things, spans = linked
    claims = {one["claim"]: one for one in spans if "claim" in one}
    assert len(claims) == sum(len(one.claims) for one in readings)
    by_id = {one["id"]: one for one in things}
    for one in claims.values():
        made = by_id[one["entity"]]
        assert by_id[made["properties"]["proof"][0]]["schema"] == "Document"
        assert made["schema"] == ("Event" if one["modality"] == "asserted" else "Note")
        for who in one["said_by"]:
            assert by_id[who]["properties"]["name"][0] in made["properties"]["description"][0]
        if not one["said_by"]:
            assert re.search(r" by (the (unnamed )?\w+|somebody not named)", one["value"])


@embedded
def test_a_person_has_names_and_nothing_that_is_claimed(linked):
    kept = {"name", "alias", "weakAlias"}
    people = [one for one in linked[0] if one["schema"] in ("Person", "PublicBody", "Organization")]
    assert people
    assert all(one["properties"].keys() <= kept for one in people)


@embedded
def test_spans_are_words_of_their_documents(linked, readings):
    texts = {one.document.sha256: one.document.text for one in readings}
    for one in linked[1]:
        position, quote = one["selector"]
        text, (start, end) = texts[one["sha256"]], (position["start"], position["end"])
        assert quote["exact"] == text[start:end] != ""
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[start - len(quote["prefix"]) :].startswith(around)


def test_every_mention_is_there(linked, readings):
    kinds = Counter(one["schema"] for one in linked[0])
    assert kinds["Document"] == len(readings)
    assert kinds["Mention"] + kinds["Documentation"] >= Appearance.objects.count()
    joined = models.Claim.objects.exclude(event=None).count() - models.Event.objects.count()
    assert kinds["Similar"] == joined


@embedded
def test_followthemoney_takes_it(exporting, tmp_path):
    if not FTM.exists():
        pytest.skip("followthemoney is not installed: run tools/ftm.sh (it needs libicu-dev, g++)")
    with (tmp_path / "out.ftm.json").open("w", encoding="utf-8") as out:
        exporting.ftm(out)
    check = Path(__file__).with_name("ftm_check.py")
    command = [str(FTM), str(check), str(tmp_path / "out.ftm.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


# Bags


@pytest.fixture
def bag(exporting, tmp_path):
    exporting.bag(tmp_path / "bag")
    return tmp_path / "bag"


@embedded
@pytest.mark.filterwarnings("ignore:'count' is passed:DeprecationWarning")
def test_bagit_finds_the_bag_whole(bag, readings):
    found = bagit.Bag(str(bag))
    assert found.validate()
    assert found.info["Bagging-Date"] == "2026-01-02"
    assert found.info["Habeas-Documents"] == str(len(readings))
    assert found.info["Habeas-Log-Digest"] == sources.entries().last().digest
    assert bag.stat().st_mode & 0o077 == 0


def test_a_bag_holds_all_that_was_judged_also_what_ended(filled, tmp_path):
    people = Entity.objects.filter(type="Person").order_by("number")[:2]
    same(filled, [f"P{one.number}" for one in people], Word(HAND, "I know them")).carry_out()
    Exporting(archive=filled, hand=HAND).bag(tmp_path / "bag")
    found = (tmp_path / "bag/data/judgements-people.jsonl").read_text().splitlines()
    judged = [json.loads(one) for one in found]
    assert [one["number"] for one in judged] == [
        *Judgement.objects.order_by("number").values_list("number", flat=True)
    ]
    assert judged[-1]["by"] == "ana"


@embedded
def test_every_file_of_a_bag_is_documented(bag):
    text = (ROOT / "docs" / "exports.md").read_text("utf-8")
    assert [one.name for one in (bag / "data").iterdir() if f"`{one.name}" not in text] == []


def test_a_bag_holds_its_own_export(bag):
    lines = (bag / "data/log.jsonl").read_text().splitlines()
    assert len(lines) == sources.entries().count()
    assert json.loads(lines[-1])["act"] == "export"


@embedded
@pytest.mark.parametrize("form", ["csv", "bag"])
def test_nothing_is_written_over(exporting, tmp_path, form):
    (tmp_path / "out").mkdir()
    acts = sources.entries().count()
    with pytest.raises(ExportRefused, match="is there already"):
        FORMS[form](exporting, tmp_path / "out")
    with pytest.raises(ExportRefused, match="no folder to put it in"):
        FORMS[form](exporting, tmp_path / "nowhere" / "out")
    assert sources.entries().count() == acts


@embedded
@pytest.mark.parametrize("form", ["csv", "bag"])
def test_an_export_that_fails_leaves_nothing(filled, tmp_path, form):
    def stop(done, at):
        raise KeyboardInterrupt

    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(KeyboardInterrupt):
        FORMS[form](Exporting(archive=filled, hand=HAND, tell=stop), home / "out")
    assert not list(home.iterdir())


@embedded
def test_what_a_killed_export_left_is_taken_away(exporting, tmp_path):
    home = tmp_path / "home"
    (home / ".out.unfinished" / "data").mkdir(parents=True)
    exporting.bag(home / "out")
    assert [path.name for path in home.iterdir()] == ["out"]


@embedded
def test_a_full_disk_is_told_apart_from_a_damaged_archive(filled, tmp_path):
    def fill(done, at):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ExportRefused, match="No space left"):
        Exporting(archive=filled, hand=HAND, tell=fill).bag(tmp_path / "out")


DAMAGES = {
    "changed": (lambda path: (path.chmod(0o600), path.write_bytes(b"other")), "was changed"),
    "missing": (lambda path: path.unlink(), "No such file"),
}


@embedded
@pytest.mark.parametrize(("damage", "match"), DAMAGES.values(), ids=DAMAGES)
def test_no_bag_is_made_of_a_damaged_archive(filled, readings, tmp_path, damage, match):
    damage(filled.originals.path(readings[2].document.sha256))
    with pytest.raises(DamagedArchive, match=match):
        Exporting(archive=filled, hand=HAND).bag(tmp_path / "out")
    assert not (tmp_path / "out").exists()
    shutil.rmtree(filled.folder)
