"""The log of a painting: what may be left out of it when it is painted again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.kit.geometry import Vec
from games.kit.painting import KINDS, Entry, Log, without_idle_marks
from games.launcher.drawing.recording import RecordedLayer
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


def log_of(kinds: str) -> Log:
    """A letter for each entry: m a mark, s a stroke's beginning, b back, f forth, c clear."""
    names = {"m": "mark", "s": "begin", "b": "back", "f": "forth", "c": "clear"}
    return Log(Entry(names[kind]) for kind in kinds)


@pytest.mark.parametrize(
    ("kinds", "kept"),
    [
        ("msmsms", "sss"),
        ("msmsb", "smsb"),
        ("msmsbb", "msmsbb"),
        ("msmsbfb", "smsbfb"),  # the same step twice
        ("msmsbmsb", "smsbmsb"),
        ("msmsbmsf", "smsbsf"),  # what was done anew cannot be done again
        ("msmsbsb", "msmsbsb"),
        ("msmsbms" + "fb", "smsbmsfb"),
        ("bfsb", "bfsb"),  # further back than there is
        ("", ""),
    ],
)
def test_only_the_marks_that_are_gone_back_to_are_kept(kinds: str, kept: str) -> None:
    assert without_idle_marks(log_of(kinds)) == log_of(kept)


def test_an_entry_is_of_no_stroke_size_or_colour_unless_it_says_so() -> None:
    assert Entry("mark") == ("mark", 0, Vec(0, 0), 0.0, "")


def test_beyond_the_ends_of_a_log_there_is_nothing() -> None:
    log = log_of("msm")
    for place in (3, -4):
        with pytest.raises(IndexError, match=f"entry {place} of a log of 3"):
            log[place]
    with pytest.raises(ValueError, match="not in"):
        log.append(Entry("smudge"))
    assert log != 3
