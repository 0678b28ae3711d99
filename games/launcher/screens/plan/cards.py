"""The card of an exercise: the game's tile, how much of it, and what else is asked for."""

from __future__ import annotations

from games.catalog import GAMES
from games.kit.canvas import Canvas, Weight
from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.planning.plan import Exercise
from games.launcher.shell.desk import Desk
from games.launcher.ui import paper
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CORNER, SMALL
from games.launcher.words.phrases import title

LEAST = Vec(38.0, 34.0)  # mm, the smallest card at letters of 100 %
LARGEST = Vec(66.0, 66.0)
PICTURE = 0.5  # of a card's height that the game's picture takes, at most ...
WORDS = 23.0  # mm; ... for so much is kept for words, if that leaves LEAST_PICTURE for it
LEAST_PICTURE = 9.0
TICK = 4.2  # mm, the radius of the disc of what is done


def amount(say: Say, exercise: Exercise) -> str:
    """How much of it: "20 times", "3 minutes"."""
    if exercise.reps is not None:
        return say("plan reps", count=exercise.reps)
    return say("plan minutes", count=exercise.minutes)


def details(say: Say, exercise: Exercise) -> str:
    """What else is asked for: the level and the hand, if any; empty if both are left open."""
    game = next((one for one in GAMES if one.id == exercise.game), None)
    said = []
    if exercise.level is not None and game is not None and exercise.level <= len(game.levels):
        said.append(title(say, game, game.levels[exercise.level - 1]))
    if exercise.side is not None:
        said.append(say(f"hand {exercise.side}"))
    return " · ".join(said)


def draw(canvas: Canvas, desk: Desk, button: Button, exercise: Exercise, share: float = 0.0) -> None:
    """Draw the card of an exercise on its key; `share`: how much of it is done today."""
    at, size, palette = button.at, button.size, desk.palette
    paper.card(canvas, desk, at, size)
    game = next((one for one in GAMES if one.id == exercise.game), None)
    picture = min(size.y * PICTURE, size.x * 0.62, max(LEAST_PICTURE, size.y - WORDS))
    if game is not None and desk.pictures:
        game.tile(canvas, at + Vec(size.x / 2, 1.5 + picture / 2), picture * 1.25)
    called = exercise.game if game is None else title(desk.say, game)
    em = min(desk.em(BODY), size.y * 0.13)
    words: list[tuple[str, float, Weight]] = [
        (called, max(SMALL, paper.fitted(canvas, called, size.x - 4.0, em)), "bold"),
        (amount(desk.say, exercise), max(SMALL, em * 0.86), "bold"),
    ]
    more = exercise.note or details(desk.say, exercise)
    if more:
        words.append((more, SMALL, "regular"))
    foot = picture + 2.0
    paper.lines(canvas, desk, at + Vec(2.0, foot), size - Vec(4.0, foot + 1.5), words, centred=True)
    if share > 0.0:
        centre = at + Vec(size.x - TICK - 1.5, TICK + 1.5)
        canvas.circle(centre, TICK, palette.surface)
        paper.ring(canvas, desk, centre, TICK, share, 1.4)
        if share >= 1.0:
            canvas.circle(centre, TICK, palette.primary)
            canvas.icon("check", centre, TICK * 1.3, palette.on_primary)
    if button.chosen:
        canvas.rect(at, size, palette.primary, CORNER, border=1.6)


def draw_add(canvas: Canvas, desk: Desk, button: Button) -> None:
    """Draw the card that adds an exercise."""
    at, size = button.at, button.size
    paper.card(canvas, desk, at, size)
    em = min(desk.em(BODY), size.y * 0.16)
    canvas.icon("add", at + Vec(size.x / 2, size.y * 0.4), min(size.x, size.y) * 0.4, desk.palette.primary)
    words, fit = paper.shortened(canvas, button.label, size.x - 3.0, em)
    canvas.text(words, at + Vec(size.x / 2, size.y - em), fit, desk.palette.ink, "bold", "centre")
