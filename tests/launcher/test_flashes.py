"""Nothing on any screen flashes more than three times in a second."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from flash_meter import flashes
from visitor import Visit

from games.kit.fingers import Sample
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.hand import HANDS, Hand
from games.launcher.screens.play.play import Play
from games.launcher.shell.assets import assets_folder

RATE = 30.0


def blinking(times: float) -> list[pygame.Surface]:
    out = []
    for frame in range(60):
        picture = pygame.Surface((64, 40))
        picture.fill((255, 255, 255) if times and int(frame / RATE * times * 2) % 2 else (0, 0, 0))
        out.append(picture)
    return out


@pytest.mark.parametrize("times", [0, 1, 2, 3, 5])
def test_the_meter_counts_what_blinks(times: int) -> None:
    assert abs(flashes(blinking(times), RATE) - times) <= (1 if times else 0)


@pytest.mark.parametrize(
    ("palette", "way"),
    [
        ("meadow", ("start",)),
        ("evening", ("start",)),
        ("signal", ("start",)),
        ("meadow", ("pennies", "practice 5", "start")),
    ],
)
def test_a_block_its_results_and_the_way_home_do_not_flash(tmp_path: Path, palette: str, way: tuple[str, ...]) -> None:
    pygame.display.init()
    surface = pygame.display.set_mode((640, 400))
    size = Vec(217, 136)
    canvas = SurfaceCanvas(surface, 640 / 217, Pictures(assets_folder() / "images"))
    visit = Visit(tmp_path, size)
    visit.desk.choose(visit.desk.settings.of({"palette": palette, "told": True}))
    pictures = []

    def shown(frames: int) -> None:
        hand: Hand | None = None
        for _ in range(frames):
            screen, now = visit.app.screen, visit.t + 1 / RATE
            readings = []
            if isinstance(screen, Play):
                if hand is None:
                    hand, start = Hand(HANDS["hasty"], 5), visit.t
                readings = [s for s in hand.readings(screen.block, now - start) if isinstance(s, Sample)]
                readings = [Sample(s.t + start, s.finger, s.phase, s.at + screen.origin, s.device) for s in readings]
            visit.t = now
            visit.app.frame(now, readings)
            canvas.begin()
            visit.app.draw(canvas)
            canvas.show()
            pictures.append(surface.copy())

    shown(10)
    visit.go(*way)
    shown(900 if "pennies" in way else 700)
    assert visit.app.screen.name == "results"
    shown(60)
    visit.press("home")
    shown(20)
    assert flashes(pictures, RATE) <= 3
    pygame.display.quit()
