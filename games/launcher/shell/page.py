"""What every screen shares: its desk, its controls, its keys, and the one way to move on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Reading
from games.launcher.shell.desk import Desk
from games.launcher.shell.places import Back, Go, Home, Move, Over, Place, Stopped
from games.launcher.ui.button import Button
from games.launcher.ui.widgets import Controls


class Page:
    """One screen.

    A page lays out its controls in `laid`, draws itself in `draw`, and moves on
    with `go`, `over` and `back`. It knows places, never another screen.
    """

    room = ""  # the game whose room is heard
    name = ""  # what `--tell` calls it
    waiting = False  # True while a game is played: input must be answered at once
    typing = False  # True where every key is a letter
    says_unsaved = False  # it says in its own words that something is not saved yet, or has no room for that
    shows_measures = False  # it compares earlier rounds: it says so while these are being measured anew
    mirrors = True  # False where left and right are those of a table, in whichever direction is read
    takes_text = False  # True where typed text is wanted, not only key names

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._widgets = Controls(desk)
        self._move: Move = None

    @property
    def controls(self) -> Sequence[Button]:
        """The controls that can be pressed now."""
        return self._widgets.buttons

    @property
    def lively(self) -> bool:
        """Whether something on the page moves by itself."""
        return False

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        """Actions of keys that no control uses, by key name."""
        return {"escape": self.back}

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:  # noqa: ARG002 (for pages that move)
        """Take what was read since the last frame; `now` in s on the device's clock."""
        self._widgets.feed(readings, **self.shortcuts())
        return self.moved()

    def answered(self, answer: object) -> Move:  # noqa: ARG002 (for pages that wait for one)
        """The screen on top of this one has gone; this is its answer. It is laid out anew afterwards."""
        return None

    def draw(self, canvas: Canvas) -> None:
        """Draw the page; must not change anything."""
        self._widgets.draw(canvas, self.desk.palette)

    def laid(self) -> None:
        """Lay out the controls: after a change of size or scale, and when the page is shown again."""

    def leave(self) -> None:
        """The program ends while this page is open: store what must not be lost."""

    def broke(self, error: BaseException) -> Move:
        """The page raised an exception: log it, store what was played, and go to the page `Stopped`."""
        self.desk.report(error)
        return Go(Stopped())

    def go(self, place: Place) -> None:
        """Move to a place instead of this one, at the end of the frame."""
        self._move = Go(place)

    def over(self, place: Place) -> None:
        """Open a place on top of this one, at the end of the frame."""
        self._move = Over(place)

    def back(self, answer: object = None) -> None:
        """Close this page, at the end of the frame; the one below hears the answer."""
        self._move = Back(answer)

    def home(self) -> None:
        """Close everything and go Home, at the end of the frame."""
        self._move = Go(Home())

    def moved(self) -> Move:
        """The pending move; it is returned once and then cleared."""
        move, self._move = self._move, None
        return move
