"""A layer keeps every word it is given, and its places fit."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.intake.layer import Writer
from habeas.intake.wire import pack, unpack
from habeas.model import Layer, Region, Span

words = st.text("aé Ж\n\t😀\ud800\0", max_size=6)
steps = st.lists(
    st.tuples(st.sampled_from(["flow", "exact", "line", "block", "tab", "region", "link"]), words),
    max_size=12,
)


def written(steps):
    writer = Writer()
    for step, text in steps:
        match step:
            case "flow" | "exact":
                getattr(writer, step)(text)
            case "region":
                with writer.region(Layer.TABLE):
                    writer.flow(text)
            case "link":
                with writer.link("https://example.org"):
                    writer.flow(text)
            case _:
                getattr(writer, step)()
    return writer.layer("text/html", {"title": "T", "author": " ", "date": None})


@given(steps)
def test_places_fit_and_nothing_is_lost(steps):
    found = written(steps)
    given = "".join(text for step, text in steps if step not in ("line", "block", "tab"))
    for span in [*(region.span for region in found.regions), *(link.span for link in found.links)]:
        assert span.of(found.text).strip() == span.of(found.text) != ""
    assert sorted("".join(found.text.split())) == sorted(
        "".join(given.replace("\ud800", "\ufffd").replace("\0", "\ufffd").split())
    )
    assert found.metadata == {"title": "T"}


@given(steps)
def test_a_layer_goes_through_the_wire_unchanged(steps):
    found = written(steps)
    head, blobs = pack(found)
    assert unpack((head, blobs)) == found


def test_breaks_are_printed_once_and_only_between_words():
    writer = Writer()
    writer.block()
    writer.flow(" One ")
    writer.line()
    writer.block()
    writer.line()
    with writer.region(Layer.HEADING):
        writer.flow(" two ")
    writer.block()
    found = writer.layer("text/html", {})
    assert found.text == "One\n\ntwo"
    assert found.regions == (Region(layer=Layer.HEADING, span=Span(5, 8)),)
