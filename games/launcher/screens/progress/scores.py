"""Scores: the player's own best and last ten rounds of a level, and the board of all on this device who joined it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from games.catalog import named
from games.kit.canvas import Canvas
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.round.bests import best_sent, key_of
from games.launcher.round.levels import level_of
from games.launcher.round.mastering import Finest, finest_of_hand
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.dates import day_of
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, SMALL, STRIP, TITLE
from games.launcher.words.phrases import title

if TYPE_CHECKING:
    from games.launcher.records.index.index import Entry

LAST = 10
WIDE, TALL = 200.0, 104.0  # mm, the card at most
UNAIDED = ("drag", "pinch")  # ways of playing that use no aid
ROW = 15.0  # mm, the least height of a person's line
FACE = 13.0  # mm, a person's picture
BESIDE = 64.0  # mm of width from which the best stands beside the last ten, not above them


@dataclass(frozen=True)
class Member:
    """One line of the shared board."""

    name: str | None
    picture: str
    points: int
    own: bool


class Boards(Page):
    """Scores of one level: the player's own first, the shared board behind a key."""

    name = "boards"

    def __init__(self, desk: Desk, place: places.Scores) -> None:
        super().__init__(desk)
        self.game, self.mode, self.number = named(place.game), place.mode, place.number
        self._family = False
        self._kind = 0
        self.kinds: list[tuple[str, str]] = []
        self.best: Entry | None = None
        self.last: list[Entry] = []
        self.finest: Finest | None = None  # of a level that the coach fits to the hand, in place of points
        self.members: list[Member] = []
        self.laid()

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        self._ask()
        gap = LEAST_GAP if size.y < 100 else MARGIN
        self._size = Vec(min(size.x - 2 * MARGIN, WIDE), min(size.y - STRIP - 2 * gap, TALL))
        self._at = Vec((size.x - self._size.x) / 2, STRIP + gap)
        left = [Item("back", desk.say("back"), self._back, "back")]
        self._sent = best_sent(desk, self.game, self.mode, self.number)
        if self._sent is not None:
            left.append(Item("friend", desk.say("send"), self._friend, "people"))
        right = [
            Item("own scores", desk.say("own scores"), lambda: self._show(False), "person", chosen=not self._family),
            Item("family scores", desk.say("family scores"), lambda: self._show(True), "people", chosen=self._family),
        ]
        if len(self.kinds) > 1 and not self._family:
            by, form = self.kinds[self._kind]
            words = desk.say(f"form {form}") if form != "drag" else desk.say(f"by {by}")
            right.insert(0, Item("kind", words, self._other_kind, "repeat"))
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def _ask(self) -> None:
        """Query the scores of this hand with the chosen input and form; only those can be compared."""
        desk = self.desk
        if self.mode == "free":
            return
        index = desk.store.index
        key = key_of(desk, self.game, self.mode, self.number, desk.player.id, desk.player.side)
        self.kinds = index.kinds(key)
        if self.kinds:
            self._kind %= len(self.kinds)
            by, form = self.kinds[self._kind]
            key = replace(key, input=by, form=form)
            self.best, self.last = index.best_entry(key), index.board(key, LAST)[::-1]
        kind = self.kinds[self._kind] if self.kinds else None
        if key.coached:
            self.finest = finest_of_hand(desk, self.game, self.number, desk.player.side, kind, LAST)
        self.members = family(desk, self.game, self.mode, self.number, kind)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = title(desk.say, self.game, level_of(self.game, self.mode, self.number))
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        paper.card(canvas, desk, self._at, self._size)
        (self._draw_family if self._family else self._draw_own)(canvas)
        self._widgets.draw(canvas, desk.palette)

    def _draw_own(self, canvas: Canvas) -> None:
        at, size = self._at + Vec(GAP, GAP / 2), self._size - Vec(2 * GAP, GAP)
        if self.best is None and self.finest is None:
            paper.invite(canvas, self.desk, self.game, at, size, self.desk.say("no scores"))
            return
        if size.x - BESIDE >= size.y * 0.7:
            self._draw_best(canvas, at, Vec(BESIDE - GAP, size.y))
            self._draw_last(canvas, at + Vec(BESIDE, 0), size - Vec(BESIDE, 0))
        else:
            high = size.y * 0.36
            self._draw_best(canvas, at, Vec(size.x, high))
            self._draw_last(canvas, at + Vec(0, high), size - Vec(0, high))

    def _draw_best(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        desk = self.desk
        middle = at + size * 0.5
        if self.finest is not None:
            head, what = desk.say("finest here"), self.finest.words
            small = min(desk.em(BODY), size.y * 0.2, 9.5)
            paper.lines(canvas, desk, at, size, [(head, small, "bold"), (what, small * 1.25, "bold")], centred=True)
            return
        assert self.best is not None
        small = paper.fitted(canvas, desk.say("your best"), size.x, min(desk.em(BODY), size.y * 0.2, 9.5))
        big = paper.fitted(canvas, str(self.best.score), size.x * 0.8, min(30.0, size.y * 0.42))
        gap = small * 1.0 + big * 0.55
        canvas.text(desk.say("your best"), middle - Vec(0, gap), max(SMALL, small), desk.palette.ink, "bold", "centre")
        canvas.text(str(self.best.score), middle, big, desk.palette.primary, "bold", "centre")
        canvas.text(
            day_of(desk.say, self.best.day),
            middle + Vec(0, gap),
            max(SMALL, small),
            desk.palette.muted,
            "regular",
            "centre",
        )

    def _draw_last(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        """Draw a bar for each round, oldest on the left, the best one in strong colour; points above, day below."""
        desk = self.desk
        bars = self._bars()
        em = min(desk.em(BODY), size.y * 0.14, 9.5)
        words = desk.say("last ten", count=len(bars))
        em = paper.fitted(canvas, words, size.x, em)
        canvas.text(words, at + Vec(size.x / 2, em * 0.8), max(SMALL, em), desk.palette.ink, "bold", "centre")
        small, head = SMALL * 1.02, max(SMALL, em) * 1.7
        foot, top = small * 1.5, small * 1.4
        room = size.y - head - foot - top
        if room < 8.0:
            return
        pitch = min(size.x / max(len(bars), 4), 18.0)
        left = at.x + (size.x - pitch * len(bars)) / 2
        base = at.y + size.y - foot
        canvas.line((Vec(at.x, base + 0.4), Vec(at.x + size.x, base + 0.4)), desk.palette.border, 0.5)
        for number, (value, share, day, strong) in enumerate(bars):
            x, tall = left + (number + 0.5) * pitch, max(1.5, room * share)
            colour = desk.palette.primary if strong else desk.palette.track
            canvas.rect(Vec(x - pitch * 0.36, base - tall), Vec(pitch * 0.72, tall), colour, 1.2)
            if canvas.text_size("000", small, "bold").x <= pitch * 0.96:
                ink = desk.palette.primary if strong else desk.palette.ink
                canvas.text(value, Vec(x, base - tall - small * 0.75), small, ink, "bold", "centre")
            again = number and bars[number - 1][2] == day
            if not again and canvas.text_size("00", small).x <= pitch:
                canvas.text(
                    day[-2:].lstrip("0"), Vec(x, base + small * 0.85), small, desk.palette.muted, "regular", "centre"
                )

    def _bars(self) -> list[tuple[str, float, str, bool]]:
        """Of the last rounds, oldest first: what is said of each, its height (0 to 1), its day, whether it is the best."""
        if self.finest is not None:
            return [(value, share, day, share >= 1.0) for value, share, day in self.finest.last]
        assert self.best is not None
        most, file = max(1, self.best.score), self.best.file
        return [(str(one.score), one.score / most, one.day, one.file == file) for one in self.last]

    def _draw_family(self, canvas: Canvas) -> None:
        desk, at, size = self.desk, self._at + Vec(GAP, GAP / 2), self._size - Vec(2 * GAP, GAP)
        if not self.members:
            paper.lines(canvas, desk, at, size, [(desk.say("family off"), desk.em(LABEL), "bold")], centred=True)
            return
        # The last line is an invitation, so that nobody stands last.
        fit = max(2, int(size.y // ROW))
        shown = self.members[: fit - 1]
        if not any(member.own for member in shown):
            shown = [*shown[:-1], *[member for member in self.members if member.own]][: fit - 1] or shown
        each = min(size.y / (len(shown) + 1), 24.0)
        y = at.y + (size.y - each * (len(shown) + 1)) / 2
        for member in shown:
            middle = y + each / 2
            if member.own:
                canvas.rect(Vec(at.x - 2, y + 0.7), Vec(size.x + 4, each - 1.4), desk.palette.track, 3.0)
            face = min(FACE, each - 2.0)
            paper.person(canvas, desk, member.picture, Vec(at.x + face / 2 + 1.0, middle), face)
            points = canvas.text_size("0000", desk.em(LABEL), "bold").x
            name = member.name or desk.say("guest")
            room = size.x - face - 6.0 - points
            name, em = paper.shortened(canvas, name, room, min(desk.em(LABEL), max(SMALL, each * 0.6)))
            canvas.text(name, Vec(at.x + face + 5.0, middle), em, desk.palette.ink, "bold")
            high = min(desk.em(LABEL), each * 0.6)
            right = Vec(at.x + size.x - 2.0, middle)
            canvas.text(str(member.points), right, high, desk.palette.primary, "bold", "right")
            y += each
        words, middle = desk.say("room for more"), y + each / 2
        face = min(FACE, each - 2.0)
        canvas.circle(Vec(at.x + face / 2 + 1.0, middle), face / 2, desk.palette.border, border=0.6)
        canvas.icon("plus", Vec(at.x + face / 2 + 1.0, middle), face * 0.5, desk.palette.muted)
        em = paper.fitted(canvas, words, size.x - face - 8.0, min(desk.em(BODY), each * 0.5, TITLE))
        canvas.text(words, Vec(at.x + face + 5.0, middle), max(SMALL, em), desk.palette.muted)

    def _show(self, family: bool) -> None:
        self._family = family
        self.laid()

    def _other_kind(self) -> None:
        self._kind += 1
        self.laid()

    def _friend(self) -> None:
        """Send the best round of this challenge."""
        if self._sent is not None:
            try:
                record, trace = self.desk.store.read(self._sent)
            except (ValueError, OSError) as error:
                self.desk.report(error)
                return
            self.over(places.Challenging(record, trace))

    def _back(self) -> None:
        self.go(places.Levels(self.game.id, self.mode, self.number))


def family(desk: Desk, game: AnyGame, mode: str, number: int, kind: tuple[str, str] | None) -> list[Member]:
    """Everybody on this device who joined the board and has a best at this level, most points first.

    Only rounds with the same (input, form) are compared; with `kind` None, only rounds without an aid.
    """
    out = []
    for person in desk.people.all():
        if not person.settings.family:
            continue
        key, index = key_of(desk, game, mode, number, person.id, person.side), desk.store.index
        kinds = [one for one in index.kinds(key) if one[1] in UNAIDED] if kind is None else [kind]
        bests = [index.best_entry(replace(key, input=by, form=form)) for by, form in kinds]
        points = [best.score for best in bests if best is not None]
        if points:
            own = person.id == desk.player.id
            out.append(Member(person.name, person.picture, max(points), own))
    return sorted(out, key=lambda member: -member.points)
