"""A block: what it takes in, what rules see of it step by step, what counts towards its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import null_game
import pytest

from games.kit.block import Block, dealt
from games.kit.contacts import Contacts
from games.kit.fingers import Command, Fingers, Reading, Sample
from games.kit.game import Fit, Level, Table
from games.kit.geometry import Vec
from games.kit.task import Carry, Outcome
from games.kit.touches import Touches

GAME = null_game.GAME
LEVEL = GAME.levels[0]
SIZE = Vec(200, 100)
STEP = 1 / 120


class Watching:
    """Rules that do nothing but note what they are shown: the time, presses, every place, the commands."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.seen: list[tuple[float, list[int], list[Vec], list[str]]] = []

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        places = [place for finger in fingers for place in finger.moves]
        pressed = [finger.id for finger in fingers.pressed]
        self.seen.append((self.table.now, pressed, places, [command.name for command in commands]))
        assert dt == STEP


def watched(*readings: Reading, until: float = 0.1, level: Level = GAME.free or LEVEL) -> tuple[Block, Watching]:
    block = Block(replace(GAME, rules=Watching), level, 5, SIZE)
    block.advance(until, list(readings))
    assert isinstance(block.rules, Watching)
    return block, block.rules


def drag(block: Block, at: float, to: Vec) -> None:
    """The piece is carried there within half a second, and the grace runs out."""
    task = block.table.asked[0]
    assert isinstance(task, Carry)
    block.advance(at, [Sample(at - 0.01, 1, "down", task.start)])
    block.advance(at + 0.25, [Sample(at + 0.2, 1, "move", to)])
    block.advance(at + 0.5, [Sample(at + 0.3, 1, "up", to)])


HOME, ASTRAY = Vec(150, 50), Vec(110, 90)


def test_rules_see_each_press_place_and_command_once_in_the_step_it_falls_in() -> None:
    readings = [
        Sample(0.004, 1, "down", Vec(50, 50)),
        Sample(0.012, 1, "move", Vec(51, 50)),
        Command(0.02, "turn", 1.0),
    ]
    _, rules = watched(*readings, until=4.5 * STEP)
    assert rules.seen == [
        (1 * STEP, [1], [Vec(50, 50)], []),
        (2 * STEP, [], [Vec(51, 50)], []),
        (3 * STEP, [], [], ["turn"]),
        (4 * STEP, [], [], []),
    ]


def test_a_pause_is_told_to_the_rules_in_the_step_that_ends_all_contacts() -> None:
    block, rules = watched(Sample(0.004, 1, "down", Vec(50, 50)), Command(0.02, "pause"))
    assert [names for *_, names in rules.seen] == [[], [], ["pause"]]
    assert [finger.state for finger in block.fingers] == ["cancelled"]
    block.advance(0.2, [Sample(0.15, 1, "move", Vec(60, 50)), Command(0.16, "turn", 1.0)])
    assert len(block.trace) == 2
    block.advance(0.3, [Command(0.2, "resume")])
    assert not block.paused
    assert rules.seen[3][2] == []


def test_what_was_read_ahead_of_a_pause_is_not_played_after_it() -> None:
    block = Block(replace(GAME, rules=Watching), LEVEL, 5, SIZE)
    block.advance(0.0, [Sample(0.021, 1, "down", Vec(50, 50)), Command(0.022, "pause")])
    block.advance(0.1, [Command(0.05, "resume")])
    block.advance(0.2)
    assert isinstance(block.rules, Watching)
    presses = [pressed for _, pressed, *_ in block.rules.seen if pressed]
    assert presses == [[1]]
    assert [sample.phase for sample in block.played] == ["down"]


def test_the_trace_is_kept_in_hundredths_and_never_runs_backwards() -> None:
    readings = [Sample(0.0, 1, "down", Vec(1.2345, 6.789)), Sample(0.0012341, 1, "move", Vec(-0.006, 2.0))]
    block, _ = watched(*readings, Sample(0.0011, 1, "move", Vec(3.0, 3.0)))
    assert [(sample.t, sample.at) for sample in block.trace if isinstance(sample, Sample)] == [
        (0.0, Vec(1.23, 6.79)),
        (0.00124, Vec(-0.01, 2.0)),
        (0.00124, Vec(3.0, 3.0)),
    ]


def test_what_was_played_is_what_was_read_by_the_numbers_of_the_block() -> None:
    block, _ = watched(Sample(0.01, 77, "down", Vec(50, 50)), Sample(0.02, 77, "up", Vec(51, 50)), until=0.5)
    assert [(sample.finger, sample.phase) for sample in block.trace if isinstance(sample, Sample)] == [
        (77, "down"),
        (77, "up"),
    ]
    assert [(sample.finger, sample.phase, sample.at) for sample in block.played] == [
        (1, "down", Vec(50, 50)),
        (1, "up", Vec(51, 50)),
    ]


def test_what_is_read_after_the_last_step_is_shown_before_it_is_played() -> None:
    block, _ = watched(Sample(0.004, 1, "down", Vec(50, 50)), until=STEP)
    block.advance(1.5 * STEP, [Sample(1.4 * STEP, 1, "move", Vec(60, 50))])
    finger = block.fingers.get(1)
    assert finger is not None
    assert (finger.at, finger.shown) == (Vec(50, 50), Vec(60, 50))
    block.advance(2.5 * STEP, [Sample(2.4 * STEP, 1, "move", Vec(70, 50))])
    assert (finger.at, finger.shown) == (Vec(60, 50), Vec(70, 50))


def test_free_play_has_no_end_of_its_own() -> None:
    block = Block(GAME, GAME.free or LEVEL, 5, SIZE)
    for at in (0.5, 1.2, 1.9, 2.6):
        drag(block, at, HOME)
    assert len(block.table.reps) == 4
    assert block.progress == (4, 0)
    assert not block.finished
    assert not block.stopped


