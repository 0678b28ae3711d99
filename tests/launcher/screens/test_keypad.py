"""The pad on which a name is written, by fingers, by taps alone, by a real keyboard in any script."""

from __future__ import annotations

from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.screens.people.keypad import HOLD, LONGEST, Keypad
from games.launcher.screens.people.letters import LETTERS, VARIANTS, small
from games.launcher.shell import places
from games.launcher.words.saying import Words


class Pad:
    """The pad of a visitor, and the name that comes of it."""

    def __init__(self, folder: Path, size: Vec = SIZES[1], name: str = "") -> None:
        self.visit = Visit(folder, size)
        self.visit.app.go(places.Naming(name))
        screen = self.visit.app.screen
        assert isinstance(screen, Keypad)
        self.screen = screen

    def tap(self, letter: str) -> None:
        pages = 0
        while letter not in self.ids():
            self.press("more letters")
            pages += 1
            assert pages < 9, f"there is no {letter}"
        self.press(letter)

    def ids(self) -> list[str]:
        return [button.id for button in self.screen.controls]

    def press(self, name: str, seconds: float = 0.1) -> None:
        visit = self.visit
        middle = visit.desk.facing(next(button for button in self.screen.controls if button.id == name).middle)
        visit.t += 1.0
        visit.frame(Sample(visit.t, 1, "down", middle))
        for _ in range(round(seconds * 60)):
            visit.frame(drawn=False)
        visit.frame(Sample(visit.t, 1, "up", middle))

    def type(self, key: str | None, text: str) -> None:
        """A key of a real keyboard, and what it writes: the two arrive together, the text a little later."""
        visit = self.visit
        visit.t += 0.5
        if key is not None:
            visit.frame(Command(visit.t, "key", key))
            visit.frame(Command(visit.t, "key up", key))
        if text:
            visit.frame(Command(visit.t, "text", text))


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_that_is_held_shows_its_relatives_and_one_tap_writes_one(tmp_path: Path, size: Vec) -> None:
    pad = Pad(tmp_path, size, "Zo")
    pad.press("letter E", HOLD + 0.2)
    assert pad.screen.written == "Zo"
    pad.tap("letter Ë")
    assert pad.screen.written == "Zoë"
    assert "letter A" in pad.ids()


def test_every_letter_of_every_language_can_be_written_by_taps_alone(tmp_path: Path) -> None:
    pad = Pad(tmp_path, Vec(160, 96), "A")
    for letter, others in VARIANTS.items():
        pad.visit.desk.words = Words("en" if letter in LETTERS else "he")
        pad.screen.laid()
        for other in others:
            pad.screen.written = "A"
            pad.tap("letter others")
            pad.tap(f"letter {letter}")
            pad.tap(f"letter {other}")
            assert pad.screen.written == "A" + small(other)
            assert len(pad.screen.written) == 2
    assert {"ë", "ö", "ł", "ß"} <= {small(one) for others in VARIANTS.values() for one in others}


def test_a_slow_press_still_writes_and_a_letter_without_relatives_never_shows_any(tmp_path: Path) -> None:
    pad = Pad(tmp_path)
    pad.press("letter E", HOLD - 0.2)
    pad.press("letter B", HOLD + 1.0)
    assert pad.screen.written == "Eb"


def test_a_finger_that_slides_off_a_letter_shows_nothing(tmp_path: Path) -> None:
    pad, visit = Pad(tmp_path), None
    visit = pad.visit
    middle = next(button for button in pad.screen.controls if button.id == "letter E").middle
    visit.frame(Sample(visit.t, 1, "down", middle))
    visit.frame(Sample(visit.t, 1, "move", middle + Vec(0, 60)))
    for _ in range(100):
        visit.frame(drawn=False)
    assert "letter È" not in pad.ids()
    assert not pad.screen.lively


@pytest.mark.parametrize("name", ["Zoë", "Łukasz", "Жанна", "محمد", "王小明", "O'Neil", "van der Meer"])
def test_a_real_keyboard_writes_any_letter_once(tmp_path: Path, name: str) -> None:
    pad = Pad(tmp_path)
    for letter in name:
        key = "space" if letter == " " else letter.lower() if letter.isascii() and letter.isalnum() else None
        pad.type(key, letter)
    assert pad.screen.written.casefold() == name.casefold()
    assert pad.screen.written[1:3] == name[1:3]


def test_a_keyboard_whose_text_does_not_arrive_still_writes(tmp_path: Path) -> None:
    pad = Pad(tmp_path)
    for key in ("a", "n", "n", "a"):
        pad.type(key, "")
    assert pad.screen.written == "Anna"


def test_a_word_of_an_input_method_comes_whole_and_what_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    pad = Pad(tmp_path)
    pad.type(None, "小明\x00\u200b")
    assert pad.screen.written == "小明"


def test_forty_letters_are_the_most_and_what_was_written_last_is_seen(tmp_path: Path) -> None:
    pad = Pad(tmp_path, SIZES[0])
    for _ in range(LONGEST + 5):
        pad.type(None, "w")
    assert len(pad.screen.written) == LONGEST == 40
    pad.visit.frame()


def test_what_a_keyboard_writes_reaches_no_other_screen(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZES[1])
    before = visit.ids()
    visit.frame(Command(visit.t, "text", "x"))
    assert visit.ids() == before
    assert not visit.errors


def test_the_pad_has_every_letter_and_each_is_there_once() -> None:
    every = [*LETTERS, *(one for others in VARIANTS.values() for one in others)]
    assert len(set(every)) == len(every)


def test_a_name_can_be_written_in_hebrew_with_the_letters_that_end_a_word(tmp_path: Path) -> None:
    pad = Pad(tmp_path)
    pad.visit.desk.words = Words("he")
    pad.screen.laid()
    for letter in ("ח", "י", "י", "others", "מ", "ם"):
        name = f"letter {letter}"
        while name not in pad.ids():
            pad.press("more letters")
        pad.press(name)
    assert pad.screen.written == "חיים"
