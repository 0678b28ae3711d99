"""The skyline of daily towers: what it is made from, and that it fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import stored
from visitor import SIZES, Visit

from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.records.folders import Folders
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.screens.play.levels import Levels
from games.launcher.ui import skyline
from games.pennies import GAME
from games.pennies.coin import THICK


def save(store: Store, number: int, day: str, tall: float, **about: object) -> None:
    """A block of Pennies in which a tower of this height stood."""
    record, trace = stored(number=number)
    rep = record.reps[0].model_copy(update={"made": (((-5.0, 0.0), (5.0, 0.0), (5.0, -tall), (-5.0, -tall)),)})
    what = {"game": "pennies", "input": "touch", "local_date": day, "reps": (rep, *record.reps[1:]), **about}
    store.save(Record.model_validate({**dict(record), **what}), trace)


def test_the_highest_of_each_day_counts_and_simulated_or_other_blocks_do_not(tmp_path: Path) -> None:
    store = Store.open(Folders.standard(tmp_path))
    save(store, 1, "2026-11-20", 31.5)
    save(store, 2, "2026-11-20", 44.25)
    save(store, 3, "2026-11-22", 12.0)
    save(store, 4, "2026-11-22", 99.0, input="simulated")
    save(store, 5, "2026-11-21", 99.0, game="beans")
    wanted = [("2026-11-20", 44.25), ("2026-11-22", 12.0)]
    assert store.tallest(GUEST, "pennies", 7) == wanted
    assert store.tallest(GUEST, "pennies", 1) == wanted[1:]
    store.index.drop()
    assert store.tallest(GUEST, "pennies", 7) == wanted, "made anew from the files"
    undone = store.index.forget(GUEST)
    assert store.tallest(GUEST, "pennies", 7) == []
    store.index.restore(undone)
    assert store.tallest(GUEST, "pennies", 7) == wanted


def coins(visit: Visit) -> int:
    return len([entry for entry in visit.canvas.named("picture") if entry[1].startswith("pennies/coin")])


def test_a_tower_that_was_built_stands_in_the_skyline(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    visit.desk.pictures = True
    visit.go("pennies", "mode free")
    screen = visit.app.screen
    assert isinstance(screen, Levels)
    assert skyline.towers_of(visit.desk, GAME) == []
    while screen.lively:
        visit.frame()
    before = coins(visit)
    visit.go("mode practice", "start")
    visit.play()
    assert visit.app.screen.name == "results"
    visit.go("home", "pennies", "mode free")
    while visit.app.screen.lively:
        visit.frame()
    (day, tall), *others = skyline.towers_of(visit.desk, GAME)
    assert others == []
    assert tall == pytest.approx(5 * 40 * THICK)
    assert coins(visit) > before + 5, "beside the card of the free table"
    assert len(day) == 10


@pytest.mark.parametrize("size", SIZES)
def test_every_tower_and_its_day_lie_within_the_skyline(tmp_path: Path, size: Vec) -> None:
    visit = Visit(tmp_path, size)
    visit.desk.pictures = True
    at, room = Vec(20, 20), Vec(size.x * 0.3, size.y * 0.35)
    for days in (1, 2, 4, 7):
        towers = [(f"2026-11-{day + 1:02}", 20.0 + day * 25) for day in range(days)]
        canvas = Recording(size)
        skyline.draw(canvas, visit.desk, GAME, at, room, towers)
        for _, name, middle, wide, *_ in canvas.named("picture"):
            assert name.startswith("pennies/coin")
            assert at.x - 0.5 <= middle.x - wide / 2
            assert middle.x + wide / 2 <= at.x + room.x + 0.5
            assert at.y - 1 <= middle.y <= at.y + room.y
        assert canvas.words()[-1] == str(days)


def test_only_games_that_build_have_a_skyline(tmp_path: Path) -> None:
    visit = Visit(tmp_path, Vec(217, 136))
    from games.catalog import GAMES

    others: list[Game] = [game for game in GAMES if game.id != "pennies"]
    assert all(skyline.towers_of(visit.desk, game) == [] for game in others)
