"""A stranger is told and shown what to do, until it has come off twice; then never again."""

from __future__ import annotations

from pathlib import Path

import pytest
from visitor import Visit

from games.catalog import GAMES
from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome
from games.launcher.people.settings import Settings
from games.launcher.screens.play.lesson import PATIENCE, SHOWINGS
from games.launcher.screens.play.play import Play
from games.launcher.ui.hand_drawn import LASTS, LIFTS, PRESSES, shown

LINE = "Carry a bean to the other bowl."


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.press("start")
    return visit


def wait(visit: Visit, seconds: float) -> list[Vec]:
    """Time goes by without a touch; the places where the hand was seen."""
    seen = []
    for _ in range(round(seconds * 60)):
        visit.frame()
        seen += [entry[2] for entry in visit.canvas.drawn if entry[:2] == ("picture", "hand")]
    return seen


def test_one_line_says_what_to_do_and_stays_away_once_it_has_come_off_twice(visit: Visit) -> None:
    assert LINE in visit.words()
    screen = visit.app.screen
    assert isinstance(screen, Play)
    visit.play(frames=500)
    assert 2 <= sum(rep.outcome is Outcome.DONE for rep in screen.block.table.reps) < 10
    visit.frame()
    assert LINE not in visit.words()
    visit.go("stop")
    assert visit.desk.settings.learned == "beans.bowl beans.bowl"
    assert Settings.of(visit.desk.people.guest().settings.values()).learned == "beans.bowl beans.bowl"
    visit.go("again")
    assert visit.app.screen.name == "play"
    visit.frame()
    assert LINE not in visit.words()
    assert not wait(visit, PATIENCE + LASTS)


def test_a_hand_shows_the_way_to_somebody_who_waits_and_then_leaves_them_alone(visit: Visit) -> None:
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert not wait(visit, PATIENCE - 0.2)
    seen = wait(visit, LASTS + 0.3)
    task = screen.block.table.asked[0]
    assert isinstance(task, Carry)
    way = task.goal - task.start
    assert (seen[-1] - seen[0] - way).length < 0.2 * way.length
    for _ in range(round(2 * LASTS * SHOWINGS * 60)):
        visit.frame(drawn=False)
    assert not wait(visit, LASTS)


def test_a_touch_sends_the_hand_away(visit: Visit) -> None:
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert wait(visit, PATIENCE + 1.0)
    visit.frame(Sample(visit.t, 1, "down", screen.origin + Vec(60.0, 12.0)))
    visit.frame(Sample(visit.t, 1, "up", screen.origin + Vec(60.0, 12.0)))
    assert not wait(visit, PATIENCE - 0.5)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_every_game_has_a_way_that_a_hand_can_show(tmp_path: Path, game: object) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.go(game.id, "start")  # type: ignore[attr-defined]
    for _ in range(90):
        visit.frame(drawn=False)
    screen = visit.app.screen
    assert isinstance(screen, Play)
    task = next(iter(screen.block.table.asked.values()))
    ways = [shown(task, part / 4) for part in range(5)]
    assert all(ways)
    assert any((tip - other).length > 1.0 for way in ways[1:] for tip, other in zip(way, ways[0], strict=True))
    assert all(0 <= tip.x <= screen.block.table.size.x for way in ways for tip in way)
    assert PRESSES < LIFTS < LASTS
