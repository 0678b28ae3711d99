"""In a challenge the player's own best plays along; the other hand guides without points; scores stand on boards of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.kit.geometry import Vec
from games.launcher.round.bests import own_best
from games.launcher.screens.play.play import Play
from games.launcher.screens.progress.scores import Boards
from games.launcher.screens.results.results import Results
from games.pegs import GAME


def playing(visit: Visit) -> Play:
    assert isinstance(visit.app.screen, Play)
    return visit.app.screen


def played(visit: Visit, hand: str = "steady") -> int:
    """Play to the end; the points."""
    visit.play(hand, frames=30_000)
    assert isinstance(visit.app.screen, Results)
    return visit.app.screen.ended.score.points


def boards(visit: Visit) -> Boards:
    assert isinstance(visit.app.screen, Boards)
    return visit.app.screen


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, SIZES[1])


def test_the_best_of_a_challenge_plays_along_on_the_same_table(visit: Visit) -> None:
    visit.go("pegs", "mode challenge", "start")
    first = playing(visit)
    assert first.ghost is None
    played(visit)
    visit.desk.seed = lambda: 41
    visit.press("again")
    second = playing(visit)
    assert second.ghost is not None
    assert second.block.seed == second.ghost.block.seed == first.block.seed
    assert not second.ghost.mirrored
    played(visit)
    assert second.ghost.over or second.ghost.done


def test_nobody_plays_along_in_practice_or_where_the_ghost_is_switched_off(visit: Visit) -> None:
    visit.go("pegs", "mode challenge", "start")
    played(visit)
    visit.desk.settings = replace(visit.desk.settings, ghost=False)
    visit.press("again")
    assert playing(visit).ghost is None
    visit.desk.settings = replace(visit.desk.settings, ghost=True)
    visit.go("stop", "pegs", "mode practice", "start")
    assert playing(visit).ghost is None


def test_a_ghost_from_a_table_of_another_size_stays_away(visit: Visit) -> None:
    visit.go("pegs", "mode practice", "start")
    played(visit)
    visit.desk.player = replace(visit.desk.player, side="left") if visit.desk.player else None
    visit.go("home", "pegs")
    assert "guide" in visit.ids()
    visit.desk.display = replace(visit.desk.display, size=Vec(180, 110))
    visit.app.screen.laid()
    assert "guide" not in visit.ids()


def test_the_other_hand_guides_in_a_mirror_and_its_block_has_no_points_of_its_own(visit: Visit) -> None:
    visit.go("pegs", "mode practice", "start")
    played(visit)
    assert visit.desk.player is not None
    visit.desk.player = replace(visit.desk.player, side="left")
    visit.go("home", "pegs", "guide")
    screen = playing(visit)
    assert screen.ghost is not None
    assert screen.ghost.mirrored
    assert screen.block.table.fit.side == "left"
    visit.play(frames=30_000)
    assert visit.desk.store is not None
    kept = [visit.desk.store.block(visit.desk.player.id, Path(str(file)).name)[0] for file in visit.lines("stored")]
    assert [(one.mode, one.fit.side) for one in kept] == [("practice", "right"), ("free", "left")]
    visit.press("home")
    visit.press("pegs")
    visit.press("mode practice")
    visit.press("scores")
    assert boards(visit).best is None


def test_the_board_shows_the_best_and_the_last_ten_oldest_first(visit: Visit) -> None:
    visit.go("pegs", "mode challenge", "start")
    points = [played(visit)]
    for number in range(11):
        visit.press("again")
        points.append(played(visit, ("steady", "hasty", "slow")[number % 3]))
    visit.go("home", "pegs", "mode challenge", "scores")
    shown = boards(visit)
    assert [entry.score for entry in shown.last] == points[-10:]
    assert shown.best is not None
    assert shown.best.score == max(points)
    assert str(max(points)) in visit.words()


def test_only_those_who_want_to_stand_on_the_family_board(visit: Visit) -> None:
    visit.go("player", "add", "picture boat", "pegs", "start")
    points = played(visit)
    visit.go("home", "pegs", "scores", "family scores")
    assert boards(visit).members == []
    visit.go("back", "back", "settings", "family", "back", "pegs", "scores", "family scores")
    (own,) = boards(visit).members
    assert (own.own, own.points) == (True, points)
    # The last line is an invitation: nobody is shown as the last.
    assert "Room for one more" in visit.words()


@pytest.mark.parametrize("coach", [True, False])
def test_points_are_a_best_where_the_level_is_fixed_and_not_where_the_coach_fits_it(coach: bool, visit: Visit) -> None:
    visit.desk.settings = replace(visit.desk.settings, coach=coach)
    visit.go("pegs", "start")
    played(visit)
    assert isinstance(visit.app.screen, Results)
    ended = visit.app.screen.ended
    assert ended.score.points > 0
    assert not ended.new_best  # the first is no new best
    assert (own_best(visit.desk, GAME, "practice", 1) is None) is coach
