"""The studio of Finger paint: wet paint, tools that a resting hand cannot press, steps back and forth; nothing is judged."""

from __future__ import annotations

import pytest
from paint_player import ROOM, Player

from games.kit.block import replayed
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.recording import Recording
from games.paint import GAME
from games.paint.colours import COLOURS
from games.paint.sheet import STEPS_BACK
from games.paint.studio import SIZES
from games.paint.toolbar import foot, tools

A, B = Vec(40, 70), Vec(120, 80)


def studio(**how: object) -> Player:
    assert GAME.free is not None
    return Player(GAME.free, **how)  # type: ignore[arg-type]


def kinds(player: Player) -> list[str]:
    return [entry.kind for entry in player.rules.sheet.log]


def picture(player: Player) -> list[tuple[object, ...]]:
    """What is on the paper, as a canvas without pixels has it."""
    canvas = Recording(ROOM)
    for _ in range(40):
        canvas.begin()
        GAME.draw(player.rules, canvas)
    (layer,) = canvas.layers.values()
    assert layer.drawn == len(player.rules.sheet.log)
    return layer.strokes


def test_each_finger_paints_and_ten_at_once_are_one_step() -> None:
    player = studio()
    for finger in range(10):
        player.do("down", Vec(30 + 16 * finger, 60), finger)
    for finger in range(10):
        player.do("move", Vec(30 + 16 * finger, 90), finger)
    for finger in range(10):
        player.do("up", Vec(30 + 16 * finger, 90), finger)
    player.wait(0.3)
    (rep,) = player.block.table.reps
    assert len(rep.fingers) == 10
    assert kinds(player).count("mark") == 1
    assert kinds(player).count("begin") == kinds(player).count("end") == 10


def test_a_step_runs_from_the_first_finger_down_to_the_last_finger_up() -> None:
    player = studio()
    player.do("down", A, 1)
    player.do("down", B, 2)
    player.do("up", A, 1)
    player.wait(0.5)
    player.do("down", A, 3)
    player.do("up", B, 2)
    player.wait(0.5)
    assert player.outcomes == []
    player.do("move", B, 3)
    player.do("up", B, 3)
    player.wait(0.3)
    assert player.outcomes == [Outcome.DONE]
    assert kinds(player).count("mark") == 1


def test_undo_and_redo_go_fifty_steps_and_a_new_stroke_forgets_what_was_undone() -> None:
    player = studio()
    pictures = [picture(player)]
    for step in range(STEPS_BACK):
        player.draw([A + Vec(step, 0), B], speed=2000)
        pictures.append(picture(player))
    for before in reversed(pictures[:-1]):
        player.order("undo")
        assert picture(player) == before
    player.order("undo")
    assert picture(player) == pictures[0]
    for after in pictures[1:]:
        player.order("redo")
        assert picture(player) == after
    player.order("undo")
    player.draw([A, B])
    assert player.rules.sheet.can_forth == 0


def test_clear_wants_two_seconds_and_can_be_taken_back() -> None:
    player = studio()
    player.draw([A, B])
    before = picture(player)
    player.tool("clear", 1.5)
    assert picture(player) == before
    player.tool("clear", 2.2)
    assert picture(player)[-1] == ("clear",)
    player.tool("undo")
    assert picture(player) == before


def test_a_tool_wants_to_be_held_and_a_brush_of_the_hand_does_nothing() -> None:
    player = studio()
    player.tool("red", 0.2)
    assert player.studio.chosen == "blue"
    player.tool("red", 0.5)
    assert player.studio.chosen == "red"


def test_a_mouse_takes_a_tool_at_once_and_the_keys_too() -> None:
    for device in ("mouse", "keys"):
        player = studio(device=device)
        red = next(tool.at for tool in player.studio.tools if tool.name == "red")
        player.tap(red)
        assert player.studio.chosen == "red"
        player.tap(next(tool.at for tool in player.studio.tools if tool.name == "size"))
        assert player.studio.brush == SIZES[3]
        assert kinds(player) == []


def test_a_hand_that_rests_on_the_tools_triggers_none() -> None:
    player = studio()
    places = [tool.at for tool in player.studio.tools[:3]]
    for finger, place in enumerate(places):
        player.do("down", place, finger, after=0.03)
    player.wait(3.0)
    assert player.studio.chosen == "blue"
    assert "tool" not in player.cues


def test_a_finger_that_slides_off_a_tool_has_not_meant_it() -> None:
    player = studio()
    red = next(tool.at for tool in player.studio.tools if tool.name == "red")
    player.do("down", red)
    player.do("move", red + Vec(9, 0))
    player.wait(1.0)
    assert player.studio.chosen == "blue"


