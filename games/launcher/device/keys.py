"""Keys by our own names."""

from __future__ import annotations

import pygame

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


def name_of(key: int, modifiers: int) -> str | None:
    """What a key is called: "enter", "shift tab", "ctrl q", "a"; None for a key that nothing asks for."""
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
