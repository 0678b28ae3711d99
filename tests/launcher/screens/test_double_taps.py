"""A hand that trembles taps twice: the second tap presses nothing that the first one has only just brought under it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from test_every_screen import WAYS, walk
from visitor import SIZES, Visit

from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.people.settings import BETWEEN, Settings
from games.launcher.screens.play.play import Play
from games.launcher.screens.settings.settings import SettingsPage

SCREENS = (
    *("home", "levels", "a test without a clock", "pegs", "gallery", "show me", "settings", "screen size", "help"),
    *("players", "pictures", "player", "name", "question", "play", "paused", "today", "from a friend", "enter a code"),
    *("received", "no practice", "my days", "two players", "a duel paused", "its film rests", "results", "rest"),
)
ALIKE = 2  # of controls that are alike, as letters are, so many are tried


def tap(visit: Visit, at: Vec, press: float = 0.08) -> None:
    visit.frame(Sample(visit.t, 1, "down", at), drawn=False)
    visit.t += press
    visit.frame(Sample(visit.t, 1, "up", at), drawn=False)
    visit.frame(drawn=False)


def still(visit: Visit, seconds: float = 1.0) -> None:
    for _ in range(round(seconds * 60)):
        visit.frame(drawn=False)


def seen(visit: Visit) -> tuple[object, ...]:
    screen = visit.app.screen
    paused = screen.block.paused if isinstance(screen, Play) else None
    return screen.name, paused, [button.id for button in screen.controls]


@pytest.mark.parametrize("name", SCREENS)
def test_the_second_tap_of_a_double_tap_goes_nowhere(tmp_path: Path, name: str) -> None:
    chance, number, tried = random.Random(name), 0, list[str]()
    visit = walk(tmp_path, SIZES[1], 100, WAYS[name])
    names = [button.id for button in visit.app.screen.controls]
    for number, one in enumerate(names):
        kind = re.sub(r"( .|\d+)$", "", one)
        tried.append(kind)
        if tried.count(kind) > ALIKE:
            continue
        if number:
            (tmp_path / str(number)).mkdir()
            visit = walk(tmp_path / str(number), SIZES[1], 100, WAYS[name])
        button = visit.app.screen.controls[number]
        assert button.id == one
        visit.t += 1.0
        visit.frame(drawn=False)
        tap(visit, button.middle)
        once = seen(visit)
        visit.t += chance.uniform(0.06, 0.35)
        at = button.middle + Vec(chance.uniform(-14, 14), chance.uniform(-14, 14))
        tap(visit, Vec(min(max(at.x, 1.0), visit.size.x - 1), min(max(at.y, 1.0), visit.size.y - 1)))
        assert seen(visit) == once, (one, at - button.middle)


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, SIZES[1])


def home_to_players(visit: Visit) -> Vec:
    """Where Back lies on the page of settings: on Home, Players lies there."""
    visit.press("settings")
    still(visit)
    back = next(button for button in visit.app.screen.controls if button.id == "back")
    at = back.middle
    tap(visit, at)
    assert visit.app.screen.name == "home"
    assert any(button.holds(at) for button in visit.app.screen.controls)
    return at


@pytest.mark.parametrize("wait", [0.1, 0.28, 0.45])
def test_back_tapped_twice_does_not_open_what_lies_behind_it(visit: Visit, wait: float) -> None:
    at = home_to_players(visit)
    visit.t += wait - 2 / 60
    tap(visit, at)
    assert visit.app.screen.name == "home"


def test_after_half_a_second_a_press_counts_again(visit: Visit) -> None:
    at = home_to_players(visit)
    still(visit, 0.55)
    tap(visit, at)
    assert visit.app.screen.name != "home"


@pytest.mark.parametrize(("between", "wait", "acts"), [(0, 0.05, True), (2000, 1.8, False), (2000, 2.1, True)])
def test_the_time_between_touches_is_as_it_was_chosen(visit: Visit, between: int, wait: float, acts: bool) -> None:
    visit.desk.settings = replace(visit.desk.settings, between=between)
    visit.t += 3.0
    visit.press("settings")
    still(visit, 2.5)
    at = next(button for button in visit.app.screen.controls if button.id == "back").middle
    tap(visit, at)
    still(visit, wait)
    tap(visit, at)
    assert (visit.app.screen.name != "home") is acts


def test_a_press_far_from_the_last_lift_was_aimed_at(visit: Visit) -> None:
    home_to_players(visit)
    far = next(button for button in visit.app.screen.controls if button.id == "beans")
    tap(visit, far.middle)
    assert visit.app.screen.name == "levels"


def test_two_taps_that_come_in_one_frame_are_two_taps(visit: Visit) -> None:
    visit.press("settings")
    still(visit)
    at = next(button for button in visit.app.screen.controls if button.id == "back").middle
    visit.t += 0.5
    readings = [Sample(visit.t + lag, 1, phase, at) for lag, phase in PAIR]  # type: ignore[arg-type]
    visit.t += 0.5
    visit.frame(*readings)
    visit.frame()
    assert visit.app.screen.name == "home"


PAIR = ((0.0, "down"), (0.08, "up"), (0.2, "down"), (0.28, "up"))


def test_pause_acts_at_once_even_when_play_has_just_begun(visit: Visit) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    pause = next(button for button in screen.controls if button.id == "pause")
    beside = pause.at + Vec(pause.size.x + 4.0, pause.size.y / 2)
    visit.app._guard._released = beside  # as if Start had lain there
    visit.t += 0.05
    tap(visit, pause.middle)
    assert screen.block.paused


def test_a_mouse_that_clicks_twice_is_held_back_as_a_finger_is(visit: Visit) -> None:
    visit.press("settings")
    still(visit)
    at = next(button for button in visit.app.screen.controls if button.id == "back").middle
    for lag, phase in PAIR:
        visit.t += lag / 4
        visit.frame(Sample(visit.t, 1, phase, at, "mouse"))  # type: ignore[arg-type]
    assert visit.app.screen.name == "home"


@pytest.mark.parametrize("name", ["enter", "space"])
def test_a_key_that_is_held_down_acts_once(visit: Visit, name: str) -> None:
    visit.keys("tab")
    visit.t += 0.6
    visit.frame(Command(visit.t, "key", name))
    visit.frame()
    once = seen(visit)
    for _ in range(40):  # a keyboard says the same key again and again, and no "up" in between
        visit.t += 0.03
        visit.frame(Command(visit.t, "key", name))
    assert seen(visit) == once
    visit.frame(Command(visit.t, "key up", name))


def test_a_key_that_bounces_onto_another_screen_presses_nothing_there(visit: Visit) -> None:
    visit.keys("tab", "enter")
    once = seen(visit)
    visit.t += 0.1
    visit.frame(Command(visit.t, "key", "enter"), Command(visit.t, "key up", "enter"))
    assert seen(visit) == once


def test_the_page_of_settings_goes_through_the_times_and_begins_anew(visit: Visit) -> None:
    visit.press("settings")
    visit.find("between")
    chosen = []
    for _ in BETWEEN:
        assert isinstance(visit.app.screen, SettingsPage)
        visit.t += 3.0
        visit.press("between")
        visit.t += 3.0
        chosen.append(visit.desk.settings.between)
    assert sorted(chosen) == sorted(BETWEEN)
    assert chosen[-1] == Settings().between


@pytest.mark.parametrize("value", [-1, 2001, 10**9])
def test_an_impossible_time_between_touches_is_refused_in_a_sentence(value: int) -> None:
    with pytest.raises(ValueError, match=f"a time between touches of {value} ms is impossible: it is 0 to 2000"):
        Settings(between=value)
    assert Settings.of({"between": value}) == Settings()
