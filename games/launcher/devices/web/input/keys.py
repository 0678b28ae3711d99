"""A browser's keys by the program's own names, and which of them are down."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Command, Reading

NAMES = {
    "Enter": "enter",
    " ": "space",
    "Escape": "escape",
    "BrowserBack": "escape",
    "GoBack": "escape",
    "Tab": "tab",
    "ArrowLeft": "left",
    "ArrowRight": "right",
    "ArrowUp": "up",
    "ArrowDown": "down",
    "F1": "f1",
    "F2": "f2",
    "F3": "f3",
    "F11": "f11",
    "+": "plus",
    "=": "plus",
    "-": "minus",
    "Backspace": "backspace",
    "Home": "home",
    "End": "end",
    "PageUp": "page up",
    "PageDown": "page down",
}
FULLSCREEN = ("f11", "alt enter")  # keys that switch between the browser's window and the whole screen
PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789"
Said = tuple[
    str, str, str
]  # "down", "up" or "wheel"; the key as the browser names it; "ctrl", "alt", "shift" that are held


def name_of(key: str, held: str) -> str | None:
    """The name of a key: "enter", "shift tab", "ctrl q", "a"; None for a key that is not used."""
    name = NAMES.get(key) or (key.lower() if len(key) == 1 and key.lower() in PLAIN else None)
    if name is None:
        return None
    if "ctrl" in held:
        return f"ctrl {name}"
    if "alt" in held:
        return f"alt {name}"
    return "shift tab" if name == "tab" and "shift" in held else name


class Keys:
    """The keys that are down, so that none stays pressed when the page loses the focus."""

    def __init__(self) -> None:
        self._held: dict[str, None] = {}

    def read(self, said: Sequence[Said], now: float) -> list[Reading]:
        """What happened to keys and wheel, as commands; a letter that is typed also comes as text."""
        out: list[Reading] = []
        for what, key, held in said:
            if what == "wheel":
                out.append(Command(now, "wheel", float(key)))
                continue
            name = name_of(key, held)
            if name is not None and name not in FULLSCREEN:
                out.append(self._key(what, name, now))
            if what == "down" and len(key) == 1 and "ctrl" not in held and "alt" not in held:
                out.append(Command(now, "text", key))
        return out

    def release(self, now: float) -> list[Reading]:
        """Release all keys that are down."""
        ups: list[Reading] = [Command(now, "key up", name) for name in self._held]
        self._held.clear()
        return ups

    def _key(self, what: str, name: str, now: float) -> Command:
        plain = name.removeprefix("shift ").removeprefix("ctrl ").removeprefix("alt ")
        if what == "up":
            self._held.pop(plain, None)
            return Command(now, "key up", name)
        self._held[plain] = None
        return Command(now, "key", name)


def switches(said: Sequence[Said]) -> bool:
    """Whether a key was pressed that switches between the browser's window and the whole screen."""
    return any(what == "down" and name_of(key, held) in FULLSCREEN for what, key, held in said)
