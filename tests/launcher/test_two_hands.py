"""Two hands at once and one finger that changes sides are two forms: neither is compared with the other."""

from __future__ import annotations

import pytest
from pegs_player import Player

from games.kit.fingers import Sample
from games.kit.game import Level
from games.kit.geometry import Vec, between
from games.launcher.round.forms import form_of, forms_of
from games.pegs import GAME

BOTH = [level for level in (*GAME.levels, *GAME.tests) if level.hands > 1]


def carry(player: Player, slots: tuple[int, ...]) -> None:
    """One finger for each of these hands, all at the same time."""
    tasks = [player.task_of(slot) for slot in slots]
    for part in range(-1, 12):
        player.t += 0.03
        share = max(0.0, min(1.0, part / 10))
        phase = "down" if part < 0 else "up" if part > 10 else "move"
        player.block.advance(
            player.t + 0.009,
            [
                Sample(player.t, slot + 1, phase, between(task.start, task.goal, share))  # type: ignore[arg-type]
                for slot, task in zip(slots, tasks, strict=True)
            ],
        )
    player.wait(0.4)


def form(player: Player) -> str:
    return form_of(forms_of(player.block, [None] * len(player.block.table.reps)))


@pytest.mark.parametrize("level", BOTH, ids=lambda level: level.title)
def test_two_fingers_at_once_are_two_hands(level: Level) -> None:
    player = Player(level)
    for _ in range(4):
        carry(player, (0, 1))
    assert len(player.outcomes) == 8
    assert form(player) == "both"


@pytest.mark.parametrize("level", BOTH, ids=lambda level: level.title)
def test_one_finger_that_changes_sides_is_none(level: Level) -> None:
    player = Player(level)
    for turn in range(8):
        carry(player, (turn % 2,))
    assert len(player.outcomes) == 8
    assert form(player) == "drag"


def test_a_block_that_is_now_and_then_played_by_both_is_none() -> None:
    player = Player(BOTH[0])
    carry(player, (0, 1))
    for turn in range(6):
        carry(player, (turn % 2,))
    assert form(player) == "drag"


def test_a_second_hand_that_only_rests_beside_it_does_not_make_two() -> None:
    player = Player(BOTH[0])
    player.do("down", Vec(108, 110), finger=7)
    for turn in range(6):
        carry(player, (turn % 2,))
    assert form(player) == "drag"


def test_what_an_older_edition_played_keeps_its_form() -> None:
    player = Player(BOTH[0])
    for _ in range(4):
        carry(player, (0, 1))
    player.block.table.edition = 1
    assert form(player) == "drag"
