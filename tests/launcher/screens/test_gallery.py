"""The gallery: finished pictures, made again from what is stored of each block."""

from __future__ import annotations

from pathlib import Path

from visitor import Visit

from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.screens.gallery.gallery import Gallery, kept
from games.pegs import GAME
from games.pegs.pictures import picture_of

PICTURE, OTHER = 6, 2  # levels, from 1


def pegs_drawn(canvas: Recording) -> list[int]:
    """The colours of the pegs on a canvas, in reading order."""
    heads = [one for one in canvas.named("picture") if one[1] == "pegs/peg_round"]
    return [part[0] for *_, part in heads]


def test_a_finished_picture_hangs_in_the_gallery_and_other_levels_leave_none(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.go("pegs", "gallery")
    assert visit.app.screen.name == "gallery"
    assert kept(visit.desk, GAME) == []
    visit.press("back")
    for level, count in ((PICTURE, 1), (OTHER, 1), (PICTURE, 2)):
        visit.go(f"practice {level}", "start")
        visit.play()
        assert visit.app.screen.name == "results"
        visit.go("home", "pegs")
        assert len(kept(visit.desk, GAME)) == count
    visit.go("gallery")
    assert isinstance(visit.app.screen, Gallery)
    assert visit.errors == []


def test_a_picture_that_was_stopped_half_way_is_not_kept(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.go("pegs", f"practice {PICTURE}", "start")
    visit.play(frames=300)
    visit.press("stop")
    assert kept(visit.desk, GAME) == []


def test_a_keepsake_shows_the_pegs_of_the_block_s_own_picture() -> None:
    level = GAME.levels[PICTURE - 1]
    assert GAME.gallery is not None
    assert GAME.gallery.finished is not None
    for seed in (3, 4, 5):
        draw = GAME.gallery.finished(level.settings, seed)
        assert draw is not None
        canvas = Recording(Vec(60, 60))
        draw(canvas)
        assert pegs_drawn(canvas) == [colour for _, colour in picture_of(seed).cells]
    assert GAME.gallery.finished(GAME.levels[0].settings, 3) is None
