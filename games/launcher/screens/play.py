"""Play: one block on the table, with Pause, Stop, Help and Skip always in the same place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from games.kit.block import Block
from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.game import Fit, Game
from games.kit.geometry import Vec
from games.launcher.coaching import coach_of
from games.launcher.ended import Ended
from games.launcher.ghost import Rival
from games.launcher.key_pointer import KeyPointer
from games.launcher.levels import aids_of, level_of, table_of
from games.launcher.progress.challenges import SEEDS
from games.launcher.screens import home, paper, play_drawn, results, stopped
from games.launcher.screens.arranging import Item, strip
from games.launcher.screens.beside import ghost_of, rival_of_goal
from games.launcher.screens.edges import Edges
from games.launcher.screens.goal import Goal
from games.launcher.screens.offer import Offer
from games.launcher.screens.pausing import Countdown, PauseCard, pause_card
from games.launcher.screens.screen import Desk, Screen, Work
from games.launcher.screens.seen import Seen
from games.launcher.screens.telling import Saying, Telling
from games.launcher.screens.theme import BODY, STRIP
from games.launcher.screens.widgets import Button, Controls
from games.launcher.screens.words import say
from games.launcher.session import Session
from games.launcher.sound import Sound

if TYPE_CHECKING:
    from games.launcher.records.models import Header

RING_ROOM = 46.0  # mm that the ring and its number want in the strip
ORDERS = {"ctrl z": "undo", "ctrl y": "redo", "ctrl s": "save", "d": "done"}  # keys that give a game an order
TURNS = {"q": -1, "e": 1}  # keys that turn what is held one notch, as the wheel does; clockwise is positive
PAUSE_CARD = 170.0  # mm, its width at most


class Play:
    """One block, from the first touch to the results.

    `side` is the hand that plays, if it is not the one in use; `warm_up` makes
    it so many seconds of free play; `then` says what follows instead of the
    results; `goal` is the challenge that is played for, and decides the seed.
    `rival` is a block that plays along; without one, in a challenge, that of
    the goal does, or the player's own best. One of the other hand is a guide:
    what is played beside it counts as practice without points. `resumed` is a
    stored block that was played again to its end (see coming_back).
    """

    name = "play"
    waiting = True

    def __init__(
        self,
        desk: Desk,
        game: Game,
        mode: str,
        number: int,
        side: str | None = None,
        warm_up: float | None = None,
        then: Callable[[Ended], Screen] | None = None,
        goal: Goal | None = None,
        rival: Rival | None = None,
        resumed: tuple[Block, Header] | None = None,
    ) -> None:
        self.desk, self.game, self.mode, self.number = desk, game, mode, number
        self.level = level_of(game, mode, number)
        self._side, self._warm_up, self._then, self.goal = side, warm_up, then, goal
        room = desk.display.size - Vec(0, STRIP)
        hand = side or (desk.player.side if desk.player is not None else "right")
        aids, table = aids_of(desk.settings.dwell), table_of(room, mode)
        self._rival = rival
        rival = rival or rival_of_goal(desk, game, mode, number, hand, goal) if warm_up is None else None
        self.ghost = ghost_of(desk, rival, table, hand)
        seed = desk.wish.seed if desk.wish.seed is not None else desk.seed()
        if mode == "challenge":  # what chance starts from must fit into a code
            seed = seed % SEEDS if goal is None else goal.challenge.seed
        if self.ghost is not None and goal is None and desk.wish.seed is None:
            seed = self.ghost.rival.seed  # beside a ghost things lie where they lay, so that the two can be compared
        if warm_up is not None:
            self.level = replace(self.level, reps=None, seconds=warm_up)
        guided = self.ghost is not None and self.ghost.mirrored
        coach = coach_of(desk, game, mode, number, hand) if warm_up is None and not guided else None
        fit = Fit(hand, grace_ms=desk.settings.grace_ms)
        self.block = resumed[0] if resumed else Block(game, self.level, seed, table, aids, coach, fit)
        kept = ("free", 1) if warm_up is not None or guided else (mode, number)
        self._results_of = kept
        self.session = Session(desk, *kept, self.block, coach, onward=resumed[1] if resumed else None)
        self._widgets = Controls(desk)
        self._next: Screen = self
        self._countdown = Countdown(desk)
        self._asking = False  # whether a test is to be stopped
        self._now = 0.0
        self._commands: list[Reading] = []
        self._edges = Edges()
        self.offer = Offer(self.block, self.mode if warm_up is None else "", coach, self._show, self._skip)
        self.seen = Seen(self.block)
        self.session.before_stored = lambda: self._telling.tell()  # what waits to be told then is on the disk
        self._telling, self.saying = Telling(desk, game, self.block, self.session), Saying(desk)
        self._ending: Work | None = None  # the block is over, and being scored and stored
        self._was_kept = False
        self.keys = KeyPointer(Vec(0, 0), Vec(1, 1))
        self.laid()
        self.keys.at = self.origin + self.block.table.size * 0.5
        if goal is not None and (asked := goal.asked()) is not None:
            self.saying.say(asked)

    @property
    def controls(self) -> Sequence[Button]:
        return self._widgets.buttons

    @property
    def lively(self) -> bool:
        return not self.block.paused or self._countdown.runs

    @property
    def counting(self) -> float | None:
        """Seconds until it goes on, after Carry on; None otherwise."""
        return self._countdown.left(self._now)

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        room = size - Vec(0, STRIP)
        table = self.block.table.size
        self.origin = Vec(max(0.0, (room.x - table.x) / 2), STRIP + max(0.0, (room.y - table.y) / 2))
        self.keys.least, self.keys.most = self.origin, self.origin + table
        keys = [
            Item("pause", say("pause"), self._pause, "pause", main=True),
            Item("stop", say("stop"), self._stop, "stop"),
            Item("help", say("help"), self._help, "help"),
            Item("skip", say("skip"), self._skip, "skip"),
        ]
        keys = self.offer.keys(keys)
        buttons, self.free = strip(
            [], keys, size.x, min(desk.em(BODY), 9.0), keep=RING_ROOM - (13.0 if self.offer.shown else 0.0)
        )
        if self._countdown.runs:
            buttons = []
        elif self.block.paused:
            self.card = self._pause_card()
            buttons = list(self.card.keys)
        self._widgets.lay(buttons)

    def _pause_card(self) -> PauseCard:
        """The way on, and the ways elsewhere."""
        first = [
            Item("carry on", say("carry on"), self._carry_on, "play", main=True),
            Item("stop", say("stop"), self._stop, "stop"),
        ]
        if self._asking:
            return pause_card(self.desk, PAUSE_CARD, first, words=say("stop asked"))
        others = [
            Item("start again", say("start again"), self._again, "repeat"),
            Item("show me", say("show me"), self._show, "eye"),
            Item("help", say("help"), self._help, "help"),
        ]
        return pause_card(self.desk, PAUSE_CARD, first, others)

    def frame(self, now: float, readings: Sequence[Reading]) -> Screen:
        self._now, self._next = now, self
        if self._ending is not None:
            return self._ended()
        passed: list[Reading] = []
        for reading in readings:
            if isinstance(reading, Sample):
                if not self._widgets.read(reading) and self._on_table(reading):
                    passed.append(self._placed(reading))
            elif reading.name == "lost":
                self._pause()
            elif reading.name == "stalled":
                passed.append(reading)
            elif reading.name == "wheel" and not self.block.paused:
                passed.append(Command(reading.t, "turn", reading.value))
            elif reading.name in ("key", "key up"):
                passed += self._key(reading)
        if not self.block.paused:
            passed += [self._placed(sample) for sample in self.keys.glide(now)]
        if self._countdown.over(now):
            self._commands.append(Command(now, "resume"))
        passed += self._commands
        self._commands = []
        was_paused = self.block.paused
        self.block.advance(now, passed)
        self.session.note()
        self.seen.look()
        if self.ghost is not None:
            self.ghost.follow(self.block)
        if self.block.finished:
            return self._ended()
        self._tell()
        if self.offer.changed():
            self.laid()
            if self.offer.shown:
                self.saying.say(self.offer.words(self.keys.used))
        self.saying.frame(now)
        if self.block.paused != was_paused:
            self.keys.forget()
            self.laid()
        return self._next

    def resume(self, now: float) -> None:
        """A block that was played again goes on from here."""
        self._now = now
        self.session.goes_on()
        self._telling = Telling(self.desk, self.game, self.block, self.session, silent=True)
        self.block.feed(Command(self.block.now, "pause"))
        self.block.advance(now, [Command(now, "resume")])
        self.laid()

    def draw_table(self, canvas: Canvas) -> None:
        """The table and the strip, without keys."""
        paper.scene(canvas, self.desk)
        paper.mat(canvas, self.desk, self.origin, self.block.table.size)
        with canvas.shifted(self.origin, self.block.table.size):
            self.game.draw(self.block.rules, canvas)
            if self.ghost is not None and not self.ghost.over:
                self.ghost.draw(canvas, self.game.ghost)
        play_drawn.draw_strip(canvas, self)

    def draw(self, canvas: Canvas) -> None:
        self.draw_table(canvas)
        if self.keys.used and not self.block.paused:
            play_drawn.draw_pointer(canvas, self.desk, self.keys.at)
        if self.block.paused:
            play_drawn.draw_pause(canvas, self)
        elif (
            self.saying.words is not None and self.desk.wants_picture is None
        ):  # no words on a picture that is being saved
            play_drawn.draw_said(canvas, self.desk, self.saying.words)
        else:
            self.seen.draw(canvas, self.desk, self.origin)
        self._widgets.draw(canvas, self.desk.palette)

    def leave(self) -> None:
        """Stop and store what was played."""
        if self._ending is not None:
            self._kept(self._ending.result())
        elif not self.block.finished:
            self.block.advance(self._now, [Command(self._now, "stop")])
            self._kept(self.session.end())

    def broke(self, error: BaseException) -> Screen:
        """The game raised an exception: keep every repetition, say so calmly."""
        self.desk.report(error)
        self.block.finished = self.block.stopped = True
        try:
            ended: Ended = self.session.end() if self._ending is None else self._ending.result()
            ended.tell()
        except Exception as another:  # its journal is left, and the next start makes a round of it
            self.desk.report(another)
            return stopped.Stopped(self.desk)
        return stopped.Stopped(self.desk, ended)

    def _on_table(self, sample: Sample) -> bool:
        """Whether a contact is meant, or a hand that rests at the edge."""
        meant = self._edges.meant(sample, self.desk.display.size)
        self.session.strays = self._edges.strays
        return meant

    def _placed(self, sample: Sample) -> Sample:
        return Sample(sample.t, sample.finger, sample.phase, sample.at - self.origin, sample.device)

    def _key(self, command: Command) -> list[Reading]:
        """What a key does; on a table that is not paused, arrows and Space are a pointer of their own."""
        key = str(command.value)
        if command.name == "key up":
            self.keys.release(key)
        elif key in ("escape", "p"):
            (self._carry_on if self.block.paused else self._pause)()
        elif key == "f1":
            self._help()
        elif self.block.paused:
            self._widgets.read(command)
        elif self.offer.key(key):
            self.laid()
        elif key == "n":
            self._skip()
        elif key in ORDERS:
            return [Command(command.t, ORDERS[key])]
        elif key in TURNS:
            return [Command(command.t, "turn", TURNS[key])]
        else:
            return [self._placed(sample) for sample in self.keys.press(key, command.t) or []]
        return []

    def _pause(self) -> None:
        self._countdown.stop()
        if self.block.paused:
            self.laid()
        else:
            self._commands.append(Command(self._now, "pause"))

    def _carry_on(self) -> None:
        if self.block.paused and not self._countdown.runs:
            self._asking = False
            self._countdown.begin(self._now)
            self.laid()

    def _stop(self) -> None:
        """One short touch ends no test: it stands still and asks."""
        if self.mode == "test" and self._warm_up is None and not self.block.paused:
            self._asking = True
            self._pause()
            return
        self._commands.append(Command(self._now, "stop"))

    def _skip(self) -> None:
        self._commands.append(Command(self._now, "skip"))

    def _help(self) -> None:
        from games.launcher.screens.help_pages import Help

        if not self.block.paused:
            self.block.advance(self._now, [Command(self._now, "pause")])
            self.laid()
        self._countdown.stop()
        self._next = Help(self.desk, lambda: self, self)

    def _show(self) -> None:
        from games.launcher.screens.demo import Demo

        if not self.block.paused:
            self.block.advance(self._now, [Command(self._now, "pause")])
        self.laid()
        back = lambda: self  # noqa: E731
        self._next = Demo(self.desk, self.game, self.mode, self.number, back, self._gone_on, self)

    def _gone_on(self) -> Screen:
        self._carry_on()
        return self

    def _again(self) -> None:
        self._stop()  # what was played is stored when the stop is taken, in this very frame
        self._next = self._once_more()

    def _tell(self) -> None:
        """Tell and sound what is new; it has been journalled, so that what is told is kept."""
        _, cues = self._telling.new(self.origin)
        if self.game.sheet is not None and any(cue.name == "save" for cue in cues):
            there = self.game.sheet(self.block.rules)
            if there is not None:  # the device hands over the picture on the table
                self.desk.wants_picture = self.origin + there[0], there[1]
                self.desk.picture_of = say(f"picture of {self.game.id}")

    def _ended(self) -> Screen:
        # Measuring a long block takes longer than a frame: it goes on beside the frames, and the table stays in sight.
        self._ending = self._ending or self.desk.beside(self.session.end)
        if not self._ending.done():
            return self
        ended: Ended = self._ending.result()
        # The last rep is told with the results: a script must not look for a next movement in between.
        self._tell()
        self._kept(ended)
        if not self.block.stopped and self._then is not None:
            return self._then(ended)
        if self.block.stopped and (self._next is not self or not self.block.table.reps):
            return self._next if self._next is not self else home.Home(self.desk)
        self.desk.hear(Sound("record" if ended.new_best else "done"))
        shown = self._results_of[0]
        again = None if self._rival is None else self._once_more
        return results.Results(self.desk, self.game, shown, self.number, ended, goal=self.goal, again=again)

    def _kept(self, ended: Ended) -> None:
        """Tell where it is stored; what was painted freely goes into the gallery. Once: who asked for help while it
        ended comes back to it."""
        if self._was_kept:
            return
        self._was_kept = True
        ended.tell()
        made = self.game.painting
        if self.mode == "free" and self._warm_up is None and made is not None and ended.path is not None:
            painting = made(self.block.rules)
            if painting is not None:
                from games.launcher.picturing import keep

                keep(self.desk, self.game, Path(ended.path).name, painting)

    def _once_more(self) -> Screen:
        how = (self._side, self._warm_up, self._then, self.goal, self._rival)
        return Play(self.desk, self.game, self.mode, self.number, *how)
