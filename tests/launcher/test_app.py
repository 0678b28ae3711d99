"""The app without a device: from home to results, and calm when a game breaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from games.beans.rules import BeansRules
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.app import App
from games.launcher.block_record import rescored
from games.launcher.clock import wall_moment
from games.launcher.display import Display
from games.launcher.hand import HANDS, Hand
from games.launcher.recording import Recording
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.records.vault import read
from games.launcher.replaying import differences
from games.launcher.screens.play import Play
from games.launcher.screens.screen import Desk, Player
from games.launcher.tell import Tell


class Visit:
    """Somebody at the launcher: presses buttons by their id, lets a hand play, reads what is told."""

    def __init__(self, folder: Path, size: Vec) -> None:
        self.told, self.size, self.t = folder / "tell", size, 0.0
        self.file = self.told.open("a")
        store = Store.open(Folders.standard(folder / "data"))
        self.errors: list[BaseException] = []
        self.desk = Desk(Display("test", size, 5.0, True), wall_moment, Tell(self.file, 5.0), lambda: 7)
        self.desk.report = self.errors.append

        def ready() -> bool:
            self.desk.store, self.desk.player = store, Player("0" * 32, None)
            return True

        self.app = App(self.desk, ready)
        self.frame()
        self.app.after_first_frame()
        self.frame()

    def frame(self, *readings: Reading) -> None:
        self.t += 1 / 60
        self.app.frame(self.t, readings)
        canvas = Recording(self.size)
        self.app.draw(canvas)
        assert canvas.drawn

    def press(self, name: str) -> None:
        button = next(b for b in self.app.screen.controls if b.id == name)
        self.frame(Sample(self.t, 1, "down", button.middle))
        self.t += 0.6
        self.frame(Sample(self.t, 1, "up", button.middle))
        self.frame()

    def play(self, hand: str = "steady", frames: int = 3000) -> None:
        screen = self.app.screen
        assert isinstance(screen, Play)
        who, start = Hand(HANDS[hand], 3), self.t
        for _ in range(frames):
            if self.app.screen is not screen:
                return
            now = self.t + 1 / 60 - start
            samples = [s for s in who.readings(screen.block, now) if isinstance(s, Sample)]
            self.frame(*[Sample(s.t + start, s.finger, s.phase, s.at + screen.origin, s.device) for s in samples])

    def lines(self, key: str) -> list[object]:
        return [json.loads(line)[key] for line in self.told.read_text().splitlines() if key in json.loads(line)]


SIZES = [Vec(143, 86), Vec(217, 136), Vec(143, 228), Vec(345, 194)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.x:.0f}x{size.y:.0f}")
def visit(request: pytest.FixtureRequest, tmp_path: Path) -> Visit:
    return Visit(tmp_path, request.param)


def test_from_start_to_results_and_the_stored_block_replays(visit: Visit) -> None:
    visit.press("start")
    visit.play()
    assert visit.app.screen.name == "results"
    assert visit.lines("screen")[-3:] == ["home", "play", "results"]
    assert [rep["outcome"] for rep in visit.lines("rep")] == ["done"] * 10  # type: ignore[index]
    (path,) = visit.lines("stored")
    record, trace = read(Path(str(path)))
    assert list(differences(record, rescored(record, trace))) == []
    assert record.status == "complete"
    visit.press("home")
    assert visit.app.screen.name == "home"


def test_every_control_is_large_enough_on_the_screen_and_apart(visit: Visit) -> None:
    seen = set()
    for path in ((), ("beans",), ("screen size",), ("start",), ("start", "pause")):
        for name in path:
            visit.press(name)
        seen.add(visit.app.screen.name)
        buttons = visit.app.screen.controls
        assert buttons
        for index, button in enumerate(buttons):
            assert min(button.size) >= 18 - 1e-9, button.id
            end = button.at + button.size
            assert button.at.x >= 0 <= button.at.y, button.id
            assert end.x <= visit.size.x + 1e-9, button.id
            assert end.y <= visit.size.y + 1e-9, button.id
            for other in buttons[index + 1 :]:
                apart_x = max(button.at.x, other.at.x) - min(end.x, (other.at + other.size).x)
                apart_y = max(button.at.y, other.at.y) - min(end.y, (other.at + other.size).y)
                assert max(apart_x, apart_y) >= 3 - 1e-9, (button.id, other.id)
        back = {"levels": "back", "screen size": "back"}.get(visit.app.screen.name)
        if back:
            visit.press(back)
        elif path == ("start",):
            visit.press("stop")
    assert seen == {"home", "levels", "screen size", "play"}


def test_a_game_that_breaks_lands_on_the_calm_card_and_keeps_every_rep(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    step = BeansRules.step

    def breaking(rules: BeansRules, *rest: object) -> None:
        if len(rules.table.reps) >= 3:
            raise RuntimeError("a fault in the rules")
        step(rules, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(BeansRules, "step", breaking)
    visit.play()
    assert visit.app.screen.name == "stopped"
    assert [str(error) for error in visit.errors] == ["a fault in the rules"]
    (path,) = visit.lines("stored")
    record, _ = read(Path(str(path)))
    assert record.status == "partial"
    assert len(record.reps) == 3
    visit.press("home")
    assert visit.app.screen.name == "home"


def test_a_picture_that_breaks_lands_there_too(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visit.press("start")
    monkeypatch.setattr(Play, "draw", lambda self, canvas: canvas.circle(*()))
    visit.t += 1 / 60
    visit.app.frame(visit.t, [])
    visit.app.draw(Recording(visit.size))
    visit.app.frame(visit.t + 0.02, [])
    assert visit.app.screen.name == "stopped"


def test_a_lost_window_pauses_and_carry_on_counts_down(visit: Visit) -> None:
    visit.press("start")
    visit.frame(Command(visit.t, "lost"))
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.block.paused
    visit.press("carry on")
    assert screen.block.paused
    for _ in range(200):
        visit.frame()
    assert not screen.block.paused


def test_escape_pauses_and_keys_alone_stop(visit: Visit) -> None:
    visit.frame(Command(visit.t, "key", "enter"))
    assert visit.app.screen.name == "play"
    visit.frame(Command(visit.t, "key", "escape"))
    assert isinstance(visit.app.screen, Play)
    assert visit.app.screen.block.paused
    visit.frame(Command(visit.t, "key", "tab"))
    visit.frame(Command(visit.t, "key", "tab"))
    visit.frame(Command(visit.t, "key", "enter"))
    visit.frame()
    assert visit.app.screen.name == "home"


def test_quitting_in_mid_block_stores_it(visit: Visit) -> None:
    visit.press("start")
    visit.play(frames=200)
    visit.frame(Command(visit.t, "quit"))
    assert visit.app.closed
    (path,) = visit.lines("stored")
    assert read(Path(str(path)))[0].status == "partial"


def test_a_contact_born_at_the_edge_is_a_resting_hand(visit: Visit) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    visit.frame(Sample(visit.t, 5, "down", Vec(3, visit.size.y / 2)))
    visit.frame(Sample(visit.t, 5, "up", Vec(3, visit.size.y / 2)))
    assert screen.block.trace == []
    assert screen.session.strays == 1


def test_two_measurements_of_the_card_that_agree_set_the_scale(visit: Visit) -> None:
    visit.press("screen size")
    screen = visit.app.screen
    widths = [screen.width]  # type: ignore[attr-defined]
    visit.press("fits")
    screen.width = widths[0] * 1.005  # type: ignore[attr-defined]
    visit.t += 1
    visit.press("fits")
    assert visit.desk.rescale == pytest.approx(widths[0] * 1.0025 / 85.6)
    assert visit.app.screen.name == "home"
