"""The canvas without pixels."""

from __future__ import annotations

import pytest

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording


def test_what_is_drawn_is_noted_in_order_with_its_arguments() -> None:
    canvas = Recording(Vec(100, 60))
    canvas.rect(Vec(1, 2), Vec(3, 4), "#FF0000", radius=1)
    canvas.text("Start", Vec(5, 6), 4, "#000000", "bold", "centre")
    assert canvas.drawn == [
        ("rect", Vec(1, 2), Vec(3, 4), "#FF0000", 1, 0.0),
        ("text", "Start", Vec(5, 6), 4, "#000000", "bold", "centre", None),
    ]
    assert canvas.words() == ["Start"]
    assert canvas.named("rect") == canvas.drawn[:1]


def test_places_count_from_the_whole_however_shifted() -> None:
    canvas = Recording(Vec(100, 60))
    with canvas.shifted(Vec(10, 20), Vec(50, 30)), canvas.shifted(Vec(1, 2), Vec(5, 6)):
        assert canvas.size == Vec(5, 6)
        canvas.circle(Vec(3, 3), 2, "#000000")
        canvas.line((Vec(0, 0), Vec(1, 1)), "#000000", 1)
    assert canvas.size == Vec(100, 60)
    assert canvas.drawn[0][1] == Vec(14, 25)
    assert canvas.drawn[1][1] == (Vec(11, 22), Vec(12, 23))


def test_a_clip_is_noted_when_it_begins_and_when_it_ends() -> None:
    canvas = Recording(Vec(100, 60))
    with canvas.clip(Vec(1, 1), Vec(9, 9)):
        canvas.polygon((Vec(0, 0), Vec(1, 0), Vec(0, 1)), "#000000")
    assert [entry[0] for entry in canvas.drawn] == ["clip", "polygon", "clip ends"]


def test_a_kept_part_is_drawn_for_a_new_key_only_and_shown_in_every_frame() -> None:
    canvas = Recording(Vec(100, 60))
    calls: list[Canvas] = []

    def draw(on: Canvas) -> None:
        calls.append(on)
        on.picture("beans/bowl", Vec(len(calls), 0), 9)

    for key in (1, 1, 2):
        canvas.begin()
        canvas.kept("table", key, draw)
        assert [entry[0] for entry in canvas.drawn] == ["picture"]
    assert len(calls) == 2
    assert canvas.drawn[0][2] == Vec(2, 0)


def test_a_layer_keeps_its_strokes_and_takes_them_back() -> None:
    canvas = Recording(Vec(100, 60))
    layer = canvas.layer("paint")
    layer.mark()
    layer.dab(Vec(1, 1), 2, "#FF0000")
    layer.mark()
    layer.smear(Vec(1, 1), Vec(2, 2), 2, 0.5)
    canvas.begin()
    assert canvas.layer("paint") is layer
    layer.back()
    assert layer.strokes == [("dab", Vec(1, 1), 2, "#FF0000")]
    layer.back()
    layer.back()
    assert layer.strokes == []


def test_words_take_more_room_when_they_are_longer_larger_or_wrapped() -> None:
    canvas = Recording(Vec(100, 60))
    short, long = canvas.text_size("Go", 4), canvas.text_size("Go on with it", 4)
    assert long.x > short.x
    assert short.y == pytest.approx(1.4 * 4)
    assert canvas.text_size("Go", 8).x == pytest.approx(2 * short.x)
    wrapped = canvas.text_size("Go on with it", 4, wrap=long.x / 2)
    assert wrapped.x <= long.x / 2
    assert wrapped.y >= 2 * short.y
