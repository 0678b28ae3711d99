"""`--tell FILE`: one JSON line for each screen, task, rep and stored round, in window pixels, so that a script can follow."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import fields
from typing import IO

from games.kit.geometry import Vec
from games.kit.task import Rep, Task
from games.launcher.ui.button import Button

LENGTHS = ("width", "brush")  # fields of tasks that are lengths; points are recognised by their type ...
OPENINGS = ("start", "goal")  # ... these are points in some tasks and openings of the hand (lengths) in others


class Tell:
    """Appends lines to a file that is already open; without a file it says nothing."""

    def __init__(self, file: IO[str] | None = None, px_per_mm: float = 1.0) -> None:
        self._file = file
        self.px_per_mm = px_per_mm
        self._last_screen: dict[str, object] | None = None

    def screen(self, name: str, controls: Iterable[Button], across: float | None = None) -> None:
        """A screen appeared, or its controls moved; `across`: the width in mm of one that is laid out from right to left."""
        if self._file is None:
            return  # called in every frame
        said: dict[str, object] = {"screen": name, "controls": [self._control(c, across) for c in controls]}
        if said != self._last_screen:
            self._last_screen = said
            self._say(said)

    def asked(self, task: Task, slot: int, origin: Vec) -> None:
        """A movement is asked for; `origin` is where the table lies in the window."""
        self._say({"asked": {"kind": type(task).__name__.lower(), "slot": slot, **self._task(task, origin)}})

    def rep(self, rep: Rep) -> None:
        """A movement ended; times are the block's seconds."""
        self._say(
            {
                "rep": {
                    "outcome": rep.outcome.value,
                    "slot": rep.slot,
                    "began": rep.began,
                    "let_go": rep.let_go,
                    "ended": rep.ended,
                }
            }
        )

    def stored(self, path: str, points: int) -> None:
        """A block is on the disk for good."""
        self._say({"stored": path, "points": points})

    def say(self, **values: object) -> None:
        """Tell anything else, such as "closed" or "paused"."""
        self._say(values)

    def _control(self, button: Button, across: float | None) -> dict[str, object]:
        left = button.at.x if across is None else across - button.at.x - button.size.x
        x, y = self._px(Vec(left, button.at.y))
        w, h = self._px(button.size)
        return {"id": button.id, "label": button.label, "rect": [x, y, w, h]}

    def _task(self, task: Task, origin: Vec) -> dict[str, object]:
        out = {}
        for field in fields(task):
            value = getattr(task, field.name)
            length = field.name in LENGTHS or (field.name in OPENINGS and isinstance(value, int | float))
            out[field.name] = round(value * self.px_per_mm, 2) if length else self._points(value, origin)
        return out

    def _points(self, value: object, origin: Vec) -> object:
        if isinstance(value, Vec):
            return self._px(value + origin)
        if isinstance(value, tuple):
            return [self._points(one, origin) for one in value]
        return value

    def _px(self, place: Vec) -> list[float]:
        return [round(place.x * self.px_per_mm, 2), round(place.y * self.px_per_mm, 2)]

    def _say(self, line: dict[str, object]) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):  # lines that a full disk does not take are written with the next one
                self._file.write(json.dumps(line) + "\n")
                self._file.flush()
