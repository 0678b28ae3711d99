"""pygame's events of fingers and mouse, as what happened to contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pygame
from pygame.event import Event

from games.kit.fingers import Sample
from games.launcher.devices.contacts import Contacts, Happening, Mouse, Touch
from games.launcher.devices.pygame.input.happenings import FINGER_EVENTS

MOST_EVENTS = 2000  # events in one frame; beyond it, motions are thinned, touches never
PHASES: dict[int, Literal["down", "move", "up"]] = {
    pygame.FINGERDOWN: "down",
    pygame.FINGERMOTION: "move",
    pygame.FINGERUP: "up",
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.MOUSEMOTION: "move",
    pygame.MOUSEBUTTONUP: "up",
}


class Pointers(Contacts):
    """Contacts that are read from pygame's events."""

    def read(self, events: Sequence[Event], now: float, since: float | None = None) -> list[Sample]:
        """The samples of events that came between `since` and `now` (see `Contacts.take`)."""
        found = (self._happening(event) for event in events)
        return self.take([one for one in found if one is not None], now, since)

    def _happening(self, event: Event) -> Happening | None:
        """What an event says; None for one of something else, and for the mouse that SDL makes of a touch."""
        phase = PHASES.get(event.type)
        if phase is None or getattr(event, "touch", False):
            return None
        if event.type in FINGER_EVENTS:
            key = event.touch_id, event.finger_id
            return Touch(phase, key, event.x * (self.width - 1), event.y * (self.height - 1))
        x, y = event.pos
        if phase == "move":
            return Mouse(phase, x, y, held=bool(event.buttons[0]))
        return Mouse(phase, x, y, button=event.button)


def thinned(events: Sequence[Event]) -> list[Event]:
    """Too many events reduced by dropping most motions; touches, lifts and everything else stay."""
    if len(events) <= MOST_EVENTS:
        return list(events)
    motions = (pygame.FINGERMOTION, pygame.MOUSEMOTION)
    every = -(-len(events) // MOST_EVENTS) * 2
    return [event for i, event in enumerate(events) if event.type not in motions or i % every == 0]
