"""`bench` measures what is played, writes it down, and says what got worse; how long anything takes is never judged here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from games.catalog import GAMES
from games.launcher.cli.bench import table as bench_table
from games.launcher.cli.bench.frames import row, touches
from games.launcher.cli.bench.play import Round, Scene, scenes
from games.launcher.cli.commands import main
from games.launcher.cli.options.asking import parser
from games.launcher.devices.pygame.opening import open_window
from games.launcher.shell import places

SMALL = (640, 400)


@pytest.fixture(autouse=True)
def _display() -> None:
    open_window(SMALL, False)


def test_every_level_of_every_game_is_played_in_every_mode() -> None:
    found = scenes()
    for game in GAMES:
        for mode, levels in (("practice", game.levels), ("test", game.tests), ("challenge", game.challenges)):
            numbers = [scene.number for scene in found if (scene.game, scene.mode) == (game.id, mode)]
            assert numbers == list(range(1, len(levels) + 1))
        assert (game.free is not None) == any((scene.game, scene.mode) == (game.id, "free") for scene in found)
    assert len({scene.name for scene in found}) == len(found)


def test_some_levels_can_be_chosen() -> None:
    assert scenes("bands", "practice", 9) == [Scene("bands", "practice", 9)]
    assert scenes("dough", "free") == [Scene("dough", "free", 1, 2), Scene("dough", "free", 1, 10)]
    assert scenes("bands", "practice", 99) == []


def test_a_level_for_a_whole_hand_is_played_with_five_fingers(tmp_path: Path) -> None:
    round_ = Round(tmp_path, SMALL, Scene("bands", "practice", 9))
    app, ids = round_.app, set()
    app.frame(0.01, [])
    app.after_first_frame()
    app.frame(0.02, [])
    app.go(places.Playing("bands", "practice", 9))
    for number in range(3, 240):
        readings = round_.readings(number / 60)
        ids |= {getattr(reading, "finger", None) for reading in readings}
        app.frame(number / 60, readings)
    assert len(ids) == 5


def test_a_row_tells_what_frames_cost_and_where_the_worst_was() -> None:
    found = row(Scene("beans", "practice", 1), SMALL, frames=12)
    assert found.frames == 12 - 3
    assert 0 < found.p50 <= found.p99 <= found.worst
    assert any(part in found.where for part in ("page", "drawing", "painting"))
    assert found.ratio == found.p50 / found.blit


def test_a_touch_is_followed_to_a_changed_pixel() -> None:
    assert all(value > 0 for value in touches(SMALL, times=1).values())


def test_what_got_worse_by_more_than_a_quarter_is_listed_worst_first() -> None:
    before = {"a": 1.0, "b": 2.0, "c": 1.0, "gone": 1.0}
    changes = bench_table.compared({"a": 1.2, "b": 5.0, "c": 1.3, "new": 9.0}, before)
    assert [one.name for one in changes] == ["a", "b", "c"]
    assert [one.name for one in bench_table.worse(changes)] == ["b", "c"]
    said = bench_table.worse_lines(changes)
    assert "2 of 3" in said
    assert said.index("  b") < said.index("  c")


def test_what_was_written_can_be_compared_with(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    bench_table.write(file, {"python": "3"}, [{"scene": "x"}], {"a": 1.0})
    assert bench_table.read(file) == {"a": 1.0}
    assert json.loads(file.read_text())["frames"] == [{"scene": "x"}]


def test_a_file_without_figures_is_refused_before_anything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "other.json"
    file.write_text("[]")
    assert main(["bench", "--against", str(file)]) == 1
    assert "no figures" in capsys.readouterr().err


def test_a_part_that_there_is_not_is_refused_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["bench", "--only", "frames,sound"])
    assert "'sound'" in capsys.readouterr().err
