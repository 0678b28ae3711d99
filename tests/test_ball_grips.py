"""The ball by one finger, by the mouse, by taps, by keys; the curves, the bubbles, the real ball."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ball_player import ROOM, Player, round_about

from games.ball import GAME
from games.ball.bubbles import BUBBLES, Popping
from games.ball.real import Counting
from games.ball.tracking import Tracking
from games.kit.block import Block
from games.kit.fingers import Device, Sample
from games.kit.game import BOARD, Level
from games.kit.geometry import Vec, between, distance
from games.kit.task import Grip, Outcome, Track
from games.launcher.key_pointer import KEYS_FINGER, NUDGE
from games.launcher.scoring.block import judge

DONE, MISSED, DROPPED = Outcome.DONE, Outcome.MISSED, Outcome.DROPPED
REAL = next(level for level in GAME.levels if level.settings.play == "real")
CURVES = [level for level in GAME.levels if level.settings.curve]
SQUEEZES = [level for level in GAME.levels if not level.settings.curve and level.settings.play == "ball"]


def rim(player: Player, share: float = 0.5) -> Vec:
    """A place on the ball, so many spans to the right of its middle."""
    return player.task.centre + Vec(player.task.start * share, 0)


@pytest.mark.parametrize("device", ["touch", "mouse"])
def test_one_finger_pulls_to_the_middle_and_back(device: Device) -> None:
    player = Player()
    for _ in range(10):
        player.do("down", [rim(player)], device=device)
        goal = between(player.task.centre, player.at[0], player.task.goal / player.task.start)
        away = player.at[0]
        for part in range(15):
            player.do("move", [between(away, goal, part / 14)], device=device)
        player.wait(player.task.hold + 0.1)
        for part in range(15):
            player.do("move", [between(goal, away, part / 14)], device=device)
        player.do("up", [away], device=device)
        player.wait(0.3)
    assert player.outcomes == [DONE] * 10
    measures = judge(player.block.table.reps, player.block.played).measures
    assert all(one is not None and one.error < 3.0 for one in measures)  # type: ignore[union-attr]


def test_one_finger_that_pulls_and_lifts_has_let_go() -> None:
    player = Player()
    player.do("down", [rim(player)])
    player.close(player.task.goal)
    player.wait(player.task.hold + 0.1)
    player.lift()
    player.wait(0.02)
    assert player.outcomes == [DONE]


def test_a_press_closes_with_time_and_lifting_lets_go() -> None:
    player = Player(aids=())
    for _ in range(3):
        player.do("down", [player.task.centre + Vec(4, 2)])
        curve = player.task.press
        assert curve
        inside = [t for t in range(600) if abs(_value(curve, t / 100) - player.task.goal) <= player.task.width / 2]
        player.wait(inside[0] / 100 + player.task.hold + 0.2)
        player.lift()
        player.wait(0.4)
    assert player.outcomes == [DONE] * 3
    measures = judge(player.block.table.reps, player.block.played).measures
    assert all(one is not None and one.quality > 0.5 for one in measures)


def test_a_press_let_go_too_soon_is_missed() -> None:
    player = Player(3, aids=())
    player.do("down", [player.task.centre])
    player.wait(1.2)
    player.lift()
    player.wait(0.4)
    assert player.outcomes == [MISSED]


def test_a_second_finger_makes_a_pinch_of_a_press() -> None:
    player = Player()
    tips = round_about(player.task.centre, player.task.start, 2)
    player.do("down", tips[:1])
    player.t += 0.15
    from games.kit.fingers import Sample

    player.block.advance(player.t + 0.009, [Sample(player.t, 1, "down", tips[1])])
    player.at = tips
    assert player.play.grasp is not None
    assert player.play.grasp.way == "pinch"
    player.squeeze()
    assert player.outcomes == [DONE]
    assert player.block.table.reps[0].fingers == (1, 2)


@pytest.mark.parametrize("level", SQUEEZES, ids=lambda level: level.title)
def test_space_closes_and_space_again_opens_on_every_level(level: Level) -> None:
    player = Player(level)
    for _ in range(level.reps or 1):
        player.tap(player.task.centre, lasts=0.0, device="keys")
        task = player.task
        assert task.press
        inside = [t for t in range(1200) if abs(_value(task.press, t / 100) - task.goal) <= task.width / 2]
        player.wait(inside[0] / 100 + task.hold + 0.3)
        player.tap(task.centre, after=0.02, lasts=0.0, device="keys")
        player.wait(0.5)
    assert player.outcomes == [DONE] * (level.reps or 1)


@pytest.mark.parametrize("device", ["mouse", "keys"])
def test_a_tap_on_the_rim_takes_the_ball_and_the_pointer_steers(device: Device) -> None:
    player = Player()
    for _ in range(2):
        start = rim(player)
        player.tap(start, lasts=0.0, device=device)
        goal = between(player.task.centre, start, player.task.goal / player.task.start)
        steps = max(1, round(distance(start, goal) / NUDGE))
        way = [between(start, goal, k / steps) for k in range(steps + 1)]
        player.hover(way, device)
        player.wait(player.task.hold + 0.1)
        player.hover(way[::-1], device)
        player.wait(0.2)
        player.tap(start, lasts=0.0, device=device)  # lets go of the ball
        player.tap(start + Vec(60, 0), lasts=0.0, device=device)
    assert player.outcomes == [DONE] * 2
    assert KEYS_FINGER not in player.block.table.reps[0].fingers


# ---------------------------------------------------------------------- curves


@pytest.mark.parametrize("level", CURVES, ids=lambda level: level.title)
@pytest.mark.parametrize("fingers", [1, 2, 5])
def test_a_hand_that_stays_on_the_curve_is_precise(level: Level, fingers: int) -> None:
    player = Player(level)
    task = player.curve
    followed(player, task, fingers)
    assert player.outcomes == [DONE]
    found = judge(player.block.table.reps, player.block.played).measures[0]
    assert found is not None
    assert found.quality > 0.9


def followed(player: Player, task: Track, fingers: int, until: float = 99.0) -> None:
    """Follow the curve asked for, from its first touch."""
    first = float(task.curve[0][1])  # type: ignore[arg-type]
    player.do("down", round_about(task.centre, first, fingers))
    began = player.t
    while not player.outcomes and player.t - began < until:
        player.do("move", round_about(task.centre, float(_value(task.curve, player.t + 0.02 - began)), fingers))  # type: ignore[arg-type]


def test_a_hand_that_stays_open_has_not_followed() -> None:
    level = CURVES[-1]
    player = Player(level)
    player.do("down", round_about(player.curve.centre, float(player.curve.curve[0][1]), 2))  # type: ignore[arg-type]
    player.wait(level.settings.seconds + 0.3)
    assert player.outcomes == [MISSED]


def test_letting_go_in_the_midst_of_a_curve_is_dropped_and_at_once_it_is_nothing() -> None:
    player = Player(CURVES[0])
    followed(player, player.curve, 2, until=0.3)
    player.lift()
    player.wait(0.4)
    assert player.outcomes == []
    followed(player, player.curve, 2, until=2.0)
    player.lift()
    player.wait(0.4)
    assert player.outcomes == [DROPPED]


def test_fingers_that_stay_have_time_before_the_next_curve() -> None:
    player = Player(CURVES[0])
    followed(player, player.curve, 2)
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Tracking)
    player.wait(0.6)
    assert play.since is None
    player.wait(1.0)
    assert play.since is not None


def test_waves_differ_with_the_seed() -> None:
    assert len({Player(CURVES[-1], seed=seed).curve.curve for seed in range(6)}) == 6


# ---------------------------------------------------------------------- bubbles


def sheet(seed: int = 3) -> Player:
    return Player(GAME.challenges[1], seed=seed, size=BOARD)


def popping(player: Player) -> Popping:
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Popping)
    return play


def test_a_sheet_is_the_same_by_its_seed_and_its_bubbles_lie_apart() -> None:
    places = [tuple(bubble.at for bubble in popping(sheet(seed)).bubbles) for seed in (1, 1, 2)]
    assert places[0] == places[1] != places[2]
    for bubbles in places:
        assert len(bubbles) == BUBBLES
        for index, one in enumerate(bubbles):
            assert 10.0 <= one.x <= BOARD.x - 10.0
            assert 10.0 <= one.y <= BOARD.y - 10.0
            assert all(distance(one, other) > 12.0 for other in bubbles[:index])


def test_every_bubble_is_popped_by_a_press() -> None:
    player = sheet()
    for count in range(BUBBLES):
        bubble = popping(player).next_bubble()
        player.do("down", [bubble.at + Vec(2, 1)])
        player.wait(0.45)
        assert bubble.popped is not None
        assert len(player.outcomes) == count
        player.lift()
        player.wait(0.2)
    assert player.outcomes == [DONE] * BUBBLES
    assert player.block.finished
    assert player.cues.count("pop") == BUBBLES


def test_a_bubble_is_popped_between_thumb_and_finger_and_counts_when_they_open() -> None:
    player = sheet()
    bubble = popping(player).next_bubble()
    player.do("down", round_about(bubble.at, 34.0, 2))
    assert popping(player).squeezed is bubble
    player.close_about(bubble.at, 15.0)
    assert bubble.popped is not None
    assert player.outcomes == []
    player.close_about(bubble.at, 34.0)
    assert player.outcomes == [DONE]
    assert judge(player.block.table.reps, player.block.played).score.precision > 50


def test_bubbles_are_popped_by_keys() -> None:
    player = sheet()
    for _ in range(3):
        player.tap(popping(player).next_bubble().at, lasts=0.0, device="keys")
        player.wait(0.6)
    assert player.outcomes == [DONE] * 3


def test_a_touch_beside_the_sheet_is_nothing_and_any_bubble_may_be_taken() -> None:
    player = sheet()
    player.tap(Vec(3, 3))
    player.wait(0.5)
    assert player.outcomes == []
    last = popping(player).bubbles[-1]
    player.do("down", [last.at])
    assert player.task.centre == last.at
    player.wait(0.5)
    player.lift()
    player.wait(0.3)
    assert player.outcomes == [DONE]


# ---------------------------------------------------------------------- a real ball


@pytest.mark.parametrize("places", [[Vec(100, 50)], [Vec(100, 50), Vec(130, 60), Vec(150, 90)]])
def test_one_tap_anywhere_counts_one_squeeze_of_a_real_ball(places: Sequence[Vec]) -> None:
    player = Player(REAL)
    for _ in range(REAL.reps or 0):
        player.do("down", places)
        player.do("up", places, after=0.2)
        player.wait(1.0)
    assert player.outcomes == [DONE] * (REAL.reps or 0)
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Counting)
    assert play.count == REAL.reps


def test_space_counts_a_squeeze_and_a_trembling_key_does_not_count_twice() -> None:
    player = Player(REAL)
    player.tap(Vec(100, 50), lasts=0.0, device="keys")
    player.tap(Vec(100, 50), after=0.1, lasts=0.0, device="keys")
    player.wait(1.0)
    player.tap(Vec(100, 50), lasts=0.0, device="keys")
    player.wait(0.2)
    assert player.outcomes == [DONE] * 2


def test_the_real_balls_rhythm_is_measured() -> None:
    from games.launcher.scoring.summary import summary

    player = Player(REAL)
    for _ in range(6):
        player.tap(Vec(100, 50))
        player.wait(2.0)
    reps = player.block.table.reps
    found = summary(reps, judge(reps, player.block.played).measures)
    assert found["rate"] is not None
    assert found["interval_cv"] == pytest.approx(0.0, abs=0.05)


def _value(curve: Sequence[tuple[float, float]], t: float) -> float:
    before = curve[0]
    for after in curve[1:]:
        if t <= after[0]:
            share = (t - before[0]) / (after[0] - before[0])
            return before[1] + (after[1] - before[1]) * share
        before = after
    return before[1]


def test_whatever_is_asked_says_where_it_is() -> None:
    for level in (*GAME.levels, *GAME.tests, *GAME.challenges):
        task = Block(GAME, level, 1, ROOM).table.asked[0]
        assert isinstance(task, Grip | Track)
        assert 0 < task.centre.x < ROOM.x


def lost(player: Player, who: Sequence[int], off: Vec, gap: float = 0.4) -> None:
    """These fingers leave the glass one after the other, and come back beside where they were."""
    places = list(player.at)
    for finger in who:
        player.t += 0.03
        player.block.advance(player.t + 0.005, [Sample(player.t, finger, "up", places[finger])])
    player.wait(gap)
    for finger in who:
        player.t += 0.03
        places[finger] = places[finger] + off
        player.block.advance(player.t + 0.005, [Sample(player.t, finger, "down", places[finger])])
    player.at = places


@pytest.mark.parametrize("off", [Vec(0, 0), Vec(7, -9)])
@pytest.mark.parametrize(("fingers", "who"), [(2, (0,)), (2, (1,)), (2, (0, 1)), (3, (0,)), (3, (2, 1))])
@pytest.mark.parametrize("phase", ["open", "closing", "holding", "opening"])
def test_a_squeeze_goes_on_where_lost_fingers_come_back(
    phase: str, fingers: int, who: tuple[int, ...], off: Vec
) -> None:
    player = Player()
    player.land(fingers=fingers)
    player.wait(0.3)
    task = player.task

    def moment(name: str) -> None:
        if name == phase:
            lost(player, who, off)

    moment("open")
    player.close(player.task.goal + 12, 0.2)
    moment("closing")
    player.close(player.task.goal, 0.2)
    player.wait(0.1)
    moment("holding")
    player.close(player.task.goal, 0.1)
    player.wait(player.task.hold + 0.2)
    player.close(0.7 * player.task.start, 0.1)
    moment("opening")
    player.close(task.start, 0.2)
    player.wait(0.5)
    for _ in range(3):
        player.squeeze()
        player.wait(0.3)
    assert player.outcomes == [Outcome.DONE] * 4
