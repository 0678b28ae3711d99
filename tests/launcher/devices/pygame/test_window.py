"""The window's loop, driven by posted events on a screen that nobody sees."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest
from pygame.event import Event
from scripted_window import Known, Script, driven, touch

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.devices.pygame.opening import key_of_screen, open_window
from games.launcher.devices.pygame.options import WindowOptions
from games.launcher.devices.pygame.window import Window
from games.launcher.devices.system import spots
from games.launcher.drawing.commission import Write
from games.launcher.shell.assets import assets_folder
from games.launcher.shell.outbox import Give, Paint, Rescale
from games.launcher.shell.spots import Given, Spot

ROOT = Path(__file__).parents[4]


def test_events_come_as_samples_and_commands_in_their_order(known: Known) -> None:
    down, up = touch(pygame.FINGERDOWN, 0.5), touch(pygame.FINGERUP, 0.6)
    key = Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0)
    script = driven(Script([down], [key, up], [], []), known)
    said = [r.phase if isinstance(r, Sample) else f"{r.name} {r.value}" for r in script.readings]
    assert said == ["down", "key escape", "up"]


def test_a_file_that_is_asked_for_goes_to_its_folder(
    known: Known, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spots, "apart", lambda work: work())
    file, goal, given = tmp_path / "data.json", tmp_path / "stick", list[Given]()
    file.write_text("all")
    goal.mkdir()
    script = Script([], [])
    script.outbox.ask(Give(Spot("drive", goal, "stick"), file, given.append))
    driven(script, known)
    assert given == [Given(goal / "data.json")]
    assert (goal / "data.json").read_text() == "all"


@pytest.mark.parametrize("words", ["ë", "Ж", "小明"])
def test_what_a_keyboard_writes_is_told_beside_its_keys(known: Known, words: str) -> None:
    written = Event(pygame.TEXTINPUT, text=words)
    script = driven(
        Script([Event(pygame.KEYDOWN, key=pygame.K_e, mod=0), written], [Event(pygame.TEXTINPUT, text="")], []), known
    )
    assert [(r.name, r.value) for r in script.readings if isinstance(r, Command)] == [("key", "e"), ("text", words)]


def test_the_wheel_is_told_by_its_notches(known: Known) -> None:
    rolled = [Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False) for notches in (2, -1, 0)]
    script = driven(Script(rolled, [], []), known)
    assert [(r.name, r.value) for r in script.readings if isinstance(r, Command)] == [("wheel", 2), ("wheel", -1)]


def test_a_lost_focus_cancels_the_finger_and_says_so(known: Known) -> None:
    script = driven(Script([touch(pygame.FINGERDOWN, 0.5)], [Event(pygame.WINDOWFOCUSLOST)], [], []), known)
    said = [r.phase if isinstance(r, Sample) else r.name for r in script.readings]
    assert said == ["down", "cancel", "lost"]


@pytest.mark.parametrize("kind", [pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.APP_WILLENTERBACKGROUND])
def test_all_ways_of_going_away_are_a_loss(known: Known, kind: int) -> None:
    script = driven(Script([Event(kind)], [], []), known)
    assert [r.name for r in script.readings if isinstance(r, Command)] == ["lost"]


def test_closing_the_window_is_told(known: Known) -> None:
    script = driven(Script([Event(pygame.QUIT)], [], []), known)
    assert [r.name for r in script.readings if isinstance(r, Command)] == ["quit"]


def test_an_unknown_screen_is_guessed_and_says_so(known: Known) -> None:
    display = driven(Script([]), known).displays[-1]
    assert (display.px_per_mm, display.calibrated) == (5.6, False)
    assert display.size == Vec(800 / 5.6, 480 / 5.6)


def test_a_scale_that_was_given_or_measured_is_used(known: Known) -> None:
    given = driven(Script([]), known, px_per_mm=8.0).displays[-1]
    assert (given.px_per_mm, given.calibrated, given.size) == (8.0, True, Vec(100, 60))
    known.scales[given.key] = 10.0
    assert driven(Script([]), known).displays[-1].size == Vec(80, 48)


def test_a_new_measurement_is_kept_and_laid_out(known: Known) -> None:
    script = Script([], [], [])
    script.outbox.ask(Rescale(1.25))
    display = driven(script, known).displays[0]
    assert display.px_per_mm == pytest.approx(7.0)
    assert display.calibrated
    assert known.scales[display.key] == pytest.approx(7.0)


class Wanted:
    """A picture to be painted beside the window."""

    size, pixels, taken = Vec(60, 30), 60, False

    def draw(self, canvas: Canvas) -> bool:
        return True

    def take(self, write: Write) -> None:
        self.taken = True


@pytest.mark.parametrize("playing", [True, False])
def test_a_picture_is_painted_beside_the_window_but_never_beside_a_game(known: Known, playing: bool) -> None:
    script, wanted = Script([], [], []), Wanted()
    script.waiting = playing
    script.outbox.ask(Paint(wanted))  # type: ignore[arg-type]
    driven(script, known)
    assert wanted.taken is not playing


@pytest.mark.parametrize("driver", [None, "x11"])
def test_without_a_screen_there_is_one_sentence_and_status_1(driver: str | None, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")}
    if driver == "x11":
        environment["SDL_VIDEODRIVER"] = driver
    line = [sys.executable, str(ROOT / "run.py"), "--no-setup", "--data-dir", str(tmp_path)]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("handplay: no window can be opened here")
    assert done.stderr.count("\n") == 1


def test_a_tablet_has_one_scale_however_it_is_turned() -> None:
    pygame.display.init()
    assert key_of_screen((800, 1280)) == key_of_screen((1280, 800))
    assert key_of_screen((800, 1280)) != key_of_screen((1280, 1280))
    pygame.display.quit()


def test_a_window_opens_as_it_was_left_unless_it_is_told_how_or_does_not_fit() -> None:
    def left(desktop: tuple[int, int]) -> tuple[tuple[int, int], bool]:
        return (desktop[0] - 100, desktop[1] - 100), False

    def huge(desktop: tuple[int, int]) -> tuple[tuple[int, int], bool]:
        return (desktop[0] + 100, desktop[1]), False

    assert open_window(None, False, left) == (False, True)
    desktop = pygame.display.get_desktop_sizes()[0]
    assert pygame.display.get_window_size() == (desktop[0] - 100, desktop[1] - 100)
    assert open_window(None, False, huge) == (False, False)
    assert open_window((900, 600), False, left) == (False, False)
    assert pygame.display.get_window_size() == (900, 600)
    pygame.display.quit()


def test_keys_that_are_down_when_the_window_is_left_come_up_first(known: Known) -> None:
    down = Event(pygame.KEYDOWN, key=pygame.K_LEFT, mod=0)
    script = driven(Script([down], [Event(pygame.WINDOWFOCUSLOST)], [], []), known)
    said = [f"{r.name} {r.value}" for r in script.readings if isinstance(r, Command)]
    assert said[:3] == ["key left", "key up left", "lost 0"]


def test_a_window_that_nobody_changed_is_remembered_as_it_is(known: Known) -> None:
    open_window(None, False, lambda desktop: ((900, 600), False))
    window = Window(WindowOptions(assets_folder(), known, left=True))
    window.close()
    assert known.left == ((900, 600), False)
