"""When things happened, as far as anybody can know: events carry no time, looks at the queue do."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pygame
import pytest
from pygame.event import Event
from scripted_window import Known, Script, touch

from games.kit.fingers import Command, Reading, Sample
from games.launcher.devices.pygame.input import inbox as module
from games.launcher.devices.pygame.input.inbox import ASLEEP, IDLE, Inbox
from games.launcher.devices.pygame.loop import waiting
from games.launcher.devices.pygame.loop.pace import USUAL
from games.launcher.devices.pygame.opening import open_window
from games.launcher.devices.pygame.options import WindowOptions
from games.launcher.devices.pygame.window import Window
from games.launcher.shell.assets import assets_folder
from games.launcher.shell.outbox import Close

NOTHING = Event(pygame.NOEVENT)


class World:
    """A clock that only waiting moves, and a queue in which events come at their times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.looks, self.waits = 100.0, 0, 0
        self.coming: list[tuple[float, Event]] = []
        monkeypatch.setattr(module.time, "perf_counter", lambda: self.now)
        monkeypatch.setattr(module.time, "sleep", self.sleep)
        for name in ("get", "wait"):
            monkeypatch.setattr(module.pygame.event, name, getattr(self, name))
        monkeypatch.setattr(module.pygame.event, "poll", lambda: pytest.fail("a poll is a loop that never waits"))

    def comes(self, after: float, *events: Event) -> None:
        self.coming += [(self.now + after, event) for event in events]

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds

    def get(self) -> list[Event]:
        self.looks += 1
        here = [event for at, event in self.coming if at <= self.now]
        self.coming = self.coming[len(here) :]
        return here

    def asleep(self, ms: int) -> bool:
        """As SDL's wait: sleeps until an event is there, and leaves it in the queue."""
        self.waits += 1
        end = self.now + ms / 1000
        self.now = max(self.now, min(end, self.coming[0][0])) if self.coming else end
        return bool(self.coming) and self.coming[0][0] <= self.now

    def wait(self, ms: int) -> Event:
        self.waits += 1
        end = self.now + ms / 1000
        if not self.coming or self.coming[0][0] > end:
            self.now = end
            return NOTHING
        at, event = self.coming.pop(0)
        self.now = max(self.now, at)
        return event


def times(readings: Sequence[Reading]) -> list[float]:
    return [round(reading.t, 6) for reading in readings]