def test_colours_are_stirred_in_the_cup() -> None:
    player = studio()
    player.tool("own")
    player.tool("blue")
    player.tool("yellow")
    assert player.studio.helpings == 2
    red, green, blue = (int(player.studio.colour[i : i + 2], 16) for i in (1, 3, 5))
    assert green > red
    assert green > blue
    player.tool("own")
    player.tool("red")
    assert player.studio.colour == COLOURS["red"]
    player.tool("own", 2.5)
    assert player.studio.cup == ""


def test_a_mirror_paints_the_other_side_too() -> None:
    player = studio()
    player.tool("mirror")
    player.draw([A, B])
    places = [entry.at for entry in player.rules.sheet.log if entry.kind in ("begin", "to")]
    for place in places:
        assert any(distance(Vec(ROOM.x - place.x, place.y), other) < 0.01 for other in places)


def test_brushes_are_four_to_thirty_mm_and_there_are_eight_colours() -> None:
    assert min(SIZES) == 4
    assert max(SIZES) == 30
    assert len(COLOURS) == 8
    player = studio()
    seen = set()
    for _ in SIZES:
        seen.add(player.studio.brush)
        player.tool("size")
    assert seen == set(SIZES)


@pytest.mark.parametrize("device", ["mouse", "keys"])
def test_click_move_click_paints_free_too(device: str) -> None:
    player = studio(device=device)
    player.tap(A)
    player.hover([A, B])
    player.tap(B)
    player.wait(0.3)
    player.hover([B, A])
    assert player.outcomes == [Outcome.DONE]
    places = [entry.at for entry in player.rules.sheet.log if entry.kind == "to"]
    assert distance(places[-1], B) < 1
    assert len(places) > 20


def test_a_tap_on_the_glass_is_a_dot() -> None:
    player = studio()
    player.tap(A)
    player.tap(B, finger=2)
    player.wait(0.3)
    assert kinds(player) == ["mark", "begin", "end", "mark", "begin", "end"]
    assert player.outcomes == [Outcome.DONE] * 2


def test_a_contact_that_was_none_is_taken_back() -> None:
    player = studio()
    player.do("down", A)
    player.do("move", B)
    player.do("cancel", B)
    player.wait(0.3)
    assert player.outcomes == []
    assert picture(player) == []


def test_a_pause_keeps_the_paint() -> None:
    player = studio()
    player.do("down", A)
    player.do("move", B)
    before = len(picture(player))
    player.order("pause")
    assert len(picture(player)) == before + 1  # the brush is lifted
    assert player.outcomes == [Outcome.INTERRUPTED]


def test_undo_in_mid_stroke_ends_the_stroke_first() -> None:
    player = studio()
    player.do("down", A)
    player.do("move", B)
    player.order("undo")
    player.do("move", A)
    player.do("up", A)
    player.wait(0.3)
    assert picture(player) == []
    assert player.outcomes == [Outcome.DONE]


def test_the_stored_trace_brings_the_picture_back() -> None:
    player = studio()
    player.tool("yellow")
    player.draw([A, B])
    player.tool("mirror")
    player.draw([B, A + Vec(0, 20)])
    player.order("undo")
    player.order("redo")
    block = player.block
    trace = [*block.trace]
    again = replayed(
        GAME, block.level, block.seed, block.table.size, trace, block.steps, block.aids, fit=block.table.fit
    )
    assert again.rules.sheet.log == player.rules.sheet.log  # type: ignore[attr-defined]
    assert again.rules.sheet.name == player.rules.sheet.name  # type: ignore[attr-defined]


def test_a_layer_of_another_play_is_not_taken_for_this_one() -> None:
    canvas = Recording(ROOM)
    first = studio(seed=8)
    first.draw([A, B])
    GAME.draw(first.rules, canvas)
    canvas.begin()
    second = studio(seed=8)
    GAME.draw(second.rules, canvas)
    second.draw([B, A])
    GAME.draw(second.rules, canvas)
    layer = next(iter(canvas.layers.values()))
    since = len(layer.strokes) - 1 - [stroke[0] for stroke in reversed(layer.strokes)].index("clear")
    assert [stroke[0] for stroke in layer.strokes[since + 1 :]] == ["brush"] * (len(layer.strokes) - since - 2) + [
        "lift"
    ]


def test_a_long_picture_comes_back_in_several_frames() -> None:
    player = studio()
    for _ in range(12):
        player.draw([A, B, A, B], speed=60)
    assert len(player.rules.sheet.log) > 1500
    canvas = Recording(ROOM)
    GAME.draw(player.rules, canvas)
    layer = next(iter(canvas.layers.values()))
    assert layer.drawn < len(player.rules.sheet.log)
    assert len(picture(player)) > 1500


