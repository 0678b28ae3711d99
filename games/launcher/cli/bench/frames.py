"""The parts of `bench` that draw: frames of every level at every size, and from a touch to a changed pixel."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from games.catalog import GAMES
from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.launcher.cli.bench.play import Round, Scene
from games.launcher.shell import places

if TYPE_CHECKING:
    from games.launcher.devices.pygame.bench.app import Cost, Stage

FRAMES = 360  # of each level at each size, unless asked otherwise
FLOOR_EACH = 4  # frames from one blit of the background to the next: what else the machine does meets both alike
OPENS = 3  # first frames of a round, in which its page opens
TOUCHES = 9
APART = 24  # frames between two touches
TOUCHED = 2  # the level of each game whose answer to a touch is timed


@dataclass(frozen=True)
class Row:
    """What the frames of a level at one size cost, in ms of processor time, and where the longest one came from.

    `blit`: one opaque blit of the whole background at that size, measured in between. `opening`: the first frame.
    """

    scene: str
    size: str
    p50: float
    p99: float
    worst: float
    where: str
    blit: float
    opening: float
    frames: int

    @property
    def ratio(self) -> float:
        """The median frame over one blit of the background."""
        return self.p50 / self.blit


def rows(scenes: Sequence[Scene], sizes: Sequence[tuple[int, int]], frames: int = FRAMES) -> Iterator[Row]:
    """Play all of these at all of these sizes, one after the other."""
    for scene in scenes:
        for size in sizes:
            yield row(scene, size, frames)


def row(scene: Scene, size: tuple[int, int], frames: int = FRAMES) -> Row:
    """Play this level for so many frames at this size in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        stage, round_ = _opened(scene, size, Path(folder))
        opening = 0.0
        costs: list[Cost] = []
        floors: list[float] = []
        began, opened = stage.now, round_.playing
        for number in range(frames):
            page = round_.playing
            cost = stage.frame(round_.app, round_.readings)
            if number % FLOOR_EACH == 0:
                floors.append(stage.floor())
            if number < OPENS:
                opening = max(opening, cost.whole)
            elif page is opened and round_.playing is page:
                costs.append(cost)
    taken = sorted(cost.whole for cost in costs)
    worst = max(costs, key=lambda cost: cost.whole)
    where = f"{worst.at - began:.1f} s, {worst.where} {getattr(worst, worst.where):.1f}" + worst.made
    return Row(
        scene.name,
        f"{size[0]}x{size[1]}",
        median(taken),
        taken[int(0.99 * (len(taken) - 1))],
        worst.whole,
        where,
        median(floors),
        opening,
        len(taken),
    )


def _opened(scene: Scene | None, size: tuple[int, int], folder: Path) -> tuple[Stage, Round]:
    """The program at Home, or at the page of a level before its round, as a player comes to it."""
    round_ = Round(folder, size, scene)
    from games.launcher.devices.pygame.bench.app import Stage

    stage = Stage(size, round_.px_per_mm)
    stage.frame(round_.app, lambda _: [])
    round_.app.after_first_frame()
    for _ in range(3):
        stage.frame(round_.app, lambda _: [])
    if scene is not None:
        round_.app.go(places.Levels(scene.game, scene.mode, scene.number))
        for _ in range(30):
            stage.frame(round_.app, lambda _: [])
        round_.app.go(places.Playing(scene.game, scene.mode, scene.number))
    return stage, round_


def touches(size: tuple[int, int], times: int = TOUCHES) -> dict[str, float]:
    """The processor time in ms from a finger that lands to a changed pixel: on things in games, on keys of the menu."""
    out: dict[str, float] = {}
    label = f"{size[0]}x{size[1]}, ms"
    for scene in (Scene(game.id, "practice", TOUCHED) for game in GAMES):
        out[f"touch to pixel, {scene.name}, {label}"] = _touch(scene, size, times)
    out[f"touch to pixel, key of the menu, {label}"] = _touch(None, size, times)
    return {name: taken for name, taken in out.items() if not math.isnan(taken)}


def _touch(scene: Scene | None, size: tuple[int, int], times: int) -> float:
    """The median of some touches of the thing that a level asks for, or of a tile on Home; NaN if none changed a pixel."""
    spent: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        stage, round_ = _opened(scene, size, Path(folder))
        for number in range(times):
            for _ in range(APART):
                stage.frame(round_.app, lambda _: [])
            at, finger = _place(round_, number), round_.finger()
            taken = stage.to_pixel(round_.app, lambda now, at=at, finger=finger: Sample(now, finger, "down", at))  # type: ignore[misc]
            if taken is not None:
                spent.append(taken)
            if round_.playing is None:  # a tile opens its game when it is let go: slide off it first
                stage.frame(round_.app, lambda now, finger=finger: [Sample(now, finger, "move", Vec(1, 1))])  # type: ignore[misc]
            stage.frame(round_.app, lambda now, finger=finger: [Sample(now, finger, "up", Vec(1, 1))])  # type: ignore[misc]
    return median(spent) if spent else math.nan


def _place(round_: Round, number: int) -> Vec:
    """Where the next touch lands: on what is asked for, or on each key of Home in turn."""
    at = round_.touched()
    keys = round_.app.screen.controls
    return at if at is not None else keys[number % len(keys)].middle
