"""No trick earns more than a twentieth above honest play of the same hand: a choice of them, small enough for the suite.

All of them, over three seeds: `python tests/adversaries`.
"""

from __future__ import annotations

import pytest

from adversaries import cheats, tricks
from adversaries.attempts import FAIR, PAUSE, SKIP, Attempt
from adversaries.further import chosen, further
from adversaries.rounds import Player, Table, earned, hand, record
from games.kit.fingers import Command
from games.launcher.round.forms import form_of

PEGS, BEANS = Table("pegs", "test", 2), Table("beans", "challenge")


@pytest.mark.parametrize("reps", [1, 3])
@pytest.mark.parametrize("table", [PEGS, Table("ball", "test")], ids=str)
def test_some_movements_and_then_idling_earns_less(table: Table, reps: int) -> None:
    trick = Attempt("idle", table, ("steady", "drag"), lambda seed: tricks.Idle(hand("steady", seed), reps))
    assert trick.gain((1,)) <= FAIR


@pytest.mark.parametrize(
    "how", [PAUSE, SKIP, Command(0.0, "pause", tricks.SYSTEM)], ids=["pause", "skip", "focus lost"]
)
def test_breaking_off_before_a_bad_release_earns_no_more(how: Command) -> None:
    trick = Attempt("breaks", BEANS, ("weak", "drag"), lambda seed: tricks.Breaks(hand("weak", seed), how))
    assert trick.gain((1, 2, 3)) <= FAIR


@pytest.mark.parametrize("by", [tricks.PLAYER, tricks.SYSTEM], ids=["pause", "focus lost"])
def test_pausing_after_each_movement_to_plan_the_next_earns_no_more(by: float) -> None:
    trick = Attempt("plans", BEANS, ("steady", "drag"), lambda seed: tricks.PausesBetween(hand("steady", seed), by))
    assert trick.gain((1, 2)) <= FAIR


def test_two_hands_that_tap_in_turn_earn_nothing_and_are_told() -> None:
    found = record(BEANS, tricks.TwoHands(0.2), 1)
    assert found.barred == "two hands"
    assert earned(found, BEANS) == 0
    assert found.score == 0


def test_a_tap_and_then_drags_are_drags_where_nine_in_ten_are() -> None:
    assert record(BEANS, hand("steady", 1, "tap"), 1).form == "tap"
    assert record(BEANS, tricks.Changes(hand("steady", 1, "tap"), hand("steady", 1)), 1).form == "drag"
    mixed: Player = tricks.Changes(hand("steady", 1, "tap"), hand("steady", 1), reps=4)
    found = record(BEANS, mixed, 1)
    assert found.form == "mixed"
    assert [rep.form for rep in found.reps[:5]] == ["tap"] * 4 + ["drag"]


def test_nine_in_ten_make_a_form() -> None:
    assert form_of(["drag"] * 9 + ["tap"]) == "drag"
    assert form_of(["drag"] * 8 + ["tap"] * 2) == "mixed"
    assert form_of([]) == "drag"


@pytest.mark.parametrize("factor", [2.0, 4.0, 6.0])
@pytest.mark.parametrize("table", [Table("paint", number=10), Table("paint", "test")], ids=str)
def test_painting_too_fast_earns_less(table: Table, factor: float) -> None:
    trick = Attempt("fast", table, ("steady", "drag"), lambda seed: hand(tricks.faster("steady", factor), seed))
    assert trick.gain((1,)) <= FAIR


def test_practice_with_a_movement_broken_off_is_kept_apart() -> None:
    table = Table("beans", number=9)
    found = record(table, tricks.Breaks(hand("weak", 1), PAUSE), 1)
    assert any(rep.outcome == "interrupted" for rep in found.reps)
    assert found.barred == "interrupted"


def test_free_play_stores_no_points() -> None:
    found = record(Table("beans", "free"), hand("steady", 1), 1, longest=15.0)
    assert len(found.reps) > 3
    assert found.score == 0


SHORT = [  # of our own tricks, those that earned more once, where they are quickly played
    ("no way back", Table("bands", number=4)),
    ("one finger presses", Table("ball", "challenge", 2)),
    ("two fingers press in turn", Table("ball", "challenge", 2)),
    ("a second finger at the goal", Table("pegs", "test", 1)),
    ("taps, then a drag", Table("beans", number=7)),
    ("nine done, the rest skipped", Table("pegs", "test", 1)),
    ("one done, the rest skipped", Table("ball", "challenge", 1)),
    ("open already", Table("ball", "test", 1)),
    ("all hard ones skipped", Table("beans", "challenge")),
    ("planned during a pause", Table("pennies", number=4)),
    ("corners cut, half way to the edge", Table("paint", "test")),
]


@pytest.mark.parametrize(("name", "table"), SHORT, ids=str)
def test_a_trick_of_our_own_earns_no_more(name: str, table: Table) -> None:
    trick = next(one for one in chosen([name], [table]) if one.honest[0] == "steady")
    assert trick.gain((1, 2)) <= FAIR


def test_there_are_ten_tricks_and_more_for_every_game() -> None:
    names: dict[str, set[str]] = {}
    for one in further():
        names.setdefault(one.table.game, set()).add(one.name)
    assert all(len(found) > 10 for found in names.values()), names


def test_practice_with_something_skipped_is_kept_apart() -> None:
    found = record(Table("beans", number=9), cheats.SkipsHard(hand("steady", 1)), 1)
    assert found.barred == "interrupted"
