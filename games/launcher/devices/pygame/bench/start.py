"""How long the program takes from its start to its Home, beside an empty window of the same kind."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

TIMES = 5
PATIENCE = 20.0  # s
BARE = "import pygame; pygame.display.init(); pygame.display.set_mode(({0}, {1})); pygame.display.flip(); print('up', flush=True)"


def starts(size: tuple[int, int]) -> dict[str, float]:
    """Medians in s until Home is told, and until an empty window is up; in turn, so that both meet the same machine."""
    told, bare = [], []
    with tempfile.TemporaryDirectory() as place:
        for number in range(TIMES + 1):
            one, other = _bare(size), _home(Path(place), size)
            if number:  # not the first: it warms the system's cache
                bare.append(one)
                told.append(other)
    return {
        "start: bare window, s": median(bare),
        "start: home is told, s": median(told),
        "start: home is told / bare window": median(told) / median(bare),
    }


def _bare(size: tuple[int, int]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", BARE.format(*size)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while "up" not in process.stdout.readline():
            if process.poll() is not None:
                raise OSError("no window can be opened")
        return time.perf_counter() - begun


def _home(place: Path, size: tuple[int, int]) -> float:
    told = place / "tell"
    told.unlink(missing_ok=True)
    words = [sys.executable, "-m", "games", "--no-setup", "--data-dir", str(place / "data"), "--windowed", "--mute"]
    words += ["--size", f"{size[0]}x{size[1]}", "--tell", str(told)]
    root = Path(__file__).parents[5]
    begun = time.perf_counter()
    with subprocess.Popen(words, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while not (told.exists() and '"home"' in told.read_text()):
                if time.perf_counter() - begun > PATIENCE or process.poll() is not None:
                    raise OSError("the program did not come to its Home")
                time.sleep(0.002)
            return time.perf_counter() - begun
        finally:
            process.kill()
