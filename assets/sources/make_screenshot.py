"""Makes README's picture anew: Home and a moment of each game, played by the synthetic hand, side by side.

Run it from the top of the repository after the look has changed: python assets/sources/make_screenshot.py
Needs what the program needs, and no screen.
"""
import os
import sys
import tempfile
from pathlib import Path

os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
TOP = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP))

import pygame  # noqa: E402

from games.launcher.cli.bench.play import Round, Scene  # noqa: E402
from games.launcher.devices.pygame.bench.app import Stage  # noqa: E402
from games.launcher.shell import places  # noqa: E402

SIZE = (1280, 800)
SMALL = (480, 300)
GAP = 6
COLUMNS = 4
# Which level of each game, and how many seconds into it the picture is taken.
MOMENTS = {"beans": (3, 13.0), "pegs": (7, 22.0), "pennies": (2, 30.0), "bands": (1, 9.3), "ball": (2, 6.2), "dough": (8, 14.0), "paint": (3, 20.0)}


def taken(game: str | None) -> pygame.Surface:
    """Home, or this game's moment."""
    number, seconds = MOMENTS.get(game or "", (1, 0.5))
    with tempfile.TemporaryDirectory() as folder:
        scene = None if game is None else Scene(game, "practice", number)
        round_ = Round(Path(folder), SIZE, scene)
        stage = Stage(SIZE, round_.px_per_mm)
        stage.frame(round_.app, lambda _: [])
        round_.app.after_first_frame()
        stage.frame(round_.app, lambda _: [])
        if scene is not None:
            round_.app.go(places.Playing(scene.game, scene.mode, scene.number))
        for _ in range(round(seconds * 60)):
            stage.frame(round_.app, round_.readings)
        return stage.picture()


def main() -> None:
    """Paint all of them into one picture, and save it."""
    pygame.init()
    pygame.display.set_mode(SIZE)
    shown = [taken(game) for game in (None, *MOMENTS)]
    rows = -(-len(shown) // COLUMNS)
    whole = pygame.Surface((COLUMNS * (SMALL[0] + GAP) - GAP, rows * (SMALL[1] + GAP) - GAP))
    whole.fill("#FAF7F0")
    for index, picture in enumerate(shown):
        row, column = divmod(index, COLUMNS)
        whole.blit(pygame.transform.smoothscale(picture, SMALL), (column * (SMALL[0] + GAP), row * (SMALL[1] + GAP)))
    pygame.image.save(whole, TOP / "assets" / "screenshot.jpg")


if __name__ == "__main__":
    main()
