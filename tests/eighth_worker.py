"""Handplay with the null game as an eighth one: walks it through the launcher, and prints what was seen as one line of JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

for folder in ("tests", "tests/launcher", ""):
    sys.path.insert(0, str(Path(__file__).parents[1] / folder))

import null_game  # noqa: E402

from games import catalog  # noqa: E402

catalog.GAMES = (*catalog.GAMES, null_game.GAME)  # before anything of the launcher takes them from here

from visitor import Visit  # noqa: E402

from games.kit.geometry import Vec  # noqa: E402
from games.launcher.cli import commands  # noqa: E402


def walked(folder: Path) -> dict[str, object]:
    """What is drawn on Home, in its Help, on Results and on the day's page."""
    visit = Visit(folder, Vec(217, 136))
    visit.desk.pictures = True
    visit.app.screen.laid()
    visit.frame()
    seen: dict[str, object] = {"home": visit.canvas.words(), "tile": null_game.ACCENT in repr(visit.canvas.drawn)}
    visit.go("null", "start", "help")
    seen["help"] = visit.canvas.words()
    visit.go("back", "carry on")
    visit.play()
    seen["then"], seen["results"] = visit.app.screen.name, visit.canvas.words()
    visit.go("home", "today")
    seen["today"] = visit.canvas.words()
    visit.go("null")
    seen["challenge"] = visit.app.screen.name
    visit.go("help", "back", "stop")
    visit.go("home") if "home" in visit.ids() else None
    visit.go("help")
    seen["help from home"] = visit.canvas.words()
    seen["errors"] = [repr(error) for error in visit.errors]
    return seen


if __name__ == "__main__":
    if sys.argv[1] == "walk":
        print(json.dumps(walked(Path(sys.argv[2]))))
    else:
        sys.exit(commands.main(sys.argv[1:]))
