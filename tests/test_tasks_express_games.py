"""Every mechanic of the seven games, said as ask and finish: the contract must be able to say them all."""

from __future__ import annotations

import math
from random import Random

import pytest

from games.kit.game import Fit, Table
from games.kit.geometry import Vec, area, inside, path_length
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Outcome, Rep, Shape, Task, Track

SIZE = Vec(130, 76)
A, B, C = Vec(30, 40), Vec(100, 40), Vec(65, 20)
SQUARE = (Vec(50, 20), Vec(80, 20), Vec(80, 50), Vec(50, 50))


def circle(centre: Vec, radius: float, points: int = 36) -> tuple[Vec, ...]:
    return tuple(
        Vec(
            centre.x + radius * math.cos(2 * math.pi * i / points),
            centre.y + radius * math.sin(2 * math.pi * i / points),
        )
        for i in range(points)
    )


def mirrored(path: tuple[Vec, ...]) -> tuple[Vec, ...]:
    return tuple(Vec(SIZE.x - p.x, p.y) for p in path)


WAVE = tuple(Vec(10 + i, 38 + 10 * math.sin(i / 8)) for i in range(110))
SPIRAL = tuple(Vec(65 + i * 0.3 * math.cos(i / 6), 38 + i * 0.3 * math.sin(i / 6)) for i in range(100))
FIGURE_8 = tuple(Vec(65 + 40 * math.sin(i / 16), 38 + 20 * math.sin(i / 8)) for i in range(101))
RING = (circle(Vec(65, 38), 25), circle(Vec(65, 38), 12))
STEP = ((0.0, 0.3), (2.0, 0.3), (2.0, 0.7), (4.0, 0.7))
DEPTHS = tuple((i / 10, 20 + 10 * math.sin(i / 10)) for i in range(200))
DOT = tuple((i / 10, Vec(65 + 40 * math.cos(i / 30), 38 + 20 * math.sin(i / 30))) for i in range(200))
SIDE = "left"

MECHANICS: dict[str, Task] = {
    "beans: from bowl to bowl": Carry(A, B, 70),
    "beans: over the wall": Carry(A, B, 44, via=(C,)),
    "beans: into the jar of its colour": Carry(A, Vec(110, 60), 30),
    "beans: a jar that swings, restated as it moves": Carry(A, Vec(104, 41), 30),
    "beans: a spoon that must stay level": Carry(A, B, 30, turn=0.0, turn_width=0.35),
    "pegs: into a hole": Carry(A, B, 12),
    "pegs: a star peg, turned": Carry(A, B, 8, turn=math.radians(72), turn_width=math.radians(20)),
    "pegs: a washer over a pin, held": Carry(A, B, 10, hold=0.5),
    "pegs: back into the tray": Carry(B, A, 40),
    "pennies: a coin on the tower, over it": Carry(A, Vec(90, 30), 19, via=(Vec(90, 12),)),
    "pennies: a bridge between two towers": Carry(A, Vec(95, 28), 10),
    "bands: spread five fingers and hold": Grip(Vec(65, 38), 30, 90, 10, hold=2.0, fingers=5),
    "bands: come back slowly": Track(((0.0, 90.0), (3.0, 30.0)), 12),
    "bands: lift one of five": Lift(2, 5, 8),
    "bands: stretch an end to a peg": Carry(A, B, 12),
    "bands: slingshot, stretched, held, let go": Carry(A, Vec(20, 60), 8, hold=1.0),
    "bands: harp, one pair to a beat": Grip(Vec(65, 38), 20, 60, 12, hold=0.0, fingers=2, beat=1.2),
    "ball: squeeze to a depth and reopen": Grip(Vec(65, 38), 80, 40, 10, hold=0.5),
    "ball: follow a depth curve": Track(DEPTHS, 8),
    "ball: steps of depth": Track(STEP, 0.1),
    "ball: squeeze to the beat": Grip(Vec(65, 38), 80, 40, 14, hold=0.0, beat=1.0),
    "ball: one pointer pulls to the middle": Carry(Vec(65, 60), Vec(65, 38), 12, hold=0.5),
    "dough: a ball": Shape((circle(Vec(65, 38), 20),), 8),
    "dough: a ring with its hole": Shape(RING, 6),
    "dough: two cut pieces": Shape((SQUARE, mirrored(SQUARE)), 8),
    "paint: a line": Follow((A, B), 12),
    "paint: a wave": Follow(WAVE, 20),
    "paint: a circle, either way round": Follow((*circle(Vec(65, 38), 25), Vec(90, 38)), 12),
    "paint: a figure 8": Follow(FIGURE_8, 12),
    "paint: a spiral": Follow(SPIRAL, 10),
    "paint: fill a leaf": Fill(SQUARE, 6),
    "paint: connect the dots": Follow((A, C, B), 16),
    "paint: follow a moving dot": Track(DOT, 15),
    "paint: the other half": Follow(mirrored(WAVE), 16),
}


def table(seed: int = 1) -> Table:
    return Table(SIZE, Random(seed), settings="easy", fit=Fit(SIDE, span=110.0))


@pytest.mark.parametrize("name", MECHANICS)
def test_a_mechanic_is_asked_and_ends_as_one_rep(name: str) -> None:
    said, task = table(), MECHANICS[name]
    said.ask(task)
    said.now = 2.5
    said.finish(Outcome.DONE, began=1.0, let_go=2.4, fingers=(1,))
    assert said.reps == [Rep(task, 0.0, 1.0, 2.4, 2.5, Outcome.DONE, (1,), settings="easy")]
    assert said.asked == {}


