"""The charts: each block of a game and hand as a dot, a smoothed line, the usual variation, and a sentence on the change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.launcher.progress.trend import LEAST_WEEKS, Change, Course
from games.launcher.screens.progress import pages as progress
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.chart_drawn import draw_chart
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, SMALL
from games.launcher.words.phrases import title

if TYPE_CHECKING:
    from games.launcher.progress.practising import Practice

SAID = {
    Change.MORE: "change more",
    Change.LESS: "change less",
    Change.WITHIN: "change within",
    Change.FEW: "change few",
}
LOW = 100.0  # mm; a lower window has room for the chart only
TWO_LINES = 50.0  # mm of height from which a second line says what was compared
THREE_LINES = 66.0  # mm, and from which there is a third, of what was mastered
TILE = 22.0  # mm, the key with the game's picture


class Charts(Page):
    """One chart, and keys for its game, hand, level, measure and weeks."""

    name = "charts"
    shows_measures = True

    def __init__(self, desk: Desk, _place: places.Progress) -> None:
        super().__init__(desk)
        from games.launcher.progress.practising import MEASURES, WEEKS

        self.desk = desk
        self._measures, self._weeks = MEASURES, WEEKS
        self.games: list[str] = []
        self.game = 0
        self.side = desk.player.side
        self.kind = self.measure = self.weeks = 0
        self.practice: Practice | None = None
        self._low, self._free = False, Vec(0, 0)
        self._looked = 0  # number of queries so far; the cached picture belongs to the last one
        self.course: Course | None = None
        self._finest: str | None = None  # mastered under the coach at the judged level
        self._begin()
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk = self.desk
        self._look()
        self._at, self._size = progress.room(desk, CONTROL + LEAST_GAP)
        at = Vec(self._at.x, self._at.y + self._size.y + LEAST_GAP)
        tile = min(TILE, 0.17 * self._size.x)
        self._tile = at, Vec(max(CONTROL, tile), CONTROL)
        kind = None if self.practice is None else self.practice.kind
        items = [Item("side", "", self._other_side, f"hand_{self.side}")]
        if kind is not None:
            items.append(Item("kind", desk.say(f"kind {kind.mode}", number=kind.level), self._next_kind, "list"))
        measure, weeks = self._measures[self.measure], self._weeks[self.weeks]
        items.append(Item("measure", desk.say(measure), self._next_measure, "target"))
        items.append(Item("weeks", desk.say(f"weeks {weeks}"), self._next_weeks, "calendar"))
        off = Vec(self._tile[1].x + LEAST_GAP, 0)
        keys = row(items, at + off, self._size.x - off.x, min(desk.em(BODY), 9.0), fill=True)
        game = [Button("game", self._title(), *self._tile, self._next_game, bare=True)] if self.games else []
        self._low = desk.display.size.y < LOW
        pages = progress.keys(desk, "charts", self.go)
        if self._low:  # the sentence on the change stands in the strip
            week = Item("back", desk.say("back"), lambda: self.go(places.Progress()), "back")
            pages, self._free = strip([week], [], desk.display.size.x, min(desk.em(LABEL), 10.0))
        self._widgets.lay([*pages, *game, *keys])

    def _begin(self) -> None:
        """Begin with the game played last, with the player's hand or else the hand that played it."""
        desk = self.desk
        played = desk.store.practised.games(desk.player.id)
        self.games = list(dict.fromkeys(game for game, _, _ in played))
        last = desk.store.last(desk.player.id)
        if last is not None and last[0] in self.games:
            self.game = self.games.index(last[0])
        if self.games and (self.games[self.game], self.side) not in {(game, side) for game, side, _ in played}:
            self.side = "left" if self.side == "right" else "right"

    def _look(self) -> None:
        """Query what was played."""
        from games.launcher.progress.practising import practice, since_of

        desk = self.desk
        if not self.games:
            return
        self._looked += 1
        today = progress.today(desk)
        since = since_of(desk.store, desk.player.id, self._weeks[self.weeks], today)
        game = self.games[self.game]
        self.practice = practice(desk.store, desk.player.id, game, self.side, since, today, self.kind)
        self.course = self.practice.course(self._measures[self.measure])
        self._finest = self._finest_of(game)

    def _finest_of(self, game: str) -> str | None:
        """The finest that this hand has mastered at the judged level, by the judged input and form; None without a coach."""
        from games.catalog import GAMES
        from games.launcher.round.mastering import finest_of_hand

        kind, known = None if self.practice is None else self.practice.kind, [one for one in GAMES if one.id == game]
        if kind is None or not kind.coached or not known:
            return None
        found = finest_of_hand(self.desk, known[0], kind.level, self.side, (kind.input, kind.form))
        return None if found is None else found.words

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.card(canvas, desk, self._at, self._size)
        at, size = self._at + Vec(GAP / 2, LEAST_GAP), self._size - Vec(GAP, 2 * LEAST_GAP)
        blocks = () if self.practice is None else self.practice.blocks
        if not blocks:
            words = desk.say("no chart") if self.games else desk.say("no practice")
            paper.lines(canvas, desk, at, size, [(words, desk.em(LABEL), "bold")], centred=True)
        elif not self._measured():
            paper.lines(canvas, desk, at, size, [(desk.say("no measure"), desk.em(LABEL), "bold")], centred=True)
        else:
            self._draw_all(canvas, at, size)
        if self.games:
            corner, area = self._tile
            paper.card(canvas, desk, corner, area)
            if desk.pictures:
                canvas.picture(f"tiles/{self.games[self.game]}", corner + area * 0.5, area.x * 1.0)
        self._widgets.draw(canvas, desk.palette)

    def _draw_all(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        """Draw the sentence on the change and below it the chart, which is cached: it may have thousands of dots."""
        desk, practice, course = self.desk, self.practice, self.course
        assert practice is not None
        assert course is not None
        two = size.y >= TWO_LINES
        head = 0.0 if self._low else min(30.0, max(20.0, size.y * 0.25)) if two else SMALL * 1.5
        if size.y >= THREE_LINES and self._finest is not None:
            head += 1.5 * min(desk.em(SMALL) * 1.06, 8.0)
        words: list[tuple[str, float, Weight]] = [(desk.say(SAID[course.change]), min(desk.em(BODY), 10.0), "bold")]
        if two:
            words.append((self._why(), min(desk.em(SMALL) * 1.06, 8.0), "regular"))
            words += [(desk.say("finest", what=what), words[1][1], "regular") for what in [self._finest] if what]
        if self._low:
            paper.title(canvas, desk, words[0][0], self._free)
        else:
            paper.lines(canvas, desk, at + Vec(GAP / 2, 0), Vec(size.x - GAP, head), words)
        measure, em = self._measures[self.measure], min(6.5, max(SMALL, size.y * 0.06))
        room = size - Vec(0, head + 1.0)
        key = (self._looked, measure, at, room, em, desk.settings.palette, canvas.size)

        def drawn(kept: Canvas) -> None:
            chart = practice.chart(measure, room, em, progress.day_and_month(desk), desk.words.decimal_mark)
            draw_chart(kept, desk.palette, chart, at + Vec(0, head + 1.0), em, desk.palette.primary)

        canvas.kept("chart", key, drawn)

    def _why(self) -> str:
        course = self.course
        if course is None or course.line is None:
            return self.desk.say("few how", count=LEAST_WEEKS)
        places = 1 if self._measures[self.measure] == "smoothness" else 0
        first, last = (self.desk.words.number(value, f".{places}f") for value in (course.line.first, course.line.last))
        return self.desk.say("from first to last", count=len(course.weeks), first=first, last=last).replace(
            "-", "\u2212"
        )

    def _measured(self) -> bool:
        from games.launcher.progress.practising import value_of

        blocks = () if self.practice is None else self.practice.blocks
        return any(value_of(block, self._measures[self.measure]) is not None for block in blocks)

    def _title(self) -> str:
        from games.catalog import GAMES

        game = self.games[self.game]
        return next((title(self.desk.say, one) for one in GAMES if one.id == game), game)

    def _next_game(self) -> None:
        self.game, self.kind = (self.game + 1) % len(self.games), 0
        self.laid()

    def _next_kind(self) -> None:
        self.kind += 1
        self.laid()

    def _next_measure(self) -> None:
        self.measure = (self.measure + 1) % len(self._measures)
        self.laid()

    def _next_weeks(self) -> None:
        self.weeks = (self.weeks + 1) % len(self._weeks)
        self.laid()

    def _other_side(self) -> None:
        self.side, self.kind = "left" if self.side == "right" else "right", 0
        self.laid()
