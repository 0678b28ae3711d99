"""After four misses in a row the table offers Easier and Show me: by touch, mouse and keys; never in a test."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome
from games.launcher.screens.play import offer
from games.launcher.screens.play.demo import Demo
from games.launcher.screens.play.play import Play


@pytest.fixture
def visit(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Visit]:
    one = Visit(tmp_path, getattr(request, "param", Vec(217, 136)))
    yield one
    one.file.close()


def play_of(visit: Visit) -> Play:
    assert isinstance(visit.app.screen, Play)
    return visit.app.screen


def miss(visit: Visit, times: int = 1) -> None:
    """Take a bean and drop it on the table beyond."""
    screen = play_of(visit)
    for _ in range(times):
        task = screen.block.table.asked[0]
        assert isinstance(task, Carry)
        way = task.goal - task.start
        beside = task.goal + Vec(-way.x * 0.5, -way.y * 0.5)
        for phase, at in (("down", task.start), ("move", beside), ("up", beside)):
            for _ in range(6):
                visit.frame(drawn=False)
            visit.frame(Sample(visit.t, 3, phase, screen.origin + at), drawn=False)  # type: ignore[arg-type]
        for _ in range(30):
            visit.frame(drawn=False)
    visit.frame()


def begin(visit: Visit, *way: str) -> None:
    visit.go("beans", *way, "start")


@pytest.mark.parametrize("visit", SIZES, indirect=True, ids=str)
def test_it_is_offered_after_four_misses_and_gone_after_a_success(visit: Visit) -> None:
    begin(visit)
    before = visit.ids()
    miss(visit, 3)
    assert visit.ids() == before
    miss(visit)
    assert set(visit.ids()) == {"easier", "show me", "pause", "skip"}
    places = sorted((button.at.x, button.at.x + button.size.x, button.size) for button in visit.app.screen.controls)
    for (_, right, _), (left, _, _) in itertools.pairwise(places):
        assert left - right >= 3.0 - 1e-6
    assert all(size.x >= 18 and size.y >= 18 for _, _, size in places)
    visit.play(frames=600)
    assert "easier" not in visit.ids()


@pytest.mark.parametrize("by", ["touch", "key"])
def test_easier_makes_the_next_movement_easier_and_the_keys_go(visit: Visit, by: str) -> None:
    begin(visit, "practice 3")
    miss(visit, offer.MISSES)
    wall = play_of(visit).block.table.settings.wall
    if by == "touch":
        visit.press("easier")
    else:
        visit.keys("f2")
        visit.frame()
    assert play_of(visit).block.table.settings.wall < wall
    assert "easier" not in visit.ids()
    assert "help" in visit.ids()
    miss(visit, offer.MISSES)
    assert "easier" in visit.ids()


@pytest.mark.parametrize("by", ["touch", "key"])
def test_show_me_shows_it_and_comes_back_to_the_same_round(visit: Visit, by: str) -> None:
    begin(visit)
    miss(visit, offer.MISSES)
    screen = play_of(visit)
    if by == "touch":
        visit.press("show me")
    else:
        visit.keys("f3")
        visit.frame()
    assert isinstance(visit.app.screen, Demo)
    assert screen.block.paused
    visit.press("back")
    assert visit.app.screen is screen
    assert len(screen.block.table.reps) >= offer.MISSES


def test_without_a_coach_only_show_me_is_offered(visit: Visit) -> None:
    visit.desk.settings = replace(visit.desk.settings, coach=False)
    begin(visit)
    miss(visit, offer.MISSES)
    assert "show me" in visit.ids()
    assert "easier" not in visit.ids()
    visit.keys("f2")
    visit.frame()
    assert "show me" in visit.ids()


def test_a_challenge_offers_nothing(visit: Visit) -> None:
    begin(visit, "mode challenge")
    miss(visit, offer.MISSES + 1)
    assert "show me" not in visit.ids()


def test_a_pass_does_not_count_and_misses_between_successes_do_not_add_up(visit: Visit) -> None:
    begin(visit)
    screen = play_of(visit)
    for _ in range(offer.MISSES + 2):
        visit.press("skip")
    assert "easier" not in visit.ids()
    miss(visit, 3)
    count = len(screen.block.table.reps)
    visit.play(frames=700)
    assert any(rep.outcome is Outcome.DONE for rep in screen.block.table.reps[count:])
    miss(visit, 3)
    assert "easier" not in visit.ids()
