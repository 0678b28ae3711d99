"""A pause: its card on the table, and the countdown from Carry on to playing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from games.kit.canvas import Canvas
from games.kit.fingers import Command
from games.kit.geometry import ORIGIN, Vec
from games.launcher.scoring.clock import BY_PLAYER, MOST_REST
from games.launcher.shell.desk import Desk
from games.launcher.shell.sound import Sound
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, GAP, LABEL, MARGIN, TITLE

WIDEST = 170.0  # mm, the card over a round
ROUND = (
    (("carry on", "play"), ("stop", "stop")),
    (("start again", "repeat"), ("show me", "eye"), ("help", "help")),
)
COUNT = 3  # s, from Carry on to playing
TALLER = 4.0  # mm by which the first row is taller


@dataclass(frozen=True)
class PauseCard:
    """Layout of the card: place, size, height of the title, keys. Lengths in mm."""

    at: Vec
    size: Vec
    title: float
    keys: Sequence[Button]
    words: str

    def draw(self, canvas: Canvas, desk: Desk) -> None:
        """Draw the card over a veiled table."""
        canvas.rect(ORIGIN, desk.display.size, desk.palette.veil)
        paper.card(canvas, desk, self.at, self.size)
        height = min(desk.em(TITLE) * 1.1, self.title * 0.62)
        height, middle = (
            paper.fitted(canvas, self.words, self.size.x - GAP, height),
            Vec(self.size.x / 2, self.title / 2 + 0.5),
        )
        canvas.text(self.words, self.at + middle, height, desk.palette.ink, "bold", "centre")


def pause_card(desk: Desk, width: float, *rows: Sequence[Item], words: str | None = None) -> PauseCard:
    """A card at most `width` mm wide with these rows of keys, the first holding Carry on; its title is "Paused" or
    `words`."""
    size, em = desk.display.size, min(desk.em(LABEL), 11.0)
    width, gap = min(width, size.x - 2 * MARGIN), GAP if size.y > 100 else LEAST_GAP
    title = min(desk.em(LABEL) * 1.9, 20.0)
    height = title + TALLER + len(rows) * (CONTROL + gap) + gap
    corner = Vec((size.x - width) / 2, max(2.0, (size.y - height) / 2))
    keys: list[Button] = []
    at = corner + Vec(gap, title)
    for index, items in enumerate(rows):
        tall = CONTROL + (0.0 if index else TALLER)
        keys += row(items, at, width - 2 * gap, em, tall, fill=True)
        at += Vec(0, tall + gap)
    return PauseCard(corner, Vec(width, height), title, keys, words or desk.say("paused"))


def round_card(desk: Desk, acts: Mapping[str, Callable[[], None]], asking: bool) -> PauseCard:
    """The card over a round that waits: the way on, and the ways elsewhere; or only the question whether to stop."""
    first, others = (
        [
            Item(name, desk.say(name), acts[name], icon, main=name == "carry on", at_once=name == "stop")
            for name, icon in row
        ]
        for row in ROUND
    )
    if asking:
        return pause_card(desk, WIDEST, first, words=desk.say("stop asked"))
    return pause_card(desk, WIDEST, first, others)


class Countdown:
    """The countdown, with a sound each second, from Carry on until the game continues."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._since: float | None = None
        self._heard = -1
        self._paused = self._rested = 0.0  # when the round was paused, and how long it was until Carry on, in s

    def pause(self, now: float, by_player: bool = True) -> Command:
        """The command that pauses the round; `by_player`: not by the system, as when the window loses the focus."""
        self._paused = now
        return Command(now, "pause", BY_PLAYER if by_player else 0)

    def resumed(self, now: float) -> Command:
        """The command that continues it, with the seconds that it stood still before the countdown."""
        return Command(now, "resume", round(self._rested, 3))

    @property
    def runs(self) -> bool:
        """Whether it is counting."""
        return self._since is not None

    def begin(self, now: float) -> None:
        """Carry on was pressed."""
        self._since = now
        self._rested = min(MOST_REST, max(0.0, now - self._paused))

    def stop(self) -> None:
        """Cancel the countdown."""
        self._since = None

    def left(self, now: float) -> float | None:
        """Seconds until the game continues; None if no countdown runs."""
        return None if self._since is None else max(0.0, COUNT - (now - self._since))

    def over(self, now: float) -> bool:
        """Sound each new second; True in the frame in which the game continues."""
        left = self.left(now)
        if left is None:
            return False
        if int(left) != self._heard:
            self._heard = int(left)
            self._desk.hear(Sound("count"))
        if left <= 0.0:
            self._since = None
            return True
        return False
