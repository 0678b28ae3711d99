"""An hour of random presses in the real program, in a real window: open files and memory stay flat. Not part of the suite.

    python tests/soak.py --minutes 60
    python tests/soak.py --minutes 10 --resizes 500 --seed 3
    SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy python tests/soak.py --minutes 2      without a screen

Fingers that tap, double tap, drag, come several at once and are lost, a mouse and keys are posted to the window as a
device would post them, as fast as the program takes them; with --resizes the window changes its size so many times on
the way. Everything the program keeps goes into a folder that is deleted at the end. Every tenth of the time one line
says how many files are open and how much memory is held. The second half is compared with the first: the script ends
with status 1 when files were left open, when memory grew, when an exception was logged, or when the program ended.
Runs where /proc is (Linux).
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

GROWTH = 40_000_000  # bytes by which the last quarter may hold more: caches fill up, each to its own bound, for minutes
MORE_FILES = 2  # journals and pictures that are just being written
KEYS = ("RETURN", "SPACE", "ESCAPE", "TAB", "LEFT", "RIGHT", "UP", "DOWN", "p", "n", "z", "d", "q", "e", "m", "F1")
RESTS = 15.0  # s; so often the hand rests for a tenth of a second, in which the loop tidies up if nothing moves
LEAVING = 4.0  # s after which somebody who has come to no other screen goes back


def asked_for(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0, help="how long it lasts (60)")
    parser.add_argument("--resizes", type=int, default=0, help="how often the window changes its size on the way (0)")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from (1)")
    return parser.parse_args(words)


class Hand:
    """Posts what a restless hand does, a little each frame."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._down: dict[int, list[float]] = {}
        self._next = 1
        self.presses = 0

    def act(self) -> None:
        """Something, or nothing."""
        import pygame

        chance = self._chance
        for finger, at in list(self._down.items()):
            kind = chance.random()
            if kind < 0.25:
                self._post(pygame.FINGERUP, finger, at)
                del self._down[finger]
            elif kind < 0.26:  # its UP is lost
                del self._down[finger]
            else:
                at[0] = min(1.0, max(0.0, at[0] + chance.gauss(0, 0.03)))
                at[1] = min(1.0, max(0.0, at[1] + chance.gauss(0, 0.03)))
                self._post(pygame.FINGERMOTION, finger, at)
        if len(self._down) < 5 and chance.random() < 0.3:
            self._next += 1
            self.presses += 1
            at = [chance.random(), chance.random()]
            self._down[self._next] = at
            self._post(pygame.FINGERDOWN, self._next, at)
        if chance.random() < 0.02:
            size = pygame.display.get_window_size()
            place = (chance.randrange(size[0]), chance.randrange(size[1]))
            self.presses += 1
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                pygame.event.post(pygame.event.Event(kind, pos=place, button=1, touch=False))
        if chance.random() < 0.03:
            self.key(chance.choice(KEYS))

    def key(self, name: str) -> None:
        """A key goes down and up."""
        import pygame

        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=getattr(pygame, f"K_{name}"), mod=0))

    def _post(self, kind: int, finger: int, at: Sequence[float]) -> None:
        import pygame

        about = {"touch_id": 1, "finger_id": finger, "dx": 0.0, "dy": 0.0, "pressure": 0.0}
        pygame.event.post(pygame.event.Event(kind, x=at[0], y=at[1], **about))


class Watch:
    """What was held at each look."""

    def __init__(self) -> None:
        self.files: list[int] = []
        self.bytes: list[int] = []

    def look(self) -> None:
        """Note what this process holds now."""
        self.files.append(len(list(Path("/proc/self/fd").iterdir())))
        self.bytes.append(int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"))

    def grown(self) -> tuple[float, float]:
        """By how many files and bytes the last quarter holds more than the second one, which began with full caches."""
        count = len(self.files)
        second, last = slice(count // 4, count // 2), slice(3 * count // 4, count)
        return tuple(median(of[last]) - median(of[second]) for of in (self.files, self.bytes))  # type: ignore[return-value]


class Errors(logging.Handler):
    """Counts what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def soak(asked: argparse.Namespace) -> int:  # noqa: C901 (what is done in a frame stands in one place)
    """Let the program run so long; 0 when all stayed as it was."""
    import pygame

    from games.launcher.cli.options.asking import asked_for as asked_on_the_line
    from games.launcher.cli.play import play
    from games.launcher.devices.pygame.opening import set_mode
    from games.launcher.shell import wiring as launched
    from games.launcher.shell.outbox import Close

    chance, hand, watch, errors = Random(asked.seed), Hand(Random(asked.seed)), Watch(), Errors()
    logging.getLogger().addHandler(errors)
    start, seconds, screens = time.perf_counter(), asked.minutes * 60, dict[str, int]()
    done = {"resizes": 0, "looks": 0, "lines": 0}

    class Driven(launched.App):
        """The app, with somebody at it."""

        _moved_at, _was = 0.0, ""

        @property
        def lively(self) -> bool:
            """In nearly every frame something can happen; now and then the hand rests, as every hand does."""
            return (time.perf_counter() - start) % RESTS > 0.1 or self.screen.lively

        def frame(self, now: float, readings: Sequence[object]) -> None:
            super().frame(now, readings)  # type: ignore[arg-type]
            passed = time.perf_counter() - start
            if self.screen.name != self._was:
                self._was, self._moved_at = self.screen.name, now
                screens[self.screen.name] = screens.get(self.screen.name, 0) + 1
            elif now - self._moved_at > LEAVING * (8 if self.screen.waiting else 1):
                self._moved_at = now
                hand.key("ESCAPE")
            hand.act()
            if asked.resizes and done["resizes"] < asked.resizes * passed / seconds:
                done["resizes"] += 1
                set_mode((chance.randrange(480, 1300), chance.randrange(320, 820)), False)
            if passed >= done["looks"]:
                done["looks"] += 1
                watch.look()
            if passed >= seconds * done["lines"] / 10:
                done["lines"] += 1
                print(
                    f"{passed:7.0f} s  {watch.files[-1]:4d} files  {watch.bytes[-1] / 1e6:7.1f} MB  "
                    f"{hand.presses:6d} presses  {done['resizes']:4d} resizes",
                    flush=True,
                )
            # Exit can be pressed, too: whoever is restless comes back.
            for request in self.outbox.take():
                if not isinstance(request, Close):
                    self.outbox.ask(request)
            if passed >= seconds:
                self.outbox.ask(Close())

    usual, launched.App = launched.App, Driven  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        wish = asked_on_the_line(["--data-dir", folder, "--size", "1000x640", "--windowed"])
        try:
            status = play(wish)
        finally:
            launched.App = usual  # type: ignore[misc]
    pygame.quit()
    files, held = watch.grown()
    print("screens: " + ", ".join(f"{name} {count}" for name, count in sorted(screens.items())))
    print(
        f"open files {files:+.0f} (at most {max(watch.files)}), memory {held / 1e6:+.1f} MB, errors {len(errors.said)}"
    )
    for one in errors.said[:3]:
        print(one)
    return 1 if status or errors.said or files > MORE_FILES or held > GROWTH else 0


if __name__ == "__main__":
    sys.exit(soak(asked_for()))
