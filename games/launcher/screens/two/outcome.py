"""Results of a round of two: each player's points relative to their own usual, or how full the jar is."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.progress.handicap import ahead, close
from games.launcher.round.half import Half
from games.launcher.screens.two import drawn
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import celebrating, paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, TITLE
from games.launcher.words.phrases import counted
from games.launcher.words.reasons import reason

WIDE, TALL = 190.0, 118.0  # mm, the largest card
JAR = 20.0  # mm, its width on the card


class Outcomes(Page):
    """The card after a round of two."""

    name = "duel results"

    def __init__(self, desk: Desk, place: places.DuelResults) -> None:
        super().__init__(desk)
        self.duel = place.pair
        self._since: float | None = None
        self._now = 0.0
        self.laid()

    @property
    def lively(self) -> bool:
        full = self.duel.mode == "together" and self.full >= 1.0
        return full and self._now - (self._since or self._now) < celebrating.SECONDS

    @property
    def full(self) -> float:
        """How full the jar is; 1 is full."""
        return self.duel.filled[-1][0] if self.duel.filled else 0.0

    @property
    def shares(self) -> tuple[float | None, float | None]:
        """Each player's points as a share of their own usual; None if that is unknown or the round was stopped early."""
        left, right = (_share(half) for half in self.duel.both)
        return left, right

    @property
    def ahead(self) -> int:
        """Who is ahead, measured against their own usual points: -1 left, 1 right, 0 neither."""
        return ahead(*self.shares)

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._now = now
        self._since = now if self._since is None else self._since
        self._widgets.feed(readings, escape=self.home)
        return self.moved()

    def leave(self) -> None:
        """Nothing here can be lost: what could not be stored waits on the desk."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        self.size = Vec(min(size.x - 2 * MARGIN, WIDE), min(size.y - (MARGIN if size.y > 100 else 4.0), TALL))
        self.at = (size - self.size) * 0.5
        items = [
            Item("again", desk.say("again"), self._again, "repeat", main=True),
            Item("others", desk.say("two players"), self._others, "people"),
            Item("home", desk.say("home"), self.home, "home"),
        ]
        at = Vec(self.at.x + gap, self.at.y + self.size.y - gap - CONTROL)
        self._widgets.lay(row(items, at, self.size.x - 2 * gap, min(desk.em(LABEL), 10.5), fill=True))

    @property
    def fact(self) -> str:
        """The sentence at the top."""
        duel = self.duel
        if duel.mode == "together":
            full = self.full
            return self.desk.say("jar full") if full >= 1.0 else self.desk.say("jar part", percent=int(100 * full))
        left, right = self.shares
        if left is None or right is None:
            whole = all(half.ended is not None and half.ended.whole for half in duel.both)
            return self.desk.say("round played") if whole else self.desk.say("round stopped")
        if self.ahead == 0:
            return self.desk.say("neck and neck")
        first, second = duel.both if self.ahead < 0 else duel.both[::-1]
        name = drawn.name_of(self.desk.say, first.seat.player, second.seat.player)
        return self.desk.say("by a nose" if close(left, right) else "is ahead", name=name)

    def draw(self, canvas: Canvas) -> None:
        desk, size, at = self.desk, self.size, self.at
        key = (canvas.size, desk.pictures, desk.settings.palette)
        canvas.kept("bare table", key, lambda kept: paper.table(kept, desk))
        paper.card(canvas, desk, at, size)
        if self.lively and self._since is not None:
            celebrating.draw(canvas, self._now - self._since)
        room = self._widgets.buttons[0].at.y - at.y - 2.0
        fact = self.fact
        em = paper.fitted(canvas, fact, size.x - 2 * GAP, min(desk.em(TITLE), room * 0.19))
        wrap = None if em >= SMALL else size.x - 2 * GAP  # in two lines, rather than too small
        canvas.text(fact, at + Vec(size.x / 2, room * 0.14), max(SMALL, em), desk.palette.ink, "bold", "centre", wrap)
        top, high = at.y + room * 0.27, room * 0.7
        together = self.duel.mode == "together"
        aside = JAR + 2 * GAP if together else 0.0
        wide = (size.x - aside) / 2
        for index, half in enumerate(self.duel.both):
            column = 1 - index if desk.mirrored else index  # who sat at the left stands at the left
            left = at.x + column * (wide + aside)
            self._draw_one(canvas, half, index, Vec(left, top), Vec(wide, high))
        if together:
            corner = Vec(at.x + (size.x - JAR) / 2, top + 2.0)
            drawn.draw_jar(canvas, desk, corner, Vec(JAR, high - 3.0), self.duel.filled)
        else:
            middle = at.x + size.x / 2
            canvas.line((Vec(middle, top + 2.0), Vec(middle, top + high - 2.0)), desk.palette.track, 0.5)
        self._widgets.draw(canvas, desk.palette)
        why = next((half.ended.why for half in self.duel.both if half.ended and half.ended.why), None)
        if why is not None:
            words, place = desk.say("not stored", why=reason(desk.say, why)), at + Vec(size.x / 2, room * 0.97)
            canvas.text(words, place, SMALL, desk.palette.ink, "regular", "centre", size.x - GAP)

    def _draw_one(self, canvas: Canvas, half: Half, index: int, at: Vec, size: Vec) -> None:
        """Draw a player's picture, name, points, and their share of the player's usual points."""
        desk, duel = self.desk, self.duel
        ink, colour = desk.palette.ink, drawn.colours(desk)[index]
        face = min(22.0, size.y * 0.34)
        middle = at.x + size.x / 2
        small = max(SMALL, min(desk.em(BODY), size.y * 0.15, 9.0))
        other = duel.both[1 - index].seat.player
        name, em = drawn.name_in(canvas, desk, half.seat.player, other, size.x - face - 10.0, small * 1.15)
        wide = face + 3.0 + canvas.text_size(name, em, "bold").x
        start, y = middle - wide / 2, at.y + face / 2 + 1.0
        paper.person(canvas, desk, half.seat.player.picture, Vec(start + face / 2, y), face)
        canvas.text(name, Vec(start + face + 3.0, y), em, ink, "bold")
        ended = half.ended
        points = 0 if ended is None else ended.score.points
        big = min(TITLE * 1.7, size.y * 0.3)
        y = at.y + face + 2.0 + big * 0.6
        words = counted(desk.say, duel.game, half.done)
        if duel.mode == "duel":
            canvas.text(str(points), Vec(middle, y), big, colour, "bold", "centre")
            share = self.shares[index]
            beneath = words if share is None else desk.say("of usual", percent=round(100 * share))
        else:
            canvas.text(str(half.done), Vec(middle, y), big, colour, "bold", "centre")
            beneath = desk.say("of jar", percent=round(50 * half.usual.part(half.done)))
        em = paper.fitted(canvas, beneath, size.x - 4.0, small)
        if em < SMALL and duel.mode == "duel" and share is not None:  # no room for more than the number
            beneath = desk.say("percent", value=round(100 * share))
            em = paper.fitted(canvas, beneath, size.x - 4.0, small)
        y += big * 0.55 + small * 0.8
        canvas.text(beneath, Vec(middle, y), max(SMALL, em), ink, "regular", "centre")

    def _again(self) -> None:
        self.go(places.Duel(self.duel.game.id, self.duel.mode, self.duel.seats))

    def _others(self) -> None:
        self.go(places.TwoPlayers(self.duel.game.id, self.duel.mode, self.duel.seats))


def _share(half: Half) -> float | None:
    ended = half.ended
    return None if ended is None or not ended.whole else half.usual.share(ended.score.points)
