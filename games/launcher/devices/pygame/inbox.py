"""What has come in, and between which two times it came.

pygame's events carry no time, and the one that SDL 2 keeps is that at which it
was fetched from the system. So the queue is looked at often, and what a look
finds has come since the look before it. While nobody looks, a file is written
or the whole machine stands still, and what happened in that time has no other
time than that.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import pygame
from pygame.event import Event

FINE = 0.002  # s; pygame's wait looks each ms
LATE = 0.02  # s beyond the time allowed after which the wait itself was held up
STALLED = 0.1  # s without a look after which it is not known any more when things happened


@dataclass(frozen=True)
class Batch:
    """Events in their order, all of which came after `since` and before `until`, in s of time.perf_counter."""

    events: list[Event]
    since: float
    until: float

    @property
    def stalled(self) -> bool:
        """Whether these times lie too far apart to say when things happened."""
        return self.until - self.since > STALLED


class Inbox:
    """The events that came in and were not taken yet."""

    def __init__(self) -> None:
        self._batches: list[Batch] = []
        self._looked = time.perf_counter()

    def look(self) -> bool:
        """Fetch what has come; whether anything waits to be taken. Cheap: to be called wherever a frame may take long."""
        self._note(pygame.event.get(), self._looked)
        return bool(self._batches)

    def wait(self, seconds: float) -> None:
        """Until something comes, and no longer than this; at once where something has come already."""
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
        """So long, without a look in between: a wait would wake each ms."""
        if not self.look():
            time.sleep(seconds)
            self.look()

    def take(self) -> list[Batch]:
        """All that has come since the last time."""
        batches, self._batches = self._batches, []
        return batches

    def _note(self, events: list[Event], since: float) -> None:
        self._looked = time.perf_counter()
        if events:
            self._batches.append(Batch(events, since, self._looked))
