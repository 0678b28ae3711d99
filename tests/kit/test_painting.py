"""The log of a painting: what may be left out of it when it is painted again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from games.kit.geometry import Vec
from games.kit.painting import KINDS, Entry, Log, without_idle_marks
from games.launcher.recording import RecordedLayer
from games.paint.paper import _put
from games.paint.sheet import Sheet

STEPS = st.lists(st.sampled_from(("stroke", "stroke", "stroke", "back", "forth", "clear")), max_size=60)


def sheet_of(steps: list[str]) -> Sheet:
    sheet = Sheet("a sheet")
    for number, step in enumerate(steps):
        if step == "stroke":
            sheet.mark()
            stroke = sheet.begin(Vec(number, number), 4.0, "#2255AA")
            sheet.draw(stroke, Vec(number + 3, number))
            sheet.end(stroke)
        else:
            getattr(sheet, step)()
    return sheet


@given(STEPS)
def test_a_log_without_its_idle_marks_leaves_the_same_paint(steps: list[str]) -> None:
    sheet = sheet_of(steps)
    whole, light = RecordedLayer(), RecordedLayer()
    for layer, log in ((whole, sheet.log), (light, without_idle_marks(sheet.log))):
        for entry in log:
            _put(layer, entry, 0.0, Vec(0, 0), 1.0)
    assert light.strokes == whole.strokes


def test_a_log_that_never_goes_back_keeps_no_marks_and_one_that_does_keeps_only_those() -> None:
    log = without_idle_marks(sheet_of(["stroke"] * 5).log)
    assert all(entry.kind != "mark" for entry in log)
    log = without_idle_marks(sheet_of(["stroke", "stroke", "stroke", "back", "stroke"]).log)
    assert sum(entry.kind == "mark" for entry in log) == 1


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ENTRIES = st.lists(
    st.builds(
        Entry,
        st.sampled_from(KINDS),
        st.integers(0, 2**32 - 1),
        st.builds(Vec, NUMBERS, NUMBERS),
        st.sampled_from((0.0, 4.0, 17.3)),
        st.sampled_from(("", "#2255AA", "#FFFFFF")),
    ),
    max_size=20,
)


@given(ENTRIES, st.slices(20))
def test_a_log_gives_back_what_was_put_in_to_the_last_digit(entries: list[Entry], part: slice) -> None:
    log = Log(entries)
    assert list(log) == entries == log
    assert log[part] == entries[part]
    assert [log[index] for index in range(-len(log), len(log))] == entries + entries
    assert log != [*entries, Entry("mark")]
