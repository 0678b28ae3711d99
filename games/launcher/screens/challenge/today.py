"""Today: each game's challenge of the day, five minutes of them in one go, and the last 30 days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.catalog import GAMES
from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.progress.challenges import Challenge, checked, dailies, last_days, mix
from games.launcher.round.goal import Goal
from games.launcher.screens.play.scenes import Scenes
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move, Over
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip, width_of
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import day_of_month, day_words, title

WIDE, TALL = 110.0, 74.0  # mm, the largest card of a game
SHAPE = 1.7  # the preferred ratio of a card's width to its height
FRAME = 1.3  # mm of paper around a scene
LEAST_SCENE = 7.0  # mm of height from which there is one
DAYS_TALL = 15.0  # mm, height of the row of the last days
Points = dict[tuple[str, str], int]  # (day, game) -> best points


class Today(Page):
    """The challenges of one day; earlier days can be viewed and played as well."""

    name = "today"

    def __init__(self, desk: Desk, place: places.Today) -> None:
        super().__init__(desk)
        self.days = last_days(desk.clock().local_date)
        self.day = place.day if place.day in self.days else self.days[-1]
        self.dealt = dailies(self.day, GAMES)
        self.points = points_of(desk, self.days)
        self._scenes = {game.id: Scenes(desk, game) for game in GAMES}
        self._plain = False  # whether there is no room for scenes
        self._part = 0  # the present part of the mix, from 0
        self._cards: list[tuple[AnyGame, Challenge, Button]] = []
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    @property
    def lively(self) -> bool:
        """Whether a scene is still to be made."""
        return self.desk.pictures and self._missing() is not None

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        missing = self._missing() if self.desk.pictures else None
        if missing is not None:  # one at a time, because that can take longer than a frame
            game, challenge, button = missing
            room = self._scene_of(button)[1]
            level = game.challenges[challenge.level - 1]
            self._scenes[game.id].make("challenge", challenge.level, level, room.x / room.y)
        return super().frame(now, readings)

    def _missing(self) -> tuple[AnyGame, Challenge, Button] | None:
        """The next game whose scene is still to be made; None if there is none."""
        return next((one for one in self._cards if not self._scenes[one[0].id].has("challenge", one[1].level)), None)

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        here = self.days.index(self.day)
        left = [Item("back", desk.say("back"), self.home, "back")]
        if here > 0:
            left.append(Item("day before", "", lambda: self._turn(here - 1), "left"))
        if here + 1 < len(self.days):
            left.append(Item("day after", "", lambda: self._turn(here + 1), "right"))
        right = [Item("friend", desk.say("friends"), self._friend, "people")]
        if self.dealt:
            right.append(Item("mix", desk.say("mix"), self._mix, "play", main=True))
        buttons, self._free = strip(
            left, right, size.x, min(desk.em(LABEL), 10.0), keep=30.0 if size.x > 180.0 else 0.0
        )
        gap = LEAST_GAP if size.y < 100 else GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap - DAYS_TALL)
        columns = max(range(1, max(2, len(self.dealt) + 1)), key=lambda count: self._worth(count, room, gap))
        rows = max(1, -(-len(self.dealt) // columns))
        tall = min(TALL, (room.y + gap) / rows - gap)
        self._days_at: Vec | None = Vec(MARGIN, size.y - DAYS_TALL)
        if tall < CONTROL:  # no room for the last days
            self._days_at = None
            room = room + Vec(0, DAYS_TALL)
            tall = max(CONTROL, min(TALL, (room.y + gap) / rows - gap))
        self._em = max(SMALL, min(desk.em(BODY), tall * 0.16, 10.5))
        self._lines = 2 if tall - 3.3 * self._em >= 2 * LEAST_SCENE else 1
        longest = max((width_of(title(desk.say, game), 1.0) for game, _ in self.dealt), default=1.0)
        even = min(WIDE, (room.x + gap) / columns - gap) - 3.0
        self._em = max(SMALL, min(self._em, even / longest))
        self._words = self._em * (3.0 if self._lines > 1 else 1.4) + 0.8
        self._lay_cards(at, room, columns, rows, Vec(gap, tall))
        self._widgets.lay([*buttons, *(button for _, _, button in self._cards)])

    def _lay_cards(self, at: Vec, room: Vec, columns: int, rows: int, how: Vec) -> None:
        """Lay the cards in rows, centred; where names need it a card with a long name is wider than its neighbours. `how`:
        the gap and the height of a card, in mm."""
        gap, tall = how
        y = at.y + (room.y - rows * (tall + gap) + gap) / 2
        self._cards, self._plain = [], False
        for line in range(rows):
            dealt = self.dealt[line * columns : (line + 1) * columns]
            even = min(WIDE, (room.x + gap) / columns - gap)
            wanted = [max(CONTROL, width_of(title(self.desk.say, game), self._em) + 3.0) for game, _ in dealt]
            wide, free = [even] * len(dealt), room.x - gap * (len(dealt) - 1)
            if sum(wanted) > free:  # long names stand in lines in the place of scenes
                self._words, self._plain = tall - FRAME, True
                longest = [max(title(self.desk.say, game).split(), key=len) for game, _ in dealt]
                wanted = [max(CONTROL, width_of(word, self._em) + 3.0) for word in longest]
                wide = [one * min(1.4, free / sum(wanted)) for one in wanted]
            elif any(one > even + 0.1 for one in wanted):
                wide = [min(WIDE, one * min(1.4, free / sum(wanted))) for one in wanted]
            x = at.x + (room.x - sum(wide) - gap * (len(dealt) - 1)) / 2
            for (game, challenge), one in zip(dealt, wide, strict=True):
                act = lambda challenge=challenge: self._play(challenge)  # noqa: E731
                area, words = Vec(one, tall), title(self.desk.say, game)
                self._cards.append((game, challenge, Button(game.id, words, Vec(x, y), area, act, bare=True)))
                x += one + gap
            y += tall + gap

    def _worth(self, columns: int, room: Vec, gap: float) -> float:
        """How well `columns` columns suit the room: the size of the largest card of the preferred shape."""
        rows = -(-len(self.dealt) // columns)
        wide, tall = (room.x + gap) / columns - gap, (room.y + gap) / rows - gap
        return min(min(wide, WIDE) / SHAPE, min(tall, TALL))

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        room = self._free.y - self._free.x
        words = day_words(desk.say, checked(self.day))
        if canvas.text_size(words, SMALL, "bold").x > room:
            words = day_of_month(desk.say, checked(self.day))
        paper.title(canvas, desk, words, self._free)
        for game, challenge, button in self._cards:
            self._draw_card(canvas, game, challenge, button)
        if self._days_at is not None:
            self._draw_days(canvas, self._days_at)
        self._widgets.draw(canvas, desk.palette)

    def _draw_card(self, canvas: Canvas, game: AnyGame, challenge: Challenge, button: Button) -> None:
        desk, palette, at, size = self.desk, self.desk.palette, button.at, button.size
        paper.card(canvas, desk, at, size)
        corner, room = self._scene_of(button)
        if room.y >= LEAST_SCENE:
            scenes = self._scenes[game.id]
            if scenes.has("challenge", challenge.level):
                scenes.draw(canvas, "challenge", challenge.level, corner, room)
            else:
                canvas.rect(corner, room, palette.table)
        points = self.points.get((self.day, game.id))
        called, instead = title(desk.say, game), title(desk.say, game, game.challenges[challenge.level - 1])
        second = instead if points is None else desk.say("some points", count=points)
        middle, wide = at + Vec(size.x / 2, size.y - self._words / 2 - 0.2), size.x - 2.4
        if self._lines > 1:
            half, em = Vec(0, self._em * 0.68), min(self._em, paper.fitted(canvas, second, wide, self._em))
            canvas.text(called, middle - half, self._em, palette.ink, "bold", "centre")
            if em >= SMALL:
                weight: Weight = "regular" if points is None else "bold"
                canvas.text(second, middle + half, em, palette.ink, weight, "centre")
        else:  # the scene shows which game it is
            words, wrap = called if points is None else second, wide if self._plain else None
            em = self._em if self._plain else max(SMALL, paper.fitted(canvas, words, wide, self._em))
            canvas.text(words, middle, em, palette.ink, "bold", "centre", wrap)
        if points is not None:
            middle = corner + Vec(room.x - 4.6, 4.6)
            canvas.circle(middle, 4.0, palette.surface)
            canvas.icon("check", middle, 6.0, palette.primary)

    def _scene_of(self, button: Button) -> tuple[Vec, Vec]:
        """Corner and size of the scene on a card."""
        frame = Vec(FRAME, FRAME)
        return button.at + frame, Vec(button.size.x - 2 * FRAME, button.size.y - self._words - FRAME)

    def _draw_days(self, canvas: Canvas, at: Vec) -> None:
        """Draw a dot for each of the last days: the larger, the more of its challenges were played."""
        desk, palette = self.desk, self.desk.palette
        whole = Vec(canvas.size.x - 2 * MARGIN, DAYS_TALL - LEAST_GAP)
        wide = min(whole.x, 260.0)
        corner = at + Vec((whole.x - wide) / 2, 0)
        paper.card(canvas, desk, corner, Vec(wide, whole.y))
        titled = (
            canvas.text_size(day_of_month(desk.say, checked(self.day)), SMALL, "bold").x <= self._free.y - self._free.x
        )
        words = desk.say("last days", count=len(self.days)) if titled else day_of_month(desk.say, checked(self.day))
        em = SMALL
        beside = canvas.text_size(words, em, "bold").x + 2 * LEAST_GAP
        if wide - beside < 80.0:
            beside = LEAST_GAP
        else:
            canvas.text(words, corner + Vec(LEAST_GAP + 1, whole.y / 2), em, palette.ink, "bold")
        pitch = (wide - beside - LEAST_GAP) / len(self.days)
        radius = min(2.6, pitch * 0.40)
        for index, day in enumerate(self.days):
            middle = corner + Vec(beside + (index + 0.5) * pitch, whole.y / 2)
            done = len([1 for game in GAMES if (day, game.id) in self.points])
            if day == self.day:
                canvas.rect(
                    middle - Vec(pitch * 0.49, 4.2), Vec(pitch * 0.98, 8.4), palette.primary, min(1.6, pitch * 0.4), 0.5
                )
            canvas.circle(middle, radius, palette.track)
            if done:
                canvas.circle(middle, radius * (0.55 + 0.45 * done / len(GAMES)), palette.primary)

    def _turn(self, index: int) -> None:
        self.day = self.days[index]
        self.dealt = dailies(self.day, GAMES)
        self.laid()

    def answered(self, answer: object) -> Move:
        """A challenge was played: show its points, or go on with the next part of the mix."""
        self.points = points_of(self.desk, self.days)
        if answer == places.MORE:
            self._part += 1
            return Over(self._mixed())
        return None

    def _play(self, challenge: Challenge) -> None:
        self.over(places.Playing.towards(Goal(challenge)))

    def _mix(self) -> None:
        self._part = 0
        self.over(self._mixed())

    def _mixed(self) -> places.Playing:
        """The present part of the day's mix as a place."""
        chosen = mix(self.day, GAMES)
        return places.Playing.towards(
            Goal(chosen[self._part][1]), "more" if self._part + 1 < len(chosen) else "results"
        )

    def _friend(self) -> None:
        self.over(places.Friends())


def points_of(desk: Desk, days: Sequence[str]) -> Points:
    """The player's best points in the daily challenges of these days, whenever they were played."""
    dealt = {(c.game, c.level, c.seed, c.rules): day for day in days for _, c in dailies(day, GAMES)}
    found: Points = {}
    for head in desk.store.challenged(desk.player.id, days[0]):
        day = dealt.get((head.game, head.level, head.seed, head.game_version))
        if day is not None:
            found[day, head.game] = max(head.score, found.get((day, head.game), 0))
    return found
