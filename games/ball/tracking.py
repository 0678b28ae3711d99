"""Following a depth in time: a breath, steps and slopes, a wave."""

from __future__ import annotations

from collections.abc import Sequence

from games.ball.hold import Grasp, sprung
from games.ball.levels import BallSettings
from games.ball.one_hand import OneHand
from games.ball.opening import Curve, along
from games.kit.chance import within
from games.kit.fingers import Command, Fingers
from games.kit.game import Table
from games.kit.task import Outcome, Track

GRAIN = 0.1  # s between the points of a curve
READY = 1.2  # s before the next curve if fingers stay on the ball
KEPT = 0.5  # share of the time within the tolerance at which a curve counts as followed
BARELY = 0.6  # s; letting go sooner does not count as an attempt
SLOPES = (
    (0.0, 0.0),
    (1.0, 0.0),
    (2.0, 0.5),
    (4.0, 0.5),
    (4.6, 1.0),
    (6.6, 1.0),
    (9.0, 0.35),
    (11.0, 0.35),
    (12.2, 0.0),
)
SLOPE_TIME = 14.0  # s of these


def eased(share: float) -> float:
    """From 0 to 1, slow at both ends."""
    share = min(1.0, max(0.0, share))
    return share * share * (3.0 - 2.0 * share)


def depths(kind: str, seconds: float, peaks: Sequence[float]) -> Curve:
    """(s, share of the wanted depth) of a curve of this kind; `peaks`: the peaks of a wave."""
    out = []
    for k in range(round(seconds / GRAIN) + 1):
        t = k * GRAIN
        if kind == "breath":
            value = eased(2 * t / seconds) if 2 * t <= seconds else eased(2 - 2 * t / seconds)
        elif kind == "steps":
            value = along(SLOPES, t * SLOPE_TIME / seconds)
        else:
            half = seconds / (2 * len(peaks))
            wave, rest = divmod(round(t / half, 6), 2)
            top = peaks[min(len(peaks) - 1, int(wave))]
            value = top * (eased(rest) if rest <= 1 else eased(2 - rest))
        out.append((round(t, 3), round(value, 6)))
    return tuple(out)


class Tracking(OneHand):
    """One hand that follows a curve, again and again."""

    def __init__(self, table: Table[BallSettings]) -> None:
        super().__init__(table, follows=table.edition >= 2)
        self.since: float | None = None  # when the curve began that is being followed
        self.close = False  # within the tolerance now
        self._ready_at = 0.0
        self._within = 0.0
        self._next()

    @property
    def elapsed(self) -> float:
        """Seconds into the curve; 0 before it begins."""
        return 0.0 if self.since is None else self.table.now - self.since

    def opening(self, t: float) -> float:
        """The wanted opening at this time of the curve, in mm."""
        return self.span * (1.0 - self.settings.depth * along(self.shape, t))

    @property
    def goal(self) -> float:
        """The wanted opening now, in mm."""
        return self.opening(self.elapsed)

    def _next(self) -> None:
        """Choose the next curve, and ask for it."""
        self.settings = self.table.settings
        settings = self.settings
        count = max(1, round(settings.seconds / 5.0))
        peaks = [round(within(self.table.rng, 0.45, 1.0), 2) for _ in range(count)] if settings.curve == "wave" else []
        self.shape = depths(settings.curve, settings.seconds, peaks)
        self.since = None
        self.close = False
        self._within = 0.0
        self._ask()

    def _ask(self) -> None:
        centre, count = self.around()
        if self.grasp is not None and self.grasp.before:
            count = 1  # at a time
        curve = tuple((t, round(self.span * (1.0 - self.settings.depth * v), 4)) for t, v in self.shape)
        self.table.ask(Track(curve, self.width, centre, count))

    def step(self, fingers: Fingers, commands: Sequence[Command], dt: float) -> None:
        now = self.table.now
        asked = self.table.asked_at.get(0, now)
        names = [command.name for command in commands]
        if "pause" in names and self.grasp is not None:
            self._interrupt(self.grasp, asked)
            return
        if "skip" in names:
            self._next()
        event = self.grasping.look(fingers, now, asked, self.centre, self.usual, presses=False)
        if event in ("lifted", "cancelled"):
            left = self.grasping.left
            if left is not None:
                self.sprung = sprung(left, now)
                if self.since is not None:
                    self._lost(left, event == "lifted")
            return
        grasp = self.grasp
        if grasp is None:
            return
        self._ready(grasp, event, asked)
        if self.since is not None:
            self._follow(grasp, self.since, dt)

    def _interrupt(self, held: Grasp, asked: float) -> None:
        """A pause takes the ball out of the hand."""
        self.grasping.drop()
        began = max(asked, held.began) if self.since is None else self.since
        self._end(Outcome.INTERRUPTED, held, min(self.table.now, began))

    def _ready(self, grasp: Grasp, event: str, asked: float) -> None:
        """The curve begins when a hand takes the ball; for one that kept it, a moment after the last curve."""
        now = self.table.now
        if event == "taken":
            self.table.cue("squish", grasp.middle())
            self.usual = grasp.open if grasp.way == "pinch" else self.usual
            self.since, self._ready_at = None, 0.0
        if event:
            self._ask()
        if self.since is None and now >= self._ready_at:
            self.since = (
                max(asked, grasp.began, min(now, self._ready_at)) if self._ready_at else max(asked, grasp.began)
            )
            self._within = 0.0

    def _follow(self, grasp: Grasp, began: float, dt: float) -> None:
        """How near the hand is to the curve that began then, and whether the curve is over."""
        now = self.table.now
        self.close = not grasp.lost and abs(grasp.aperture(now) - self.goal) <= self.width / 2
        if self.close:
            self._within += dt
        if self.elapsed >= self.settings.seconds:
            came_off = self._within >= KEPT * self.settings.seconds
            if self.table.edition >= 2 and grasp.tapped:
                self.grasping.drop()  # the next curve waits for the next tap
                self.sprung = sprung(grasp, now)
            self._end(Outcome.DONE if came_off else Outcome.MISSED, grasp, began)
            self._ready_at = now + READY if self.grasp is not None else 0.0

    def _lost(self, grasp: Grasp, lifted: bool) -> None:
        """The hand let go before the curve's end."""
        assert self.since is not None
        if not lifted or self.elapsed < BARELY:
            self.since = None
            self._ask()
            return
        self._end(Outcome.DROPPED, grasp, self.since, grasp.lifted_at)

    def _end(self, outcome: Outcome, grasp: Grasp, began: float, let_go: float | None = None) -> None:
        self.record(outcome, grasp, began, self.table.now if let_go is None else let_go)
        self._ready_at = 0.0
        self._next()
