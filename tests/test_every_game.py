"""The contract, for every game and level in the catalog, and for the null game."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from string import Formatter

import null_game
import pytest
from plain_player import FORMS, Player

from games.catalog import GAMES
from games.kit.block import Block, replayed
from games.kit.brought import COUNTED, MOST_HELP, PICTURE
from games.kit.fingers import Command, Reading, Sample
from games.kit.game import BOARD, RATE, AnyGame, AnyLevel
from games.kit.geometry import Vec, distance
from games.kit.task import Cue, Lift, Outcome, Task, Track
from games.launcher.drawing.recording import Recording
from games.launcher.progress.codes import MOST_GAMES
from games.launcher.scoring.block import judge
from games.launcher.shell.sound import heard
from games.launcher.ui.theme import PALETTES

ASSETS = Path(__file__).parents[1] / "assets"
ROOM = Vec(217, 114)
ALL = (null_game.GAME, *GAMES)
CASES = [
    pytest.param(game, level, size, id=f"{game.id}-{level.title}")
    for game in ALL
    for levels, size in ((game.levels, ROOM), (game.tests, BOARD), (game.challenges, BOARD), ((game.free,), ROOM))
    for level in levels
    if level is not None
]
BANNED = re.compile(r"\b(fail|wrong|lose|lost|bad|treat|cure|heal|diagnos|improve|recover|clinical)", re.IGNORECASE)


def wild(seed: int, size: Vec, seconds: float) -> list[Reading]:
    """Fingers that do anything: long drags, taps, lost lifts, many at once, now and then a pause."""
    rng, out, t = Random(seed), [], 0.0
    while t < seconds:
        t += rng.random() * 0.06
        finger = int(rng.random() * 4)
        phase = ("down", "move", "move", "move", "up", "cancel", "hover")[int(rng.random() * 6.2)]
        at = Vec(rng.random() * size.x * 1.2 - size.x * 0.1, rng.random() * size.y * 1.2 - size.y * 0.1)
        if rng.random() < 0.01:
            out += [Command(t, "pause"), Command(t + 0.01, "resume")]
        out.append(Sample(t, finger, phase, at, "mouse" if phase == "hover" else "touch"))  # type: ignore[arg-type]
    return out


def play(game: AnyGame, level: AnyLevel, size: Vec, seed: int, readings: list[Reading], rate: float = 60.0) -> Block:
    block, frame, i = Block(game, level, seed, size, ("tap",)), 0, 0
    while i < len(readings) and not block.finished:
        frame += 1
        due = i
        while due < len(readings) and readings[due].t <= frame / rate:
            due += 1
        block.advance(frame / rate, readings[i:due])
        i = due
    return block


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_wild_fingers_break_nothing_and_replay_the_same(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    for seed in range(4):
        block = play(game, level, size, seed, wild(seed + 50, size, 12.0))
        for rep in block.table.reps:
            assert rep.asked <= rep.began <= rep.let_go <= rep.ended <= block.now
            assert rep.outcome is Outcome.INTERRUPTED or rep.fingers
            assert getattr(rep.task, "width", 1.0) > 0
        again = replayed(game, level, seed, size, block.trace, block.steps, block.aids)
        assert again.table.reps == block.table.reps
        assert again.played == block.played
        assert [(c.t, c.name) for c in again.table.cues] == [(c.t, c.name) for c in block.table.cues]
        judged = judge(block.table.reps, block.played)
        assert judged == judge(again.table.reps, again.played)
        assert 0 <= judged.score.precision <= 100
        assert judged.score.points >= 0


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_frames_of_any_length_give_the_same_reps(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    readings = [r for r in wild(9, size, 8.0) if isinstance(r, Sample)]
    blocks = [play(game, level, size, 3, readings, rate) for rate in (24.0, 60.0, 144.0, 240.0)]
    shortest = min(block.steps for block in blocks)
    ends = [[rep for rep in block.table.reps if rep.ended * RATE <= shortest] for block in blocks]
    assert ends[0] == ends[1] == ends[2] == ends[3]


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_without_a_finger_something_is_asked_and_nothing_happens(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    block = Block(game, level, 1, size)
    for frame in range(1, 300):
        block.advance(frame / 60)
    assert block.table.reps == []
    assert not block.finished
    assert block.table.asked


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_drawing_changes_nothing(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    block = Block(game, level, 1, size, ("tap",))
    readings, at = wild(3, size, 6.0), 0
    for frame in range(1, 360):
        due = [r for r in readings[at:] if r.t <= frame / 60]
        at += len(due)
        block.advance(frame / 60, due)
        if frame % 45 == 0:
            before = repr(vars(block.rules)), block.table.rng.getstate()
            canvas = Recording(size)
            game.draw(block.rules, canvas)
            assert canvas.drawn
            assert repr(vars(block.rules)) == before[0]
            assert block.table.rng.getstate() == before[1]


def where_it_starts(task: Task, otherwise: Vec) -> Vec:
    """Where a finger is put down to begin this task."""
    if isinstance(task, Track) and isinstance(task.curve[0][1], Vec):
        return task.curve[0][1]
    if isinstance(task, Lift) and task.spots:
        return task.spots[task.finger]
    places = [getattr(task, name, None) for name in ("start", "centre")]
    return next((place for place in places if isinstance(place, Vec)), otherwise)


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_a_pause_in_mid_rep_interrupts_it_and_asks_again(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    block = Block(game, level, 2, size)
    block.advance(0.1)
    start = where_it_starts(block.table.asked[0], Vec(size.x / 2, size.y / 2))
    block.advance(0.2, [Sample(0.15, 1, "down", start)])
    block.advance(0.4, [Sample(0.3, 1, "move", start + Vec(3, 0)), Command(0.39, "pause")])
    assert block.paused
    assert [rep.outcome for rep in block.table.reps] == [Outcome.INTERRUPTED]
    assert block.table.asked
    assert block.progress[0] == 0 or level.seconds is not None
    still = block.steps
    block.advance(0.9)
    assert block.steps == still


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_settings_are_frozen_numbers_and_an_end_is_set(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    assert is_dataclass(level.settings)
    assert level.settings.__dataclass_params__.frozen
    for field in fields(level.settings):
        assert isinstance(getattr(level.settings, field.name), int | float | str | bool)
    assert level is game.free or (level.reps is None) != (level.seconds is None)


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_a_game_says_what_it_practises_in_kind_words(game: AnyGame) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", game.id)
    assert game.version >= 1
    assert game.fingers >= 1
    titles = [level.title for level in (*game.levels, *game.tests, *game.challenges)]
    assert game.levels
    for words in (game.title, game.practises, *titles):
        assert words.strip()
        assert not BANNED.search(words), words


def test_every_game_has_an_id_and_a_number_in_codes_of_its_own() -> None:
    assert len({game.id for game in ALL}) == len(ALL)
    assert len({game.code for game in ALL}) == len(ALL)
    assert all(0 <= game.code < MOST_GAMES for game in ALL)


TOLD = {"count", "whole", "seconds", "mm", "percent"}  # what a game's own `told` puts into its sentences


def _given(game: AnyGame, name: str) -> set[str]:
    """The values that a sentence of this name is given: of a round, of the finest that was mastered, or none."""
    finest = None if game.fitting is None else game.fitting.finest
    mastered = set() if finest is None else {found.word for level in game.levels if (found := finest(level.settings))}
    return {"value"} if name in mastered else TOLD if name.startswith(("told", "short")) else set()


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_a_game_brings_the_sentences_that_are_asked_of_it(game: AnyGame) -> None:
    for name, message in game.words.items():
        for sentence in (message,) if isinstance(message, str) else message:
            values = {value for _, value, _, _ in Formatter().parse(sentence) if value is not None}
            assert values == {"count"} if name.startswith(COUNTED) else values <= _given(game, name)
            assert sentence.strip() == sentence != ""
            assert not BANNED.search(sentence), sentence
    assert COUNTED in game.words
    for name in (COUNTED, f"{COUNTED} free"):
        assert not isinstance(game.words.get(name, ()), str)  # one sentence for one, another for many
    if game.gallery is not None and game.gallery.free is not None:
        assert game.words[PICTURE]


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_help_of_a_game_explains_that_game(game: AnyGame) -> None:
    assert 1 <= len(game.help) <= MOST_HELP
    for icon, sentence in game.help:
        assert (ASSETS / "icons" / f"{icon}.svg").is_file(), icon
        assert 0 < len(game.words[sentence]) <= 48
    said = {game.words[sentence] for _, sentence in game.help}
    assert len(said) == len(game.help)
    for other in ALL:
        assert other is game or said != {other.words[sentence] for _, sentence in other.help}


def luminance(colour: str) -> float:
    """As WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_the_colour_of_a_game_is_seen_on_every_ground(game: AnyGame) -> None:
    assert re.fullmatch(r"#[0-9A-F]{6}", game.accent)
    for palette in PALETTES.values():
        low, high = sorted((luminance(game.accent), luminance(palette.surface)))
        assert (high + 0.05) / (low + 0.05) >= 3.0
    assert [other.accent for other in ALL].count(game.accent) == 1


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_the_tile_of_a_game_is_drawn_round_its_middle(game: AnyGame) -> None:
    canvas = Recording(ROOM)
    game.tile(canvas, Vec(60, 50), 40.0)
    assert canvas.drawn
    for kind, *about in canvas.drawn:
        if kind == "picture":
            assert (ASSETS / "images" / f"{about[0]}.png").is_file()
            assert about[1:3] == [Vec(60, 50), 40.0]
        if kind == "circle":
            assert distance(about[0], Vec(60, 50)) + about[1] <= 20.0


