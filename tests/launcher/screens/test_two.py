"""Two people at one screen: who sits where, whose finger it is, how a round ends and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.catalog import GAMES
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.records.blocks.vault import read
from games.launcher.round.levels import shared_levels
from games.launcher.round.record import rescored
from games.launcher.screens.two.choosing import Choosing
from games.launcher.screens.two.duel import Duel
from games.launcher.screens.two.halves import BETWEEN, halves
from games.launcher.screens.two.outcome import Outcomes
from games.launcher.ui.theme import STRIP

TABLET = SIZES[1]


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, TABLET)


def dueling(visit: Visit) -> Duel:
    assert isinstance(visit.app.screen, Duel)
    return visit.app.screen


def choosing(visit: Visit) -> Choosing:
    assert isinstance(visit.app.screen, Choosing)
    return visit.app.screen


def outcomes(visit: Visit) -> Outcomes:
    assert isinstance(visit.app.screen, Outcomes)
    return visit.app.screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.x:.0f}x{size.y:.0f}")
def test_both_tables_are_equal_and_lie_apart_within_the_screen(size: Vec) -> None:
    found = halves(size)
    assert found.table.x >= 60
    assert found.table.y >= 60
    for corner in (found.left, found.right):
        assert corner.x >= 0
        assert corner.y >= STRIP - 1e-9
        assert corner.x + found.table.x <= size.x + 1e-9
        assert corner.y + found.table.y <= size.y + 1e-9
    step = found.right - found.left
    apart = step.y - found.table.y if found.stacked else step.x - found.table.x
    assert apart == pytest.approx(BETWEEN)


def test_one_person_alone_plays_the_left_hand_against_the_right(visit: Visit) -> None:
    visit.go("player", "two")
    players = [seat.player for seat in choosing(visit).seats]
    assert [one.side for one in players] == ["left", "right"]  # each hand on its own side
    assert len({one.id for one in players}) == 1
    visit.press("side 1")  # both change places, so that no hand plays twice
    assert {seat.player.side for seat in choosing(visit).seats} == {"left", "right"}


def test_somebody_else_sits_beside_the_player_where_there_is_somebody(visit: Visit) -> None:
    visit.go("player", "add", "picture boat", "player", "add", "picture tree")
    visit.go("player", "two")
    first, second = (seat.player for seat in choosing(visit).seats)
    assert (first.picture, second.picture) == ("tree", "boat")
    seen = {second.picture}
    for _ in range(4):
        visit.press("person 2")
        one, other = (seat.player for seat in choosing(visit).seats)
        assert (one.id, one.side) != (other.id, other.side)
        seen.add(other.picture)
    assert seen == {"boat", "guest", "tree"}


def test_levels_for_both_hands_are_left_out(visit: Visit) -> None:
    visit.go("player", "two")
    for _ in GAMES:
        screen = choosing(visit)
        allowed = shared_levels(screen.game)
        for _ in range(len(screen.game.levels) + 1):
            visit.press("harder 1")
            assert screen.seats[0].number in allowed
        assert screen.seats[0].number == allowed[-1]
        visit.press("game after")


def test_a_duel_is_stored_for_both_and_replays_to_the_digit(visit: Visit) -> None:
    visit.go("player", "two", "harder 2", "start")
    visit.play_two("steady", "weak")
    screen = outcomes(visit)
    assert screen.shares == (None, None)  # nothing is usual yet
    assert screen.ahead == 0
    kept = [read(Path(str(path))) for path in visit.lines("stored")]
    assert sorted((one.mode, one.level, one.fit.side) for one, _ in kept) == [("duel", 1, "left"), ("duel", 2, "right")]
    for record, trace in kept:
        assert record.reps
        assert rescored(record, trace) == record
    assert visit.desk.store is not None
    assert visit.desk.player is not None
    assert visit.desk.store.last(visit.desk.player.id) is None  # Start goes on with what one plays alone


def test_the_next_round_is_measured_by_what_is_usual_for_each(visit: Visit) -> None:
    visit.go("player", "two", "start")
    visit.play_two("steady", "weak")
    points = [half.ended.score.points for half in outcomes(visit).duel.both if half.ended is not None]
    assert points[0] > 1.3 * points[1]
    visit.press("again")
    visit.play_two("weak", "steady")  # the weaker player has the better round
    left, right = outcomes(visit).shares
    assert left is not None
    assert right is not None
    assert left < 1 < right
    assert outcomes(visit).ahead == 1
    assert f"{round(100 * right)} % of the usual points" in visit.words()


def test_both_fill_one_jar_and_each_has_half_of_it_to_fill(visit: Visit) -> None:
    visit.go("player", "two", "together", "start")
    visit.play_two("steady", "weak")
    visit.press("again")
    screen = dueling(visit)
    before = screen.filled
    assert before == []
    visit.play_two("steady", "weak")
    both = outcomes(visit).duel.both
    parts = [half.usual.part(half.done) / 2 for half in both]
    assert outcomes(visit).full == pytest.approx(parts[0] + parts[1])
    assert {who for _, who in outcomes(visit).duel.filled} == {0, 1}
    assert all(later[0] > earlier[0] for earlier, later in pairwise(outcomes(visit).duel.filled))
    assert sorted(str(read(Path(str(path)))[0].mode) for path in visit.lines("stored")) == ["together"] * 4


def test_a_finger_that_wanders_over_the_middle_stays_with_its_player(visit: Visit) -> None:
    visit.go("player", "two", "start")
    screen = dueling(visit)
    start = screen.left.origin + screen.left.block.table.size * 0.5
    there = screen.right.origin + screen.right.block.table.size * 0.5
    visit.frame(Sample(visit.t, 4, "down", start), Sample(visit.t, 5, "down", there))
    for share in range(1, 6):
        visit.frame(Sample(visit.t, 4, "move", start + (there - start) * (share / 5)))
    visit.frame(Sample(visit.t, 4, "up", there), Sample(visit.t, 5, "up", there))
    fingers = [{one.finger for one in half.block.trace if isinstance(one, Sample)} for half in screen.both]
    assert fingers == [{4}, {5}]


def test_a_pause_stops_both_and_both_go_on(visit: Visit) -> None:
    visit.go("player", "two", "start")
    screen = dueling(visit)
    visit.press("pause")
    steps = [half.block.steps for half in screen.both]
    for _ in range(30):
        visit.frame()
    assert [half.block.steps for half in screen.both] == steps
    visit.press("carry on")
    for _ in range(30):
        visit.frame()
    assert all(half.block.steps > step for half, step in zip(screen.both, steps, strict=True))


def test_losing_the_window_pauses_and_leaving_keeps_what_was_played(visit: Visit) -> None:
    visit.go("player", "two", "start")
    visit.play_two("steady", "steady", frames=900)
    screen = dueling(visit)
    visit.frame(Command(visit.t, "lost"))
    visit.frame()
    assert screen.paused
    visit.app.leave()
    kept = [read(Path(str(path)))[0] for path in visit.lines("stored")]
    assert [len(one.reps) > 2 for one in kept] == [True, True]
    assert {one.status for one in kept} == {"partial"}


def test_starting_again_from_a_pause_keeps_what_both_played_once(visit: Visit) -> None:
    visit.go("player", "two", "start")
    visit.play_two("steady", "steady", frames=900)
    before = dueling(visit)
    visit.go("pause", "start again")
    visit.frame()
    reps = [len(half.block.table.reps) for half in before.both]
    assert min(reps) > 2
    assert dueling(visit) is not before
    kept = [read(Path(str(path)))[0] for path in visit.lines("stored")]
    assert sorted(len(one.reps) for one in kept) == sorted(reps)
    assert visit.errors == []


def test_a_game_that_breaks_ends_the_round_calmly_and_costs_no_repetition(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.go("player", "two", "start")
    visit.play_two("steady", "steady", frames=900)
    screen = dueling(visit)
    reps = [len(half.block.table.reps) for half in screen.both]
    broken: Callable[..., None] = lambda *args: 1 / 0  # noqa: E731
    monkeypatch.setattr(screen.left.block.rules, "step", broken)
    visit.frame()
    visit.frame()
    assert visit.app.screen.name == "stopped"
    assert sorted(len(read(Path(str(path)))[0].reps) for path in visit.lines("stored")) == sorted(reps)


def test_keys_alone_reach_both_tables(visit: Visit) -> None:
    visit.go("player", "two", "start")
    screen = dueling(visit)
    for half in screen.both:
        goal = half.origin + half.block.table.size * 0.5
        screen.keys.used, screen.keys.at = True, goal
        visit.keys("space")
        assert any(isinstance(one, Sample) and one.device == "keys" for one in half.block.trace)
    visit.keys("escape")
    assert screen.paused
