"""A pad of large letters for typing a name; a real keyboard works too, in any script.

Holding a letter shows its variants (E: È É Ê Ë ...). The key with Á does the same for the next letter, by taps alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.canvas import Canvas
from games.kit.fingers import Command, Reading, Sample
from games.kit.geometry import Vec
from games.launcher.screens.people.letters import LETTERS, SCRIPTS, VARIANTS, capital, small
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Move
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip, width_of
from games.launcher.ui.button import Button
from games.launcher.ui.pad import field, pad
from games.launcher.ui.theme import LABEL, MARGIN, SMALL, STRIP, TITLE

LONGEST = 40  # letters of a name, the limit of profiles
HOLD = 1.0  # s that a letter is held until its variants are shown
MORE, OTHERS, SPACE = "...", "others", " "
TOGETHER = 0.2  # s; a key and the letter that it types arrive within this time


class Keypad(Page):
    """Types a name; the answer to the page below is the name, or None."""

    name = "name"

    typing = takes_text = True

    def __init__(self, desk: Desk, place: places.Naming) -> None:
        super().__init__(desk)
        self.written = place.name
        self.page = 0
        self.others = False  # the next letter shows its variants instead of being typed
        self._shown: str | None = None  # the letter whose variants are shown
        self._held: tuple[int, str, float] | None = None  # finger, letter, since when
        self._keyed: tuple[float, str] | None = None  # when a key typed a letter, and the name before it
        self.laid()

    @property
    def lively(self) -> bool:
        return self._held is not None

    def frame(self, now: float, readings: Sequence[Reading]) -> Move:
        for reading in readings:
            if isinstance(reading, Command) and reading.name == "text":
                self._text(reading.t, str(reading.value))
            elif not (isinstance(reading, Command) and reading.name == "key" and self._key(reading)):
                self._widgets.read(reading)
                self._hold(reading)
        if self._held is not None and now - self._held[2] >= HOLD:
            self._show(self._held[1])
        return self.moved()

    def leave(self) -> None:
        """Nothing to store: a name that was not confirmed is dropped."""

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", desk.say("back"), self._away, "back")]
        right = [
            Item("delete", desk.say("delete"), self._delete, "backspace"),
            Item("done", desk.say("done"), self._done, "check", main=True),
        ]
        bar, self._free = strip(left, right, size.x, min(desk.em(LABEL), 9.0), keep=36.0)
        letters = SCRIPTS.get(desk.words.language, LETTERS)
        keys = [*letters, OTHERS, SPACE] if self._shown is None else [self._shown, *VARIANTS[self._shown]]
        at = Vec(MARGIN, STRIP + LEAST_GAP)
        laid = pad(at, size - at - Vec(MARGIN, LEAST_GAP), len(keys), 10)
        self.page %= laid.pages(len(keys))
        shown = laid.shown(keys, self.page, MORE)
        out = [self._button(letter, laid.place(index), laid.side) for index, letter in enumerate(shown)]
        self._widgets.lay([*bar, *out])

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        at, room = field(canvas, desk.palette, self._free)
        words = self.written + "|" if self.written else desk.say("your name")
        least = min(desk.em(LABEL), room.y * 0.7)
        while self.written and len(words) > 2 and paper.fitted(canvas, words, room.x - 6.0, least) < least * 0.6:
            words = paper.DOTS + words.removeprefix(paper.DOTS)[1:]  # the end of the name stays visible
        em, wrap = paper.fitted(canvas, words, room.x - 6.0, least), None
        if not self.written and em < SMALL:
            em, wrap = SMALL, room.x - 6.0
        ink = desk.palette.ink if self.written else desk.palette.muted
        canvas.text(words, at + Vec(3.0, room.y / 2), em, ink, "bold", "left", wrap)
        self._widgets.draw(canvas, desk.palette)

    def _button(self, letter: str, at: Vec, size: Vec) -> Button:
        if letter == MORE:
            return Button("more letters", "", at, size, self._turn, icon="forward")
        if letter == SPACE:
            words = self.desk.say("space")
            words, icon = (words, None) if width_of(words, SMALL) <= size.x else ("", "space")
            return Button("letter space", words, at, size, lambda: self._write(SPACE), height=5.0, icon=icon)
        em = min(self.desk.em(TITLE), 12.0)
        if letter == OTHERS:
            variant = "ך" if self.desk.words.language in SCRIPTS else "Á"
            return Button("letter others", variant, at, size, self._other, main=self.others, height=em * 0.8)
        return Button(f"letter {letter}", letter, at, size, lambda: self._press(letter), height=em)

    def _hold(self, reading: Reading) -> None:
        """Watch a finger that stays on a letter with variants, until it lifts or moves away."""
        if not isinstance(reading, Sample):
            return
        if reading.phase == "down" and self._shown is None and self._held is None:
            on = next((letter for letter in VARIANTS if self._on(letter, reading.at)), None)
            self._held = (reading.finger, on, reading.t) if on is not None else None
        elif self._held is not None and reading.finger == self._held[0]:
            gone = reading.phase in ("up", "cancel") or not self._on(self._held[1], reading.at)
            self._held = None if gone else self._held

    def _on(self, letter: str, place: Vec) -> bool:
        button = self._widgets.named(f"letter {letter}")
        return button is not None and button.holds(place)

    def _key(self, command: Command) -> bool:
        """Handle a key of a real keyboard; True if it was used for the name."""
        key = str(command.value)
        before = self.written
        if len(key) == 1 and key.isalnum():
            self._write(key.upper())
        elif key == "backspace":
            self._delete()
        elif key == "escape":
            self._away()
        elif key == "enter" and self._widgets.focus is None:
            self._done()
        elif key == "space" and self._widgets.focus is None:
            self._write(SPACE)
        else:
            return False
        self._keyed = (command.t, before) if len(key) == 1 or key == "space" else None
        return True

    def _text(self, t: float, words: str) -> None:
        """Handle text typed on a real keyboard, in any script; it replaces the letter of the key event that came with it."""
        if self._keyed is not None and t - self._keyed[0] <= TOGETHER:
            self.written = self._keyed[1]
        elif words == SPACE:
            return  # the key has pressed a control
        self._keyed = None
        for letter in words:
            if letter.isprintable():
                self._write(letter, typed=True)

    def _press(self, letter: str) -> None:
        """Handle a letter of the pad: type it, or show its variants."""
        if self.others and self._shown is None and letter in VARIANTS:
            self._show(letter)
            return
        self._write(letter)
        if self._shown is not None:
            self._show(None)

    def _write(self, letter: str, typed: bool = False) -> None:
        """Append a letter: a capital at the start of a word, else a small letter, or as it was typed on a keyboard."""
        if len(self.written) < LONGEST and not (letter.isspace() and not self.written.strip()):
            first = not self.written or self.written[-1] in " -'"
            self.written += capital(letter) if first and letter != "ı" else letter if typed else small(letter)

    def _delete(self) -> None:
        self.written = self.written[:-1]

    def _other(self) -> None:
        self.others = not self.others
        self.laid()

    def _show(self, letter: str | None) -> None:
        """Show the variants of a letter, or with None all letters again."""
        self._shown, self._held, self.others, self.page = letter, None, False, 0
        self.laid()

    def _turn(self) -> None:
        self.page += 1
        self.laid()

    def _done(self) -> None:
        self.back(self.written.strip())

    def _away(self) -> None:
        if self._shown is not None:
            self._show(None)
        else:
            self.back()
