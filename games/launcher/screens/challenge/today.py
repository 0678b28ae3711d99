"""Today: each game's challenge of the day, five minutes of them in one go, and the last 30 days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.catalog import GAMES
from games.kit.canvas import Canvas, Weight
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.progress.challenges import Challenge, checked, dailies, last_days, mix
from games.launcher.round.goal import Goal
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move, Over
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import day_of_month, day_words, title

WIDE, TALL = 92.0, 58.0  # mm, the largest card of a game
SHAPE = 1.7  # the preferred ratio of a card's width to its height
BESIDE = 60.0  # mm; a card at least this wide has its picture beside its words ...
ABOVE = 44.0  # mm; ... one at least this high has it above them, unless it is half as wide again
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
        self._part = 0  # the present part of the mix, from 0
        self._cards: list[tuple[AnyGame, Challenge, Button]] = []
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

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
        one = Vec(min(WIDE, (room.x + gap) / columns - gap), min(TALL, (room.y + gap) / rows - gap))
        if one.y < CONTROL:  # no room for the last days
            one = Vec(one.x, max(CONTROL, min(TALL, (room.y + DAYS_TALL + gap) / rows - gap)))
        whole = Vec(columns * (one.x + gap) - gap, rows * (one.y + gap) - gap)
        corner = at + Vec((room.x - whole.x) / 2, max(0.0, room.y - whole.y) / 2)
        self._days_at = Vec(MARGIN, size.y - DAYS_TALL) if whole.y <= room.y + 0.1 else None
        self._cards = []
        for index, (game, challenge) in enumerate(self.dealt):
            place, area = cell(corner, whole, columns, rows, index, gap)
            short = columns * rows - len(self.dealt) if index // columns == rows - 1 else 0
            place = place + Vec(short * (one.x + gap) / 2, 0)  # an incomplete row is centred
            act = lambda challenge=challenge: self._play(challenge)  # noqa: E731
            self._cards.append((game, challenge, Button(game.id, title(desk.say, game), place, area, act, bare=True)))
        self._widgets.lay([*buttons, *(button for _, _, button in self._cards)])

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
        desk, at, size = self.desk, button.at, button.size
        paper.card(canvas, desk, at, size)
        points = self.points.get((self.day, game.id))
        level = game.challenges[challenge.level - 1]
        words: list[tuple[str, float, Weight]] = [(title(desk.say, game), min(desk.em(LABEL), 10.5), "bold")]
        if points is not None:
            words.append((desk.say("some points", count=points), desk.em(BODY), "bold"))
        pad = 2.0 if size.y < 26.0 else 4.0
        flat = size.y < ABOVE or size.x >= 1.5 * size.y
        beside = flat and size.x >= BESIDE and desk.pictures and desk.settings.text < 150
        tile = min(size.y * 1.02, size.x * 0.44) if beside else 0.0
        if paper.widest(canvas, words[0][0], SMALL, "bold") > size.x - 2 * pad - tile * 1.02:
            tile, pad = 0.0, 0.5  # a long name has the whole card
        if tile:
            game.tile(canvas, at + Vec(tile * 0.52, size.y / 2), tile)
        if size.y >= 30.0:
            words.append((title(desk.say, game, level), desk.em(BODY) * 0.88, "regular"))  # the least important last
        above = 0.0
        if not tile and desk.pictures and size.y >= ABOVE:
            above = min(size.y * 0.46, size.x * 0.5)
            game.tile(canvas, at + Vec(size.x / 2, above * 0.56 + 1.0), above * 1.15)
        room = size - Vec(2 * pad + tile * 1.02, above + 2 * 1.5)
        paper.lines(canvas, desk, at + Vec(pad + tile * 1.02, above + 1.5), room, words, not tile)
        if points is not None and size.y >= 30.0:
            canvas.icon("check", at + Vec(6.5, 6.5), 7.0, desk.palette.primary)

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