@pytest.mark.parametrize("kind", [Carry, Follow, Fill, Track, Grip, Lift, Shape])
def test_every_kind_of_task_is_needed_by_some_game(kind: type) -> None:
    assert any(isinstance(task, kind) for task in MECHANICS.values())


def test_seven_games_are_spoken_for() -> None:
    games = {name.split(":")[0] for name in MECHANICS}
    assert games == {"beans", "pegs", "pennies", "bands", "ball", "dough", "paint"}


def test_width_is_the_whole_target_and_lies_within_reach() -> None:
    for name, task in MECHANICS.items():
        assert task.width > 0, name


def test_a_swinging_jar_restates_the_task_and_keeps_the_time_of_asking() -> None:
    said = table()
    said.ask(Carry(A, B, 30))
    for tick in range(1, 5):
        said.now = tick * 0.1
        said.ask(Carry(A, B + Vec(tick, 0), 30))
    said.finish(Outcome.DONE)
    assert said.reps[0].asked == 0.0
    task = said.reps[0].task
    assert isinstance(task, Carry)
    assert task.goal == B + Vec(4, 0)


def test_two_hands_place_pegs_at_once_in_slots_of_their_own() -> None:
    said = table()
    said.ask(Carry(A, B, 12), slot=0)
    said.ask(Carry(B, A, 12), slot=1)
    said.now = 1.0
    said.finish(Outcome.DONE, slot=1, fingers=(2,))
    assert list(said.asked) == [0]
    said.now = 2.0
    said.finish(Outcome.MISSED, slot=0, fingers=(1,))
    assert [(rep.slot, rep.outcome) for rep in said.reps] == [(1, Outcome.DONE), (0, Outcome.MISSED)]


def test_a_handful_counts_as_one() -> None:
    said = table()
    said.ask(Carry(A, B, 40))
    for _ in range(3):
        said.cue("extra", A)
    said.finish(Outcome.DONE, fingers=(1, 2))
    assert len(said.reps) == 1
    assert [cue.name for cue in said.cues].count("extra") == 3


def test_a_pinch_carries_by_the_middle_of_its_fingers() -> None:
    said = table()
    said.ask(Carry(A, B, 12, turn=0.5, turn_width=0.3))
    said.finish(Outcome.DONE, fingers=(1, 2), offset=Vec(1, -14))
    assert said.reps[0].fingers == (1, 2)
    assert said.reps[0].offset == Vec(1, -14)


def test_memory_pegs_ask_in_a_seeded_order_that_is_the_same_again() -> None:
    orders = []
    for _ in range(2):
        said = table(seed=9)
        holes = sorted((Vec(x, y) for x in (40, 60, 80) for y in (20, 40, 60)), key=lambda _: said.rng.random())
        orders.append(holes)
    assert orders[0] == orders[1]


def test_a_squeeze_counts_only_when_the_hand_has_reopened() -> None:
    said = table()
    said.ask(Grip(Vec(65, 38), 80, 40, 10, hold=0.2))
    closed_at = None
    for tick, aperture in enumerate((80, 60, 42, 41, 42, 55, 66)):
        said.now = tick * 0.2
        if aperture <= 45:
            closed_at = said.now
        if closed_at is not None and aperture >= 0.8 * 80:
            said.finish(Outcome.DONE, began=0.2, let_go=closed_at)
    assert len(said.reps) == 1
    assert said.reps[0].ended > said.reps[0].let_go


def test_what_was_made_is_kept_with_the_rep() -> None:
    said = table()
    said.ask(Shape(RING, 6))
    said.finish(Outcome.DONE, made=RING)
    made = said.reps[0].made
    assert len(made) == 2
    assert area(made[0]) - area(made[1]) == pytest.approx(math.pi * (25**2 - 12**2), rel=0.02)
    assert inside(Vec(65, 20), made[0])
    assert not inside(Vec(65, 20), made[1])


def test_settings_are_dealt_with_every_rep() -> None:
    said = table()
    levels = iter(("harder", "harder still"))
    said.deal = lambda: next(levels)
    for _ in range(2):
        said.ask(Carry(A, B, 30))
        said.finish(Outcome.DONE)
    assert [rep.settings for rep in said.reps] == ["easy", "harder"]
    assert said.settings == "harder still"


def test_targets_are_asked_from_the_hand_that_is_known() -> None:
    said = table()
    assert said.fit.span is not None
    said.ask(Grip(Vec(65, 38), 30, said.fit.span * 0.9, 10, hold=1.0))
    task = said.asked[0]
    assert isinstance(task, Grip)
    assert task.goal <= 1.05 * said.fit.span


def test_free_play_asks_nothing_and_counts_its_strokes() -> None:
    said = table()
    for stroke in range(4):
        said.now = stroke
        said.cue("stroke", A)
    assert said.reps == []
    assert len(said.cues) == 4


def test_a_path_is_as_long_as_it_is_drawn() -> None:
    assert path_length((A, B)) == 70.0
    assert path_length(SPIRAL) == pytest.approx(248.318, abs=0.01)


def test_finishing_what_was_not_asked_says_so() -> None:
    with pytest.raises(ValueError, match="slot 3"):
        table().finish(Outcome.DONE, slot=3)


def test_an_interrupted_rep_is_a_rep_like_any_other_but_never_scored() -> None:
    said = table()
    said.ask(MECHANICS["paint: a wave"])
    said.finish(Outcome.INTERRUPTED)
    assert said.reps[0].outcome is Outcome.INTERRUPTED
