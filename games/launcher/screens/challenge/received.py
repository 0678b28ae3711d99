"""A received challenge: what it asks for, whether its recording really gives its points, and Start."""

from __future__ import annotations

from pathlib import Path

from games.catalog import GAMES
from games.kit.canvas import Canvas, Weight
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.challenge.exchange import Received, Verdict, keep, received
from games.launcher.progress.challenges import Challenge
from games.launcher.progress.codes import same_rules
from games.launcher.records.errors import Unreadable
from games.launcher.round.goal import Goal
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.working import Working
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.theme import BODY, GAP, LABEL, MARGIN, STRIP, TITLE
from games.launcher.words.phrases import title

CARD = Vec(190.0, 92.0)  # mm, the largest card


class Receiving(Working):
    """What was received, or is being read from `path`; `back` makes the screen that it came from."""

    name = "received"

    def __init__(self, desk: Desk, place: places.Received) -> None:
        super().__init__(desk)
        self.found, self.why, path = place.found, place.why, place.path
        if path is not None:
            self.begin(lambda: _read(desk.say, path), self._found_out)
        self.laid()

    @property
    def game(self) -> AnyGame | None:
        """The game of the challenge; None if this program does not have it."""
        return None if self.found is None else next((g for g in GAMES if g.id == self.found.challenge.game), None)

    @property
    def playable(self) -> bool:
        """Whether this program has the same rules and the same scoring as the challenge."""
        game, found = self.game, self.found
        fits = game is not None and found is not None and same_rules(found.challenge, game)
        return fits and found is not None and found.verdict in (None, Verdict.VERIFIED)

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        left = [Item("back", desk.say("back"), self.back, "back")]
        right = [Item("start", desk.say("start"), self._start, "play", main=True)] if self.playable else []
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._widgets.lay(buttons)

    def draw(self, canvas: Canvas) -> None:
        desk, size = self.desk, canvas.size
        paper.scene(canvas, desk)
        gap = LEAST_GAP if size.y < 100 else MARGIN
        whole = Vec(min(size.x - 2 * MARGIN, CARD.x), min(size.y - STRIP - 2 * gap, CARD.y))
        at = Vec((size.x - whole.x) / 2, STRIP + (size.y - STRIP - whole.y) / 2)
        paper.card(canvas, desk, at, whole)
        game = self.game
        tile = min(whole.y * 0.9, whole.x * 0.36) if whole.x > 120 and desk.settings.text < 150 else 0.0
        if game is not None and tile and desk.pictures:
            game.tile(canvas, at + Vec(whole.x - tile * 0.6, whole.y / 2), tile)
        elif tile:
            tile = 0.0
        paper.lines(canvas, desk, at + Vec(GAP, 3.0), whole - Vec(2 * GAP + tile * 1.05, 6.0), self._told())
        words = desk.say("challenge") if game is None else title(desk.say, game)
        paper.title(canvas, desk, words, self._free)
        self._widgets.draw(canvas, desk.palette)

    def _told(self) -> list[tuple[str, float, Weight]]:
        """The sentences about the challenge, most important first."""
        desk, found, game = self.desk, self.found, self.game
        if self._work is not None:
            return [(desk.say("checking"), desk.em(LABEL), "bold")]
        if found is None:
            return [(self.why or desk.say("not a challenge"), desk.em(LABEL), "bold")]
        if found.verdict is Verdict.NO_MATCH:
            return [
                (desk.say("does not match"), desk.em(LABEL), "bold"),
                (desk.say("does not match how"), desk.em(BODY), "regular"),
            ]
        if not self.playable or game is None:
            return [
                (desk.say("made with other rules"), desk.em(LABEL), "bold"),
                (desk.say("other rules how"), desk.em(BODY), "regular"),
            ]
        challenge = found.challenge
        goal = Goal(challenge).asked(desk.say)
        told: list[tuple[str, float, Weight]] = [(goal, desk.em(TITLE), "bold")] if goal else []
        told.append((title(desk.say, game, game.challenges[challenge.level - 1]), desk.em(LABEL), "bold"))
        told.append(
            (desk.say("set by code") if found.verdict is None else desk.say("verified"), desk.em(BODY), "regular")
        )
        if challenge.how is not None:
            told.append((challenge.how.said(desk.say), desk.em(BODY), "regular"))
        elif found.ghost is not None:
            told.append((desk.say(f"side {found.ghost.fit.side}"), desk.em(BODY), "regular"))
        return told

    def _found_out(self, result: tuple[Received | None, str | None]) -> None:
        self.found, self.why = result
        self._keep()

    def _keep(self) -> None:
        """Copy a verified file to this device, because a USB stick may be removed."""
        found, store = self.found, self.desk.store
        if found is not None and found.verdict is Verdict.VERIFIED:
            try:
                keep(found, store.challenges)
            except (ValueError, OSError) as error:
                self.desk.report(error)

    def _start(self) -> None:
        if self.found is not None:
            self.over(places.Playing.towards(goal_of(self.found)))


def goal_of(found: Received) -> Goal:
    """The goal of a received challenge."""
    challenge: Challenge = found.challenge
    return Goal(challenge, found.ghost)


def _read(say: Say, path: Path) -> tuple[Received | None, str | None]:
    """(challenge, None), or (None, why the file cannot be used) as a sentence for the player."""
    try:
        return received(path), None
    except Unreadable:
        return None, say("not a challenge")
    except (OSError, ValueError):
        return None, say("not there")
