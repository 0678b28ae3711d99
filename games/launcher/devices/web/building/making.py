"""`web build` makes the folder for browsers, `web serve` shows it to some."""

from __future__ import annotations

from pathlib import Path

from games.launcher.devices.web.building.build import Source, build
from games.launcher.devices.web.building.serving import serve
from games.launcher.shell.assets import assets_folder, words_folder
from games.launcher.words.browser import OUTSIDE
from games.launcher.words.languages import PSEUDO, languages, words_in

ROOT = Path(__file__).resolve().parents[5]  # the top of the source
MADE = Path("dist") / "web"  # where it is made and looked for, unless told


def make(goal: Path | None) -> int:
    """Make the folder, and print where it is and how large its parts are."""
    if not (ROOT / "run.py").is_file():
        raise OSError("the version for browsers is made from the source, not from an installed copy")
    folder = goal or ROOT / MADE
    words = {
        language: {name: words_in(language, words_folder()).say(name) for name in ("title", *OUTSIDE)}
        for language in languages(words_folder())
        if language != PSEUDO
    }
    sizes = build(Source(ROOT / "games", assets_folder(), ROOT / "LICENSE", words), folder)
    print("\n".join(f"{part:8} {size / 1e6:5.1f} MB" for part, size in sizes.items()))
    print(folder)
    return 0


def show(folder: Path | None, port: int, lan: bool) -> int:
    """Serve the folder until it is stopped."""
    return serve(folder or ROOT / MADE, port, lan)
