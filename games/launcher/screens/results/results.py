"""Results: what the round came to in the exercise's own words, two dials, the points, the last tests, one next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from games.catalog import named
from games.kit.brought import PICTURE
from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.round.mastering import in_words
from games.launcher.round.own_words import said
from games.launcher.screens.results import figures as drawn
from games.launcher.screens.results.made import Made
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import celebrating, paper
from games.launcher.ui.arranging import LEAST_GAP, Item, row
from games.launcher.ui.theme import CONTROL, GAP, LABEL, MARGIN, SMALL
from games.launcher.words.phrases import counted
from games.launcher.words.reasons import reason

WIDEST, TALLEST, UPRIGHT = 250.0, 150.0, 200.0  # mm, the card at most, and its height on an upright screen
LEAST_HIGH = 0.74  # of the room, a picture at least
BESIDE, ALONE, ABOVE = 0.42, 0.60, 0.44  # shares of the card for it: beside figures, without any, above them
FOR_TESTS = 120.0  # mm of width that the last tests need
LEAST_WORDS = 44.0  # mm of height that is left to words below it
ROOMY = 70.0  # mm of height
LEAST_TABLE, MOST_TABLE = 27.0, 40.0  # mm of height for the last tests
GOOD = 80.0  # precision from which the next level is offered first, where no coach knows better
FEW, HARD = 5, 0.5  # an easier level is offered first after at least FEW reps with less than this share of successes


class Results(Page):
    """The card with the results of a block."""

    name = "results"
    says_unsaved = True

    def __init__(self, desk: Desk, place: places.Results) -> None:
        super().__init__(desk)
        played = place.playing
        self.game, self.mode, self.number, self.goal = named(played.game), played.mode, played.number, played.goal
        if played.guided or played.warm_up is not None:
            self.mode = "free"  # shown like free play, without points
        self._again_at = replace(played, then="results")
        self.ended, self._more = place.ended, place.more
        self._words, self._beneath = self._told(), self._tower()
        self._tests = [] if self.mode != "test" else self.ended.tests
        self._made = Made(desk, self.ended.block, self.ended.tower)
        self._since: float | None = None
        self._now = 0.0
        self.laid()

    @property
    def lively(self) -> bool:
        return self.ended.new_best and self._now - (self._since or self._now) < celebrating.SECONDS

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._now = now
        if self._since is None:
            self._since = now
        self._widgets.feed(readings, escape=self._home)
        return self.moved()

    def leave(self) -> None:
        """Nothing to store: a block that could not be stored waits on the desk."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        tallest = TALLEST if size.x > size.y else UPRIGHT
        self.size = Vec(min(size.x - 2 * MARGIN, WIDEST), min(size.y - (MARGIN if size.y > 100 else 4.0), tallest))
        self.at = (size - self.size) * 0.5
        more = self.mode == "practice" and self.number < len(self.game.levels)
        place = self.ended.place
        up = more and (self.ended.score.precision >= GOOD if place is None else place == 1)
        hard = (self.ended.reps >= FEW and self.ended.done < HARD * self.ended.reps) or place == -1
        down = self.mode == "practice" and self.number > 1 and hard
        more = more and not down
        steps = [
            Item("again", desk.say("again"), self._again, "repeat", main=not up and not down and not self._more),
            Item("home", desk.say("home"), self._home, "home")
            if self.goal is None
            else Item("back", desk.say("back"), self._home, "back"),
        ]
        if more:
            steps.insert(1, Item("next level", desk.say("next level"), self._higher, "up", main=up))
        if down:
            steps.insert(1, Item("easier level", desk.say("easier level"), self._lower, "down", main=True))
        if self.ended.can_be_sent and not self._more:
            steps.append(Item("friend", desk.say("challenge friend"), self._friend, "people"))
        if self._more:
            steps.insert(1, Item("next part", desk.say("next part"), self._go_on, "forward", main=True))
        at = Vec(self.at.x + gap, self.at.y + self.size.y - gap - CONTROL)
        self._widgets.lay(row(steps, at, self.size.x - 2 * gap, min(desk.em(LABEL), 10.5), fill=True))

    def draw(self, canvas: Canvas) -> None:
        desk, size, at = self.desk, self.size, self.at
        key = (canvas.size, desk.pictures, desk.settings.palette)
        canvas.kept("bare table", key, lambda kept: paper.table(kept, desk))
        paper.card(canvas, desk, at, size)
        if self.lively and self._since is not None:  # below all text
            celebrating.draw(canvas, self._now - self._since)
        beside, (at, words) = self._parted(self._widgets.buttons[0].at.y - at.y - 2.0)
        if self.mode == "free" or not self.ended.scored:
            drawn.headline(canvas, desk, at, words, self._words, self._beneath)
        else:
            self._draw_figures(canvas, at, words)
        if beside is not None:
            self._made.draw(canvas, *beside)
        self._draw_rest(canvas, self._widgets.buttons[0].at.y - self.at.y - 2.0)

    def _parted(self, room: float) -> tuple[tuple[Vec, Vec] | None, tuple[Vec, Vec]]:
        """How the upper part of the card, so many mm high, is shared: what was made beside or above the words, each with
        corner and size; no picture beside tests where there is no room for both."""
        at, size, gap = self.at, self.size, GAP if room > ROOMY else LEAST_GAP
        figures = self.mode != "free" and self.ended.scored
        shape = self._made.shape
        if size.x > 1.1 * (room + CONTROL):
            share = BESIDE if figures else ALONE
            most = room - 2 * gap
            wide = min(size.x * share - gap, most * shape)
            high = min(most, max(wide / shape, most * LEAST_HIGH))
            rest = Vec(size.x - wide - gap, room)
            if self._tests and rest.x < FOR_TESTS:
                return None, (at, Vec(size.x, room))
            return (at + Vec(gap, (room - high) / 2), Vec(wide, high)), (at + Vec(wide + gap, 0), rest)
        high = min(room * (ABOVE if figures else ALONE), size.x / shape)
        if room - high < LEAST_WORDS:
            return None, (at, Vec(size.x, room))
        wide = min(size.x - 2 * gap, max((high - gap) * shape, size.x * LEAST_HIGH))
        picture = at + Vec((size.x - wide) / 2, gap), Vec(wide, high - gap)
        return picture, (at + Vec(0, high), Vec(size.x, room - high))

    def _draw_figures(self, canvas: Canvas, at: Vec, size: Vec) -> None:
        """The sentence, the dials, the points, the last tests."""
        desk, room = self.desk, size.y
        table = min(max(room * 0.38, LEAST_TABLE), MOST_TABLE) if self._tests else 0.0
        head = room * (0.25 if self._tests else 0.28)
        rest = Vec(size.x, room - head - table)
        low = drawn.in_one_line(rest)
        if self._beneath and not low:
            head, rest = head + room * 0.06, rest - Vec(0, room * 0.06)
        beneath = "" if low else self._beneath
        em = drawn.headline(canvas, desk, at + Vec(0, 1.5), Vec(size.x, head - 1.5), self._words, beneath)
        place = drawn.figures(canvas, desk, at + Vec(0, head), rest, self.ended.score, em)
        self._draw_best(canvas, *place, self._beneath if low else "")
        if self._tests and self.ended.why is None:
            drawn.tests(canvas, desk, at + Vec(0, room - table), Vec(size.x, table), self._tests)

    def _draw_best(self, canvas: Canvas, middle: Vec, room: float, em: float, instead: str) -> None:
        answer = instead or (None if self.goal is None else self.goal.answer(self.desk.say, self.ended))
        words = answer or self._best()
        if not words:
            return
        new = self.ended.new_best and not answer
        em = max(SMALL, paper.fitted(canvas, words, room, em * (0.8 if new else 1.0)))
        wide = canvas.text_size(words, em, "bold").x
        if new and wide <= room - em * 1.9:  # else there is no room for the star
            canvas.icon("star", middle - Vec(wide / 2 + em * 0.1, 0), em * 1.2, drawn.gold(self.desk))
            middle = middle + Vec(em * 0.9, 0)
        canvas.text(words, middle, em, self.desk.palette.ink, "bold", "centre")

    def _draw_rest(self, canvas: Canvas, room: float) -> None:
        desk, size = self.desk, self.size
        self._widgets.draw(canvas, desk.palette)
        if self.ended.why is not None:
            words, wide = desk.say("not stored", why=reason(desk.say, self.ended.why)), size.x - GAP
            high = canvas.text_size(words, SMALL, "regular", wide).y  # it ends just above the keys
            middle = self.at + Vec(size.x / 2, room - high / 2)
            canvas.text(words, middle, SMALL, desk.palette.ink, "regular", "centre", wide)

    def _told(self) -> str:
        """What the round came to in the game's own words; of one without points, how many movements it had, or that it
        is a painting."""
        told = self.ended.told
        if self.mode == "free" and self.game.free_pictures is not None:
            return self.desk.say(f"{self.game.id}.{PICTURE}")
        if told is None or self.mode == "free" or not self.ended.scored:
            return counted(self.desk.say, self.game, self.ended.done, self.mode)
        return said(self.desk.say, self.game, told)

    def _tower(self) -> str:
        """Of a tower, how it compares with the highest before; nothing of the first."""
        tower = self.ended.tower
        if tower is None or not tower[1]:
            return ""
        mm, before = tower
        return self.desk.say("highest now" if mm > before + 0.5 else "highest before", mm=before)

    def _best(self) -> str:
        best = self.ended.best_before
        if not self.ended.whole:
            return ""
        if self.ended.new_best:
            return self.desk.say("new best")
        if self.ended.mastered is not None and self.ended.mastered.word in self.game.words:
            return self.desk.say("mastered", what=in_words(self.desk.say, self.game, self.ended.mastered))
        return self.desk.say("best", points=best) if best is not None else ""

    def _again(self) -> None:
        self.go(self._again_at)

    def _friend(self) -> None:
        if self.ended.kept is not None:
            self.over(places.Challenging(*self.ended.kept))

    def _lower(self) -> None:
        self.go(places.Playing(self.game.id, self.mode, self.number - 1))

    def _higher(self) -> None:
        self.go(places.Playing(self.game.id, self.mode, self.number + 1))

    def _go_on(self) -> None:
        self.back(places.MORE)

    def _home(self) -> None:
        """Go Home, or back to the page on which the goal was chosen."""
        if self.goal is None:
            self.home()
        else:
            self.back()