def test_what_a_look_finds_came_since_the_look_before(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    box = Inbox()
    world.comes(0.004, NOTHING)
    world.sleep(0.01)
    box.look()
    world.comes(0.02, NOTHING)
    world.sleep(0.3)
    box.look()
    assert [(b.since, b.until, b.stalled) for b in box.take()] == [
        (100.0, pytest.approx(100.01), False),
        (pytest.approx(100.01), pytest.approx(100.31), True),
    ]
    assert box.take() == []


@pytest.mark.parametrize("after", [0.0, 0.003, 0.0159])
def test_a_wait_ends_with_the_first_event_and_knows_its_time(monkeypatch: pytest.MonkeyPatch, after: float) -> None:
    world = World(monkeypatch)
    box = Inbox()
    world.comes(after, NOTHING.__class__(pygame.MOUSEMOTION))
    box.wait(0.016)
    (batch,) = box.take()
    assert batch.until == pytest.approx(100 + after)
    assert batch.until - batch.since <= 0.002 + 1e-9


def test_a_wait_that_was_itself_held_up_knows_no_times(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    box = Inbox()

    def stopped(ms: int) -> Event:
        world.now += 0.5
        return touch(pygame.FINGERDOWN, 0.5)

    monkeypatch.setattr(module.pygame.event, "wait", stopped)
    box.wait(0.016)
    (batch,) = box.take()
    assert (batch.since, batch.until, batch.stalled) == (100.0, 100.5, True)


# How the loop waits, in each state that an app can be in.


@pytest.fixture
def window(known: Known) -> Window:
    open_window((800, 480), False)
    return Window(WindowOptions(assets_folder(), known, (800, 480)))


def loop(window: Window, world: World, app: Script, seconds: float) -> tuple[int, int]:
    """Looks at the queue and frames in so long, as `Window.drive` makes them."""
    end, before, frames, looks = world.now + seconds, world.now, 0, world.looks + world.waits
    turns = 0
    while world.now < end:
        turns += 1
        assert turns < 20_000, "the loop spins without waiting"
        if window._wait(app, before) or app.lively:
            frames, before = frames + 1, world.now
    return world.looks + world.waits - looks, frames


@pytest.mark.parametrize("waiting", [False, True])
def test_where_all_is_still_the_loop_sleeps_and_looks_thirty_times_a_second(
    window: Window, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    world, app = World(monkeypatch), Script()
    app.lively, app.waiting = False, waiting
    window._inbox = Inbox()
    looks, frames = loop(window, world, app, 60.0)
    assert frames == 0
    assert looks <= 2.05 * 60.0 / IDLE
    assert world.waits == 0


@pytest.mark.parametrize("waiting", [False, True])
def test_where_a_wait_can_sleep_the_still_loop_wakes_up_ten_times_a_second(
    window: Window, monkeypatch: pytest.MonkeyPatch, waiting: bool
) -> None:
    world, app = World(monkeypatch), Script()
    app.lively, app.waiting = False, waiting
    window._inbox = Inbox(world.asleep)
    loop(window, world, app, 60.0)
    assert world.waits <= 1.05 * 60.0 / ASLEEP


@pytest.mark.parametrize("after", [0.0, 0.004, 0.07])
@pytest.mark.parametrize("lively", [False, True])
def test_a_wait_that_sleeps_ends_with_the_touch_and_knows_its_time(
    window: Window, monkeypatch: pytest.MonkeyPatch, after: float, lively: bool
) -> None:
    world, app = World(monkeypatch), Script()
    app.lively = lively
    window._inbox = Inbox(world.asleep)
    world.comes(after, touch(pygame.FINGERDOWN, 0.5))
    came, before = window._wait(app, world.now), world.now
    while not came:
        came, before = window._wait(app, before), world.now
    assert world.now == pytest.approx(100.0 + after)
    assert came[0].until - came[0].since <= 0.002 + 1e-9


def test_the_wait_of_sdl_itself_ends_with_an_event_and_leaves_it(window: Window) -> None:
    wait = waiting._wait_of(ctypes.CDLL(pygame.base.__file__))
    pygame.event.clear()
    assert not wait(1)
    pygame.event.post(touch(pygame.FINGERDOWN, 0.5))
    assert wait(1000)
    assert [event.type for event in pygame.event.get()] == [pygame.FINGERDOWN]


def test_no_wait_is_said_to_sleep_where_sdl_can_only_ask(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pygame.display.get_driver() == "dummy"
    assert waiting.sleeping_wait() is None
    monkeypatch.setattr(waiting.pygame.display, "get_driver", lambda: "x11")
    assert waiting.sleeping_wait() is not None


@pytest.mark.parametrize("fault", [OSError, AttributeError])
def test_without_the_library_of_pygame_the_loop_waits_as_before(
    window: Window, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def missing(name: str) -> None:
        raise fault(name)

    monkeypatch.setattr(waiting.pygame.display, "get_driver", lambda: "wayland")
    monkeypatch.setattr(waiting.ctypes, "CDLL", missing)
    assert waiting.sleeping_wait() is None


def test_where_something_moves_the_loop_waits_from_frame_to_frame(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, app = World(monkeypatch), Script()
    window._inbox = Inbox()
    looks, frames = loop(window, world, app, 60.0)
    assert frames == pytest.approx(60.0 / USUAL, rel=0.1)
    assert looks <= 2.1 * frames


def test_a_touch_ends_the_wait_at_once(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    world, app = World(monkeypatch), Script()
    window._inbox = Inbox()
    world.comes(0.004, touch(pygame.FINGERDOWN, 0.5))
    (batch,) = window._wait(app, world.now)
    assert world.now == pytest.approx(100.004)
    assert len(batch.events) == 1


# What a stall leaves of the times.


class Stalling(Script):
    """An app one of whose frames takes long, while a finger goes on."""

    def __init__(self, world: World, *frames: tuple[float, list[tuple[float, Event]]]) -> None:
        super().__init__()
        self.world, self.long = world, list(frames)

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        self.readings += readings
        if not self.begun:
            return
        if self.long:
            takes, coming = self.long.pop(0)
            for after, event in coming:
                self.world.comes(after, event)
            self.world.sleep(takes)
        else:
            self.outbox.ask(Close())


def carry(start: float, end: float, steps: int = 30) -> list[tuple[float, Event]]:
    out = [(start, touch(pygame.FINGERDOWN, 0.2))]
    for step in range(1, steps):
        out.append((start + (end - start) * step / steps, touch(pygame.FINGERMOTION, 0.2 + 0.5 * step / steps)))
    return [*out, (end, touch(pygame.FINGERUP, 0.7))]


def driven(window: Window, app: Script) -> list[Reading]:
    window.drive(app)
    return app.readings


@pytest.mark.parametrize(("start", "end", "stall"), [(0.02, 0.92, 0.95), (0.01, 0.3, 0.32), (0.05, 0.85, 0.86)])
def test_a_carry_in_a_stalled_frame_keeps_its_time_and_is_marked(
    window: Window, monkeypatch: pytest.MonkeyPatch, start: float, end: float, stall: float
) -> None:
    world = World(monkeypatch)
    window._inbox = Inbox()
    readings = driven(window, Stalling(world, (stall, carry(start, end)), (0.001, [])))
    marks = [r for r in readings if isinstance(r, Command) and r.name == "stalled"]
    samples = [r for r in readings if isinstance(r, Sample)]
    assert [mark.value for mark in marks] == [pytest.approx(stall, abs=0.01)]
    assert readings.index(marks[0]) < readings.index(samples[0])
    assert marks[0].t <= samples[0].t
    assert samples[-1].t - samples[0].t == pytest.approx(end - start, abs=0.1)
    assert len(set(times(samples))) >= len(samples) - 2
    assert times(samples) == sorted(times(samples))


def test_in_frames_that_take_no_time_nothing_is_marked(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    window._inbox = Inbox()
    readings = driven(window, Stalling(world, (0.03, carry(0.001, 0.02, 4)), (0.03, carry(0.001, 0.02, 4)), (0.01, [])))
    assert [r.name for r in readings if isinstance(r, Command)] == []
    samples = [r for r in readings if isinstance(r, Sample)]
    assert [s.phase for s in samples] == ["down", "move", "move", "move", "up"] * 2
    assert times(samples) == sorted(times(samples))


def test_a_stall_in_which_nothing_was_touched_is_no_matter(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(monkeypatch)
    window._inbox = Inbox()
    seen: list[tuple[float, Any]] = [(0.1, Event(pygame.WINDOWENTER))]
    readings = driven(window, Stalling(world, (0.8, seen), (0.01, [])))
    assert readings == []
