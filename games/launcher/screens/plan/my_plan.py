"""The week of a plan: a key for each day, and the chosen day's exercises as cards that can be changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.planning.plan import MOST_EXERCISES, WEEK, Exercise, Plan
from games.launcher.planning.today import doings_today
from games.launcher.screens.plan import cards
from games.launcher.screens.plan.editing import Editing
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, row, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP

INVITED = 12.0  # mm of height for the sentence that somebody without a plan reads


class PlanPage(Page):
    """The plan of the present player, as it holds from today on. Each change is kept at once."""

    name = "plan"

    def __init__(self, desk: Desk, _place: places.MyPlan) -> None:
        super().__init__(desk)
        self.editing = Editing(desk)
        self.page = 0
        self._turned = 0  # how often the pages of a day were turned
        self.open = not desk.settings.lock  # whether it may be changed
        self._changing: int | None = None  # the exercise whose page is open; None: a new one
        self._shown: list[tuple[Button, Exercise | None]] = []
        self._invited: Vec | None = None  # the middle of the sentence for somebody without a plan
        self.laid()

    def shortcuts(self) -> dict[str, Callable[[], None]]:
        return {"escape": self._back}

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown; None without one."""
        return self.editing.plan

    @property
    def day(self) -> int:
        """The day of the week that is shown, 0: Monday."""
        return self.editing.day

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Those of that day."""
        return self.editing.exercises

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = LEAST_GAP if size.y < 100 else GAP
        buttons = self._strip()
        at, room = Vec(MARGIN, STRIP + gap), size.x - 2 * MARGIN
        foot = size.y - gap - CONTROL
        weekly = self.plan is None or self.plan.weekly
        low = (
            self.plan is not None and weekly and foot - at.y - CONTROL - 2 * gap < cards.LEAST.y
        )  # the keys below have a page of their own
        if low:
            foot = size.y
        corner = at + Vec(0, CONTROL + gap) if weekly else at
        invited = INVITED if size.y > 100 else 0.0
        self._invited = None if self.plan is not None or not invited else corner + Vec(room / 2, INVITED / 2)
        if self._invited is not None:
            corner = corner + Vec(0, INVITED + LEAST_GAP)
        if self.plan is None:
            foot = size.y  # there are no keys below yet
        area = Vec(room, foot - gap - corner.y)
        self._area = corner, area
        choices = self._choices()
        shown = self._cards(corner, area, gap, 1 if low and choices else 0)
        self._shares = self._done()
        if weekly:
            days = self._days(room, self._pages > 1 and low)
            buttons += row(days, at, room, min(desk.em(BODY), 9.0), fill=True)
        self._choosing = low and bool(choices) and self.page == self._pages - 1  # the keys have taken the cards' place
        if self._choosing:
            self._shown = []
            buttons += row(choices, corner, room, min(desk.em(BODY), 8.5), fill=True)
        else:
            buttons += shown
        if not low:
            if self._pages > 1:
                choices.insert(0, self._more())
            buttons += row(choices, Vec(MARGIN, foot), room, min(desk.em(BODY), 8.5), fill=True)
        self._widgets.lay(buttons)

    def _strip(self) -> list[Button]:
        """The keys of the strip: where plans come from and go to, or the lock."""
        desk, size, say = self.desk, self.desk.display.size, self.desk.say
        left = [Item("back", say("back"), self._back, "back")]
        right = [Item("ready plans", say("plan ready"), self._ready, "list", main=self.plan is None)]
        right.append(Item("plan code", say("enter code"), self._code, "keyboard"))
        if not self.open:
            right = [Item("unlock", say("plan unlock"), self._unlock, "lock")]
        if self.plan is not None:
            right.append(Item("give plan", say("plan give"), self._give, "phone"))
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 10.0), keep=30.0)
        return buttons

    def _more(self) -> Item:
        return Item("more", self.desk.say("more"), self._turn, "forward")

    def _days(self, room: float, more: bool) -> list[Item]:
        """A key for each day; where there is no room for seven, the chosen one between the day before and after it.
        With `more`, a key that turns pages."""
        say, plan = self.desk.say, self.plan
        if room < (WEEK + more) * (CONTROL + LEAST_GAP):
            before, after = (self.day - 1) % WEEK, (self.day + 1) % WEEK
            few = [
                Item(f"day {before}", "", partial(self.turn_to, before), "left"),
                Item(f"day {self.day}", say(f"weekday {self.day + 1}"), partial(self.turn_to, self.day), chosen=True),
                Item(f"day {after}", "", partial(self.turn_to, after), "right"),
            ]
            return [*few, self._more()] if more else few
        out = []
        for day in range(WEEK):
            count = 0 if plan is None else len(plan.on(day))
            item = Item(
                f"day {day}",
                say(f"weekday short {day + 1}"),
                partial(self.turn_to, day),
                chosen=day == self.day,
                note=str(count) if count else "",
            )
            out.append(item)
        return [*out, self._more()] if more else out

    def _done(self) -> list[float]:
        """How much is done of each exercise of the day that is shown, if it is today."""
        whenever = self.plan is not None and not self.plan.weekly
        doings = doings_today(self.desk) if self.day == self.editing.today or whenever else []
        return [1.0 if doing.done else doing.share for doing in doings]

    def _cards(self, at: Vec, area: Vec, gap: float, further: int) -> list[Button]:
        """The exercises of the day, and the card that adds one; as many as there is room for. `further`: pages after
        theirs."""
        exercises: list[Exercise | None] = [*self.exercises]
        if self.open and len(exercises) < MOST_EXERCISES:
            exercises.append(None)
        scale = max(1.0, self.desk.settings.text / 130)
        columns, rows = grid(area, cards.LEAST * scale, len(exercises), gap)
        fit = columns * rows
        self._pages = max(1, -(-len(exercises) // max(1, fit))) + further
        self.page = self._turned % self._pages
        self._first = self.page * fit  # the place of the first exercise that is shown
        shown = exercises[self.page * fit : (self.page + 1) * fit]
        lines = -(-max(1, len(shown)) // columns)
        whole = Vec(
            min(area.x, columns * (cards.LARGEST.x * scale + gap) - gap),
            min(area.y, lines * (cards.LARGEST.y * scale + gap) - gap),
        )
        corner = at + (area - whole) * 0.5
        self._shown = []
        for index, exercise in enumerate(shown):
            place, one = cell(corner, whole, columns, lines, index, gap)
            number = self.page * fit + index
            name = "add exercise" if exercise is None else f"exercise {number}"
            act = partial(self._change, None if exercise is None else number) if self.open else _nothing
            words = self.desk.say("plan add") if exercise is None else ""
            self._shown.append((Button(name, words, place, one, act, bare=True), exercise))
        return [button for button, _ in self._shown]

    def _choices(self) -> list[Item]:
        """The keys below: days or none, the rest between, the lock, the end of the plan."""
        say, plan = self.desk.say, self.plan
        out: list[Item] = []
        if plan is None or not self.open:
            return out
        out.append(
            Item(
                "whenever",
                say("plan by days" if not plan.weekly else "plan whenever"),
                self._then(self.editing.whenever),
                "calendar",
            )
        )
        if plan.weekly and self.exercises:
            out.append(Item("same", say("plan same"), self._then(self.editing.same), "repeat"))
        rest = say("plan rest", count=plan.rest) if plan.rest else say("plan no rest")
        out.append(Item("rest between", rest, self._then(self.editing.next_rest), "coffee"))
        locked = bool(self.desk.settings.lock)
        out.append(Item("lock", say("plan unlock" if locked else "plan lock"), self._lock, "lock"))
        out.append(Item("end plan", say("plan end"), self._end, "cross"))
        return out

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        paper.title(canvas, desk, desk.say("my plan"), self._free)
        at, area = self._area
        if self._invited:
            em = max(SMALL, min(desk.em(BODY), 6.4))
            paper.label(canvas, desk, self._invited, desk.say("plan none"), em, area.x - 12.0)
        for index, (button, exercise) in enumerate(self._shown):
            if exercise is None:
                cards.draw_add(canvas, desk, button)
            else:
                place = self._first + index
                share = self._shares[place] if place < len(self._shares) else 0.0
                cards.draw(canvas, desk, button, exercise, share)
        if not self._shown and not self.exercises and not self._choosing:
            paper.label(canvas, desk, at + area * 0.5, desk.say("plan free day"), desk.em(BODY), area.x - 12.0)
        self._widgets.draw(canvas, desk.palette)

    def answered(self, answer: object) -> Move:
        """What came back from the page of an exercise, a ready-made plan, a code or the digits."""
        from games.launcher.planning.locking import locked, opens

        if isinstance(answer, Exercise):
            self.editing.put(answer, self._changing)
        elif answer == places.TAKEN_OUT and self._changing is not None:
            self.editing.take_out(self._changing)
        elif isinstance(answer, Plan):
            self.editing.keep(answer)
        elif isinstance(answer, str) and len(answer) == 4 and answer.isdigit():
            chosen = self.desk.settings
            if self.open and not chosen.lock:
                self.desk.choose(chosen.with_lock(locked(answer)))
            elif opens(answer, chosen.lock):
                self.open = True
        elif answer is True and self.plan is not None:
            self.editing.end()
        return None

    def turn_to(self, day: int) -> None:
        """Show a day of the week (0: Monday)."""
        self.editing.day, self._turned = day, 0
        self.laid()

    def _turn(self) -> None:
        self._turned = self.page + 1
        self.laid()

    def _change(self, number: int | None) -> None:
        self._changing = number
        self.over(places.PlanExercise(None if number is None else self.exercises[number]))

    def _then(self, change: Callable[[], None]) -> Callable[[], None]:
        """A change of the plan, after which the page is laid out anew."""

        def act() -> None:
            change()
            self.laid()

        return act

    def _lock(self) -> None:
        if self.desk.settings.lock:
            self.desk.choose(self.desk.settings.with_lock(""))
            self.laid()
        else:
            self.over(places.Digits("new"))

    def _unlock(self) -> None:
        self.over(places.Digits("open", self.desk.settings.lock))

    def _end(self) -> None:
        self.over(places.Question(self.desk.say("plan end"), self.desk.say("plan end more"), "calendar"))

    def _ready(self) -> None:
        self.over(places.ReadyPlans())

    def _code(self) -> None:
        self.over(places.PlanCode())

    def _give(self) -> None:
        if self.plan is not None:
            self.over(places.GivePlan(self.plan))

    def _back(self) -> None:
        self.go(places.Progress())


def _nothing() -> None:
    """A locked plan is only looked at."""