@pytest.mark.parametrize("size", [(80, 45), (130, 76), (143, 63), (172, 86), (217, 114), (143, 206), (400, 250)])
def test_tools_lie_apart_on_every_table_and_leave_room_to_paint(size: tuple[int, int]) -> None:
    there = tools(Vec(*size))
    assert len(there) == 16
    for index, tool in enumerate(there):
        assert tool.at.x - tool.radius >= 9
        assert tool.at.x + tool.radius <= size[0] - 9
        assert tool.at.y + tool.radius <= size[1] * 0.5
        for other in there[index + 1 :]:
            assert distance(tool.at, other.at) >= tool.radius + other.radius
    assert there[0].radius * 2 >= (11.0 if size[0] >= 143 else 6.5)
    assert size[1] < 90 or foot(Vec(*size)) <= size[1] * 0.36


def test_wild_commands_break_nothing() -> None:
    player = studio()
    for name in ("redo", "undo", "clear", "undo", "undo", "redo", "clear", "skip", "done", "turn"):
        player.order(name)
        player.block.advance(player.t + 0.02, [Sample(player.t + 0.01, 3, "down", A), Command(player.t + 0.015, name)])
        player.t += 0.02
    picture(player)


def test_the_tips_of_brushes_are_where_fingers_are_before_any_step_has_painted_there() -> None:
    player = studio(aids=())
    block = player.block
    player.do("down", A, 1)
    player.wait(0.3)
    block.feed(Sample(block.now + 1e-4, 1, "move", B))
    ((tip, size, colour),) = player.studio.tips()
    assert (tip, size, colour) == (B, player.studio.brush, COLOURS["blue"])
    assert player.studio.sheet.log[-1].at == A
    player.wait(0.1)
    assert player.studio.sheet.log[-1].at == B
    player.do("up", B, 1)
    player.wait(0.3)
    assert player.studio.tips() == []


PALM = (Vec(60, 70), Vec(74, 78), Vec(88, 77), Vec(101, 68))


@pytest.mark.parametrize("stays", [0.1, 0.3, 2.0])
@pytest.mark.parametrize("apart", [0.0, 0.02, 0.06])
def test_a_palm_on_the_paper_paints_nothing(apart: float, stays: float) -> None:
    player = studio()
    empty = picture(player)
    for finger, at in enumerate(PALM):
        player.do("down", at, finger, after=apart)
    player.wait(stays)
    for finger, at in enumerate(PALM):
        player.do("up", at + Vec(1, 1), finger)
    player.wait(0.5)
    assert picture(player) == empty
    assert player.outcomes == []


def test_a_palm_below_a_finger_that_paints_paints_nothing_and_the_finger_goes_on() -> None:
    player = studio()
    player.do("down", Vec(60, 45), 9)
    player.do("move", Vec(70, 45), 9, after=0.5)
    for finger, at in enumerate(PALM[1:3]):
        player.do("down", at, finger, after=0.04)
    for step in range(1, 30):
        player.do("move", Vec(70 + step, 45), 9, after=0.05)
    for finger, at in enumerate(PALM[1:3]):
        player.do("up", at, finger)
    player.do("up", Vec(99, 45), 9)
    player.wait(0.5)
    assert kinds(player).count("begin") == 1
    assert player.outcomes == [Outcome.DONE]


def test_curled_fingers_below_the_one_that_draws_leave_no_paint_and_undo_is_one_step() -> None:
    player = studio()
    empty = picture(player)
    player.do("down", PALM[1], 1)
    player.do("down", Vec(70, 50), 0, after=0.03)
    player.do("down", PALM[2], 2, after=0.03)
    for step in range(1, 40):
        player.do("move", Vec(70 + step, 50), 0)
    for finger, at in ((0, Vec(109, 50)), (1, PALM[1]), (2, PALM[2])):
        player.do("up", at, finger)
    player.wait(0.5)
    assert player.outcomes == [Outcome.DONE]
    player.order("undo")
    assert picture(player) == empty


def test_quick_taps_of_a_finger_are_dots_and_not_a_line() -> None:
    player = studio()
    for tap in range(6):
        at = Vec(60 + 9 * tap, 70)
        player.do("down", at, after=0.09)
        player.do("up", at + Vec(1, 0), after=0.07)
    player.wait(0.6)
    assert kinds(player).count("begin") == 6
    assert kinds(player).count("to") == 0


@pytest.mark.parametrize(("device", "lasts"), [("mouse", 0.06), ("touch", 0.5)])
def test_each_quick_press_of_undo_takes_back_one_step(device: str, lasts: float) -> None:
    player = studio()
    for row in range(6):
        player.draw([Vec(40, 50 + 8 * row), Vec(80, 50 + 8 * row)], speed=2000)
    undo = next(tool.at for tool in tools(ROOM) if tool.name == "undo")
    before, player.device = player.rules.sheet.can_back, device  # type: ignore[assignment]
    for press in range(5):
        at = undo + Vec(0.4 * press, 0)
        player.do("down", at, press, after=0.09)
        player.wait(lasts)
        player.do("up", at, press)
    player.wait(0.5)
    assert before - player.rules.sheet.can_back == 5
