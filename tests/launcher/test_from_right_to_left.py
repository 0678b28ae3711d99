"""In a language that is written from right to left the pages are mirrored, and the tables and the hands are not."""

from __future__ import annotations

from pathlib import Path

from tongues_made import folder_of_words
from visitor import Visit

from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.screens.play.play import Play
from games.launcher.screens.two.duel import Duel
from games.launcher.words.tongues import Tongues

SIZE = Vec(217, 136)


def visit(folder: Path) -> Visit:
    return Visit(folder, SIZE, tongues=Tongues(folder_of_words(folder), "he"))


def test_a_touch_at_the_left_presses_what_is_seen_there(tmp_path: Path) -> None:
    there = visit(tmp_path)
    start = there.app.screen.controls[there.ids().index("start")]
    assert start.middle.x > SIZE.x / 2  # on the page it stands at its end
    there.frame(Sample(there.t, 1, "down", Vec(SIZE.x - start.middle.x, start.middle.y)))
    there.t += 0.6
    there.frame(Sample(there.t, 1, "up", Vec(SIZE.x - start.middle.x, start.middle.y)))
    there.frame()
    assert there.app.screen.name == "play"


def test_a_script_is_told_where_controls_are_seen(tmp_path: Path) -> None:
    there = visit(tmp_path)
    told = there.lines("controls")[-1]
    assert isinstance(told, list)
    left, _, wide, _ = next(one["rect"] for one in told if one["id"] == "start")
    button = there.app.screen.controls[there.ids().index("start")]
    assert left == round((SIZE.x - button.at.x - button.size.x) * 5.0, 2)
    assert wide == round(button.size.x * 5.0, 2)


def test_the_hand_finds_its_table_as_it_is_everywhere(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.go("pegs", "start")
    screen = there.app.screen
    assert isinstance(screen, Play)
    there.play(frames=400)
    assert any(rep.outcome.value == "done" for rep in screen.block.table.reps)


def test_arrows_move_to_the_side_they_point_to(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.keys("down")
    focused = there.app.screen._widgets
    before = focused.named(focused.focus)
    assert before is not None
    there.keys("left")
    after = focused.named(focused.focus)
    assert after is not None
    assert there.desk.facing(after.middle).x < there.desk.facing(before.middle).x
    there.go("beans", "start")
    screen = there.app.screen
    assert isinstance(screen, Play)
    at = screen.keys.at
    there.frame(Command(there.t, "key", "left"), Command(there.t, "key up", "left"))
    assert screen.keys.at.x < at.x


def test_two_players_keep_their_sides(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.go("player", "two")
    seats = {one.id: there.desk.facing(one.middle).x for one in there.app.screen.controls if "person" in one.id}
    assert seats["person 1"] < seats["person 2"]
    there.go("start")
    screen = there.app.screen
    assert isinstance(screen, Duel)
    there.play_two("steady", "steady", frames=400)
    assert all(half.block.table.reps for half in screen.both)
