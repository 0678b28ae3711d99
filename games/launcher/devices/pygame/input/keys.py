"""Keys by the program's own names, and which of them are down."""

from __future__ import annotations

import pygame
from pygame.event import Event

from games.kit.fingers import Command, Reading

NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_AC_BACK: "escape",
    pygame.K_TAB: "tab",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F3: "f3",
    pygame.K_F11: "f11",
    pygame.K_PLUS: "plus",
    pygame.K_KP_PLUS: "plus",
    pygame.K_EQUALS: "plus",
    pygame.K_MINUS: "minus",
    pygame.K_KP_MINUS: "minus",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
}
FULLSCREEN = ("f11", "alt enter")  # keys that switch between window and full screen


def name_of(key: int, modifiers: int) -> str | None:
    """The name of a key: "enter", "shift tab", "ctrl q", "a"; None for a key that is not used."""
    name = NAMES.get(key)
    if name is None:
        if not (pygame.K_0 <= key <= pygame.K_9 or pygame.K_a <= key <= pygame.K_z):
            return None
        name = chr(key)
    if modifiers & pygame.KMOD_CTRL:
        return f"ctrl {name}"
    if modifiers & pygame.KMOD_ALT:
        return f"alt {name}"
    if name == "tab" and modifiers & pygame.KMOD_SHIFT:
        return "shift tab"
    return name


class Keys:
    """The keys that are down, so that none stays pressed when the window loses the focus."""

    def __init__(self) -> None:
        self._held: dict[str, None] = {}

    def read(self, event: Event, now: float) -> list[Reading]:
        """A key press or release as a command; nothing for a key without a name."""
        name = name_of(event.key, event.mod)
        if name is None:
            return []
        plain = name.removeprefix("shift ").removeprefix("ctrl ").removeprefix("alt ")
        if event.type == pygame.KEYUP:
            self._held.pop(plain, None)
            return [Command(now, "key up", name)]
        self._held[plain] = None
        return [Command(now, "key", name)]

    def release(self, now: float) -> list[Reading]:
        """Release all keys that are down."""
        ups: list[Reading] = [Command(now, "key up", name) for name in self._held]
        self._held.clear()
        return ups
