"""Bubble wrap: a sheet of bubbles by seed, each popped between thumb and finger or by a press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from games.ball.levels import BallSettings
from games.ball.opening import aperture
from games.kit.chance import shuffled, within
from games.kit.fingers import Command, Finger, Fingers
from games.kit.game import Table
from games.kit.geometry import Vec, distance, middle
from games.kit.task import Grip, Outcome

COLUMNS, ROWS = 7, 4
PITCH = 16.8  # mm from bubble to bubble; less where the table is small
SMALLEST = 0.78  # of the largest bubble
BUBBLES = 24
REACH = 12.0  # mm; a touch takes the nearest bubble within this distance
WIDEST = 60.0  # mm between thumb and finger round a bubble
PRESSES = 0.35  # s of pressing that pop a bubble


@dataclass
class Bubble:
    """One bubble of the sheet."""

    at: Vec
    size: float
    popped: float | None = None  # when
    passed: int = 0  # how often it was skipped


class Popping:
    """A sheet of bubbles, one hand."""

    def __init__(self, table: Table[BallSettings]) -> None:
        self.table = table
        self.settings = table.settings
        self.count = 0
        pitch = min(
            PITCH,
            (table.size.x - 24.0) / (COLUMNS - 1) if table.size.x > 60 else 8.0,
            (table.size.y - 22.0) / (ROWS - 1),
        )
        self.pitch = pitch
        self.bubbles = self._sheet(pitch)
        self.squeezed: Bubble | None = None
        self.fingers: list[Finger] = []
        self.began = 0.0
        self.open = 0.0
        self.popped = False
        self._spent: set[int] = set()
        self._tapped = False
        self._ask()

    def _sheet(self, pitch: float) -> list[Bubble]:
        rng, size = self.table.rng, self.table.size
        cells = shuffled(rng, range(COLUMNS * ROWS))[:BUBBLES]
        middle_at = size * 0.5
        largest = min(self.settings.open, pitch * 0.94)
        out = []
        for cell in sorted(cells):
            row, column = divmod(cell, COLUMNS)
            aside = 0.25 if row % 2 else -0.25  # rows are staggered, as on a real sheet
            at = Vec(
                middle_at.x + (column - (COLUMNS - 1) / 2 + aside) * pitch,
                middle_at.y + (row - (ROWS - 1) / 2) * pitch,
            )
            out.append(Bubble(at, round(within(rng, SMALLEST, 1.0) * largest, 2)))
        return out

    @property
    def left(self) -> list[Bubble]:
        """The bubbles not yet popped."""
        return [bubble for bubble in self.bubbles if bubble.popped is None]

    def next_bubble(self) -> Bubble:
        """The bubble to ask for: unpopped ones from the middle outwards; if there are none, the last one popped."""
        whole = self.left or self.bubbles
        centre = self.table.size * 0.5
        return min(whole, key=lambda bubble: (bubble.passed, distance(bubble.at, centre), bubble.at))

    def _ask(self) -> None:
        self.settings = self.table.settings
        bubble = self.squeezed or self.next_bubble()
        span = self.open if self.squeezed is not None else bubble.size
        goal, width = span * (1 - self.settings.depth), 2 * self.settings.tolerance * span
        press = ((0.0, span), (PRESSES, goal)) if len(self.fingers) < 2 else ()
        self.table.ask(Grip(bubble.at, span, goal, width, 0.0, 2, press=press))

    def pressing(self, now: float) -> float:
        """How far the held bubble is squeezed, from 0 to 1, at which it pops."""
        if self.squeezed is None:
            return 0.0
        if self.popped:
            return 1.0
        if len(self.fingers) == 1:
            return min(1.0, max(0.0, (now - self.began) / PRESSES))
        closed = 1.0 - aperture([finger.at for finger in self.fingers]) / self.open
        return min(1.0, max(0.0, closed / (self.settings.depth - self.settings.tolerance)))

    def step(self, fingers: Fingers, commands: Sequence[Command], _dt: float) -> None:
        now = self.table.now
        self._spent &= {finger.id for finger in fingers}
        if not self.left:
            self._new_sheet(now)
        if self.squeezed is None and self.table.edition >= 2 and any(command.name == "skip" for command in commands):
            self.next_bubble().passed += 1
            self._ask()
        if self.squeezed is None:
            self._take(fingers)
        if self.squeezed is None:
            return
        if any(command.name == "pause" for command in commands):
            self._end(Outcome.INTERRUPTED, now)
            return
        if any(finger.state == "cancelled" for finger in self.fingers):
            self._forget()
            self._ask()
            return
        self._join(fingers)
        if not self.popped and self.pressing(now) >= 1.0:
            self.popped = True
            self.squeezed.popped = now
            self.table.cue("pop", self.squeezed.at)
        self._watch(now)

    def _new_sheet(self, now: float) -> None:
        if self.squeezed is None and all(now - (bubble.popped or 0.0) > 1.0 for bubble in self.bubbles):
            self.bubbles = self._sheet(self.pitch)
            self._ask()

    def _take(self, fingers: Fingers) -> None:
        down = [f for f in fingers if f.state == "down" and f.id not in self._spent]
        touching = [finger for finger in down if not finger.hovering]
        for finger in [f for f in down if f in fingers.pressed]:
            near = self._near(finger.at, REACH)
            if near is not None:
                self._hold(near, [finger])
                return
        if len(touching) >= 2:
            pair = touching[:2]
            wide = distance(pair[0].at, pair[1].at)
            near = self._near(middle([f.at for f in pair]), REACH)
            if near is not None and wide <= WIDEST:
                self._hold(near, pair)

    def _near(self, at: Vec, reach: float) -> Bubble | None:
        near = [bubble for bubble in self.left if distance(bubble.at, at) <= reach]
        return min(near, key=lambda bubble: distance(bubble.at, at), default=None)

    def _hold(self, bubble: Bubble, fingers: list[Finger]) -> None:
        self.squeezed, self.fingers, self.popped, self._tapped = bubble, fingers, False, False
        self.began = max(self.table.asked_at[0], min(finger.born for finger in fingers))
        self.open = bubble.size if len(fingers) == 1 else max(8.0, aperture([finger.at for finger in fingers]))
        self._ask()
        self.table.cue("squish", bubble.at)

    def _join(self, fingers: Fingers) -> None:
        """Let a second finger join: the bubble between the two fingers is squeezed."""
        if len(self.fingers) != 1 or self.popped or self.fingers[0].hovering:
            return
        first = self.fingers[0]
        for second in fingers:
            fit = (
                second.state == "down" and second is not first and not second.hovering and second.id not in self._spent
            )
            if not fit or distance(first.at, second.at) > WIDEST:
                continue
            bubble = self._near(middle([first.at, second.at]), REACH)
            if bubble is not None:
                self._hold(bubble, [first, second])
                return

    def _watch(self, now: float) -> None:
        """Finish the rep once a popped bubble is let go."""
        first = self.fingers[0]
        if len(self.fingers) == 1 and first.hovering:
            if self.popped:
                self._end(Outcome.DONE, now)
            return
        lifted = [finger for finger in self.fingers if finger.state != "down"]
        opened = len(self.fingers) > 1 and aperture([f.at for f in self.fingers]) >= 0.8 * self.open
        if self.popped and (opened or lifted):
            self._end(Outcome.DONE, max(f.lifted_at for f in lifted) if lifted else now)
        elif any(finger.state == "gone" for finger in lifted):
            self._forget()
            self._ask()

    def _end(self, outcome: Outcome, when: float) -> None:
        ids = tuple(finger.id for finger in self.fingers)
        at = self.squeezed.at if self.squeezed is not None else self.table.size * 0.5
        if outcome is Outcome.DONE:
            self.count += 1
            self.table.cue("land", at)
        elif self.squeezed is not None and self.popped:
            self.squeezed.popped = None  # a pause undoes it
        self.table.finish(outcome, began=self.began, let_go=max(self.began, when), fingers=ids)
        self._forget()
        self._ask()

    def _forget(self) -> None:
        self._spent |= {finger.id for finger in self.fingers}
        self.squeezed, self.fingers, self.popped = None, [], False
