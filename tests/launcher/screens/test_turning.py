"""Turning what is held, by the mouse wheel and by Q and E, as the play screen passes it on."""

from __future__ import annotations

from pathlib import Path

from visitor import Visit

from games.kit.fingers import Command
from games.kit.geometry import Vec
from games.launcher.screens.play.play import Play

TURNING = 5  # a level whose pegs must be turned


def playing(folder: Path) -> tuple[Visit, Play]:
    visit = Visit(folder, Vec(217, 136))
    visit.go("pegs", f"practice {TURNING}", "start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    return visit, screen


def turns(screen: Play) -> list[float | str]:
    trace = screen.block.trace
    return [reading.value for reading in trace if isinstance(reading, Command) and reading.name == "turn"]


def test_q_and_e_turn_by_a_notch_to_either_side_and_become_part_of_the_trace(tmp_path: Path) -> None:
    visit, screen = playing(tmp_path)
    visit.keys("e", "e", "q")
    assert turns(screen) == [1, 1, -1]


def test_the_wheel_turns_as_many_notches_as_it_was_rolled(tmp_path: Path) -> None:
    visit, screen = playing(tmp_path)
    visit.frame(Command(visit.t, "wheel", 2), Command(visit.t, "wheel", -1))
    assert turns(screen) == [2, -1]
    assert screen.block.table.cues[-1].name == "turn"


def test_nothing_is_turned_while_the_game_waits(tmp_path: Path) -> None:
    visit, screen = playing(tmp_path)
    visit.press("pause")
    visit.keys("e")
    visit.frame(Command(visit.t, "wheel", 1))
    assert turns(screen) == []


def test_a_wheel_rolled_on_any_other_screen_does_nothing(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    before = visit.ids()
    visit.frame(Command(visit.t, "wheel", 1))
    assert visit.ids() == before
    assert visit.errors == []
