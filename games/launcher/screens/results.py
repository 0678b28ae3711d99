"""Results: one fact, two dials, the points, the own best, one next step."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading
from games.kit.game import Game
from games.kit.geometry import Vec
from games.launcher.screens import home, paper, play
from games.launcher.screens.screen import Desk, Screen
from games.launcher.screens.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, TITLE
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say
from games.launcher.session import Ended

GOOD = 80.0  # precision from which the next level is offered first


class Results:
    """The card that lies on the table after a block."""

    name = "results"
    lively = False
    waiting = False

    def __init__(self, desk: Desk, game: Game, mode: str, number: int, ended: Ended) -> None:
        self.desk, self.game, self.mode, self.number, self.ended = desk, game, mode, number, ended
        self._widgets = Controls()
        self._next: Screen = self
        self.laid()

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        for reading in readings:
            if not self._widgets.read(reading) and isinstance(reading, Command) and reading.value == "escape":
                self._home()
        self.ended.retry(now)
        return self._next

    def leave(self) -> None:
        """One more try for a block that could not be stored."""
        self.ended.retry(float("inf"))

    def laid(self) -> None:
        size = self.desk.display.size
        self.size = Vec(min(size.x - 2 * MARGIN, 170.0), min(size.y - MARGIN, 112.0))
        self.at = (size - self.size) * 0.5
        more = self.mode == "practice" and self.number < len(self.game.levels)
        up = more and self.ended.score.precision >= GOOD
        steps = [("again", say("again"), self._again, not up), ("home", say("home"), self._home, False)]
        if more:
            steps.insert(1, ("next level", say("next level"), self._higher, up))
        height = LABEL if self.size.x > 150 else SMALL + 0.6
        wide = (self.size.x - GAP * (len(steps) + 1)) / len(steps)
        y = self.at.y + self.size.y - GAP - CONTROL
        self._widgets.lay(
            [
                Button(
                    name,
                    words,
                    Vec(self.at.x + GAP + i * (wide + GAP), y),
                    Vec(wide, CONTROL),
                    act,
                    main,
                    height=height,
                )
                for i, (name, words, act, main) in enumerate(steps)
            ]
        )

    def draw(self, canvas: Canvas) -> None:
        desk, size, at, score = self.desk, self.size, self.at, self.ended.score
        canvas.kept("bare table", (canvas.size, desk.pictures), lambda kept: paper.table(kept, desk))
        paper.card(canvas, desk, at, size)
        room = size.y - CONTROL - 2 * GAP
        fact = say("one rep") if self.ended.done == 1 else say("reps", count=self.ended.done)
        canvas.text(fact, at + Vec(size.x / 2, room * 0.14), TITLE, desk.palette.ink, "bold", "centre")
        radius = min(18.0, room * 0.22, size.x * 0.115)
        row = at.y + room * 0.28 + radius
        left, middle, x = (at.x + size.x * share for share in (0.20, 0.50, 0.80))
        paper.dial(canvas, desk, Vec(left, row), radius, score.precision, say("precision"))
        paper.dial(canvas, desk, Vec(middle, row), radius, min(100.0, score.speed), say("speed"))
        canvas.text(str(score.points), Vec(x, row - 5), TITLE * 1.7, desk.palette.primary, "bold", "centre")
        canvas.text(say("points", points="").strip(), Vec(x, row + 6), BODY, desk.palette.ink, "regular", "centre")
        canvas.text(self._best(), Vec(x, row + radius + BODY * 0.9), SMALL + 0.4, desk.palette.ink, "bold", "centre")
        self._widgets.draw(canvas, desk.palette)
        if self.ended.why is not None:
            words = say("not stored", why=self.ended.why)
            canvas.text(
                words, at + Vec(size.x / 2, room * 0.98), SMALL, desk.palette.ink, "regular", "centre", size.x - GAP
            )

    def _best(self) -> str:
        best = self.ended.best_before
        if not self.ended.whole:
            return ""
        if best is None or self.ended.score.points > best:
            return say("new best") if self.ended.score.points > 0 else ""
        return say("best", points=best)

    def _again(self) -> None:
        self._next = play.Play(self.desk, self.game, self.mode, self.number)

    def _higher(self) -> None:
        self._next = play.Play(self.desk, self.game, self.mode, self.number + 1)

    def _home(self) -> None:
        self._next = home.Home(self.desk)
