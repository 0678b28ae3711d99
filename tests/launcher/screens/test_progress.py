"""Progress as somebody sees it who has practised: the week, the movements, the charts, the report, and a rest."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from blocks import play
from visitor import Visit

from games.kit.geometry import Vec
from games.launcher.cli.bench.years import LAST, desk_of, fill
from games.launcher.drawing.recording import Recording
from games.launcher.people.everybody import People
from games.launcher.progress.trend import Change
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.screens import routes
from games.launcher.screens.progress.charts import Charts
from games.launcher.screens.progress.movements import Moves
from games.launcher.screens.progress.week import Week
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page

SIZE = Vec(217, 136)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folders = Folders.standard(tmp_path_factory.mktemp("data"))
    fill(folders.data, 84, Random(1))
    return desk_of(Store.open(folders), SIZE)


def words(screen: Page) -> list[str]:
    canvas = Recording(SIZE)
    canvas.begin()
    screen.draw(canvas)
    return canvas.words()


def press(screen: Page, *names: str) -> None:
    for name in names:
        next(button for button in screen.controls if button.id == name).act()


def test_the_week_shows_its_days_repetitions_and_minutes(desk: Desk) -> None:
    week = routes.page(desk, places.Progress("week"))
    assert isinstance(week, Week)
    assert desk.store is not None
    assert LAST.weekday() == 0
    reps = desk.store.practised.days(GUEST, LAST.isoformat())[0].reps
    assert {"1 day", f"{reps} repetitions", "Mo", "23", "2"} <= set(words(week))
    assert [len(line) for line in week.weeks] == [7, 7, 7, 7]
    assert all(cell.played for cell in week.weeks[0])


def test_movements_are_those_of_today_or_of_all_days(desk: Desk) -> None:
    moves = routes.page(desk, places.Progress("movements"))
    assert isinstance(moves, Moves)
    today = moves.doses["right"].reps
    press(moves, "in all")
    assert moves.doses["right"].reps > today > 0
    assert f"{moves.doses['left'].moved['carry']:,}" in words(moves)


def test_charts_go_through_games_hands_measures_and_weeks(desk: Desk) -> None:
    charts = routes.page(desk, places.Progress("charts"))
    assert isinstance(charts, Charts)
    seen = set()
    for _ in charts.games:
        assert charts.practice is not None
        seen.add(charts.practice.game)
        assert charts.practice.side == "right"
        press(charts, "game")
    assert seen == set(charts.games)
    press(charts, "side")
    assert charts.practice is not None
    assert {charts.practice.side, charts.side} == {"left"}
    twelve = len(charts.practice.blocks)
    press(charts, "weeks", "weeks")
    assert charts.practice is not None
    assert len(charts.practice.blocks) >= twelve


def test_a_chart_says_one_of_three_things_and_draws_every_round(desk: Desk) -> None:
    charts = routes.page(desk, places.Progress("charts"))
    assert isinstance(charts, Charts)
    canvas = Recording(SIZE)
    canvas.begin()
    charts.draw(canvas)
    assert charts.course is not None
    assert charts.practice is not None
    said = [one for one in canvas.words() if one.lower() in {change.value for change in Change}]
    assert [one.lower() for one in said] == [charts.course.change.value]
    assert len(canvas.named("circle")) >= len(charts.practice.blocks)


def test_the_days_somebody_chose_stay_chosen(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("progress", "my days", "day 0", "day 4", "day 0", "back")
    assert visit.app.screen.name == "progress"
    assert visit.desk.store is not None
    again = People(Store.open(visit.desk.store.folders)).guest()
    assert again.settings.days == "0000100"


def test_a_report_is_written_where_it_says(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("pegs", "start")
    visit.play()
    visit.go("home", "progress", "page report", "weeks 4", "save report", "save table", "save all")
    visit.frame()
    assert visit.desk.store is not None
    folder = visit.desk.store.folders.data / "reports"
    assert sorted(path.suffix for path in folder.iterdir()) == ["", ".html", ".json"]
    assert any(str(folder) in one for one in visit.words())
    assert visit.errors == []


@pytest.mark.parametrize("size", [SIZE, Vec(143, 86), Vec(345, 194)], ids=str)
def test_rounds_that_cannot_be_read_are_said_beside_the_report_on_every_screen(tmp_path: Path, size: Vec) -> None:
    path = play(Store.open(Folders.standard(tmp_path / "data")), GUEST, 1)
    path.with_name(path.name.replace(f"{1:032x}", f"{9:032x}")).write_bytes(b"half of a round")
    visit = Visit(tmp_path, size)
    visit.go("progress", "page report")
    visit.frame()
    assert any(one.startswith("One round could not be read: of ") for one in visit.words()), visit.words()


def test_a_report_that_cannot_be_written_is_said_to_be_not_saved(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    assert visit.desk.store is not None
    (visit.desk.store.folders.data / "reports").write_bytes(b"in the way")
    visit.go("progress", "page report", "save report")
    visit.frame()
    assert any(one.startswith("It is not saved") for one in visit.words())


def test_after_five_minutes_a_rest_is_offered_and_the_round_waits(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("pegs", "start")
    visit.play()
    visit.desk.sitting.since_rest = 300.0
    visit.press("again")
    assert visit.app.screen.name == "rest"
    visit.press("rest")
    visit.t += 61
    visit.frame()
    assert "Carry on when you like." in visit.words()
    visit.press("carry on")
    assert visit.app.screen.name == "play"
    assert visit.app.screen.block.now == 0.0  # type: ignore[attr-defined]


def test_nobody_is_offered_a_rest_before_a_first_round(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.desk.sitting.since_rest = 300.0
    visit.go("pegs", "start")
    assert visit.app.screen.name == "play"
