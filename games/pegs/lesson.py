"""What is to be done in Pegs, in a word: see `Game.lesson`."""

from __future__ import annotations

from games.pegs.rules import PegsRules


def lesson(rules: PegsRules) -> str:
    """How pegs are placed, or that they go back."""
    play = rules.board.settings.play
    if play not in ("fill", "free"):
        return play
    slot = next(iter(rules.table.asked), None)
    todo = [] if slot is None else rules.board.hands[slot].todo
    return "back" if todo and todo[0].back else "fill"
