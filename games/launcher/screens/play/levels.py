"""A game's own page: what to play and how hard, what it practises, your best, Show me, Start."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from games.catalog import named
from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.game import AnyLevel
from games.kit.geometry import Vec
from games.launcher.round.bests import last_played, other_hand, own_best
from games.launcher.round.levels import choices
from games.launcher.round.mastering import cleared, finest_here
from games.launcher.screens.play.rehearsal import Rehearsal
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Go, Move
from games.launcher.ui import paper, skyline
from games.launcher.ui.arranging import LEAST_GAP, Item, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.words.phrases import practises, title

MARK = 4.0  # mm, the star on the key of a level that was mastered
SQUARE = 20.0  # mm, a level's key
WIDE = 222.0  # mm, the page at most
LEAST_CARD = 34.0  # mm, the lowest card in which towers are drawn
LEAST_BESIDE = Vec(60.0, 24.0)  # mm, the least room beside the keys in which something is shown
MODES = (("free", "leaf"), ("practice", "repeat"), ("test", "clock"), ("challenge", "trophy"))


class Levels(Page):
    """The page of one game."""

    name = "levels"

    def __init__(self, desk: Desk, place: places.Levels) -> None:
        super().__init__(desk)
        self.game = game = named(place.game)
        was, last_mode, last_number = last_played(desk)
        self.chosen = (last_mode, last_number) if was == game.id else ("practice", 1)
        if place.mode is not None:
            self.chosen = place.mode, place.number
        self._numbers = {mode: 1 for mode, _ in MODES} | {self.chosen[0]: self.chosen[1]}
        self._rehearsed: object = None  # the level, the size and the hand of the rehearsal
        self._rehearsal: Rehearsal
        self._best: int | None = None
        self._finest: str | None = None  # the finest that the hand has mastered here under the coach
        self._cleared: set[int] = set()  # levels that it has mastered once
        self._towers: list[tuple[str, float]] = []
        self.laid()

    @property
    def lively(self) -> bool:
        return self.desk.pictures and not self._rehearsal.over

    def frame(self, _now: float, readings: Sequence[Reading]) -> Move:
        if self.lively and not readings:
            self._rehearsal.advance()
        self._widgets.feed(readings, escape=self.home, f1=self._show)
        return self.moved()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        rehearsed = self.chosen, size, desk.player.side
        if self._rehearsed != rehearsed:
            self._rehearsed, self._rehearsal = rehearsed, Rehearsal(desk, self.game, self.level, self.chosen[0])
        wanted = min(desk.em(LABEL), 11.0)
        self._guide = other_hand(desk, self.game, *self.chosen)
        start = Item("start", desk.say("start"), self._start, "play", main=True)
        left = [Item("back", desk.say("back"), self.home, "back")]
        gallery = self.game.gallery
        if gallery is not None and gallery.finished is not None:
            left.append(Item("gallery", desk.say("gallery"), self._gallery, "picture"))
        if gallery is not None and gallery.free is not None:
            left.append(Item("gallery", desk.say("gallery"), self._pictures, "picture"))
        left.append(Item("scores", desk.say("scores"), self._scores, "trophy"))
        if self._guide is not None:
            left.append(Item("guide", desk.say("guide"), self._guided, "ghost"))
        right = [Item("show me", desk.say("show me"), self._show, "eye"), start]
        buttons, self._free = strip(left, right, size.x, wanted)
        tight = size.y < 100
        gap = LEAST_GAP if tight else GAP
        room, y = min(size.x - 2 * MARGIN, WIDE), STRIP + gap
        left_edge = (size.x - room) / 2
        modes = [mode for mode in MODES if any(one == mode[0] for one, _, _ in choices(self.game))]
        tabs = [
            Item(f"mode {mode}", desk.say(mode), partial(self._mode, mode), icon, chosen=mode == self.chosen[0])
            for mode, icon in modes
        ]
        buttons += row(tabs, Vec(left_edge, y), room, min(desk.em(BODY), 11.0), fill=True)
        y += CONTROL + gap
        numbers = self._numbered(Vec(left_edge, y), room, size.y - y, desk.em(LABEL))
        buttons += numbers
        if numbers:
            y = max(button.at.y for button in numbers) + CONTROL + gap
        self._card_at = Vec(left_edge, y)
        self._beside = _room_beside(numbers, left_edge + room, y)
        self._card = Vec(room, max(0.0, min(size.y - (LEAST_GAP if tight else MARGIN) - y, 74.0)))
        self._widgets.lay(buttons)
        self._best = own_best(desk, self.game, *self.chosen)
        practised = self.chosen[0] == "practice"
        self._finest = finest_here(desk, self.game, self.chosen[1]) if practised and desk.settings.coach else None
        self._cleared = cleared(desk, self.game) if practised else set()
        self._towers = skyline.towers_of(desk, self.game)

    def _numbered(self, at: Vec, room: float, tall: float, height: float) -> list[Button]:
        """A key for each level; if there is no room for all, one key up and one down."""
        levels = [(number, level) for mode, number, level in choices(self.game) if mode == self.chosen[0]]
        if len(levels) < 2:
            return []
        square = max(CONTROL, min(SQUARE, (room - LEAST_GAP * (len(levels) - 1)) / len(levels)))
        columns = max(1, int((room + LEAST_GAP) // (square + LEAST_GAP)))
        lines = -(-len(levels) // columns)
        if lines > 1 and tall - lines * (CONTROL + LEAST_GAP) < 40.0:
            ends = (
                Item("easier", "", lambda: self._choose(max(1, self.chosen[1] - 1)), "minus"),
                Item("harder", "", lambda: self._choose(min(len(levels), self.chosen[1] + 1)), "plus"),
            )
            far = room - 24.0
            return [
                ends[0].button(at, Vec(24.0, CONTROL), height),
                ends[1].button(at + Vec(far, 0), Vec(24.0, CONTROL), height),
            ]
        columns = -(-len(levels) // lines)
        gap = min(GAP, (room - columns * square) / max(1, columns - 1))
        out = []
        for index, (number, _) in enumerate(levels):
            line, column = divmod(index, columns)
            place = at + Vec(column * (square + gap), line * (CONTROL + LEAST_GAP))
            act = lambda number=number: self._choose(number)  # noqa: E731
            chosen = number == self.chosen[1]
            name = f"{self.chosen[0]} {number}"
            out.append(
                Button(name, str(number), place, Vec(square, CONTROL), act, chosen=chosen, height=min(height, 11.0))
            )
        return out

    @property
    def level(self) -> AnyLevel:
        """The chosen level."""
        return next(level for mode, number, level in choices(self.game) if (mode, number) == self.chosen)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        if self.lively:
            canvas.prepare(self._rehearsal.draw)
        paper.scene(canvas, desk)
        wide = self._free.y - self._free.x
        called = title(desk.say, self.game)
        em = paper.fitted(canvas, called, wide, min(desk.em(TITLE), 13.0))
        if em >= SMALL:
            canvas.text(called, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        stepper = self._widgets.named("easier")
        if stepper is not None:
            middle = Vec(self._card_at.x + self._card.x / 2, stepper.middle.y)
            words = desk.say("level", number=self.chosen[1])
            paper.label(
                canvas, desk, middle, words, paper.fitted(canvas, words, self._card.x - 64, min(desk.em(LABEL), 10.0))
            )
        if self._card.y > 14.0:
            self._draw_card(canvas)
        self._widgets.draw(canvas, desk.palette)
        for number in self._cleared:
            key = self._widgets.named(f"practice {number}")
            if key is not None:
                canvas.icon("star", key.at + Vec(key.size.x - MARK, MARK), MARK, desk.palette.ink)

    def _draw_card(self, canvas: Canvas) -> None:
        desk, at, size = self.desk, self._card_at, self._card
        paper.card(canvas, desk, at, size)
        best = desk.say("no best") if self._best is None else desk.say("best", points=self._best)
        if self._finest is not None:
            best = desk.say("finest", what=self._finest)
        mode = self.chosen[0]
        how = {"test": desk.say("test how"), "challenge": desk.say("challenge how"), "free": desk.say("free how")}.get(
            mode, best
        )
        words: list[tuple[str, float, Weight]] = [(title(desk.say, self.game, self.level), desk.em(LABEL), "bold")]
        words.append((how, desk.em(BODY), "regular"))
        words.append((practises(desk.say, self.game), desk.em(BODY), "regular"))
        if mode in ("test", "challenge"):
            words.append((best, desk.em(BODY), "regular"))
        elif mode == "practice" and self.game.fitting is not None:
            words.append((desk.say("fits" if desk.settings.coach else "locked"), desk.em(BODY), "regular"))
        tile = min(size.y * 1.1, size.x * 0.34) if size.x > 120 and desk.pictures and desk.settings.text < 150 else 0.0
        if self._towers and self._beside is not None:
            skyline.draw(canvas, desk, self.game, *self._beside, self._towers, dated=False)
        if tile and self._towers and self._beside is None and size.y >= LEAST_CARD:
            corner = at + Vec(size.x - tile - GAP, GAP)
            skyline.draw(canvas, desk, self.game, corner, Vec(tile, size.y - 1.5 * GAP), self._towers)
        elif tile:
            self.game.tile(canvas, at + Vec(size.x - tile * 0.55, size.y * 0.5), tile)
        paper.lines(canvas, desk, at + Vec(GAP, 3), size - Vec(2 * GAP + tile, 6), words)

    def _mode(self, mode: str) -> None:
        self.chosen = mode, self._numbers[mode]
        self.laid()

    def _choose(self, number: int) -> None:
        self.chosen = self.chosen[0], number
        self._numbers[self.chosen[0]] = number
        self.laid()

    def _start(self) -> None:
        mode, number = self.chosen
        if mode == "test":
            self.go(places.Testing(self.game.id, number))
        else:
            self.go(places.Playing(self.game.id, mode, number))

    def _show(self) -> None:
        self.over(places.Demo(places.Playing(self.game.id, *self.chosen)))

    def answered(self, answer: object) -> Move:
        """After a demo: start playing if the viewer wants to."""
        return Go(places.Playing(self.game.id, *self.chosen)) if answer == places.NOW_YOU else None

    def _gallery(self) -> None:
        self.go(places.Gallery(self.game.id, *self.chosen))

    def _pictures(self) -> None:
        self.go(places.FreePictures(self.game.id, *self.chosen))

    def _scores(self) -> None:
        self.go(places.Scores(self.game.id, *self.chosen))

    def _guided(self) -> None:
        self.go(places.Playing(self.game.id, *self.chosen, guided=True))


def _room_beside(numbers: Sequence[Button], right: float, foot: float) -> tuple[Vec, Vec] | None:
    """The free part of the table beside the level keys, above the card: (corner, size), or None if it is too small."""
    if len(numbers) < 2 or numbers[0].id == "easier":
        return None
    corner = Vec(max(key.at.x + key.size.x for key in numbers) + 2 * GAP, min(key.at.y for key in numbers))
    size = Vec(right - MARGIN / 2 - corner.x, foot - corner.y)
    return (corner, size) if size.x >= LEAST_BESIDE.x and size.y >= LEAST_BESIDE.y else None