@pytest.mark.parametrize("game", ALL, ids=lambda game: game.id)
def test_the_sounds_that_are_a_game_s_own_are_there(game: AnyGame) -> None:
    assert (game.voice.name == "") == (game.voice.cues == ())
    for cue in game.voice.cues:
        for sound in heard(Cue(0.0, cue, Vec(1, 1)), 3, 100.0, game.voice):
            assert (ASSETS / "sounds" / f"{sound.name}.ogg").is_file(), sound.name


@pytest.mark.parametrize("game", [game for game in ALL if game.gallery is not None], ids=lambda game: game.id)
def test_what_a_game_leaves_for_its_gallery_can_be_drawn(game: AnyGame) -> None:
    gallery = game.gallery
    assert gallery is not None
    assert (gallery.finished, gallery.free, gallery.tower) != (None, None, None)
    if gallery.finished is not None:
        levels = (*game.levels, *game.tests, *game.challenges)
        drawn = [made for level in levels if (made := gallery.finished(level.settings, 5)) is not None]
        assert drawn
        for draw in drawn:
            canvas = Recording(Vec(40, 40))
            draw(canvas)
            assert canvas.drawn
    if gallery.free is not None:
        assert game.free is not None
        table = Block(game, game.free, 1, ROOM).rules
        there = gallery.free.sheet(table)
        assert there is not None
        corner, size = there
        assert 0 <= corner.x < corner.x + size.x <= ROOM.x
        assert 0 <= corner.y < corner.y + size.y <= ROOM.y
        assert gallery.free.painting(table) is None
        assert all(gallery.free.sheet(Block(game, level, 1, ROOM).rules) is None for level in game.levels)
    if gallery.tower is not None:
        canvas = Recording(ROOM)
        gallery.tower(canvas, Vec(50, 90), 10.0, 60.0, 2)
        assert canvas.drawn


