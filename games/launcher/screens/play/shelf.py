"""A shelf of levels: a card for each with its scene and its name, as many as fit; the chosen one stands out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from games.kit.canvas import Canvas
from games.kit.game import AnyGame, AnyLevel
from games.kit.geometry import Vec
from games.launcher.screens.play.scenes import Scenes
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, width_of
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, CORNER, LABEL, SMALL
from games.launcher.words.phrases import title

LEAST = Vec(30.0, 15.7)  # mm, the smallest card at letters of 100 %, without its name
SHAPE, NARROWEST = 2.1, 1.15  # width over height of a scene, at most and at least
TALLEST = 52.0  # mm, a scene at most
FRAME = 1.3  # mm of paper around a scene
LARGEST = 8.0  # mm, the em of names, at most
NAMED = 0.4  # of the height of the shelf that a name may take
LINE = 1.3  # em from one line to the next
BADGE = 3.9  # mm, the radius of the disc with a level's number


@dataclass(frozen=True)
class Card:
    """One level on the shelf."""

    button: Button
    number: int
    level: AnyLevel


@dataclass(frozen=True)
class Plan:
    """How cards share a room: the size of one in mm, how many lie beside and below each other, whether pages are turned."""

    one: Vec
    columns: int
    rows: int
    turned: bool

    @property
    def shown(self) -> int:
        """How many there is room for at once."""
        return self.columns * self.rows


class Shelf:
    """The levels of one mode. Lengths in mm of the window."""

    def __init__(self, desk: Desk, game: AnyGame) -> None:
        self._desk, self._game = desk, game
        self._scenes = Scenes(desk, game)
        self._mode = ""
        self._em = self._words = 0.0  # mm, of names; and the height at the foot of a card for one
        self.cards: list[Card] = []

    @property
    def lively(self) -> bool:
        """Whether a scene is still to be made."""
        return any(not self._scenes.has(self._mode, card.number) for card in self.cards)

    def advance(self) -> None:
        """Make the next scene that is missing, the chosen one first."""
        missing = [card for card in self.cards if not self._scenes.has(self._mode, card.number)]
        if missing:
            card = max(missing, key=lambda one: one.button.chosen)
            room = self._scene_of(card)[1]
            self._scenes.make(self._mode, card.number, card.level, room.x / room.y)

    def lay(
        self,
        mode: str,
        levels: Sequence[tuple[int, AnyLevel]],
        chosen: int,
        room: tuple[Vec, Vec],
        choose: Callable[[int], None],
    ) -> list[Button]:
        """The controls of these levels in a room (corner, size): a card each, or the cards around the chosen level with a
        key to either side."""
        desk, (at, size) = self._desk, room
        self._mode = mode
        names = [title(desk.say, self._game, level) for _, level in levels]
        for lines in (2, 3, 4):
            plan = self._planned(names, size, lines)
            if all(_lines(name, self._em, plan.one.x - 3.0) <= lines for name in names):
                break
        one, columns = plan.one, plan.columns
        step = Vec(one.x + LEAST_GAP, one.y + LEAST_GAP)
        first = (max(1, chosen) - 1) // plan.shown * plan.shown if plan.turned else 0
        shown = levels[first : first + plan.shown]
        lines = plan.rows if plan.turned else -(-len(shown) // columns)
        beside = columns if plan.turned else min(columns, len(shown))
        whole = Vec(beside * step.x - LEAST_GAP, lines * step.y - LEAST_GAP)
        corner = at + (size - whole) * 0.5
        self.cards = []
        for index, (number, level) in enumerate(shown):
            line, column = divmod(index, columns)
            place = corner + Vec(column * step.x, line * step.y)
            name, act = f"{mode} {number}", partial(choose, number)
            words = title(desk.say, self._game, level)
            button = Button(name, words, place, one, act, chosen=number == chosen, bare=True)
            self.cards.append(Card(button, number, level))
        keys = [card.button for card in self.cards]
        if plan.turned:
            middle = at.y + (size.y - CONTROL) / 2
            fewer, more = max(1, chosen - 1), min(len(levels), chosen + 1)
            key = Vec(CONTROL, CONTROL)
            keys.append(Item("easier", "", partial(choose, fewer), "minus").button(Vec(at.x, middle), key, LABEL))
            far = Vec(at.x + size.x - CONTROL, middle)
            keys.append(Item("harder", "", partial(choose, more), "plus").button(far, key, LABEL))
        return keys

    def _planned(self, names: Sequence[str], size: Vec, lines: int) -> Plan:
        """How cards with these names, in so many lines, share a room of this size; no word is broken where there is room."""
        count = len(names)
        self._em = em = max(SMALL, min(self._desk.em(SMALL), LARGEST, NAMED * size.y / (lines * LINE)))
        self._words = lines * em * LINE + 1.0
        least = Vec(LEAST.x * em / SMALL, LEAST.y + self._words)
        columns = _fitting(size.x, least.x)
        rows = max(1, min(int((size.y + LEAST_GAP) // (least.y + LEAST_GAP)), -(-count // columns)))
        turned = rows * columns < count
        side = CONTROL + LEAST_GAP if turned else 0.0
        columns = min(_fitting(size.x - 2 * side, least.x), -(-count // rows))
        high = min((size.y - (rows - 1) * LEAST_GAP) / rows, TALLEST + self._words + 2 * FRAME)
        wide = (size.x - 2 * side - (columns - 1) * LEAST_GAP) / columns
        high = min(high, max(least.y, wide / NARROWEST + self._words + FRAME))
        scene = max(CONTROL, (high - self._words - FRAME) * SHAPE)
        word = max(width_of(word, em) for name in names for word in name.split())
        return Plan(Vec(min(wide, max(scene + 2 * FRAME, word + 3.0)), high), columns, rows, turned)

    def draw(self, canvas: Canvas, bests: Mapping[int, int | None], mastered: Collection[int]) -> None:
        """Draw the cards; `bests`: points by level where there are any; `mastered`: levels with a star."""
        for card in self.cards:
            self._draw_card(canvas, card, bests.get(card.number), card.number in mastered)

    def _draw_card(self, canvas: Canvas, card: Card, best: int | None, mastered: bool) -> None:
        desk, palette = self._desk, self._desk.palette
        at, size = card.button.at, card.button.size
        paper.card(canvas, desk, at, size)
        corner, room = self._scene_of(card)
        if self._scenes.has(self._mode, card.number):
            self._scenes.draw(canvas, self._mode, card.number, corner, room)
        else:
            canvas.rect(corner, room, palette.table)
        if len(self.cards) > 1 or card.number > 1:
            centre = corner + Vec(BADGE + 1.0, BADGE + 1.0)
            canvas.circle(centre, BADGE, palette.primary if card.button.chosen else palette.surface)
            canvas.circle(centre, BADGE, palette.border, border=0.3)
            ink = palette.on_primary if card.button.chosen else palette.ink
            canvas.text(str(card.number), centre, SMALL, ink, "bold", "centre")
        if mastered:
            self._chip(canvas, corner + Vec(room.x - 1.0, 1.0), "star", None)
        elif best is not None:
            self._chip(canvas, corner + Vec(room.x - 1.0, 1.0), "trophy", str(best))
        self._name(canvas, card)
        if card.button.chosen:
            grown = Vec(0.9, 0.9)
            canvas.rect(at - grown, size + grown * 2, palette.primary, CORNER + 0.9, border=1.7)

    def _scene_of(self, card: Card) -> tuple[Vec, Vec]:
        """Corner and size of a card's scene."""
        size = card.button.size
        return card.button.at + Vec(FRAME, FRAME), Vec(size.x - 2 * FRAME, size.y - self._words - FRAME)

    def _name(self, canvas: Canvas, card: Card) -> None:
        """The level's name below its scene."""
        size, words = card.button.size, card.button.label
        room = size.x - 3.0
        em = paper.unbroken(canvas, words, self._em, "bold", room)
        if paper.widest(canvas, words, em, "bold") > room:
            room = size.x - 0.6  # a long word has the whole card
        middle = card.button.at + Vec(size.x / 2, size.y - self._words / 2)
        canvas.text(words, middle, em, self._desk.palette.ink, "bold", "centre", room)

    def _chip(self, canvas: Canvas, right: Vec, icon: str, words: str | None) -> None:
        """A small slip of paper with a sign, and words if there are any; `right` is its upper right corner."""
        palette = self._desk.palette
        wide = 0.0 if words is None else canvas.text_size(words, SMALL, "bold").x + 1.4
        size = Vec(6.4 + wide, 6.4)
        at = right - Vec(size.x, 0)
        canvas.rect(at, size, palette.surface, 2.0)
        canvas.rect(at, size, palette.border, 2.0, border=0.25)
        canvas.icon(icon, at + Vec(3.2, 3.2), 4.4, palette.ink)
        if words is not None:
            canvas.text(words, at + Vec(6.0, 3.2), SMALL, palette.ink, "bold")


def _fitting(room: float, least: float) -> int:
    """How many cards of this least width fit beside each other."""
    return max(1, int((room + LEAST_GAP) // (least + LEAST_GAP)))


def _lines(words: str, em: float, wide: float) -> int:
    """How many lines words of this em take, by their estimated widths."""
    lines, x = 1, 0.0
    for word in words.split():
        if x and x + width_of(word, em) > wide:
            lines, x = lines + 1, 0.0
        x += width_of(word + " ", em)
    return lines
