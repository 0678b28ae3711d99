"""Play: one block on the table, with Pause, Stop, Help and Skip always in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.gallery.picturing import keep_made
from games.launcher.gallery.saving import save_sheet
from games.launcher.round.beginning import begin
from games.launcher.round.edges import Edges
from games.launcher.round.ended import Ended
from games.launcher.round.telling import Saying, Telling
from games.launcher.screens.play import play_drawn
from games.launcher.screens.play.lesson import Lesson
from games.launcher.screens.play.offer import Offer
from games.launcher.screens.play.orders import order
from games.launcher.screens.play.pausing import Countdown, round_card
from games.launcher.screens.play.seen import Seen
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.key_pointer import KeyPointer
from games.launcher.shell.outbox import TakePicture
from games.launcher.shell.page import Page
from games.launcher.shell.places import Back, Go, Move
from games.launcher.shell.sound import Sound
from games.launcher.shell.work import Work
from games.launcher.ui import over_table
from games.launcher.ui.arranging import Item, strip
from games.launcher.ui.facing import arrow
from games.launcher.ui.theme import BODY, STRIP

RING_ROOM = 46.0  # mm in the strip for the ring and its number


class Play(Page):
    """One block, from the first touch to the results (see `places.Playing`)."""

    name = "play"
    waiting = True

    def __init__(self, desk: Desk, place: places.Playing | places.Resumed) -> None:
        super().__init__(desk)
        resumed = None if isinstance(place, places.Playing) else place.again
        self.place = place if isinstance(place, places.Playing) else places.Playing(place.game, "free", 1)
        begun = begin(desk, self.place, desk.display.size - Vec(0, STRIP), resumed)
        self.game, self.block, self.session, self.ghost = begun.game, begun.block, begun.session, begun.ghost
        self.level, self.mode, self.number = begun.block.level, self.place.mode, self.place.number
        self.goal, self.room, played = self.place.goal, self.game.id, self.place.warm_up is None
        self._resuming, self._was_kept = resumed is not None, False
        self._asking, self._now = False, 0.0  # whether it asks if a test is to be stopped; the time of this frame
        self._commands: list[Reading] = []
        self._edges, self._countdown = Edges(), Countdown(desk)
        self.offer = Offer(self.block, self.mode if played else "", begun.coach, self._show, self._skip)
        self.seen, self.lesson = Seen(self.block), Lesson(desk, self.block, self.mode if played else "")
        self.session.before_stored = lambda: self._telling.tell()  # all that waits is then on the disk
        self._telling, self.saying = Telling(desk, self.game, self.block, self.session), Saying()
        self._ending: Work | None = None  # set while the ended block is being scored and stored
        self.keys = KeyPointer(Vec(0, 0), Vec(1, 1))
        self.laid()
        self.keys.at = self.origin + self.block.table.size * 0.5
        if self.goal is not None and (asked := self.goal.asked(desk.say)) is not None:
            self.saying.say(asked)

    @property
    def lively(self) -> bool:
        return not self.block.paused or self._countdown.runs

    def laid(self) -> None:
        desk, size, table = self.desk, self.desk.display.size, self.block.table.size
        self.origin = play_drawn.table_at(size, table)
        self.keys.least, self.keys.most = self.origin, self.origin + table
        keys = [
            Item("pause", desk.say("pause"), self._pause, "pause", main=True, at_once=True),
            Item("stop", desk.say("stop"), self._stop, "stop", at_once=True),
            Item("help", desk.say("help"), self._help, "help"),
            Item("skip", desk.say("skip"), self._skip, "skip", at_once=True),
        ]
        keys = self.offer.keys(desk.say, keys)
        buttons, self.free = strip(
            [], keys, size.x, min(desk.em(BODY), 9.0), keep=RING_ROOM - (13.0 if self.offer.shown else 0.0)
        )
        if self._countdown.runs:
            buttons = []
        elif self.block.paused:
            acts = {"carry on": self._carry_on, "stop": self._stop, "start again": self._again}
            acts |= {"show me": self._show, "help": self._help}
            self.card = round_card(desk, acts, self._asking)
            buttons = list(self.card.keys)
        self._widgets.lay(buttons)

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        self._now = now
        if self._resuming:
            self._resume(now)
        if self._ending is not None:
            return self._ended()
        passed = self._passed(now, readings)  # this may give commands too
        passed, self._commands, was_paused = [*passed, *self._commands], [], self.block.paused
        self.block.advance(now, passed)
        self.session.note()
        self.seen.look()
        self.lesson.look()
        if self.ghost is not None:
            self.ghost.follow(self.block)
        if self.block.finished:
            return self._ended()
        self._tell()
        if self.offer.changed():
            self.laid()
            if self.offer.shown:
                self.saying.say(self.offer.words(self.desk.say, self.keys.used))
        self.saying.frame(now)
        if self.block.paused != was_paused:
            self.keys.forget()
            self.laid()
        return self.moved()

    def _passed(self, now: float, readings: Sequence[Reading]) -> list[Reading]:
        """What the table gets of these readings; the rest is for the controls and the keys."""
        passed: list[Reading] = []
        for reading in readings:
            if isinstance(reading, Sample):
                if not self._widgets.read(reading) and self._on_table(reading):
                    passed.append(self._placed(reading, self.desk.facing(reading.at)))
            elif reading.name == "lost":
                self._pause(by_player=False)
            elif reading.name == "stalled":
                passed.append(reading)
            elif reading.name == "wheel" and not self.block.paused:
                passed.append(Command(reading.t, "turn", reading.value))
            elif reading.name in ("key", "key up"):
                passed += self._key(reading)
        if not self.block.paused:
            passed += [self._placed(sample, sample.at) for sample in self.keys.glide(now)]
        if self._countdown.over(now):
            self._commands.append(self._countdown.resumed(now))
        return passed

    def _resume(self, now: float) -> None:
        """Continue a replayed block from here."""
        self._resuming = False
        self.session.goes_on()
        self._telling = Telling(self.desk, self.game, self.block, self.session, silent=True)
        self.block.feed(Command(self.block.now, "pause"))
        self.block.advance(now, [Command(now, "resume")])
        self.laid()

    def draw(self, canvas: Canvas) -> None:
        play_drawn.draw_table(canvas, self)
        if self.keys.used and not self.block.paused:
            over_table.draw_pointer(canvas, self.desk, self.desk.facing(self.keys.at))
        left, taken = self._countdown.left(self._now), self.desk.outbox.asks(TakePicture)
        if self.block.paused and left is not None:
            play_drawn.draw_counting(canvas, self.desk, left)
        elif self.block.paused and self._ending is None:  # paused and stopped in one frame has no card
            self.card.draw(canvas, self.desk)
        elif self.saying.words is not None and not taken:  # no message on a picture that is being saved
            over_table.draw_said(canvas, self.desk, self.saying.words)
        else:
            self.seen.draw(canvas, self.desk, self.origin)
            self.lesson.draw(canvas, self.origin, said=not self.seen.places and not taken)
        play_drawn.draw_keys(canvas, self, self._widgets)

    def leave(self) -> None:
        """Stop and store what was played."""
        if self._ending is not None:
            self._kept(self._ending.result())
        elif not self.block.finished:
            self.block.advance(self._now, [Command(self._now, "stop")])
            self._kept(self.session.end())

    def broke(self, error: BaseException) -> Move:
        """The game raised an exception: store every repetition and go to the page `Stopped`."""
        self.desk.report(error)
        self.block.finished = self.block.stopped = True
        try:
            ended: Ended = self.session.end() if self._ending is None else self._ending.result()
            ended.tell()
        except Exception as another:  # its journal remains, and the next start stores the round
            self.desk.report(another)
            return Go(places.Stopped())
        return Go(places.Stopped(ended))

    def _on_table(self, sample: Sample) -> bool:
        """Whether a contact counts, and does not come from a hand resting at the edge."""
        meant = self._edges.meant(sample, self.desk.display.size)
        self.session.strays = self._edges.strays
        return meant

    def _placed(self, sample: Sample, at: Vec) -> Sample:
        """A sample at this place of the window, as the table takes it."""
        return Sample(sample.t, sample.finger, sample.phase, at - self.origin, sample.device)

    def _key(self, command: Command) -> list[Reading]:
        """Handle a key; unless the game is paused, arrows and Space move and press the key pointer."""
        key = str(command.value)
        own = arrow(key) if self.desk.mirrored else key  # the table is not mirrored, whatever is around it
        if command.name == "key up":
            self.keys.release(own)
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
        elif (ordered := order(key, command.t)) is not None:
            return [ordered]
        else:
            return [self._placed(sample, sample.at) for sample in self.keys.press(own, command.t) or []]
        return []

    def _pause(self, by_player: bool = True) -> None:
        self._countdown.stop()
        if self.block.paused:
            self.laid()
        else:
            self._commands.append(self._countdown.pause(self._now, by_player))

    def _carry_on(self) -> None:
        if self.block.paused and not self._countdown.runs:
            self._asking = False
            self._countdown.begin(self._now)
            self.laid()

    def _stop(self) -> None:
        """Stop the round; a test pauses and asks first, so that one accidental touch does not end it."""
        if self.mode == "test" and self.place.warm_up is None and not self.block.paused:
            self._asking = True
            self._pause()
            return
        self._commands.append(Command(self._now, "stop"))

    def _skip(self) -> None:
        self._commands.append(Command(self._now, "skip"))

    def _help(self) -> None:
        if not self.block.paused:
            self.block.advance(self._now, [self._countdown.pause(self._now)])
            self.laid()
        self._countdown.stop()
        self.over(places.Help(self.game.id))

    def _show(self) -> None:
        if not self.block.paused:
            self.block.advance(self._now, [self._countdown.pause(self._now)])
        self.laid()
        self.over(places.Demo(self.place))

    def answered(self, answer: object) -> Move:
        """After a demo or Help: play on."""
        if answer == places.NOW_YOU:
            self._carry_on()
        return None

    def _again(self) -> None:
        self._stop()  # the round is stored when the stop is handled, in this frame
        self.go(self.place)

    def _tell(self) -> None:
        """Tell and sound what is new; it is already in the journal, so that nothing told can be lost."""
        _, cues = self._telling.new(self.origin)
        if any(cue.name == "save" for cue in cues):
            self.saying.saving = save_sheet(self.desk, self.game, self.block.rules, self.origin) or self.saying.saving

    def _ended(self) -> Move:
        # Measuring a long block takes longer than a frame: it runs on another thread while the table stays visible.
        self._ending = self._ending or self.desk.beside(self.session.end)
        if not self._ending.done():
            return None
        ended: Ended = self._ending.result()
        # The last rep is told with the results, so that a script does not look for a next movement in between.
        self._tell()
        self._kept(ended)
        stopped, then = self.block.stopped, self.place.then
        if not stopped and then == "back":
            return Back(ended)
        if stopped and self._move is not None:
            return self.moved()
        if stopped and not self.block.table.reps:
            return Go(places.Home())
        self.desk.hear(Sound("record" if ended.new_best else "done"))
        return Go(places.Results(self.place, ended, more=then == "more" and not stopped))

    def _kept(self, ended: Ended) -> None:
        """Tell once where it is stored; a free picture goes into the gallery."""
        if self._was_kept:  # this page is shown again if Help was opened while the block ended
            return
        self._was_kept = True
        ended.tell()
        self.lesson.keep()
        if self.mode == "free" and self.place.warm_up is None and ended.path is not None:
            keep_made(self.desk, self.game, self.block.rules, Path(ended.path).name)
