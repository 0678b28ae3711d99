"""The slip with a table's words."""

from __future__ import annotations

import pytest

from games.kit.geometry import Vec
from games.kit.slip import INK, PAPER, words
from games.launcher.drawing.recording import Recording


def written(size: Vec, *said: str) -> Recording:
    canvas = Recording(size)
    words(canvas, *said)
    return canvas


def test_what_matters_comes_first_and_bold_and_the_rest_beneath_it() -> None:
    canvas = written(Vec(300, 150), "Carry it over", "Beans left: 3")
    (_, first, at, height, ink, weight, *_), (_, second, below, *_, lesser, _, _) = canvas.named("text")
    assert (first, weight, ink) == ("Carry it over", "bold", INK)
    assert (second, lesser) == ("Beans left: 3", "regular")
    assert at.x == below.x == 150
    assert below.y - at.y == pytest.approx(1.4 * height)
    assert height == 6.35


def test_on_a_low_table_there_is_room_for_one_line_of_smaller_letters() -> None:
    assert written(Vec(300, 71.9), "one", "two").words() == ["one"]
    assert written(Vec(300, 72.0), "one", "two").words() == ["one", "two"]
    heights = [written(Vec(300, y), "one").named("text")[0][3] for y in (50, 80, 200)]
    assert heights == [4.94, 6.0, 6.35]


@pytest.mark.parametrize("said", ["one", "a longer thing to say", "long " * 60])
@pytest.mark.parametrize("beneath", ["", "beneath", "more " * 60])
def test_the_paper_lies_on_the_near_edge_and_holds_its_words(said: str, beneath: str) -> None:
    size = Vec(150, 100)
    canvas = written(size, said, beneath)
    (at, paper) = next(entry[1:3] for entry in canvas.named("rect") if entry[3] == PAPER)
    assert at.y + paper.y == pytest.approx(size.y - 2.0)
    assert at.x == pytest.approx(size.x - at.x - paper.x)
    assert at.x >= 2.0
    for _, line, middle, height, _, _, anchor, room in canvas.named("text"):
        shown = canvas.text_size(line, height, "bold", room)
        assert anchor == "centre"
        assert shown.x + 8.0 <= paper.x + 1e-9 or paper.x == size.x - 4.0
        assert at.y + 1.0 <= middle.y - shown.y / 2
        assert middle.y + shown.y / 2 <= at.y + paper.y - 1.0


def test_its_paper_is_as_wide_as_its_longest_line_and_4_mm_beyond_it_on_either_side() -> None:
    canvas = written(Vec(300, 150), "one", "a longer line")
    paper = next(entry[2] for entry in canvas.named("rect") if entry[3] == PAPER)
    assert paper.x == pytest.approx(canvas.text_size("a longer line", 6.35).x + 8.0)
    assert paper.y == pytest.approx(2 * 1.4 * 6.35 + 2.6)


def test_nothing_is_drawn_where_nothing_is_said() -> None:
    assert written(Vec(300, 150), "", "beneath").drawn == []


def test_other_words_are_drawn_anew() -> None:
    canvas = Recording(Vec(300, 150))
    for said, beneath in (("one", ""), ("one", "two"), ("three", "two")):
        canvas.begin()
        words(canvas, said, beneath)
        assert canvas.words() == [one for one in (said, beneath) if one]
