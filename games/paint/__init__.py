"""Finger paint: draw along soft pencil lines, fill shapes, follow a dot; and a studio with wet paint."""

from typing import TYPE_CHECKING

from games.kit.canvas import pictured
from games.kit.gallery import FreePictures, Gallery
from games.kit.game import Game
from games.kit.late import late
from games.paint.levels import CHALLENGES, FREE, LEVELS, TESTS
from games.paint.told import told
from games.paint.words import HELP, WORDS

if TYPE_CHECKING:
    from games.paint.paper import draw_again
    from games.paint.rules import PaintRules
    from games.paint.view import draw, painting, saved
else:  # imported when a round begins, or after the first frame
    draw_again = late("games.paint.paper", "draw_again")
    PaintRules = late("games.paint.rules", "PaintRules")
    draw = late("games.paint.view", "draw")
    painting = late("games.paint.view", "painting")
    saved = late("games.paint.view", "saved")

GAME = Game(
    id="paint",
    code=4,
    version=1,
    title="Finger paint",
    practises="Draw a steady line",
    fingers=10,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=PaintRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#4A86C5",
    tile=pictured("tiles/paint"),
    gallery=Gallery(free=FreePictures(saved, painting, draw_again)),
    taken=lambda rules: rules.taken,
)
