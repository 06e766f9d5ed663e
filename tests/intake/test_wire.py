"""What comes from the child is believed only if it is an answer of ours."""

import json
from io import BytesIO

import pytest

from habeas.errors import HostileFile
from habeas.intake import wire
from habeas.intake.layer import Extract

SOUND = {
    "media_type": "text/html",
    "text": "Ana Roe",
    "metadata": {},
    "regions": [["heading", 0, 3]],
    "links": [],
    "pages": [],
    "members": [],
}
WRONG = [
    {"regions": [["heading", 0, 8]]},
    {"regions": [["heading", -1, 3]]},
    {"regions": [["heading", 3, 0]]},
    {"regions": [["letter", 0, 3]]},
    {"links": [["https://example.org", 0]]},
    {"pages": [[0, "3"]]},
    {"members": [["a.txt", None]]},
    {"error": []},
]


def test_frames_follow_one_another():
    stream = BytesIO()
    wire.send(stream, {"n": 1, "path": "é\ud800"}, [b"a", b"", b"\0" * 3])
    wire.send(stream, {"n": 2})
    stream.seek(0)
    assert wire.receive(stream) == ({"n": 1, "path": "é\ud800"}, [b"a", b"", b"\0" * 3])
    assert wire.receive(stream) == ({"n": 2}, [])
    with pytest.raises(EOFError):
        wire.receive(stream)


@pytest.mark.parametrize("size", [1, 8, 12])
def test_a_frame_that_is_cut_off_is_none(size):
    stream = BytesIO()
    wire.send(stream, {}, [b"abc"])
    with pytest.raises(EOFError):
        wire.receive(BytesIO(stream.getvalue()[:-size]))


def test_a_frame_may_not_be_longer_than_is_allowed():
    stream = BytesIO()
    wire.send(stream, {}, [b"x" * 100])
    with pytest.raises(ValueError, match="too long"):
        wire.receive(BytesIO(stream.getvalue()), most=80)


def test_takes_a_sound_answer():
    assert isinstance(wire.unpack((SOUND, [])), Extract)


@pytest.mark.parametrize("wrong", WRONG, ids=json.dumps)
def test_refuses_an_answer_whose_parts_do_not_fit(wrong):
    with pytest.raises((ValueError, TypeError, LookupError)):
        wire.unpack((SOUND | wrong, []))


def test_an_error_comes_through_with_its_remedy():
    error = HostileFile("a.zip", what="is a bomb")
    refusal = wire.unpack(wire.refuse(error, spent=True))
    assert refusal == ("HostileFile", "is a bomb", error.remedy, True)
