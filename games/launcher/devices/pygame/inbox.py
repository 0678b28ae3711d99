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

FINE = 0.002  # s; pygame's wait checks each ms
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

    def __init__(self) -> None:
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
        first = pygame.event.wait(max(1, int(seconds * 1000)))
        if first.type == pygame.NOEVENT:
            return
        held_up = time.perf_counter() - began > seconds + LATE
        since = began if held_up else max(began, time.perf_counter() - FINE)
        self._note([first, *pygame.event.get()], since)

    def doze(self, seconds: float) -> None:
        """Sleep for `seconds` without checking, because a wait wakes up each ms."""
        if not self.look():
            time.sleep(seconds)
            self.look()

    def take(self) -> list[Batch]:
        """Take all events that have arrived since the last call."""
        batches, self._batches = self._batches, []
        return batches

    def _note(self, events: list[Event], since: float) -> None:
        self._looked = time.perf_counter()
        if events:
            self._batches.append(Batch(events, since, self._looked))
