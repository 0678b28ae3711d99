"""A monkey plays every game through the whole program, for simulated minutes. Its short form is in the suite.

    python tests/monkey.py                                       ten minutes of each game, three seeds
    python tests/monkey.py --minutes 2 --seeds 1 --games beans,paint
    python tests/monkey.py --first 7 --seeds 1 --games dough     again what seed 7 did

There is no window and no waiting: the app is fed what a device could read, and draws one frame in thirty on a canvas
that records. The monkey (launcher/monkey_hand.py) taps, drags, plays, presses controls and keys, comes with twelve
fingers, floods, lost and repeated contacts, places and times that are none, resizes to between 1x1 and 2736x1824
pixels, loses the focus and whole seconds; it goes from one mode to another and home again. After each frame must hold
what launcher/monkey_watch.py says: no exception, no rep fewer, all that was told is stored or would come back after the
end of the process, every stored round replays identical, the index says what the files say. Where something does not,
the seed and the last things that happened are printed, and the script ends with status 1.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "launcher")]

from monkey_hand import Act, MonkeyHand  # noqa: E402
from monkey_watch import Watch  # noqa: E402
from visitor import SEEN, Visit  # noqa: E402

from games.catalog import GAMES, named  # noqa: E402
from games.kit.fingers import Command, Reading  # noqa: E402
from games.kit.game import Game  # noqa: E402
from games.kit.geometry import Vec  # noqa: E402
from games.launcher.round.half import Seat  # noqa: E402
from games.launcher.round.levels import SHARED, shared_levels  # noqa: E402
from games.launcher.shell import places  # noqa: E402
from games.launcher.shell.clock import Moment  # noqa: E402
from games.launcher.shell.work import Done  # noqa: E402

ROOM = Vec(1280 / 5.6, 800 / 5.6)  # mm, the window at first
LAST = 60  # frames in which something happened, that are told of when something does not hold
MODES = ("practice", "practice", "practice", "test", "challenge", "free", *SHARED, "levels", "home")
AT_ONCE = 3  # acts beside each other


class Later(Done):
    """Work that is seen to be done only some frames later, as on another thread."""

    def __init__(self, work: Callable[[], object], frames: int) -> None:
        super().__init__(work)
        self._frames = frames

    def done(self) -> bool:
        """Whether the frames have passed; called once in each."""
        self._frames -= 1
        return self._frames < 0


class Monkey:
    """One monkey with one game. `stay`: s until it goes from one mode to another."""

    def __init__(self, folder: Path, game: Game, seed: int, stay: float = 40.0) -> None:
        self.game, self.seed, self._stay = game, seed, stay
        self._chance = Random(f"{game.id} {seed}")
        self.visit = Visit(folder, ROOM)
        self.visit.desk.clock = self._moment
        self.visit.desk.beside = self._beside
        self.visit.desk.seed = lambda: self._chance.randrange(2**63)
        self.watch = Watch(self.visit, folder)
        self.hand = MonkeyHand(self.visit, self._chance)
        self.last: deque[str] = deque(maxlen=LAST)
        self._acts: list[Act] = []
        self._moved_at = -1e9
        self.frames = self.recovered = 0
        self.screens: dict[str, int] = {}

    def play(self, seconds: float, kills: int = 3) -> None:
        """So many simulated seconds, with so many looks at what would be left if the program ended there."""
        looks = {self._chance.randrange(int(seconds * 60)) for _ in range(kills)}
        for number in range(int(seconds * 60)):
            self._frame()
            if number in looks:
                self.recovered += self.watch.killed()
        self.visit.app.leave()
        self.watch.end()

    def _frame(self) -> None:
        app = self.visit.app
        readings: list[Reading] = []
        if self.frames % max(1, round(self._stay * 60)) == 0:
            self._elsewhere()
        elif app.screen.waiting:
            self._moved_at = self.visit.t
        elif self.visit.t - self._moved_at > self._stay / 3:
            self._elsewhere()
        if len(self._acts) < (1 if self.hand.calm else AT_ONCE) and self._chance.random() < 0.3:
            self._acts.append(self.hand.next())
        for act in list(self._acts):
            came = next(act, None)
            if came is None:
                self._acts.remove(act)
            else:
                readings += came
        if readings:
            said = ", ".join(map(_short, readings[:4])) + (f" and {len(readings) - 4} more" if readings[4:] else "")
            self.last.append(f"{self.visit.t + 1 / 60:.3f} {app.screen.name}: {said}")
        self.visit.frame(*readings, drawn=self.frames % SEEN == 0)
        self.screens[app.screen.name] = self.screens.get(app.screen.name, 0) + 1
        self.frames += 1
        self.watch.frame()

    def _elsewhere(self) -> None:
        """The program ends and starts again, at a place that the command line or Home may lead to."""
        desk, app = self.visit.desk, self.visit.app
        app.leave()
        self._acts, self.hand.calm = [], False
        self._moved_at = self.visit.t
        if app.screen.name == "too small":
            self.hand.resized(1280, 800, 5.6)
        app.go(places.Home())
        app.go(self._place())
        self.last.append(f"{self.visit.t:.3f} starts again at {app.screen.name} {getattr(app.screen, 'mode', '')}")
        desk.tell.screen(app.screen.name, app.screen.controls)

    def _place(self) -> places.Place:
        desk, game, chance = self.visit.desk, self.game, self._chance
        mode = chance.choice(MODES)
        there = {"practice": game.levels, "test": game.tests, "challenge": game.challenges}.get(mode, (0,))
        if mode == "home":
            return places.Home()
        if mode == "levels":
            return places.Levels(game.id)
        if mode in SHARED:
            first, second = (Seat(desk.player, chance.choice(shared_levels(game))) for _ in range(2))
            return places.Duel(game.id, mode, (first, second))
        number = chance.randrange(len(there)) + 1
        if mode == "test" and chance.random() < 0.5:
            return places.Testing(game.id, number)
        return places.Playing(game.id, mode, number)

    def _beside(self, work: Callable[[], object]) -> Later:
        return Later(work, self._chance.randrange(4))

    def _moment(self) -> Moment:
        at = datetime(2026, 11, 27, 9, 0, tzinfo=UTC) + timedelta(seconds=self.visit.t)
        return Moment(int(at.timestamp() * 1000), 60, at.date().isoformat(), at.hour)


def _short(reading: Reading) -> str:
    if isinstance(reading, Command):
        return f"{reading.name} {reading.value!r} @{reading.t:.2f}"
    return (
        f"{reading.finger} {reading.phase} ({reading.at[0]:.1f}, {reading.at[1]:.1f}) @{reading.t:.2f} {reading.device}"
    )


def asked_for(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0, help="simulated minutes of each game and seed (10)")
    parser.add_argument("--seeds", type=int, default=3, help="how many seeds (3)")
    parser.add_argument("--first", type=int, default=1, help="the first of them (1)")
    parser.add_argument("--games", default=",".join(game.id for game in GAMES), help="ids with commas between (all)")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Play what is asked for; 1 when something did not hold."""
    asked, broken = asked_for(words), 0
    logging.basicConfig(level="ERROR")
    for seed in range(asked.first, asked.first + asked.seeds):
        for game in map(named, asked.games.split(",")):
            with tempfile.TemporaryDirectory() as folder:
                monkey = Monkey(Path(folder), game, seed)
                try:
                    monkey.play(asked.minutes * 60)
                except Exception:
                    broken += 1
                    print(f"{game.id} seed {seed}: BROKEN in frame {monkey.frames}, after", *monkey.last, sep="\n  ")
                    traceback.print_exc(file=sys.stdout)
                else:
                    told, files = monkey.watch.told.total(), len(monkey.watch.files)
                    print(
                        f"{game.id} seed {seed}: {monkey.frames} frames, {told} reps told, {files} rounds stored, ",
                        end="",
                    )
                    print(f"{monkey.recovered} reps recovered; {monkey.screens}")
            sys.stdout.flush()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
