"""Runs in the page: the hand model looks at the program's own table, and says what its fingers do, in pixels."""

import json

from games.kit.fingers import Sample
from games.launcher.hand import HANDS, Hand
from games.launcher.screens.play.play import Play


class Fingers:
    """The hand for the round that is open; a new one for each round."""

    def __init__(self, window):
        self.window, self.block, self.hand = window, None, None

    def due(self):
        """What the fingers do up to now: a JSON list of [phase, finger, x, y], or of ["wheel", clicks]. Empty while no
        round is played."""
        screen = self.window._app.screen
        if not isinstance(screen, Play):
            return "[]"
        if screen.block is not self.block:
            self.block, self.hand = screen.block, Hand(HANDS["steady"], 3)
        out, scale = [], self.window.display.px_per_mm
        for one in self.hand.readings(self.block, self.block.now):
            if isinstance(one, Sample):
                at = one.at + screen.origin
                out.append([one.phase, one.finger, at.x * scale, at.y * scale])
            else:
                out.append(["wheel", one.value])
        return json.dumps(out)
