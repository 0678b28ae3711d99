"""A ghost plays what was stored, in step with the player, and changes nothing of the player's block."""

from __future__ import annotations

from pathlib import Path

import pytest

from games.catalog import named
from games.kit.block import Block
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.records.blocks.vault import read
from games.launcher.round.ghost import Ghost, Stored

TRACES = sorted((Path(__file__).parents[1] / "traces").glob("*.hps"))


def ghost(path: Path, side: str | None = None) -> Ghost:
    record, trace = read(path)
    return Ghost(Stored(record, trace), side or record.fit.side)


@pytest.mark.parametrize("path", TRACES, ids=lambda path: path.stem)
def test_a_ghost_ends_as_its_block_did(path: Path) -> None:
    record, _ = read(path)
    one = ghost(path)
    step = 7
    while one.block.steps < record.steps and not one.over:
        one.run(one.block.steps + step)
    one.run(record.steps)
    assert one.over
    assert [rep.outcome.value for rep in one.block.table.reps] == [rep.outcome for rep in record.reps]
    assert [rep.let_go for rep in one.block.table.reps] == [rep.let_go for rep in record.reps]


def test_a_ghost_sets_out_with_the_first_touch_and_waits_in_a_pause() -> None:
    path = next(one for one in TRACES if one.stem == "beans_soup")
    record, trace = read(path)
    first = next(one.t for one in trace if isinstance(one, Sample) and one.phase == "down")
    one, block = ghost(path), Block(named("beans"), named("beans").challenges[0], 3, Vec(130, 76))
    block.advance(5.0)
    one.follow(block)
    assert one.block.now <= first
    block.advance(6.0, [Sample(5.5, 1, "down", Vec(5, 5)), Sample(5.6, 1, "up", Vec(5, 5))])
    one.follow(block)
    assert one.block.now == pytest.approx(first + 0.5, abs=0.05)
    before = one.block.steps
    block.advance(6.1, [Command(6.0, "pause")])
    one.follow(block)
    waits = one.block.steps
    block.advance(9.0)
    one.follow(block)
    assert before < waits == one.block.steps < record.steps


def test_a_ghost_is_drawn_faintly_and_changes_neither_itself_nor_the_table() -> None:
    one = ghost(next(one for one in TRACES if one.stem == "beans_soup"))
    seen = 0
    for step in range(0, 1200, 30):
        one.run(step)
        canvas, before = Recording(Vec(130, 76)), repr(vars(one.block.rules))
        one.draw(canvas, named("beans").ghost)
        assert repr(vars(one.block.rules)) == before
        seen += bool(canvas.drawn)
        opacities = [args[3] for name, *args in canvas.drawn if name == "picture"]
        assert all(opacity < 0.5 for opacity in opacities)
    assert seen > 10


def test_the_other_hand_is_seen_in_a_mirror() -> None:
    path = next(one for one in TRACES if one.stem == "beans_test_taps_left")
    own, mirrored = ghost(path), ghost(path, "right")
    own.run(400)
    mirrored.run(400)
    places = []
    for one in (own, mirrored):
        canvas = Recording(one.block.table.size)
        one.draw(canvas, None)
        places.append([args[0] for name, *args in canvas.drawn if name == "circle"])
    assert places[0]
    width = own.block.table.size.x
    assert [(round(width - at.x, 6), at.y) for at in places[0]] == [(round(at.x, 6), at.y) for at in places[1]]
