"""Events, with the two times between which they arrived.

pygame's events carry no time, and SDL 2 only knows when it fetched an event from the system. So the queue is checked
often, and an event arrived between the check that finds it and the one before. If the program could not check for a
while (a file was written, or the machine was suspended), nothing more precise is known.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import pygame
from pygame.event import Event

from games.launcher.devices.pygame.loop.waiting import Wait

FINE = 0.002  # s; pygame's wait checks each ms
IDLE = 1 / 30  # s between checks when nothing moves and no wait can sleep (pygame's own wakes up 900 times a second)
ASLEEP = 0.1  # s after which a wait that sleeps ends, to see what other threads have done
LATE = 0.02  # s by which a wait may exceed its limit before it counts as delayed
STALLED = 0.1  # s without a check after which event times are uncertain


@dataclass(frozen=True)
class Batch:
    """Events in order, all of which arrived between `since` and `until`, in s of time.perf_counter."""

    events: list[Event]
    since: float
    until: float

    @property
    def stalled(self) -> bool:
        """Whether these times are too far apart to say when things happened."""
        return self.until - self.since > STALLED


class Inbox:
    """The events that have arrived and were not taken yet."""

    def __init__(self, sleep: Wait | None = None) -> None:
        """`sleep`: a wait that sleeps until an event is there (waiting.py); without one, pygame's is used."""
        self._sleep = sleep
        self._batches: list[Batch] = []
        self._looked = time.perf_counter()

    def look(self) -> bool:
        """Fetch new events; True if any wait to be taken. Cheap: call it wherever a frame may take long."""
        self._note(pygame.event.get(), self._looked)
        return bool(self._batches)

    def wait(self, seconds: float) -> None:
        """Wait until an event arrives, at most `seconds`; returns at once if one is already there."""
        if self.look() or seconds <= 0.001:
            return
        began = self._looked
        events = self._arrived(max(1, int(seconds * 1000)))
        if events:
            held_up = time.perf_counter() - began > seconds + LATE
            self._note(events, began if held_up else max(began, time.perf_counter() - FINE))

    def doze(self) -> None:
        """Wait when nothing moves: for an event, or without checking where no wait can sleep."""
        if self._sleep is not None:
            self.wait(ASLEEP)
        elif not self.look():
            time.sleep(IDLE)
            self.look()

    def take(self) -> list[Batch]:
        """Take all events that have arrived since the last call."""
        batches, self._batches = self._batches, []
        return batches

    def _arrived(self, ms: int) -> list[Event]:
        """What arrives within so many ms; returns as soon as something does."""
        if self._sleep is not None:
            return pygame.event.get() if self._sleep(ms) else []
        first = pygame.event.wait(ms)
        return [] if first.type == pygame.NOEVENT else [first, *pygame.event.get()]

    def _note(self, events: list[Event], since: float) -> None:
        self._looked = time.perf_counter()
        if events:
            self._batches.append(Batch(events, since, self._looked))
