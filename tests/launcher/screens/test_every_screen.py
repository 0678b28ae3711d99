"""Every screen, on every size, with letters of 100 and 200 %: all controls large enough, all words on the screen and apart."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pygame
import pytest
from challenged import round_of
from visitor import SIZES, Visit

from games.catalog import GAMES
from games.kit.geometry import Vec
from games.kit.hint import DARK
from games.launcher.challenge.exchange import export
from games.launcher.devices.pygame.letters.lettering import Lettering
from games.launcher.drawing.recording import Recording
from games.launcher.people.settings import Settings
from games.launcher.progress.challenges import Challenge
from games.launcher.progress.codes import code_of
from games.launcher.screens.play.play import Play
from games.launcher.screens.two.duel import Duel
from games.launcher.shell.assets import assets_folder, words_folder
from games.launcher.shell.display import Display
from games.launcher.ui.theme import CONTROL, PALETTES, SMALL
from games.launcher.words import ENGLISH
from games.launcher.words.languages import PSEUDO, languages, words_in
from games.pegs import GAME as PEGS

PX = 6.0
ASKED = ("settings", "feelings", "back", "beans", "start")
PAINTED = ("paint", "mode free", "start", "~", "stop", "home", "paint")
WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "levels": ("beans",),
    "how the hand feels": ASKED,
    "enough for now": (*ASKED, "pain 2", "go on"),
    "a helper is asked": (*ASKED, "pain 2", "go on", "helper"),
    "pegs": ("pegs",),
    "pegs tests": ("pegs", "mode test"),
    "gallery": ("pegs", "gallery"),
    "no free pictures": ("paint", "gallery"),
    "free pictures": (*PAINTED, "gallery"),
    "a free picture": (*PAINTED, "gallery", "picture 1"),
    "its film": (*PAINTED, "gallery", "picture 1", "film"),
    "its film rests": (*PAINTED, "gallery", "picture 1", "film", "pause"),
    "its film is over": (*PAINTED, "gallery", "picture 1", "film", "skip"),
    "painting on": (*PAINTED, "gallery", "picture 1", "paint on"),
    "deleted": (*PAINTED, "gallery", "picture 1", "delete"),
    "the test's page": ("beans", "mode test"),
    "challenge": ("beans", "mode challenge"),
    "levels of pennies": ("pennies",),
    "a test without a clock": ("pennies", "mode test", "start"),
    "pennies": ("pennies", "start"),
    "testing": ("beans", "mode test", "start"),
    "show me": ("beans", "show me"),
    "settings": ("settings",),
    "settings 2": ("settings", "reset"),
    "your data": ("settings", "your data"),
    "take along": ("settings", "your data", "take along"),
    "taken along": ("settings", "your data", "take along", "spot 0"),
    "no data here": ("settings", "your data", "bring in"),
    "bring in": ("settings", "your data", "take along", "spot 0", "spot 0", "back", "bring in"),
    "brought in": ("settings", "your data", "take along", "spot 0", "back", "bring in", "file 0"),
    "screen size": ("settings", "screen size"),
    "help": ("help",),
    **{f"help of {game.id}": (game.id, "start", "help") for game in GAMES},
    "help safety": ("help", "page safety"),
    "help keys": ("help", "page keys"),
    "help about": ("help", "page about"),
    "players": ("player",),
    "pictures": ("player", "add"),
    "player": ("player", "add", "picture boat", "player", "edit", "*"),
    "join": ("player", "add", "picture boat", "player", "add", "picture cat", "player", "edit", "*", "join"),
    "join question": (
        "player",
        "add",
        "picture boat",
        "player",
        "add",
        "picture cat",
        "player",
        "edit",
        "*",
        "join",
        "*",
    ),
    "name": ("player", "add", "picture boat", "player", "edit", "*", "name"),
    "question": ("player", "add", "picture boat", "player", "edit", "*", "erase"),
    "play": ("start",),
    "paused": ("start", "pause"),
    "results": ("start", "!"),
    "today": ("today",),
    "the day before": ("today", "day before"),
    "from a friend": ("today", "friend"),
    "files from a friend": ("@", "today", "friend"),
    "a file from a friend": ("@", "today", "friend", "file 0"),
    "enter a code": ("today", "friend", "enter code"),
    "received": ("today", "friend", "enter code", "code"),
    "another code": ("today", "friend", "enter code", "other"),
    "playing for a goal": ("today", "pegs"),
    "results of a goal": ("today", "pegs", "!"),
    "challenge a friend": ("today", "pegs", "!", "friend"),
    "challenge a friend by file": ("today", "pegs", "!", "friend", "save file"),
    "no scores": ("pegs", "scores"),
    "scores": ("pegs", "start", "!", "home", "pegs", "scores"),
    "family": ("pegs", "start", "!", "home", "pegs", "scores", "family scores"),
    "a challenge that can be sent": ("pegs", "mode challenge", "start", "!", "home", "pegs", "scores"),
    "no practice": ("progress",),
    "no movements": ("progress", "page movements"),
    "no charts": ("progress", "page charts"),
    "the week": ("pegs", "start", "!", "home", "progress"),
    "my days": ("progress", "my days", "day 2"),
    "movements": ("pegs", "start", "!", "home", "progress", "page movements", "in all"),
    "charts": ("pegs", "start", "!", "home", "progress", "page charts", "measure"),
    "report": ("progress", "page report"),
    "a report is saved": ("pegs", "start", "!", "home", "progress", "page report", "save report"),
    "two players": ("player", "two"),
    "duel": ("player", "two", "start"),
    "together": ("player", "two", "together", "start"),
    "a duel paused": ("player", "two", "start", "pause"),
    "results of a duel": ("player", "two", "start", "!", "again", "!"),
    "results together": ("player", "two", "together", "start", "!"),
    "rest": ("pegs", "start", "!", "&", "again"),
    "resting": ("pegs", "start", "!", "&", "again", "rest"),
    "results in a mix": ("today", "mix", "!"),
}
DENSE = ("home", "levels", "settings", "settings 2", "help safety", "help keys", "paused", "results", "today", "report")
CODE = code_of(Challenge("pegs", 1, 41, PEGS.version, points=607))


@cache
def letters() -> Lettering:
    pygame.font.init()
    return Lettering(assets_folder() / "fonts")


class Measuring(Recording):
    """A canvas without pixels that knows how wide the real letters are."""

    def text_size(self, words: str, height: float, weight: Any = "regular", wrap: float | None = None) -> Vec:
        wide, high = letters().size(words, max(1, round(height * PX)), weight, None if wrap is None else int(wrap * PX))
        return Vec(wide / PX, high / PX)


def walk(folder: Path, size: Vec, text: int, way: tuple[str, ...], language: str = "en") -> Visit:
    visit = Visit(folder, size, canvas=Measuring(size))
    visit.stick.mkdir()
    visit.desk.words = words_in(language, words_folder())
    visit.desk.display = Display("test", size, PX, False)
    visit.desk.settings = Settings(told=True, text=text)
    visit.app.screen.laid()
    for name in way:
        screen = visit.app.screen
        if name == "!" and isinstance(screen, Duel):
            for half in screen.both:
                half.block.level = replace(half.block.level, seconds=5.0)
            visit.play_two("steady", "weak")
        elif name == "!":
            # Two repetitions fill a card of results as well as a whole round does.
            assert isinstance(screen, Play)
            screen.level = screen.block.level = replace(screen.level, reps=2, seconds=None, longest=None)
            visit.play(frames=30_000)
        elif name == "~":
            visit.paint()
        elif name == "&":
            visit.desk.sitting.since_rest = 300.0
        elif name == "@":
            send(folder / "data" / "sent")
        elif name in ("code", "other"):
            visit.keys(*(CODE if name == "code" else CODE[::-1]).lower())
        else:
            visit.press(next(one for one in visit.ids() if one.startswith("player ")) if name == "*" else name)
    visit.wait()
    if "more" not in visit.ids():
        visit.frame()
    return visit


@cache
def exported() -> bytes:
    """A file of a challenge. Made once: it is judged before it is written."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.hpc"
        export(*round_of(), path)
        return path.read_bytes()


