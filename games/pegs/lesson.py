"""What is to be done in Pegs, in a word: see `Game.lesson`."""

from __future__ import annotations

from games.pegs.rules import PegsRules


def lesson(rules: PegsRules) -> str:
    """How pegs are placed, or that they go back."""
    play = rules.board.settings.play
    if play not in ("fill", "free"):
        return play
    slot = next(iter(rules.table.asked), None)
    return "back" if slot is not None and rules.board.next(slot)[1].back else "fill"
