"""Two players: who sits on which side, with which hand, at which level; which game, and against each other or together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.catalog import GAMES, named
from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.people.everybody import Person
from games.launcher.round.bests import last_played
from games.launcher.round.half import Seat
from games.launcher.round.levels import shared_levels
from games.launcher.screens.two import drawn
from games.launcher.shell import places
from games.launcher.shell.desk import Desk, Player
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.phrases import title

WIDE = 220.0  # mm, the page at most
TALL = 78.0  # mm, the largest height of a player's card
MODES = (("duel", "trophy"), ("together", "bowl"))


class Choosing(Page):
    """Both players' cards side by side, the game above them."""

    name = "two players"

    def __init__(self, desk: Desk, place: places.TwoPlayers) -> None:
        super().__init__(desk)
        self.mode = place.mode
        self.game = named(place.game or last_played(desk)[0])
        self.players = _players(desk)
        self.seats = list(place.seats or _seats(self.players))
        self._cards: list[tuple[Vec, Vec]] = []
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        allowed = shared_levels(self.game)
        for index, seat in enumerate(self.seats):  # the nearest level that this game has
            self.seats[index] = Seat(seat.player, min(allowed, key=lambda one: abs(one - seat.number)))
        wanted = min(desk.em(LABEL), 11.0)
        modes = [
            Item(mode, desk.say(mode), lambda mode=mode: self._mode(mode), icon, chosen=mode == self.mode)  # type: ignore[misc]
            for mode, icon in MODES
        ]
        start = Item("start", desk.say("start"), self._start, "play", main=True)
        buttons, self._free = strip(
            [Item("back", desk.say("back"), self.home, "back")], [*modes, start], size.x, wanted
        )
        gap = LEAST_GAP if size.y < 100 else GAP
        room = min(size.x - 2 * MARGIN, WIDE)
        x, y = (size.x - room) / 2, STRIP + gap
        buttons += [
            Item("game before", "", lambda: self._turn(-1), "left").button(Vec(x, y), Vec(CONTROL, CONTROL), wanted),
            Item("game after", "", lambda: self._turn(1), "right").button(
                Vec(x + room - CONTROL, y), Vec(CONTROL, CONTROL), wanted
            ),
        ]
        self._title = Vec(x + room / 2, y + CONTROL / 2), room - 2 * CONTROL - 2 * GAP
        y += CONTROL + gap
        stacked = size.y > size.x
        wide = room if stacked else (room - gap) / 2
        foot = 1.0 if size.y < 90 else gap
        tall = min(TALL, size.y - foot - y if not stacked else (size.y - 2 * gap - y) / 2)
        self._cards = [
            (Vec(x, y), Vec(wide, tall)),
            (Vec(x, y + tall + gap) if stacked else Vec(x + wide + gap, y), Vec(wide, tall)),
        ]
        if desk.mirrored and not stacked:
            self._cards.reverse()  # who sits at the left stays at the left
        for index, (corner, card) in enumerate(self._cards):
            buttons += self._seat_keys(index, corner, card, min(desk.em(BODY), 9.0))
        self._widgets.lay(buttons)

    def _seat_keys(self, index: int, corner: Vec, card: Vec, em: float) -> list[Button]:
        """The keys of a seat: the picture (changes the player), the hand and the level."""
        who = self.seats[index].player
        pad = LEAST_GAP if card.y > 2 * CONTROL + 3 * LEAST_GAP else 0.0
        foot = corner.y + card.y - CONTROL - pad
        other = Vec(card.x - 2 * pad, foot - corner.y - pad - LEAST_GAP)
        act = lambda: self._other(index)  # noqa: E731
        out = [Button(f"person {index + 1}", "", corner + Vec(pad, pad), other, act, bare=True)]
        x, end = corner.x + pad, corner.x + card.x - pad
        hand = Item(f"side {index + 1}", "", lambda: self._hand(index), f"hand_{who.side}")
        out.append(hand.button(Vec(x, foot), Vec(CONTROL, CONTROL), em))
        less = Item(f"easier {index + 1}", "", lambda: self._level(index, -1), "minus")
        more = Item(f"harder {index + 1}", "", lambda: self._level(index, 1), "plus")
        out.append(less.button(Vec(x + CONTROL + LEAST_GAP, foot), Vec(CONTROL, CONTROL), em))
        out.append(more.button(Vec(end - CONTROL, foot), Vec(CONTROL, CONTROL), em))
        return out

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = desk.say("two players")
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL and canvas.text_size(words, em, "bold").x <= self._free.y - self._free.x:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        middle, wide = self._title
        em = paper.fitted(canvas, title(desk.say, self.game), wide - 8.0, min(desk.em(LABEL) * 1.1, 12.0))
        paper.label(canvas, desk, middle, title(desk.say, self.game), max(SMALL, em))
        for index, (corner, size) in enumerate(self._cards):
            paper.card(canvas, desk, corner, size)
            self._draw_seat(canvas, index)
        self._widgets.draw(canvas, desk.palette)

    def _draw_seat(self, canvas: Canvas, index: int) -> None:
        desk, seat = self.desk, self.seats[index]
        key, colour = self._named(f"person {index + 1}"), drawn.colours(desk)[index]
        face = min(key.size.y - 2.0, 34.0, key.size.x * 0.4)
        centre = Vec(key.at.x + face / 2 + 2.0, key.middle.y)
        paper.person(canvas, desk, seat.player.picture, centre, face)
        canvas.circle(centre, face / 2 + 0.4, colour, border=1.2)
        start = key.at.x + face + 6.0
        room = key.at.x + key.size.x - start - 9.0
        wanted = min(desk.em(LABEL), key.size.y * 0.4, 10.0)
        name, em = drawn.name_in(canvas, desk, seat.player, self.seats[1 - index].player, room, wanted)
        canvas.text(name, Vec(start, key.middle.y), em, desk.palette.ink, "bold")
        canvas.icon("repeat", Vec(key.at.x + key.size.x - 5.0, key.middle.y), 6.5, desk.palette.muted)
        less, more = self._named(f"easier {index + 1}"), self._named(f"harder {index + 1}")
        left, right = less.at.x + less.size.x, more.at.x
        words = desk.say("level", number=seat.number)
        if canvas.text_size(words, SMALL, "bold").x > right - left - 2.0:
            words = str(seat.number)
        em = max(SMALL, paper.fitted(canvas, words, right - left - 2.0, min(desk.em(LABEL), 9.5)))
        canvas.text(words, Vec((left + right) / 2, less.middle.y), em, desk.palette.ink, "bold", "centre")

    def _named(self, name: str) -> Button:
        return next(button for button in self._widgets.buttons if button.id == name)

    def _mode(self, mode: str) -> None:
        self.mode = mode
        self.laid()

    def _turn(self, by: int) -> None:
        games = list(GAMES)
        self.game = games[(games.index(self.game) + by) % len(games)]
        self.laid()

    def _other(self, index: int) -> None:
        """Seat the next person, but never the same hand of the same person on both sides."""
        seat, beside = self.seats[index], self.seats[1 - index].player
        places = [(one.id, one.side) for one in self.players]
        here = (seat.player.id, seat.player.side)
        start = places.index(here) if here in places else 0
        for step in range(1, len(self.players) + 1):
            one = self.players[(start + step) % len(self.players)]
            if (one.id, one.side) != (beside.id, beside.side):
                self.seats[index] = Seat(one, seat.number)
                break
        self.laid()

    def _hand(self, index: int) -> None:
        """Take the other hand; if one person plays both sides, the hands change places."""
        seat, beside = self.seats[index], self.seats[1 - index]
        self.seats[index] = Seat(_turned(seat.player), seat.number)
        if beside.player.id == seat.player.id:
            self.seats[1 - index] = Seat(_turned(beside.player), beside.number)
        self.laid()

    def _level(self, index: int, by: int) -> None:
        allowed, seat = shared_levels(self.game), self.seats[index]
        at = allowed.index(seat.number) + by
        self.seats[index] = Seat(seat.player, allowed[min(max(at, 0), len(allowed) - 1)])
        self.laid()

    def _start(self) -> None:
        self.go(places.Duel(self.game.id, self.mode, (self.seats[0], self.seats[1])))


def _players(desk: Desk) -> list[Player]:
    """Who can take a seat: the present player with either hand, then everybody else, and the guest."""
    here = desk.player
    out = [here, _turned(here)]
    for person in [*desk.people.all(), desk.people.guest()]:
        if person.id != here.id:
            out.append(_player(person))
    return out


def _seats(players: Sequence[Player]) -> tuple[Seat, Seat]:
    """The first seating: the present player and somebody else, or the player's other hand if there is nobody else."""
    first = players[0]
    second = next((one for one in players if one.id != first.id), players[1])
    if first.id == second.id:  # one person's hands sit on their own sides
        first, second = sorted((first, second), key=lambda one: one.side)
    return Seat(first), Seat(second)


def _player(person: Person) -> Player:
    return Player(person.id, person.name, person.side, person.picture)


def _turned(player: Player) -> Player:
    side = "left" if player.side == "right" else "right"
    return Player(player.id, player.name, side, player.picture)
