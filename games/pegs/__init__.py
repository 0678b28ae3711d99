"""Pegs: place pegs in a board one by one, turned as their holes are, and take them back."""

from typing import TYPE_CHECKING

from games.kit.canvas import pictured
from games.kit.gallery import Gallery
from games.kit.game import Game
from games.kit.late import late
from games.pegs.levels import CHALLENGES, FITTING, FREE, LEVELS, TESTS
from games.pegs.told import told
from games.pegs.words import HELP, WORDS

if TYPE_CHECKING:
    from games.pegs.keepsake import keepsake
    from games.pegs.rules import PegsRules
    from games.pegs.view import draw, draw_ghost
else:  # imported when a round begins, or after the first frame
    keepsake = late("games.pegs.keepsake", "keepsake")
    PegsRules = late("games.pegs.rules", "PegsRules")
    draw = late("games.pegs.view", "draw")
    draw_ghost = late("games.pegs.view", "draw_ghost")

GAME = Game(
    id="pegs",
    code=1,
    version=1,
    title="Pegs",
    practises="Place, turn, take back",
    fingers=2,
    free=FREE,
    levels=LEVELS,
    tests=TESTS,
    challenges=CHALLENGES,
    rules=PegsRules,
    draw=draw,
    words=WORDS,
    help=HELP,
    told=told,
    accent="#B07A2A",
    tile=pictured("tiles/pegs"),
    fitting=FITTING,
    ghost=draw_ghost,
    gallery=Gallery(finished=keepsake),
    taken=lambda rules: rules.taken,
)