def send(folder: Path) -> None:
    """Files of challenges that lie where they are looked for."""
    folder.mkdir(parents=True)
    for number in range(7):
        (folder / f"Pegs 607 points 2026-11-{number + 11}.hpc").write_bytes(exported())


def boxes(canvas: Recording) -> list[tuple[str, float, float, float, float, float]]:
    out = []
    for _, words, at, height, _, weight, anchor, wrap in canvas.named("text"):
        size = canvas.text_size(words, height, weight, wrap)
        left = at.x - {"left": 0.0, "centre": size.x / 2, "right": size.x}[anchor]
        out.append((words, left, at.y - size.y / 2, size.x, size.y, height))
    return out


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.x:.0f}x{size.y:.0f}")
@pytest.mark.parametrize("name", WAYS)
def test_nothing_is_small_clipped_or_overlapping(tmp_path: Path, name: str, size: Vec, text: int) -> None:
    all_is_clear(walk(tmp_path, size, text, WAYS[name]))


def all_is_clear(visit: Visit) -> None:
    """Controls and words are large enough, on the screen and apart."""
    size = visit.size
    buttons = visit.app.screen.controls
    assert buttons
    for index, button in enumerate(buttons):
        assert min(button.size) >= CONTROL - 1e-9, button.id
        assert button.at.x >= -1e-6 <= button.at.y, button.id
        end = button.at + button.size
        assert end.x <= size.x + 1e-6, button.id
        assert end.y <= size.y + 1e-6, button.id
        for other in buttons[index + 1 :]:
            apart_x = max(button.at.x, other.at.x) - min(end.x, (other.at + other.size).x)
            apart_y = max(button.at.y, other.at.y) - min(end.y, (other.at + other.size).y)
            assert max(apart_x, apart_y) >= 3 - 1e-6, (button.id, other.id)
    found = boxes(visit.canvas)
    for index, (words, x, y, wide, high, em) in enumerate(found):
        assert em >= SMALL * 0.97, (words, em)
        assert x >= -0.3, words
        assert x + wide <= size.x + 0.3, words
        assert y + high * 0.2 >= 0, words
        assert y + high * 0.8 <= size.y + 0.1, words
        for other, x2, y2, wide2, high2, _ in found[index + 1 :]:
            across = x < x2 + wide2 and x2 < x + wide
            along = y + high * 0.2 < y2 + high2 * 0.8 and y2 + high2 * 0.2 < y + high * 0.8
            assert not (across and along), (words, other)


