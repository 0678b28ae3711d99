"""What is special to the rules of Stress ball: squeezing, holding, letting go."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import pairwise

import pytest
from ball_player import ROOM, Player, round_about
from hypothesis import given
from hypothesis import strategies as st

from games.ball import GAME
from games.ball.levels import EASIEST, HARDEST, BallSettings, fitted, most_bits
from games.ball.opening import along, aperture, pressed
from games.kit.block import Block, replayed
from games.kit.game import BOARD, Fit, Level
from games.kit.geometry import Vec, distance
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.scoring.block import judge

EVERY = [(level, ROOM) for level in GAME.levels] + [(level, BOARD) for level in (*GAME.tests, *GAME.challenges)]
DONE, MISSED, DROPPED = Outcome.DONE, Outcome.MISSED, Outcome.DROPPED
DEEP = Level("deep", BallSettings(depth=0.5, tolerance=0.15, hold=0.5), reps=10)
QUICK = Level("quick", BallSettings(depth=0.5, tolerance=0.15), reps=10)


@pytest.mark.parametrize("fingers", [2, 3, 4, 5])
def test_a_hand_that_stays_on_the_glass_squeezes_ten_times_and_counts_ten(fingers: int) -> None:
    player = Player()
    player.land(fingers=fingers)
    for _ in range(10):
        player.squeeze()
    assert player.outcomes == [DONE] * 10
    assert player.block.finished
    assert all(len(rep.fingers) == fingers for rep in player.block.table.reps)


@pytest.mark.parametrize("fingers", [2, 5])
def test_a_hand_that_lifts_between_squeezes_counts_ten(fingers: int) -> None:
    player = Player()
    for _ in range(10):
        player.land(fingers=fingers)
        player.squeeze()
        player.lift()
        player.wait(0.4)
    assert player.outcomes == [DONE] * 10


def test_a_hand_that_lifts_while_closed_counts_when_it_comes_back_open() -> None:
    player = Player()
    for count in range(10):
        player.land()
        assert player.outcomes == [DONE] * count
        player.close(player.task.goal)
        player.wait(0.7)
        player.lift()
        player.wait(0.5)
    player.land()
    player.wait(0.05)
    assert player.outcomes == [DONE] * 10
    first = player.block.table.reps[0]
    assert first.let_go < first.ended - 0.3


def test_nothing_counts_before_the_hand_has_opened_to_four_fifths() -> None:
    player = Player(DEEP)
    player.land()
    player.close(player.task.goal)
    player.wait(0.8)
    assert player.outcomes == []
    player.close(player.task.start * 0.77)
    player.wait(3.0)
    assert player.outcomes == []
    player.close(player.task.start * 0.82)
    assert player.outcomes == [DONE]


def test_the_span_is_the_hands_own() -> None:
    for opening in (40.0, 90.0):
        player = Player(DEEP)
        player.land(opening)
        assert player.task.start == pytest.approx(opening, abs=0.1)
        assert player.task.goal == pytest.approx(opening / 2, abs=0.1)
        player.squeeze()
        assert player.outcomes == [DONE]
        assert player.task.start == pytest.approx(opening, abs=0.5)


def test_a_hand_that_opens_wider_shows_a_wider_span() -> None:
    player = Player(DEEP)
    player.land(50.0)
    player.close(74.0)
    assert player.task.start == pytest.approx(74.0, abs=1.5)


def test_a_known_span_is_asked_for_from_the_beginning() -> None:
    assert Player(fit=Fit(span=50.0)).task.start == pytest.approx(40.0)
    assert Player().task.start == pytest.approx(64.0)


@pytest.mark.parametrize(
    ("share", "outcome"), [(0.5, DONE), (0.36, DONE), (0.64, DONE), (0.33, MISSED), (0.68, MISSED)]
)
def test_a_squeeze_comes_off_within_its_tolerance(share: float, outcome: Outcome) -> None:
    for level in (DEEP, QUICK):
        player = Player(level)
        player.land()
        start = player.task.start
        player.close(start * (1 - share))
        player.wait(0.7)
        player.close(start)
        player.wait(0.5)
        assert player.outcomes == [outcome]


def test_a_stay_that_is_too_short_is_missed_and_may_be_taken_up_again() -> None:
    player = Player(DEEP)
    player.land()
    start = player.task.start
    player.close(player.task.goal)
    player.wait(0.2)
    player.close(start * 0.82)  # nearly open, and closed again at once
    player.close(player.task.goal, seconds=0.1)
    player.wait(0.6)
    player.close(start)
    assert player.outcomes == [DONE]
    player.close(player.task.goal)
    player.close(start)
    player.wait(0.5)
    assert player.outcomes == [DONE, MISSED]


def test_fingers_that_only_rest_on_the_ball_make_no_rep() -> None:
    player = Player()
    player.land()
    player.close(player.task.start * 0.85)
    player.close(player.task.start)
    player.wait(20.0)
    player.lift()
    player.wait(1.0)
    assert player.outcomes == []
    assert player.block.table.asked


def test_resting_between_squeezes_costs_no_movement_time() -> None:
    player = Player()
    player.land()
    player.squeeze()
    player.wait(9.0)
    player.squeeze()
    first, second = judge(player.block.table.reps, player.block.played).measures
    assert first is not None
    assert second is not None
    assert second.movement_time == pytest.approx(first.movement_time, abs=0.25)


def test_letting_go_in_the_midst_is_dropped() -> None:
    player = Player(DEEP)
    player.land()
    player.close(player.task.goal)
    player.lift()
    player.wait(0.3)
    assert player.outcomes == [DROPPED]


def test_a_finger_that_flickers_was_never_away() -> None:
    player = Player(DEEP)
    player.land()
    player.close(player.task.goal)
    player.lift()
    player.do("down", player.at, after=0.1)
    player.wait(0.6)
    player.close(player.task.start)
    assert player.outcomes == [DONE]


def test_when_one_of_three_fingers_leaves_the_others_go_on() -> None:
    player = Player(DEEP)
    player.land(fingers=3)
    player.t += 0.02
    places = player.at
    player.block.advance(player.t + 0.009, [sample_of(player, 2, "up", places[2])])
    player.at = places[:2]
    player.wait(0.3)
    player.squeeze()
    assert player.outcomes == [DONE]
    assert len(player.block.table.reps[0].fingers) == 2


def sample_of(player: Player, finger: int, phase: str, at: Vec):  # type: ignore[no-untyped-def]
    from games.kit.fingers import Sample

    return Sample(player.t, finger, phase, at)  # type: ignore[arg-type]


def test_two_depths_take_turns() -> None:
    level = next(level for level in GAME.levels if level.settings.second)
    player = Player(level)
    player.land()
    goals = []
    for _ in range(4):
        goals.append(round(1 - player.task.goal / player.task.start, 2))
        player.squeeze()
    assert goals == [0.3, 0.6, 0.3, 0.6]


def test_the_beat_sounds_from_the_first_touch_on() -> None:
    level = next(level for level in GAME.levels if level.settings.beat and level.settings.play == "ball")
    player = Player(level)
    player.wait(0.9)
    assert "beat" not in player.cues
    player.land()
    for _ in range(8):
        player.wait(0.8)
    assert player.cues.count("beat") == int(6.4 / level.settings.beat)
    assert player.task.beat == level.settings.beat


def test_after_ten_squeezes_a_rest_is_offered() -> None:
    player = Player(Level("many", DEEP.settings, reps=30))
    player.land()
    for _ in range(10):
        assert not player.play.resting
        player.squeeze()
    assert player.play.resting
    player.close(player.task.goal)
    assert not player.play.resting


# ---------------------------------------------------------------------- juice


def test_juice_runs_only_while_the_squeeze_is_right_and_too_much_is_missed() -> None:
    player = Player(GAME.challenges[0], size=BOARD)
    player.land()
    player.close(player.task.start * 0.9)
    player.wait(0.5)
    assert player.play.held == 0.0
    task = player.task
    player.close(task.goal)
    player.wait(task.hold + 0.2)
    assert player.play.reached
    player.close(task.start)
    assert player.outcomes == [DONE]
    task = player.task
    player.close(task.goal)
    player.wait(task.hold * 1.7 + 1.0)
    player.close(task.start)
    player.wait(0.4)
    assert player.outcomes == [DONE, MISSED]


def test_orders_differ_with_the_seed_and_are_the_same_with_it() -> None:
    def orders(seed: int) -> tuple[float, float]:
        task = Player(GAME.challenges[0], seed=seed, size=BOARD).task
        return task.goal, task.hold

    assert orders(1) == orders(1)
    assert len({orders(seed) for seed in range(8)}) > 4


# ---------------------------------------------------------------------- rules that hold for every level


@pytest.mark.parametrize(("level", "size"), EVERY)
@pytest.mark.parametrize("form", ["pinch", "drag"])
@pytest.mark.parametrize("side", ["right", "left"])
def test_a_steady_hand_finishes_every_level(level: Level, size: Vec, form: str, side: str) -> None:
    block = Block(GAME, level, 5, size, ("tap",), fit=Fit(side))
    played(block, Hand(HANDS["steady"], 5, form=form), 60, longest=220)  # type: ignore[arg-type]
    assert block.finished
    done = [rep.outcome is DONE for rep in block.table.reps]
    assert sum(done) >= 0.9 * len(done)
    assert judge(block.table.reps, block.played).score.precision > 80


@pytest.mark.parametrize("name", ["slow", "weak", "hasty", "tiring"])
def test_other_hands_finish_the_easiest_levels(name: str) -> None:
    for level in GAME.levels[:2]:
        block = Block(GAME, level, 5, ROOM, ("tap",))
        played(block, Hand(HANDS[name], 5, form="pinch"), 60, longest=220)
        assert block.finished
        assert sum(rep.outcome is DONE for rep in block.table.reps) >= 8


def test_a_tremor_is_no_squeeze() -> None:
    player = Player(QUICK)
    player.land()
    goal, start = player.task.goal, player.task.start
    player.close(goal)
    for k in range(60):
        player.do("move", round_about(player.task.centre, start * (0.78 + 0.05 * (k % 2)), 2), after=0.04)
    assert player.outcomes == []


@given(bits=st.floats(-4, 4), level=st.sampled_from([level for level, _ in EVERY]))
def test_a_level_is_fitted_by_its_tolerance_its_hold_and_its_pace(bits: float, level: Level) -> None:
    settings = level.settings
    made = fitted(settings, bits)
    paced = {"hold": settings.hold, "seconds": settings.seconds, "beat": settings.beat}
    assert replace(made, tolerance=settings.tolerance, **paced) == settings
    if settings.play != "real":
        assert HARDEST <= made.tolerance <= EASIEST
        lowest, highest = most_bits(settings)
        easy, hard = fitted(settings, lowest), fitted(settings, highest)
        assert hard.tolerance < settings.tolerance <= easy.tolerance, "some are as easy as can be"
        assert easy.tolerance <= EASIEST
        assert easy.hold <= settings.hold <= hard.hold
        assert hard.seconds <= settings.seconds <= easy.seconds, "a curve gets slower where it is easier"
        assert hard.beat <= settings.beat <= easy.beat


@given(st.floats(20, 120), st.floats(0.2, 0.7), st.floats(0.04, 0.35), st.sampled_from([0.0, 0.5, 2.0, 5.0]))
def test_a_press_stays_in_the_tolerance_long_enough(span: float, depth: float, tolerance: float, hold: float) -> None:
    goal, width = span * (1 - depth), 2 * tolerance * span
    curve = pressed(span, goal, width, hold)
    inside = [t for t in range(1000) if abs(along(curve, t / 100) - goal) <= width / 2 + 1e-9]
    assert len(inside) / 100 > hold + 1.0
    values = [along(curve, t / 100) for t in range(1000)]
    assert all(after <= before + 1e-9 for before, after in pairwise(values))
    assert values[0] == span
    assert values[-1] > 0


def test_the_aperture_of_two_fingers_is_their_distance() -> None:
    assert aperture([Vec(0, 0), Vec(30, 40)]) == pytest.approx(distance(Vec(0, 0), Vec(30, 40)))


def test_a_block_replays_to_the_last_digit_and_drawing_leaves_it_alone() -> None:
    player = Player()
    player.land()
    for _ in range(3):
        player.squeeze()
    before = copy.deepcopy(player.block.table.reps)
    again = replayed(GAME, player.block.level, 3, ROOM, player.block.trace, player.block.steps, player.block.aids)
    assert again.table.reps == before


@pytest.mark.parametrize("size", [Vec(80, 45), Vec(45, 80), Vec(150, 90), Vec(172, 86), Vec(250, 400), Vec(400, 250)])
@pytest.mark.parametrize("level", [level for level, _ in EVERY])
def test_the_ball_and_its_fingers_fit_every_table(level: Level, size: Vec) -> None:
    for side in ("right", "left"):
        block = Block(GAME, level, 2, size, fit=Fit(side))
        task = block.table.asked[0]
        centre = task.centre  # type: ignore[union-attr]
        span = task.start if level.settings.curve == "" else task.curve[0][1]  # type: ignore[union-attr]
        least = 3.0 if level.settings.play == "bubbles" else 5.0
        assert least <= centre.x - span / 2
        assert centre.x + span / 2 <= size.x - least
        assert centre.y - span / 2 >= 1.0
        assert centre.y + span / 2 <= size.y - 1.0
