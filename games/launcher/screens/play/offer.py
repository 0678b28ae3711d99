"""After several misses in a row, offers Easier and Show me: keys in the strip, and one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.kit.block import Block
from games.kit.task import Outcome
from games.kit.words import Say
from games.launcher.progress.coach import Coach
from games.launcher.ui.arranging import Item

MISSES = 4  # misses in a row before the offer, and before it is repeated
GIVEN_WAY = ("help", "stop")  # keys that make room in the strip; the pause card has both


class Offer:
    """Watches a block for misses in a row. `coach`: makes the level easier; None if the level is locked.

    Only practice makes this offer: a test or a challenge is the same for everybody.
    """

    def __init__(
        self, block: Block, mode: str, coach: Coach | None, show: Callable[[], None], easier: Callable[[], None]
    ):
        self._block, self._coach, self._show, self._easier = block, coach, show, easier
        self._watches = mode == "practice"
        self._looked = len(block.table.reps)
        self._missed = 0
        self.shown = self._told = False

    def changed(self) -> bool:
        """Count the reps that have ended since the last call; True if the strip must be laid out anew."""
        for rep in self._block.table.reps[self._looked :] if self._watches else ():
            if rep.outcome is Outcome.DONE:
                self._missed, self.shown = 0, False
            elif rep.outcome is not Outcome.INTERRUPTED:
                self._missed += 1
                self.shown = self.shown or self._missed >= MISSES
        self._looked = len(self._block.table.reps)
        changed, self._told = self.shown is not self._told, self.shown
        return changed

    def keys(self, say: Say, keys: Sequence[Item]) -> list[Item]:
        """The strip's keys, including the offered ones."""
        if not self.shown:
            return list(keys)
        own = [Item("show me", say("show me"), self._take(self._show), "eye", main=True)]
        if self._coach is not None:
            own.insert(0, Item("easier", say("easier"), self._take(self._ease), "leaf", main=True))
        return [*own, *(key for key in keys if key.id not in GIVEN_WAY)]

    def words(self, say: Say, keyed: bool) -> str:
        """The sentence of the offer; `keyed`: for somebody who plays with keys."""
        name = "offer" if self._coach is not None else "offer show"
        return say(f"{name} keys" if keyed else name)

    def key(self, name: str) -> bool:
        """Handle F2 (Easier) and F3 (Show me); True if it was one of them."""
        act = {"f2": self._ease if self._coach is not None else None, "f3": self._show}.get(name)
        if not self.shown or act is None:
            return False
        self._take(act)()
        return True

    def _ease(self) -> None:
        assert self._coach is not None
        self._coach.easier()
        self._easier()

    def _take(self, act: Callable[[], None]) -> Callable[[], None]:
        def taken() -> None:
            self._missed, self.shown = 0, False
            act()

        return taken
