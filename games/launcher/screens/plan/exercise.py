"""One exercise of a plan: which game, which level, which hand, how much. All on one page, with large keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from games.catalog import GAMES
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.planning.plan import Exercise
from games.launcher.screens.plan.cards import amount
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, CORNER, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import title

REPS = (5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200)
MINUTES = (1, 2, 3, 4, 5, 8, 10, 15, 20, 30)
SIDES = (None, "left", "right")
ROWS = 4  # of keys: games, levels, hands, how much
TALLEST = 46.0  # mm, a game's key


class ExercisePage(Page):
    """The answer to the page below is the exercise, or that it is taken out."""

    name = "exercise"

    def __init__(self, desk: Desk, place: places.PlanExercise) -> None:
        super().__init__(desk)
        self.new = place.exercise is None
        self.exercise = place.exercise or Exercise(game=GAMES[0].id, reps=20)
        self._games: list[Button] = []
        self.page = 0
        self.laid()

    def laid(self) -> None:
        desk, size, say = self.desk, self.desk.display.size, self.desk.say
        gap = LEAST_GAP if size.y < 110 else GAP
        room, em = size.x - 2 * MARGIN, min(desk.em(BODY), 8.5)
        at = Vec(MARGIN, STRIP + gap)
        fit = max(1, int((size.y - at.y + gap - LEAST_GAP) // (CONTROL + gap)))
        self._pages = -(-ROWS // fit)
        self.page %= self._pages
        left = [Item("back", say("back"), self.back, "back")]
        right = [Item("take", say("done"), self._take, "check", main=True)]
        if not self.new:
            right.insert(0, Item("take out", say("plan remove"), self._remove, "erase"))
        if self._pages > 1:
            right.insert(0, Item("more", say("more"), self._turn, "forward"))
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        each = -(-ROWS // self._pages)
        kinds = ("games", "levels", "sides", "amounts")[self.page * each : (self.page + 1) * each]
        spare = size.y - at.y - LEAST_GAP - len(kinds) * (CONTROL + gap) + gap
        self._games, y = [], at.y
        for kind in kinds:
            if kind == "games":
                tall = CONTROL + min(TALLEST - CONTROL, max(0.0, spare))
                self._games = self._tiles(Vec(MARGIN, y), Vec(room, tall))
                y += tall + gap + max(0.0, spare - TALLEST + CONTROL) / 2
                continue
            items = {"levels": self._levels, "sides": self._sides, "amounts": self._amounts}[kind]()
            buttons += row(items, Vec(MARGIN, y), room, em, fill=True)
            y += CONTROL + gap
        self._widgets.lay([*buttons, *self._games])

    def _tiles(self, at: Vec, room: Vec) -> list[Button]:
        """A key for each game; where there is no room for all, the chosen one between those before and after it."""
        count, here = len(GAMES), next(place for place, game in enumerate(GAMES) if game.id == self.exercise.game)
        shown = list(GAMES)
        if room.x < count * (CONTROL + LEAST_GAP):
            shown = [GAMES[here - 1], GAMES[here], GAMES[(here + 1) % count]]
        wide = (room.x + LEAST_GAP) / len(shown) - LEAST_GAP
        return [
            Button(
                f"game {game.id}",
                title(self.desk.say, game),
                at + Vec(index * (wide + LEAST_GAP), 0),
                Vec(wide, room.y),
                partial(self._game, game.id),
                chosen=game.id == self.exercise.game,
                bare=True,
            )
            for index, game in enumerate(shown)
        ]

    def _levels(self) -> list[Item]:
        say, level = self.desk.say, self.exercise.level
        levels = next(game for game in GAMES if game.id == self.exercise.game).levels
        here = level if level is not None and level <= len(levels) else None
        game = next(game for game in GAMES if game.id == self.exercise.game)
        named = say("plan level hand") if here is None else f"{here}  {title(say, game, levels[here - 1])}"
        return [
            Item("level down", "", partial(self._level, -1), "minus"),
            Item("level hand", named, partial(self._set, level=None), "target", chosen=here is None),
            Item("level up", "", partial(self._level, 1), "plus"),
        ]

    def _sides(self) -> list[Item]:
        say, out = self.desk.say, []
        for side in SIDES:
            words = say("plan side any" if side is None else f"hand {side}")
            icon = "finger" if side is None else f"hand_{side}"
            chosen = self.exercise.side == side
            out.append(Item(f"side {side}", words, partial(self._set, side=side), icon, chosen=chosen))
        return out

    def _amounts(self) -> list[Item]:
        say, counted = self.desk.say, self.exercise.reps is not None
        return [
            Item("less", "", partial(self._more, -1), "minus"),
            Item("amount", amount(say, self.exercise), self._unit, "repeat" if counted else "clock", chosen=True),
            Item("more of it", "", partial(self._more, 1), "plus"),
        ]

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say("plan game"), self._free)
        for button in self._games:
            at, size = button.at, button.size
            game = next(one for one in GAMES if button.id == f"game {one.id}")
            paper.card(canvas, desk, at, size)
            em = max(SMALL, min(desk.em(SMALL), 6.0)) if size.y > 30 else 0.0
            picture = min(size.x * 0.9, size.y - em * 1.5 - 2.0)
            if desk.pictures:
                game.tile(canvas, at + Vec(size.x / 2, 1.0 + picture / 2), picture * 1.1)
            if em:
                words = button.label
                fit = paper.fitted(canvas, words, size.x - 2.0, em)
                if fit >= SMALL * 0.97:
                    canvas.text(words, at + Vec(size.x / 2, size.y - em * 0.9), fit, desk.palette.ink, "bold", "centre")
            if button.chosen:
                canvas.rect(at, size, desk.palette.primary, CORNER, border=1.6)
        self._widgets.draw(canvas, desk.palette)

    def _game(self, game: str) -> None:
        self._set(game=game, level=None)

    def _set(self, **changes: object) -> None:
        self.exercise = self.exercise.model_copy(update=changes)
        self.laid()

    def _level(self, by: int) -> None:
        levels = len(next(game for game in GAMES if game.id == self.exercise.game).levels)
        self._set(level=max(1, min(levels, (self.exercise.level or (0 if by > 0 else 2)) + by)))

    def _more(self, by: int) -> None:
        exercise = self.exercise
        steps, now = (REPS, exercise.reps) if exercise.reps is not None else (MINUTES, exercise.minutes)
        others = [one for one in steps if (one > (now or 0) if by > 0 else one < (now or 0))]
        if others:
            value = others[0] if by > 0 else others[-1]
            self._set(**{"reps" if exercise.reps is not None else "minutes": value})

    def _unit(self) -> None:
        counted = self.exercise.reps is not None
        self._set(reps=None if counted else 20, minutes=5 if counted else None)

    def _turn(self) -> None:
        self.page += 1
        self.laid()

    def _take(self) -> None:
        self.back(self.exercise)

    def _remove(self) -> None:
        self.back(places.TAKEN_OUT)

    def shortcuts(self) -> dict[str, Callable[[], None]]:
        return {"escape": self.back}