def test_the_launcher_knows_no_game_by_its_id() -> None:
    heard_by_all = "paint"  # a cue that any game may give
    named = re.compile(r"([a-z ]{0,12}[ /])?(" + "|".join(game.id for game in GAMES) + ")")
    for path in sorted((Path(__file__).parents[1] / "games" / "launcher").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = named.fullmatch(node.value)
                assert found is None or (path.parent.name, node.value) == ("sound", heard_by_all), (
                    f"{path}: {node.value}"
                )


BEYOND = {("null", "Ten seconds", "slow"): "the piece lies 110 mm from its goal, and ten seconds at 6 mm/s are 60 mm"}
LONG = 300.0  # s of block time that one or two movements of one level may take anybody


def shortened(game: AnyGame, level: AnyLevel) -> AnyLevel:
    """The same level with as few reps as show it: of dough one, which takes many movements."""
    if level.seconds is not None:
        return level
    few = 1 if game.id == "dough" and level is not game.free else 2
    return replace(level, reps=min(few, level.reps or few))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_every_level_comes_off_in_every_form(game: AnyGame, level: AnyLevel, size: Vec, form: str) -> None:
    if (game.id, level.title, form) in BEYOND:
        return
    block = Block(game, shortened(game, level), 3, size, Player.aids(form))
    Player(block, form).play(LONG)
    ended = [rep.outcome for rep in block.table.reps if rep.outcome is not Outcome.INTERRUPTED]
    assert block.finished
    assert ended.count(Outcome.DONE) >= max(1, 0.6 * len(ended)), ended


@pytest.mark.parametrize(("game", "level", "size"), CASES)
def test_every_level_ends_for_a_hand_that_only_passes_over(game: AnyGame, level: AnyLevel, size: Vec) -> None:
    if level is game.free:
        return
    skips = Block(game, level, 1, size, ("tap",))
    skips.advance(0.1)
    for frame in range(2, 2000):
        skips.advance(frame / 10, [Command(frame / 10, "skip"), Sample(frame / 10, 1, "hover", Vec(1, 1))])
        if frame == 2:
            skips.advance(0.25, [Sample(0.22, 1, "down", Vec(1, 1)), Sample(0.24, 1, "up", Vec(1, 1))])
        if skips.finished:
            break
    assert skips.finished