# What stands on a screen and is in no language: names of files and folders, codes, keys of letters, the program's name.
NO_WORDS = re.compile(
    r"Handplay|^sent$|stick|[-0-9 ]*\.json|Pegs \d+ points [-0-9]*(\.hpc)?|Report [-0-9]*\.html|[\w/]*/\S*|\b[0-9A-Z]{4}( [0-9A-Z]{4}){2}\b"
)


def broken(canvas: Recording) -> list[str]:
    """Words that are wider than their line, so that they are broken within."""
    out = []
    for _, words, _, height, _, weight, _, wrap in canvas.named("text"):
        if wrap is not None:
            words = re.sub(r"\S*/\S*", "", words)  # names of folders are broken where they must be
            out += [word for word in words.split() if canvas.text_size(word, height, weight).x > wrap + 1 / PX]
    return out


def checked_too(name: str) -> list[str]:
    """The longest language, the one from right to left, and in turn one of the others; where most stands, all of them."""
    there = [one for one in languages(words_folder()) if one not in (ENGLISH, PSEUDO)]
    always, others = [one for one in there if one in ("de", "he")], [one for one in there if one not in ("de", "he")]
    if name in DENSE or not others:
        return there
    return [*always, others[list(WAYS).index(name) % len(others)]]


@pytest.mark.parametrize("size", [Vec(143, 86), Vec(217, 136)], ids=["small", "usual"])
@pytest.mark.parametrize("name", WAYS)
def test_in_a_longer_language_nothing_is_clipped_or_cut_and_no_english_is_left(
    tmp_path: Path, name: str, size: Vec
) -> None:
    visit = walk(tmp_path, size, 100, WAYS[name], "pseudo")
    all_is_clear(visit)
    for words in visit.words():
        assert words.count("[") == words.count("]"), words
        assert not re.search(r"[A-Za-z]{2}", NO_WORDS.sub("", words)), words
    for language in checked_too(name):
        visit.desk.words = words_in(language, words_folder())
        visit.app.screen.laid()
        visit.frame()
        all_is_clear(visit)
        assert not [words for words in visit.words() if "\u2026" in words]  # cut
        assert not broken(visit.canvas)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", PALETTES)
def test_colours_stand_out_as_far_as_promised(name: str) -> None:
    palette = PALETTES[name]
    for ground in (palette.background, palette.surface):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.muted, ground) >= 7
        assert contrast(palette.primary, ground) >= 3
        assert contrast(palette.border, ground) >= 3
        assert contrast(palette.focus, ground) >= 3
    assert contrast(palette.on_primary, palette.primary) >= 7
    # Every light on the table has a dark rim: one of both stands out from whatever lies there.
    assert max(contrast(palette.light, palette.table), contrast(DARK, palette.table)) >= 3
    assert contrast(palette.light, DARK) >= 7


@pytest.mark.parametrize("high", [80.0, 82.0, 84.0])
def test_under_the_bar_of_a_small_desktop_the_games_still_stand_apart_with_their_pictures(
    tmp_path: Path, high: float
) -> None:
    visit = walk(tmp_path, Vec(143, high), 100, ())
    games = [visit.app.screen.controls[visit.ids().index(game.id)] for game in GAMES]
    for index, one in enumerate(games):
        assert min(one.size) >= CONTROL - 1e-9
        for other in games[index + 1 :]:
            apart = max(
                abs(one.middle.x - other.middle.x) - one.size.x, abs(one.middle.y - other.middle.y) - one.size.y
            )
            assert apart >= -1e-6, (one.id, other.id)
    names = [box for box in boxes(visit.canvas) if box[0] in {game.title for game in GAMES}]
    assert len(names) == len(GAMES)
    for index, (words, x, y, wide, high_, em) in enumerate(names):
        assert em >= SMALL * 0.97
        for other, x2, y2, wide2, high2, _ in names[index + 1 :]:
            assert x >= x2 + wide2 or x2 >= x + wide or y >= y2 + high2 * 0.8 or y2 >= y + high_ * 0.8, (words, other)
    assert {f"tiles/{game.id}" for game in GAMES} <= {one[1] for one in visit.canvas.drawn if one[0] == "picture"}
