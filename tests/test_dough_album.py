"""The free table of Playdough in the gallery: its shape is shown again, also as a film, and can be continued."""

from __future__ import annotations

import math
from pathlib import Path

from visitor import Visit

from games.dough.album import Album, seen
from games.dough.lump import Lump
from games.dough.rules import DoughRules
from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.painting import Log
from games.launcher.screens.gallery.free_picture import FreePicture
from games.launcher.screens.play.play import Play
from games.launcher.shell.outbox import Paint

BALL = [Vec(60 + 20 * math.cos(k / 10 * math.pi), 50 + 20 * math.sin(k / 10 * math.pi)) for k in range(20)]
HOLE = [Vec(60 + 6 * math.cos(k / 5 * math.pi), 50 - 6 * math.sin(k / 5 * math.pi)) for k in range(10)]


def test_a_look_gives_back_outlines_holes_seeds_and_fingerprints_to_the_last_digit() -> None:
    lump = Lump([BALL, HOLE], Vec(200, 100), [Vec(55, 45), Vec(66, 61)])
    lump.prints.x.append(50.5)
    lump.prints.y.append(44.25)
    album = Album(True)
    album.look(lump, 0.0)
    _, again = seen(album.log, len(album.log))
    assert again is not None
    assert again.outlines() == lump.outlines()
    assert [loop.area < 0 for loop in again.loops] == [False, True]
    assert again.flecks.points() == lump.flecks.points()
    assert again.prints.points() == lump.prints.points()


def test_as_far_as_an_entry_the_look_that_began_before_it_is_seen() -> None:
    album = Album(True)
    album.look(Lump([BALL], Vec(200, 100)), 0.0)
    first = len(album.log)
    moved = Lump([[p + Vec(9, 0) for p in BALL]], Vec(200, 100))
    album.glance(moved, 0.1)
    assert len(album.log) == first, "it was looked at a moment ago"
    album.glance(moved, 0.6)
    assert seen(album.log, first)[0] == 0
    assert seen(album.log, first + 1)[0] == seen(album.log, len(album.log))[0] == first
    assert seen(Log(), 5) == (0, None)


def test_nobody_keeps_looks_of_a_shape_that_is_asked_for() -> None:
    album = Album(False)
    album.look(Lump([BALL], Vec(200, 100)), 0.0)
    assert len(album.log) == 0


def knead(visit: Visit, way: Vec) -> None:
    """Push the lump from outside."""
    screen = visit.app.screen
    assert isinstance(screen, Play)
    rules = screen.block.rules
    assert isinstance(rules, DoughRules)
    start = screen.origin + rules.layout.centre - way * (rules.layout.radius + 14.0)
    for step in range(40):
        visit.frame(Sample(visit.t, 1, "move" if step else "down", start + way * (0.8 * step)))
    visit.frame(Sample(visit.t, 1, "up", start + way * 32.0))
    for _ in range(40):
        visit.frame()


def outlines(visit: Visit) -> object:
    assert isinstance(visit.app.screen, Play)
    return visit.app.screen.block.rules.lump.outlines()  # type: ignore[attr-defined]


def test_what_was_shaped_hangs_in_the_gallery_runs_as_a_film_and_is_gone_on_with(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.go("dough", "mode free", "start")
    knead(visit, Vec(0, 1))
    knead(visit, Vec(1, 0))
    shaped = outlines(visit)
    visit.press("stop")
    assert visit.asked(Paint)
    visit.go("home", "dough", "gallery", "picture 1")
    screen = visit.app.screen
    assert isinstance(screen, FreePicture)
    painting = screen._opened.painting
    assert painting is not None
    _, last = seen(painting.log, len(painting.log))
    assert last is not None
    assert [[(round(x, 4), round(y, 4)) for x, y in one] for one in shaped] == [  # type: ignore[attr-defined]
        [(round(x, 4), round(y, 4)) for x, y in one] for one in last.outlines()
    ]
    visit.press("film")
    places = set()
    for _ in range(700):
        visit.frame()
        places.add(seen(painting.log, int(screen.film or 0))[0])
    assert screen.shown_whole
    assert len(places) > 4
    visit.go("back", "paint on")
    for _ in range(300):
        visit.frame()
    assert outlines(visit) == shaped
    knead(visit, Vec(-1, 0))
    visit.press("stop")
    visit.go("home", "dough", "gallery")
    assert [name for name in visit.ids() if name.startswith("picture")] == ["picture 1", "picture 2"]
    assert visit.errors == []
