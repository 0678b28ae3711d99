"""One screen passes into the next: seen, short, and never in the way of a touch."""

from __future__ import annotations

from pathlib import Path

import pytest
from visitor import Visit

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.people.settings import Settings
from games.launcher.shell.between.passing import LASTS
from games.launcher.shell.desk import Wish
from games.launcher.shell.display import Display
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, app_for

SIZE = Vec(217, 136)
LONGEST = max(LASTS.values())


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, SIZE)


def tapped(visit: Visit, name: str) -> tuple[Vec, Vec]:
    """Tap a control; returns its box. The next screen has been drawn once."""
    control = next(one for one in visit.app.screen.controls if one.id == name)
    visit.t += 0.6
    visit.frame(Sample(visit.t, 1, "down", control.middle))
    visit.t += 0.6
    visit.frame(Sample(visit.t, 1, "up", control.middle))
    return control.at, control.size


def before(visit: Visit) -> list[tuple[object, ...]]:
    """What was drawn last of the screen before."""
    return [entry for entry in visit.canvas.drawn if str(entry[0]).startswith("held")]


def test_a_tile_grows_into_the_page_of_its_game(visit: Visit) -> None:
    at, size = tapped(visit, "beans")
    assert visit.app.screen.name == "levels"
    assert before(visit)[0][:3] == ("held around", at, size)
    widths = []
    for _ in range(8):
        visit.frame()
        widths.append(before(visit)[0][2].x)  # type: ignore[attr-defined]
    assert widths == sorted(widths)
    assert widths[-1] > 1.5 * size.x


def test_on_the_way_home_the_page_shrinks_to_its_tile_again(visit: Visit) -> None:
    at, size = tapped(visit, "beans")
    for _ in range(30):
        visit.frame()
    tapped(visit, "back")
    for _ in range(11):
        visit.frame()
    (last,) = before(visit)
    assert last[0] == "held part"
    assert (last[2] - at).length < 0.1 * SIZE.x  # type: ignore[operator]
    assert (last[3] - size).length < 0.1 * SIZE.x  # type: ignore[operator]


def test_a_passage_ends_soon_and_nothing_moves_then(visit: Visit) -> None:
    tapped(visit, "help")
    passed = visit.t
    while before(visit):
        visit.frame()
    assert 0.15 <= visit.t - passed <= LONGEST + 3 / 60
    for _ in range(30):
        visit.frame()
    assert not visit.app.lively


def test_a_touch_during_a_passage_meets_the_new_screen_and_sees_it_whole(visit: Visit) -> None:
    tapped(visit, "beans")
    visit.frame()
    assert before(visit)
    back = next(one for one in visit.app.screen.controls if one.id == "test" or one.id == "mode test")
    visit.frame(Sample(visit.t, 2, "down", back.middle))
    assert not before(visit)
    visit.frame(Sample(visit.t, 2, "up", back.middle))
    assert visit.app.screen.name == "levels"
    assert visit.app.screen.chosen[0] == "test"  # type: ignore[attr-defined]


def test_with_less_motion_the_next_screen_stands_at_once(visit: Visit) -> None:
    visit.desk.choose(Settings(told=True, less_motion=True))
    tapped(visit, "beans")
    assert visit.app.screen.name == "levels"
    assert not before(visit)


def test_what_no_control_brought_fades_in(visit: Visit) -> None:
    visit.keys("f1")
    assert visit.app.screen.name == "help"
    (faded,) = before(visit)
    assert faded[0] == "held part"
    assert faded[3] == SIZE


def test_a_game_asked_for_on_the_command_line_comes_without_a_bare_home_before_it() -> None:
    host = Host(Display("test", SIZE, 5.0, True), lambda: 7, Tell())
    app, canvas = app_for(host, Wish("beans"), lambda _desk: False), Recording(SIZE)
    for number in range(3):
        app.frame(number / 60, [])
        canvas.begin()
        app.draw(canvas)
        assert canvas.drawn
        assert not canvas.words()
        if number == 0:
            app.after_first_frame()