def test_where_only_what_came_off_counts_a_miss_brings_the_end_no_nearer() -> None:
    for only_done, counts in ((False, [1, 2]), (True, [0, 1])):
        block = Block(GAME, replace(LEVEL, reps=2, only_done=only_done), 5, SIZE)
        found = []
        for at, to in ((0.5, ASTRAY), (1.2, HOME)):
            drag(block, at, to)
            found.append(block.progress[0])
        assert [rep.outcome for rep in block.table.reps] == [Outcome.MISSED, Outcome.DONE]
        assert found == counts
        assert block.finished == (not only_done)


def test_what_a_pause_interrupted_does_not_count() -> None:
    block = Block(GAME, replace(LEVEL, reps=1), 5, SIZE)
    task = block.table.asked[0]
    assert isinstance(task, Carry)
    block.advance(0.5, [Sample(0.4, 1, "down", task.start), Command(0.45, "pause")])
    assert [rep.outcome for rep in block.table.reps] == [Outcome.INTERRUPTED]
    assert block.progress == (0, 1)
    assert not block.finished


def test_a_level_that_lasts_so_long_at_most_ends_then_after_its_first_touch() -> None:
    block = Block(GAME, replace(LEVEL, longest=0.5), 5, SIZE)
    for k in range(1, 100):
        block.advance(k * 0.02)
    assert not block.finished
    assert block.touched is None
    block.advance(2.0, [Sample(1.99, 1, "down", Vec(1, 1))])
    assert block.touched == pytest.approx(1.99, abs=1e-4)
    block.advance(2.48)
    assert not block.finished
    block.advance(2.5)
    assert block.finished
    assert block.now == pytest.approx(2.4917, abs=1e-3)
    assert not block.stopped


def test_a_silence_of_a_second_is_still_playing_time() -> None:
    block, _ = watched(until=0.5)
    block.advance(1.5)
    assert not block.paused
    block.advance(2.51)
    assert block.paused


def test_a_block_begun_late_begins_with_what_was_read_first() -> None:
    block = Block(GAME, LEVEL, 5, SIZE)
    block.advance(100.0, [Sample(99.95, 1, "down", Vec(50, 50))])
    assert block.trace[0].t == 0.0
    assert block.now == pytest.approx(0.05, abs=STEP)
    block = Block(GAME, LEVEL, 5, SIZE)
    block.advance(1.01)
    assert (block.now, block.paused) == (0.0, False)


def test_after_its_end_a_block_takes_in_nothing() -> None:
    block, rules = watched(Command(0.05, "stop"))
    assert block.stopped
    assert block.now == pytest.approx(0.05)
    steps, trace = block.steps, list(block.trace)
    block.advance(0.5, [Sample(0.4, 1, "down", Vec(50, 50)), Command(0.45, "resume")])
    block.feed(Command(0.5, "stop"))
    block.run(500)
    assert (block.steps, block.trace, len(rules.seen)) == (steps, trace, steps)


def test_an_end_that_was_reached_is_no_stop() -> None:
    block = Block(GAME, replace(LEVEL, reps=1), 5, SIZE)
    task = block.table.asked[0]
    assert isinstance(task, Carry)
    block.advance(0.4, [Sample(0.1, 1, "down", task.start), Sample(0.2, 1, "up", HOME), Command(0.39, "stop")])
    assert block.finished
    assert not block.stopped


def test_the_hand_that_plays_is_known_to_the_rules() -> None:
    left = Fit("left", 90.0)
    assert Block(GAME, LEVEL, 5, SIZE, fit=left).table.fit == left
    assert Block(GAME, LEVEL, 5, SIZE).table.fit == Fit()
    assert Block(GAME, LEVEL, 5, SIZE).table.settings == LEVEL.settings


def test_settings_are_dealt_again_in_their_order_and_the_last_ones_from_then_on() -> None:
    deal = dealt(["first", "second"])
    assert [deal(LEVEL, [None] * n) for n in range(4)] == ["first", "second", "second", "second"]  # type: ignore[list-item]


def test_a_level_ends_after_three_times_as_many_tries_as_it_has_reps() -> None:
    level = Level("two", LEVEL.settings, reps=2)
    block, _ = watched(level=level)
    for number in range(5):
        block.advance(0.2 + number / 10, [Command(0.15 + number / 10, "skip")])
    assert not block.finished
    block.advance(1.0, [Command(0.95, "skip")])
    assert block.finished
    assert not block.stopped, "it has ended by itself"


def test_and_after_four_minutes_for_each_rep_from_the_first_touch_on() -> None:
    level = Level("one", LEVEL.settings, reps=1)
    block, _ = watched(Sample(0.05, 1, "down", Vec(9, 9)), level=level)
    for second in range(1, 241):
        block.advance(float(second))
    assert not block.finished
    block.advance(240.2)
    assert block.finished


def test_times_are_uncertain_where_they_overlap_a_time_without_frames() -> None:
    block, _ = watched()
    block.stalls = [(2.0, 3.0), (5.0, 6.0)]
    spans = ((0.0, 2.0), (1.0, 2.1), (2.4, 2.5), (3.0, 4.0), (3.1, 4.9), (3.5, 5.1), (1.0, 9.0))
    assert [block.uncertain(*span) for span in spans] == [False, True, True, True, False, True, True]


@pytest.mark.parametrize(("edition", "repairs"), [(1, Contacts), (2, Touches), (3, Touches)])
def test_each_edition_repairs_touches_as_it_did(edition: int, repairs: type) -> None:
    assert isinstance(Block(GAME, LEVEL, 1, SIZE, edition=edition).contacts, repairs)
