"""One control of a screen: its place, its label, and its action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from games.kit.geometry import Vec
from games.launcher.ui.theme import LABEL

TRACK_SIDE = 9.0  # mm from each end of a slider to its track


@dataclass(frozen=True)
class Button:
    """One control. `at` is its upper left corner, in mm of the window."""

    id: str
    label: str
    at: Vec
    size: Vec
    act: Callable[[], None]
    main: bool = False  # drawn filled: the main action of the screen
    chosen: bool = False
    at_once: bool = False  # acts without the guard against second taps, unless it appeared under the finger
    bare: bool = False  # draws no key: a picture takes its place
    height: float = LABEL  # largest em of its words
    icon: str | None = None
    on: bool | None = None  # state of a switch; None: not a switch
    share: float | None = None  # value of a slider, 0 to 1; None: not a slider
    slide: Callable[[float], None] = field(default=lambda _share: None)
    note: str = ""  # smaller words under or beside the label, such as the present choice

    def holds(self, place: Vec) -> bool:
        """Whether a point lies on the control."""
        x, y = place.x - self.at.x, place.y - self.at.y
        return 0 <= x <= self.size.x and 0 <= y <= self.size.y

    def slide_to(self, place: Vec) -> None:
        """Move its slider, if it has one, to the finger."""
        if self.share is not None:
            room = self.size.x - 2 * TRACK_SIDE
            self.slide(min(1.0, max(0.0, (place.x - self.at.x - TRACK_SIDE) / room)))

    @property
    def middle(self) -> Vec:
        """The centre, in mm of the window."""
        return self.at + self.size * 0.5


def topmost(buttons: Sequence[Button], place: Vec) -> Button | None:
    """The control that a press at this point hits, or None."""
    return next((button for button in reversed(buttons) if button.holds(place)), None)
