"""What was changed behind the archive's back is found and named."""

import json

import pytest

from habeas.web.archive.verifying import verify
from habeas.web.ledger.models import Claim
from habeas.web.ledger.models import Judgement as OfClaims
from habeas.web.packing import pack
from habeas.web.people.models import Appearance, Judgement
from habeas.web.sources.models import Document, Entry


def faults(archive):
    return [(fault.where, fault.what) for fault in verify(archive) if fault]


def test_finds_nothing_wrong_where_nothing_is(filled):
    assert faults(filled) == []


def test_names_the_first_broken_link(filled):
    entry = Entry.objects.get(number=4)
    Entry.objects.filter(number=4).update(by="somebody else")
    assert faults(filled)[0] == ("L4", "was changed after it was written")
    Entry.objects.filter(number=4).update(by=entry.by)
    assert faults(filled) == []


def _forge(archive):
    """Change an entry and its digest: the next entry gives it away."""
    from habeas.web.sources.log import digest

    entry = Entry.objects.get(number=4)
    entry.by = "somebody else"
    entry.digest = digest(entry)
    entry.save()


def _forge_two(archive):
    """Change an entry and let the next carry its new digest: its own gives it away then."""
    _forge(archive)
    forged = Entry.objects.get(number=4).digest
    Entry.objects.filter(number=5).update(previous=forged)


def _original(archive, change):
    path = archive.originals.path(Document.objects.get(number=2).sha256)
    path.chmod(0o600)
    change(path)


def _turn(model, **values):
    row = model.objects.filter(ended=None).order_by("number").first()
    model.objects.filter(number=row.number).update(**values)
    return row


TAMPERED = {
    "a forged entry": (_forge, ("L5", "does not carry the digest of the entry before")),
    "two forged entries": (_forge_two, ("L5", "was changed after it was written")),
    "an original lost": (
        lambda archive: _original(archive, lambda path: path.unlink()),
        ("D2", "its original is missing"),
    ),
    "an original changed": (
        lambda archive: _original(archive, lambda path: path.write_bytes(b"other words")),
        ("D2", "its original was changed"),
    ),
    "a text changed": (
        lambda archive: Document.objects.filter(number=3).update(text=pack("other words")),
        ("D3", "its text was changed"),
    ),
    "a reading changed": (
        lambda archive: Document.objects.filter(number=3).update(reading=pack({})),
        ("D3", "its reading was changed"),
    ),
    "a judgement changed": (
        lambda archive: _turn(Judgement, score=0.123),
        ("L2", "people judgements of this act were changed or are missing"),
    ),
    "a judgement lost": (
        lambda archive: OfClaims.objects.order_by("number").first().delete(),
        None,
    ),
    "somebody moved": (
        lambda archive: Appearance.objects.filter(number=1).update(entity=2),
        ("A1", "is not in P1, as judged"),
    ),
}


@pytest.mark.parametrize(("tamper", "fault"), TAMPERED.values(), ids=TAMPERED)
def test_finds_what_was_tampered_with(filled, tamper, fault):
    tamper(filled)
    found = faults(filled)
    assert found
    assert fault is None or fault in found


def test_finds_a_log_cut_short(filled):
    last = Entry.objects.order_by("-number").first().number
    for row in (Appearance, Claim):
        assert row.objects.exists()
    Document.objects.filter(added=last).update(added=1)
    Judgement.objects.filter(made=last).update(made=1)
    OfClaims.objects.filter(made=last).update(made=1)
    Document.objects.get(number=13).origins.update(entry=1)
    Entry.objects.filter(number=last).delete()
    assert (f"L{last}", f"is missing: the log should go on to L{last}") in faults(filled)


def test_says_nothing_of_what_the_log_holds(filled):
    """The log names files and digests, never what a letter says."""
    for detail in Entry.objects.values_list("detail", flat=True):
        assert set(json.loads(detail)) <= {
            "path", "sha256", "text", "reading", "people judgement", "ledger judgement"
        }  # fmt: skip
