"""Each parameter of the synthetic hand does what it is named for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import mean

import pytest

from games.beans import GAME
from games.kit.block import Block
from games.kit.fingers import Reading, Sample
from games.kit.geometry import Vec, distance
from games.kit.task import Carry, Fill, Follow, Grip, Lift, Outcome, Rep, Task, Track
from games.launcher.hand import HANDS, Form, Hand, Skill, played
from games.launcher.hand.plan import Plan
from games.launcher.hand.playing import answer
from games.launcher.scoring.aperture import aperture
from games.launcher.scoring.block import measured
from games.launcher.scoring.smoothness import movement, peaks
from games.launcher.scoring.tasks.carry import CarryMeasures, carry
from games.launcher.scoring.tremor import tremor_rms

FAR = Carry(Vec(20, 60), Vec(160, 60), 24.0)
ROOM = Vec(217, 114)


def answered(task: Task, skill: Skill, seed: int = 1, form: Form = "drag", reps: int = 0) -> list[Sample]:
    plan = Plan(skill, Random(seed), "touch", form, 120, 1.0, reps)
    readings: Iterator[Reading]
    readings, _ = answer(task, plan)
    return [one for one in readings if isinstance(one, Sample)]


def rep_of(task: Task, samples: list[Sample], outcome: Outcome = Outcome.DONE) -> Rep:
    fingers = tuple(dict.fromkeys(sample.finger for sample in samples))
    return Rep(task, 0.5, samples[0].t, samples[-1].t, samples[-1].t, outcome, fingers)


def carried(skill: Skill, seed: int = 1, reps: int = 0) -> CarryMeasures:
    samples = answered(FAR, skill, seed, reps=reps)
    return carry(rep_of(FAR, samples), samples)


def path(samples: list[Sample]) -> tuple[list[float], list[float], list[float]]:
    return [s.t for s in samples], [s.at.x for s in samples], [s.at.y for s in samples]


@pytest.mark.parametrize("amplitude", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("rate", [5.0, 6.5, 9.0])
def test_the_tremor_put_in_is_the_tremor_read(amplitude: float, rate: float) -> None:
    slow = Skill(throughput=1.6, tremor=amplitude, tremor_rate=rate, noise=0.0)
    found = tremor_rms(*path(answered(FAR, slow)))
    put_in = amplitude * ((1 + 0.6**2) / 2) ** 0.5
    assert found == pytest.approx(put_in, rel=0.15)


@pytest.mark.parametrize("pushes", [1, 2, 3, 4])
def test_a_movement_has_as_many_pushes_as_the_hand_makes(pushes: int) -> None:
    skill = Skill(throughput=1.2, submovements=pushes, noise=0.0)
    moving = movement(*path(answered(FAR, skill)))
    assert moving is not None
    assert peaks(moving.speed, moving.rate) == pushes


def test_a_noisy_hand_strays_from_its_way() -> None:
    calm = mean(carried(Skill(noise=0.0), seed).max_deviation or 0 for seed in range(20))
    noisy = mean(carried(Skill(noise=0.02), seed).max_deviation or 0 for seed in range(20))
    assert noisy > calm + 3


def test_a_hand_that_hurries_scatters_as_the_law_says() -> None:
    spread = {pace: mean(carried(Skill(pace=pace, care=1.0), s).error for s in range(60)) for pace in (0.6, 1.0, 1.6)}
    assert spread[0.6] > 2 * spread[1.0] > 2 * spread[1.6]


def test_a_tiring_hand_grows_slower() -> None:
    fresh = mean(carried(HANDS["tiring"], s).movement_time for s in range(20))
    tired = mean(carried(HANDS["tiring"], s, reps=100).movement_time for s in range(20))
    assert tired == pytest.approx(2 * fresh, rel=0.15)


def test_a_hand_that_drops_loses_contact_now_and_then() -> None:
    ups = [sum(s.phase == "up" for s in answered(FAR, replace(Skill(), drops=0.5), seed)) for seed in range(40)]
    assert 10 <= ups.count(2) <= 30
    assert set(ups) == {1, 2}


@pytest.mark.parametrize("span", [20.0, 38.0, 80.0])
def test_no_two_fingers_are_farther_apart_than_the_hand_can_spread(span: float) -> None:
    wide = Grip(Vec(100, 60), 20.0, 100.0, 10.0, 1.0)
    for task in (FAR, wide):
        last: dict[int, Vec] = {}
        for sample in answered(task, Skill(span=span), form="pinch"):
            last[sample.finger] = sample.at
            if len(last) == 2:
                assert distance(last[0], last[1]) <= span + 0.5


@pytest.mark.parametrize("form", ["drag", "pinch"])
@pytest.mark.parametrize(
    "task",
    [
        Follow((Vec(20, 40), Vec(80, 30), Vec(150, 70)), 14.0),
        Fill((Vec(40, 20), Vec(100, 20), Vec(100, 60), Vec(40, 60)), 8.0, 12.0),
        Track(tuple((k * 0.5, Vec(40 + 12 * k, 50)) for k in range(9)), 20.0),
        Track(((0.0, 30.0), (2.0, 60.0), (4.0, 30.0)), 14.0, Vec(80, 50), 2),
        Grip(Vec(80, 50), 60.0, 30.0, 12.0, 1.0, 3),
        Lift(1, 5, 8.0),
    ],
    ids=lambda task: type(task).__name__,
)
def test_a_steady_hand_does_well_whatever_is_asked(task: Task, form: Form) -> None:
    samples = answered(task, HANDS["steady"], form=form)
    assert [s.t for s in samples] == sorted(s.t for s in samples)
    assert measured(rep_of(task, samples), samples).quality > 0.7


def test_a_squeeze_goes_to_its_goal_and_comes_back() -> None:
    task = Grip(Vec(80, 50), 60.0, 30.0, 12.0, 1.0)
    samples = answered(task, HANDS["steady"], form="pinch")
    last: dict[int, Vec] = {}
    openings = []
    for sample in samples:
        last[sample.finger] = sample.at
        if len(last) == 2:
            openings.append(aperture([last[0], last[1]]) or 0.0)
    assert openings[0] == pytest.approx(60, abs=1)
    assert min(openings) == pytest.approx(30, abs=6)
    assert openings[-1] == pytest.approx(60, abs=1)


@pytest.mark.parametrize("name", HANDS)
def test_every_preset_plays_the_same_twice(name: str) -> None:
    blocks = [played(Block(GAME, GAME.levels[2], 4, ROOM, ("tap",)), Hand(HANDS[name], 4), 30, 90) for _ in range(2)]
    assert blocks[0].trace == blocks[1].trace
    assert blocks[0].finished == (name != "absent")
