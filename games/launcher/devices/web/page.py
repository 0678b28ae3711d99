"""What the browser's page offers to Python: one object, made in `browser/page.mjs` and handed in at the start."""

from __future__ import annotations

from array import array

# Any: numbers and buffers that come from JavaScript
from typing import Any, Protocol

SCREEN = 0  # the number of the picture that is seen; others are painted out of sight


class Drawer(Protocol):
    """Draws what a canvas recorded. Lengths in pixels of the screen."""

    def measure(self, words: str, em: int, bold: bool) -> float:
        """The width of one line of text."""

    def strings(self, as_json: str) -> None:
        """The next texts that operations name by their numbers: a JSON list."""

    def draw(self, target: int, numbers: array[float]) -> None:
        """Draw a whole frame, operation after operation, on the screen or on another picture."""

    def paint(self, numbers: array[float]) -> Any:
        """Paint on layers at once. Returns red, green, blue and opacity of the last place that was looked at, 0 to 255,
        premultiplied; an empty list if nothing was."""

    def bristles(self, body: bytes, longest: bytes, relief: bytes, side: int) -> None:
        """The three prints from which those of every brush are scaled: premultiplied RGBA, side by side pixels."""

    def hold(self) -> None:
        """Hold the picture that is seen now, for AROUND and HELD; only one is held."""

    def release(self) -> None:
        """Hold no picture any longer."""

    def open(self, target: int, width: int, height: int) -> None:
        """Begin another picture of this size, out of sight."""

    def copy(self, target: int, left: int, top: int, width: int, height: int) -> int:
        """Copy a part of a picture; returns the number of the copy, a picture of its own."""

    def png(self, target: int, width: int) -> str:
        """A picture as a PNG file in base64, scaled down to this width."""

    def close(self, target: int) -> None:
        """Forget a picture other than the screen."""


class Page(Drawer, Protocol):
    """The whole page."""

    def sound(self, name: str, pan: float, loudness: float) -> None:
        """Begin a sound of assets/sounds."""

    def around(self, room: str, tone: float, music: float) -> None:
        """Let the tone of this room ("": none) and the music be heard from now on, each with its loudness from 0 to 1."""

    def awake(self, wanted: bool) -> None:
        """Whether the screen must not dim, because a round runs."""

    def fullscreen(self) -> None:
        """Switch between the browser's window and the whole screen."""

    def ended(self, sentence: str) -> None:
        """The program is over: show this instead."""

    def notice(self, sentence: str) -> None:
        """Show a sentence that must not be overlooked, until it is pressed; nothing for an empty one."""

    def commit(self) -> int:
        """Begin to keep what has changed in files, as one transaction; returns its number, or that of the last one if
        nothing has changed."""

    def committed(self) -> int:
        """The number of the last transaction that is kept, and all before it."""

    def refused(self) -> str:
        """Why the browser keeps nothing: "full", "closed", or nothing if it does."""

    def told(self, lines: str) -> None:
        """Lines for a script that follows."""

    def give(self, number: int, path: str) -> None:
        """Let the player save or share a file of Python's file system."""

    def pick(self, number: int, endings: str) -> None:
        """Let the player choose files whose names end so (".json,.hpc"); they are put into Python's file system."""

    def carried(self) -> str:
        """What came of `give` and `pick` since the last call, as a JSON list of objects: `number`, and `files` (paths of
        what was chosen), `left` (the player chose nothing) or `why` (it could not be done)."""
