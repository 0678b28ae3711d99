"""What was told is what is stored, and what comes back after a crash: with a coach, in a warm-up, at an odd moment."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path

import pytest
from visitor import Visit

from games.catalog import GAMES
from games.kit.fingers import Command, Sample
from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.records.blocks.vault import read
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.round.record import recovered, rescored
from games.launcher.screens.play.play import Play
from games.launcher.shell.outbox import Paint

SIZE = Vec(217, 136)


@pytest.mark.parametrize("hand", ["steady", "trembling", "weak"])
@pytest.mark.parametrize("game", ["beans", "pegs", "ball"])
def test_after_a_crash_a_round_with_a_coach_has_the_reps_that_were_told(game: str, hand: str, tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go(game, "start")
    play = visit.app.screen
    assert isinstance(play, Play)
    visit.play(hand, frames=420)
    live = play.block.table
    assert len({rep.settings for rep in live.reps} | {live.settings}) > 1  # the coach has made it harder or easier
    shutil.copytree(tmp_path / "data", tmp_path / "copy")  # what the next start finds
    store = Store.open(Folders.standard(tmp_path / "copy"))
    (path,) = store.recover(recovered)
    record, trace = read(path)
    told = [(rep.outcome.value, rep.began, rep.ended) for rep in live.reps]
    assert [(rep.outcome, rep.began, rep.ended) for rep in record.reps] == told
    assert [rep.settings for rep in record.reps] == [asdict(rep.settings) for rep in live.reps]
    assert rescored(record, trace) == record


@pytest.mark.parametrize("crashed", [False, True])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_warm_up_is_played_again_as_the_test_that_it_was(game: Game, crashed: bool, tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go(game.id, "mode test", "start", "start")
    play = visit.app.screen
    assert isinstance(play, Play)
    visit.play("steady", frames=240)
    table = play.block.table
    if crashed:
        shutil.copytree(tmp_path / "data", tmp_path / "copy")
        (path,) = Store.open(Folders.standard(tmp_path / "copy")).recover(recovered)
    else:
        visit.press("stop")
        path = Path(str(visit.lines("stored")[0]))
    record, trace = read(path)
    assert rescored(record, trace) == record
    assert [rep.began for rep in record.reps] == [rep.began for rep in table.reps]
    assert record.mode == "free"
    assert record.dealt == asdict(table.settings)


@pytest.mark.parametrize("game", ["beans", "bands", "pennies"])
def test_what_was_only_skipped_is_neither_stored_nor_told(game: str, tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go(game, "start", "skip", "skip", "stop")
    assert visit.lines("stored") == visit.lines("rep") == []


@pytest.mark.parametrize("order", [("f1", "stop"), ("stop", "f1"), ("f1", "quit")])
def test_help_that_is_asked_for_while_a_round_ends_stores_and_tells_it_once(
    order: tuple[str, str], tmp_path: Path
) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("paint", "mode free", "start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    visit.paint()
    stop = next(button for button in visit.app.screen.controls if button.id == "stop")
    commands = {
        "f1": [Command(visit.t, "key", "f1"), Command(visit.t, "key up", "f1")],
        "stop": [Sample(visit.t, 9, "down", stop.middle), Sample(visit.t, 9, "up", stop.middle)],
        "quit": [],
    }
    visit.t += 1.0
    visit.frame(*(reading for what in order for reading in commands[what]))
    if visit.app.screen.name == "help" and order[1] != "quit":
        visit.press("back")
    visit.app.leave()
    assert len(visit.lines("stored")) == len(visit.lines("rep")) == 1
    visit.frame()
    assert len(visit.asked(Paint)) == 1
