"""Draws how things move: python tests/motion_sheets.py [GAME ...] [--to FOLDER] [--size 1280x800]

For each game one sheet, a frame each 33 ms on a clock of its own, so that everybody gets the same: the passage from Home
to the game's page and on to the table, a pick-up, the carry, the landing, a miss, and the celebration of a new best. A row
that the game has no such moment for is left out. It needs no screen; whoever changes a movement looks at the sheet.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/launcher")]

import pygame  # noqa: E402
from visitor import Visit  # noqa: E402

from games.catalog import GAMES  # noqa: E402
from games.kit.fingers import Command, Reading, Sample  # noqa: E402
from games.kit.geometry import Vec  # noqa: E402
from games.kit.task import Outcome  # noqa: E402
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas  # noqa: E402
from games.launcher.devices.pygame.pictures.pictures import Pictures  # noqa: E402
from games.launcher.hand import HANDS, Hand  # noqa: E402
from games.launcher.screens.play.play import Play  # noqa: E402
from games.launcher.shell.assets import assets_folder  # noqa: E402

EACH = 1 / 30  # s from frame to frame
SHOWN, BEFORE = 12, 2  # frames of a row, and how many of them come before the moment
WIDE = 200  # pixels of one frame on the sheet
NEAR = Vec(96.0, 60.0)  # mm, what is shown around a moment on the table
PX_PER_MM = 5.9
MOST = 2400  # frames played in search of a moment
PICKED = ("lift", "pull", "squish", "press", "grip", "brush", "tool")


@dataclass
class Row:
    """A moment: its name and its frames."""

    name: str
    frames: list[pygame.Surface] = field(default_factory=list)


class Stage:
    """The program in a window out of sight, whose frames are kept for a while."""

    def __init__(self, size: tuple[int, int], folder: Path) -> None:
        pygame.display.init()
        self.surface = pygame.display.set_mode(size)
        self.visit = Visit(folder, Vec(size[0] / PX_PER_MM, size[1] / PX_PER_MM))
        self.canvas = SurfaceCanvas(self.surface, PX_PER_MM, Pictures(assets_folder() / "images"))
        self.hand: Hand | None = None
        self.began = 0.0

    def frame(self, *readings: Reading) -> None:
        """One frame of the fixed clock."""
        visit = self.visit
        visit.t += EACH
        visit.app.frame(visit.t, readings)
        self.canvas.begin()
        visit.app.draw(self.canvas)
        self.canvas.show()
        visit.requests += visit.app.outbox.take()

    def picture(self, around: Vec | None = None) -> pygame.Surface:
        """What is seen now, or what is seen of it around a place of the window, in mm."""
        whole = self.surface.get_rect()
        box = whole
        if around is not None:
            box = pygame.Rect(0, 0, round(NEAR.x * PX_PER_MM), round(NEAR.y * PX_PER_MM))
            box.center = round(around.x * PX_PER_MM), round(around.y * PX_PER_MM)
            box = box.clamp(whole).clip(whole)
        return pygame.transform.smoothscale(self.surface.subsurface(box), (WIDE, round(WIDE * box.h / box.w)))

    def tap(self, name: str) -> Row:
        """Tap a control; the row is what follows."""
        at = next(one.middle for one in self.visit.app.screen.controls if one.id == name)
        for _ in range(20):
            self.frame()
        self.frame(Sample(self.visit.t, 90, "down", at))
        row = Row(f"passage: {name}", [self.picture()])
        self.frame(Sample(self.visit.t + EACH, 90, "up", at))
        for _ in range(SHOWN - 1):
            row.frames.append(self.picture())
            self.frame()
        return row

    def play_on(self) -> None:
        """One frame in which the hand goes on."""
        screen, visit = self.visit.app.screen, self.visit
        assert isinstance(screen, Play)
        assert self.hand is not None
        now, readings = visit.t + EACH - self.began, list[Reading]()
        for one in self.hand.readings(screen.block, now):
            if isinstance(one, Sample):
                place = one.at + screen.origin
                readings.append(Sample(one.t + self.began, one.finger, one.phase, place, one.device))
            else:
                readings.append(Command(one.t + self.began, "wheel", one.value))
        self.frame(*readings)


def moments(stage: Stage, hand: str, seed: int) -> list[Row]:
    """Play a round with this hand; rows of what happens on the table, and of the results."""
    screen = stage.visit.app.screen
    assert isinstance(screen, Play)
    stage.hand, stage.began = Hand(HANDS[hand], seed), stage.visit.t
    table, rows = screen.block.table, dict[str, Row]()
    kept: list[pygame.Surface] = []
    waiting: list[tuple[Row, Vec, int]] = []  # rows that are being filled, where to look, frames to wait
    cues = reps = 0
    for _ in range(MOST):
        stage.play_on()
        if stage.visit.app.screen is not screen:
            break
        kept = [*kept, stage.surface.copy()][-BEFORE - 1 :]
        for name, at in _new(table.cues[cues:], table.reps[reps:]):
            if name not in rows:
                rows[name] = Row(name)
                waiting.append((rows[name], at + screen.origin, 8 if name == "carry" else 0))
        cues, reps = len(table.cues), len(table.reps)
        waiting = [_filled(stage, *one) for one in waiting]
        waiting = [one for one in waiting if len(one[0].frames) < SHOWN]
    if stage.visit.app.screen.name == "results":
        row = rows["results"] = Row("results")
        for frame in range(2 * SHOWN):
            stage.frame()
            if frame % 2:
                row.frames.append(stage.picture())
    return list(rows.values())


def _new(cues: list, reps: list) -> list[tuple[str, Vec]]:  # type: ignore[type-arg]
    found = []
    for cue in cues:
        if cue.name in PICKED:
            found += [("pick-up", cue.at), ("carry", cue.at)]
    places = [cue.at for cue in cues]
    for rep in reps:
        goal = getattr(rep.task, "goal", None)
        at = places[-1] if places else goal if isinstance(goal, Vec) else Vec(60, 60)
        found.append(("landing" if rep.outcome is Outcome.DONE else "miss", at))
    return found


def _filled(stage: Stage, row: Row, at: Vec, wait: int) -> tuple[Row, Vec, int]:
    if wait == 0:
        row.frames.append(stage.picture(None if row.name == "carry" else at))
    return row, at, max(0, wait - 1)


def sheet(rows: list[Row], say: Callable[[str], pygame.Surface]) -> pygame.Surface:
    """All rows below each other, each under its name."""
    heights = [row.frames[0].get_height() for row in rows]
    whole = pygame.Surface((SHOWN * WIDE, sum(heights) + 22 * len(rows)))
    whole.fill((250, 247, 240))
    y = 0
    for row, high in zip(rows, heights, strict=True):
        whole.blit(say(row.name), (6, y + 3))
        for number, frame in enumerate(row.frames):
            whole.blit(frame, (number * WIDE, y + 22))
        y += high + 22
    return whole


def main(arguments: list[str]) -> None:
    """Draw the sheets of these games, or of all."""
    parser = argparse.ArgumentParser(description="How things move, a frame each 33 ms.")
    parser.add_argument("games", nargs="*", default=[game.id for game in GAMES])
    parser.add_argument("--to", type=Path, default=Path("motion"))
    parser.add_argument("--size", default="1280x800")
    asked = parser.parse_args(arguments)
    asked.to.mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    font = pygame.font.Font(str(assets_folder() / "fonts/AtkinsonHyperlegibleNext-Bold.ttf"), 15)
    width, height = map(int, asked.size.split("x"))
    for game in asked.games:
        rows: list[Row] = []
        for hand, seed in (("steady", 3), ("hasty", 5)):
            with tempfile.TemporaryDirectory() as folder:
                stage = Stage((width, height), Path(folder))
                passages = [stage.tap(game), stage.tap("start")]
                rows += [*passages, *moments(stage, hand, seed)] if hand == "steady" else []
                if hand == "hasty":
                    rows += [row for row in moments(stage, hand, seed) if row.name == "miss"]
        rows = [row for row in rows if row.frames]
        pygame.image.save(sheet(rows, lambda words: font.render(words, True, (27, 31, 42))), asked.to / f"{game}.png")
        print(f"{asked.to / game}.png:", ", ".join(row.name for row in rows))


if __name__ == "__main__":
    main(sys.argv[1:])
